"""Regular expressions that are compiled and tried only where a text has the pieces that they need."""

import re
from collections.abc import Iterator, Set
from functools import cached_property, lru_cache

from gestand.reading.patterns.words.pieces import pieces

_SHORT, _LONG = 3, 5


class Sought:
    """A regular expression without flags. Of every set in `needs` a text that it matches has at least one piece."""

    def __init__(self, expression: str, *needs: frozenset[str]) -> None:
        self.expression, self._given = expression, needs

    def search(self, text: str, begin: int = 0) -> re.Match[str] | None:
        """The first place in the text, from `begin` on."""
        return self._pattern.search(text, begin) if self._may_be_in(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place in the text."""
        return self._pattern.finditer(text) if self._may_be_in(text) else iter(())

    def _may_be_in(self, text: str) -> bool:
        known = beginnings(text)
        for these, begun in zip(self.needs, self._begun, strict=True):
            if begun.isdisjoint(known) or not any(map(text.__contains__, these)):
                return False
        return True

    @cached_property
    def needs(self) -> tuple[frozenset[str], ...]:
        """The sets of pieces."""
        return self._given or (pieces(self.expression),)

    @cached_property
    def _begun(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(map(_beginning, these)) for these in self.needs)

    @property
    def begun(self) -> frozenset[str]:
        """Beginnings of pieces, of which a text that it matches has at least one."""
        return self._begun[0]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self.expression)


@lru_cache(maxsize=1024)
def beginnings(text: str) -> Set[str]:
    """What the pieces in a text may begin with: to look all of them up is quicker than to look for each piece."""
    places = range(len(text))
    return {"", *[text[at : at + _SHORT] for at in places], *[text[at : at + _LONG] for at in places]}


def _beginning(piece: str) -> str:
    return piece[: _LONG if len(piece) >= _LONG else _SHORT] if len(piece) >= _SHORT else ""
