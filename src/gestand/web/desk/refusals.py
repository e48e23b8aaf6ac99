"""How the desk says no: what stands in the way, and how to go on from there."""

from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING

from fastapi.responses import HTMLResponse

from gestand.core import errors
from gestand.core.errors import CaseChanged, GestandError, NotInTheBook
from gestand.core.text import Text
from gestand.documents import casefile
from gestand.web import words
from gestand.web.desk import words_refusals

if TYPE_CHECKING:
    from gestand.web.access import Visit

OLD_FORM = words_refusals.OLD_FORM
NOT_YOURS = words_refusals.NOT_YOURS
_WHY = {
    errors.PlanChanged: words_refusals.PLAN_CHANGED,
    errors.NotApproved: words_refusals.NOT_APPROVED,
    errors.CaseNotReady: words_refusals.NOT_READY,
    errors.CaseStops: words_refusals.STOPS,
    errors.StoreError: words_refusals.STORE,
    errors.AnotherKeeper: words_refusals.ANOTHER_KEEPER,
    errors.BookError: words_refusals.BOOK,
}
NOT_THERE = 404
_WRITTEN = ("reason", "advice", "doubt", "question", "customer-address")
"""Fields in which somebody writes at length; these are given back when nothing was saved."""


class Faulty(Exception):
    """A form cannot be taken as it was filled in."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


@dataclass(frozen=True)
class Refusal:
    """Why something was not done; `details` are gestand's own words. `back` leads on, where there is a case."""

    why: Text
    details: str = ""
    back: str = ""
    leads: Text = words_refusals.LOOK_AGAIN
    since: tuple[Text, ...] = ()
    written: tuple[str, ...] = ()
    its: ModuleType = words_refusals


def said(visit: "Visit", why: Text, status: int) -> HTMLResponse:
    """A refusal in one sentence, and the way to the list."""
    title = words.NOT_FOUND if status == NOT_THERE else words.TROUBLE
    return visit.page("refusal.html", title, Refusal(why, back="/desk", leads=words.TO_DESK), status)


def answer(visit: "Visit", trouble: GestandError, case_id: str) -> HTMLResponse:
    """What gestand refused, in the company's language, with the way back."""
    if isinstance(trouble, NotInTheBook):
        return said(visit, words.NOT_HERE, NOT_THERE)
    back = f"/desk/cases/{case_id}" if case_id else ""
    if isinstance(trouble, CaseChanged):
        return _changed(visit, case_id, back)
    return visit.page("refusal.html", words.TROUBLE, Refusal(why(trouble), str(trouble), back), 409)


def why(trouble: GestandError) -> Text:
    """What kind of trouble it is, in a sentence; the details are the error's own."""
    return next((text for kind, text in _WHY.items() if isinstance(trouble, kind)), words_refusals.OTHER)


def faulty(visit: "Visit", fault: Faulty, case_id: str) -> HTMLResponse:
    """What is wrong with a form, and what was written on it."""
    back = f"/desk/cases/{case_id}" if case_id else ""
    refusal = Refusal(fault.why, back=back, written=_own_words(visit))
    return visit.page("refusal.html", words.TROUBLE, refusal, 422)


def _own_words(visit: "Visit") -> tuple[str, ...]:
    return tuple(filter(None, map(visit.form.text, _WRITTEN)))


def _changed(visit: "Visit", case_id: str, back: str) -> HTMLResponse:
    """Two at once: what the other did since, and what was written here, so that it need not be written again."""
    seen = visit.form.whole("seen")
    steps = visit.company.cases.case(case_id).steps[seen:] if case_id and seen is not None else ()
    since = tuple(map(casefile.told, steps))
    refusal = Refusal(words_refusals.CHANGED, back=back, since=since, written=_own_words(visit))
    return visit.page("refusal.html", words_refusals.CHANGED_TITLE, refusal, 409)
