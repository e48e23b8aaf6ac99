"""Says a fact that stands twice once: at its surest and most specific place."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import fields

from gestand.core.document import Segment, Shape
from gestand.core.fact import (
    Contact,
    Controller,
    DeviceItem,
    Doubt,
    Fact,
    Kept,
    Recipient,
    Said,
    Transfer,
)

_SURENESS = {Doubt.NONE: 0, Doubt.SOME: 1, Doubt.MUCH: 2}
_SHAPES = {Shape.ROW: 0, Shape.ITEM: 1, Shape.PARAGRAPH: 2, Shape.HEADING: 3}


def merged(facts: Iterable[Fact], segments: tuple[Segment, ...]) -> tuple[Fact, ...]:
    """The facts in the order of the text, and of those that say the same the best one."""
    begins = [segment.begin for segment in segments]
    best: dict[object, tuple[tuple[int, ...], Fact]] = {}
    for fact in facts:
        rank = _rank(fact, segments, begins)
        key = sameness(fact.said)
        if key not in best or rank < best[key][0]:
            best[key] = (rank, fact)
    kept = (fact for _, fact in best.values())
    return tuple(
        sorted(kept, key=lambda fact: (fact.quote.begin, fact.quote.end, fact.pattern, repr(fact.said)))
    )


def sameness(said: Said) -> object:
    """What two facts have in common when they say the same."""
    match said:
        case Contact(kind, value):
            return "contact", kind, "".join(c for c in value.casefold() if c.isalnum() or c == "@")
        case Controller(name):
            return "controller", _folded(name)
        case Recipient(name):
            return "recipient", _folded(name)
        case Transfer(where, safeguard):
            return "transfer", _folded(where), safeguard
        case DeviceItem(category, name):
            return "device", category, _folded(name or "")
        case Kept(what, duration, anchor, vague, unlimited):
            return "kept", _folded(what), duration, anchor, vague, unlimited
        case _:
            return said


def _folded(name: str) -> str:
    return " ".join(name.casefold().split()).strip(" .,;:")


def _rank(fact: Fact, segments: tuple[Segment, ...], begins: list[int]) -> tuple[int, ...]:
    """Lower is better: surer, more filled in, a row or item before a sentence, then the earlier and shorter quote."""
    at = bisect_right(begins, fact.quote.begin) - 1
    shape = segments[at].shape if 0 <= at < len(segments) else Shape.PARAGRAPH
    empty = sum(getattr(fact.said, one.name) in (None, "unknown", "none_stated") for one in fields(fact.said))
    return _SURENESS[fact.doubt], empty, _SHAPES[shape], fact.quote.begin, fact.quote.end
