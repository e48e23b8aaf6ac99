"""The benchmarks run, on tiny tables; how fast says nothing here."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.__main__ import NAMES
from benchmarks.figure import Figure, Section, below, counted, faster, percentile, ratio
from benchmarks.promise import CUT_OFF, NOTHING_PAST, NOW

from benchmarks import mariadb as mariadb_benchmark
from benchmarks import page

ROOT = Path(__file__).parents[2]
SECTION = Section(
    "Sweeping", "How.", (Figure("rows", "1 s", "2 s", "2.00 times", "at most 1.7 times", False),)
)


@pytest.mark.parametrize("name", NAMES)
def test_a_benchmark_runs_and_prints_its_table(name: str, postgresql: str) -> None:
    if name == "mariadb" and not mariadb_benchmark.answers():
        pytest.skip("NOT TESTED: no MariaDB answers on this machine")
    environment = os.environ | {"GESTAND_BENCH_POSTGRESQL": postgresql.replace("+psycopg", "")}
    command = [sys.executable, "-m", "benchmarks", name, "--quick"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "| what | by hand | gestand | found | target | met |" in done.stdout
    assert f"{name} took" in done.stdout


def test_a_quick_run_leaves_the_page_alone() -> None:
    before = page.PAGE.read_bytes() if page.PAGE.exists() else b""
    command = [sys.executable, "-m", "benchmarks", "log", "--quick"]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    assert (page.PAGE.read_bytes() if page.PAGE.exists() else b"") == before


def test_every_benchmark_has_its_part_of_the_published_page() -> None:
    assert re.findall(r"<!-- begin (\w+) -->", page.PAGE.read_text(encoding="utf-8")) == NAMES


def test_a_run_replaces_its_own_part_of_the_page_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "PAGE", tmp_path / "benchmarks.md")
    page.write("two", SECTION, ["one", "two"], "a machine")
    page.write("one", Section("Counting", "How.", ()), ["one", "two"], "a machine")
    page.write("two", Section("Erasing", "How.", SECTION.figures), ["one", "two"], "a machine")
    text = page.PAGE.read_text(encoding="utf-8")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == ["Counting", "Erasing"]
    assert "| rows | 1 s | 2 s | 2.00 times | at most 1.7 times | **no** |" in text


def test_a_ratio_is_that_of_the_medians() -> None:
    figure = ratio("rows", [1.0, 2.0, 30.0], [3.0, 2.0, 4.0], at_most=1.5)
    assert (figure.found, figure.met, figure.by_hand) == ("1.50 times", True, "2.00 s (1.00 s to 30.00 s)")
    assert ratio("rows", [1.0], [1.51], at_most=1.5).met is False
    assert ratio("rows", [1.0], [9.0]).met is None


def test_faster_and_below_hold_a_figure_against_its_target() -> None:
    assert (faster("rows", [5.0], [1.0], 5).met, faster("rows", [4.9], [1.0], 5).met) == (True, False)
    assert (below("memory", 59.0, 60, "MB").met, below("memory", 60.0, 60, "MB").met) == (True, False)


def test_one_of_a_thing_is_counted_in_the_singular() -> None:
    assert [counted(many, "fault") for many in (0, 1, 2_000)] == ["0 faults", "1 fault", "2,000 faults"]


def test_a_percentile_is_a_value_that_was_seen() -> None:
    assert percentile([float(number) for number in range(100)], 0.99) == 99
    assert percentile([3.0], 0.99) == 3.0


def test_the_days_of_the_benchmarks_are_aware_and_in_order() -> None:
    assert NOTHING_PAST < CUT_OFF < NOW
