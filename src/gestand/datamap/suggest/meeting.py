"""How near the words of a database are to those of the statement."""

import re
from collections.abc import Iterable
from functools import lru_cache

from gestand.core.text import Text
from gestand.datamap.suggest.names import words_in

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        "a an the of on in at to by with and or for from is was were has been it its our your you us who whose which "
        "that this de het een van op te aan met en of voor uit door om bij is was zijn werd heeft hebben wordt worden "
        "ons onze uw u wij die dat wie deze somebody iemand data gegevens other andere",
    )
)
"""Words that are in every sentence, and so say nothing of a table."""

_KIN = {"subscriber": "newsletter", "visit": "visitor", "invoice": "billing", "mailing": "newsletter"}
"""A table of the one is about the other."""


@lru_cache(maxsize=4096)
def bag(text: str) -> frozenset[str]:
    """The words of a text as the lexicon spells them, without those that say nothing."""
    parts = [
        part for token in _TOKEN.findall(text) if token.lower() not in _EMPTY for part in words_in(token)
    ]
    whole = words_in(text) if "-" in text and " " not in text else ()
    return frozenset(_stem(word) for word in (*parts, *whole) if word not in _EMPTY)


def bags(texts: Iterable[Text | str]) -> frozenset[str]:
    """The words of several texts, in both languages."""
    found: set[str] = set()
    for text in texts:
        found |= bag(text) if isinstance(text, str) else bag(text.nl) | bag(text.en)
    return frozenset(found)


@lru_cache(maxsize=4096)
def name_bag(name: str) -> frozenset[str]:
    """The words of a name in the database, and those that go with them."""
    words = {_stem(word) for word in words_in(name) if word not in _EMPTY}
    return frozenset(words | {_KIN[word] for word in words if word in _KIN})


def _stem(word: str) -> str:
    """Without the s of a plural."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
