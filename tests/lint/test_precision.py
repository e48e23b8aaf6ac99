"""What was measured stands in a file, and decides which rules may call a text at odds with the law."""

import json
from pathlib import Path

import pytest
from benchmarks.precision import STATEMENTS, figures
from tests.house.repository import ROOT

from gestand.lint.discovery import all_rules
from gestand.lint.issues import issues
from gestand.lint.judge import Choice, judge_text
from gestand.lint.precision import Precision, measured
from gestand.reading.facts import facts_of
from gestand.reading.segments import segments_of
from gestand.reading.source import read_source

CORPUS = ROOT.parent / "shared" / "corpus"
UNREAD = ("12_", "16_", "20_", "26_")
"""Kept aside for a measurement on texts that nobody looked at."""
LEAST = 0.92


def test_only_a_rule_that_was_right_in_nearly_all_cases_may_call_a_text_wrong() -> None:
    assert Precision(right=19, wrong=1).allows_errors
    assert not Precision(right=18, wrong=2).allows_errors
    assert not Precision().allows_errors


def test_a_rule_that_was_not_measured_says_so() -> None:
    assert Precision().words.en == "not measured yet"
    assert Precision(right=3, wrong=1).words.en == "right in 3 of 4 cases"


def test_every_figure_is_of_a_rule_that_is_there() -> None:
    figures = measured()

    assert set(figures.real.by_code) | set(figures.invented.by_code) <= set(all_rules())


def test_no_rule_is_wrong_more_often_on_the_invented_statements_than_its_figures_say() -> None:
    told = measured().invented.by_code
    now = figures(STATEMENTS)["rules"]

    assert [code for code, one in now.items() if one["wrong"] > told.get(code, Precision()).wrong] == []


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the labelled statements are not here")
def test_issues_on_labelled_statements_are_found() -> None:
    hits = labelled = found = 0
    for text in sorted((CORPUS / "texts").glob("*.txt")):
        if text.name.startswith(UNREAD):
            continue
        truth = json.loads((CORPUS / "lint" / f"{text.stem}.json").read_text("utf-8"))
        firm = {one["issue"] for one in truth if not one.get("soft")}
        told = _issues(text) - ({one["issue"] for one in truth} - firm)
        hits, labelled, found = hits + len(told & firm), labelled + len(firm), found + len(told)

    assert 2 * hits / (labelled + found) >= LEAST


def _issues(text: Path) -> set[str | None]:
    document = read_source(text)
    segments = segments_of(document)
    remarks = judge_text(document, segments, facts_of(segments, document), Choice(preview=True))
    assert all(document.text[one.begin : one.end] == one.text for remark in remarks for one in remark.quotes)
    return {one["issue"] for one in issues(remarks)}
