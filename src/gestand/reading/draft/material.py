"""What a draft is made of: the document, its facts by kind, and which of them stand under one heading."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from gestand.core.document import Document, Segment
from gestand.core.fact import Doubt, Fact, Said
from gestand.core.text import Text
from gestand.reading.draft.note import Note, quoted
from gestand.reading.facts import mentions_of
from gestand.reading.merge import merged
from gestand.reading.segments import segments_of

LONGEST_SUBJECT = 80
_DATA = re.compile(
    r"\b(?:(?:persoons)?gegevens?|data|information|informatie|document\w*|categor\w+)", re.IGNORECASE
)
Kind = TypeVar("Kind", bound=Said)


@dataclass(frozen=True)
class Material:
    """A read text; facts in much doubt are candidates, and make no field.

    `mentions` are the facts as often as the text says them: a thing that is said twice stands beside two others.
    """

    document: Document
    segments: tuple[Segment, ...]
    facts: tuple[Fact, ...]
    mentions: tuple[Fact, ...] = ()

    def of(self, kind: type[Kind]) -> list[tuple[Fact, Kind]]:
        """The facts of one kind, surest first, then in the order of the text."""
        found = [(fact, fact.said) for fact in self.facts if isinstance(fact.said, kind)]
        told = [one for one in found if one[0].doubt is not Doubt.MUCH]
        return sorted(told, key=lambda one: list(Doubt).index(one[0].doubt))

    @property
    def everywhere(self) -> tuple[Fact, ...]:
        """The facts at every place where the text says them."""
        return self.mentions or self.facts

    @cached_property
    def begins(self) -> list[int]:
        return [segment.begin for segment in self.segments]

    def at(self, fact: Fact) -> int:
        """The number of the segment in which a fact's quote begins; -1 above the first."""
        return bisect_right(self.begins, fact.quote.begin) - 1

    def part(self, fact: Fact) -> tuple[str, ...]:
        """The headings above a fact."""
        at = self.at(fact)
        return self.segments[at].headings if at >= 0 else ()

    def near(self, fact: Fact, kind: type[Kind]) -> list[tuple[Fact, Kind]]:
        """The facts of one kind under the same nearest heading as this fact; none where no heading stands."""
        part = self.part(fact)
        return [one for one in self.of(kind) if part and self.part(one[0]) == part]

    def beside(self, fact: Fact, kind: type[Kind]) -> list[Kind]:
        """What is said of one kind in the same sentence, item or row as this fact."""
        at = self.at(fact)
        told = self._mentioned.get(at, ()) if at >= 0 else ()
        return [one.said for one in told if isinstance(one.said, kind)]

    @cached_property
    def _mentioned(self) -> dict[int, list[Fact]]:
        found: dict[int, list[Fact]] = {}
        for fact in self.everywhere:
            if fact.doubt is not Doubt.MUCH:
                found.setdefault(self.at(fact), []).append(fact)
        return found

    def subject(self, fact: Fact, what: str) -> str:
        """What a term is about: the cell of its row below a title such as `Data`, else what the pattern said."""
        at = self.at(fact)
        cells = self.segments[at].cells if at >= 0 else ()
        told = (cell for title, cell in cells if _DATA.search(title) and 0 < len(cell) <= LONGEST_SUBJECT)
        return next(told, what)

    def search(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return pattern.search(self.document.text)


def material_of(document: Document) -> Material:
    """What a document says. Raises NotInTheText."""
    segments = segments_of(document)
    mentions = mentions_of(segments, document)
    return Material(document, segments, merged(mentions, segments), mentions)


@dataclass(frozen=True)
class Left:
    """A fact that makes no field of the statement, and why."""

    fact: Fact
    why: Text

    @property
    def note(self) -> Note:
        return quoted(self.fact).saying(self.why)
