"""The reference page says what the code does."""

from pathlib import Path

from click.testing import CliRunner

from gestand.cli import gestand
from gestand.clock.deadline import KINDS
from gestand.clock.holidays import CALENDARS

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "deadlines.md").read_text(encoding="utf-8")


def table(heading: str) -> dict[str, list[str]]:
    """The rows of the first table below a heading, by the word in backticks that opens each."""
    rows = [line.split("|")[1:-1] for line in PAGE.split(f"## {heading}\n")[1].split("\n## ")[0].splitlines()]
    return {row[0].split("`")[1]: [cell.strip() for cell in row[1:]] for row in rows if row and "`" in row[0]}


def test_the_example_is_what_the_command_prints() -> None:
    printed = CliRunner().invoke(gestand, ["deadline", "gdpr_month", "2026-03-05", "1"]).stdout
    assert f"$ gestand deadline gdpr_month 2026-03-05 1\n{printed}```" in PAGE


def test_every_kind_stands_on_the_page_with_its_basis() -> None:
    assert {kind: cells[1] for kind, cells in table("Kinds").items()} == {
        name: kind.basis for name, kind in KINDS.items()
    }


def test_every_calendar_stands_on_the_page_with_its_years() -> None:
    assert {name: cells[1] for name, cells in table("Calendars").items()} == {
        calendar.name: f"{calendar.first_year} through {calendar.last_year}"
        for calendar in CALENDARS.values()
    }
