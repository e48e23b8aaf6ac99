"""Terms: as people write them, in two languages and ISO 8601, and back again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gestand.clock.term import CountedFrom, Period, Term
from gestand.core.errors import TermError
from gestand.core.text import Language
from gestand.statement.terms import parse_kept, term_words

WEEK = Term(Period(days=7))


@pytest.mark.parametrize(
    ("text", "term", "moment"),
    [
        ("1 week after message-sent", WEEK, "message-sent"),
        ("1 week na message-sent", WEEK, "message-sent"),
        ("P1W after message-sent", WEEK, "message-sent"),
        ("until relation-ended", Term(Period()), "relation-ended"),
        ("tot relation-ended", Term(Period()), "relation-ended"),
        ("72 hours after aware", Term(Period(hours=72)), "aware"),
        ("2 years after the paid period ends", Term(Period(months=24)), "paid-period-ends"),
        (
            "7 years after the book year of invoice-date",
            Term(Period(months=84), "the book year"),
            "invoice-date",
        ),
        ("7 jaar na het boekjaar van invoice-date", Term(Period(months=84), "the book year"), "invoice-date"),
        ("2 years after the calendar year of exit", Term(Period(months=24), "the calendar year"), "exit"),
        (
            "5 jaar na het einde van het kalenderjaar van exit",
            Term(Period(months=60), "the calendar year"),
            "exit",
        ),
    ],
)
def test_a_term_is_read_as_people_write_it(text: str, term: Term, moment: str) -> None:
    kept = parse_kept(text)
    assert (kept.term, kept.moment, kept.text) == (term, moment, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "1 week",
        "after visit",
        "until",
        "-1 week after visit",
        "1 week after the book year",
        "x" * 999,
    ],
)
def test_what_is_no_term_is_refused(text: str) -> None:
    with pytest.raises(TermError):
        parse_kept(text)


lengths = st.one_of(
    st.builds(Period, months=st.integers(1, 1_200)),
    st.builds(Period, days=st.integers(1, 3_650)),
    st.builds(Period, working_days=st.integers(1, 200)),
    st.builds(Period, hours=st.integers(1, 200)),
    st.just(Period()),
)
counted: st.SearchStrategy[CountedFrom] = st.sampled_from(
    ["the moment", "the calendar year", "the book year"]
)
languages: st.SearchStrategy[Language] = st.sampled_from(["nl", "en"])


@given(lengths, counted, languages, st.from_regex(r"[a-z]{2,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True))
def test_a_term_comes_back_from_its_words(
    period: Period, begin: CountedFrom, language: Language, moment: str
) -> None:
    term = Term(period, begin if period != Period() else "the moment")
    assert parse_kept(f"{term_words(term, language)} {moment}").term == term


@given(st.text(max_size=60))
def test_any_text_is_a_term_or_a_term_error(text: str) -> None:
    try:
        told = parse_kept(text).moment
    except TermError as error:
        told = str(error)
    assert told
