"""Everything that waits for a person, on one page: doubts, rows, letters, tasks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType

from fastapi.responses import Response

from gestand.core.case import Case
from gestand.core.caselist import CaseLine
from gestand.core.letter import Posting, Sending
from gestand.core.text import Text
from gestand.documents import casefile
from gestand.web import words
from gestand.web.access import Act, Visit, staff_page
from gestand.web.desk import words_case, words_questions
from gestand.web.desk.casepage import undecided, waits_for_hands, waits_for_keep
from gestand.web.desk.clockface import number
from gestand.web.desk.planned import Planned, planned

MOST_LISTED, MOST_PLANNED = 500, 20
"""How many of the most urgent cases are looked through, and for how many of them the stores are asked."""


@dataclass(frozen=True)
class Waiting:
    """One thing that waits, and where it is settled."""

    href: str
    name: str
    told: Text


@dataclass(frozen=True)
class Group:
    """Things of one kind that wait."""

    title: Text
    waiting: tuple[Waiting, ...]


@dataclass(frozen=True)
class Questions:
    """All of them, the gravest kind first; `reach` says how far was looked."""

    groups: tuple[Group, ...]
    reach: Text
    its: ModuleType = words_questions


def questions(visit: Visit) -> Response:
    """Letters and doubts of all that is listed; what a plan tells, of the most urgent cases alone."""
    cases = visit.company.cases
    listed = cases.open_cases(MOST_LISTED)
    looked = tuple(_looked(visit, listed))
    found = (
        *_letters(visit),
        Group(words_questions.DOUBTS, tuple(_of_line(one) for one in listed if one.clocks.paused)),
        *(Group(title, tuple(_of_case(*one) for one in looked if is_it(*one))) for title, is_it in _KINDS),
    )
    every = number(cases.how_many(), visit.language)
    reach = words_questions.REACH.filled(looked=number(len(looked), visit.language), open=every)
    content = Questions(tuple(one for one in found if one.waiting), reach)
    return visit.page("questions.html", words.QUESTIONS, content)


def _looked(visit: Visit, listed: tuple[CaseLine, ...]) -> Iterator[tuple[Case, Planned]]:
    """The most urgent cases whose person is known, with what their plans say."""
    left = MOST_PLANNED
    for line in listed:
        if left == 0:
            return
        case = visit.company.cases.case(line.id)
        if case.identified:
            left -= 1
            yield case, planned(visit, case)


def _left_to_hands(case: Case, plan: Planned) -> bool:
    return plan.ready and case.found is not None and waits_for_hands(case, plan)


_KINDS: tuple[tuple[Text, Callable[[Case, Planned], bool]], ...] = (
    (words_questions.ROWS, lambda _, plan: bool(plan.doubtful)),
    (words_questions.STOPS, lambda _, plan: bool(plan.stops or plan.trouble)),
    (words_case.NO_DECISION, lambda case, _: bool(undecided(case))),
    (words_questions.SECOND, lambda case, plan: plan.second and not undecided(case)),
    (words_questions.TASKS, _left_to_hands),
    (words_questions.READY, waits_for_keep),
)
_STATES = (
    (words_questions.UNCERTAIN, (Sending.SENDING,)),
    (words_questions.BOUNCED, (Sending.BOUNCED, Sending.REFUSED)),
    (words_questions.TO_PRINT, (Sending.TO_PRINT,)),
)


def _letters(visit: Visit) -> Iterator[Group]:
    waiting = visit.company.outbox.postings()
    for title, states in _STATES:
        yield Group(title, tuple(_of_letter(one) for one in waiting if one.state in states))


def _of_letter(one: Posting) -> Waiting:
    return Waiting(f"/desk/letters/{one.number}", one.case, casefile.LETTERS[one.template])


def _of_line(line: CaseLine) -> Waiting:
    return Waiting(f"/desk/cases/{line.id}#identity", line.id, line.rights[0].called)


def _of_case(case: Case, _: Planned) -> Waiting:
    return Waiting(f"/desk/cases/{case.id}#plan", case.id, casefile.asked(case))


PAGES = (staff_page("/desk/questions", Act.READ, questions),)
