"""The last finished sweep of each promise: what was kept, under which rule and statement."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Column, Connection, String, Table, Text, delete, insert, select

from gestand.book.schema import Moment, metadata
from gestand.clock.term import Period, Term
from gestand.core.promise import Limit

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
    """A promise was swept to its end: its term, the fingerprint of its rule, under which statement, and when."""

    promise: str
    fingerprint: str
    rule: Limit
    statement_digest: str
    at: datetime


def put(connection: Connection, swept: Swept) -> None:
    """Remember this sweep in place of the promise's last one."""
    connection.execute(delete(kept).where(kept.c.promise == swept.promise))
    connection.execute(
        insert(kept).values(
            promise=swept.promise,
            fingerprint=swept.fingerprint,
            rule_json=json.dumps(asdict(swept.rule)),
            statement_digest=swept.statement_digest,
            at=swept.at,
        )
    )


def get(connection: Connection, promise: str) -> Swept | None:
    """The promise's last finished sweep, if there ever was one."""
    row = connection.execute(select(kept).where(kept.c.promise == promise)).one_or_none()
    if row is None:
        return None
    return Swept(row.promise, row.fingerprint, _limit(row.rule_json), row.statement_digest, row.at)


def _limit(written: str) -> Limit:
    told = json.loads(written)
    term = told["term"]
    year_ends = tuple(term["book_year_ends"])
    return Limit(Term(Period(**term["period"]), term["counted_from"], year_ends), told["moment"])
