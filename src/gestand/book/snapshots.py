"""What stores looked like when last seen, and the statements that were ever in use."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Column, Connection, Date, String, Table, Text, delete, insert, select

from gestand.book.schema import Moment, metadata

snapshots = Table(
    "snapshots",
    metadata,
    Column("store", String(200), primary_key=True),
    Column("schema_json", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("accepted_by", Text, nullable=False),
    Column("reason", Text, nullable=False),
)

statements = Table(
    "statements",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("text", Text, nullable=False),
    Column("effective", Date, nullable=False),
    Column("at", Moment, nullable=False),
)


@dataclass(frozen=True)
class Snapshot:
    """A store's schema as JSON, seen at a moment; accepted by somebody for a reason, or by nobody at a first keep."""

    store: str
    schema_json: str
    at: datetime
    accepted_by: str = ""
    reason: str = ""


@dataclass(frozen=True)
class KnownStatement:
    """A statement's whole text under its SHA-256, the day it takes effect, and when it was first seen."""

    digest: str
    text: str
    effective: date
    at: datetime


def put_snapshot(connection: Connection, snapshot: Snapshot) -> None:
    """Remember this look of a store in place of the last one."""
    connection.execute(delete(snapshots).where(snapshots.c.store == snapshot.store))
    seen = {"store": snapshot.store, "schema_json": snapshot.schema_json, "at": snapshot.at}
    looked = {"accepted_by": snapshot.accepted_by, "reason": snapshot.reason}
    connection.execute(insert(snapshots).values(**seen, **looked))


def get_snapshot(connection: Connection, store: str) -> Snapshot | None:
    """What the store looked like when last seen, if ever."""
    row = connection.execute(select(snapshots).where(snapshots.c.store == store)).one_or_none()
    return None if row is None else Snapshot(*row)


def put_statement(connection: Connection, statement: KnownStatement) -> bool:
    """Remember a statement; return whether it is new. One that is known already is left as it was."""
    known = select(statements.c.digest).where(statements.c.digest == statement.digest)
    if connection.execute(known).scalar() is not None:
        return False
    told = {"digest": statement.digest, "text": statement.text}
    connection.execute(insert(statements).values(**told, effective=statement.effective, at=statement.at))
    return True


def list_statements(connection: Connection) -> tuple[KnownStatement, ...]:
    """Every statement that was ever in use, in the order in which they were first seen."""
    rows = connection.execute(select(statements).order_by(statements.c.at, statements.c.digest))
    return tuple(KnownStatement(*row) for row in rows)
