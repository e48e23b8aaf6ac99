"""Every section that the format knows can be written, compared and said in both languages."""

from pathlib import Path

import pytest

from gestand.core.text import Language
from gestand.statement.absent import UNSTATED
from gestand.statement.diff import compare
from gestand.statement.model import Statement
from gestand.statement.parse import parse_statement

FULL = Path(__file__).parent / "full.yaml"
SMALL = Path(__file__).parent / "small.yaml"


def test_every_section_can_be_stated() -> None:
    statement = parse_statement(FULL)
    unstated = [name for name in Statement.model_fields if getattr(statement, name) is UNSTATED]
    assert unstated == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_difference_can_be_said(language: Language) -> None:
    small, full = parse_statement(SMALL), parse_statement(FULL)
    there, back = compare(small, full), compare(full, small)
    for change in (*there, *back):
        said = change.what.said_in(language)
        assert said.endswith((".", ".”."))
        assert not any(sign in said for sign in ("Absent", "Period(", "Text(", "Kept(", "{", "<")), said
    sections = {change.path.partition("/")[0] for change in there}
    assert {"disclosures", "regimes", "minors", "subscriptions", "signals", "sold", "rights"} <= sections


def test_another_authority_is_one_that_changed_and_not_one_that_is_gone() -> None:
    changes = compare(parse_statement(SMALL), parse_statement(FULL))
    (change,) = (change for change in changes if change.path == "authority/text")
    assert (change.kind, change.what.en) == ("changed", "Authority, text: first AP, now “another authority”.")


def test_what_is_new_one_way_is_gone_the_other_way() -> None:
    small, full = parse_statement(SMALL), parse_statement(FULL)
    new = {change.path for change in compare(small, full) if change.kind == "new"}
    gone = {change.path for change in compare(full, small) if change.kind == "gone"}
    assert new == gone
