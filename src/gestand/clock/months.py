"""Adding months to a day and undoing it: clamped to the month's end, never stretched."""

from calendar import monthrange
from datetime import date


def months_later(day: date, months: int) -> date:
    """The day with the same number `months` later, or the last of that month if it has no such day.

    31 January and a month is 28 (or 29) February; 28 February and a month is 28 March, not 31.
    Source: Reg. (EEC, Euratom) 1182/71 art. 3(2)(c); CJEU C-171/03 Toeters.
    """
    year, month = _month(day, months)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def latest_reaching(target: date, months: int) -> date:
    """The latest day whose `months_later` is not after `target`."""
    year, month = _month(target, -months)
    last = monthrange(year, month)[1]
    if target.day == monthrange(target.year, target.month)[1]:
        return date(year, month, last)
    return date(year, month, min(target.day, last))


def _month(day: date, months: int) -> tuple[int, int]:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return year, month + 1
