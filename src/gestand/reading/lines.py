"""Finds headings, paragraphs, list items and table rows in plain or Markdown text, by the look of its lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gestand.core.document import Block, Shape
from gestand.reading.headings import (
    BOLD_LEVEL,
    ENDS,
    LONGEST_HEADING,
    NUMBER_LEVEL,
    PLAIN_LEVEL,
    asks_the_reader,
    could_be_heading,
)

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_MARKED = re.compile(r"(#{1,6})[ \t\xa0]+\S")
_RULE = re.compile(r"([-*_=~])(?:[ \t]*\1){2,}")
_UNDERLINE = re.compile(r"=+|-+")
_BARS = re.compile(r"\|.*\||[^|\s][^|]*\|[^|]+\|.*")
_TABLE_RULE = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?")
ITEM = re.compile(
    r"(?:[-*+•◦▪▸►‣·○●■–—✓✔»>➢❖→\uf0b7\uf0a7]"
    r"|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])[ \t\xa0]+(?=\S)|[•◦▪▸►‣●■✓✔➢❖\uf0b7\uf0a7](?=\S)"
)
"""The mark at the beginning of a list item."""
_NUMBERED = re.compile(
    r"(?:(?:art(?:ikel|icle)?|§|hoofdstuk|section)\.?[ \t]*)?(\d{1,2}(?:\.\d{1,2}){0,3})[.):]?[ \t\xa0]+(?=\S)",
    re.I,
)
_NUMBER = re.compile(r"\(?(\d{1,2})[.)]")
_EMPHASIS = re.compile(r"(\*\*|__|\*|_)(?=\S)[^*_]{1,120}(?<=\S)\1:?")
SHORTEST_WRAP = 60


@dataclass(frozen=True)
class Line:
    """One line without its end and indentation: `text` stands at `begin`, after `indent` columns."""

    text: str
    begin: int
    indent: int

    @property
    def end(self) -> int:
        return self.begin + len(self.text)


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a text, in its order. Takes time in proportion to its length."""
    return tuple(_Reader(tuple(_lines(text))).blocks())


def _lines(text: str) -> Iterator[Line]:
    for match in _LINE.finditer(text):
        whole = match[0].rstrip("\r\n")
        bare = whole.strip()
        indent = len(whole) - len(whole.lstrip())
        if match[0]:
            yield Line(bare, match.start() + indent, len(whole[:indent].expandtabs(4)))


