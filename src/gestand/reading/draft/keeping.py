"""How long data are kept: promises, the moments that they count from, and the conditions that tell them apart."""

import re
from dataclasses import dataclass, replace

from gestand.core.fact import Doubt, Fact, Kept
from gestand.reading.draft.lengths import length
from gestand.reading.draft.material import Left, Material
from gestand.reading.draft.tree import Entry, both, quoted, slug
from gestand.reading.draft.vocabulary import pattern, terms
from gestand.reading.draft.what import data_key

_YEAR = re.compile(r"\b(boekjaar|book year|financial year|kalenderjaar|calendar year)\b", re.IGNORECASE)
_YEARS = {"kalenderjaar": "calendar year", "calendar year": "calendar year"}
_BEFORE = re.compile(
    r"^(?:na(?:dat)?|vanaf|sinds|tot(?:dat)?|after|from|following|since|until|zo ?lang(?: als)?|as long as|"
    r"gedurende|tijdens|during|betreft|voor|for)\b\s*(?:de|het|een|the|a|an|uw|je|jouw|your)?\b\s*",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s*\b(?:bewaard|bewaren|opgeslagen|verwijderd|gewist|kept|stored|retained|deleted)\b.*$", re.IGNORECASE
)
COLLECTED = "collected"
DEVICES = "cookies"
FEWEST_WORDS = 2
LONGEST_CONDITION = 120


@dataclass(frozen=True)
class Keeping:
    """The three sections about keeping, and the facts that are no promise."""

    moments: Entry | None
    conditions: Entry | None
    retention: Entry | None
    left: tuple[Left, ...] = ()


def keeping(material: Material, data: Entry) -> Keeping:
    """A promise for each term with a number or an event; a criterion without end is no promise."""
    moments: dict[str, Entry] = {}
    conditions: dict[str, Entry] = {}
    promises: dict[str, Entry] = {}
    left: list[Left] = []
    promised: set[str] = set()
    for fact, said in _named_first(material):
        term = None if said.what == DEVICES else _term(said, fact, moments)
        if term is None:
            left.append(Left(fact, _why_none(said)))
            continue
        key = _free(data_key(said.what) or "personal-data", promises)
        about = _about(said, data, promised)
        when = _condition(key, fact, conditions) if promised & set(about) else ()
        promised |= set(about)
        below = (Entry("data", about), Entry("kept", term, quoted(fact)), *when)
        promises[key] = Entry(
            key, below, "" if data_key(said.what) else "the text names no data of its own · doubt some"
        )
    return Keeping(
        _section("moments", moments),
        _section("conditions", conditions),
        _section("retention", promises),
        tuple(left),
    )


def _named_first(material: Material) -> list[tuple[Fact, Kept]]:
    """The terms with the subject of their row, those of all data last: they speak of the rest."""
    found = [
        (fact, replace(said, what=material.subject(fact, said.what))) for fact, said in material.of(Kept)
    ]
    return sorted(found, key=lambda one: not data_key(one[1].what))


def _section(key: str, found: dict[str, Entry]) -> Entry | None:
    return Entry(key, tuple(found.values())) if found else None


def _why_none(said: Kept) -> str:
    if said.what == DEVICES:
        return "the lifetime of something on a device: name it under `cookies`"
    if said.unlimited:
        return "kept without end: no promise that can be kept; name a term"
    return "a criterion, and no term: no promise that can be kept; name a term"


def _about(said: Kept, data: Entry, promised: set[str]) -> tuple[str, ...]:
    """The data of a promise: the named ones, else all that have no term of their own."""
    declared = tuple(entry.key for entry in data.below)
    key = data_key(said.what)
    if key in declared:
        return (key,)
    return tuple(one for one in declared if one not in promised) or declared


def _term(said: Kept, fact: Fact, moments: dict[str, Entry]) -> str | None:
    """The term as a statement writes it; declares the moment that it counts from."""
    if said.unlimited or not (said.duration or said.anchor):
        return None
    moment = _moment(said, fact, moments)
    if not said.duration:
        return f"until {moment}"
    period = length(said.duration)
    if not period:
        return None
    year = _YEAR.search(said.anchor or "")
    if year:
        return f"{period} after the {_YEARS.get(year[1].lower(), 'book year')} of {moment}"
    return f"{period} after {moment}"


def _moment(said: Kept, fact: Fact, moments: dict[str, Entry]) -> str:
    """The word for what a term counts from: a known one, else the text's own words."""
    anchor = said.anchor or ""
    if not anchor:
        known = terms("moment")[COLLECTED]
        moments.setdefault(
            COLLECTED, Entry(COLLECTED, both(known.nl, known.en), "the text names no moment · doubt much")
        )
        return COLLECTED
    own = _BEHIND.sub("", _BEFORE.sub("", anchor)).strip() or anchor
    searched = anchor if len(own.split()) >= FEWEST_WORDS else f"{anchor} {fact.quote.text}"
    for known in terms("moment").values():
        if pattern(known.term).search(searched):
            moments.setdefault(
                known.key, Entry(known.key, both(known.nl, known.en), quoted(fact, Doubt.SOME))
            )
            return known.key
    if _YEAR.search(anchor):
        moments.setdefault(
            "invoice-date",
            Entry("invoice-date", both("de factuurdatum", "the invoice was sent"), quoted(fact, Doubt.SOME)),
        )
        return "invoice-date"
    word = slug(own)
    moments.setdefault(word, Entry(word, both(own, own), f"{quoted(fact, Doubt.SOME)} · not translated"))
    return word


def _condition(key: str, fact: Fact, conditions: dict[str, Entry]) -> tuple[Entry, ...]:
    """A second term for the same data holds in another case; the text's words say in which."""
    word = _free(f"case-of-{key}", conditions)
    own = " ".join(fact.quote.text.split())[:LONGEST_CONDITION].rstrip(" .")
    conditions[word] = Entry(
        word, both(own, own), f"{quoted(fact, Doubt.MUCH)} · not translated · say when this holds"
    )
    return (Entry("when", word, "another term for the same data stands above · doubt much"),)


def _free(key: str, taken: dict[str, Entry]) -> str:
    """The key, with a number behind it where it is taken."""
    number, free = 1, key
    while free in taken:
        number += 1
        free = f"{key}-{number}"
    return free
