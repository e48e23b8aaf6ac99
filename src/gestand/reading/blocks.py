"""Finds headings, paragraphs, list items and table rows in plain or Markdown text, by the look of its lines."""

from gestand.core.document import Block, Shape
from gestand.reading.headings import ENDS, LONGEST_HEADING, Headings
from gestand.reading.lines import ITEM, Line, Lines, lines_of
from gestand.reading.rows import TABLE_RULE, is_row, names_columns, separator
from gestand.reading.stacked import columns

_LONGEST_LIST = 40
_DEEPEST_LOOK = 60


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a text, in its order. Takes time in proportion to its length."""
    return tuple(_Reader(lines_of(text)).blocks())


def _is_phrase(line: str) -> bool:
    """Whether a line is short, and ends like no sentence and no introduction of one."""
    return len(line) < LONGEST_HEADING and not ENDS.search(line) and not line.endswith(":")


class _Reader:
    """Walks the lines once; every method that takes a number starts at that line and returns the next one."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.headings = Headings(lines)
        self.found: list[Block] = []
        self.last = ""

    def blocks(self) -> list[Block]:
        number = 0
        while number < len(self.lines):
            number = self._next(number)
        return self.found

    def _next(self, number: int) -> int:
        line = self.lines[number]
        if not line.text or line.is_rule:
            return number + 1
        if self._is_row(number):
            return self._rows(number)
        width, length = columns(self.lines, number)
        if width:
            for row in range(number, number + length, width):
                self._put(Shape.ROW, row, row + width, int(row == number))
            return number + length
        level, length = self.headings.at(number, self._after(Shape.ITEM), self._is_row(number + 1))
        if level:
            self._put(Shape.HEADING, number, number + 1, level if self.found else 1)
            return number + length
        if ITEM.match(line.text):
            return self._put(Shape.ITEM, number, self._end(number), 1 + self._shallower(number))
        if listed := self._list_of_lines(number):
            for one in range(number, number + listed):
                self._put(Shape.ITEM, one, one + 1, 1)
            return number + listed
        return self._put(Shape.PARAGRAPH, number, self._end(number))

    def _put(self, shape: Shape, number: int, end: int, level: int = 0) -> int:
        self.found.append(Block(shape, self.lines[number].begin, self.lines[end - 1].end, level))
        self.last = self.lines[end - 1].text
        return end

    def _after(self, shape: Shape) -> bool:
        return bool(self.found) and self.found[-1].shape is shape

    def _is_row(self, number: int) -> bool:
        above, line, below = (self.lines[one].text for one in (number - 1, number, number + 1))
        return is_row(above, line, below, self._after(Shape.ROW))

    def _rows(self, number: int) -> int:
        first = True
        while self._is_row(number) or TABLE_RULE.fullmatch(self.lines[number].text):
            text, below = self.lines[number].text, self.lines[number + 1].text
            if not TABLE_RULE.fullmatch(text):
                bare = separator(text) in ("\t", " > ") and not any(letter.isdigit() for letter in text)
                titles = first and (bare or names_columns(text) or TABLE_RULE.fullmatch(below) is not None)
                self._put(Shape.ROW, number, number + 1, int(titles))
            first, number = False, number + 1
        return number

    def _end(self, number: int) -> int:
        """Behind the last line of the paragraph or item; what is indented below an item belongs to it."""
        first, end = self.lines[number], number + 1
        while self._belongs(end, first):
            end += 1
        return end

    def _belongs(self, number: int, first: Line) -> bool:
        line = self.lines[number]
        if line.begins or self._is_row(number):
            return False
        inside = ITEM.match(first.text) and line.indent > first.indent + 1
        return bool(inside) or self.lines.goes_on(number)

    def _list_of_lines(self, number: int) -> int:
        """How many short lines without marks stand here, right below a heading or a colon: a list all the same."""
        if self._after(Shape.HEADING):
            return self._phrases(number)
        if not self._after(Shape.PARAGRAPH) or not self.last.endswith(":"):
            return 0
        group: list[str] = []
        while len(group) < _LONGEST_LIST and not self.lines[number + len(group)].begins:
            group.append(self.lines[number + len(group)].text)
        short = all(len(one) < LONGEST_HEADING and not ENDS.search(one) for one in group[:-1])
        return len(group) if len(group) > 1 and short else 0

    def _phrases(self, number: int) -> int:
        """How many lines here are phrases, none going on with the one above; a single one is no list."""
        end = number
        while not self.lines[end].begins and _is_phrase(self.lines[end].text) and not self._is_row(end):
            end += 1
            if self.lines.goes_on(end):
                return 0
        return end - number if 1 < end - number <= _LONGEST_LIST else 0

    def _shallower(self, number: int) -> int:
        """How many levels of list stand above this item, by indentation."""
        least, levels = self.lines[number].indent, 0
        for earlier in self.lines.before(number, _DEEPEST_LOOK):
            item = ITEM.match(earlier.text)
            if earlier.text and earlier.indent < least:
                if not item:
                    break
                least, levels = earlier.indent, levels + 1
        return levels
