"""Speaks for one statement in one language: its words by name, and the small words around them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gestand.clock.period import words
from gestand.clock.term import Period
from gestand.core.text import Language, Text
from gestand.documents.page import Bullets, Paragraph, Piece, Row, Span, Table, Topic, Words
from gestand.statement.controller import MONTHS
from gestand.statement.model import Statement
from gestand.statement.security import BREACH_MOMENTS
from gestand.statement.sentences import listed, until_words
from gestand.statement.terms import Kept
from gestand.statement.written import Bilingual

_MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_OR = Text("of", "or")
_WITHIN, _AS_SOON_AS = Text("binnen", "within"), Text("zodra", "as soon as")
_NAMELESS = Text("deze organisatie", "this organisation")
_ALL_DATA = Text("alle gegevens die wij op deze pagina noemen", "all data that we name on this page")
_ALL_PURPOSES = Text("alles waarvoor wij gegevens gebruiken", "all that we use data for")
_MANY = 3
"""So many things a sentence names, even if they are all there are."""
_ENDS = (".", "!", "?", "…", ":")
_BLANKS = re.compile(
    r"[\s\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]+"
)
"""Blanks, what nobody sees (signs of control, those that turn the direction of a text), and halves of a sign."""
_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")


@dataclass(frozen=True)
class Voice:
    """A statement, and the language in which it is told."""

    statement: Statement
    language: Language

    @property
    def speaker(self) -> str:
        """The company by its name; a draft may have none yet."""
        name = self.statement.controller.name
        return plain(name) if name else self.say(_NAMELESS)

    def say(self, text: Text | Bilingual, /, **parts: object) -> str:
        """A text in this language, with the parts filled in where it has any: `B.V.` ends a sentence by itself."""
        said = text.said_in(self.language)
        return plain(_TWO_STOPS.sub(".", said.format(**parts)) if parts else said)

    def listed(self, texts: Iterable[str]) -> str:
        """`a, b and c`; semicolons where a part has a comma of its own. Empty for nothing."""
        parts = [plain(text) for text in texts]
        return listed(parts, self.language) if parts else ""

    def either(self, texts: Iterable[str]) -> str:
        """`a, b or c`."""
        *first, last = map(plain, texts)
        return f"{', '.join(first)} {self.say(_OR)} {last}" if first else last

    def data(self, names: Iterable[str]) -> str:
        return self.listed(self.say(self.statement.data[name]) for name in names)

    def data_here(self, names: Iterable[str]) -> str:
        """Data by name, in a text that tells of all data elsewhere: a list of all of them would be read by nobody."""
        named = tuple(names)
        every = len(named) > _MANY and set(named) == set(self.statement.data)
        return self.say(_ALL_DATA) if every else self.data(named)

    def purposes_here(self, names: Iterable[str]) -> str:
        """Purposes by name, in a text that tells of all purposes elsewhere."""
        named = tuple(names)
        every = len(named) > _MANY and set(named) == set(self.statement.purposes)
        return self.say(_ALL_PURPOSES) if every else self.purposes(named)

    def line(self, text: str | Bilingual) -> str:
        """A text of the company: in this language where it gives both, and else as it is written."""
        return self.say(text) if isinstance(text, Bilingual) else plain(text)

    def people(self, names: Iterable[str]) -> str:
        return self.listed(self.say(self.statement.people[name]) for name in names)

    def purposes(self, names: Iterable[str]) -> str:
        return self.listed(self.say(self.statement.purposes[name]) for name in names)

    def recipient(self, name: str) -> str:
        """A recipient by the company's own name where it is published."""
        known = self.statement.recipients[name] if self.statement.recipients else None
        return plain(known.name or self.say(known)) if known else name

    def until(self, kept: Kept) -> str:
        """`tot 1 week nadat het bericht is verzonden`, `until the relation has ended`."""
        return until_words(self.statement, kept.term, kept.moment, self.language)

    def within(self, kept: Kept) -> str:
        """`binnen 72 uur nadat wij ervan weten`, or `zodra wij ervan weten`: a term in which something is done."""
        opening = _AS_SOON_AS if kept.term.period == Period() else _WITHIN
        return f"{self.say(opening)} {self.until(kept).partition(' ')[2]}"

    def moment(self, name: str) -> str:
        known = self.statement.moments.get(name) or BREACH_MOMENTS.get(name)
        return self.say(known) if known else name

    def condition(self, name: str) -> str:
        return self.say(self.statement.conditions[name])

    def length(self, period: Period) -> str:
        return words(period, self.language)

    def day(self, when: date) -> str:
        return day_words(when, self.language)


def day_words(when: date, language: Language) -> str:
    """A date as people write it, whatever the locale of the machine."""
    months = _MAANDEN if language == "nl" else MONTHS
    return f"{when.day} {months[when.month - 1]} {when.year}"


def plain(text: str) -> str:
    """The text on one line: a line break inside a text of the statement means a space, and so does a hidden sign."""
    return _BLANKS.sub(" ", text).strip()


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """The text as a sentence: it begins with a capital and ends."""
    return capital(ended(text))


def ended(text: str) -> str:
    """The text with a full stop, where it does not end yet."""
    return text if text.endswith(_ENDS) else f"{text}."


def said(text: str, link: str = "") -> Words:
    return (Span(text, link),)


def paragraph(*parts: str | Span) -> Paragraph:
    """A paragraph of texts and links, in their order."""
    return Paragraph(tuple(part if isinstance(part, Span) else Span(part) for part in parts))


def bullets(texts: Iterable[str | Paragraph]) -> Bullets:
    """A list of texts."""
    return Bullets(tuple(text if isinstance(text, Paragraph) else paragraph(text) for text in texts))


def anchor(*path: str) -> str:
    """Where a thing of the statement stands on the page: `retention-recipient-numbers`."""
    return "-".join(re.sub(r"[^a-z0-9_.]+", "-", part.lower()).strip("-") or "x" for part in path)


def listed_apart(topics: Iterable[Topic]) -> tuple[tuple[Piece, ...], tuple[Topic, ...]]:
    """Topics of which nothing is told as one list of their titles, and the others as they are."""
    every = tuple(topics)
    bare = tuple(Paragraph(said(topic.title), topic.anchor) for topic in every if not topic.pieces)
    return ((Bullets(bare),) if bare else ()), tuple(topic for topic in every if topic.pieces)


def table(caption: str, columns: Iterable[str], rows: Iterable[Row]) -> Piece:
    """A table without the columns that no row fills; a list where only the first column is left."""
    titles, filled = tuple(columns), tuple(rows)
    used = [at for at in range(len(titles)) if at == 0 or any(words_text(row.cells[at]) for row in filled)]
    if len(used) == 1:
        return Bullets(tuple(Paragraph(row.cells[0], row.anchor) for row in filled))
    kept = tuple(Row(tuple(row.cells[at] for at in used), row.anchor) for row in filled)
    return Table(caption, tuple(titles[at] for at in used), kept)


def words_text(words: Words) -> str:
    """The text of a line, without its links."""
    return "".join(span.text for span in words)
