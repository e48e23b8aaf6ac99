"""The page of the link by which somebody shows that a mail address is hers; a button confirms, opening it does not."""

from dataclasses import dataclass

from fastapi import Request
from fastapi.responses import RedirectResponse, Response

from gestand.core.errors import CaseChanged
from gestand.core.staff import LinkPurpose
from gestand.core.text import Text
from gestand.documents.voice import day_words
from gestand.web import words_case as texts
from gestand.web.gone import gone
from gestand.web.offered import email_kind
from gestand.web.paths import CASE, CONFIRM, language_of
from gestand.web.public import public
from gestand.web.site import Page, site_of
from gestand.wiring import Company
from gestand.wiring.office import PAGE_STAYS


@dataclass(frozen=True)
class Confirming:
    """What was asked with this address, and when."""

    day: str
    rights: tuple[Text, ...]


def show(request: Request, token: str) -> Response:
    """Mail scanners open every link: nothing is used up by looking."""
    company, language = site_of(request).company, language_of(request)
    found = company.links.look(token, LinkPurpose.IDENTITY, company.clock())
    if found is None:
        return gone(request)
    asked = company.cases.case(found).request
    day = day_words(asked.received.astimezone(company.settings.zone).date(), language)
    it = Confirming(day, tuple(right.called for right in asked.rights))
    return public(request, "confirm.html", texts.CONFIRM, texts, it)


def confirm(request: Request, token: str) -> Response:
    """The address is hers, and that alone; the page of the case says how it goes on."""
    try:
        link = _confirmed(site_of(request).company, token)
    except CaseChanged:  # somebody of the staff went on with it just now; her click is not lost by that
        link = _confirmed(site_of(request).company, token)
    return RedirectResponse(CASE.said_in(language_of(request)) + link, 303) if link else gone(request)


def _confirmed(company: Company, token: str) -> str:
    """A link to the page of her case; empty for one that is no good. Used up and confirmed are one, or neither."""
    now = company.clock()
    with company.casework.as_one():
        found = company.links.follow(token, LinkPurpose.IDENTITY, now)
        if found is None:
            return ""
        company.casework.confirmed(found, email_kind(company), now)
        return company.links.link(LinkPurpose.CASE, found, now, now + PAGE_STAYS)


PAGES = (
    *(Page(path + "{token}", show) for path in (CONFIRM.nl, CONFIRM.en)),
    *(Page(path + "{token}", confirm, "POST") for path in (CONFIRM.nl, CONFIRM.en)),
)
