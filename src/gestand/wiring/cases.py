"""Requests in the book: sealed under the keys of each case, and logged in the transaction that changes them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row

from gestand.book import case_steps, caselist, cases, expiry, lasting, payloads, views
from gestand.book.database import Book
from gestand.book.keyring import KeyRing, Use
from gestand.casework import BY_HERSELF
from gestand.clock.moment import local_day
from gestand.core.case import Case, Clocks
from gestand.core.caselist import CaseCount, CaseLine, View
from gestand.core.entry import Entry, Kind
from gestand.core.errors import BookError, CaseChanged
from gestand.core.request import Request, Right
from gestand.core.step import Did, Found, Step
from gestand.evidence import log
from gestand.evidence.digest import keyed_digest
from gestand.evidence.keys import Keys
from gestand.wiring.additions import Additions, OpenFile

KEYS_AT_ONCE = 16
"""So many cases get their keys in one go."""


@dataclass(frozen=True)
class BookCases:
    """The cases of one company. The ring has a case's keys before the book has the case, and loses them before it."""

    book: Book
    keys: Keys
    ring: KeyRing
    zone: ZoneInfo

    def open_case(self, request: Request, clocks: Clocks) -> Case:
        asked = keyed_digest(self.keys.digest, _asked(request))
        year = local_day(request.received, self.zone).year
        with self.book.transaction() as connection:
            self._refuse_lost_ring(connection)
            number = cases.take_number(connection, year)
            if same := cases.open_like(connection, asked):
                cases.give_back(connection, year)
                return self._case(connection, same)
            case_id, *following = (f"{year}-{number + one:04d}" for one in range(KEYS_AT_ONCE))
            case, key = Case(case_id, request), self.ring.make(case_id, following)
            adding = self.book.gathered(Additions)
            adding.files[case.id] = OpenFile(case, key, None, clocks, asked=asked)
            adding.entries.append(self._entry(case.id, request.rights, request.entered, case_steps.RECEIVED))
        return case

    def case(self, case_id: str) -> Case:
        with self.book.reading(one_statement=True) as connection:
            return self._case(connection, case_id)

    def add(
        self, case: Case, *steps: Step, clocks: Clocks | None = None, keep_until: datetime | None = None
    ) -> Case:
        with self.book.transaction():
            file = self.file(case)
            file.case = Case(case.id, case.request, (*case.steps, *steps))
            file.clocks, file.keep_until = clocks or file.clocks, keep_until or file.keep_until
            self.book.gathered(Additions).entries.extend(self._step(case, step) for step in steps)
            return file.case

    def file(self, case: Case) -> OpenFile:
        """The file of a case in the transaction under way. Raises CaseChanged when that has gone on with it."""
        files = self.book.gathered(Additions).files
        if case.id not in files:
            files[case.id] = OpenFile(case, self.ring.of_file(case.id), len(case.steps))
        file = files[case.id]
        if len(file.case.steps) != len(case.steps):
            raise CaseChanged(f"Case {case.id} went on since it was looked at. Look at it again.")
        return file

    def open_cases(
        self, limit: int | None = None, offset: int = 0, right: Right | None = None
    ) -> tuple[CaseLine, ...]:
        with self.book.reading() as connection:
            return caselist.page(connection, limit, offset, right, closed=False)

    def closed_cases(
        self, limit: int | None = None, offset: int = 0, right: Right | None = None
    ) -> tuple[CaseLine, ...]:
        with self.book.reading() as connection:
            return caselist.page(connection, limit, offset, right, closed=True)

    def how_many(self, right: Right | None = None, *, closed: bool = False) -> int:
        with self.book.reading() as connection:
            return caselist.how_many(connection, right, closed=closed)

    def counts(self, now: datetime, soon: datetime) -> tuple[CaseCount, ...]:
        with self.book.reading() as connection:
            return caselist.counts(connection, now, soon)

    def seal(self, case_id: str, name: str, content: bytes, until: datetime) -> None:
        with self.book.transaction() as connection:
            if case_id not in self.book.gathered(Additions).files:
                cases.find(connection, case_id, hold=True)
            payloads.put(connection, case_id, name, content, until, self.ring.for_found(case_id))

    def unseal(self, case_id: str, name: str) -> bytes | None:
        key = self.ring.key(case_id, Use.FOUND)
        with self.book.reading(one_statement=True) as connection:
            return payloads.get(connection, case_id, name, key) if key else None

    def destroy_expired(self, now: datetime) -> int:
        with self.book.transaction() as connection:
            lasting.clear(connection, now)
            gone = tuple(expiry.expire(connection, now))
            return self._destroy(connection, gone, now)

    def forget(self, case_id: str, now: datetime) -> None:
        with self.book.transaction() as connection:
            cases.find(connection, case_id, hold=True)
            expiry.forget(connection, case_id)
            self._destroy(connection, tuple((case_id, use) for use in Use), now)

    def seen(self, case_id: str, by: str, now: datetime) -> None:
        with self.book.transaction() as connection:
            rights = cases.line_of(cases.find(connection, case_id, hold=True)).rights
            views.add(connection, case_id, View(by, now), self.ring.of_file(case_id))
            word = "seen by the person" if by == BY_HERSELF else "seen"
            self.book.gathered(Additions).entries.append(self._entry(case_id, rights, now, word))

    def views(self, case_id: str) -> tuple[View, ...]:
        with self.book.reading() as connection:
            cases.find(connection, case_id)
            return views.list_all(connection, case_id, self.ring.of_file(case_id))

    def _case(self, connection: Connection, case_id: str) -> Case:
        adding = self.book.gathers
        if isinstance(adding, Additions) and case_id in adding.files:
            return adding.files[case_id].case
        rows = cases.find_with_file(connection, case_id)
        return self._opened(rows[0], rows, self.ring.of_file(case_id))

    def _opened(self, row: Row[Any], file: Sequence[Row[Any]], key: bytes) -> Case:
        case = case_steps.opened(row.id, file, key)
        cases.refuse_other(row, case)
        return case

    def _destroy(self, connection: Connection, gone: tuple[tuple[str, Use], ...], now: datetime) -> int:
        """The log first, which may refuse; if the book is not kept after all, the rows go at the next time."""
        of = {case_id for case_id, _ in gone}
        if of:
            told = Entry(Kind.CASE, now, counts=(("cases", len(of)),), word="keys destroyed")
            log.append(connection, [told])
            self.ring.destroy(gone)
        return len(of)

    def _refuse_lost_ring(self, connection: Connection) -> None:
        if not self.ring.exists and cases.any_yet(connection):
            raise BookError(
                f"The keys of the cases are missing: {self.ring.file}. No new case was opened. Put that file back from "
                "its own back-up."
            )

    def _step(self, case: Case, step: Step) -> Entry:
        counts: tuple[tuple[str, int], ...] = ()
        if isinstance(step, Did):
            counts = (("changed", step.changed), ("remaining", step.remaining))
        elif isinstance(step, Found):
            counts = (("found", sum(amount.rows for amount in step.amounts)),)
        return self._entry(case.id, case.request.rights, step.at, case_steps.word_of(step), counts)

    def _entry(
        self,
        case_id: str,
        rights: tuple[Right, ...],
        at: datetime,
        word: str,
        counts: tuple[tuple[str, int], ...] = (),
    ) -> Entry:
        """How the log tells of a case: only who has the key can tell which one."""
        action = keyed_digest(self.keys.digest, ("case", case_id))
        return Entry(Kind.CASE, at, rights[0].promise, action=action, counts=counts, word=word)


def _asked(request: Request) -> tuple[object, ...]:
    """What makes two requests the same one: who asks, and what for; not when, or in which way.

    What a system hands in is the same as what that system handed in before, and as nothing else: it would be told how
    a request stands that it did not make.
    """
    asker = request.asker
    who = tuple(one.strip().casefold() for one in (asker.name, asker.email, asker.address, asker.acts_for))
    what = (frozenset(request.rights), frozenset(request.data), request.corrections, request.sent_on_to)
    by = (request.system,) if request.system else ()
    return ("asked", who, frozenset(request.known), *what, request.words.strip(), *by)
