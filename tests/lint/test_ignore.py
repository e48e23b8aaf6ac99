"""A fault can be passed over, with a reason, where it stands or for the whole file."""

import pytest

from gestand.lint.ignore import Ignored, ignores

STATEMENT = """gestand: statement/1
retention:
  # gestand: ignore RET02 -- the criterion stands in the law
  numbers:
    says: x  # gestand: negeer RET01, RET02 -- staat in de wet
"""


def test_a_comment_holds_for_its_line_and_one_by_itself_for_the_next() -> None:
    asked, incomplete = ignores(STATEMENT, "statement.yaml")

    assert incomplete == ()
    assert asked == (
        Ignored(3, 4, ("RET02",), "the criterion stands in the law"),
        Ignored(5, 5, ("RET01", "RET02"), "staat in de wet"),
    )


def test_a_comment_above_everything_holds_for_the_file() -> None:
    asked, _ = ignores("# ours\n# gestand: ignore LNG04 -- dated elsewhere\ngestand: statement/1\n", "s.yaml")

    assert [one.until for one in asked] == [0]


def test_an_ignore_in_a_page_holds_for_all_of_it() -> None:
    asked, _ = ignores(
        "<p>Wij</p>\n<!-- gestand: ignore RET02 -- see annex -->", "page.html", whole_file=True
    )

    assert asked == (Ignored(2, 0, ("RET02",), "see annex"),)


@pytest.mark.parametrize(
    ("written", "dutch", "english"),
    [
        ("# gestand: ignore RET02", "zonder reden", "`# gestand: ignore RET02 -- why`"),
        ("# gestand: negeer RET02 --", "`# gestand: negeer RET02 -- waarom`", "without a reason"),
        ("# gestand: ignore -- because", "zonder code", "without a code"),
        ("# gestand: ignore RET02, RET99 -- because", "geen regel heet RET99", "no rule is called RET99"),
    ],
)
def test_an_ignore_without_a_rule_or_a_reason_does_nothing_and_says_so_in_both_languages(
    written: str, dutch: str, english: str
) -> None:
    asked, (incomplete,) = ignores(f"a: b\nc: d  {written}\n", "statement.yaml")

    assert asked == ()
    assert incomplete.said_in("nl").startswith("statement.yaml:2:1: ")
    assert dutch in incomplete.said_in("nl")
    assert english in incomplete.said_in("en")
