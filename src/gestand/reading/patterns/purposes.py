"""What data are used for.

A purpose is read from an item of a list below a heading or sentence about purposes, and from a sentence that uses
data for something ("om u onze nieuwsbrief te sturen", "to process your order").

Found:
    Wij gebruiken uw gegevens om uw bestelling te leveren. -> order_fulfilment
    [Doeleinden] Het verzenden van onze nieuwsbrief -> newsletter
    We process your data to prevent fraud. -> fraud_prevention
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
from gestand.reading.patterns.words.columns import PURPOSE, titled, within
from gestand.reading.patterns.words.negation import denied_before
from gestand.reading.patterns.words.passage import Passage, clause, fact, passages
from gestand.reading.patterns.words.purposes import LISTED, PURPOSES

_PURPOSE_ABOVE = re.compile(
    r"\b(?:doel(?:en|einden?|stelling\w*)?|waarom|waarvoor|waartoe|gebruik(?:en|t|ten)? (?:wij|we|om|"
    r"van|uw|de)|gebruiken om|om:?$|te gebruiken|gebruikt (?:voor|om)|purposes?|why|use (?:your|the|"
    r"this|it|of)|used (?:for|to)|in order to|to:$|diensten te leveren|what we do|wat doen (?:wij|we)|"
    r"omgaan met|om een relatie|om de relatie|verwerken (?:wij|we)|bedrijfsvoering|hoe gebruiken|how "
    r"we use)\b"
)
_NOT_ABOVE = re.compile(
    r"\b(?:recht(?:en)?|rights?|welke (?:persoons)?gegevens (?:wij|we)?|volgende "
    r"(?:persoons)?gegevens:?|beveilig\w*|bewaar\w*|retention|security|derden|third parties|kinderen|"
    r"children|cookies beheren)\b"
)
_FOR = re.compile(
    r"\b(?:om|voor|dan|met (?:deze|die|behulp)|hieruit|with (?:this|these)|ten behoeve van|ter|met als "
    r"doel|doel\w*|zodat|waarmee|hiermee|daarmee|helpt|"
    r"helpen|kunnen (?:wij|we)|to|for|so that|in order|purposes?|allows?|enables?|helps?)\b"
)
_USES = re.compile(
    r"\b(?:gebruik\w*|verwerk\w*|verzamel\w*|gegevens|persoonsgegevens|informatie|nodig|bewaren|"
    r"cookies?|e-?mailadres|combineren|plaats\w*|stellen ons|analyse\w*|benut\w*|delen|hiermee|deze"
    r"|use[sd]?|using|process\w*|collect\w*|data|information|need|personal)\b"
)
_GROUND = re.compile(r"\b(?:grondslag\w*|rechtsgrond\w*|op grond van|legal bas[ie]s|lawful|legal grounds?)\b")
_PASSED_ON = re.compile(r"\b(?:aan derden|derde partij\w*|third part\w+)\b")
_DENIES = re.compile(r"\b(?:geen|niet|nooit|no|not|never)\b")
_HEAD = 60
_LIKE_BASES = ("contract", "legal_obligation", "business_operations")
_NEVER = re.compile(
    r"\b(?:recht (?:op|om)|right to|verzetten|bezwaar|object to|bewaard|bewaren wij|bewaartermijn|"
    r"maatregelen|measures|beveiligd "
    r"tegen|jonger|datalek\w*|klacht\w*|autoriteit|toezichthou\w*|wijzigingen in|privacyverklaring "
    r"(?:kan|wijz)|retain|kept for|we keep|heeft u vragen|do you have questions|"
    r"verwerkersovereenkomst|raden (?:u|je|wij)|wat is een cookie|een cookie is|cookies zijn kleine|"
    r"cookies? (?:is|are) (?:a )?small|a cookie is)\b"
)


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The purposes, each at every place that says data are used for it."""
    for one in passages(segments):
        if _NEVER.search(one.text):
            continue
        listed = _is_listed_purpose(one)
        uses = bool(_FOR.search(one.text) and _USES.search(one.text))
        yield from _said(one, document, listed, uses)


def _is_listed_purpose(one: Passage) -> bool:
    nearest = one.lead if one.is_listed and one.lead else one.heading
    if not one.is_listed and len(one.text) > 100:
        return False
    return bool(_PURPOSE_ABOVE.search(nearest) and not _NOT_ABOVE.search(nearest))


def _leads(text: str, match: re.Match[str]) -> bool:
    """Whether a bare noun stands at the head of its item, and not in brackets behind it."""
    return match.start() <= _HEAD and "(" not in text[: match.start()]


def _is_reason(one: Passage, listed: bool) -> bool:
    """A contract or a law told as the basis, or as the reason to pass data on, is no purpose."""
    grounded = _GROUND.search(one.lead) or (_GROUND.search(one.text) and not listed)
    return bool(grounded or _PASSED_ON.search(one.text))


def _said(one: Passage, document: Document, listed: bool, uses: bool) -> Iterator[Fact]:
    found = dict(PURPOSES.found(one.text))
    columns = titled(one, PURPOSE)
    if listed or columns:
        named = {name: match for name, match in LISTED.found(one.text) if columns or _leads(one.text, match)}
        found = named | found
    if columns:
        found = {name: match for name, match in found.items() if within(match.span(), columns)}
    for purpose, match in found.items():
        if purpose in _LIKE_BASES and _is_reason(one, listed):
            continue
        bracketed = one.text[: match.start()].endswith("(") and one.text[match.end() :].startswith(")")
        denied = denied_before(one.text, match.start(), 50) or _DENIES.search(match.group())
        sure = (listed or uses or bool(columns)) and not bracketed and not denied
        doubt = Doubt.NONE if sure else Doubt.MUCH
        yield fact("purposes", one, clause(one.text, match.span()), Purpose(purpose), document, doubt)
