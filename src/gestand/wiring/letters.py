"""The outbox in the book: a letter, its step and its line in the log are kept in one transaction."""

from dataclasses import dataclass
from datetime import datetime

from gestand.book import letters
from gestand.core.case import Case
from gestand.core.letter import Addressee, Letter, Posting, Sending, Template, Written
from gestand.core.step import Wrote
from gestand.wiring.cases import BookCases


@dataclass(frozen=True)
class BookOutbox:
    """The letters of one company's cases."""

    cases: BookCases

    def queue(self, case: Case, letter: Letter, written: Written, now: datetime) -> Case:
        with self.cases.book.transaction() as connection:
            if letter.template is not Template.LINK and case.wrote(letter.template, letter.recipient):
                return case
            key, step = self.cases.file(case).key, len(case.steps) + 1
            number = letters.queue(connection, (case.id, step), letter, written, now, key)
            return self.cases.add(case, Wrote(now, letter.template.value, number, letter.recipient))

    def postings(self, case_id: str = "") -> tuple[Posting, ...]:
        with self.cases.book.reading() as connection:
            return letters.list_of(connection, case_id)

    def posting(self, number: int) -> Posting:
        with self.cases.book.reading() as connection:
            return letters.posting(letters.find(connection, number))

    def letter(self, number: int) -> tuple[Addressee, Written]:
        with self.cases.book.reading() as connection:
            row = letters.find(connection, number)
            return letters.opened(row, self.cases.ring.of_file(row.case_id))

    def mark(
        self,
        number: int,
        state: Sending,
        now: datetime,
        trouble: str = "",
        not_before: datetime | None = None,
    ) -> Posting:
        with self.cases.book.transaction() as connection:
            return letters.mark(connection, number, state, now, trouble, not_before)
