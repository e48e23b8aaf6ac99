"""The Dutch public holidays, in three calendars, each with the years for which it is known.

Only working days, and ends that move past a weekend or holiday, need this table. Months, years, weeks and
calendar days of a promise never do.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from gestand.clock.errors import BeyondTheTable, TermError

SOURCE = "Algemene termijnenwet art. 3(1)-(3), and the royal decrees under 3(3)"
LAST_YEAR = 2029
"""Look again each year: a new statute, or a decree on art. 3(3), changes this table."""
LAST_DECREED_YEAR = 2028
"""The decrees published so far end here; one follows about every three years."""


@dataclass(frozen=True)
class Calendar:
    """Which days count as public holidays, and for which years (both included) that is known."""

    name: str
    first_year: int
    last_year: int
    statutory: bool = True
    good_friday: bool = True
    decreed: bool = False


@dataclass(frozen=True)
class Holiday:
    """A public holiday's name in both languages."""

    en: str
    nl: str


STRICT = Calendar("STRICT", 2018, LAST_YEAR, good_friday=False)
"""Atw 3(1) alone: the most cautious reading of "public holiday" in Reg. 1182/71."""
ATW = Calendar("ATW", 2018, LAST_YEAR)
"""Atw 3(1) and Good Friday (3(2)); the default. 2018 is the year from which the GDPR applies."""
ATW_KB = Calendar("ATW_KB", 2020, LAST_DECREED_YEAR, decreed=True)
"""ATW and the days put on a par by royal decree (3(3)): for terms from Dutch statutes, never by default."""
NO_HOLIDAYS = Calendar("none", 1, 9999, statutory=False, good_friday=False)
"""Weekends only, so without any limit of years: for safe dates."""

CALENDARS = {calendar.name: calendar for calendar in (STRICT, ATW, ATW_KB)}

_FIXED = {
    (1, 1): Holiday("New Year's Day", "Nieuwjaarsdag"),
    (5, 5): Holiday("Liberation Day", "Bevrijdingsdag"),  # every year: Atw 3(1), not only the fifth
    (12, 25): Holiday("Christmas Day", "eerste kerstdag"),
    (12, 26): Holiday("the second day of Christmas", "tweede kerstdag"),
}
_AFTER_EASTER = {
    1: Holiday("Easter Monday", "tweede paasdag"),
    39: Holiday("Ascension Day", "Hemelvaartsdag"),
    50: Holiday("Whit Monday", "tweede pinksterdag"),
}
_GOOD_FRIDAY = Holiday("Good Friday", "Goede Vrijdag")
_KINGS_DAY = Holiday("King's Day", "Koningsdag")
_DECREED = Holiday("a day equated by royal decree", "een bij koninklijk besluit gelijkgestelde dag")
_DECREED_DAYS = (
    date(2020, 5, 22),
    date(2021, 5, 14),
    date(2022, 5, 27),
    date(2023, 4, 28),
    date(2023, 5, 19),
    date(2024, 5, 10),
    date(2024, 12, 27),
    date(2025, 5, 30),
    date(2026, 1, 2),
    date(2026, 5, 15),
    date(2027, 5, 7),
    date(2028, 4, 28),
    date(2028, 5, 26),
)


def calendar_named(name: str) -> Calendar:
    """The calendar of that name; TermError names those there are."""
    if name in CALENDARS:
        return CALENDARS[name]
    known = ", ".join(CALENDARS)
    raise TermError(
        f"there is no holiday calendar {name!r}; choose one of {known}", found=name, expected=known
    )


def holidays(year: int, calendar: Calendar = ATW) -> dict[date, Holiday]:
    """The public holidays of `year`, weekend days among them; BeyondTheTable outside the calendar's years."""
    if not calendar.first_year <= year <= calendar.last_year:
        raise BeyondTheTable(
            f"the holidays of {year} are not in gestand's table {calendar.name}, which runs from "
            f"{calendar.first_year} through {calendar.last_year}; install a newer gestand, and until then "
            "count on the safe date, which needs no holidays"
        )
    return dict(_computed(year, calendar)) if calendar.statutory else {}


@cache
def _computed(year: int, calendar: Calendar) -> dict[date, Holiday]:
    sunday = easter(year)
    days = {date(year, month, day): name for (month, day), name in _FIXED.items()}
    days[kings_day(year)] = _KINGS_DAY
    if calendar.good_friday:
        days[sunday - timedelta(days=2)] = _GOOD_FRIDAY
    if calendar.decreed:
        days |= {day: _DECREED for day in _DECREED_DAYS if day.year == year}
    return days | {sunday + timedelta(days=after): name for after, name in _AFTER_EASTER.items()}


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous algorithm of 1876, named after Meeus)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def kings_day(year: int) -> date:
    """27 April, or Saturday 26 April where the 27th is a Sunday."""
    day = date(year, 4, 27)
    return day - timedelta(days=1) if day.weekday() == 6 else day


def is_working_day(day: date, calendar: Calendar = ATW) -> bool:
    """Whether `day` is no Saturday, Sunday or public holiday (24 and 31 December are working days)."""
    return day not in holidays(day.year, calendar) and day.weekday() < 5


def first_working_day(day: date, calendar: Calendar = ATW) -> date:
    """`day` itself, or the first working day after it: Reg. (EEC, Euratom) 1182/71 art. 3(4)."""
    while not is_working_day(day, calendar):
        day += timedelta(days=1)
    return day


def working_days_later(day: date, count: int, calendar: Calendar = ATW) -> date:
    """The `count`-th working day after `day`, which is itself not counted; `day` if `count` is nought."""
    steps = _walk(day, timedelta(days=1), calendar)
    for _ in range(count):
        day = next(steps)
    return day


def working_days_back(day: date, count: int, calendar: Calendar = ATW) -> date:
    """The `count`-th working day counted back from `day`, which is counted; the day after `day` if nought."""
    earlier = day + timedelta(days=1)
    steps = _walk(earlier, timedelta(days=-1), calendar)
    for _ in range(count):
        earlier = next(steps)
    return earlier


def _walk(day: date, step: timedelta, calendar: Calendar) -> Iterator[date]:
    while True:
        day += step
        if is_working_day(day, calendar):
            yield day
