"""The page on which a person, let in by a mailed link, sees and corrects her own data."""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import groupby

from fastapi import Request
from fastapi.responses import RedirectResponse, Response
from starlette.background import BackgroundTask

from gestand.core.errors import CaseError, KeeperRefuses, MailError, StoreError
from gestand.core.letter import Addressee, Written
from gestand.core.request import Correction, Known
from gestand.core.text import Language, Text
from gestand.documents.answering import contact
from gestand.selfservice import Own, OwnValue
from gestand.web import words_account as texts
from gestand.web.asking import BAD_EMAIL, NO_EMAIL, is_address
from gestand.web.forms import Filled, Form
from gestand.web.gone import gone
from gestand.web.limits import may_mail_link, refuse_haste
from gestand.web.offered import email_kind, spoken
from gestand.web.paths import ACCOUNT, CORRECT, ENTER, LEAVE, ON_THE_WAY, language_of
from gestand.web.posting import soon
from gestand.web.public import public
from gestand.web.site import Page, site_of
from gestand.web.visits import STAY, goodbye, token_of, visitor_of, welcome
from gestand.wiring import Company

LINK_WORKS = timedelta(minutes=15)
_LOG = logging.getLogger("gestand.web")


@dataclass(frozen=True)
class Door:
    """The form that mails a link; without a mail server there is none."""

    email: str = field(default="", repr=False)
    faults: Mapping[str, Text] = field(default_factory=dict)
    mails: bool = True
    shows: bool = True


@dataclass(frozen=True)
class Value:
    """One value of hers: `name` is that of its field, empty where it is only shown."""

    label: str
    value: str = field(repr=False)
    name: str = ""


@dataclass(frozen=True)
class Part:
    """The values of one datum in one row."""

    title: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Inside:
    """What she sees once she is in."""

    email: str = field(repr=False)
    parts: tuple[Part, ...]
    corrects: bool
    offered: bool
    away: bool
    said: Text | None = None
    faults: Mapping[str, Text] = field(default_factory=dict)


def show(request: Request) -> Response:
    company, visitor = site_of(request).company, visitor_of(request)
    if not visitor:
        return _door(request)
    return _inside(request, visitor, _own(company, visitor))


def mail_link(request: Request, form: Filled) -> Response:
    """Every address gets a link, known or not: whoever reads that mailbox may look, and may find nothing.

    The answer is the same, and comes as soon, where none is mailed: it would tell that somebody asked before.
    """
    company, language, email = site_of(request).company, language_of(request), form.line("email")
    if company.settings.requesting.mail is None:
        return _door(request)
    refuse_haste(request, "account")
    if not is_address(email):
        return _door(request, email, BAD_EMAIL if email else NO_EMAIL)
    now = company.clock()
    token = company.visitors.invite(email, now, now + LINK_WORKS)
    response = RedirectResponse(ON_THE_WAY.said_in(language), 303)
    if may_mail_link(request, email):
        response.background = BackgroundTask(_mail, company, email, token, language, now)
    return response


def on_the_way(request: Request) -> Response:
    return public(request, "on_the_way.html", texts.ON_THE_WAY, texts)


def stand_at_door(request: Request, token: str) -> Response:
    """Mail scanners open every link: only the button lets in."""
    company = site_of(request).company
    if not company.visitors.expected(token, company.clock()):
        return gone(request)
    return public(request, "enter.html", texts.ENTER, texts)


def enter(request: Request, token: str) -> Response:
    site, now = site_of(request), site_of(request).company.clock()
    visit = site.company.visitors.enter(token, now, now + STAY)
    if visit is None:
        return gone(request)
    response = RedirectResponse(ACCOUNT.said_in(language_of(request)), 303)
    welcome(site, response, visit)
    return response


def leave(request: Request) -> Response:
    site = site_of(request)
    site.company.visitors.leave(token_of(request))
    response = RedirectResponse(ACCOUNT.said_in(language_of(request)), 303)
    goodbye(site, response)
    return response


def correct(request: Request, form: Filled) -> Response:
    """Whatever differs from what stands there is corrected at once; what cannot be done at once waits at the desk."""
    company, visitor, language = site_of(request).company, visitor_of(request), language_of(request)
    if not visitor:
        return RedirectResponse(ACCOUNT.said_in(language), 303)
    refuse_haste(request, "correction")
    own = _own(company, visitor)
    new = tuple(_differing(own, form))
    faults = dict(_faults(new))
    if faults or not new:
        said = None if faults or own.away else texts.NOTHING_NEW
        return _inside(request, visitor, own, said, faults, {_name(one): value for one, value in new})
    corrections = tuple(Correction(one.data, one.column, value) for one, value in new)
    known = Known(email_kind(company), visitor, proven=True)
    try:
        company.self_service.correct(known, corrections, language, company.clock)
        said = texts.SAVED
    except (CaseError, KeeperRefuses, StoreError):
        said = texts.TAKEN_IN
    response = _inside(request, visitor, _own(company, visitor), said)
    response.background = soon(site_of(request))
    return response


