"""Lifetimes in seconds: years of 365 days and months of 30, the way cookies are counted."""

from gestand.clock.period import parse_period
from gestand.clock.term import Period
from gestand.statement.devices import FixedLifetime

HOUR = 3_600
DAY = 24 * HOUR
YEAR, MONTH = 365 * DAY, 30 * DAY


def in_seconds(lifetime: FixedLifetime | Period) -> int | None:
    """Nought for a session or one operation; None for what stays until it is erased."""
    if not isinstance(lifetime, Period):
        return None if lifetime == "until erased" else 0
    years, months = divmod(lifetime.months, 12)
    calendar = years * YEAR if months == 0 else lifetime.months * MONTH
    return calendar + (lifetime.days + lifetime.working_days) * DAY + lifetime.hours * HOUR


def in_words(seconds: int | None) -> str:
    """A lifetime as a statement writes it: `session`, `13 months`, `90 minutes` as `2 hours`.

    The largest whole unit is taken; what is no whole hour is rounded up. Twelve months of 30 days are no year,
    and so are told in days.
    """
    if seconds is None:
        return "until erased"
    if seconds <= 0:
        return "session"
    for unit, size in (("year", YEAR), ("month", MONTH), ("day", DAY)):
        count, rest = divmod(seconds, size)
        if count and not rest and not (unit == "month" and count % 12 == 0):
            return f"{count} {unit}{'s' * (count > 1)}"
    hours = -(-seconds // HOUR)
    return f"{hours} hour{'s' * (hours > 1)}"


def in_seconds_of_words(words: str) -> int | None:
    """The seconds of a lifetime as `in_words` writes it."""
    if words in ("session", "until erased"):
        return None if words == "until erased" else 0
    return in_seconds(parse_period(words))
