"""What data are used for.

A purpose is read from an item of a list below a heading or sentence about purposes, from a column of purposes, and from
a sentence that uses data for something ("om u onze nieuwsbrief te sturen", "to process your order").

Found:
    Wij gebruiken uw gegevens om uw bestelling te leveren. -> order_fulfilment
    [Doeleinden] Het verzenden van onze nieuwsbrief -> newsletter
    [Why we use your data] Sending parcels -> order_fulfilment
    We process your data to prevent fraud. -> fraud_prevention
    Uw adres hebben wij nodig voor de facturen. -> payment
    Met deze gegevens kunnen wij onze website verbeteren. -> service_improvement
Not:
    Heeft u vragen over onze nieuwsbrief?
    Wij bewaren uw gegevens twee jaar.
    U heeft recht op inzage.
"""

import re
from collections.abc import Iterator

from gestand.core.document import Document, Segment
from gestand.core.fact import Doubt, Fact, Purpose
from gestand.reading.patterns.words.columns import GROUND, PURPOSE, titled, within
from gestand.reading.patterns.words.lexicon import Cues, table
from gestand.reading.patterns.words.negation import denied_before
from gestand.reading.patterns.words.passage import Passage, clause, fact, passages

_CUES = Cues("using")
PURPOSES = table("purposes")
LISTED = table("purposes", "listed")
"""Bare nouns: a purpose only in a list of purposes, or behind the "for" of a sentence that uses data."""
_NOUN_FOR = re.compile(r"\b(?:voor|ten behoeve van|bij|ter|for|to run)\b[^.;:()]{0,60}$")
_IN_ORDER_TO = re.compile(r"\b(?:om|zodat|to|so that)\b[^.;:()]{0,60}$")
_OWN_TITLE = re.compile(r"(?:\w+ )?(?:doel\w*|functie|waarvoor|purposes?|what for|function) ?: ")
_DENIES = re.compile(r"\b(?:geen|niet|nooit|no|not|never)\b")
_HEAD = 60
_YIELDS = {
    "communication": ("newsletter", "marketing_email", "satisfaction_survey"),
    "order_fulfilment": ("fraud_prevention",),
    "payment": ("fraud_prevention",),
    "marketing": ("marketing_email",),
    "profiling": ("advertising",),
    "account_management": ("business_operations",),
    "recruitment": ("fundraising",),
}
"""A purpose, and the particular ones that are meant where the same words say both."""
_LIKE_BASES = ("contract", "legal_obligation", "business_operations")


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The purposes, each at every place that says data are used for it."""
    for one in passages(segments):
        if not _CUES["never"].search(one.text):
            listed = _is_listed_purpose(one)
            sure = listed or _uses(one.text) or _CUES["purpose_above"].search(one.heading)
            yield from _said(one, document, listed, bool(sure))


def _uses(text: str) -> bool:
    uses = _CUES["for"].search(text) and _CUES["uses"].search(text)
    return bool(uses or _CUES["measures"].search(text) or _CUES["does_so"].search(text))


def _is_listed_purpose(one: Passage) -> bool:
    if _OWN_TITLE.match(one.text):
        return True
    if not one.is_listed and len(one.text) > 100:
        return False
    above = one.above if one.is_listed else one.heading
    return bool(
        _CUES["purpose_above"].search(above) and not _CUES["not_above"].search(one.lead or one.heading)
    )


def _said(one: Passage, document: Document, listed: bool, sure: bool) -> Iterator[Fact]:
    columns = titled(one, PURPOSE)
    found = _nouns(one, listed or bool(columns)) | dict(PURPOSES.found(one.text))
    for purpose, match in found.items():
        if any(_meet(match, found[better]) for better in _YIELDS.get(purpose, ()) if better in found):
            continue
        if columns and not within(match.span(), columns):
            continue
        if purpose in _LIKE_BASES and _is_reason(one, match, listed):
            continue
        doubt = Doubt.NONE if (sure or columns) and not _is_no_use(one, match, listed) else Doubt.MUCH
        yield fact("purposes", one, clause(one.text, match.span()), Purpose(purpose), document, doubt)


def _meet(match: re.Match[str], other: re.Match[str]) -> bool:
    return match.start() < other.end() and other.start() < match.end()


def _nouns(one: Passage, listed: bool) -> dict[str, re.Match[str]]:
    """Bare nouns at the head of an item or in a column, or behind the "for" of a sentence that uses data."""
    if listed:
        found = ((name, match) for name, match in LISTED.found(one.text) if _leads(one, match))
    elif _CUES["employs"].search(one.text):
        found = (
            (name, match)
            for name, match in LISTED.found(one.text)
            if _NOUN_FOR.search(one.text[: match.start()])
        )
    else:
        return {}
    return dict(found)


def _leads(one: Passage, match: re.Match[str]) -> bool:
    """Whether a bare noun stands at the head of its item, and not in brackets behind it."""
    head = one.text[: match.start()]
    return bool(one.segment.cells) or (len(head) <= _HEAD and "(" not in head)


def _is_reason(one: Passage, match: re.Match[str], listed: bool) -> bool:
    """A contract or a law told as the basis, or as the reason to pass data on, is no purpose."""
    bracketed = one.text[: match.start()].endswith("(") and one.text[match.end() :].startswith(")")
    grounded = (
        GROUND.search(one.label)
        or _CUES["ground"].search(f"{one.lead} {one.label}")
        or (_CUES["ground"].search(one.text) and not listed)
    )
    return bool(bracketed or grounded or _CUES["passed_on"].search(one.text))


def _is_no_use(one: Passage, match: re.Match[str], listed: bool) -> bool:
    """Whether the words are denied, or are in passing where data are kept or shared."""
    head = one.text[: match.start()]
    shared = _CUES["shared"].search(one.heading) and not _CUES["does_so"].search(one.text)
    if (_CUES["keeps"].search(one.text) or shared) and not listed and not _IN_ORDER_TO.search(head):
        return True
    return bool(denied_before(one.text, match.start(), 50) or _DENIES.search(match.group()))
