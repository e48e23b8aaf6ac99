"""Visitors: whoever opens a mailed link has shown that the address is hers, for as long as the visit lasts."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from gestand.book import links
from gestand.book.database import Book
from gestand.book.seal import seal, unseal
from gestand.core.staff import LinkPurpose
from gestand.evidence.keys import Keys

_PLACE = ("visitor",)


@dataclass(frozen=True)
class BookVisitors:
    """The address travels sealed inside the token; the book keeps the token's digest, and when it ends."""

    book: Book
    keys: Keys

    def invite(self, email: str, now: datetime, until: datetime) -> str:
        with self.book.transaction() as connection:
            return self._token(connection, LinkPurpose.ACCOUNT, email, now, until)

    def expected(self, token: str, now: datetime) -> bool:
        with self.book.reading() as connection:
            return links.look(connection, token, LinkPurpose.ACCOUNT, now) is not None

    def enter(self, token: str, now: datetime, until: datetime) -> str | None:
        with self.book.transaction() as connection:
            if links.use(connection, token, LinkPurpose.ACCOUNT, now) is None:
                return None
            return self._token(connection, LinkPurpose.VISIT, self._opened(token), now, until)

    def visitor(self, token: str, now: datetime) -> str | None:
        with self.book.reading() as connection:
            known = links.look(connection, token, LinkPurpose.VISIT, now) is not None
        return self._opened(token) if known else None

    def leave(self, token: str) -> None:
        with self.book.transaction() as connection:
            links.end(connection, token)

    def _token(
        self, connection: Connection, purpose: LinkPurpose, email: str, now: datetime, until: datetime
    ) -> str:
        token = urlsafe_b64encode(seal(self.keys.people.bytes, email.encode(), _PLACE)).decode().rstrip("=")
        links.put(connection, token, purpose, "", now, until)
        return token

    def _opened(self, token: str) -> str:
        sealed = urlsafe_b64decode(token + "=" * (-len(token) % 4))
        return unseal(self.keys.people.bytes, sealed, _PLACE, "This link").decode()
