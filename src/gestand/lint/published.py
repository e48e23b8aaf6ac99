"""A published text as rules see it: its passages, and the facts that were read in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from gestand.core.document import Document, Segment, Shape
from gestand.core.fact import Doubt, Fact, Quote, Said

Kind = TypeVar("Kind")

_ABOUT_COOKIES = re.compile(
    r"\bcookies?(beleid|verklaring|statement|\s+(policy|statement|notice))?\b", re.IGNORECASE
)
_ABOUT_PRIVACY = re.compile(
    r"privacy\W?(verklaring|statement|beleid|policy|notice|reglement)|persoonsgegevens|personal (data|information)",
    re.IGNORECASE,
)
_COOKIE_TITLE = re.compile(
    r"^\W*cookies?\b|cookie\s?-?(beleid|verklaring|statement|policy|notice)", re.IGNORECASE
)


@dataclass(frozen=True)
class Published:
    """A text that was read: the document, its segments in order, and its facts."""

    document: Document
    segments: tuple[Segment, ...]
    facts: tuple[Fact, ...]

    def of(self, kind: type[Kind]) -> tuple[tuple[Kind, Fact], ...]:
        """What was said of one kind, each with its fact."""
        return tuple((fact.said, fact) for fact in self.facts if isinstance(fact.said, kind))

    def tells(self, kind: type[Said], there: Quote | Segment) -> bool:
        """Whether something of this kind was plainly read there."""
        return any(fact.doubt is Doubt.NONE and touch(fact.quote, there) for _, fact in self.of(kind))

    def matching(self, pattern: re.Pattern[str]) -> Iterator[tuple[Segment, re.Match[str]]]:
        """Every passage in which the pattern is found, with the first place where it is."""
        for segment in self.segments:
            match = pattern.search(segment.text)
            if match:
                yield segment, match

    def quotes(self, pattern: re.Pattern[str]) -> tuple[Quote, ...]:
        """The passages in which the pattern is found."""
        return tuple(quote_of(segment) for segment, _ in self.matching(pattern))

    def at(self, fact: Fact) -> Segment | None:
        """The passage in which a fact begins."""
        begin = fact.quote.begin
        return next((segment for segment in self.segments if segment.begin <= begin < segment.end), None)

    def words_of(self, fact: Fact) -> str:
        """The passage in which a fact begins, or its quote where that is in none."""
        at = self.at(fact)
        return at.text if at else fact.quote.text

    def words_about(self, fact: Fact) -> str:
        """The same, with what leads up to it and the headings above it."""
        at = self.at(fact)
        return " ".join((at.text, at.lead, *at.headings)) if at else fact.quote.text

    def around(self, segment: Segment, before: int = 1, after: int = 1) -> tuple[Segment, ...]:
        """A passage with its neighbours under the same headings."""
        at = self.segments.index(segment)
        near = self.segments[max(0, at - before) : at + after + 1]
        return tuple(one for one in near if one.headings == segment.headings)

    def section(self, segment: Segment) -> tuple[Segment, ...]:
        """All passages under the same headings."""
        return tuple(one for one in self.segments if one.headings == segment.headings)

    def below(self, heading: re.Pattern[str]) -> Iterator[Segment]:
        """The passages whose nearest heading fits."""
        return (one for one in self.segments if one.headings and heading.search(one.headings[-1]))

    @cached_property
    def is_about_cookies_only(self) -> bool:
        """A cookie statement on its own: nobody looks there for retention, recipients or rights."""
        title = next((one.text for one in self.segments if one.text.strip()), "")
        sentences = [one for one in self.segments if one.shape is not Shape.HEADING]
        about = sum(1 for one in sentences if _ABOUT_COOKIES.search(one.text))
        privacy = sum(1 for one in sentences if _ABOUT_PRIVACY.search(one.text))
        opening = " ".join((title, *self.segments[0].headings) if self.segments else ())
        if re.search("privacy", opening, re.IGNORECASE):
            return False
        if _COOKIE_TITLE.search(opening):
            return privacy < about
        return bool(about) and privacy * 6 < about


def touch(one: Quote | Segment, other: Quote | Segment) -> bool:
    """Whether two passages share a character."""
    return one.begin < other.end and other.begin < one.end


def quote_of(segment: Segment) -> Quote:
    """The whole passage, as a quote."""
    return Quote(segment.begin, segment.end, segment.text)
