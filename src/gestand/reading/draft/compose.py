"""Puts the parts of a draft together, keeps what a person decided, and lists what was not understood."""

import re
from collections.abc import Iterator
from itertools import chain

from gestand.core.document import Segment, Shape
from gestand.core.fact import Doubt, Fact, Right
from gestand.reading.draft import asking, devices, others, safety, what, who
from gestand.reading.draft.beside import OURS_AT_THE_END, OURS_AT_THE_TOP, with_comments
from gestand.reading.draft.decided import Decided, overlaid
from gestand.reading.draft.keeping import keeping
from gestand.reading.draft.material import Left, Material
from gestand.reading.draft.tree import TO_BE_DECIDED, Entry, place, quoted, written

FIRST_LINE = f"# {OURS_AT_THE_TOP[0]}"
"""How a draft is known: only such a file is written over."""
_NO_PART, _PERHAPS, _NOT_UNDERSTOOD, _HOMELESS = OURS_AT_THE_END
_DOUBTED = re.compile(r" · doubt (?:some|much)\b")
_COMPLAINT = Right("complaint")
"""Its place is `authority`, which every statement has."""
SHORTEST_SENTENCE = 4
"""Words; what is shorter is a label or a link."""


def draft(material: Material, decided: Decided | None = None) -> str:
    """The text of a statement.yaml; what `decided` holds stands in it as a person wrote it."""
    sections, left = _sections(material)
    decided = decided or Decided()
    entries, homeless = with_comments(overlaid(sections, decided), decided.comments)
    rest = (*left, *_unplaced(material, "\n".join(_parted(sections)), left))
    ends = (_left(rest), _candidates(material), _unread(material), _homeless(homeless))
    lines = [*_top(material), *_parted(entries), *chain.from_iterable(ends)]
    return "\n".join(lines) + "\n"


def still_open(text: str) -> dict[str, int]:
    """How many values of a draft are `open`, to be decided by a person; and how many were read in doubt."""
    values = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    undecided = [line for line in values if line.endswith(TO_BE_DECIDED)]
    doubted = [line for line in values if line not in undecided and _DOUBTED.search(line)]
    return {"open": len(undecided), "doubted": len(doubted)}


def _sections(material: Material) -> tuple[tuple[Entry, ...], tuple[Left, ...]]:
    people = who.people(material)
    group = who.main_group(people, material)
    visitors = "visitors" if any(entry.key == "visitors" for entry in people.below) else group
    data = what.data(material, group, visitors)
    purposes, left = what.purposes(material, data)
    conditions: dict[str, Entry] = {}
    kept = keeping(material, data, conditions)
    receiving = others.recipients(material, data, purposes, conditions)
    parted = (
        who.authority(material),
        (people, ()),
        (kept.moments, kept.left),
        (Entry("conditions", tuple(conditions.values())) if conditions else None, ()),
        (data, ()),
        (purposes, left),
        (kept.retention, ()),
        receiving,
        (others.sold(material), ()),
        (asking.rights(material), ()),
        asking.marketing(material, group, purposes),
        devices.cookies(material),
        (devices.signals(material), ()),
        safety.security(material),
        safety.breach(material, group),
        asking.minors(material),
        asking.automated(material),
    )
    sections = tuple(entry for entry, _ in parted if entry is not None)
    first = (*who.heading(material), who.controller(material))
    return (*first, *sections), tuple(one for _, lefts in parted for one in lefts)


def _top(material: Material) -> Iterator[str]:
    document = material.document
    yield from (f"# {line}" for line in OURS_AT_THE_TOP)
    yield f"# source: sha256 {document.digest}"
    for remark in document.remarks:
        yield f"# of the text: {remark.said_in(document.language)}"
    for part in document.unread:
        yield f"# not read: {part.what.said_in(document.language)}"


def _parted(entries: tuple[Entry, ...]) -> Iterator[str]:
    """An empty line above each section."""
    for entry in entries:
        if entry.below:
            yield ""
        yield from written((entry,))


def _left(left: tuple[Left, ...]) -> Iterator[str]:
    if left:
        yield from ("", f"# {_NO_PART}")
    for one in left:
        yield f"# - {one.why} · {quoted(one.fact)}"


def _unplaced(material: Material, body: str, left: tuple[Left, ...]) -> Iterator[Left]:
    """The facts that stand nowhere in the draft: nothing that was read is dropped without a word."""
    known = {one.fact for one in left}
    for fact in material.facts:
        placed = fact in known or fact.said == _COMPLAINT or place(fact) in body
        if fact.doubt is not Doubt.MUCH and not placed:
            yield Left(fact, f"{type(fact.said).__name__}: it has no place in a statement")


def _candidates(material: Material) -> Iterator[str]:
    found = [fact for fact in material.facts if fact.doubt is Doubt.MUCH]
    if found:
        yield from ("", f"# {_PERHAPS}")
    for fact in found:
        yield f"# - {type(fact.said).__name__} · {quoted(fact)}"


def _unread(material: Material) -> Iterator[str]:
    found = unread_sentences(material.segments, material.everywhere)
    if found:
        yield from ("", f"# {_NOT_UNDERSTOOD}")
    for segment in found:
        yield f"# - {segment.begin}-{segment.end}: {' '.join(segment.text.split())}"


def _homeless(comments: tuple[str, ...]) -> Iterator[str]:
    if comments:
        yield from ("", f"# {_HOMELESS}")
    yield from (f"# {comment}" for comment in comments)


def unread_sentences(segments: tuple[Segment, ...], facts: tuple[Fact, ...]) -> tuple[Segment, ...]:
    """The sentences, items and rows that no fact was read from."""
    taken = sorted((fact.quote.begin, fact.quote.end) for fact in facts)
    return tuple(
        segment
        for segment in segments
        if segment.shape is not Shape.HEADING
        and len(segment.text.split()) >= SHORTEST_SENTENCE
        and not any(begin < segment.end and segment.begin < end for begin, end in taken)
    )
