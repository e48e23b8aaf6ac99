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
from gestand.reading.patterns.words.columns import PURPOSE, titled, within
from gestand.reading.patterns.words.lexicon import table
from gestand.reading.patterns.words.negation import denied_before
from gestand.reading.patterns.words.passage import Passage, clause, fact, passages

PURPOSES = table("purposes")
LISTED = table("purposes", "listed")
"""Bare nouns: a purpose only in a list of purposes, or behind the "for" of a sentence that uses data."""
_PURPOSE_ABOVE = re.compile(
    r"\b(?:doel(?:en|einden?|stelling\w*)?|waarom|waarvoor|waartoe|gebruik(?:en|t|ten)? (?:wij|we|om|van|"
    r"uw|je|jouw|de)|gebruiken om|om:?$|te gebruiken|gebruikt (?:voor|om)|\w*gegevens voor:?$|die voor:?$|"
    r"nodig (?:voor|om)|purposes?|why|use (?:your|the|this|it|of|them)|used (?:for|to)|we use|in order to|"
    r"to:$|for:$|need (?:it|them|this) (?:for|to)|diensten te leveren|what we do|wat doen (?:wij|we)|"
    r"omgaan met|om een relatie|om de relatie|verwerken (?:wij|we)|bedrijfsvoering|hoe gebruiken|how we "
    r"use)(?!\w)"
)
_NOT_ABOVE = re.compile(
    r"\b(?:recht(?:en)?|rights?|welke (?:persoons)?gegevens (?:wij|we)?|volgende (?:persoons)?gegevens:?|"
    r"beveilig\w*|bewaar\w*|retention|security|derden|third parties|kinderen|children|cookies beheren)\b"
)
_FOR = re.compile(
    r"\b(?:om|voor|dan|met (?:deze|die|behulp)|hieruit|with (?:this|these)|ten behoeve van|ter|met als "
    r"doel|doel\w*|zodat|waarmee|hiermee|daarmee|zo|helpt|helpen|kunnen (?:wij|we)|to|for|so|so that|in "
    r"order|purposes?|lets?|allows?|enables?|helps?)\b"
)
_USES = re.compile(
    r"\b(?:gebruik\w*|verwerk\w*|verzamel\w*|\w*gegevens|informatie|nodig|bewaren|cookies?|\w*adres\w*|"
    r"combineren|plaats\w*|stellen ons|analyse\w*|benut\w*|delen|hiermee|deze|doen|\w*nummers?|namen|"
    r"foto's|\w*beelden|camera's|naam|cv|\w*dossier\w*|use[sd]?|using|process\w*|collect\w*|data|"
    r"information|need|personal|details|address|names?|numbers?|photos|footage|cameras?|this)\b"
)
_NOUN_FOR = re.compile(r"\b(?:voor|ten behoeve van|bij|ter|for|to run)\b[^.;:()]{0,60}$")
_EMPLOYS = re.compile(
    r"\b(?:gebruik(?:en|t)|verwerk(?:en|t)|nodig|verzamel(?:en|t)|vragen|use[sd]?|process|need(?:ed)?|"
    r"collect(?:ed)?)\b"
)
_KEEPS = re.compile(r"\b(?:bewaard|bewaren|bewaartermijn|retain|kept|keep)\b")
_IN_ORDER_TO = re.compile(r"\b(?:om|zodat|to|so that)\b[^.;:()]{0,60}$")
_OWN_TITLE = re.compile(r"(?:\w+ )?(?:doel\w*|functie|waarvoor|purposes?|what for|function) ?: ")
_GROUND = re.compile(r"\b(?:grondslag\w*|rechtsgrond\w*|op grond van|legal bas[ie]s|lawful|legal grounds?)\b")
_PASSED_ON = re.compile(r"\b(?:aan derden|derde partij\w*|third part\w+|transfers?|doorgifte)\b")
_DENIES = re.compile(r"\b(?:geen|niet|nooit|no|not|never)\b")
_HEAD = 60
_YIELDS = {
    "communication": ("newsletter", "marketing_email", "satisfaction_survey"),
    "order_fulfilment": ("fraud_prevention",),
    "payment": ("fraud_prevention",),
    "marketing": ("marketing_email",),
    "profiling": ("advertising",),
}
"""A purpose, and the particular ones that are meant where the same words say both."""
_LIKE_BASES = ("contract", "legal_obligation", "business_operations")
_NEVER = re.compile(
    r"\b(?:recht (?:op|om)|right to|verzetten|bezwaar|object to|bewaartermijn|maatregelen|measures|"
    r"beveiligd tegen|jonger|datalek\w*|klacht (?:in|bij|over)|autoriteit|toezichthou\w*|wijzigingen in|"
    r"privacyverklaring (?:kan|wijz)|heeft u vragen|do you have questions|[bv]e(?:r)?werkersovereenkomst|"
    r"raden (?:u|je|wij)|(?:informeren|vertellen|leggen|leest u|uitleggen|inform|explains?|"
    r"tells?)\b[^.;]{0,30}\b(?:welke|hoe|waarom|what|how|which|why)|wat is een cookie|een cookie is|"
    r"cookies zijn kleine|cookies? (?:is|are) (?:a )?small|a cookie is)\b"
)


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The purposes, each at every place that says data are used for it."""
    for one in passages(segments):
        if not _NEVER.search(one.text):
            listed = _is_listed_purpose(one)
            yield from _said(one, document, listed, listed or _uses(one.text))


def _uses(text: str) -> bool:
    return bool(_FOR.search(text) and _USES.search(text))


def _is_listed_purpose(one: Passage) -> bool:
    if _OWN_TITLE.match(one.text):
        return True
    if not one.is_listed and len(one.text) > 100:
        return False
    above = one.above if one.is_listed else one.heading
    return bool(_PURPOSE_ABOVE.search(above) and not _NOT_ABOVE.search(one.lead or one.heading))


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
        doubt = Doubt.NONE if (sure or columns) and not _is_no_use(one.text, match, listed) else Doubt.MUCH
        yield fact("purposes", one, clause(one.text, match.span()), Purpose(purpose), document, doubt)


def _meet(match: re.Match[str], other: re.Match[str]) -> bool:
    return match.start() < other.end() and other.start() < match.end()


def _nouns(one: Passage, listed: bool) -> dict[str, re.Match[str]]:
    """Bare nouns at the head of an item or in a column, or behind the "for" of a sentence that uses data."""
    if listed:
        found = ((name, match) for name, match in LISTED.found(one.text) if _leads(one, match))
    elif _EMPLOYS.search(one.text):
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
    grounded = _GROUND.search(one.lead) or (_GROUND.search(one.text) and not listed)
    return bool(bracketed or grounded or _PASSED_ON.search(one.text))


def _is_no_use(text: str, match: re.Match[str], listed: bool) -> bool:
    if not listed and _KEEPS.search(text) and not _IN_ORDER_TO.search(text[: match.start()]):
        return True
    return bool(denied_before(text, match.start(), 50) or _DENIES.search(match.group()))
