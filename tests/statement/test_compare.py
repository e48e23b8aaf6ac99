"""Which of two terms is stricter, checked against real dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gestand.clock.cutoff import last_day
from gestand.clock.term import CountedFrom, Period, Term
from gestand.statement.compare import compare_terms, shorter_than, stricter
from gestand.statement.terms import parse_kept


@pytest.mark.parametrize(
    ("old", "new", "verdict"),
    [
        ("1 week after visit", "7 days after visit", "same"),
        ("2 weeks after visit", "1 week after visit", "stricter"),
        ("1 week after visit", "1 month after visit", "laxer"),
        ("1 week after visit", "until visit", "stricter"),
        ("1 month after visit", "30 days after visit", "other"),
        ("1 month after visit", "28 days after visit", "stricter"),
        ("1 year after visit", "366 days after visit", "laxer"),
        ("7 years after visit", "7 years after the book year of visit", "laxer"),
        ("7 years after the book year of visit", "7 years after the calendar year of visit", "same"),
        ("7 years after the book year of visit", "8 years after visit", "other"),
        ("72 hours after aware", "48 hours after aware", "stricter"),
        ("5 working days after visit", "5 days after visit", "stricter"),
        ("1 week after visit", "1 week after purchase", "other"),
    ],
)
def test_stricter_means_gone_sooner_on_every_date(old: str, new: str, verdict: str) -> None:
    assert stricter(parse_kept(old), parse_kept(new)) == verdict


def test_a_shifted_book_year_is_not_the_calendar_year() -> None:
    june = parse_kept("7 years after the book year of visit", (6, 30))
    assert stricter(june, parse_kept("7 years after the calendar year of visit")) == "other"


def test_a_promise_that_could_end_before_the_law_does_is_shorter() -> None:
    law = Term(Period(months=84), "the book year")
    assert shorter_than(Term(Period(months=84)), law)
    assert shorter_than(Term(Period(months=72), "the book year"), law)
    assert shorter_than(Term(Period(days=2556)), Term(Period(months=84)))
    assert not shorter_than(Term(Period(days=2557)), Term(Period(months=84)))
    assert not shorter_than(law, law)
    assert not shorter_than(Term(Period(months=96), "the calendar year"), law)


periods = st.one_of(
    st.builds(Period, months=st.integers(0, 130)),
    st.builds(Period, days=st.integers(0, 800)),
    st.builds(Period, months=st.integers(0, 30), days=st.integers(0, 40)),
)
counted: st.SearchStrategy[CountedFrom] = st.sampled_from(
    ["the moment", "the calendar year", "the book year"]
)
terms = st.builds(Term, periods, counted, st.sampled_from([(12, 31), (6, 30)]))


@given(terms, terms, st.dates(date(1990, 1, 1), date(2060, 12, 31)))
def test_a_verdict_holds_on_every_date(old: Term, new: Term, day: date) -> None:
    verdict = compare_terms(old, new)
    was, now = last_day(old, day), last_day(new, day)
    assert verdict != "same" or was == now
    assert verdict != "stricter" or now <= was
    assert verdict != "laxer" or now >= was