class _Reader:
    """Walks the lines once; every method that takes a number starts at that line and returns the next one."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.wrap = _wrap(lines)
        self.found: list[Block] = []
        self.numbers: dict[int, int] = {}
        self.marked = 0
        self.last_line = ""

    def blocks(self) -> list[Block]:
        number = 0
        while number < len(self.lines):
            number = self._next(number)
        return self.found

    def _next(self, number: int) -> int:
        line = self.lines[number]
        if not line.text or _RULE.fullmatch(line.text):
            return number + 1
        if self._is_row(number):
            return self._rows(number)
        level, length = self._heading(number)
        if level:
            counted = _NUMBER.match(line.text)
            if counted:
                self.numbers[line.begin] = int(counted[1])
            self.found.append(Block(Shape.HEADING, line.begin, line.end, 1 if not self.found else level))
            return number + length
        if ITEM.match(line.text):
            return self._item(number)
        if self._is_list_of_lines(number):
            return self._list_of_lines(number)
        return self._paragraph(number, Shape.PARAGRAPH, 0)

    def _text(self, number: int) -> str:
        return self.lines[number].text if 0 <= number < len(self.lines) else ""

    def _below(self, number: int) -> str:
        """The next line that is not empty."""
        return next((line.text for line in self.lines[number + 1 : number + 6] if line.text), "")

    def _is_row(self, number: int) -> bool:
        text, above, below = (self._text(n) for n in (number, number - 1, number + 1))
        if "\t" in text:
            return "\t" in above or "\t" in below
        bars = bool(_BARS.fullmatch(text) and ("|" in above or "|" in below))
        return bars and (
            text.startswith("|") or _TABLE_RULE.fullmatch(below) is not None or self._after_row()
        )

    def _after_row(self) -> bool:
        return bool(self.found) and self.found[-1].shape is Shape.ROW

    def _rows(self, number: int) -> int:
        first = True
        while number < len(self.lines) and ("|" in self._text(number) or "\t" in self._text(number)):
            line = self.lines[number]
            titles = first and (
                _TABLE_RULE.fullmatch(self._text(number + 1)) is not None or "\t" in line.text
            )
            if not _TABLE_RULE.fullmatch(line.text):
                self.found.append(Block(Shape.ROW, line.begin, line.end, int(titles)))
            first, number = False, number + 1
        return number

    def _heading(self, number: int) -> tuple[int, int]:
        """The level of the heading on this line, zero when it is none; and how many lines it takes."""
        text, below = self._text(number), self._text(number + 1)
        marked = _MARKED.match(text)
        if marked:
            self.marked = len(marked[1])
            return self.marked, 1
        if len(below) > 2 and _UNDERLINE.fullmatch(below) and not ITEM.match(text):
            return (1 if below[0] == "=" else 2), 2
        if not could_be_heading(text):
            return 0, 0
        if _EMPHASIS.fullmatch(text):
            return BOLD_LEVEL, 1
        counted = _NUMBERED.match(text)
        if counted:
            return self._numbered(number, counted[1])
        return (self._plain(number), 1) if not ITEM.match(text) else (0, 0)

    def _numbered(self, number: int, counted: str) -> tuple[int, int]:
        below = self._below(number)
        depth = max(NUMBER_LEVEL, self.marked + 1) + counted.count(".")
        if "." in counted or not _NUMBER.match(self._text(number)):
            return (depth, 1) if below and self._text(number)[-1] != ":" else (0, 0)
        if self._counts_on(int(counted)):
            return depth, 1
        in_list = self.found and self.found[-1].shape is Shape.ITEM and not self._is_first_after_gap(number)
        if in_list or _NUMBER.match(below) or not below:
            return 0, 0
        return depth, 1

    def _counts_on(self, number: int) -> bool:
        """Whether the last numbered heading, for all that stands between, has the number before this one."""
        for block in reversed(self.found[-60:]):
            if block.shape is Shape.HEADING and block.begin in self.numbers:
                return self.numbers[block.begin] + 1 == number
        return False

    def _is_first_after_gap(self, number: int) -> bool:
        return not self._text(number - 1) or self._text(number).startswith(("1.", "1)"))

    def _plain(self, number: int) -> int:
        text, below = self._text(number), self._text(number + 1)
        if not self._below(number) or (self._text(number - 1) and not self._follows_heading(number)):
            return 0
        if not text[0].isupper() and not text[0].isdigit() and not text.endswith("?"):
            return 0
        if text.endswith("?") and asks_the_reader(text):
            return 0
        if text.isupper() and len(text) > 3:
            return 1
        if text.endswith(":"):
            return 0
        if below and not _MARKED.match(below) and not self._starts_anew(below, text):
            return 0
        return PLAIN_LEVEL

    def _follows_heading(self, number: int) -> bool:
        above = self.lines[number - 1]
        return (
            bool(self.found) and self.found[-1].shape is Shape.HEADING and self.found[-1].begin == above.begin
        )

    def _starts_anew(self, below: str, text: str) -> bool:
        """Whether the next line is no continuation of this one."""
        if ITEM.match(below):
            return True
        if not below[0].isupper():
            return False
        shorter = len(text) < 0.7 * max(self.wrap, len(below))
        return text.endswith("?") or (shorter and ENDS.search(below) is not None)

    def _is_list_of_lines(self, number: int) -> bool:
        """Short lines without marks, below a sentence that ends in a colon: a list all the same."""
        last = self.found[-1] if self.found else None
        if last is None or last.shape is not Shape.PARAGRAPH or not self.last_line.endswith(":"):
            return False
        group = self._group(number)
        return len(group) > 1 and all(
            len(line.text) < LONGEST_HEADING and not ENDS.search(line.text) for line in group[:-1]
        )

    def _group(self, number: int) -> list[Line]:
        group: list[Line] = []
        for line in self.lines[number : number + 40]:
            if not line.text or _MARKED.match(line.text) or ITEM.match(line.text):
                break
            group.append(line)
        return group

    def _list_of_lines(self, number: int) -> int:
        group = self._group(number)
        self.found.extend(Block(Shape.ITEM, line.begin, line.end, 1) for line in group)
        return number + len(group)

    def _item(self, number: int) -> int:
        depth = 1 + self._shallower(number)
        return self._paragraph(number, Shape.ITEM, depth)

    def _shallower(self, number: int) -> int:
        """How many levels of list stand above this one: by indentation, and by the kind of mark."""
        line, levels = self.lines[number], set[int]()
        least = line.indent
        for earlier in reversed(self.lines[max(0, number - 60) : number]):
            if earlier.text and not ITEM.match(earlier.text) and earlier.indent < least:
                break
            if earlier.text and ITEM.match(earlier.text) and earlier.indent < least:
                levels.add(earlier.indent)
                least = earlier.indent
        return len(levels)

    def _paragraph(self, number: int, shape: Shape, level: int) -> int:
        """Takes the lines that belong together; one that starts something of its own ends it."""
        first = self.lines[number]
        last, number = first, number + 1
        while number < len(self.lines) and self._goes_on(number, last, shape):
            last, number = self.lines[number], number + 1
        self.found.append(Block(shape, first.begin, last.end, level))
        self.last_line = last.text
        return number

    def _goes_on(self, number: int, last: Line, shape: Shape) -> bool:
        text = self._text(number)
        if (
            not text
            or _RULE.fullmatch(text)
            or _MARKED.match(text)
            or ITEM.match(text)
            or self._is_row(number)
        ):
            return False
        if self._is_numbered_heading(number):
            return False
        if shape is Shape.ITEM and self.lines[number].indent < 2:
            return not text[0].isupper() or len(last.text) >= 0.7 * self.wrap
        return True

    def _is_numbered_heading(self, number: int) -> bool:
        text = self._text(number)
        return (
            "." in text[:4]
            and could_be_heading(text)
            and bool(_NUMBERED.match(text))
            and self._heading(number)[0] > 0
        )


def _wrap(lines: Sequence[Line]) -> int:
    """The column at which the text was wrapped by hand; the longest line where it was not."""
    lengths = sorted(len(line.text) for line in lines if line.text)
    return max(SHORTEST_WRAP, lengths[int(len(lengths) * 0.95)] if lengths else 0)
