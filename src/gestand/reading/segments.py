"""From a document to its segments: every sentence, item and row, with the headings and the lead above it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from gestand.core.document import Block, Document, Segment, Shape
from gestand.reading.rows import separator
from gestand.reading.sentences import sentences

LONGEST_LEAD = 600
"""Characters. A longer lead is a paragraph that happens to stand above a list; its end is what introduces it."""
_MARKS = re.compile(r"^#{1,6}\s+|\s+#+$|\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|:\s*$")
_LINK = re.compile(r"!?\[([^\]\[]*)\]\([^)\s]*\)")


def segments_of(document: Document) -> tuple[Segment, ...]:
    """All segments in the order of the text; headings are segments too, so that nothing goes unread.

    Each `text` is exactly `document.text[begin:end]`. A lead of a nested list has that of the outer list before it.
    """
    walk = _Walk(document.text)
    return tuple(segment for block in document.blocks for segment in walk.of(block))


@dataclass
class _Walk:
    """What stands above the block at hand."""

    text: str
    headings: list[tuple[int, str]] = field(default_factory=list)
    sentence: str = ""
    introduction: str = ""
    leads: list[str] = field(default_factory=list)
    titles: tuple[str, ...] = ()
    rows: bool = False
    below_heading: bool = False

    def of(self, block: Block) -> Iterator[Segment]:
        """The segments of one block; the walk then stands below it."""
        if block.shape is not Shape.ROW:
            self.titles, self.rows = (), False
        match block.shape:
            case Shape.HEADING:
                yield from self._heading(block)
            case Shape.PARAGRAPH:
                yield from self._paragraph(block)
            case Shape.ITEM:
                yield from self._item(block)
            case Shape.ROW:
                yield from self._row(block)
        self.below_heading = block.shape is Shape.HEADING

    def _above(self) -> tuple[str, ...]:
        return tuple(text for _, text in self.headings)

    def _heading(self, block: Block) -> Iterator[Segment]:
        """A heading right below one of its own level stands under it: the first is the title of a part."""
        below = self.below_heading and len([one for one in self.headings if one[0] == block.level]) == 1
        self.headings = [one for one in self.headings if one[0] < block.level + below]
        yield Segment(
            block.begin, block.end, self.text[block.begin : block.end], Shape.HEADING, self._above()
        )
        self.headings.append((block.level, plain(self.text[block.begin : block.end])))
        self.sentence, self.introduction, self.leads = "", "", []

    def _paragraph(self, block: Block) -> Iterator[Segment]:
        self.leads = []
        for begin, end in sentences(self.text, block.begin, block.end):
            self.sentence = self.introduction = self.text[begin:end]
            yield Segment(begin, end, self.sentence, Shape.PARAGRAPH, self._above())

    def _item(self, block: Block) -> Iterator[Segment]:
        depth = max(block.level, 1)
        if not self.leads:
            self.leads = [_short(self.sentence)]
        while len(self.leads) < depth:
            self.leads.append(_short(f"{self.leads[-1]} {self.sentence}".strip()))
        del self.leads[depth:]
        for begin, end in sentences(self.text, block.begin, block.end):
            self.sentence = self.text[begin:end]
            yield Segment(begin, end, self.sentence, Shape.ITEM, self._above(), self.leads[-1])

    def _row(self, block: Block) -> Iterator[Segment]:
        lead = _short(self.introduction)
        text = self.text[block.begin : block.end]
        cells = _cells(text)
        if block.level and not self.rows:
            self.titles = cells
        self.rows = True
        titled = tuple((self._title(number, block), cell) for number, cell in enumerate(cells))
        yield Segment(block.begin, block.end, text, Shape.ROW, self._above(), lead, titled)

    def _title(self, number: int, block: Block) -> str:
        return self.titles[number] if number < len(self.titles) and not block.level else ""


def plain(heading: str) -> str:
    """A heading without the marks around it: `## **Your rights**` is `Your rights`."""
    return " ".join(_MARKS.sub("", _LINK.sub(r"\1", heading.strip())).split())


def _cells(row: str) -> tuple[str, ...]:
    mark = separator(row)
    bare = row.strip("|") if mark == "|" else row
    return tuple(" ".join(cell.split()) for cell in bare.split(mark))


def _short(lead: str) -> str:
    return lead[-LONGEST_LEAD:]
