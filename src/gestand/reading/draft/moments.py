"""The moments that terms of keeping count from: known ones in both languages, others in the text's own words."""

import re

from gestand.core.fact import Doubt, Fact, Kept
from gestand.core.text import Text
from gestand.reading.draft.lengths import length
from gestand.reading.draft.note import NOT_TRANSLATED, aside, remark
from gestand.reading.draft.tree import Entry, both, slug
from gestand.reading.draft.vocabulary import Term, pattern, terms

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
_CRITERION = re.compile(
    r"\b(?:nodig|noodzakelijk\w*|benodigd|vereist\w*|verplicht\w*|wenselijk|redelijk\w*|relevant\w*|nuttig|toegestaan|doel(?:en|einden?)?"
    r"|necessary|needed|need|required|requires?|reasonabl\w+|useful|permitted|allowed|appropriate|purposes?)\b",
    re.IGNORECASE,
)
"""What holds as long as somebody thinks so: no moment at which anything ends."""
_ANY_DAY = ("last-visit", "collected")
"""Moments that any sentence on use or collecting seems to name."""
_NO_MOMENT = remark(Text("de tekst noemt geen moment", "the text names no moment"), Doubt.MUCH)
COLLECTED = "collected"
FEWEST_WORDS = 2


def term_of(said: Kept, fact: Fact, moments: dict[str, Entry]) -> str | None:
    """The term as a statement writes it; declares the moment that it counts from."""
    if said.unlimited or not (said.duration or (said.anchor and _ends(said.anchor))):
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
    if not anchor or not _ends(anchor):
        known = terms("moment")[COLLECTED]
        moments.setdefault(COLLECTED, Entry(COLLECTED, both(known.nl, known.en), _NO_MOMENT))
        return COLLECTED
    own = _BEHIND.sub("", _BEFORE.sub("", anchor)).strip() or anchor
    searched = anchor if len(own.split()) >= FEWEST_WORDS else f"{anchor} {fact.quote.text}"
    if named := _known(searched):
        return _declared(named.key, named.nl, named.en, fact, moments)
    if _YEAR.search(anchor):
        return _declared("invoice-date", "de factuurdatum", "the invoice was sent", fact, moments)
    return _own_moment(own, anchor, fact, moments)


def _declared(key: str, nl: str, en: str, fact: Fact, moments: dict[str, Entry]) -> str:
    moments.setdefault(key, Entry(key, both(nl, en), aside(fact, Doubt.SOME)))
    return key


def _ends(anchor: str) -> bool:
    """Whether it is an event; "as long as necessary" never happens."""
    known = _known(anchor)
    return not _CRITERION.search(anchor) or (known is not None and known.key not in _ANY_DAY)


def _known(words: str) -> Term | None:
    """The moment that these words name."""
    return next((one for one in terms("moment").values() if pattern(one.term).search(words)), None)


def _own_moment(own: str, anchor: str, fact: Fact, moments: dict[str, Entry]) -> str:
    """A moment in the text's own words; "as long as" something holds ends when it holds no longer."""
    lasts = bool(_LASTS.match(anchor))
    words = both(f"dit niet meer geldt: {own}", f"this no longer holds: {own}") if lasts else both(own, own)
    key = slug(f"{own} ended" if lasts else own)
    moments.setdefault(key, Entry(key, words, aside(fact, Doubt.SOME).saying(NOT_TRANSLATED)))
    return key
