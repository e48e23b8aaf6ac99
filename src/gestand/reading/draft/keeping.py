"""How long data are kept: a promise for each term, and the cases that tell several terms apart."""

from collections.abc import Iterator
from dataclasses import dataclass

from gestand.core.fact import Fact, Kept
from gestand.reading.draft.cases import case, free
from gestand.reading.draft.material import Left, Material
from gestand.reading.draft.moments import term_of
from gestand.reading.draft.subjects import DEVICES, About, about
from gestand.reading.draft.tree import Entry, quoted

_OF_ALL = "the text names no data of its own: all that have no other term · doubt some"
_SHARED = "the same data have another term too"
_ON_DEVICE = (
    "the lifetime of something on a device: it belongs under `cookies`, if it does not stand there yet"
)


@dataclass(frozen=True)
class Promise:
    """A term that was read: `about` are words of the draft's `data`."""

    fact: Fact
    term: str
    subject: About
    about: tuple[str, ...]


@dataclass(frozen=True)
class Keeping:
    """The sections about keeping, and the facts that are no promise."""

    moments: Entry | None
    retention: Entry | None
    left: tuple[Left, ...] = ()


def keeping(material: Material, data: Entry, conditions: dict[str, Entry]) -> Keeping:
    """A promise for each term with a number or an event; a criterion without end is no promise.

    Declares in `conditions` the cases that tell several terms apart.
    """
    moments: dict[str, Entry] = {}
    told: list[Promise] = []
    left: list[Left] = []
    for fact, said, subject in _named_first(material):
        on_device = DEVICES in (said.what, subject.what)
        term = None if on_device else term_of(said, fact, moments)
        if term is None:
            left.append(Left(fact, _ON_DEVICE if on_device else _why_none(said)))
        else:
            told.append(Promise(fact, term, subject, _about(subject, data, told)))
    promises = dict(_promises(told, conditions))
    return Keeping(
        _section("moments", moments),
        _section("retention", promises),
        tuple(left),
    )


def _promises(told: list[Promise], conditions: dict[str, Entry]) -> Iterator[tuple[str, Entry]]:
    """Each term with its data; where data have several terms, each with the case in which it holds."""
    taken: dict[str, None] = {}
    for one in told:
        key = free(one.about[0] if one.subject.keys else "personal-data", taken)
        taken[key] = None
        shared = any(set(one.about) & set(other.about) for other in told if other is not one)
        when = (case(key, one.fact, _SHARED, conditions),) if shared else ()
        below = (Entry("data", one.about), Entry("kept", one.term, quoted(one.fact)), *when)
        yield key, Entry(key, below, "" if one.subject.keys else _OF_ALL)


def _named_first(material: Material) -> list[tuple[Fact, Kept, About]]:
    """The terms with what they are about, those of all data last: they speak of the rest."""
    found = [(fact, said, about(material, fact, said)) for fact, said in material.of(Kept)]
    return sorted(found, key=lambda one: not one[2].keys)


def _section(key: str, found: dict[str, Entry]) -> Entry | None:
    return Entry(key, tuple(found.values())) if found else None


def _why_none(said: Kept) -> str:
    if said.unlimited:
        return "kept without end: no promise that can be kept; name a term"
    return "a criterion, and no term: no promise that can be kept; name a term"


def _about(subject: About, data: Entry, told: list[Promise]) -> tuple[str, ...]:
    """The data of a promise: the named ones, else all that have no term of their own."""
    if subject.keys:
        return subject.keys
    declared = tuple(entry.key for entry in data.below)
    promised = {word for one in told for word in one.about if one.subject.keys}
    return tuple(word for word in declared if word not in promised) or declared
