"""Databases with labels by hand: what is found is personal, and nearly all that is personal is found."""

from pathlib import Path

import pytest
from benchmarks.labelled import FILES, columns, personal
from benchmarks.mapping import found_in


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_what_is_labelled_is_found_and_little_else(file: Path) -> None:
    wanted, found = personal(file), found_in(file)

    assert len(wanted & found) / len(found) >= 0.95
    assert len(wanted & found) / len(wanted) >= 0.9


def test_every_line_of_a_labelled_database_is_read() -> None:
    for file in FILES:
        lines = [line for line in file.read_text("utf-8").splitlines() if line.startswith("  ")]
        assert len(list(columns(file))) == len(lines)
