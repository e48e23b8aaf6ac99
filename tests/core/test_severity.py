"""The score of a breach follows the published method, borders included."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from gestand.core.severity import severity

VECTORS = Path(__file__).parent.parent / "vectors" / "severity.csv"
SHARED = Path(__file__).parents[2].parent / "shared" / "law" / "enisa_cases.csv"


def rows(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8") as opened:
        return list(csv.reader(opened))[1:]


@pytest.mark.parametrize("row", rows(VECTORS), ids=lambda row: row[0])
def test_a_breach_scores_as_published(row: list[str]) -> None:
    context, identification, *circumstances, score, band = row[1:]
    found = severity(Decimal(context), Decimal(identification), tuple(map(Decimal, circumstances)))
    assert (found.score, found.band) == (Decimal(score), band)


def test_the_shared_cases_score_as_expected() -> None:
    if not SHARED.exists():
        pytest.skip("the shared cases are not here; the project's own vectors are the test")
    for row in rows(SHARED):
        context, identification, *circumstances, score, band = row[1:9]
        found = severity(Decimal(context), Decimal(identification), tuple(map(Decimal, circumstances[:4])))
        assert (found.score, found.band) == (Decimal(score), band), row[0]


def test_a_value_outside_the_method_is_refused() -> None:
    with pytest.raises(ValueError, match="context is 5; it must lie between 1 and 4"):
        severity(Decimal(5), Decimal(1), ())
