"""The request form, and the page after it, which is the same for everybody."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from fastapi import Request
from fastapi.responses import RedirectResponse, Response

from gestand.core.request import Way
from gestand.core.step import Proof
from gestand.core.text import Text
from gestand.documents.answering import contact
from gestand.web import words_asking as texts
from gestand.web.asking import Typed, faults, read, requests
from gestand.web.forms import Filled
from gestand.web.limits import may_mail, refuse_haste
from gestand.web.offered import Offered, email_kind, offered
from gestand.web.paths import ASK, RECEIVED, language_of
from gestand.web.posting import soon
from gestand.web.public import public
from gestand.web.site import Page, site_of
from gestand.web.taking_in import take_in
from gestand.web.visits import visitor_of


@dataclass(frozen=True)
class Asking:
    """The form: what it offers, what was typed, what is wrong; `visitor` is who is signed in."""

    offers: Offered
    typed: Typed = field(default_factory=Typed)
    faults: Mapping[str, Text] = field(default_factory=dict)
    visitor: str = field(default="", repr=False)


@dataclass(frozen=True)
class Received:
    """What the page after the form promises: mail within minutes only where there is a mail server."""

    contact: str
    mails: bool


def show(request: Request) -> Response:
    offers = offered(site_of(request).company, language_of(request))
    return public(request, "ask.html", texts.TITLE, texts, Asking(offers, visitor=visitor_of(request)))


def send(request: Request, form: Filled) -> Response:
    """Take the request in, whoever asks: no store is searched here, so that nothing shows who is known."""
    refuse_haste(request, "request")
    company, language, visitor = site_of(request).company, language_of(request), visitor_of(request)
    offers = offered(company, language)
    typed = read(form, offers)
    if visitor:
        typed = replace(typed, lines={**typed.lines, "email": visitor})
    if wrong := faults(typed):
        return public(request, "ask.html", texts.TITLE, texts, Asking(offers, typed, wrong, visitor), 422)
    now, kind, way = company.clock(), email_kind(company), Way.ACCOUNT if visitor else Way.FORM
    mailed = bool(visitor) or may_mail(request, typed.line("email"))
    for asked in requests(typed, kind, language, now, way):
        if visitor:
            case = company.casework.open(asked)
            company.casework.confirmed(case.id, kind, now, Proof.SIGNED_IN)
        else:
            take_in(company, asked, mailed=mailed)
    response = RedirectResponse(RECEIVED.said_in(language), 303)
    response.background = soon(site_of(request))
    return response


def received(request: Request) -> Response:
    company = site_of(request).company
    it = Received(contact(company.statement), company.settings.requesting.mail is not None)
    return public(request, "received.html", texts.RECEIVED, texts, it)


PAGES = (
    *(Page(path, show) for path in (ASK.nl, ASK.en)),
    *(Page(path, send, "POST") for path in (ASK.nl, ASK.en)),
    *(Page(path, received) for path in (RECEIVED.nl, RECEIVED.en)),
)
