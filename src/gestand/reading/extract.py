"""What a format gives: the text, its blocks, and what of the source was not read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from gestand.core.document import Block, Shape, Unread
from gestand.core.text import Text
from gestand.reading.headings import BOLD_LEVEL, could_be_heading

CELL_SEPARATOR = "\t"
"""Parts the cells of a table row in an extracted text; no cell has one of its own."""
MOST_CHARACTERS = 2_000_000
"""Of extracted text. The longest real statement that we know is a fiftieth of this."""
_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})[.):]?\s+(?=[A-ZÀ-Þ])")


@dataclass(frozen=True)
class Extract:
    """The text of a source, with blocks in the order of the text that never overlap.

    `in_lines` says that the text has the lines of its source.
    """

    text: str
    blocks: tuple[Block, ...]
    unread: tuple[Unread, ...] = ()
    remarks: tuple[Text, ...] = ()
    in_lines: bool = False


@dataclass
class Sheet:
    """Collects blocks one below the other, each a line of its own; `extract` gives what was collected."""

    parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    length: int = 0

    def add(self, shape: Shape, text: str, level: int = 0) -> None:
        """Put a block below the last one; white space is folded, and an empty block is none."""
        plain = " ".join(text.split())
        if plain:
            self._put(shape, plain, level)

    def add_row(self, cells: list[str], titles: bool = False) -> None:
        """Put a table row below the last block; a row without any text is none."""
        plain = [" ".join(cell.split()) for cell in cells]
        if any(plain):
            self._put(Shape.ROW, CELL_SEPARATOR.join(plain), int(titles))

    def _put(self, shape: Shape, text: str, level: int) -> None:
        if self.length > MOST_CHARACTERS:
            return  # long enough to be refused; a table can grow fifty times on the way
        gap = "\n" if self._continues(shape) else "\n\n"
        begin = self.length + (len(gap) if self.parts else 0)
        self.parts.append(f"{gap}{text}" if self.parts else text)
        self.length = begin + len(text)
        self.blocks.append(Block(shape, begin, self.length, level))

    def _continues(self, shape: Shape) -> bool:
        return bool(self.blocks) and shape in (Shape.ITEM, Shape.ROW) and self.blocks[-1].shape is shape

    def extract(self, unread: tuple[Unread, ...] = (), remarks: tuple[Text, ...] = ()) -> Extract:
        """What was collected, with a line's end below it."""
        text = "".join(self.parts) + ("\n" if self.parts else "")
        return Extract(text, tuple(self._headed(text)), unread, remarks)

    def _headed(self, text: str) -> Iterator[Block]:
        """The blocks, with numbered lines that no other follows as the headings that they are."""
        counted = [self._number(text, block) for block in self.blocks]
        for at, block in enumerate(self.blocks):
            alone = at + 1 < len(counted) and not counted[at + 1] and not (at and counted[at - 1])
            if counted[at] and alone:
                yield Block(Shape.HEADING, block.begin, block.end, BOLD_LEVEL + counted[at])
            else:
                yield block

    def _number(self, text: str, block: Block) -> int:
        """How deep the number in front of a line goes, `2.1 Keeping` two; zero without, or for a long line."""
        line = text[block.begin : block.end] if block.shape in (Shape.ITEM, Shape.PARAGRAPH) else ""
        found = _NUMBER.match(line) if block.level <= 1 and could_be_heading(line) else None
        return 1 + found[1].count(".") if found else 0
