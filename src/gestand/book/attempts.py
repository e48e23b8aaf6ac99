"""How often somebody tried something within a window of time, by a keyed digest of what and who."""

from datetime import datetime

from sqlalchemy import Column, Connection, Integer, String, Table, bindparam, delete, select, text

from gestand.book.schema import Moment, metadata

attempts = Table(
    "attempts",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("until", Moment, primary_key=True, index=True),
    Column("times", Integer, nullable=False),
)


def count_one(connection: Connection, digest: str, now: datetime, until: datetime) -> int:
    """Count one more in the window that ends then; how many there are in it. Windows that have ended are forgotten."""
    connection.execute(delete(attempts).where(attempts.c.until <= now))
    first = text(
        "INSERT INTO attempts (digest, until, times) VALUES (:digest, :until, 1) "
        "ON CONFLICT (digest, until) DO UPDATE SET times = attempts.times + 1 RETURNING times"
    ).bindparams(bindparam("until", type_=Moment()))
    return int(connection.execute(first, {"digest": digest, "until": until}).scalar_one())


def is_counted(connection: Connection, digest: str, now: datetime) -> bool:
    """Whether anything was counted in a window that has not ended."""
    asked = select(attempts.c.times).where(attempts.c.digest == digest, attempts.c.until > now)
    return connection.execute(asked.limit(1)).scalar() is not None
