"""Who of the staff may sign in, and the sessions of those who did; a name is sealed, and found by its digest."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Integer,
    LargeBinary,
    Row,
    String,
    Table,
    delete,
    insert,
    select,
    update,
)

from gestand.book.schema import Moment, metadata
from gestand.book.seal import seal, unseal
from gestand.core.staff import Member, Role

staff = Table(
    "staff",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("digest", String(64), nullable=False, unique=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("role", String(20), nullable=False),
    Column("password_hash", String(200)),
    Column("revoked", Moment),
)

sessions = Table(
    "sessions",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("member", ForeignKey("staff.number"), nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("until", Moment, nullable=False),
)


def put(connection: Connection, digest: str, name: str, role: Role, key: bytes) -> int:
    """Take somebody into the staff, or back, in this role; gives her number."""
    known = select(staff.c.number).where(staff.c.digest == digest).with_for_update()
    number = connection.execute(known).scalar()
    if number is not None:
        changed = update(staff).where(staff.c.number == number).values(role=role.value, revoked=None)
        connection.execute(changed)
        return int(number)
    told = {"digest": digest, "sealed": seal(key, name.encode(), ("staff", digest)), "role": role.value}
    return int(connection.execute(insert(staff).values(**told).returning(staff.c.number)).scalar_one())


def set_hash(connection: Connection, number: int, password_hash: str | None) -> None:
    """Remember the hash of a password, or that there is none."""
    connection.execute(update(staff).where(staff.c.number == number).values(password_hash=password_hash))


def find(connection: Connection, digest: str) -> Row[Any] | None:
    """The row of whoever bears the name with this digest."""
    return connection.execute(select(staff).where(staff.c.digest == digest)).one_or_none()


def get(connection: Connection, number: int, *, hold: bool = False) -> Row[Any]:
    """The row of one of the staff; with `hold`, it stays as it is until the transaction ends."""
    asked = select(staff).where(staff.c.number == number)
    return connection.execute(asked.with_for_update() if hold else asked).one()


def revoke(connection: Connection, number: int, now: datetime) -> None:
    """Take somebody off the staff, and her password with her; her sessions end."""
    changed = update(staff).where(staff.c.number == number)
    connection.execute(changed.values(revoked=now, password_hash=None))
    end_sessions(connection, number)


def list_all(connection: Connection, key: bytes) -> tuple[Member, ...]:
    """Everyone there ever was, in the order in which they came."""
    rows = connection.execute(select(staff).order_by(staff.c.number))
    return tuple(member_of(row, key) for row in rows)


def begin_session(connection: Connection, digest: str, number: int, now: datetime, until: datetime) -> None:
    """Remember a session by the digest of its token, and drop those that have ended."""
    connection.execute(delete(sessions).where(sessions.c.until <= now))
    connection.execute(insert(sessions).values(digest=digest, member=number, at=now, until=until))


def of_session(connection: Connection, digest: str, now: datetime) -> Row[Any] | None:
    """Whose session this is, if it has not ended."""
    asked = select(staff).join(sessions, sessions.c.member == staff.c.number)
    this = (sessions.c.digest == digest) & (sessions.c.until > now) & staff.c.revoked.is_(None)
    return connection.execute(asked.where(this)).one_or_none()


def span_of(connection: Connection, digest: str, now: datetime) -> tuple[datetime, datetime] | None:
    """When a session began, and when it ends; None if it has ended."""
    asked = select(sessions.c.at, sessions.c.until)
    this = (sessions.c.digest == digest) & (sessions.c.until > now)
    row = connection.execute(asked.where(this)).one_or_none()
    return (row.at, row.until) if row else None


def prolong(connection: Connection, digest: str, now: datetime, until: datetime) -> None:
    """Let a session that has not ended go on until then."""
    this = (sessions.c.digest == digest) & (sessions.c.until > now)
    connection.execute(update(sessions).where(this).values(until=until))


def sessions_of(connection: Connection, number: int, now: datetime) -> Sequence[Row[Any]]:
    """The sessions of one member that have not ended, the last begun first."""
    asked = select(sessions).where(sessions.c.member == number, sessions.c.until > now)
    return connection.execute(asked.order_by(sessions.c.at.desc(), sessions.c.digest)).all()


def end_session(connection: Connection, digest: str) -> None:
    """Forget a session."""
    connection.execute(delete(sessions).where(sessions.c.digest == digest))


def end_one_of(connection: Connection, number: int, digest: str) -> None:
    """Forget a session of one member; one of somebody else stays."""
    connection.execute(delete(sessions).where(sessions.c.digest == digest, sessions.c.member == number))


def end_sessions(connection: Connection, number: int, but: str = "") -> None:
    """Forget all sessions of one member, but for one."""
    connection.execute(delete(sessions).where(sessions.c.member == number, sessions.c.digest != but))


def member_of(row: Row[Any], key: bytes) -> Member:
    """A row as others see it."""
    what = f"The name of member {row.number} of the staff"
    name = unseal(key, bytes(row.sealed), ("staff", row.digest), what).decode()
    return Member(row.number, name, Role(row.role), row.password_hash is not None, row.revoked)
