"""A member's own page: another password, where she is signed in, and what the log tells of her and of the staff."""

from dataclasses import dataclass, field
from types import ModuleType

from fastapi.responses import HTMLResponse, Response

from gestand.core.staff import Event, Session
from gestand.core.text import Text
from gestand.web.access import IDLE, LONGEST, Act, Visit, signed_in, signed_out, staff_page
from gestand.web.desk import words_own
from gestand.web.desk.clockface import moment
from gestand.web.desk.passwords import LEAST, WEIGHED, fault_in
from gestand.web.desk.refusals import Faulty
from gestand.web.pages.staff_signing import MOST_OF_A_NAME_HERE, WINDOW

OWN = "/desk/own"
OTHERS = "others"
MOST_OF_HERS, MOST_OF_ALL = 20, 100
"""How many entries of the log are shown."""


@dataclass(frozen=True)
class In:
    """One session of hers; `used` is exact to the minute, or the earliest that it can be."""

    id: str = field(repr=False)
    began: str
    used: Text
    own: bool


@dataclass(frozen=True)
class Line:
    """One entry of the log about somebody of the staff."""

    at: str
    who: Text
    what: Text


@dataclass(frozen=True)
class OwnPage:
    """What she sees of her own sign-in; `trouble` is why her password was not changed."""

    sessions: tuple[In, ...]
    lines: tuple[Line, ...]
    oversees: bool
    said: Text | None = None
    trouble: Text | None = None
    least: int = LEAST
    its: ModuleType = words_own


@dataclass(frozen=True)
class StaffLog:
    """Who of the staff came in, and who was refused; the newest first."""

    lines: tuple[Line, ...]
    most: int = MOST_OF_ALL
    its: ModuleType = words_own


def show(visit: Visit) -> Response:
    return _page(visit, said=_said(visit))


def change(visit: Visit) -> Response:
    """Another password, for whoever knows the present one: an unlocked screen is not enough. Every session ends."""
    form, now, staff = visit.form, visit.now, visit.company.staff
    old, new = form.raw("old"), form.raw("password")
    fault = words_own.THE_SAME if old == new else None
    if fault := fault or fault_in(new, form.raw("again"), visit.member.name, visit.site.name):
        return _page(visit, fault, 422)
    if _too_often(visit):
        return _page(visit, words_own.TOO_OFTEN, 429)
    with WEIGHED:
        session = staff.change_password(visit.session, old, new, now, now + IDLE)
    if session is None:
        return _page(visit, words_own.OLD_WRONG, 422)
    return signed_in(visit.site, session, f"{OWN}?done=changed")


def end(visit: Visit) -> Response:
    """End one session of hers, or all but this one."""
    staff, wanted = visit.company.staff, visit.form.line("session")
    if not wanted:
        raise Faulty(words_own.NO_SESSION)
    if wanted == OTHERS:
        staff.end_others(visit.session, visit.now)
    else:
        staff.end_session(visit.session, wanted, visit.now)
    if staff.session(visit.session, visit.now) is None:
        return signed_out(visit.site)
    return visit.to(f"{OWN}?done=ended")


def staff_log(visit: Visit) -> Response:
    events = visit.company.staff.events(MOST_OF_ALL)
    return visit.page("staff_log.html", words_own.STAFF, StaffLog(tuple(_line(visit, one) for one in events)))


def _page(
    visit: Visit, trouble: Text | None = None, status: int = 200, said: Text | None = None
) -> HTMLResponse:
    staff = visit.company.staff
    content = OwnPage(
        sessions=tuple(_in(visit, one) for one in staff.sessions(visit.session, visit.now)),
        lines=tuple(_line(visit, one) for one in staff.events(MOST_OF_HERS, visit.member.number)),
        oversees=visit.may(Act.OVERSEE),
        said=said,
        trouble=trouble,
    )
    return visit.page("own.html", words_own.OWN, content, status)


def _said(visit: Visit) -> Text | None:
    """What she has just done. That a password was changed the log says, and no link of somebody else's."""
    newest = visit.company.staff.events(1, visit.member.number)
    if visit.asked("done") == "changed" and newest and newest[0].word == "password set":
        return words_own.CHANGED
    return words_own.ENDED if visit.asked("done") == "ended" else None


def _in(visit: Visit, session: Session) -> In:
    """The last use follows from when the session ends without another; in its last half hour that says "after" only."""
    zone, language = visit.company.settings.zone, visit.language
    at = moment(max(session.until - IDLE, session.began), zone, language)
    used = words_own.AFTER.filled(at=at) if session.until == session.began + LONGEST else Text(at, at)
    used = words_own.JUST_NOW if session.own else used
    return In(session.id, moment(session.began, zone, language), used, session.own)


def _line(visit: Visit, event: Event) -> Line:
    who = Text(event.member.name, event.member.name) if event.member else words_own.NOBODY
    what = words_own.WORDS.get(event.word, Text(event.word, event.word))
    return Line(moment(event.at, visit.company.settings.zone, visit.language), who, what)


def _too_often(visit: Visit) -> bool:
    times = visit.company.attempts.attempt("old password", str(visit.member.number), visit.now, WINDOW)
    return times > MOST_OF_A_NAME_HERE


PAGES = (
    staff_page(OWN, Act.READ, show),
    staff_page(f"{OWN}/password", Act.READ, change, "POST"),
    staff_page(f"{OWN}/end", Act.READ, end, "POST"),
    staff_page("/desk/staff", Act.OVERSEE, staff_log),
)
