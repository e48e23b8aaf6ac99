"""A table of words: for each value of the schema, the ways in which Dutch and English texts say it."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property


class Table:
    """Finds values in a folded text. A spelling is a regular expression; several are tried from left to right.

    All spellings are compiled into one expression per value, when first asked for.
    """

    def __init__(self, spellings: Mapping[str, str | tuple[str, ...]]) -> None:
        self._spellings = spellings

    @cached_property
    def _compiled(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        return tuple(
            (value, re.compile("|".join((one,) if isinstance(one, str) else one)))
            for value, one in self._spellings.items()
        )

    def found(self, text: str) -> Iterator[tuple[str, re.Match[str]]]:
        """Every value that the text names, each once, at its first place."""
        for value, pattern in self._compiled:
            if match := pattern.search(text):
                yield value, match

    def all(self, text: str) -> Iterator[tuple[str, re.Match[str]]]:
        """Every place where the text names a value."""
        for value, pattern in self._compiled:
            for match in pattern.finditer(text):
                yield value, match


def before(first: str, then: str, reach: int = 8) -> str:
    """An expression for two words in this order, with at most `reach` words between them."""
    return rf"\b(?:{first})\b[,)]?(?: \S+){{0,{reach}}}? (?:{then})\b"


def near(one: str, other: str, reach: int = 8) -> str:
    """An expression for two words in either order, with at most `reach` words between them."""
    return f"{before(one, other, reach)}|{before(other, one, reach)}"
