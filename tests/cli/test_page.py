"""Output folds between words, and leaves whole what one wants to copy."""

import shlex
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.path.firm import Call, Firm

from gestand.cli.page import folded, glued, number, styled, typed, width

COMMANDS = ("promises", "check", "plan")


@pytest.mark.parametrize("columns", [60, 80, 110])
@pytest.mark.parametrize("command", COMMANDS)
def test_no_line_is_wider_than_the_terminal(
    command: str, columns: int, gestand: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = gestand(command).out.splitlines()
    assert max(map(len, lines)) <= columns
    assert command == "plan" or max(map(len, lines)) > columns - 15, "the width is used"


@pytest.mark.parametrize("command", COMMANDS)
def test_what_goes_into_a_pipe_has_no_colours(command: str, gestand: Call) -> None:
    assert "\x1b" not in gestand(command).out


def test_a_command_is_never_broken_over_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    told = folded("The way out of this is to run `gestand drift --accept` today", 2, 4)
    assert "`gestand drift --accept`" in told
    assert [line[: len(line) - len(line.lstrip())] for line in told.splitlines()] == ["  ", "    "]


@given(st.lists(st.text("abc-/.`", min_size=1, max_size=12), max_size=30))
def test_folding_changes_nothing_but_the_white_space(words: list[str]) -> None:
    assert folded(" ".join(words), 2, 6).split() == words


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("klant\x1b[31m", "`klant\\x1b[31m`"),
        ("klant\n  ✓ kept", "`klant\\n  ✓ kept`"),
        ("enohp\u202e", "`enohp\\u202e`"),
        ("web visits\u00a0één", "`web visits\u00a0één`"),
    ],
    ids=["an escape", "the end of a line", "a turned direction", "spaces and accents"],
)
def test_a_name_shows_what_a_screen_would_obey(name: str, shown: str) -> None:
    assert folded(f"the data map says nothing of `{name}`") == f"the data map says nothing of {shown}"


def test_a_glued_text_stays_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    assert "my firm/statement.yaml:12" in folded(f"something said in {glued('my firm/statement.yaml:12')}")


def test_only_the_last_place_is_styled() -> None:
    assert styled("one one", "one", bold=True) == "one " + click.style("one", bold=True)
    assert styled("one", "two", bold=True) == "one"


@pytest.mark.parametrize(("columns", "wide"), [("12", 30), ("72", 72), ("300", 110)])
def test_the_page_is_neither_too_narrow_nor_too_wide(
    columns: str, wide: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert width() == wide


def test_numbers_have_the_separators_of_their_language() -> None:
    assert number(1234567, "nl") == "1.234.567"
    assert number(1234567, "en") == "1,234,567"


def test_a_command_to_go_on_with_names_the_company_and_can_be_pasted(
    company: Firm, run: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    spaced = company.folder.parent / "my firm"
    company.folder.rename(spaced)
    monkeypatch.chdir(spaced.parent)
    lines = run("-C", "my firm", "plan").out.splitlines()
    (approve,) = [line.strip() for line in lines if "approve" in line]
    program, *arguments = shlex.split(approve)
    assert program == "gestand"
    assert run(*arguments).code == 0


def test_in_the_company_s_own_folder_a_command_is_short() -> None:
    with click.Context(click.Command("gestand"), obj=Path()):
        assert typed("hold", "end", "a b") == "gestand hold end 'a b'"
