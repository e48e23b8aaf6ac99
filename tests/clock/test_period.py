"""Periods are read as people write them, and written as people read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from gestand.clock.errors import TermError
from gestand.clock.period import Language, parse_period, words
from gestand.clock.term import Period

IN_DAYS = some.builds(Period, months=some.integers(0, 1200), days=some.integers(0, 36_525)).filter(
    lambda period: period != Period()
)
HOURS = some.builds(Period, hours=some.integers(1, 876_600))
WORKING = some.builds(Period, working_days=some.integers(1, 26_100))


@given(IN_DAYS | HOURS | WORKING, some.sampled_from(["nl", "en"]))
def test_words_read_back_as_the_same_period(period: Period, language: Language) -> None:
    assert parse_period(words(period, language)) == period


@given(some.text(max_size=100))
def test_any_text_is_a_period_or_a_term_error(text: str) -> None:
    try:
        found = parse_period(text)
    except TermError as error:
        found = parse_period(error.nearest)
    assert found != Period()


@given(some.text("0123456789 PYMWDTHpt.-,+aenjr", max_size=14))
def test_a_near_miss_is_a_period_or_a_term_error(text: str) -> None:
    test_any_text_is_a_period_or_a_term_error.hypothesis.inner_test(text)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("1 week", Period(days=7)),
        ("5 working days", Period(working_days=5)),
        ("5 werkdagen", Period(working_days=5)),
        ("1 werkdag", Period(working_days=1)),
        ("72 hours", Period(hours=72)),
        ("72 uur", Period(hours=72)),
        ("13 months", Period(months=13)),
        ("13 maanden", Period(months=13)),
        ("2 years", Period(months=24)),
        ("2 jaar", Period(months=24)),
        ("a year", Period(months=12)),
        ("one month", Period(months=1)),
        ("een maand", Period(months=1)),
        ("één week", Period(days=7)),
        ("e\u0301e\u0301n week", Period(days=7)),
        ("Twaalf Maanden", Period(months=12)),
        ("twelve hours", Period(hours=12)),
        ("1 year and 6 months", Period(months=18)),
        ("1 jaar en 6 maanden", Period(months=18)),
        ("1 year, 6 months and 10 days", Period(months=18, days=10)),
        ("anderhalf jaar", Period(months=18)),
        ("  4\u00a0 weken ", Period(days=28)),
        ("30days", Period(days=30)),
        ("P1W", Period(days=7)),
        ("PT72H", Period(hours=72)),
        ("P1Y6M", Period(months=18)),
        ("P10D", Period(days=10)),
        ("100 years", Period(months=1200)),
    ],
)
def test_what_people_write_is_understood(text: str, period: Period) -> None:
    assert parse_period(text) == period


@pytest.mark.parametrize(
    ("text", "why", "nearest"),
    [
        ("soon", "no whole number", "1 week"),
        ("", "empty", "1 week"),
        ("-1 week", "cannot be negative", "1 week"),
        ("minus 3 maanden", "cannot be negative", "3 months"),
        ("P-2Y", "cannot be negative", "2 years"),
        ("0 days", "no time at all", "1 day"),
        ("P0D", "no time at all", "1 day"),
        ("101 years", "more than a hundred years", "100 years"),
        ("99999999999999999999 days", "more than a hundred years", "100 years"),
        ("1 weak", "'weak' is unknown", "1 week"),
        ("5 werkdagn", "'werkdagn' is unknown", "5 werkdagen"),
        ("some days", "'some' is unknown", "1 day"),
        ("1.5 years", "no whole number", "1 year"),
        ("1 day and 12 hours", "stand alone", "12 hours"),
        ("P1DT12H", "stand alone", "12 hours"),
        ("1 month and 5 working days", "stand alone", "5 working days"),
        ("6 months and 1 year", "the largest first", "6 months"),
        ("1 week and 1 week", "each unit is written once", "1 week"),
        ("PT30M", "no whole number", "1 week"),
        ("P", "no number with a unit", "P1W"),
        ("1 year and -1 month", "no whole number", "1 month"),
        ("x" * 1_000_000, "far too long", "1 week"),
    ],
)
def test_what_is_no_term_is_refused_with_the_nearest_valid_form(text: str, why: str, nearest: str) -> None:
    with pytest.raises(TermError, match=why) as refusal:
        parse_period(text)
    assert refusal.value.nearest == nearest
    assert f"nearest valid form: '{nearest}'" in str(refusal.value)
    assert len(str(refusal.value)) < 400


@pytest.mark.parametrize(
    ("period", "english", "dutch", "standard"),
    [
        (Period(days=7), "1 week", "1 week", "P1W"),
        (Period(days=8), "8 days", "8 dagen", "P8D"),
        (Period(days=1), "1 day", "1 dag", "P1D"),
        (Period(months=24), "2 years", "2 jaar", "P2Y"),
        (Period(months=13), "13 months", "13 maanden", "P13M"),
        (Period(hours=72), "72 hours", "72 uur", "PT72H"),
        (Period(months=12, days=14), "1 year and 2 weeks", "1 jaar en 2 weken", "P1Y14D"),
    ],
)
def test_periods_are_written_in_the_largest_whole_unit(
    period: Period, english: str, dutch: str, standard: str
) -> None:
    assert (words(period, "en"), words(period, "nl"), parse_period(standard)) == (english, dutch, period)


def test_working_days_have_words() -> None:
    assert words(Period(working_days=5), "nl") == "5 werkdagen"
