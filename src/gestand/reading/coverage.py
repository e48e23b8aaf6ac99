"""The text with what each sentence was read as."""

from bisect import bisect_left
from dataclasses import dataclass

from gestand.core.document import Segment, Shape
from gestand.core.fact import Fact


@dataclass(frozen=True)
class Covered:
    """A segment and the facts whose quotes touch it."""

    segment: Segment
    facts: tuple[Fact, ...]


def coverage(segments: tuple[Segment, ...], facts: tuple[Fact, ...]) -> tuple[Covered, ...]:
    """Every segment in the order of the text, with its facts."""
    begins = [segment.begin for segment in segments]
    found: dict[int, list[Fact]] = {}
    for fact in facts:
        at = max(0, bisect_left(begins, fact.quote.begin + 1) - 1)
        while at < len(segments) and segments[at].begin < fact.quote.end:
            if segments[at].end > fact.quote.begin:
                found.setdefault(at, []).append(fact)
            at += 1
    return tuple(Covered(segment, tuple(found.get(at, ()))) for at, segment in enumerate(segments))


def understood(covered: tuple[Covered, ...]) -> tuple[int, int]:
    """In how many sentences, items and rows something was recognised, and how many there are; headings are none."""
    told = [one for one in covered if one.segment.shape is not Shape.HEADING]
    return sum(bool(one.facts) for one in told), len(told)
