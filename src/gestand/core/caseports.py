"""The doors between casework and the book: where cases, letters, links and the staff are kept."""

from datetime import datetime, timedelta
from typing import Protocol

from gestand.core.case import Case, Clocks
from gestand.core.caselist import CaseCount, CaseLine, View
from gestand.core.lasting import Suppression, Tombstone
from gestand.core.letter import Addressee, Letter, Posting, Sending, Written
from gestand.core.request import Known, Request, Right
from gestand.core.schema import TableName
from gestand.core.staff import Event, LinkPurpose, Member, Role, Session
from gestand.core.step import Key, Step, Trail


class Cases(Protocol):
    """Requests of people and what was done about them; sealed, each under keys that lie outside the book."""

    def open_case(self, request: Request, clocks: Clocks) -> Case:
        """Begin a case, give it a number of the year of receipt (`2026-0017`), and log that one was received.

        The same request while its case is open is no second case: gives the open one, and logs nothing.
        """
        ...

    def case(self, case_id: str) -> Case:
        """The whole case. Raises NotInTheBook."""
        ...

    def add(
        self, case: Case, *steps: Step, clocks: Clocks | None = None, keep_until: datetime | None = None
    ) -> Case:
        """Add steps and log their words, in one transaction; the case as it is now. Raises NotInTheBook.

        `clocks` where the steps move them; `keep_until` the end of the case file's own term, where they close
        the case. Raises CaseChanged when somebody else went on with the case since it was looked at.
        """
        ...

    def open_cases(
        self, limit: int | None = None, offset: int = 0, right: Right | None = None
    ) -> tuple[CaseLine, ...]:
        """Cases that are not closed, the most urgent first (by `safe`); nothing is unsealed for it."""
        ...

    def closed_cases(
        self, limit: int | None = None, offset: int = 0, right: Right | None = None
    ) -> tuple[CaseLine, ...]:
        """Cases that are closed and not yet forgotten, the last closed first."""
        ...

    def how_many(self, right: Right | None = None, *, closed: bool = False) -> int:
        """How many cases are open, or closed."""
        ...

    def counts(self, now: datetime, soon: datetime) -> tuple[CaseCount, ...]:
        """Open cases by right and urgency, without loading one; `soon`: whose `safe` comes before it is due soon."""
        ...

    def seal(self, case_id: str, name: str, content: bytes, until: datetime) -> None:
        """Keep what was found or packaged under the case's own key, until then; in place of one of that name."""
        ...

    def unseal(self, case_id: str, name: str) -> bytes | None:
        """What was sealed; None when it is not there, or its key has been destroyed."""
        ...

    def destroy_expired(self, now: datetime) -> int:
        """Destroy the keys of everything whose term has ended, case files too, and log of how many cases."""
        ...

    def forget(self, case_id: str, now: datetime) -> None:
        """Destroy a case file and its keys before its term ends, and log that one was. Raises NotInTheBook."""
        ...

    def seen(self, case_id: str, by: str, now: datetime) -> None:
        """Log that somebody of the staff looked into a case; by whom stays in the book."""
        ...

    def views(self, case_id: str) -> tuple[View, ...]:
        """Who looked into a case and when, oldest first."""
        ...


class Outbox(Protocol):
    """Letters, kept as the bytes that go out."""

    def queue(self, case: Case, letter: Letter, written: Written, now: datetime) -> Case:
        """Keep the letter, to be sent or printed, and add `Wrote` to the case, in one transaction.

        One of the same template to the same recipient is not written twice. A link may be mailed again, for it works
        for a short time only. Raises CaseChanged as `Cases.add` does.
        """
        ...

    def posting(self, number: int) -> Posting:
        """Where a letter stands. Raises NotInTheBook."""
        ...

    def postings(self, case_id: str = "") -> tuple[Posting, ...]:
        """The letters of one case, or every one that is not yet sent."""
        ...

    def letter(self, number: int) -> tuple[Addressee, Written]:
        """To whom, and the bytes."""
        ...

    def mark(
        self,
        number: int,
        state: Sending,
        now: datetime,
        trouble: str = "",
        not_before: datetime | None = None,
    ) -> Posting:
        """Remember where a letter stands. `sending` is remembered before the server is spoken to.

        Raises CaseChanged when the letter cannot come there from where it stands: another sends it already.
        """
        ...


class Postman(Protocol):
    """Brings letters to a mail server, one at a time."""

    def deliver(self, posting: Posting, to: Addressee, written: Written) -> None:
        """Give the server one letter. Raises MailRefused, MailAway or MailUncertain; the last may have been sent."""
        ...


class Suppressions(Protocol):
    """Who is to be left alone, known by keyed digests of their identifiers."""

    def suppress(self, known: Known, suppression: Suppression) -> None:
        """Leave her alone from now on; twice is once."""
        ...

    def suppressed(self, known: Known) -> tuple[Suppression, ...]:
        """Why she is to be left alone; none if she may be reached."""
        ...


