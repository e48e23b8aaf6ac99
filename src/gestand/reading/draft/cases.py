"""The cases in which something holds: conditions in the text's own words, for a person to say when."""

import re
from collections.abc import Container
from textwrap import shorten

from gestand.core.fact import Doubt, Fact
from gestand.core.text import Text
from gestand.reading.draft.note import NOT_TRANSLATED, aside, remark
from gestand.reading.draft.tree import Entry, both

_WHEN = Text("zeg wanneer dit geldt", "say when this holds")
_CASE = re.compile(
    r"(?:\W*)(?:voor|bij|van|for|of|in case of|in het geval van)\s+([^,;:]{3,80})", re.IGNORECASE
)
_ONLY = re.compile(
    r"\b(?:tenzij|alleen als|alleen indien|uitsluitend als|uitsluitend indien|mits|unless|only if|only when)\s+(.{3,})",
    re.IGNORECASE | re.DOTALL,
)
LONGEST_CONDITION = 120


def case(key: str, fact: Fact, why: Text, conditions: dict[str, Entry]) -> Entry | None:
    """A condition of its own, declared in `conditions`, and the `when` that names it; none where no case is named."""
    said = _said(" ".join(fact.quote.text.split()))
    if not said:
        return None
    word = free(f"case-of-{key}", conditions)
    note = aside(fact, Doubt.MUCH).saying(NOT_TRANSLATED, _WHEN)
    conditions[word] = Entry(word, said, note, is_open=True)
    return Entry("when", word, remark(why, Doubt.MUCH))


def is_conditional(fact: Fact) -> bool:
    """Whether a sentence says in which case alone it holds: "unless the number is foreign"."""
    return bool(_ONLY.search(fact.quote.text))


def _said(quote: str) -> tuple[Entry, ...]:
    only, group = _ONLY.search(quote), _CASE.match(quote)
    if only:
        return both(*[_cut(only[1])] * 2)
    return both(f"het gaat om {group[1]}", f"it concerns {group[1]}") if group else ()


def _cut(quote: str) -> str:
    """The words of a quote up to a length that fits a sentence."""
    return shorten(quote, LONGEST_CONDITION, placeholder=" …").rstrip(" .")


def free(key: str, taken: Container[str]) -> str:
    """The key, with a number behind it where it is taken."""
    number, free = 1, key
    while free in taken:
        number += 1
        free = f"{key}-{number}"
    return free
