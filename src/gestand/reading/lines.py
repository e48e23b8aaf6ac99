"""The lines of a plain or Markdown text, and which of them go on where the one above them broke off."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_RULE = re.compile(r"([-*_=~])(?:[ \t]*\1){2,}")
MARKED = re.compile(r"(#{1,6})[ \t\xa0]+\S")
"""A heading in Markdown."""
ITEM = re.compile(
    r"(?:[-*+•◦▪▸►‣·○●■–—✓✔»>➢❖→\uf0b7\uf0a7]"
    r"|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])[ \t\xa0]+(?=\S)|[•◦▪▸►‣●■✓✔➢❖\uf0b7\uf0a7](?=\S)"
)
"""The mark at the beginning of a list item."""
LABEL = re.compile(r"[A-ZÀ-Ý][\w'-]+(?: \w+){0,2}:[ \t]+\S")
"""What a line says, in front of it: `Purpose: ...`."""
_SMALL = re.compile(r"[\"'“‘(]?[a-zß-öø-ÿ]")
_FEWEST_WRAPPED = 3
_NARROWEST = 40
_NEVER = 1_000_000


@dataclass(frozen=True)
class Line:
    """One line without its end and indentation: `text` stands at `begin`, after `indent` columns."""

    text: str
    begin: int
    indent: int

    @property
    def end(self) -> int:
        return self.begin + len(self.text)

    @property
    def is_rule(self) -> bool:
        return _RULE.fullmatch(self.text) is not None

    @property
    def begins(self) -> bool:
        """Whether it begins something by its mark: a heading, an item; or ends what was by being empty or a rule."""
        return not self.text or bool(MARKED.match(self.text) or ITEM.match(self.text)) or self.is_rule

    @property
    def first_word(self) -> str:
        return self.text.split(maxsplit=1)[0]


_NONE = Line("", 0, 0)


@dataclass(frozen=True)
class Lines:
    """All lines of a text; beyond the first and the last one there is nothing but empty ones."""

    lines: tuple[Line, ...]

    def __len__(self) -> int:
        return len(self.lines)

    def __getitem__(self, number: int) -> Line:
        return self.lines[number] if 0 <= number < len(self.lines) else _NONE

    def before(self, number: int, most: int) -> tuple[Line, ...]:
        """At most so many lines above this one, the nearest first."""
        return self.lines[max(0, number - most) : number][::-1]

    def below(self, number: int) -> str:
        """The next line that is not empty."""
        return next((line.text for line in self.lines[number + 1 : number + 6] if line.text), "")

    def goes_on(self, number: int) -> bool:
        """Whether this line goes on with the one above: in the middle of a sentence, or since no more fitted there."""
        above, line = self[number - 1], self[number]
        if line.begins or not above.text or MARKED.match(above.text) or LABEL.match(line.text):
            return False
        full = above.indent + len(above.text) + 1 + len(line.first_word) > self._wrap
        return full or (bool(_SMALL.match(line.text)) and not above.text.endswith(":"))

    @cached_property
    def _wrap(self) -> int:
        """The column at which the text was wrapped by hand; out of reach where it was not."""
        broken = sorted(
            above.indent + len(above.text)
            for above, line in pairwise(self.lines)
            if above.text
            and not line.begins
            and _SMALL.match(line.text)
            and not above.text.endswith((".", ":", ";"))
        )
        column = broken[int(len(broken) * 0.95)] if len(broken) >= _FEWEST_WRAPPED else _NEVER
        return column if column >= _NARROWEST else _NEVER


def lines_of(text: str) -> Lines:
    """The lines of a text, in its order."""
    return Lines(tuple(_lines(text)))


def _lines(text: str) -> Iterator[Line]:
    for match in _LINE.finditer(text):
        whole = match[0].rstrip("\r\n")
        indent = len(whole) - len(whole.lstrip())
        if match[0]:
            yield Line(whole.strip(), match.start() + indent, len(whole[:indent].expandtabs(4)))
