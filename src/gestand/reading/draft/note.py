"""What stands above a value of a draft: why it is there, the words it came from, their place, and the doubt."""

import json
import re
from dataclasses import dataclass, field, replace

from gestand.core.document import Document
from gestand.core.fact import Doubt, Fact, Quote
from gestand.core.text import Language, Text

_PLACE = Text("tekens", "characters")
_ABOVE = Text("hierboven geciteerd", "quoted above")
_BELOW = Text("hieronder geciteerd", "quoted below")
_PATTERN = Text("patroon", "pattern")
_DOUBTS = {
    Doubt.NONE: Text("geen twijfel", "doubt none"),
    Doubt.SOME: Text("enige twijfel", "doubt some"),
    Doubt.MUCH: Text("veel twijfel", "doubt much"),
}
NOT_TRANSLATED = Text("niet vertaald", "not translated")
_NOT_SHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\\]")
_FIXED = "\x1f"
"""Stands for a space at which no line of a draft ends."""


@dataclass(frozen=True)
class Note:
    """What is known of a value; `pattern` found the quote, and `said` is what a person should know besides.

    `is_aside`: the value only follows from a quote that speaks of another one, and is best read there.
    """

    said: tuple[Text, ...] = ()
    quote: Quote | None = None
    pattern: str = ""
    doubt: Doubt | None = None
    is_aside: bool = False

    def saying(self, *more: Text) -> "Note":
        """The same, and more to know."""
        return replace(self, said=(*self.said, *more))


def remark(text: Text, doubt: Doubt | None = None) -> Note:
    """A note that quotes nothing."""
    return Note((text,), doubt=doubt)


def quoted(fact: Fact, doubt: Doubt = Doubt.NONE) -> Note:
    """The note of a value that was read; of two doubts the greater."""
    return Note((), fact.quote, fact.pattern, max(fact.doubt, doubt, key=list(Doubt).index))


def aside(fact: Fact, doubt: Doubt) -> Note:
    """The note of a value that a quote about another value implies."""
    return replace(quoted(fact, doubt), is_aside=True)


def matched(match: re.Match[str], document: Document, group: int = 0, at: int = 0) -> Note:
    """The note of a value that a word of the text gives, in some doubt; `at` is where the searched text begins."""
    begin, end = (at + one for one in match.span(group))
    return Note((), Quote(begin, end, document.text[begin:end]), doubt=Doubt.SOME)


@dataclass
class Told:
    """Which quotes stand above in a draft, and which of them have a value of their own."""

    homes: frozenset[Quote] = frozenset()
    above: set[Quote] = field(default_factory=set)

    def line(self, note: Note, language: Language) -> str:
        """A note in one line; a quote that stands elsewhere is told by its place alone."""
        parts = [shown(one.said_in(language)) for one in note.said]
        if note.quote:
            parts += self._from_where(note.quote, note, language)
        if note.doubt:
            parts.append(fixed(_DOUBTS[note.doubt].said_in(language)))
        return f"{_FIXED}· ".join(parts)

    def _from_where(self, quote: Quote, note: Note, language: Language) -> list[str]:
        place = fixed(f"{_PLACE.said_in(language)} {quote.begin}-{quote.end}")
        if where := self._elsewhere(quote, note):
            told = [f"{place} ({where.said_in(language)})"]
        else:
            self.above.add(quote)
            told = [f'"{shown(quote.text)}"', place]
        return [*told, fixed(f"{_PATTERN.said_in(language)} {note.pattern}")] if note.pattern else told

    def _elsewhere(self, quote: Quote, note: Note) -> Text | None:
        if quote in self.above:
            return _ABOVE
        return _BELOW if note.is_aside and quote in self.homes else None


def shown(text: str) -> str:
    r"""A text as it stands in a comment, to the letter: ends of lines are `\n`, and a backslash is two."""
    return _NOT_SHOWN.sub(lambda found: json.dumps(found[0])[1:-1], text)


def fixed(text: str) -> str:
    """The text as one word, at which no line ends."""
    return text.replace(" ", _FIXED)


def lines(text: str, columns: int) -> list[str]:
    """The text in lines of so many columns, broken at single spaces alone: joined by a space they are the text."""
    found = [""]
    for word in re.split(r"(?<=\S) (?=\S)", text):
        longer = f"{found[-1]} {word}" if found[-1] else word
        found = [*found[:-1], longer] if len(longer) <= columns or not found[-1] else [*found, word]
    return [line.replace(_FIXED, " ") for line in found]
