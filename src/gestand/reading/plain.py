"""A text with the letters that its reader sees, for patterns to search in, and the way back to the source's own."""

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, replace

from gestand.core.document import Block, Document
from gestand.core.fact import Fact, Quote

_ODD = re.compile(
    "[\u00a0\u2000-\u200a\u202f\u205f\u3000]"  # spaces at which no line breaks, or of another width
    "|[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]"  # nothing that shows
    "|[\u2010\u2011]|[\ufb00-\ufb06]"  # hyphens and ligatures
    "|[^\u0300-\u036f][\u0300-\u036f]+"  # a letter with its accent apart
)
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")


@dataclass(frozen=True)
class Plain:
    """A plain document, and for each of its characters (and its end) the place in the source's text."""

    document: Document
    places: tuple[int, ...] | None
    source: str

    def at_home(self, fact: Fact) -> Fact:
        """The fact with the quote as it stands in the source."""
        if self.places is None:
            return fact
        begin, end = self.places[fact.quote.begin], self.places[fact.quote.end]
        if end <= begin:  # within a ligature
            end = begin + 1
        return replace(fact, quote=Quote(begin, end, self.source[begin:end]))


def plain_of(document: Document) -> Plain:
    """The document with decomposed letters whole, odd spaces plain, and what does not show left out."""
    if not _ODD.search(document.text):
        return Plain(document, None, document.text)
    parts: list[str] = []
    places: list[int] = []
    at = 0
    for match in _ODD.finditer(document.text):
        parts.append(document.text[at : match.start()])
        places.extend(range(at, match.start()))
        shown = _shown(match[0])
        parts.append(shown)
        places.extend([match.start()] * len(shown))
        at = match.end()
    parts.append(document.text[at:])
    places.extend(range(at, len(document.text) + 1))
    blocks = tuple(_moved(block, places) for block in document.blocks)
    return Plain(replace(document, text="".join(parts), blocks=blocks), tuple(places), document.text)


def _shown(odd: str) -> str:
    if _HIDDEN.fullmatch(odd):
        return ""
    if odd in "\u2010\u2011":
        return "-"
    return " " if odd.isspace() else unicodedata.normalize("NFKC", odd)


def _moved(block: Block, places: list[int]) -> Block:
    return replace(block, begin=bisect_left(places, block.begin), end=bisect_left(places, block.end))
