"""The moments that terms of keeping count from: known ones in both languages, others in the text's own words."""

import re

from gestand.core.fact import Doubt, Fact, Kept
from gestand.reading.draft.lengths import length
from gestand.reading.draft.tree import Entry, both, quoted, slug
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
COLLECTED = "collected"
FEWEST_WORDS = 2


def term_of(said: Kept, fact: Fact, moments: dict[str, Entry]) -> str | None:
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
