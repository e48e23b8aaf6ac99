"""The authority to complain to (GDPR 13(2)(d), 77), named or as "the supervisory authority".

Found:
    U kunt een klacht indienen bij de Autoriteit Persoonsgegevens. -> Autoriteit Persoonsgegevens
    U heeft het recht een klacht in te dienen bij de Gegevensbeschermingsautoriteit. -> Gegevensbeschermingsautoriteit
    You can lodge a complaint with your local supervisory authority. -> supervisory authority
    You may complain to the Information Commissioner's Office (ICO). -> Information Commissioner's Office
Not:
    Wij melden een datalek bij de Autoriteit Persoonsgegevens.
    Volgens de Autoriteit Persoonsgegevens zijn persoonsgegevens alle informatie over iemand.
    Klachten over uw bestelling kunt u sturen naar onze winkel.
"""

import re
from collections.abc import Iterator

from gestand.core.document import Document, Segment
from gestand.core.fact import ComplaintAuthority, Doubt, Fact
from gestand.reading.patterns.words.passage import Passage, clause, fact, passages
from gestand.reading.patterns.words.table import Table

AUTHORITIES = Table(
    {
        "Autoriteit Persoonsgegevens": (
            r"\bautoriteit persoonsgegevens\b|\bautoriteitpersoonsgegevens\.nl|\bdutch (?:data "
            r"protection|privacy) authority\b|\bdutch dpa\b|\b(?:de|het|the) ap\b|\(ap\)",
        ),
        "Gegevensbeschermingsautoriteit": (
            r"\bgegevensbeschermingsautoriteit\b|\bgegevensbeschermingsautoriteit\.be|\bbelgian data "
            r"protection authority\b|\b(?:de|\() ?gba\b|\bprivacycommissie\b|\bcommissie voor de "
            r"bescherming van de persoonlijke levenssfeer\b",
        ),
        "Information Commissioner's Office": (
            r"\binformation commissioner\w*(?:'s)?(?: office)?\b|\bthe ico\b",
        ),
        "Data Protection Commission": (
            r"\bdata protection commission\b(?!er)|\birish data protection commission\w*",
        ),
        "supervisory authority": (
            r"\b(?:toezichthoud\w+|relevante|bevoegde|nationale|lokale|betreffende|betrokken)(?: "
            r"\w+)? (?:privacy-?)?(?:autoriteit|instantie|orgaan|toezichthouder)\b|\btoezichthouder\b|"
            r"\btoezichthoudende\b",
            r"\b(?:privacy|gegevensbeschermings|toezichts?)-?(?:autoriteit|toezichthouder|waakhond|"
            r"instantie)\b|\bautoriteit voor (?:de )?(?:bescherming|gegevens)\w*",
            r"\b(?:supervisory|data protection|regulatory|competent|privacy|relevant)(?: \w+){0,2} "
            r"(?:authority|authorities|regulator|body)\b|\bdpa\b|\bregulator\b|\bwatchdog\b|\bwaakhond\b",
            r"\bcollege bescherming persoonsgegevens\b|\bcbp\b",
        ),
    }
)
"""Authorities by name; the last line stands for whoever it may be."""

_COMPLAINT = re.compile(
    r"\b(?:\w*klacht\w*|klagen|beklag(?:en)?|complain\w*|complaints?|tip|bezwaar|concerns?|stappen|wenden|take (?:it|"
    r"this|the matter)|turn to|escalate|aankloppen|aan te kloppen)\b"
)
_TURN = re.compile(
    r"\b(?:terecht|(?:kunt u|kun je|u kunt|je kunt|kan u)(?: altijd| ook)? naar)\b"
    r"|\bnaar (?:de )?(?:ap|autoriteit\w*|gba)\b[^.;]{0,40}\b(?:kunt|kun|mag) (?:u|je)\b"
    r"|\bweg naar (?:de )?(?:ap|autoriteit\w*|gba|toezichthouder)\b[^;]{0,80}\bopen\b"
)
_INFORMS = re.compile(r"\b(?:informatie|information|meer (?:weten|lezen|over))\b")
"""Who only explains the law is not turned to with a complaint."""
_UNHAPPY = re.compile(
    r"\b(?:niet tevreden|ontevreden|niet (?:\w+ ){0,3}eens|oneens|not (?:satisfied|happy)|unhappy|"
    r"dissatisfied|disagree)\b"
    r"|\b(?:vindt|meent|denkt|vind|denk) (?:u|je|jij)\b|\b(?:u|je) (?:vindt|meent|denkt) dat\b"
    r"|\bif you (?:feel|believe|think|consider|find)\b"
)
_NOTIFIED = re.compile(
    r"\b(?:datalek\w*|data breach\w*|inbreuk\w* in verband|gemeld|meld(?:en)? (?:wij|we)|melden (?:dit|dat)|"
    r"(?:wij|we) (?:meld\w*|report|notify)|definitie)\b"
)


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The authorities named next to a complaint; named elsewhere, they are candidates."""
    heading = before = ""
    for one in passages(segments):
        told = before if heading == one.heading else ""
        heading, before = one.heading, one.text
        if name := next(AUTHORITIES.found(one.text), None):
            value, match = name
            span, doubt = clause(one.text, match.span()), _doubt(one, told)
            yield fact("complaint_authority", one, span, ComplaintAuthority(value), document, doubt)


def _doubt(one: Passage, told: str) -> Doubt:
    """None next to a complaint; `told` is the sentence before."""
    if _COMPLAINT.search(one.text) or (_TURN.search(one.text) and not _INFORMS.search(one.text)):
        return Doubt.NONE
    unhappy = _UNHAPPY.search(f"{told} {one.text}") or _COMPLAINT.search(f"{told} {one.above}")
    return Doubt.NONE if unhappy and not _NOTIFIED.search(one.text) else Doubt.MUCH
