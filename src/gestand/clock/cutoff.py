"""A term and today become one constant: the first moment whose term is not yet over.

Every term is monotone (a later moment never ends earlier), so each question here has one exact answer, found
by undoing the term from today: no search, and no date arithmetic in a store.
"""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from gestand.clock.errors import TermError
from gestand.clock.holidays import ATW, working_days_back, working_days_later
from gestand.clock.moment import midnight
from gestand.clock.months import latest_reaching, months_later
from gestand.clock.term import Period, Term

_DAY = timedelta(days=1)


def last_day(term: Term, day: date) -> date:
    """The last local day through which a term counted from a moment on `day` runs.

    A calendar or book year runs to its end first. Months are clamped and never stretched; nothing shifts for
    weekends or holidays. Terms in hours have no last day: TermError. Working days need the holiday table:
    BeyondTheTable outside it.
    """
    period = _in_days(term)
    day = _year_end(term, day)
    if period.working_days:
        return working_days_later(day, period.working_days, ATW)
    try:
        return months_later(day, period.months) + timedelta(days=period.days)
    except (OverflowError, ValueError):
        raise TermError(f"a term from {day} would end after the year 9999; write a shorter one") from None


def due_before(term: Term, now: datetime, zone: ZoneInfo) -> datetime:
    """Moments before this are due for `keep`, which erases on the last day of a maximum. Never after `now`.

    For terms in hours the last hour does as the last day: whatever ends within the coming hour is due.
    """
    if term.period.hours:
        return _before_hours(term, now, zone, slack=1)
    return min(_first_after(term, _today(now, zone), zone), now.astimezone(zone))


def deviates_before(term: Term, now: datetime, zone: ZoneInfo) -> datetime:
    """Moments before this are past a maximum: their last day (or last hour) is wholly over."""
    if term.period.hours:
        return _before_hours(term, now, zone, slack=0)
    return _first_after(term, _today(now, zone) - _DAY, zone)


def released_before(term: Term, now: datetime, zone: ZoneInfo) -> datetime:
    """Moments before this are past a minimum by law, which demands keeping through the last day."""
    return deviates_before(term, now, zone)


def long_released_before(term: Term, now: datetime, zone: ZoneInfo) -> datetime:
    """Moments before this were released by a minimum a whole day (or hour) ago.

    Where promise and law end on the same day, erasing falls due the day after; `check` allows that day.
    """
    if term.period.hours:
        return _before_hours(term, now, zone, slack=-1)
    return _first_after(term, _today(now, zone) - 2 * _DAY, zone)


def _first_after(term: Term, limit: date, zone: ZoneInfo) -> datetime:
    """The first moment of the first day whose last day comes after `limit`."""
    return midnight(_latest_ending(term, limit) + _DAY, zone)


def _latest_ending(term: Term, limit: date) -> date:
    """The latest day whose `last_day` is not after `limit`."""
    period = _in_days(term)
    if period.working_days:
        day = working_days_back(limit, period.working_days, ATW) - _DAY
    else:
        day = latest_reaching(limit - timedelta(days=period.days), period.months)
    if term.counted_from == "the moment":
        return day
    end = _year_end(term, day)
    return end if end <= day else _end_in(term, end.year - 1)


def _before_hours(term: Term, now: datetime, zone: ZoneInfo, slack: int) -> datetime:
    """Elapsed hours, counted in UTC: a night on which the clocks change counts as long as it lasts."""
    if term.counted_from != "the moment":
        raise TermError(f"{term.period.hours} hours cannot be counted from {term.counted_from}; write days")
    _today(now, zone)
    before = now.astimezone(UTC) - timedelta(hours=max(term.period.hours - slack, 0))
    return before.astimezone(zone)


def _in_days(term: Term) -> Period:
    if term.period.hours:
        raise TermError(f"{term.period.hours} hours end at an instant, not on a day")
    return term.period


def _year_end(term: Term, day: date) -> date:
    """`day`, or the end of the calendar or book year in which it falls."""
    if term.counted_from == "the moment":
        return day
    end = _end_in(term, day.year)
    return end if day <= end else _end_in(term, day.year + 1)


def _end_in(term: Term, year: int) -> date:
    """The year's end that falls in calendar year `year`; 29 February becomes 28 in a common year."""
    month, day = (12, 31) if term.counted_from == "the calendar year" else term.book_year_ends
    try:
        return months_later(date(2000, month, day), (year - 2000) * 12)
    except ValueError:
        raise TermError(f"no book year can end on day {day} of month {month}") from None


def _today(now: datetime, zone: ZoneInfo) -> date:
    if now.tzinfo is None:
        raise ValueError("now must be an aware datetime")
    return now.astimezone(zone).date()
