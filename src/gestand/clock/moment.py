"""Moments and local days: what a clock on the wall says, and which instant that is."""

import re
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from gestand.clock.errors import TermError

HOME_ZONE = "Europe/Amsterdam"
"""Where a date is read that says nothing of its zone."""

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MOMENT = re.compile(
    r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)", re.ASCII | re.I
)


def parse_start(text: str) -> date | datetime:
    """A date (`2026-03-05`), or a moment (`2026-03-05T10:20`, perhaps with `+01:00` or `Z`).

    TermError for anything else, and for a day or hour that does not exist.
    """
    text = text.strip()
    try:
        if _DATE.fullmatch(text):
            return date.fromisoformat(text)
        if _MOMENT.fullmatch(text):
            return datetime.fromisoformat(text.upper())
    except ValueError:
        pass  # well written, but no such day or hour: refused below
    expected = "a date such as 2026-03-05, or a moment such as 2026-03-05T10:20:00+01:00"
    raise TermError(f"{text[:40]!r} is no day or moment; write {expected}", found=text, expected=expected)


def parse_day(text: str) -> date:
    """As `parse_start`, and of a moment its local day in Europe/Amsterdam."""
    return local_day(parse_start(text), ZoneInfo(HOME_ZONE))


def instant(moment: date | datetime, zone: ZoneInfo) -> datetime:
    """The instant of `moment`, in `zone`; a moment without an offset is read there.

    Of a local time that comes twice (autumn) the earlier instant is taken, for the earlier deadline.
    A local time that never comes (spring) is read as on a clock that was not yet put forward.
    A date alone begins with its first moment.
    """
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time.min)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone, fold=0)
    try:
        return moment.astimezone(UTC).astimezone(zone)
    except OverflowError:
        raise TermError(f"{moment.year:04} lies at the edge of the years that can be counted") from None


def local_day(moment: date | datetime, zone: ZoneInfo) -> date:
    """The calendar day in `zone` on which `moment` falls; the time of day does not matter after that."""
    return instant(moment, zone).date() if isinstance(moment, datetime) else moment


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """The first moment of `day` in `zone`."""
    return datetime.combine(day, time.min, tzinfo=zone)
