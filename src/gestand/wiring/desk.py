"""Who is let in: the staff by password, people by link, and both only so often."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from gestand.book import attempts, links, staff
from gestand.book.database import Book
from gestand.core.entry import Entry, Kind
from gestand.core.errors import NotInTheBook
from gestand.core.staff import LinkPurpose, Member, Role
from gestand.evidence.digest import keyed_digest
from gestand.evidence.keys import Keys
from gestand.wiring.additions import Additions

if TYPE_CHECKING:
    from argon2 import PasswordHasher

_MEMORY_KIB, _PASSES = 19 * 1024, 2
"""The least that OWASP's Password Storage Cheat Sheet allows: the desk is a small process."""
_NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
"""A hash that no password has: a name that is not known takes as long to refuse as one that is."""
_MINUTE = timedelta(minutes=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class BookStaff:
    """The staff of one company."""

    book: Book
    keys: Keys

    def invite(self, name: str, role: Role, now: datetime, until: datetime) -> str:
        key = self.keys.people.bytes
        with self.book.transaction() as connection:
            before = staff.find(connection, self._digest(name))
            number = staff.put(connection, self._digest(name), name.strip(), role, key)
            changed = before is not None and before.revoked is None and before.role != role.value
            self._log(number, "role changed" if changed else "invited", now)
            return links.add(connection, LinkPurpose.PASSWORD, str(number), now, until)

    def set_password(self, token: str, password: str, now: datetime) -> Member | None:
        hashed = _hasher().hash(password)
        with self.book.transaction() as connection:
            subject = links.use(connection, token, LinkPurpose.PASSWORD, now)
            if subject is None:
                return None
            staff.set_hash(connection, int(subject), hashed)
            staff.end_sessions(connection, int(subject))
            links.forget(connection, (LinkPurpose.PASSWORD,), subject)
            self._log(int(subject), "password set", now)
            return staff.member_of(staff.get(connection, int(subject)), self.keys.people.bytes)

    def sign_in(self, name: str, password: str, now: datetime, until: datetime) -> str | None:
        with self.book.reading() as connection:
            row = staff.find(connection, self._digest(name))
        known = row.password_hash if row and not row.revoked else None
        if not _fits(known or _NOBODY, password) or row is None:
            return None
        token = links.new_token()
        with self.book.transaction() as connection:
            staff.begin_session(connection, links.digest_of(token), row.number, now, until)
        return token

    def session(self, token: str, now: datetime) -> Member | None:
        with self.book.reading() as connection:
            row = staff.of_session(connection, links.digest_of(token), now)
        return staff.member_of(row, self.keys.people.bytes) if row else None

    def stay(self, token: str, now: datetime, idle: timedelta, longest: timedelta) -> None:
        """The book is written to at most once a minute for each session."""
        digest = links.digest_of(token)
        with self.book.reading() as connection:
            span = staff.span_of(connection, digest, now)
        until = min(span[0] + longest, now + idle) if span else now
        if span and until - span[1] >= _MINUTE:
            with self.book.transaction() as connection:
                staff.prolong(connection, digest, now, until)

    def sign_out(self, token: str) -> None:
        with self.book.transaction() as connection:
            staff.end_session(connection, links.digest_of(token))

    def revoke(self, name: str, now: datetime) -> None:
        with self.book.transaction() as connection:
            row = staff.find(connection, self._digest(name))
            if row is None:
                raise NotInTheBook(
                    "There is nobody of this name on the staff. Look at who is: `gestand staff`."
                )
            staff.revoke(connection, row.number, now)
            links.forget(connection, (LinkPurpose.PASSWORD,), str(row.number))
            self._log(row.number, "revoked", now)

    def members(self) -> tuple[Member, ...]:
        with self.book.reading(one_statement=True) as connection:
            return staff.list_all(connection, self.keys.people.bytes)

    def _log(self, number: int, word: str, now: datetime) -> None:
        """A change of the staff; only the book tells of whom."""
        action = keyed_digest(self.keys.digest, ("member", number))
        self.book.gathered(Additions).entries.append(Entry(Kind.STAFF, now, action=action, word=word))

    def _digest(self, name: str) -> str:
        return keyed_digest(self.keys.digest, ("staff", name.strip().casefold()))


@dataclass(frozen=True)
class BookDoors:
    """Links, and how often somebody tried."""

    book: Book
    keys: Keys

    def link(self, purpose: LinkPurpose, case_id: str, now: datetime, until: datetime) -> str:
        with self.book.transaction() as connection:
            if purpose.once:
                links.forget(connection, (purpose,), case_id)
            return links.add(connection, purpose, case_id, now, until)

    def look(self, token: str, purpose: LinkPurpose, now: datetime) -> str | None:
        with self.book.reading() as connection:
            return links.look(connection, token, purpose, now)

    def follow(self, token: str, purpose: LinkPurpose, now: datetime) -> str | None:
        if not purpose.once:
            return self.look(token, purpose, now)
        with self.book.transaction() as connection:
            return links.use(connection, token, purpose, now)

    def end(self, purpose: LinkPurpose, case_id: str) -> None:
        with self.book.transaction() as connection:
            links.forget(connection, (purpose,), case_id)

    def attempt(self, what: str, who: str, now: datetime, window: timedelta) -> int:
        ends = _EPOCH + ((now - _EPOCH) // window + 1) * window
        digest = keyed_digest(self.keys.digest, ("attempt", what, who.strip().casefold()))
        with self.book.transaction() as connection:
            return attempts.count_one(connection, digest, now, ends)


@cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=_PASSES, memory_cost=_MEMORY_KIB, parallelism=1)


def _fits(hashed: str, password: str) -> bool:
    from argon2.exceptions import VerifyMismatchError

    try:
        return _hasher().verify(hashed, password)
    except VerifyMismatchError:
        return False
