"""A draft as a tree of keys, each with what is known of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from gestand.core.text import Text
from gestand.reading.draft.note import Note, remark

_NOT_IN_TEXT = remark(Text("staat niet in de tekst", "not in the text"))
UNSTATED = "unstated"
LONGEST_WORD = 6
"""Parts of a hyphenated-word; a longer text is cut there."""


@dataclass(frozen=True)
class Entry:
    """A key with its value, or with what stands below it.

    `is_open`: a person has to choose the value. `by_hand`: the words behind the mark of a person who did.
    `comments` are a person's own.
    """

    key: str
    value: "str | int | bool | tuple[str, ...] | tuple[Entry, ...]"
    note: Note | None = None
    more: tuple[Note, ...] = ()
    is_open: bool = False
    by_hand: str | None = None
    comments: tuple[str, ...] = ()

    @property
    def notes(self) -> tuple[Note, ...]:
        return ((self.note,) if self.note else ()) + self.more

    @property
    def below(self) -> "tuple[Entry, ...]":
        """The entries below this one; none for a value."""
        value = self.value if isinstance(self.value, tuple) else ()
        return tuple(one for one in value if isinstance(one, Entry))

    def saying(self, more: Text) -> "Entry":
        """The same, with more to know."""
        return replace(self, note=(self.note or Note()).saying(more))

    def to_decide(self) -> "Entry":
        """The same, for a person to choose."""
        return replace(self, is_open=True)

    def with_below(self, below: "Iterable[Entry]") -> "Entry":
        return replace(self, value=tuple(below))


def unstated(key: str, needed: bool = False) -> Entry:
    """What the text does not say; `needed` where a statement has to."""
    return Entry(key, UNSTATED, is_open=needed)


def not_in_text(key: str, value: "tuple[str, ...] | tuple[Entry, ...]" = ()) -> Entry:
    """What a statement cannot do without, and the text does not say."""
    return Entry(key, value, _NOT_IN_TEXT, is_open=True)


def both(nl: str, en: str) -> tuple[Entry, ...]:
    """The same words in Dutch and in English."""
    return Entry("nl", nl), Entry("en", en)


def every(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries and all that stands below them."""
    for entry in entries:
        yield entry
        yield from every(entry.below)


def slug(text: str) -> str:
    """A hyphenated-word out of any text; `unnamed` when it has no letter of ours."""
    words = re.findall(r"[a-z0-9]+", text.casefold().translate(_ACCENTS))[:LONGEST_WORD]
    return _NO_LAST_WORDS.sub("", "-".join(words)) or "unnamed"


_NO_LAST_WORDS = re.compile(
    r"(?:-(?:an?|and|by|die|dat|de|een|en|for|from|het|in|met|of|op|or|that|the|to|van|voor|with))+$"
)
_ACCENTS = str.maketrans("àáâäãåèéêëìíîïòóôöõùúûüñç", "aaaaaaeeeeiiiiooooouuuunc")
