"""The founding files of legal cases, row by row, where they lie beside the repository."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from gestand.cli import gestand

LAW = Path(__file__).parents[3] / "shared" / "law"
FILES = {
    "deadline_cases.csv": "expected_end",
    "deadline_cases_alternatives.csv": "main_expected",
    "deadline_cases_pause.csv": "expected_end",
}


@pytest.mark.parametrize("name", FILES)
def test_every_shared_case_ends_as_expected(name: str) -> None:
    file = LAW / name
    if not file.exists():
        pytest.skip(f"../shared/law/{name} is not there: the project's own vectors stand alone")
    rows = list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))
    result = CliRunner().invoke(gestand, ["deadline", "--cases", str(file)])
    assert result.exit_code == 0
    expected = [f"{row['case_id']},{row[FILES[name]]}" for row in rows]
    assert result.stdout.splitlines() == ["case_id,end", *expected]
