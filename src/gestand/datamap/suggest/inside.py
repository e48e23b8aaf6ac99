"""What lies in columns of documents and lists: the kinds that keys tell, and never a key, for it may be a name."""

import re
from collections.abc import Iterator, Mapping, Sequence

from gestand.datamap.suggest.handful import ColumnLook, Share
from gestand.datamap.suggest.lexicon import Strength
from gestand.datamap.suggest.names import meaning_of

LEAST = 5
"""Documents that a key stands in before it counts: fewer tell nothing."""
LEAST_SHARE = 0.2
"""And so many of all documents: what is a key here and there may be a value."""
_TEXT = r'"((?:[^"\\]|\\.)*)"'
_PAIR = re.compile(rf"{_TEXT}\s*(?::|=>)\s*\[?\s*(?:{_TEXT}|(-?\d+))")
"""One key with its value, or with the first of a list. A document may be cut short, so it is not parsed."""
_PIECE = re.compile(rf'{_TEXT}|[^\s",{{}}\[\]][^",{{}}\[\]]*')


def is_of_documents(texts: Sequence[str]) -> bool:
    """Whether most texts begin as a document or a list does: JSON, hstore, an array of PostgreSQL."""
    return sum(text[:1] in "{[" or bool(_PAIR.match(text)) for text in texts if text) * 2 > len(texts)


def by_key(texts: Sequence[str]) -> Mapping[str, list[str]]:
    """The filled values below each key, of the keys that enough documents have."""
    found: dict[str, list[str]] = {}
    for text in texts:
        for key, value in _pairs(text).items():
            found.setdefault(key, []).append(value)
    least = max(LEAST, len(texts) * LEAST_SHARE)
    return {key: values for key, values in found.items() if len(values) >= least}


def pieces(text: str) -> Iterator[str]:
    """What a list holds; nothing of a document with keys."""
    if not _PAIR.search(text):
        yield from (match[1] or match[0].strip() for match in _PIECE.finditer(text))


def kinds_told(held: Mapping[str, tuple[ColumnLook, int]], documents: int) -> tuple[Share, ...]:
    """The kinds of data below the keys, each once. What needs company by its name has it in what does not."""
    told: dict[str, int] = {}
    doubtful: dict[str, int] = {}
    for key, (look, count) in held.items():
        meaning = meaning_of(key)
        if look.shares:
            told.setdefault(look.shares[0].kind, count)
        elif meaning and meaning.kind.key not in look.unlike:
            kinds = told if meaning.strength is Strength.STRONG else doubtful
            kinds.setdefault(meaning.kind.key, count)
    every = {**doubtful, **told} if told else {}
    return tuple(Share(kind, count, documents) for kind, count in every.items())


def _pairs(text: str) -> dict[str, str]:
    return {match[1]: value for match in _PAIR.finditer(text) if (value := match[2] or match[3])}
