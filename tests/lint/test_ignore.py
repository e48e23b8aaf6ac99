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
    asked, faults = ignores(STATEMENT, "statement.yaml")

    assert faults == ()
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
    "written", ["# gestand: ignore RET02", "# gestand: ignore RET02 --", "# gestand: ignore -- because"]
)
def test_an_ignore_without_a_code_or_a_reason_is_a_fault(written: str) -> None:
    asked, faults = ignores(f"a: b\nc: d  {written}\n", "statement.yaml")

    assert asked == ()
    assert [fault.place.line for fault in faults] == [2]
    assert "-- why" in faults[0].message
