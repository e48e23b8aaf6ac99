"""Who is let in: the staff by password, people by link, and both only so often."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row

from gestand.book import attempts, links, staff
from gestand.book.database import Book
from gestand.core.entry import Entry, Kind
from gestand.core.errors import NotInTheBook, SettingsError
from gestand.core.staff import Event, LinkPurpose, Member, Role, Session
from gestand.evidence import log
from gestand.evidence.digest import keyed_digest
from gestand.evidence.keys import Keys
from gestand.evidence.line import from_line
from gestand.wiring.additions import Additions

if TYPE_CHECKING:
    from argon2 import PasswordHasher

_MEMORY_KIB, _PASSES = 19 * 1024, 2
"""The least that OWASP's Password Storage Cheat Sheet allows: the desk is a small process."""
_NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
"""A hash that no password has: a name that is not known takes as long to refuse as one that is."""
_NO_MEMBER = 0
"""The number of nobody: under it the log tells of names that nobody bears."""
_SLAB, _REACH = 2_000, 100_000
"""How many entries of the log are read at a time, and how far back."""
_OF_STAFF = f'"kind":"{Kind.STAFF}"'.encode()
_MINUTE = timedelta(minutes=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class BookStaff:
    """The staff of one company."""

    book: Book
    keys: Keys

    def invite(self, name: str, role: Role, now: datetime, until: datetime) -> str:
        """Raises SettingsError for a name by which the book knows those who are nobody of the staff."""
        _refuse_taken(name)
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
            self._set(connection, int(subject), hashed, now)
            return staff.member_of(staff.get(connection, int(subject)), self.keys.people.bytes)

    def sign_in(self, name: str, password: str, now: datetime, until: datetime) -> str | None:
        """Refused or not, one entry is logged: a name that is not known takes as long."""
        with self.book.reading() as connection:
            row = staff.find(connection, self._digest(name))
        fits = _fits(_hash_in(row) or _NOBODY, password)
        with self.book.transaction() as connection:
            if row is None or not fits or not _stands(connection, row):
                self._log(row.number if row else _NO_MEMBER, "password refused", now)
                return None
            self._log(row.number, "signed in", now)
            return _begun(connection, row.number, now, until)

    def change_password(self, token: str, old: str, new: str, now: datetime, until: datetime) -> str | None:
        with self.book.reading() as connection:
            row = staff.of_session(connection, links.digest_of(token), now)
        if row is None:
            return None
        hashed = _hasher().hash(new) if _fits(_hash_in(row) or _NOBODY, old) else None
        with self.book.transaction() as connection:
            if hashed is None or not _stands(connection, row):
                self._log(row.number, "password refused", now)
                return None
            self._set(connection, row.number, hashed, now)
            return _begun(connection, row.number, now, until)

    def sessions(self, token: str, now: datetime) -> tuple[Session, ...]:
        own = links.digest_of(token)
        with self.book.reading() as connection:
            row = staff.of_session(connection, own, now)
            rows = staff.sessions_of(connection, row.number, now) if row else ()
        return tuple(Session(one.digest, one.at, one.until, one.digest == own) for one in rows)

    def end_session(self, token: str, session: str, now: datetime) -> None:
        with self.book.transaction() as connection:
            if row := staff.of_session(connection, links.digest_of(token), now):
                staff.end_one_of(connection, row.number, session)

    def end_others(self, token: str, now: datetime) -> None:
        own = links.digest_of(token)
        with self.book.transaction() as connection:
            if row := staff.of_session(connection, own, now):
                staff.end_sessions(connection, row.number, but=own)

    def events(self, most: int, number: int | None = None) -> tuple[Event, ...]:
        by_digest = {self._action(one.number): one for one in self.members()}
        wanted = None if number is None else self._action(number)
        with self.book.reading() as connection:
            entries = (one for one in _newest(connection) if wanted in (None, one.action))
            told = tuple(islice(entries, most))
        return tuple(Event(one.at, one.word, by_digest.get(one.action)) for one in told)

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

    def _set(self, connection: Connection, number: int, hashed: str, now: datetime) -> None:
        """A new password, and whatever let anybody in before ends: sessions, and links to set another one."""
        staff.set_hash(connection, number, hashed)
        staff.end_sessions(connection, number)
        links.forget(connection, (LinkPurpose.PASSWORD,), str(number))
        self._log(number, "password set", now)

    def _log(self, number: int, word: str, now: datetime) -> None:
        """What somebody of the staff did, or was done to her; only the book tells to whom."""
        entry = Entry(Kind.STAFF, now, action=self._action(number), word=word)
        self.book.gathered(Additions).entries.append(entry)

    def _action(self, number: int) -> str:
        return keyed_digest(self.keys.digest, ("member", number))

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


def _refuse_taken(name: str) -> None:
    """What she did would be read as done by the person herself, or by the law."""
    from gestand.casework import BY_ANOTHER, BY_HERSELF, BY_LAW
    from gestand.selfservice import BY_STATEMENT

    if " ".join(name.casefold().split()) in (BY_ANOTHER, BY_HERSELF, BY_LAW, BY_STATEMENT):
        raise SettingsError(
            f"`{name.strip()}` is nobody of the staff. Write the name of a person. Nobody was invited."
        )


def _newest(connection: Connection) -> Iterator[Entry]:
    """The entries about the staff among the last `_REACH` of the log, the newest first."""
    end = log.size_and_root(connection)[0]
    for begin in range(end - _SLAB, max(end - _REACH, 0) - _SLAB, -_SLAB):
        lines = tuple(log.lines_between(connection, max(begin, 0), begin + _SLAB))
        told = (from_line(line) for line in reversed(lines) if _OF_STAFF in line)
        yield from (one for one in told if one.kind is Kind.STAFF)


def _hash_in(row: Row[Any] | None) -> str | None:
    """The hash that a password is held to; none of somebody who was revoked, or of nobody."""
    return row.password_hash if row is not None and row.revoked is None else None


def _stands(connection: Connection, row: Row[Any]) -> bool:
    """Nobody set another password, or revoked her, while this one was weighed."""
    held = staff.get(connection, row.number, hold=True)
    return _hash_in(held) is not None and _hash_in(held) == _hash_in(row)


def _begun(connection: Connection, number: int, now: datetime, until: datetime) -> str:
    """The token of a new session."""
    token = links.new_token()
    staff.begin_session(connection, links.digest_of(token), number, now, until)
    return token


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
