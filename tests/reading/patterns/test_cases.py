"""Paraphrases in YAML, Dutch and English, of what statements say and of what only looks like it."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML
from tests.reading.patterns.reading_cases import PATTERNS, document, found, short

FILES = sorted((Path(__file__).parents[2] / "cases" / "reading").glob("*.yaml"))


def _cases() -> list[tuple[str, dict[str, object]]]:
    loader = YAML(typ="safe", pure=True)
    return [(path.stem, case) for path in FILES for case in loader.load(path)["cases"]]


def _lines(case: dict[str, object]) -> list[str]:
    text = case["text"]
    return [str(one) for one in text] if isinstance(text, list) else [str(text)]


@pytest.mark.parametrize(("pattern", "case"), _cases(), ids=lambda one: one if isinstance(one, str) else None)
def test_a_paraphrase_is_read_as_what_it_says(pattern: str, case: dict[str, object]) -> None:
    expected = case["finds"]
    assert isinstance(expected, list)
    facts = found(pattern, _lines(case))

    assert sorted({short(fact.said) for fact in facts}) == sorted(map(str, expected)), case["text"]


@pytest.mark.parametrize(("pattern", "case"), _cases(), ids=lambda one: one if isinstance(one, str) else None)
def test_every_quote_is_cut_from_the_text(pattern: str, case: dict[str, object]) -> None:
    made, _ = document(_lines(case))

    for one in found(pattern, _lines(case)):
        assert made.text[one.quote.begin : one.quote.end] == one.quote.text
        assert one.quote.text.strip()
        assert one.pattern == pattern


def test_every_pattern_has_at_least_15_paraphrases() -> None:
    counts = {path.stem: len(YAML(typ="safe", pure=True).load(path)["cases"]) for path in FILES}

    assert {name: counts.get(name, 0) for name in PATTERNS if counts.get(name, 0) < 15} == {}
