"""The columns of a table row: where each cell stands in the folded text, and what its title says."""

import re
from collections.abc import Iterator

from gestand.reading.patterns.words.folding import fold
from gestand.reading.patterns.words.passage import Passage, Span

PURPOSE = re.compile(
    r"\b(?:doel\w*|waarvoor|waarom|verwerking(?:sactiviteit\w*)?|activiteit\w*|functie|gebruik|reden|"
    r"purposes?|why|activit\w+|processing|what for|use|reason)\b"
)
DATA = re.compile(
    r"\b(?:\w*gegevens?|welke gegevens|data|information|informatie|categorie\w* (?:persoons)?gegevens)\b"
)
GROUND = re.compile(r"\b(?:\w*grondslag\w*|rechtsgrond\w*|grond|basis|legal|lawful|ground)\b")
KIND = re.compile(r"\b(?:type|soort|categorie|category|kind)\b")


def cells(one: Passage) -> Iterator[tuple[str, Span]]:
    """The folded title of every cell that has one, with the place of the cell in the folded text of its row."""
    at = 0
    for title, cell in one.segment.cells:
        words = fold(cell).text
        begin = one.text.find(words, at) if words else -1
        if begin >= 0:
            at = begin + len(words)
            if title:
                yield fold(title).text, (begin, at)


def titled(one: Passage, title: re.Pattern[str]) -> tuple[Span, ...]:
    """The cells below the titles that match."""
    return tuple(span for name, span in cells(one) if title.search(name))


def within(span: Span, spans: tuple[Span, ...]) -> bool:
    """Whether a place lies in one of these."""
    return any(begin <= span[0] < end for begin, end in spans)
