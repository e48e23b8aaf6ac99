"""What an expression needs of a text, and that nothing is lost by looking for that first."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from gestand.reading.patterns.words.grounds import REASONS
from gestand.reading.patterns.words.instructions import TOLD
from gestand.reading.patterns.words.lexicon import table
from gestand.reading.patterns.words.passage import passages
from gestand.reading.patterns.words.pieces import pieces
from gestand.reading.patterns.words.sought import Sought
from gestand.reading.patterns.words.table import Table
from gestand.reading.segments import segments_of
from gestand.reading.source import read_source

TEXTS = sorted((Path(__file__).parents[3] / "benchmarks" / "statements" / "texts").glob("*.txt"))
TABLES = {file: table(file) for file in ("purposes", "data", "parties", "companies", "places", "measures")}


@pytest.mark.parametrize(
    ("expression", "needed"),
    [
        (r"\bbesteld\b", {"besteld"}),
        (r"\b(?:besteld|gekocht)e? \w+", {"besteld", "gekocht"}),
        (r"nieuwsbrieven?|\bnewsletters?\b", {"nieuwsbrieve", "newsletter"}),
        (r"(?:uw|je) (?:lange )?naam", {"naam"}),
        (r"klant(?!nummer)(?<!vaste klant)en", {"klant"}),
        (r"k.v.k\.? \(nummer\)", {" (nummer)"}),
        (r"a{2,5}bc{0,3}def{2}", {"de"}),
        (r"[^]a-z]{1,3}\d+(?P<what>jaar|maand)+", {"jaar", "maand"}),
        (r"\u00e9\x41n", {"n"}),
        (r"(?:ja|nee)?", {""}),
        (r"ja|(?:nee)*|\w+", {"ja", ""}),
        ("", {""}),
    ],
)
def test_the_pieces_are_the_longest_that_every_match_has(expression: str, needed: set[str]) -> None:
    assert pieces(expression) == needed


def test_an_expression_is_not_even_compiled_for_a_text_without_its_pieces() -> None:
    broken = Sought("newsletter(")

    assert broken.search("wij sturen niets") is None
    with pytest.raises(re.error):
        broken.search("our newsletter")


def test_every_set_of_pieces_is_needed() -> None:
    sought = Sought(r"stur\w+.*brief", frozenset(["stur"]), frozenset(["brief"]))

    assert sought.search("wij sturen een brief")
    assert not sought.search("wij sturen u niets")
    assert not sought.search("een brief")
    assert [match[0] for match in sought.finditer("wij sturen een brief")] == ["sturen een brief"]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_nothing_that_a_table_says_is_lost(path: Path) -> None:
    document = read_source(path)
    texts = [one.text for one in passages(segments_of(document))]

    for one in _spellings():
        compiled = re.compile(one.expression)
        lost = [text for text in texts if _span(one.search(text)) != _span(compiled.search(text))]
        assert not lost, f"{one.expression} needs none of {one.needs} in {lost}"


def _spellings() -> Iterator[Sought]:
    tables: tuple[Table, ...] = (*TABLES.values(), REASONS, TOLD)
    for one in tables:
        for _, _, spellings in one._values:
            yield from spellings


def _span(match: re.Match[str] | None) -> tuple[int, int] | None:
    return match.span() if match else None
