"""The list of requests: the most urgent first, by right, fifty a page."""

from dataclasses import dataclass
from types import ModuleType
from urllib.parse import urlencode

from fastapi.responses import Response

from gestand.core.caselist import CaseLine
from gestand.core.request import Right
from gestand.core.text import Text
from gestand.documents import casefile
from gestand.documents.voice import day_words
from gestand.web import words
from gestand.web.access import Act, Visit, staff_page
from gestand.web.desk import words_inbox
from gestand.web.desk.clockface import Clockface, clockface, number

A_PAGE = 50


@dataclass(frozen=True)
class Line:
    """One case of the list."""

    id: str
    rights: tuple[Text, ...]
    way: Text
    received: str
    stands: Text
    clock: Clockface


@dataclass(frozen=True)
class Inbox:
    """A page of the list. `cases` counts the whole of it, and is empty under a filter, where to count takes too long.

    `earlier` and `later` are links, empty at the ends.
    """

    lines: tuple[Line, ...]
    cases: str
    rights: tuple[tuple[Right, Text], ...]
    right: str
    closed: bool
    page: int
    earlier: str
    later: str
    its: ModuleType = words_inbox


def inbox(visit: Visit) -> Response:
    """Nothing is unsealed for it: the list is as quick with a hundred thousand cases as with ten."""
    right = next((one for one in Right if one == visit.asked("right")), None)
    closed = visit.asked("state") == "closed"
    page, cases = _page(visit.asked("page")), visit.company.cases
    found = (cases.closed_cases if closed else cases.open_cases)(A_PAGE + 1, (page - 1) * A_PAGE, right)
    content = Inbox(
        lines=tuple(_line(visit, one) for one in found[:A_PAGE]),
        cases="" if right else number(cases.how_many(closed=closed), visit.language),
        rights=tuple((one, one.called) for one in Right),
        right=right or "",
        closed=closed,
        page=page,
        earlier=_link(right, closed, page - 1) if page > 1 else "",
        later=_link(right, closed, page + 1) if len(found) > A_PAGE else "",
    )
    return visit.page("inbox.html", words.REQUESTS, content)


def _line(visit: Visit, case: CaseLine) -> Line:
    zone = visit.company.settings.zone
    return Line(
        id=case.id,
        rights=tuple(right.called for right in case.rights),
        way=casefile.WAYS[case.way],
        received=day_words(case.received.astimezone(zone).date(), visit.language),
        stands=words_inbox.STANDS[case.last],
        clock=clockface(case.clocks, visit.now, zone, visit.language, closed=case.closed),
    )


def _page(written: str) -> int:
    return max(1, int(written)) if written.isascii() and written.isdigit() and len(written) < 7 else 1


def _link(right: Right | None, closed: bool, page: int) -> str:
    told = {"right": right or "", "state": "closed" if closed else "", "page": str(page)}
    return "/desk?" + urlencode({name: value for name, value in told.items() if value})


PAGES = (staff_page("/desk", Act.READ, inbox),)
