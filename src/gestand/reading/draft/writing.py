"""A draft as lines of YAML: evidence above each value in lines of gestand's own, marked `#:`; marks behind it."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from gestand.core.text import Language, Text
from gestand.reading.draft.note import Note, Told, lines, shown
from gestand.reading.draft.tree import Entry

OURS = "#:"
"""How a comment of gestand's begins: it is written anew at every reading; one that begins with `# ` is a person's."""
BY_HAND = "decided"
"""The mark behind a value that is a person's own: reading again keeps it."""
TO_BE_DECIDED = Text("nog te beslissen", "to be decided")
COLUMNS = 110
_PLAIN = re.compile(r"[A-Za-zÀ-ÿ][\w À-ÿ./()+&@’'-]*[\w)À-ÿ]|[A-Za-z]|\d{4}-\d\d-\d\d|\d+ [a-z ]+[\w-]*")
_CONSTANT = re.compile(r"(?:true|false|null|yes|no|on|off|~)", re.IGNORECASE)


@dataclass
class Writer:
    """Writes in one language, and tells each quote once."""

    language: Language
    told: Told = field(default_factory=Told)

    def sections(self, entries: Iterable[Entry]) -> Iterator[str]:
        """The lines of a YAML text; what has parts of its own stands apart."""
        apart = True
        for entry in entries:
            if apart or entry.below:
                yield ""
            yield from self.entry(entry)
            apart = bool(entry.below)

    def entry(self, entry: Entry, indent: int = 0) -> Iterator[str]:
        """A key with its comments above it, its mark behind it, and what stands below it."""
        before = " " * indent
        for note in entry.notes:
            yield from self.note(note, indent)
        yield from (f"{before}# {comment}" for comment in entry.comments)
        value = "" if entry.below else f" {_value(entry.value)}"
        yield f"{before}{scalar(entry.key)}:{value}{self._mark(entry)}"
        for one in entry.below:
            yield from self.entry(one, indent + 2)

    def note(self, note: Note, indent: int = 0, bullet: str = "") -> Iterator[str]:
        """A note as comment lines; behind a bullet those after the first hang below its words."""
        return ours(self.told.line(note, self.language), indent, bullet)

    def say(self, text: Text, bullet: str = "", **words: object) -> Iterator[str]:
        """A sentence as comment lines."""
        return ours(shown(text.said_in(self.language).format(**words)), bullet=bullet)

    def _mark(self, entry: Entry) -> str:
        if entry.by_hand is not None:
            return f"  # {BY_HAND}{entry.by_hand}"
        return f"  {OURS} {TO_BE_DECIDED.said_in(self.language)}" if entry.is_open else ""


def ours(text: str, indent: int = 0, bullet: str = "") -> Iterator[str]:
    """A text as comment lines of gestand's own."""
    before = f"{' ' * indent}{OURS} "
    first, *further = lines(text, COLUMNS - len(before) - len(bullet))
    yield f"{before}{bullet}{first}"
    yield from (f"{before}{' ' * len(bullet)}{line}" for line in further)


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(scalar(one, in_list=True) for one in value)}]"
    return scalar(value)


def scalar(text: object, in_list: bool = False) -> str:
    """A value as YAML reads it back: plain where that is safe, else in quotes."""
    if isinstance(text, bool | int):
        return str(text).lower()
    plain = str(text)
    if _PLAIN.fullmatch(plain) and not _CONSTANT.fullmatch(plain) and not (in_list and "," in plain):
        return plain
    return json.dumps(plain, ensure_ascii=False)
