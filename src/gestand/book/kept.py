"""The last finished sweep of each promise: what was kept, under which rule and statement."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Connection, String, Table, Text, delete, insert, select

from gestand.book.schema import Moment, metadata

kept = Table(
    "kept",
    metadata,
    Column("promise", String(500), primary_key=True),
    Column("fingerprint", String(64), nullable=False),
    Column("rule_json", Text, nullable=False),
    Column("statement_digest", String(64), nullable=False),
    Column("at", Moment, nullable=False),
)


@dataclass(frozen=True)
class Swept:
    """A promise was swept to its end: the rule as JSON, the fingerprint of the rule, and when."""

    promise: str
    fingerprint: str
    rule_json: str
    statement_digest: str
    at: datetime


def put(connection: Connection, swept: Swept) -> None:
    """Remember this sweep in place of the promise's last one."""
    connection.execute(delete(kept).where(kept.c.promise == swept.promise))
    connection.execute(
        insert(kept).values(
            promise=swept.promise,
            fingerprint=swept.fingerprint,
            rule_json=swept.rule_json,
            statement_digest=swept.statement_digest,
            at=swept.at,
        )
    )


def get(connection: Connection, promise: str) -> Swept | None:
    """The promise's last finished sweep, if there ever was one."""
    row = connection.execute(select(kept).where(kept.c.promise == promise)).one_or_none()
    return None if row is None else Swept(*row)
