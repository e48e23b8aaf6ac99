"""What was found and packaged, sealed under a key that is destroyed when its term ends."""

from datetime import UTC, datetime

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    LargeBinary,
    String,
    Table,
    bindparam,
    delete,
    select,
    text,
)

from gestand.book.schema import Moment, metadata
from gestand.book.seal import seal, unseal

payloads = Table(
    "case_payloads",
    metadata,
    Column("case_id", ForeignKey("cases.id"), primary_key=True),
    Column("name", String(200), primary_key=True),
    Column("until", Moment, nullable=False, index=True),
    Column("sealed", LargeBinary, nullable=False),
)

_PUT = text(
    "INSERT INTO case_payloads (case_id, name, until, sealed) VALUES (:case_id, :name, :until, :sealed) "
    "ON CONFLICT (case_id, name) DO UPDATE SET until = excluded.until, sealed = excluded.sealed"
).bindparams(bindparam("until", type_=Moment()), bindparam("sealed", type_=LargeBinary()))


def put(connection: Connection, case_id: str, name: str, content: bytes, until: datetime, key: bytes) -> None:
    """Keep content until then, in place of one of that name."""
    sealed = seal(key, content, _place(case_id, name, until))
    connection.execute(_PUT, {"case_id": case_id, "name": name, "until": until, "sealed": sealed})


def get(connection: Connection, case_id: str, name: str, key: bytes) -> bytes | None:
    """The content, if it is there."""
    asked = select(payloads).where(payloads.c.case_id == case_id, payloads.c.name == name)
    row = connection.execute(asked).one_or_none()
    if row is None:
        return None
    what = f"What was kept of case {case_id} as {name}"
    return unseal(key, bytes(row.sealed), _place(case_id, name, row.until), what)


def expire(connection: Connection, case_id: str, now: datetime) -> bool:
    """Take out what of a case has been kept for its term; whether nothing is left."""
    mine = payloads.c.case_id == case_id
    connection.execute(delete(payloads).where(mine, payloads.c.until <= now))
    return connection.execute(select(payloads.c.name).where(mine).limit(1)).scalar() is None


def forget(connection: Connection, case_id: str) -> None:
    """Take everything that was kept of a case out of the book."""
    connection.execute(delete(payloads).where(payloads.c.case_id == case_id))


def _place(case_id: str, name: str, until: datetime) -> tuple[object, ...]:
    return ("case_payloads", case_id, name, until.astimezone(UTC).isoformat())
