"""The lease: one row with a heartbeat that keeps two keepers apart."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Column, Connection, Integer, String, Table, delete, insert, select, update

from gestand.book.schema import Moment, metadata

lease = Table(
    "lease",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("token", String(32), nullable=False),
    Column("holder", String(200), nullable=False),
    Column("taken", Moment, nullable=False),
    Column("until", Moment, nullable=False),
)


@dataclass(frozen=True)
class Lease:
    """Who may keep until when. `token` proves the holder; `holder` is for people: a process and its host."""

    token: str
    holder: str
    taken: datetime
    until: datetime


def current(connection: Connection) -> Lease | None:
    """The lease as it stands, run out or not; none if nobody has one."""
    asked = select(lease.c.token, lease.c.holder, lease.c.taken, lease.c.until).where(lease.c.id == 1)
    row = connection.execute(asked.with_for_update()).one_or_none()
    return None if row is None else Lease(*row)


def take(connection: Connection, now: datetime, seconds: float, holder: str = "") -> Lease | None:
    """Take the lease, from a holder whose heartbeat has stopped too; none when somebody else has it.

    Two that try at the same moment: the database lets one in (the row's key is unique).
    """
    found = current(connection)
    if found is not None and found.until > now:
        return None
    taken = Lease(secrets.token_hex(16), holder, now, now + timedelta(seconds=seconds))
    connection.execute(delete(lease))
    told = {"token": taken.token, "holder": holder, "taken": taken.taken, "until": taken.until}
    connection.execute(insert(lease).values(id=1, **told))
    return taken


def renew(connection: Connection, held: Lease, now: datetime, seconds: float) -> Lease | None:
    """The heartbeat: the lease until later, or none when another keeper has taken it since."""
    until = now + timedelta(seconds=seconds)
    renewed = connection.execute(update(lease).where(lease.c.token == held.token).values(until=until))
    return Lease(held.token, held.holder, held.taken, until) if renewed.rowcount else None


def release(connection: Connection, held: Lease) -> None:
    """Give the lease back; one that another keeper has taken since is left alone."""
    connection.execute(delete(lease).where(lease.c.token == held.token))
