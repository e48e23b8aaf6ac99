"""The holiday table agrees with one typed by hand, and is loud beyond its years."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from gestand.clock.errors import BeyondTheTable, TermError
from gestand.clock.holidays import (
    ATW,
    ATW_KB,
    NO_HOLIDAYS,
    STRICT,
    calendar_named,
    easter,
    holidays,
    is_working_day,
    working_days_back,
    working_days_later,
)

TABLE = (Path(__file__).parent.parent / "vectors" / "holidays.csv").read_text(encoding="utf-8").splitlines()
TYPED = {date.fromisoformat(row["day"]) for row in csv.DictReader(TABLE)}


@pytest.mark.parametrize("year", range(2024, 2030))
def test_the_computed_table_is_the_one_typed_by_hand(year: int) -> None:
    assert set(holidays(year)) == {day for day in TYPED if day.year == year}


@pytest.mark.parametrize(
    "sunday",
    ["2018-04-01", "2019-04-21", "2020-04-12", "2021-04-04", "2022-04-17", "2023-04-09", "2038-04-25"],
)
def test_easter_falls_where_the_church_says(sunday: str) -> None:
    assert easter(int(sunday[:4])).isoformat() == sunday


def test_the_calendars_differ_by_good_friday_and_the_decreed_days() -> None:
    assert set(holidays(2026, ATW)) - set(holidays(2026, STRICT)) == {date(2026, 4, 3)}
    assert set(holidays(2026, ATW_KB)) - set(holidays(2026, ATW)) == {date(2026, 1, 2), date(2026, 5, 15)}
    assert holidays(2026, NO_HOLIDAYS) == {}


def test_kings_day_gives_way_to_sunday() -> None:
    assert date(2025, 4, 26) in holidays(2025)
    assert date(2025, 4, 27) not in holidays(2025)


def test_christmas_eve_and_new_years_eve_are_working_days() -> None:
    assert is_working_day(date(2026, 12, 24))
    assert is_working_day(date(2026, 12, 31))


@pytest.mark.parametrize(
    ("calendar", "first", "last"), [(ATW, 2018, 2029), (STRICT, 2018, 2029), (ATW_KB, 2020, 2028)]
)
def test_the_table_is_loud_beyond_both_its_ends(calendar: object, first: int, last: int) -> None:
    known = calendar_named(calendar.name)  # type: ignore[attr-defined]
    assert holidays(first, known)
    assert holidays(last, known)
    for year in (first - 1, last + 1):
        with pytest.raises(
            BeyondTheTable, match=f"holidays of {year} .* {first} through {last}; install a newer"
        ):
            is_working_day(date(year, 6, 14), known)


def test_a_table_that_was_handed_out_cannot_spoil_the_next() -> None:
    holidays(2026).clear()
    assert date(2026, 12, 25) in holidays(2026)


def test_an_unknown_calendar_names_those_there_are() -> None:
    with pytest.raises(TermError, match="choose one of STRICT, ATW, ATW_KB"):
        calendar_named("BANK")


@given(some.dates(date(2019, 1, 1), date(2028, 6, 1)), some.integers(0, 80))
def test_counting_back_undoes_counting_on(day: date, count: int) -> None:
    limit = working_days_later(day, count)
    first_not_reaching = working_days_back(limit, count)
    assert day < first_not_reaching
    assert working_days_later(first_not_reaching - timedelta(days=1), count) <= limit
    assert working_days_later(first_not_reaching, count) > limit
