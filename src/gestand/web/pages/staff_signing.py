"""Signing in and out, and the link by which somebody chooses a password."""

import logging
from dataclasses import dataclass
from datetime import timedelta
from types import ModuleType

from fastapi import Request
from fastapi.responses import HTMLResponse, Response

from gestand.core.staff import LinkPurpose
from gestand.core.text import Text
from gestand.web.access import (
    IDLE,
    SIGN_IN,
    Act,
    Visit,
    cookie_name,
    inside,
    signed_in,
    signed_out,
    staff_page,
)
from gestand.web.desk import words_access
from gestand.web.desk.passwords import LEAST, WEIGHED, fault_in
from gestand.web.forms import Filled
from gestand.web.limits import place_of
from gestand.web.site import Frame, Page, Site, shown, site_of

WINDOW = timedelta(minutes=15)
MOST_OF_A_NAME_HERE, MOST_OF_A_NAME, MOST_OF_AN_ADDRESS = 10, 25, 50
"""Attempts within the window, after which one waits: known names and unknown ones alike.

What somebody tries beyond her own ten from one place does not count for others who bear that name, so that nobody keeps
a member of the staff out from one place; over all a name gets a hundred an hour (ASVS 2.2.1).
"""

_LOG = logging.getLogger("gestand.web")


@dataclass(frozen=True)
class SigningIn:
    """The form with what was wrong. `to` is where to go on to."""

    name: str
    to: str
    trouble: Text | None = None
    its: ModuleType = words_access


@dataclass(frozen=True)
class Welcome:
    """The form to choose a password; without `name` the link is no good any more."""

    name: str
    trouble: Text | None = None
    least: int = LEAST
    its: ModuleType = words_access


def show_sign_in(request: Request) -> HTMLResponse:
    to = inside(request.query_params.get("to", ""))
    return _page(site_of(request), "sign_in.html", words_access.SIGN_IN, SigningIn("", to))


def sign_in(request: Request, form: Filled) -> Response:
    """A new session with a new token, whatever cookie came with the form. Nobody learns which names there are."""
    site, name, to = site_of(request), form.line("name"), inside(form.raw("to"))
    now = site.company.clock()
    if _too_often(site, request, name):
        _LOG.warning("sign-in: too many attempts")
        content = SigningIn(name, to, words_access.TOO_OFTEN)
        return _page(site, "sign_in.html", words_access.SIGN_IN, content, 429)
    with WEIGHED:
        token = site.company.staff.sign_in(name, form.raw("password"), now, now + IDLE)
    if token is None:
        _LOG.warning("sign-in: refused")
        content = SigningIn(name, to, words_access.NO_FIT)
        return _page(site, "sign_in.html", words_access.SIGN_IN, content, 401)
    _end_old(site, request)
    return signed_in(site, token, to)


def sign_out(visit: Visit) -> Response:
    visit.company.staff.sign_out(visit.session)
    return signed_out(visit.site)


def show_welcome(request: Request, token: str) -> HTMLResponse:
    site = site_of(request)
    return _welcome(site, _invited(site, token), None)


def welcome(request: Request, token: str, form: Filled) -> Response:
    """The password is set and its owner signed in; the link is used up."""
    site, password = site_of(request), form.raw("password")
    name, now = _invited(site, token), site.company.clock()
    fault = fault_in(password, form.raw("again"), name, site.name) if name else None
    if not name or fault:
        return _welcome(site, name, fault)
    with WEIGHED:
        member = site.company.staff.set_password(token, password, now)
        session = site.company.staff.sign_in(name, password, now, now + IDLE) if member else None
    if session is None:
        return _welcome(site, "", None)
    _end_old(site, request)
    return signed_in(site, session, "/desk")


def _invited(site: Site, token: str) -> str:
    """The name of whoever a link invites; empty when it is used, too old, or of nobody."""
    number = site.company.links.look(token, LinkPurpose.PASSWORD, site.company.clock())
    return next((one.name for one in site.company.staff.members() if str(one.number) == number), "")


def _welcome(site: Site, name: str, fault: Text | None) -> HTMLResponse:
    title = words_access.WELCOME.filled(name=name) if name else words_access.SIGN_IN
    status = 404 if not name else 422 if fault else 200
    return _page(site, "welcome.html", title, Welcome(name, fault), status)


def _page(site: Site, template: str, title: Text, content: object, status: int = 200) -> HTMLResponse:
    language = site.company.settings.language
    return shown(f"staff/{template}", Frame(title.said_in(language), language, site.name), content, status)


def _too_often(site: Site, request: Request, name: str) -> bool:
    attempts, now, place = site.company.attempts, site.company.clock(), place_of(request)
    if attempts.attempt("sign in from", place, now, WINDOW) > MOST_OF_AN_ADDRESS:
        return True
    if attempts.attempt("sign in there as", f"{place} {name}", now, WINDOW) > MOST_OF_A_NAME_HERE:
        return True
    return attempts.attempt("sign in as", name, now, WINDOW) > MOST_OF_A_NAME


def _end_old(site: Site, request: Request) -> None:
    """A session that the browser still had ends: nobody goes on under a token that was there before."""
    if old := request.cookies.get(cookie_name(site), ""):
        site.company.staff.sign_out(old)


PAGES = (
    Page(SIGN_IN, show_sign_in),
    Page(SIGN_IN, sign_in, "POST"),
    Page("/desk/welcome/{token}", show_welcome),
    Page("/desk/welcome/{token}", welcome, "POST"),
    staff_page("/desk/sign-out", Act.READ, sign_out, "POST"),
)
