"""A question about identity pauses the term of an answer, and nothing else does."""

import csv
from datetime import date
from pathlib import Path

import pytest

from gestand.clock.errors import TermError
from gestand.clock.pause import paused

VECTORS = Path(__file__).parent.parent / "vectors"
ROWS = list(csv.DictReader((VECTORS / "pauses.csv").read_text(encoding="utf-8").splitlines()))


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["case_id"])
def test_each_vector_ends_where_it_says(row: dict[str, str]) -> None:
    received = date.fromisoformat(row["received"])
    found = paused(received, day(row["asked_identity"]), day(row["answered"]))
    assert found.end.isoformat() == row["expected_end"]


def test_the_safe_date_counts_no_pause() -> None:
    found = paused(date(2026, 9, 1), date(2026, 9, 2), date(2026, 9, 9))
    assert (found.safe, found.end, found.limit) == (date(2026, 10, 1), date(2026, 10, 8), date(2026, 10, 8))
    assert "7 days of waiting for an answer included" in found.sentence("en")
    assert "met 7 dagen wachten op antwoord erbij" in found.sentence("nl")


@pytest.mark.parametrize(
    ("received", "asked", "answered"),
    [
        (date(2026, 9, 2), date(2026, 9, 1), date(2026, 9, 3)),
        (date(2026, 9, 1), date(2026, 9, 3), date(2026, 9, 2)),
        (date(2026, 9, 1), None, date(2026, 9, 2)),
    ],
)
def test_days_that_run_back_are_refused(received: date, asked: date | None, answered: date) -> None:
    with pytest.raises(TermError, match="do not follow each other"):
        paused(received, asked, answered)


def test_a_term_that_has_ended_cannot_be_paused() -> None:
    assert paused(date(2026, 3, 5), date(2026, 4, 7), date(2026, 4, 8)).end == date(2026, 4, 7)
    with pytest.raises(TermError, match="nothing is left to pause"):
        paused(date(2026, 3, 5), date(2026, 4, 8), date(2026, 4, 9))
