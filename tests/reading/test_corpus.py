"""Real statements, where they are at hand: every quote stands in its text, and every draft parses."""

import time
from pathlib import Path

import pytest
from tests.house.repository import ROOT

from gestand.reading.draft.compose import draft
from gestand.reading.draft.material import Material
from gestand.reading.facts import facts_of
from gestand.reading.segments import segments_of
from gestand.reading.source import read_source
from gestand.statement import parse_statement

UNREAD = ("12_", "16_", "20_", "26_")
"""Kept aside, for a measurement at the end."""
TEXTS = [
    path
    for path in sorted((ROOT.parent / "shared" / "corpus" / "texts").glob("*.txt"))
    if not path.name.startswith(UNREAD)
]
pytestmark = pytest.mark.skipif(not TEXTS, reason="the corpus of real statements is not here")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_real_statement_becomes_a_draft_that_parses_with_exact_quotes(path: Path) -> None:
    raw = path.read_bytes().decode("utf-8")
    document = read_source(path)
    begin = time.process_time()
    segments = segments_of(document)
    facts = facts_of(segments, document)
    assert time.process_time() - begin < 2  # one second is measured on a quiet machine
    assert facts
    assert document.text == raw
    assert all(raw[one.quote.begin : one.quote.end] == one.quote.text for one in facts)
    statement = parse_statement(draft(Material(document, segments, facts)))
    assert statement.language == document.language
