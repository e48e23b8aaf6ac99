"""The page of a case, by a mailed link: what was asked, what was done, when the answer comes, and the copy."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from fastapi import Request
from fastapi.responses import RedirectResponse, Response

from gestand.casework import BY_HERSELF, FOUND
from gestand.core.case import Case
from gestand.core.letter import Template
from gestand.core.staff import LinkPurpose
from gestand.core.step import Wrote
from gestand.core.text import Language, Text
from gestand.documents.answering import authority_name, contact
from gestand.documents.casefile import RESULTS
from gestand.documents.voice import day_words
from gestand.duties import requests
from gestand.web import words_case as texts
from gestand.web.gone import gone
from gestand.web.limits import TooOften, is_one_of_the_first
from gestand.web.paths import CASE, COLLECT, language_of
from gestand.web.public import public
from gestand.web.site import Page, site_of
from gestand.web.told_to_her import HERS, to_her
from gestand.wiring import Company

SHORT = timedelta(minutes=10)
"""How long a link to a copy works: it is made when the button is pressed, and never mailed."""


@dataclass(frozen=True)
class Happened:
    """One step, with its day."""

    day: str
    said: Text


@dataclass(frozen=True)
class Mailed:
    """One letter to her."""

    day: str
    subject: str = field(repr=False)
    text: str = field(repr=False)
    language: str


@dataclass(frozen=True)
class Following:
    """One case as its person sees it."""

    number: str
    received: str
    rights: tuple[Text, ...]
    data: tuple[str, ...]
    words: str = field(repr=False)
    answer_by: str
    paused: bool
    unproven: bool
    result: Text | None
    steps: tuple[Happened, ...]
    letters: tuple[Mailed, ...] = field(repr=False)
    copy: bool
    contact: str
    authority: Text


def show(request: Request, token: str) -> Response:
    """Who looks by her link is logged as herself, and from where is not kept."""
    company, now = site_of(request).company, site_of(request).company.clock()
    found = company.links.look(token, LinkPurpose.CASE, now)
    if found is None:
        return gone(request)
    if is_one_of_the_first(request, "look by link", found):
        company.cases.seen(found, BY_HERSELF, now)
    it = _following(company, company.cases.case(found), language_of(request))
    return public(request, "case.html", texts.CASE, texts, it)


def collect(request: Request, token: str) -> Response:
    """A link to the copy that works for a short time, and goes straight to the browser."""
    company, now = site_of(request).company, site_of(request).company.clock()
    found = company.links.look(token, LinkPurpose.CASE, now)
    if found is None or not _has_copy(company, company.cases.case(found)):
        return gone(request)
    link = company.links.link(LinkPurpose.DOWNLOAD, found, now, now + SHORT)
    return RedirectResponse(COLLECT.said_in(language_of(request)) + link, 303)


def download(request: Request, token: str) -> Response:
    """The copy itself; that it was taken out is logged. Raises TooOften."""
    company, now = site_of(request).company, site_of(request).company.clock()
    found = company.links.look(token, LinkPurpose.DOWNLOAD, now)
    if found and not is_one_of_the_first(request, "download by link", found):
        raise TooOften
    package = company.casework.package(found, BY_HERSELF, now) if found else None
    if package is None:
        return gone(request)
    name = Text("mijn-gegevens", "my-data").said_in(language_of(request))
    disposition = f'attachment; filename="{name}-{found}.zip"'
    return Response(package, media_type="application/zip", headers={"Content-Disposition": disposition})


def _following(company: Company, case: Case, language: Language) -> Following:
    clocks = requests.clocks(case, requests.promises(company.statement), company.settings.zone)
    asked, data = case.request, company.statement.data
    return Following(
        number=case.id,
        received=_day(company, asked.received, language),
        rights=tuple(right.called for right in asked.rights),
        data=tuple(data[word].said_in(language) if word in data else word for word in asked.data),
        words=asked.words,
        answer_by=_day(company, clocks.told - timedelta(seconds=1), language),
        paused=clocks.paused,
        unproven=not case.identified and case.closed is None,
        result=RESULTS[case.closed.result] if case.closed else None,
        steps=tuple(_steps(company, case, language)),
        letters=tuple(_letters(company, case, language)),
        copy=_has_copy(company, case),
        contact=contact(company.statement),
        authority=authority_name(company.statement),
    )


def _has_copy(company: Company, case: Case) -> bool:
    return case.closed is not None and company.cases.unseal(case.id, FOUND) is not None


def _steps(company: Company, case: Case, language: Language) -> Iterator[Happened]:
    yield Happened(_day(company, case.request.received, language), texts.STEP_RECEIVED)
    for step in case.steps:
        said = to_her(step)
        if said is not None:
            yield Happened(_day(company, step.at, language), said)


def _letters(company: Company, case: Case, language: Language) -> Iterator[Mailed]:
    """Every letter to her but the link to confirm: that one only her mailbox may hold."""
    for wrote in case.all_of(Wrote):
        if wrote.to or wrote.letter not in HERS or wrote.letter == Template.LINK:
            continue
        _, written = company.outbox.letter(wrote.number)
        day, spoken = _day(company, wrote.at, language), case.request.language
        yield Mailed(day, written.subject, written.text, spoken)


def _day(company: Company, at: datetime, language: Language) -> str:
    return day_words(at.astimezone(company.settings.zone).date(), language)


PAGES = (
    *(Page(path + "{token}", show) for path in (CASE.nl, CASE.en)),
    *(Page(path + "{token}", collect, "POST") for path in (CASE.nl, CASE.en)),
    *(Page(path + "{token}", download) for path in (COLLECT.nl, COLLECT.en)),
)
