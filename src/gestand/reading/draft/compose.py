"""Puts the parts of a draft together, and keeps what a person decided."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gestand.core.fact import Doubt, Quote, Right
from gestand.core.text import Text
from gestand.reading.draft import asking, decisions, devices, others, purposes, safety, what, who
from gestand.reading.draft.authority import authority
from gestand.reading.draft.beside import with_comments
from gestand.reading.draft.decided import Decided, overlaid
from gestand.reading.draft.ends import bottom, top
from gestand.reading.draft.finer import finer
from gestand.reading.draft.keeping import keeping
from gestand.reading.draft.material import Left, Material
from gestand.reading.draft.note import Told
from gestand.reading.draft.tree import Entry, every
from gestand.reading.draft.writing import Writer

_NO_PLACE = Text("een verklaring heeft er geen plaats voor", "it has no place in a statement")
_COMPLAINT = Right("complaint")
"""Its place is `authority`, which every statement has."""


@dataclass(frozen=True)
class Draft:
    """The text of a draft; how many of its values a person has to choose, and how many were read in doubt."""

    text: str
    open: int
    doubted: int


def draft(material: Material, decided: Decided | None = None) -> str:
    """The text of a statement.yaml; what `decided` holds stands in it as a person wrote it."""
    return composed(material, decided or Decided()).text


def composed(material: Material, decided: Decided) -> Draft:
    """The draft of what was read, with what was decided laid over it."""
    material = finer(material)
    sections, left = _sections(material)
    entries, homeless = with_comments(overlaid(sections, decided), decided.comments)
    read = [one for one in every(entries) if one.by_hand is None]
    is_open = sum(one.is_open for one in read)
    doubted = sum(not one.is_open and _is_doubted(one) for one in read)
    writer = Writer(material.document.language, Told(_homes(entries)))
    rest = (*left, *_unplaced(material, sections, left))
    lines = [*top(material.document, writer, is_open, doubted), *writer.sections(entries)]
    lines += bottom(material, rest, homeless, writer)
    return Draft("\n".join(lines) + "\n", is_open, doubted)


def _homes(entries: Iterable[Entry]) -> frozenset[Quote]:
    """The quotes that speak of a value of their own."""
    notes = (note for entry in every(entries) for note in entry.notes)
    return frozenset(note.quote for note in notes if note.quote and not note.is_aside)


def _is_doubted(entry: Entry) -> bool:
    return any(note.doubt not in (None, Doubt.NONE) for note in entry.notes)


def _sections(material: Material) -> tuple[tuple[Entry, ...], tuple[Left, ...]]:
    people = who.people(material)
    group = who.main_group(people, material)
    visitors = "visitors" if any(entry.key == "visitors" for entry in people.below) else group
    data = what.data(material, group, visitors)
    uses, left = purposes.purposes(material, data)
    conditions: dict[str, Entry] = {}
    kept = keeping(material, data, conditions)
    receiving = others.recipients(material, data, uses, conditions)
    parted = (
        authority(material),
        (people, ()),
        (kept.moments, kept.left),
        (Entry("conditions", tuple(conditions.values())) if conditions else None, ()),
        (data, ()),
        (uses, left),
        (kept.retention, ()),
        receiving,
        (others.sold(material), ()),
        (asking.rights(material), ()),
        asking.marketing(material, group, uses),
        devices.cookies(material),
        (devices.signals(material), ()),
        safety.security(material),
        safety.breach(material, group),
        asking.minors(material),
        decisions.automated(material, data),
    )
    sections = tuple(entry for entry, _ in parted if entry is not None)
    first = (*who.heading(material), who.controller(material))
    return (*first, *sections), tuple(one for _, lefts in parted for one in lefts)


def _unplaced(material: Material, sections: Iterable[Entry], left: tuple[Left, ...]) -> Iterator[Left]:
    """The facts that stand nowhere in the draft: nothing that was read is dropped without a word."""
    known = {one.fact for one in left}
    placed = {(note.quote, note.pattern) for entry in every(sections) for note in entry.notes}
    for fact in material.facts:
        told = fact in known or fact.said == _COMPLAINT or (fact.quote, fact.pattern) in placed
        if fact.doubt is not Doubt.MUCH and not told:
            yield Left(fact, _NO_PLACE)
