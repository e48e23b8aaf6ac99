"""Reading a statement: what holds for every text, and what a statement knows of its file."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gestand.clock.term import Period, Term
from gestand.core.errors import StatementError
from gestand.core.place import Place
from gestand.core.promise import LegalMinimum, Limit
from gestand.core.text import Text
from gestand.statement import NONE, NOT_APPLICABLE, UNSTATED
from gestand.statement.minimum import legal_minimum
from gestand.statement.model import Statement
from gestand.statement.parse import parse_statement

SMALL = (Path(__file__).parent / "small.yaml").read_text("utf-8")
SHARED = Path(__file__).parents[3] / "shared" / "example" / "statement.yaml"

Changed = Callable[..., Statement]


def test_the_three_absences_are_three_values(changed: Changed) -> None:
    answers = [changed(("sold: none", line)).sold for line in ("sold: none", "sold: unstated", "")]
    assert answers == [NONE, UNSTATED, UNSTATED]
    assert changed(("sold: none", "minors: not applicable")).minors is NOT_APPLICABLE
    assert len({NONE, UNSTATED, NOT_APPLICABLE}) == 3


def test_an_absence_is_false_and_what_is_stated_is_true(changed: Changed) -> None:
    statement = changed()
    assert not statement.sold
    assert statement.rights


def test_a_promise_knows_its_place_in_the_file(tmp_path: Path, small: str) -> None:
    file = tmp_path / "statement.yaml"
    file.write_text(small, "utf-8")
    statement = parse_statement(file)
    line = small.splitlines().index("  invoices:") + 1
    assert statement.place_of("retention/invoices") == Place(str(file), line, 3)
    assert statement.place_of("retention/nowhere") == statement.place_of("retention")


def test_the_digest_is_of_the_exact_bytes(tmp_path: Path, small: str) -> None:
    file = tmp_path / "statement.yaml"
    raw = b"\xef\xbb\xbf" + small.replace("\n", "\r\n").encode()
    file.write_bytes(raw)
    assert parse_statement(file).digest == hashlib.sha256(raw).hexdigest()
    assert parse_statement(small).digest != parse_statement(small + "# a word\n").digest


def test_a_statement_cannot_be_changed(changed: Changed) -> None:
    with pytest.raises(ValueError, match="frozen"):
        changed().version = 2


def test_the_terms_count_in_the_company_s_own_book_year(changed: Changed) -> None:
    kept = changed(("31 December", "30 June")).retention["invoices"].kept
    assert kept.term.book_year_ends == (6, 30)


def test_the_law_counts_in_the_company_s_own_book_year_too(changed: Changed) -> None:
    least = legal_minimum(changed(("31 December", "30 June")), "invoices")
    assert least == LegalMinimum(
        "AWR 52",
        Text("artikel 52 AWR", "Article 52 AWR"),
        Limit(Term(Period(months=84), "the book year", (6, 30)), "invoice-date"),
    )
    assert legal_minimum(changed(), "numbers") is None


def test_a_number_between_quotes_is_a_text(small: str) -> None:
    with pytest.raises(StatementError, match="`1` is not a whole number"):
        parse_statement(small.replace("version: 1", "version: '1'"))


def test_a_field_s_python_name_is_no_key_of_the_file(small: str) -> None:
    with pytest.raises(StatementError, match="`kept_at_least` is not a key here"):
        parse_statement(small.replace("kept at least", "kept_at_least"))


def test_a_file_that_is_not_there_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(
        StatementError, match=r"nothing\.yaml cannot be opened: No such file.*a statement in YAML"
    ):
        parse_statement(tmp_path / "nothing.yaml")
    with pytest.raises(StatementError, match="cannot be opened"):
        parse_statement(tmp_path)


def test_a_huge_file_is_refused_before_it_is_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "huge.yaml"
    with file.open("wb") as stream:
        stream.truncate(100_000_000)
    with pytest.raises(StatementError, match="larger than 1,000,000 bytes"):
        parse_statement(file)


def test_distinct_conditions_tell_two_promises_apart(changed: Changed) -> None:
    added = "  foreign-numbers: {data: [number], kept: 1 day after message-sent, when: foreign}\n  invoices:"
    assert changed(("  invoices:", added)).retention["foreign-numbers"].when == "foreign"


def test_a_law_may_count_from_a_moment_of_its_own(changed: Changed) -> None:
    statement = changed(
        ("kept: 7 years after the book year of invoice-date", "kept: 1 day after visit"),
        ("kept at least: AWR 52", "kept at least: {law: AWR 52, after: invoice-date}"),
    )
    assert statement.retention["invoices"].kept.text == "1 day after visit"


def test_the_shared_example_is_read_whole() -> None:
    if not SHARED.exists():
        pytest.skip("the shared example is not on this machine")
    statement = parse_statement(SHARED)
    assert list(statement.retention) == [
        "recipient-numbers",
        "contact-details",
        "invoices",
        "visit-statistics",
    ]
    assert statement.automated_decisions is NONE


@given(st.binary(max_size=300))
def test_any_bytes_end_in_a_statement_error(raw: bytes) -> None:
    with pytest.raises(StatementError):
        parse_statement(raw.decode("latin-1"))


ODD = [
    "none",
    "[]",
    "{}",
    "~",
    "-1",
    "true",
    "[a]",
    "{a: b}",
    "{nl: a, en: b}",
    "''",
    "1e400",
    "[{a: b}, 1]",
    "\u2028",
]


@given(line=st.integers(0, SMALL.count("\n") - 1), odd=st.sampled_from(ODD))
@settings(deadline=None)
def test_an_odd_value_behind_any_key_is_read_or_refused(line: int, odd: str) -> None:
    lines = SMALL.splitlines()
    lines[line] = f"{lines[line].partition(':')[0]}: {odd}"
    assert _read_or_refused("\n".join(lines))


@given(
    at=st.integers(0, len(SMALL)),
    length=st.integers(0, 12),
    put=st.text("abz :-[]{}&*!#'\"\n\t|>%@,0179.é", max_size=8),
)
@settings(max_examples=150, deadline=None)
def test_a_damaged_statement_is_read_or_refused_with_places(at: int, length: int, put: str) -> None:
    assert _read_or_refused(SMALL[:at] + put + SMALL[at + length :])


def _read_or_refused(text: str) -> bool:
    """Whether the text is a statement, or all that is wrong with it has a place and words."""
    try:
        return parse_statement(text).version >= 1
    except StatementError as error:
        return bool(error.faults) and all(fault.place.line >= 1 and fault.message for fault in error.faults)


def test_more_values_than_people_could_read_are_refused_early() -> None:
    with pytest.raises(StatementError, match="a file that people read has far fewer"):
        parse_statement(f"a: [{'1,' * 50_001}]")
