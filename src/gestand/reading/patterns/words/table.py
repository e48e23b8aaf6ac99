"""A table of words: for each value of the schema, the ways in which Dutch and English texts say it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from gestand.reading.patterns.words.sought import Sought, beginnings


class Table:
    """Finds values in a folded text. A spelling is a regular expression, compiled when a text may have it.

    Of the spellings of a value the one that stands first in the text counts; at the same place the first of the table.
    """

    def __init__(self, spellings: Mapping[str, Iterable[str | Sought]]) -> None:
        self._written = spellings

    @cached_property
    def _values(self) -> tuple[tuple[str, frozenset[str], tuple[Sought, ...]], ...]:
        """Every value with what the pieces of its spellings begin with."""
        return tuple(_entry(value, written) for value, written in self._written.items())

    def found(self, text: str) -> Iterator[tuple[str, re.Match[str]]]:
        """Every value that the text names, each once, at its first place."""
        known = beginnings(text)
        for value, begun, spellings in self._values:
            if not begun.isdisjoint(known) and (match := _first(spellings, text)):
                yield value, match

    def all(self, text: str) -> Iterator[tuple[str, re.Match[str]]]:
        """Every place where the text names a value."""
        for value, _, spellings in self._values:
            match = _first(spellings, text)
            while match:
                yield value, match
                match = _first(spellings, text, match.end())


def _entry(value: str, written: Iterable[str | Sought]) -> tuple[str, frozenset[str], tuple[Sought, ...]]:
    spellings = tuple(one if isinstance(one, Sought) else Sought(one) for one in written)
    return value, frozenset[str]().union(*(one.begun for one in spellings)), spellings


def _first(spellings: tuple[Sought, ...], text: str, begin: int = 0) -> re.Match[str] | None:
    matches = [match for one in spellings if (match := one.search(text, begin))]
    return min(matches, key=re.Match.start) if matches else None


def before(first: str, then: str, reach: int = 8) -> str:
    """An expression for two words in this order, with at most `reach` words between them."""
    return rf"\b(?:{first})\b[,)]?(?: \S+){{0,{reach}}}? (?:{then})\b"


def near(one: str, other: str, reach: int = 8) -> str:
    """An expression for two words in either order, with at most `reach` words between them."""
    return f"{before(one, other, reach)}|{before(other, one, reach)}"
