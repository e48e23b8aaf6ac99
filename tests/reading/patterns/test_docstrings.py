"""The docstring of a pattern does not lie: what it says is found is found, what it says is not is not."""

import re
from importlib import import_module

import pytest
from tests.reading.patterns.reading_cases import PATTERNS, found, short

LINE = re.compile(r"^ {4}(?:\[(?P<heading>[^\]]+)\] )?(?P<text>.+?)(?: -> (?P<short>.+))?$", re.MULTILINE)


def _examples(pattern: str, block: str) -> list[tuple[list[str], str | None]]:
    written = import_module(f"gestand.reading.patterns.{pattern}").__doc__ or ""
    part = re.search(rf"^{block}:\n((?: {{4}}.*\n)+)", written, re.MULTILINE)
    assert part, f"{pattern}.py has no block {block}:"
    return [
        ([f"# {one['heading']}", f"- {one['text']}"] if one["heading"] else [one["text"]], one["short"])
        for one in LINE.finditer(part[1])
    ]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_the_lines_under_found_give_a_fact(pattern: str) -> None:
    for lines, expected in _examples(pattern, "Found"):
        facts = [short(fact.said) for fact in found(pattern, lines)]
        assert facts, lines
        assert expected is None or expected in facts, lines


@pytest.mark.parametrize("pattern", PATTERNS)
def test_the_lines_under_not_give_none(pattern: str) -> None:
    for lines, _ in _examples(pattern, "Not"):
        assert not [short(fact.said) for fact in found(pattern, lines)], lines


def test_there_are_patterns() -> None:
    assert "rights" in PATTERNS
