"""Cases and letters in lists: what a request needs of the book, without a database or a key on disk."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from gestand.core.case import Case, Clocks
from gestand.core.caselist import CaseCount, CaseLine, Urgency, View
from gestand.core.caseplan import Task
from gestand.core.errors import CaseChanged, NotInTheBook
from gestand.core.lasting import Suppression, Tombstone
from gestand.core.letter import Addressee, Letter, LetterFacts, Posting, Sending, Template, Told, Written
from gestand.core.question import Find, Rows
from gestand.core.request import Known, Request, Right
from gestand.core.schema import TableName
from gestand.core.step import Key, Step, Trail, Wrote
from gestand.core.text import Text
from gestand.duties.world import World


@dataclass
class ListCases:
    """Every case by its number; what is sealed lies open here."""

    held: dict[str, Case] = field(default_factory=dict)
    clocks: dict[str, Clocks] = field(default_factory=dict)
    sealed: dict[tuple[str, str], bytes] = field(default_factory=dict)
    looks: list[tuple[str, str]] = field(default_factory=list)

    def open_case(self, request: Request, clocks: Clocks) -> Case:
        case = Case(f"{request.received:%Y}-{len(self.held) + 1:04}", request)
        self.held[case.id], self.clocks[case.id] = case, clocks
        return case

    def case(self, case_id: str) -> Case:
        if case_id not in self.held:
            raise NotInTheBook(f"There is no case {case_id}.")
        return self.held[case_id]

    def add(
        self, case: Case, *steps: Step, clocks: Clocks | None = None, keep_until: datetime | None = None
    ) -> Case:
        if len(self.case(case.id).steps) != len(case.steps):
            raise CaseChanged(f"Case {case.id} moved on.")
        self.held[case.id] = replace(case, steps=(*case.steps, *steps))
        self.clocks[case.id] = clocks or self.clocks[case.id]
        return self.held[case.id]

    def open_cases(
        self, limit: int | None = None, offset: int = 0, right: Right | None = None
    ) -> tuple[CaseLine, ...]:
        lines = (
            CaseLine(
                case.id,
                case.request.rights,
                case.request.way,
                case.request.received,
                self.clocks[case.id],
                "",
            )
            for case in self.held.values()
            if not case.closed and (right is None or right in case.request.rights)
        )
        found = sorted(lines, key=lambda line: line.clocks.safe)
        return tuple(found[offset:] if limit is None else found[offset : offset + limit])

    def closed_cases(
        self, limit: int | None = None, offset: int = 0, right: Right | None = None
    ) -> tuple[CaseLine, ...]:
        return ()

    def how_many(self, right: Right | None = None, *, closed: bool = False) -> int:
        return len(self.open_cases(right=right))

    def counts(self, now: datetime, soon: datetime) -> tuple[CaseCount, ...]:
        found: dict[tuple[Right, Urgency], list[CaseLine]] = {}
        for line in self.open_cases():
            for right in line.rights:
                found.setdefault((right, _urgency(line.clocks, now, soon)), []).append(line)
        return tuple(
            CaseCount(right, urgency, len(lines), lines[0].id, lines[0].clocks.safe)
            for (right, urgency), lines in found.items()
        )

    def forget(self, case_id: str, now: datetime) -> None:
        del self.held[case_id]

    def views(self, case_id: str) -> tuple[View, ...]:
        return ()

    def seal(self, case_id: str, name: str, content: bytes, until: datetime) -> None:
        self.sealed[case_id, name] = content

    def unseal(self, case_id: str, name: str) -> bytes | None:
        return self.sealed.get((case_id, name))

    def destroy_expired(self, now: datetime) -> int:
        return 0

    def seen(self, case_id: str, by: str, now: datetime) -> None:
        self.looks.append((case_id, by))


def _urgency(clocks: Clocks, now: datetime, soon: datetime) -> Urgency:
    if clocks.limit <= now:
        return Urgency.BEYOND
    if clocks.answer_by <= now:
        return Urgency.LATE
    return Urgency.SOON if clocks.safe <= soon else Urgency.IN_TIME


@dataclass
class ListOutbox:
    """Every letter that was queued, in order."""

    cases: ListCases
    letters: list[tuple[Posting, Letter, Written]] = field(default_factory=list)

    def queue(self, case: Case, letter: Letter, written: Written, now: datetime) -> Case:
        number = len(self.letters) + 1
        posting = Posting(number, case.id, letter.template, letter.language, Sending.QUEUED, now)
        self.letters.append((posting, letter, written))
        return self.cases.add(case, Wrote(now, letter.template.value, number, letter.recipient))

    def postings(self, case_id: str = "") -> tuple[Posting, ...]:
        return tuple(posting for posting, _, _ in self.letters if case_id in ("", posting.case))

    def posting(self, number: int) -> Posting:
        return self.letters[number - 1][0]

    def letter(self, number: int) -> tuple[Addressee, Written]:
        _, letter, written = self.letters[number - 1]
        return letter.to, written

    def mark(
        self,
        number: int,
        state: Sending,
        now: datetime,
        trouble: str = "",
        not_before: datetime | None = None,
    ) -> Posting:
        posting, letter, written = self.letters[number - 1]
        self.letters[number - 1] = (replace(posting, state=state, trouble=trouble), letter, written)
        return self.letters[number - 1][0]


@dataclass
class PlainOffice:
    """Letters with few facts, and a copy as the text of its rows."""

    when: Callable[[], datetime]

    def letter(
        self, case: Case, template: Template, world: World, told: tuple[Told, ...], now: datetime
    ) -> Letter:
        asker = case.request.asker
        facts = LetterFacts(
            case=case.id,
            company="",
            contact="",
            authority=Text("", ""),
            public_body=False,
            received=case.request.received,
            rights=case.request.rights,
            answer_by=now.date(),
            written_on=now.date(),
            told=told,
        )
        return Letter(
            template, case.request.language, Addressee(asker.name, asker.email, asker.address), facts
        )

    def written(self, letter: Letter) -> Written:
        return Written(letter.template, repr(letter.facts.told))

    def package(
        self, case: Case, world: World, copies: tuple[tuple[Find, Rows], ...], now: datetime
    ) -> bytes:
        return "\n".join(f"{find.table} {row}" for find, rows in copies for row in rows.rows).encode()

    def package_for_another(
        self, case: Case, world: World, copies: tuple[tuple[Find, Rows], ...], now: datetime
    ) -> bytes | None:
        return None

    def to_controller(self, case: Case, world: World, to: Addressee, now: datetime) -> Letter:
        return replace(self.letter(case, Template.CONTROLLER, world, (), now), to=to, recipient=to.name)

    def to_recipients(
        self, case: Case, world: World, told: tuple[Told, ...], now: datetime
    ) -> tuple[Letter, ...]:
        return ()

    def to_be_told(self, world: World, told: tuple[Told, ...]) -> tuple[Task, ...]:
        return ()

    def backups_until(self, now: datetime) -> datetime:
        return now + timedelta(days=35)

    def case_until(self, now: datetime) -> datetime:
        return now + timedelta(days=1_830)

    def package_until(self, now: datetime) -> datetime:
        return now + timedelta(days=30)


@dataclass
class ListLasting:
    """Whom to leave alone and whom to erase again; nothing is digested here."""

    left_alone: dict[Known, list[Suppression]] = field(default_factory=dict)
    buried: dict[str, tuple[Trail, tuple[str, ...]]] = field(default_factory=dict)

    def suppress(self, known: Known, suppression: Suppression) -> None:
        self.left_alone.setdefault(known, []).append(suppression)

    def suppressed(self, known: Known) -> tuple[Suppression, ...]:
        return tuple(self.left_alone.get(known, ()))

    def bury(self, case_id: str, trail: Trail, data: tuple[str, ...], now: datetime, until: datetime) -> None:
        self.buried[case_id] = (trail, data)

    def tombstones(self) -> tuple[Tombstone, ...]:
        return ()

    def digest_of_row(self, store: str, table: TableName, columns: tuple[str, ...], key: Key) -> str:
        return f"{store} {table} {columns} {key}"

    def digests_of(self, known: Known) -> tuple[str, ...]:
        return (f"{known.kind} {known.value.casefold()}",)