class Tombstones(Protocol):
    """By what those who were erased are found again, to erase them once more after a restore."""

    def bury(self, case_id: str, trail: Trail, data: tuple[str, ...], now: datetime, until: datetime) -> None:
        """Keep a digest of every key and identifier by which she was found, until back-ups hold her no more."""
        ...

    def tombstones(self) -> tuple[Tombstone, ...]:
        """Every tombstone, oldest first; `Cases.destroy_expired` takes out those whose time has ended."""
        ...

    def digest_of_row(self, store: str, table: TableName, columns: tuple[str, ...], key: Key) -> str:
        """The digest under which a row of hers lies buried."""
        ...

    def digests_of(self, known: Known) -> tuple[str, ...]:
        """The digests under which an identifier may lie buried, however it is spelled."""
        ...


class Staff(Protocol):
    """Who may sign in, as what; passwords are kept as argon2 hashes, sessions as digests."""

    def invite(self, name: str, role: Role, now: datetime, until: datetime) -> str:
        """Take somebody into the staff, or give her another role; gives the token of a link to set a password."""
        ...

    def set_password(self, token: str, password: str, now: datetime) -> Member | None:
        """Use an invitation up, and end older sessions; None if it is used, too old, or of nobody."""
        ...

    def sign_in(self, name: str, password: str, now: datetime, until: datetime) -> str | None:
        """The token of a session; None, after as long a time, where name or password do not fit. Both are logged."""
        ...

    def change_password(self, token: str, old: str, new: str, now: datetime, until: datetime) -> str | None:
        """Another password for whose session this is, and the token of a new one; None where the old one does not fit.

        Every session and invitation of hers ends, this one too: somebody else may hold it.
        """
        ...

    def sessions(self, token: str, now: datetime) -> tuple[Session, ...]:
        """Where whoever has this session is in, the last begun first."""
        ...

    def end_session(self, token: str, session: str, now: datetime) -> None:
        """End one of the sessions of whoever has this one, by its id; those of others are left alone."""
        ...

    def end_others(self, token: str, now: datetime) -> None:
        """End all of them but this one."""
        ...

    def events(self, most: int, number: int | None = None) -> tuple[Event, ...]:
        """What the newest entries of the log tell of the staff, or of one of them, the newest first."""
        ...

    def session(self, token: str, now: datetime) -> Member | None:
        """Whose session this is; None once it has ended or she was revoked."""
        ...

    def stay(self, token: str, now: datetime, idle: timedelta, longest: timedelta) -> None:
        """Let a session go on so long without a word from now, but no longer than `longest` since it began."""
        ...

    def sign_out(self, token: str) -> None:
        """End a session."""
        ...

    def revoke(self, name: str, now: datetime) -> None:
        """Take somebody off the staff and end all her sessions and invitations. Raises NotInTheBook."""
        ...

    def members(self) -> tuple[Member, ...]:
        """Everyone there ever was, in the order in which they came."""
        ...


class Links(Protocol):
    """Links for people without a password: each for one purpose, short-lived, known by a digest alone."""

    def link(self, purpose: LinkPurpose, case_id: str, now: datetime, until: datetime) -> str:
        """The token of a new link to a case; of those that work once, the older ones of the case end."""
        ...

    def look(self, token: str, purpose: LinkPurpose, now: datetime) -> str | None:
        """The case of a link, without using it up; None if it is used, too old, or for something else."""
        ...

    def follow(self, token: str, purpose: LinkPurpose, now: datetime) -> str | None:
        """The case of a link, and use it up if it works once. Of two at once one gets it, and one gets None."""
        ...

    def end(self, purpose: LinkPurpose, case_id: str) -> None:
        """End every link of this purpose to a case."""
        ...


class Visitors(Protocol):
    """People who come in by a mailed link to see to their own data; the book knows no more of them than a digest."""

    def invite(self, email: str, now: datetime, until: datetime) -> str:
        """The token of a link that works once; the address is sealed into the token itself."""
        ...

    def expected(self, token: str, now: datetime) -> bool:
        """Whether the link would still let somebody in; it is not used up."""
        ...

    def enter(self, token: str, now: datetime, until: datetime) -> str | None:
        """Use the link up; the token of a visit until then, or None if it is used, too old or nobody's."""
        ...

    def visitor(self, token: str, now: datetime) -> str | None:
        """The mail address that the visitor has shown to be hers; None once the visit has ended."""
        ...

    def leave(self, token: str) -> None:
        """End a visit."""
        ...


class Attempts(Protocol):
    """How often somebody tried something, so that it can be slowed down."""

    def attempt(self, what: str, who: str, now: datetime, window: timedelta) -> int:
        """Count one more attempt; how many there were in this window. `who`, an address, is kept as a digest."""
        ...
