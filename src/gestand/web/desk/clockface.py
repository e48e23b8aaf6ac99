"""How a clock reads at the desk: the days that are left, the last day, and how urgent that is."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from gestand.core.case import Clocks
from gestand.core.caselist import Urgency
from gestand.core.text import Language, Text
from gestand.documents.voice import day_words
from gestand.duties.requests import SOON

_LEFT = (Text("nog {days} dag", "{days} day left"), Text("nog {days} dagen", "{days} days left"))
_LATE = (Text("{days} dag te laat", "{days} day late"), Text("{days} dagen te laat", "{days} days late"))
_TODAY = Text("vandaag", "today")
_ANSWERED = Text("beantwoord", "answered")
_COLOURS = {Urgency.BEYOND: "late", Urgency.LATE: "late", Urgency.SOON: "soon", Urgency.IN_TIME: ""}


@dataclass(frozen=True)
class Clockface:
    """`left` is what counts, up to the day that she was told; `colour` is a class of the style sheet, and empty where
    nothing presses.

    `answer_by`, `safe` and `limit` are the last days on which an answer is in time: as she was told, under every
    reading, and under the law alone. Once the term is `extended`, `own` is the earlier day of our statement, if it has
    one: a promise is not extended, and being late for it stays late.
    """

    left: Text
    colour: str
    answer_by: str
    safe: str
    limit: str
    paused: bool = False
    extended: bool = False
    own: str = ""
    own_left: Text | None = None
    own_colour: str = ""


def clockface(
    clocks: Clocks, now: datetime, zone: ZoneInfo, language: Language, *, closed: bool = False
) -> Clockface:
    """The clocks of a case as they stand now; those of a closed one have stopped."""
    today, told, own = (
        now.astimezone(zone).date(),
        _last_day(clocks.told, zone),
        _last_day(clocks.answer_by, zone),
    )
    apart = clocks.extended and own < told
    return Clockface(
        left=_ANSWERED if closed else _left((told - today).days),
        colour="" if closed else _COLOURS[urgency(_as_told(clocks), now)],
        answer_by=day_words(told, language),
        safe=day_words(_last_day(clocks.safe, zone), language),
        limit=day_words(_last_day(clocks.limit, zone), language),
        paused=clocks.paused and not closed,
        extended=clocks.extended,
        own=day_words(own, language) if apart else "",
        own_left=_left((own - today).days) if apart and not closed else None,
        own_colour=_COLOURS[urgency(clocks, now)] if apart and not closed else "",
    )


def urgency(clocks: Clocks, now: datetime) -> Urgency:
    """Where an open case stands against its clocks; as the list of the book counts it."""
    if clocks.limit <= now:
        return Urgency.BEYOND
    if clocks.answer_by <= now:
        return Urgency.LATE
    return Urgency.SOON if clocks.safe < now + SOON else Urgency.IN_TIME


def _as_told(clocks: Clocks) -> Clocks:
    """The clocks as she knows them: after an extension, the law's alone."""
    return replace(clocks, safe=clocks.told, answer_by=clocks.told) if clocks.extended else clocks


def moment(at: datetime, zone: ZoneInfo, language: Language) -> str:
    """A day and a time, as people write them."""
    local = at.astimezone(zone)
    return f"{day_words(local.date(), language)}, {local:%H:%M}"


def number(rows: int, language: Language) -> str:
    """A count with the separators of the language."""
    return f"{rows:,}".replace(",", ".") if language == "nl" else f"{rows:,}"


def _left(days: int) -> Text:
    if days == 0:
        return _TODAY
    one, more = _LATE if days < 0 else _LEFT
    return (one if abs(days) == 1 else more).filled(days=abs(days))


def _last_day(too_late: datetime, zone: ZoneInfo) -> date:
    return (too_late - timedelta(seconds=1)).astimezone(zone).date()
