"""What the name of a table or column says: split into words, and matched with the kinds of personal data."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from gestand.datamap.suggest.lexicon import Kind, Strength, kinds, phrases, roles, spellings

_PART = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+")
_PREFIXES = frozenset(
    ("tbl", "tb", "t", "tab", "vw", "v", "dbo", "fld", "f", "str", "txt", "col", "c", "p", "x", "app", "dat")
)
"""What stands before a name and says nothing of it: `tbl_klant`, `strNaam`."""
STATES = frozenset(("status", "type", "plan", "enabled", "category", "confirmed", "role", "country"))
"""Words of columns that a condition may be told by. Which value it is, only the company knows."""
_SHORTEST = 3
_SHORT = frozenset(("nr", "nm", "id", "ip", "dt", "no", "at", "pc", "cd", "kl", "ww"))
"""Shorter parts that a compound may hold: `telnr`."""
_LEAST_BEGUN = 5
_LONGEST = 40


@dataclass(frozen=True)
class Meaning:
    """The kind that a name tells of, and what that needs beside it."""

    kind: Kind
    strength: Strength


@lru_cache(maxsize=8192)
def words_in(name: str) -> tuple[str, ...]:
    """The words of a name, each as the lexicon spells it: `tbl_klantnaam1` is customer, name."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    parts = [part.lower() for part in _PART.findall(plain)]
    while len(parts) > 1 and parts[0] in _PREFIXES:
        parts = parts[1:]
    whole = spellings().get("".join(parts))
    found = [whole] if whole else [word for part in parts for word in _split(part)]
    drop = [
        at for at, word in enumerate(found) if (at and len(word) == 1) or (word == "e" and found[at + 1 :])
    ]
    return tuple(word for at, word in enumerate(found) if at not in drop and word != "of")


def _split(part: str) -> tuple[str, ...]:
    """A part as one word, or as the fewest words that it is made of: `geboortedatum` is birth, date."""
    known = spellings()
    if part in known:
        return (known[part],)
    if len(part) > _LONGEST:
        return (part,)
    best: list[tuple[str, ...] | None] = [()]
    for end in range(1, len(part) + 1):
        options = [
            (*before, known[part[begin:end]])
            for begin in range(end)
            if (before := best[begin]) is not None and _is_part(part[begin:end])
        ]
        if part[end - 1] == "s" and best[end - 1] and end < len(part):
            options.append(best[end - 1] or ())  # the s between two Dutch words
        best.append(min(options, key=len) if options else None)
    return best[-1] or _begun(part) or (part,)


def _begun(part: str) -> tuple[str, ...]:
    """The only word that begins so: old databases cut names short."""
    if len(part) < _LEAST_BEGUN:
        return ()
    words = {word for spelling, word in spellings().items() if spelling.startswith(part)}
    return tuple(words) if len(words) == 1 else ()


def _is_part(piece: str) -> bool:
    return piece in spellings() and (len(piece) >= _SHORTEST or piece in _SHORT)


@lru_cache(maxsize=8192)
def meaning_of(name: str) -> Meaning | None:
    """What a column's name says, by the last words of it: `email` and `work_email`, but not `email_sent_at`."""
    words = words_in(name)
    if not words or roles().get(words[0]) == "flag":
        return None
    found = max(_phrases_in(words), key=lambda each: each[:2], default=None)
    if found is None:
        return _of_people(words)
    _, _, start, kind = found
    front = [roles().get(word, "unknown") for word in words[:start]]
    if kind.strength is Strength.STRONG:
        return Meaning(kind, Strength.CONTEXT if "thing" in front else Strength.STRONG)
    return Meaning(kind, kind.strength) if all(role in _BEFORE for role in front) else None


def _of_people(words: tuple[str, ...]) -> Meaning | None:
    """A column that is called after people names one: `getuige`, `contactpers`."""
    if any(roles().get(word, "unknown") not in _BEFORE for word in words):
        return None
    return Meaning(kinds()["name"], Strength.CONTEXT) if roles()[words[-1]] == "people" else None


_BEFORE = ("people", "modifier", "neutral")
_AFTER = ("people", "modifier", "neutral")


def _phrases_in(words: tuple[str, ...]) -> Iterator[tuple[int, bool, int, Kind]]:
    """Phrases at the end of a name, or before words that only say whose or which: length, specific, start, kind."""
    for end in range(len(words), 0, -1):
        for start in range(end):
            kind = phrases().get(words[start:end])
            if kind is not None:
                yield end - start, roles().get(words[start]) not in _AFTER, start, kind
        if roles().get(words[end - 1]) not in _AFTER:
            return
