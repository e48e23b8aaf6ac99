"""Puts the parts of a draft together, keeps what a person decided, and lists what was not understood."""

from collections.abc import Iterator

from gestand.core.document import Segment, Shape
from gestand.core.fact import Doubt, Fact
from gestand.reading.draft import asking, devices, others, safety, what, who
from gestand.reading.draft.decided import Decided, overlaid
from gestand.reading.draft.keeping import keeping
from gestand.reading.draft.material import Left, Material
from gestand.reading.draft.tree import Entry, quoted, written

FIRST_LINE = "# A draft that gestand read from a text."
"""How a draft is known: only such a file is written over."""
SHORTEST_SENTENCE = 4
"""Words; what is shorter is a label or a link."""


def draft(material: Material, decided: Decided | None = None) -> str:
    """The text of a statement.yaml; what `decided` holds stands in it as a person wrote it."""
    sections, left = _sections(material)
    entries = overlaid(sections, decided) if decided else sections
    lines = [*_top(material), *_parted(entries), *_left(left), *_candidates(material), *_unread(material)]
    return "\n".join(lines) + "\n"


def _sections(material: Material) -> tuple[tuple[Entry, ...], tuple[Left, ...]]:
    people = who.people(material)
    group = who.main_group(people, material)
    visitors = "visitors" if any(entry.key == "visitors" for entry in people.below) else group
    data = what.data(material, group, visitors)
    purposes, left = what.purposes(material, data)
    kept = keeping(material, data)
    parted = (
        who.authority(material),
        (people, ()),
        (kept.moments, kept.left),
        (kept.conditions, ()),
        (data, ()),
        (purposes, left),
        (kept.retention, ()),
        others.recipients(material, data, purposes),
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
    yield FIRST_LINE
    yield "# Beside every value stands the quote it came from, and how sure that reading is."
    yield "# Put `# decided` behind a value that you have settled: reading the text again keeps it."
    yield f"# source: sha256 {document.digest}"
    for remark in document.remarks:
        yield f"# {remark.said_in(document.language)}"
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
        yield from ("", "# Read, and no part of this statement yet:")
    for one in left:
        yield f"# - {one.why} · {quoted(one.fact)}"


def _candidates(material: Material) -> Iterator[str]:
    found = [fact for fact in material.facts if fact.doubt is Doubt.MUCH]
    if found:
        yield from ("", "# Perhaps said, in much doubt:")
    for fact in found:
        yield f"# - {type(fact.said).__name__} · {quoted(fact)}"


def _unread(material: Material) -> Iterator[str]:
    found = unread_sentences(material.segments, material.facts)
    if found:
        yield from ("", "# Not understood: sentences in which nothing was recognised.")
    for segment in found:
        yield f"# - {segment.begin}-{segment.end}: {' '.join(segment.text.split())}"


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
