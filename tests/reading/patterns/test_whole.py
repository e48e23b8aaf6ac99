"""Whole statements of our own, read from text to facts: every pattern side by side, on real segments."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML
from tests.reading.patterns.reading_cases import short

from gestand.reading.facts import facts_of, sure
from gestand.reading.segments import segments_of
from gestand.reading.source import document_of

FILES = sorted((Path(__file__).parents[2] / "cases" / "reading" / "whole").glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_whole_statement_gives_its_facts_and_no_others(path: Path) -> None:
    case = YAML(typ="safe", pure=True).load(path)
    document = document_of(case["text"].encode(), f"{path.stem}.txt")
    facts = sure(facts_of(segments_of(document), document))
    found = {name: {short(one.said) for one in facts if one.pattern == name} for name in case["finds"]}

    assert found == {name: set(map(str, values)) for name, values in case["finds"].items()}, case["about"]


def test_there_are_whole_statements() -> None:
    assert len(FILES) > 4
