"""How long data are kept: promises, the moments that they count from, and the conditions that tell them apart."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from textwrap import shorten

from gestand.core.fact import Doubt, Fact, Kept
from gestand.reading.draft.lengths import length
from gestand.reading.draft.material import Left, Material
from gestand.reading.draft.subjects import DEVICES, About, about
from gestand.reading.draft.tree import TO_BE_DECIDED, Entry, both, quoted, slug
from gestand.reading.draft.vocabulary import pattern, terms

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
_LASTS = re.compile(r"^(?:zo ?lang|as long as|gedurende|tijdens|during|while)\b", re.IGNORECASE)
_CASE = re.compile(
    r"(?:\W*)(?:voor|bij|van|for|of|in case of|in het geval van)\s+([^,;:]{3,80})", re.IGNORECASE
)
_OF_ALL = "the text names no data of its own: all that have no other term · doubt some"
COLLECTED = "collected"
FEWEST_WORDS = 2
LONGEST_CONDITION = 120


@dataclass(frozen=True)
class Promise:
    """A term that was read: `about` are words of the draft's `data`."""

    fact: Fact
    term: str
    subject: About
    about: tuple[str, ...]


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
    told: list[Promise] = []
    left: list[Left] = []
    for fact, said, subject in _named_first(material):
        term = None if said.what == DEVICES else _term(said, fact, moments)
        if term is None:
            left.append(Left(fact, _why_none(said)))
        else:
            told.append(Promise(fact, term, subject, _about(subject, data, told)))
    conditions: dict[str, Entry] = {}
    promises = dict(_promises(told, conditions))
    return Keeping(
        _section("moments", moments),
        _section("conditions", conditions),
        _section("retention", promises),
        tuple(left),
    )


def _promises(told: list[Promise], conditions: dict[str, Entry]) -> Iterator[tuple[str, Entry]]:
    """Each term with its data; where data have several terms, each with the case in which it holds."""
    taken: dict[str, None] = {}
    for one in told:
        key = _free(one.about[0] if one.subject.keys else "personal-data", taken)
        taken[key] = None
        shared = any(set(one.about) & set(other.about) for other in told if other is not one)
        when = (_condition(key, one.fact, conditions),) if shared else ()
        below = (Entry("data", one.about), Entry("kept", one.term, quoted(one.fact)), *when)
        yield key, Entry(key, below, "" if one.subject.keys else _OF_ALL)


def _named_first(material: Material) -> list[tuple[Fact, Kept, About]]:
    """The terms with what they are about, those of all data last: they speak of the rest."""
    found = [(fact, said, about(material, fact, said)) for fact, said in material.of(Kept)]
    return sorted(found, key=lambda one: not one[2].keys)


def _section(key: str, found: dict[str, Entry]) -> Entry | None:
    return Entry(key, tuple(found.values())) if found else None


def _why_none(said: Kept) -> str:
    if said.what == DEVICES:
        return "the lifetime of something on a device: name it under `cookies`"
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
    return _own_moment(own, anchor, fact, moments)


def _own_moment(own: str, anchor: str, fact: Fact, moments: dict[str, Entry]) -> str:
    """A moment in the text's own words; "as long as" something holds ends when it holds no longer."""
    lasts = bool(_LASTS.match(anchor))
    words = both(f"dit niet meer geldt: {own}", f"this no longer holds: {own}") if lasts else both(own, own)
    key = slug(f"{own} ended" if lasts else own)
    moments.setdefault(key, Entry(key, words, f"{quoted(fact, Doubt.SOME)} · not translated"))
    return key


def _condition(key: str, fact: Fact, conditions: dict[str, Entry]) -> Entry:
    """Of several terms for the same data each holds in another case; the text's words say in which."""
    word = _free(f"case-of-{key}", conditions)
    quote = " ".join(fact.quote.text.split())
    case = _CASE.match(quote)
    told = both(f"het gaat om {case[1]}", f"it concerns {case[1]}") if case else both(*[_cut(quote)] * 2)
    note = f"{quoted(fact, Doubt.MUCH)} · not translated · when this holds · {TO_BE_DECIDED}"
    conditions[word] = Entry(word, told, note)
    return Entry("when", word, "the same data have another term too · doubt much")


def _cut(quote: str) -> str:
    """The words of a quote up to a length that fits a sentence."""
    return shorten(quote, LONGEST_CONDITION, placeholder=" …").rstrip(" .")


def _free(key: str, taken: Container[str]) -> str:
    """The key, with a number behind it where it is taken."""
    number, free = 1, key
    while free in taken:
        number += 1
        free = f"{key}-{number}"
    return free
