"""Links, known by the SHA-256 of their token alone: whoever reads the book cannot follow one."""

import hashlib
import secrets
from datetime import datetime

from sqlalchemy import Column, Connection, String, Table, delete, insert, select, update

from gestand.book.schema import Moment, metadata
from gestand.core.staff import LinkPurpose

links = Table(
    "links",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("purpose", String(20), nullable=False),
    Column("subject", String(20), nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("until", Moment, nullable=False),
    Column("used_at", Moment),
)

_PUT = insert(links)


def new_token() -> str:
    """256 bits that nobody can guess, fit for an address."""
    return secrets.token_urlsafe(32)


def digest_of(token: str) -> str:
    """What the book knows a token by. It is as random as a key, so it needs no salt."""
    return hashlib.sha256(token.encode()).hexdigest()


def add(connection: Connection, purpose: LinkPurpose, subject: str, now: datetime, until: datetime) -> str:
    """The token of a new link; `subject` is the id of a case, or the number of one of the staff."""
    token = new_token()
    put(connection, token, purpose, subject, now, until)
    return token


def put(
    connection: Connection, token: str, purpose: LinkPurpose, subject: str, now: datetime, until: datetime
) -> None:
    """Remember a token that was made elsewhere, and can be guessed by nobody."""
    told = {"purpose": purpose.value, "subject": subject, "at": now, "until": until}
    connection.execute(_PUT, {"digest": digest_of(token)} | told)


def look(connection: Connection, token: str, purpose: LinkPurpose, now: datetime) -> str | None:
    """The subject of a link that is still good for this."""
    this = (links.c.digest == digest_of(token)) & (links.c.purpose == purpose.value)
    good = this & (links.c.until > now) & links.c.used_at.is_(None)
    return connection.execute(select(links.c.subject).where(good)).scalar()


def use(connection: Connection, token: str, purpose: LinkPurpose, now: datetime) -> str | None:
    """The same, and the link is used up: of two at once one gets it."""
    this = (links.c.digest == digest_of(token)) & (links.c.purpose == purpose.value)
    good = this & (links.c.until > now) & links.c.used_at.is_(None)
    used = update(links).where(good).values(used_at=now).returning(links.c.subject)
    return connection.execute(used).scalar()


def end(connection: Connection, token: str) -> None:
    """Take one link out of the book."""
    connection.execute(delete(links).where(links.c.digest == digest_of(token)))


def forget(connection: Connection, purposes: tuple[LinkPurpose, ...], subject: str) -> None:
    """Take links out of the book, used or not."""
    words = [one.value for one in purposes]
    connection.execute(delete(links).where(links.c.purpose.in_(words), links.c.subject == subject))