def _door(request: Request, email: str = "", fault: Text | None = None) -> Response:
    company = site_of(request).company
    mails, shows = company.settings.requesting.mail is not None, company.self_service.offered
    it = Door(email, {"email": fault} if fault else {}, mails, shows)
    return public(request, "door.html", texts.TITLE, texts, it, 422 if fault else 200)


def _inside(
    request: Request,
    visitor: str,
    own: Own,
    said: Text | None = None,
    faults: Mapping[str, Text] | None = None,
    typed: Mapping[str, str] | None = None,
) -> Response:
    company, language = site_of(request).company, language_of(request)
    it = Inside(
        email=visitor,
        parts=tuple(_parts(company, own, language, typed or {})),
        corrects=any(one.longest for row in own.rows for one in row),
        offered=company.self_service.offered,
        away=own.away,
        said=said,
        faults=faults or {},
    )
    return public(request, "account.html", texts.TITLE, texts, it, 422 if faults else 200)


def _own(company: Company, visitor: str) -> Own:
    if not company.self_service.offered:
        return Own()
    return company.self_service.own(Known(email_kind(company), visitor, proven=True), company.clock())


def _parts(company: Company, own: Own, language: Language, typed: Mapping[str, str]) -> Iterator[Part]:
    for row in own.rows:
        for word, every in groupby(row, key=lambda one: one.data):
            name = company.statement.data[word].said_in(language)
            values = (
                Value(
                    label=spoken(one.column, language),
                    value=typed.get(_name(one), one.value),
                    name=_name(one) if one.longest else "",
                )
                for one in every
            )
            yield Part(name[:1].upper() + name[1:], tuple(values))


def _name(one: OwnValue) -> str:
    return f"{one.data}.{one.column}"


def _differing(own: Own, form: Form) -> Iterator[tuple[OwnValue, str]]:
    """A field that was not sent is left alone."""
    for row in own.rows:
        for one in row:
            if one.longest and form.all_of(_name(one)):
                value = form.line(_name(one))
                if value != one.value:
                    yield one, value


def _faults(new: tuple[tuple[OwnValue, str], ...]) -> Iterator[tuple[str, Text]]:
    for one, value in new:
        if not value:
            yield _name(one), texts.EMPTY
        elif len(value) > one.longest:
            yield _name(one), texts.TOO_LONG.filled(most=one.longest)


def _mail(company: Company, email: str, token: str, language: Language, now: datetime) -> None:
    """What the server says of one address is told to nobody: it would tell which addresses are there."""
    try:
        company.mail_link(Addressee("", email), _written(company, token, language, now), _mark(token))
    except MailError as trouble:
        _LOG.warning("a link to one's own data: %s", type(trouble).__name__)


def _written(company: Company, token: str, language: Language, now: datetime) -> Written:
    name = str(company.statement.controller.name or "")
    link = f"{company.settings.requesting.pages}{ENTER.said_in(language)}{token}"
    until = (now + LINK_WORKS).astimezone(company.settings.zone)
    words = {"company": name, "link": link, "until": f"{until:%H:%M}", "contact": contact(company.statement)}
    return Written(
        texts.MAIL_SUBJECT.filled(company=name).said_in(language),
        texts.MAIL.filled(**words).said_in(language),
    )


def _mark(token: str) -> str:
    """What tells this mail from every other, and says nothing of the token."""
    return "visit-" + sha256(b"mail " + token.encode()).hexdigest()[:24]


PAGES = (
    *(Page(path, show) for path in (ACCOUNT.nl, ACCOUNT.en)),
    *(Page(path, mail_link, "POST") for path in (ACCOUNT.nl, ACCOUNT.en)),
    *(Page(path, on_the_way) for path in (ON_THE_WAY.nl, ON_THE_WAY.en)),
    *(Page(path + "{token}", stand_at_door) for path in (ENTER.nl, ENTER.en)),
    *(Page(path + "{token}", enter, "POST") for path in (ENTER.nl, ENTER.en)),
    *(Page(path, correct, "POST") for path in (CORRECT.nl, CORRECT.en)),
    *(Page(path, leave, "POST") for path in (LEAVE.nl, LEAVE.en)),
)
