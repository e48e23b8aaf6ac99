"""A text without what only the eye needs: small letters, no accents, one blank, no marks of Markdown.

Patterns match on the folded text, whatever the source made of it: decomposed letters, no-break spaces, curly
quotes, bold. Every folded character knows its place in the source, so that a quote is cut from the source itself.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_ALIKE = {
    "\u2018": "'",
    "\u2019": "'",
    "\u02bc": "'",
    "\u00b4": "'",
    "`": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u201e": '"',
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u2212": "-",
    "\u2022": " ",
    "\u00b7": " ",
    "\u2026": "...",
}
_DROPPED = frozenset("*[]\\\u00ad\u200b\u200c\u200d\u2060\ufeff")


@dataclass(frozen=True)
class Folded:
    """The folded `text`; `places[i]` is where character `i` begins in the source, and the last where it ends."""

    text: str
    places: tuple[int, ...]

    def source(self, begin: int, end: int) -> tuple[int, int]:
        """The span in the source of the folded characters `begin` up to `end`."""
        return self.places[begin], self.places[end - 1] + 1 if end > begin else self.places[begin]


@lru_cache(maxsize=8192)
def fold(text: str) -> Folded:
    """The folded form of `text`. Leading and trailing blanks are left out."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for small in _small(letter):
            if small == " " and (not letters or letters[-1] == " "):
                continue
            letters.append(small)
            places.append(place)
    while letters and letters[-1] == " ":
        letters.pop()
        places.pop()
    return Folded("".join(letters), (*places, len(text)))


@lru_cache(maxsize=2048)
def _small(letter: str) -> str:
    if letter in _DROPPED:
        return ""
    if letter in _ALIKE:
        return _ALIKE[letter]
    if letter.isspace():
        return " "
    if letter.isascii():
        return letter.lower()
    plain = "".join(one for one in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(one))
    return plain.lower().replace("\u00a0", " ")
