"""A segment as the patterns see it: folded, with what stands above it, and the way back to a quote."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from gestand.core.document import Document, Segment, Shape
from gestand.core.fact import Doubt, Fact, Quote, Said
from gestand.reading.patterns.words.folding import Folded, fold

Span = tuple[int, int]
_CLAUSE = re.compile(r"[.;:!?]\s|\s-\s")
_MARK = re.compile(r"(?:[-+o]|\d{1,2}[.)]|[a-z][.)]|\(\w\)) ")
_LABEL = re.compile(r"([^:.,;]{1,40}): ")
_VALUE = re.compile(
    r"[\d@]|\b(?:tot|zo ?lang|until|as long as|wettelijke? (?:termijn|\w*plicht\w*)|statutory|half|\w*jaar|jaren|"
    r"maand(?:en)?|week|weken|years?|months?|weeks?|toestemming|overeenkomst|\w+ belang|legal obligation|"
    r"consent|contract|\w+ interests?)\b"
)
_LONGEST_TITLE = 40
_LONGEST_QUOTE = 300


@dataclass(frozen=True)
class Passage:
    """One segment: its folded `text`, the folded nearest `heading`, all `headings`, and the `lead` of its list."""

    segment: Segment
    folded: Folded
    heading: str
    headings: str
    lead: str

    @property
    def text(self) -> str:
        return self.folded.text

    @property
    def above(self) -> str:
        """The nearest heading, the lead and the label: what gives a list item its meaning."""
        return f"{self.heading} | {self.lead} | {self.label}"

    @property
    def label(self) -> str:
        """What a line of the form `How long: a year` is about."""
        label = _LABEL.match(self.text)
        return label[1] if label else ""

    @property
    def is_heading(self) -> bool:
        return self.segment.shape is Shape.HEADING

    @property
    def is_listed(self) -> bool:
        return self.segment.shape in (Shape.ITEM, Shape.ROW)


@lru_cache(maxsize=8192)
def passage(segment: Segment) -> Passage:
    """The segment as patterns see it."""
    headings = [fold(one).text.lstrip("# ") for one in segment.headings]
    return Passage(
        segment,
        _unmarked(segment),
        headings[-1] if headings else "",
        " | ".join(headings),
        fold(segment.lead).text,
    )


def _unmarked(segment: Segment) -> Folded:
    """The folded text, for a list item without the mark in front of it."""
    folded = fold(segment.text)
    mark = _MARK.match(folded.text) if segment.shape is Shape.ITEM else None
    return Folded(folded.text[mark.end() :], folded.places[mark.end() :]) if mark else folded


def passages(segments: tuple[Segment, ...]) -> Iterator[Passage]:
    """The passages that state something: all but the headings, and the titles of a table."""
    return (one for one in map(passage, segments) if not one.is_heading and not _titles(one) and one.text)


def _titles(one: Passage) -> bool:
    """Whether a row only names its columns: short words without a figure, an address, a period or a ground."""
    cells = one.segment.cells
    short = all(not title and len(cell) <= _LONGEST_TITLE for title, cell in cells)
    return bool(cells) and short and not _VALUE.search(one.text)


def fact(
    pattern: str, place: Passage, span: Span, said: Said, document: Document, doubt: Doubt = Doubt.NONE
) -> Fact:
    """What the folded characters `span` of a passage say, with the quote cut from the document."""
    begin, end = place.folded.source(*span)
    begin, end = place.segment.begin + begin, place.segment.begin + end
    return Fact(said, Quote(begin, end, document.text[begin:end]), pattern, doubt)


def clause(text: str, span: Span) -> Span:
    """The clause around `span`; the whole text when it is short."""
    if len(text) <= _LONGEST_QUOTE:
        return 0, len(text)
    ends = [0, *(mark.end() for mark in _CLAUSE.finditer(text)), len(text)]
    begin = max(end for end in ends if end <= span[0])
    return begin, min(end for end in ends if end >= span[1])
