"""A term and now become the one moment before which the term is over, exactly."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from gestand.clock.cutoff import deviates_before, due_before, last_day, long_released_before, released_before
from gestand.clock.errors import BeyondTheTable, TermError
from gestand.clock.term import Period, Term

HOME = ZoneInfo("Europe/Amsterdam")
ZONES = some.sampled_from([HOME, ZoneInfo("UTC"), ZoneInfo("America/New_York"), ZoneInfo("Pacific/Auckland")])
PERIODS = some.one_of(
    some.builds(Period, months=some.integers(0, 130), days=some.integers(0, 100)),
    some.builds(Period, working_days=some.integers(1, 60)),
)
TERMS = some.builds(
    Term,
    period=PERIODS,
    counted_from=some.sampled_from(["the moment", "the calendar year", "the book year"]),
    book_year_ends=some.sampled_from([(12, 31), (6, 30), (2, 28), (2, 29), (9, 30), (4, 1)]),
)
TODAYS = some.dates(date(2021, 1, 1), date(2028, 12, 1))
TIMES = some.times()
DAY = timedelta(days=1)


def at(day: date, clock: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, clock, tzinfo=zone)


def ends(term: Term, day: date) -> date:
    """`last_day`, with days too late for the holiday table held to be too late for today as well."""
    try:
        return last_day(term, day)
    except BeyondTheTable:
        return date.min if day.year < 2018 else date.max


def days_around(boundary: datetime, today: date) -> list[date]:
    edge = boundary.date()
    return [edge + DAY * shift for shift in range(-35, 36)] + [today + DAY * shift for shift in range(-3, 4)]


@given(TERMS, TODAYS, some.times(min_value=time(0, 0, 1)), ZONES)
def test_due_is_whatever_has_come_to_its_last_day(
    term: Term, today: date, clock: time, zone: ZoneInfo
) -> None:
    now = at(today, clock, zone)
    boundary = due_before(term, now, zone)
    assert boundary <= now
    for day in days_around(boundary, today):
        assert (at(day, time.min, zone) < boundary) == (day <= today and ends(term, day) <= today), day


Cutoff = Callable[[Term, datetime, ZoneInfo], datetime]


@pytest.mark.parametrize(
    ("cutoff", "days_over"), [(deviates_before, 1), (released_before, 1), (long_released_before, 2)]
)
@given(TERMS, TODAYS, TIMES, ZONES)
def test_over_is_whatever_has_passed_its_last_day(
    cutoff: Cutoff, days_over: int, term: Term, today: date, clock: time, zone: ZoneInfo
) -> None:
    boundary = cutoff(term, at(today, clock, zone), zone)
    for day in days_around(boundary, today):
        over = ends(term, day) <= today - DAY * days_over
        assert (at(day, time.min, zone) < boundary) == over, day
        assert (at(day, time(23, 59), zone) < boundary) == over, day


@given(TERMS, some.dates(date(2019, 1, 1), date(2027, 1, 1)), some.dates(date(2019, 1, 1), date(2027, 1, 1)))
def test_a_later_moment_never_ends_earlier(term: Term, one: date, two: date) -> None:
    early, late = sorted((one, two))
    assert early <= last_day(term, early) <= last_day(term, late)


@given(TERMS, TODAYS, TODAYS)
def test_a_later_now_never_takes_a_cutoff_back(term: Term, one: date, two: date) -> None:
    early, late = (at(day, time(12), HOME) for day in sorted((one, two)))
    for cutoff in (due_before, deviates_before, long_released_before):
        assert cutoff(term, early, HOME) <= cutoff(term, late, HOME)


@given(some.integers(1, 2_000), TODAYS, TIMES, ZONES)
def test_hours_elapse_whatever_the_clock_on_the_wall_does(
    hours: int, today: date, clock: time, zone: ZoneInfo
) -> None:
    now = at(today, clock, zone)
    term, elapsed = Term(Period(hours=hours)), timedelta(hours=hours)
    instant = now.astimezone(UTC)
    assert due_before(term, now, HOME).astimezone(UTC) == instant - elapsed + timedelta(hours=1)
    assert deviates_before(term, now, HOME).astimezone(UTC) == instant - elapsed
    assert released_before(term, now, HOME).astimezone(UTC) == instant - elapsed
    assert long_released_before(term, now, HOME).astimezone(UTC) == instant - elapsed - timedelta(hours=1)
    assert due_before(term, now, HOME) <= now


BOOK = Term(Period(months=84), "the book year", (6, 30))


@pytest.mark.parametrize(
    ("term", "day", "last"),
    [
        (Term(Period(days=7)), "2026-11-22", "2026-11-29"),
        (Term(Period(months=1)), "2026-01-31", "2026-02-28"),
        (Term(Period(months=1)), "2028-01-31", "2028-02-29"),
        (Term(Period(months=1)), "2026-02-28", "2026-03-28"),
        (Term(Period(months=12)), "2024-02-29", "2025-02-28"),
        (Term(Period(months=1, days=1)), "2026-01-31", "2026-03-01"),
        (Term(Period(working_days=5)), "2026-12-23", "2026-12-31"),
        (Term(Period()), "2026-12-25", "2026-12-25"),
        (Term(Period(months=84), "the calendar year"), "2019-03-01", "2026-12-31"),
        (BOOK, "2024-06-30", "2031-06-30"),
        (BOOK, "2024-07-01", "2032-06-30"),
        (Term(Period(), "the book year", (2, 29)), "2027-02-01", "2027-02-28"),
        (Term(Period(), "the book year", (2, 29)), "2028-02-01", "2028-02-29"),
    ],
)
def test_a_term_runs_through_its_last_day(term: Term, day: str, last: str) -> None:
    assert last_day(term, date.fromisoformat(day)).isoformat() == last


@pytest.mark.parametrize(
    ("term", "now", "due", "deviates"),
    [
        (
            Term(Period(days=7)),
            "2026-11-22T10:00+01:00",
            "2026-11-16T00:00:00+01:00",
            "2026-11-15T00:00:00+01:00",
        ),
        # 28 February is the last day of a month that began on 28, 29, 30 or 31 January
        (
            Term(Period(months=1)),
            "2026-02-28T10:00+01:00",
            "2026-02-01T00:00:00+01:00",
            "2026-01-28T00:00:00+01:00",
        ),
        # on the night that the clock goes back, half past midnight UTC is already the next day at home
        (
            Term(Period(days=1)),
            "2026-10-24T22:30+00:00",
            "2026-10-25T00:00:00+02:00",
            "2026-10-24T00:00:00+02:00",
        ),
        (BOOK, "2031-06-29T10:00+02:00", "2023-07-01T00:00:00+02:00", "2023-07-01T00:00:00+02:00"),
        (BOOK, "2031-06-30T10:00+02:00", "2024-07-01T00:00:00+02:00", "2023-07-01T00:00:00+02:00"),
        (Term(Period()), "2026-11-22T10:00+01:00", "2026-11-22T10:00:00+01:00", "2026-11-22T00:00:00+01:00"),
        (
            Term(Period(hours=72)),
            "2026-03-30T13:00+02:00",
            "2026-03-27T13:00:00+01:00",
            "2026-03-27T12:00:00+01:00",
        ),
    ],
)
def test_cutoffs_stand_where_a_hand_puts_them(term: Term, now: str, due: str, deviates: str) -> None:
    moment = datetime.fromisoformat(now)
    assert due_before(term, moment, HOME).isoformat() == due
    assert deviates_before(term, moment, HOME).isoformat() == deviates


def test_working_days_need_the_table_and_nothing_else_does() -> None:
    far = datetime(2090, 1, 5, 12, tzinfo=UTC)
    assert due_before(Term(Period(months=1200)), far, HOME).year == 1990
    with pytest.raises(BeyondTheTable):
        due_before(Term(Period(working_days=5)), far, HOME)


def test_a_naive_now_and_hours_of_a_year_are_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        due_before(Term(Period(days=1)), datetime(2026, 1, 1), HOME)  # noqa: DTZ001
    with pytest.raises(ValueError, match="aware"):
        due_before(Term(Period(hours=1)), datetime(2026, 1, 1), HOME)  # noqa: DTZ001
    with pytest.raises(TermError, match="72 hours cannot be counted from the book year"):
        due_before(Term(Period(hours=72), "the book year"), datetime(2026, 1, 1, tzinfo=UTC), HOME)
    with pytest.raises(TermError, match="end at an instant"):
        last_day(Term(Period(hours=72)), date(2026, 1, 1))
    with pytest.raises(TermError, match="no book year can end on day 31 of month 6"):
        last_day(Term(Period(), "the book year", (6, 31)), date(2026, 1, 1))
