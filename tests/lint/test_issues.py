"""Faults under plain names, as collections of labelled statements use them."""

from collections.abc import Callable

from gestand.core.document import Document, Segment
from gestand.core.fact import Fact, Quote, Right
from gestand.lint.issues import issues
from gestand.lint.judge import Choice, judge_text

Make = Callable[..., tuple[Document, tuple[Segment, ...]]]


def _names(
    document: Document, segments: tuple[Segment, ...], facts: tuple[Fact, ...] = ()
) -> set[str | None]:
    return {one["issue"] for one in issues(judge_text(document, segments, facts, Choice(preview=True)))}


def test_with_no_right_at_all_no_single_one_is_called_missing(plain: Make) -> None:
    names = _names(*plain("Wij gebruiken uw adres om te bezorgen."))

    assert "no_rights" in names
    assert not any(name and name.startswith("missing_right") for name in names)


def test_beside_a_right_that_is_there_the_others_are_missing_one_by_one(plain: Make) -> None:
    document, segments = plain("U heeft recht op inzage.")
    begin = document.text.index("inzage")
    facts = (Fact(Right("access"), Quote(begin, begin + 6, "inzage"), "made"),)

    names = _names(document, segments, facts)

    assert "no_rights" not in names
    assert {"missing_right:erasure", "missing_right:restriction"} <= names
    assert "missing_right:access" not in names


def test_what_is_undecided_is_no_issue(plain: Make) -> None:
    assert "no_retention" not in _names(*plain("De bewaartermijn hangt af van de dienst."))


def test_an_issue_carries_its_quote(plain: Make) -> None:
    document, segments = plain("Wij bewaren alles voor altijd.")
    found = issues(judge_text(document, segments, (), Choice(select=("RET01",))))

    assert found == [{"issue": "unlimited_retention", "quote": "Wij bewaren alles voor altijd."}]
