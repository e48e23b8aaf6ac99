"""From the staff's form to a request: received then, entered now; the rest as on the public form."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from gestand.core.request import Known, Request, Way
from gestand.core.text import Language, Text
from gestand.web import asking
from gestand.web.asking import Typed
from gestand.web.desk import words_entering as texts
from gestand.web.desk.casepage import LATE_ENTRY_DAYS
from gestand.web.forms import Form
from gestand.web.offered import Offered

LONGEST_ADDRESS = 1000
OLDEST = timedelta(days=3653)


@dataclass(frozen=True)
class Entering:
    """What was typed; `received` is None while day and time cannot be read."""

    typed: Typed
    way: str
    day: str
    time: str
    language: Language
    received: datetime | None
    address: str = field(default="", repr=False)
    known_email: str = field(default="", repr=False)

    def days_late(self, now: datetime) -> int:
        """Days between receipt and entry; nought where they are no more than a couple."""
        days = (now - self.received).days if self.received else 0
        return days if days > LATE_ENTRY_DAYS else 0


def blank(now: datetime, zone: ZoneInfo, language: Language) -> Entering:
    """The form as it is first shown: today, by post."""
    local = now.astimezone(zone)
    return Entering(Typed(), Way.POST, f"{local:%Y-%m-%d}", f"{local:%H:%M}", language, now)


def read(form: Form, offers: Offered, zone: ZoneInfo) -> Entering:
    """What was typed, made plain."""
    way, day, time = form.line("way"), form.line("day"), form.line("time")
    return Entering(
        typed=asking.read(form, offers),
        way=next((one.value for one in texts.WAYS if one == way), ""),
        day=day,
        time=time,
        language="en" if form.line("language") == "en" else "nl",
        received=_moment(day, time, zone),
        address=form.text("address"),
        known_email=form.line("known-email"),
    )


def faults(entering: Entering, now: datetime) -> dict[str, Text]:
    """What is wrong, by field; an answer may go by post, so an e-mail address may be missing."""
    return dict((*_own_faults(entering, now), *_others(entering)))


def requests(entering: Entering, email_kind: str, now: datetime) -> tuple[Request, ...]:
    """One request, or two, as from the public form; with the time of receipt and the address for the post."""
    way = Way(entering.way)
    made = asking.requests(entering.typed, email_kind, entering.language, now, way)
    return tuple(_received(one, entering, email_kind) for one in made)


def _received(request: Request, entering: Entering, email_kind: str) -> Request:
    asker = replace(request.asker, address=entering.address)
    every = (*request.known, Known(email_kind, entering.known_email))
    known = tuple(dict.fromkeys(one for one in every if one.value))
    return replace(request, received=entering.received or request.entered, asker=asker, known=known)


def _own_faults(entering: Entering, now: datetime) -> Iterator[tuple[str, Text]]:
    if not entering.way:
        yield "way", texts.NO_WAY
    if entering.received is None:
        yield "day", texts.NO_MOMENT
    elif entering.received > now:
        yield "day", texts.TO_COME
    elif now - entering.received > OLDEST:
        yield "day", texts.TOO_OLD
    if not (entering.typed.line("email") or entering.address):
        yield "email", texts.NO_WAY_BACK
    if entering.known_email and not asking.is_address(entering.known_email):
        yield "known-email", asking.BAD_EMAIL
    if len(entering.address) > LONGEST_ADDRESS:
        yield "address", asking.TOO_LONG.filled(most=LONGEST_ADDRESS)


def _others(entering: Entering) -> Iterator[tuple[str, Text]]:
    """Those of the public form; what goes to an organisation without a mail address is printed."""
    for name, fault in asking.faults(entering.typed).items():
        if fault not in (asking.NO_EMAIL, asking.NO_ORGANISATION):
            yield name, fault


def _moment(day: str, time: str, zone: ZoneInfo) -> datetime | None:
    try:
        return datetime.strptime(f"{day} {time}", "%Y-%m-%d %H:%M").replace(tzinfo=zone)
    except ValueError:
        return None
