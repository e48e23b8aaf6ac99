"""A draft as a tree of keys, each with a note beside it; and how that is written as YAML."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from gestand.core.fact import Doubt, Fact

_PLAIN = re.compile(r"[A-Za-zÀ-ÿ][\w À-ÿ./()+&@’'-]*[\w)À-ÿ]|[A-Za-z]|\d{4}-\d\d-\d\d|\d+ [a-z ]+[\w-]*")
_CONSTANT = re.compile(r"(?:true|false|null|yes|no|on|off|~)", re.IGNORECASE)
TO_BE_DECIDED = "to be decided"
"""The note of a value that a person has to choose: the text does not say it, or says it unclearly."""
NOT_IN_TEXT = f"not in the text · {TO_BE_DECIDED}"
UNSTATED = "unstated"
BY_HAND = "decided"
"""The note that marks a value as a person's own: reading again keeps it."""


@dataclass(frozen=True)
class Entry:
    """A key with its value, or with what stands below it; `note` is the comment beside it."""

    key: str
    value: "str | int | bool | tuple[str, ...] | tuple[Entry, ...]"
    note: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def below(self) -> "tuple[Entry, ...]":
        """The entries below this one; none for a value."""
        value = self.value if isinstance(self.value, tuple) else ()
        return tuple(one for one in value if isinstance(one, Entry))

    def noted(self, more: str) -> "Entry":
        """The same, with a word more in its note."""
        return replace(self, note=f"{self.note} · {more}" if self.note else more)

    def with_below(self, below: "Iterable[Entry]") -> "Entry":
        return replace(self, value=tuple(below))


def unstated(key: str, needed: bool = False) -> Entry:
    """What the text does not say; `needed` where a statement has to."""
    return Entry(key, UNSTATED, NOT_IN_TEXT if needed else "not in the text")


def quoted(fact: Fact, doubt: Doubt | None = None) -> str:
    """The note of a value that was read: its quote, where that stands, what found it, and the doubt."""
    quote = fact.quote
    text = " ".join(quote.text.split())
    sure = max((fact.doubt, doubt or Doubt.NONE), key=list(Doubt).index)
    return f'quote: "{text}" · {place(fact)} · doubt {sure}'


def place(fact: Fact) -> str:
    """Where a quote stands, and which pattern found it."""
    return f"characters {fact.quote.begin}-{fact.quote.end} · pattern {fact.pattern}"


def both(nl: str, en: str) -> "tuple[Entry, ...]":
    """The same words in Dutch and in English."""
    return Entry("nl", nl), Entry("en", en)


def slug(text: str) -> str:
    """A hyphenated-word out of any text; `unnamed` when it has no letter of ours."""
    words = re.findall(r"[a-z0-9]+", text.casefold().translate(_ACCENTS))[:LONGEST_WORD]
    return _NO_LAST_WORDS.sub("", "-".join(words)) or "unnamed"


LONGEST_WORD = 6
"""Parts of a hyphenated-word; a longer text is cut there."""
_NO_LAST_WORDS = re.compile(
    r"(?:-(?:an?|and|by|die|dat|de|een|en|for|from|het|in|met|of|op|or|that|the|to|van|voor|with))+$"
)
_ACCENTS = str.maketrans("àáâäãåèéêëìíîïòóôöõùúûüñç", "aaaaaaeeeeiiiiooooouuuunc")


def written(entries: Iterable[Entry], indent: int = 0) -> Iterator[str]:
    """The lines of a YAML text."""
    for entry in entries:
        before = " " * indent
        yield from (f"{before}# {remark}" for remark in entry.remarks)
        note = f"  # {_one_line(entry.note)}" if entry.note else ""
        if entry.below:
            yield f"{before}{_key(entry.key)}:{note}"
            yield from written(entry.below, indent + 2)
        else:
            yield f"{before}{_key(entry.key)}: {_value(entry.value)}{note}"


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(scalar(one, in_list=True) for one in value)}]"
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int) else scalar(str(value))


def scalar(text: object, in_list: bool = False) -> str:
    """A text as YAML reads it back: plain where that is safe, else in quotes."""
    if isinstance(text, bool | int):
        return str(text).lower()
    plain = str(text)
    if _PLAIN.fullmatch(plain) and not _CONSTANT.fullmatch(plain) and not (in_list and "," in plain):
        return plain
    return json.dumps(plain, ensure_ascii=False)


def _key(key: str) -> str:
    return scalar(key)


def _one_line(note: str) -> str:
    return " ".join(note.split())
