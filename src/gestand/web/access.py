"""Who of the staff may do what, and the one door to each of their pages: session, token of the form, role."""

import hmac
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from gestand.core.case import Case
from gestand.core.errors import CaseChanged, GestandError
from gestand.core.staff import Member, Role
from gestand.core.text import Language, Text
from gestand.web import words
from gestand.web.desk import refusals
from gestand.web.desk.words_access import ROLES
from gestand.web.forms import Filled, Form
from gestand.web.site import Frame, Page, Site, shown, site_of
from gestand.wiring import Company

IDLE, LONGEST = timedelta(minutes=30), timedelta(hours=12)
_CASE = re.compile("[0-9]{4}-[0-9]{4,9}")
SIGN_IN = "/desk/sign-in"


class Act(StrEnum):
    """What can be done at the desk."""

    READ = "read"
    ENTER = "enter"
    IDENTIFY = "identify"
    ANSWER = "answer by hand"
    POST = "post letters"
    TAKE = "take the copy"
    DECIDE = "decide"
    KEEP = "keep"
    ADVISE = "advise"
    OVERSEE = "see who of the staff came in"


_WORK = frozenset({Act.READ, Act.ENTER, Act.IDENTIFY, Act.ANSWER, Act.POST, Act.TAKE})
MAY: dict[Role, frozenset[Act]] = {
    Role.DECIDER: _WORK | {Act.DECIDE, Act.KEEP, Act.OVERSEE},
    Role.DESK: _WORK,
    Role.READER: frozenset({Act.READ}),
    Role.OFFICER: frozenset({Act.READ, Act.TAKE, Act.ADVISE, Act.OVERSEE}),
}
"""The one table of what each role may do. The officer reads all and advises, and decides nothing (GDPR 38(3))."""


@dataclass(frozen=True)
class Visit:
    """One member of the staff on one page. `token` is what her forms carry."""

    site: Site
    member: Member
    form: Form
    token: str = field(repr=False)
    now: datetime
    session: str = field(repr=False)
    query: Mapping[str, str] = field(default_factory=dict)

    @property
    def company(self) -> Company:
        return self.site.company

    @property
    def language(self) -> Language:
        """The staff pages speak the company's language."""
        return self.company.settings.language

    def asked(self, name: str) -> str:
        """A word behind the question mark of the address."""
        return self.query.get(name, "")

    def may(self, act: Act) -> bool:
        return act in MAY[self.member.role]

    def page(self, template: str, title: Text, content: object, status: int = 200) -> HTMLResponse:
        """A page with who is signed in above it."""
        role = ROLES[self.member.role].said_in(self.language)
        said = title.said_in(self.language)
        enters = self.may(Act.ENTER)
        frame = Frame(said, self.language, self.site.name, self.member.name, role, self.token, enters)
        return shown(f"staff/{template}", frame, content, status)

    def to(self, path: str) -> Response:
        """On to another page, after something was done."""
        return RedirectResponse(path, 303)

    def case_as_seen(self, case_id: str) -> Case:
        """The case, if nobody went on with it since the form was shown. Raises CaseChanged."""
        case = self.company.cases.case(case_id)
        if self.form.whole("seen") != len(case.steps):
            raise CaseChanged(f"Somebody else went on with case {case_id}. Nothing was changed.")
        return case


Answer = Callable[..., Response]
"""Takes a Visit, and the parts of the path by name."""


def staff_page(path: str, act: Act, answer: Answer, method: str = "GET") -> Page:
    """A page that only those see who are signed in and whose role allows the act."""

    def answering(request: Request, form: Filled) -> Response:
        visit, case_id = visit_of(request, form), request.path_params.get("case_id", "")
        if visit is None:
            return to_sign_in(request)
        if method != "GET" and not _same(form.raw("token"), visit.token):
            return refusals.said(visit, refusals.OLD_FORM, 403)
        if not visit.may(act):
            return refusals.said(visit, refusals.NOT_YOURS, 403)
        if case_id and not _CASE.fullmatch(case_id):
            return refusals.said(visit, words.NOT_HERE, refusals.NOT_THERE)
        try:
            return answer(visit, **request.path_params)
        except refusals.Faulty as fault:
            return refusals.faulty(visit, fault, case_id)
        except GestandError as trouble:
            return refusals.answer(visit, trouble, case_id)

    return Page(path, answering, method)


def visit_of(request: Request, form: Form) -> Visit | None:
    """Who comes in, by the cookie; her session lasts on from now."""
    site, token = site_of(request), request.cookies.get(cookie_name(site_of(request)), "")
    staff, now = site.company.staff, site.company.clock()
    member = staff.session(token, now) if token else None
    if member is None:
        return None
    staff.stay(token, now, IDLE, LONGEST)
    return Visit(site, member, form, token_of(token), now, token, request.query_params)


def token_of(session: str) -> str:
    """What the forms of a session carry: it follows from the session, and does not lead back to it."""
    return hmac.new(session.encode(), b"gestand: a form of the desk", sha256).hexdigest()


def cookie_name(site: Site) -> str:
    """`__Host-` binds the cookie to this host and to https, where there is https."""
    return "__Host-gestand" if site.secure else "gestand"


def signed_in(site: Site, session: str, to: str) -> Response:
    """On to a page, with the cookie of a session that has just begun."""
    response = RedirectResponse(to, 303)
    response.set_cookie(
        cookie_name(site), session, path="/", secure=site.secure, httponly=True, samesite="strict"
    )
    return response


def signed_out(site: Site) -> Response:
    """Back to the sign-in, without the cookie."""
    response = RedirectResponse(SIGN_IN, 303)
    response.delete_cookie(cookie_name(site), path="/", secure=site.secure, httponly=True, samesite="strict")
    return response


def to_sign_in(request: Request) -> Response:
    """The sign-in, which leads back to where somebody wanted to be."""
    query = f"?{request.url.query}" if request.url.query else ""
    back = quote(request.url.path + query, safe="") if request.method == "GET" else ""
    return RedirectResponse(f"{SIGN_IN}?to={back}" if back else SIGN_IN, 303)


def inside(path: str) -> str:
    """A page of the desk to go on to: never one of another site, whatever somebody wrote into a link."""
    bare = path.partition("?")[0]
    safe = bare == "/desk" or bare.startswith("/desk/")
    return path if safe and path.isascii() and path.isprintable() and "\\" not in path else "/desk"


def _same(given: str, own: str) -> bool:
    return hmac.compare_digest(given.encode(), own.encode())
