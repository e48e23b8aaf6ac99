"""What the text denies: sharing, transfer outside the EEA, tracking cookies. A denial is a fact, not an absence.

A denial with an exception ("tenzij de wet dat vraagt") denies nothing.

Found:
    Wij delen uw gegevens nooit met derden. -> sharing
    Your data will never leave the European Union. -> transfer
    De gegevens worden uitsluitend binnen de EER verwerkt. -> transfer
    Deze website plaatst geen tracking cookies. -> tracking_cookies
Not:
    Wij delen uw gegevens niet met derden, tenzij de wet ons daartoe verplicht.
    Wij verwerken gegevens ook buiten de EU.
    Wij gebruiken tracking cookies alleen na uw toestemming.
"""

import re
from collections.abc import Iterator

from gestand.core.document import Document, Segment
from gestand.core.fact import Denial, Fact
from gestand.reading.patterns.words.passage import clause, fact, passages

_NOT = r"(?:niet|geen|nooit|nimmer|not|no|never|neither|doesn't|don't)"
_EXCEPT = re.compile(
    r"\b(?:tenzij|behalve|anders dan|uitgezonderd|zonder (?:uw|je|jouw|uitdrukkelijke|voorafgaande|"
    r"dat)\b|unless|except|without your|other than|alleen (?:als|indien|wanneer)|only (?:if|when|"
    r"where)|(?:uitsluitend|alleen|only)\b[^.;]{0,80}\b(?:als|indien|wanneer|if|when|where)\b|mits|"
    r"voor (?:commerciele|marketing|reclame)\w*|for "
    r"(?:marketing|commercial)|waarmee (?:wij|we) geen)\b"
)
_DENIALS = {
    "sharing": re.compile(
        rf"\b{_NOT}\b[^.;]{{0,70}}\b(?:delen|gedeeld|deelt|verstrek\w*|doorgegeven|doorgeven|ter "
        rf"beschikking|beschikbaar|share|shared|sharing|disclose[d]?|pass(?:ed)? on|provided? "
        rf"to)\b[^.;]{{0,50}}\b(?:derden?|derde partij\w*|anderen|andere (?:partijen|organisaties|"
        rf"bedrijven)|third[ -]part\w+|others|anyone|other (?:parties|companies|organi[sz]ations))\b"
        rf"|\b(?:delen|deelt|verstrek\w*|geven|share|disclose)\b[^.;]{{0,60}}\b(?:\w*gegevens|data|"
        rf"information|informatie)\b[^.;]{{0,20}}\b{_NOT}\b[^.;]{{0,40}}\b(?:derden?|anderen|andere "
        rf"(?:partijen|organisaties)|third[ -]part\w+|anyone|others)\b"
        rf"|\b(?:\w*gegevens|data|information)\b[^.;]{{0,30}}\b{_NOT}\b[^.;]{{0,20}}\b(?:aan|met|with|to) "
        rf"(?:derden?|anderen|andere partijen|third[ -]part\w+|anyone|"
        rf"others)\b[^.;]{{0,40}}\b(?:verstrek\w*|gedeeld|doorgegeven|ter beschikking|beschikbaar|"
        rf"shared|disclosed)\b"
    ),
    "transfer": re.compile(
        rf"\b{_NOT}\b[^.;]{{0,90}}\b(?:buiten|outside(?: of)?)\b (?:de |the )?(?:eu\b|eer\b|eea\b|"
        rf"europa|europe|europese|european)"
        rf"|\b(?:buiten|outside(?: of)?) (?:de |the )?(?:eu|eer|eea|europa|europese \w+(?: ruimte)?|"
        rf"european (?:union|economic area))\b[^.;]{{0,40}}\b{_NOT}\b"
        r"|\b(?:alleen|uitsluitend|enkel|slechts|only|exclusively|solely|blijven|blijft|altijd|"
        r"remains?|stays?|always|kept)\b[^.;]{0,50}\b(?:binnen|in|within|inside) (?:de |the )?(?:eu\b|"
        r"eer\b|eea\b|europa|europe|europese|european|nederland\b)"
        rf"|\b(?:{_NOT})\b[^.;]{{0,20}}\bleaves? (?:the )?(?:eu\b|eea|europe)"
        r"|\b(?:verwerkt|opgeslagen|bewaard|processed|stored) (?:alleen |uitsluitend |only "
        r")?(?:binnen|within) (?:de |the )?(?:eu\b|eer\b|eea\b|europ\w+)"
    ),
    "tracking_cookies": re.compile(
        rf"\b{_NOT}\b[^.;]{{0,50}}\b(?:tracking|marketing|advertentie|volg|third[ -]party|"
        rf"advertising)[- ]?(?:of \w+ )?-?cookies?\b"
        rf"|\b(?:tracking|marketing|advertising)[- "
        rf"]?cookies?\b[^.;]{{0,30}}\b(?:{_NOT})\b[^.;]{{0,15}}\b(?:gebruikt|geplaatst|used|placed|"
        rf"set)\b"
    ),
}
_CONSENT = re.compile(r"\b(?:toestemming|consent|accepteren|weiger\w*|uitschakel\w*)\b")


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The denials that make no exception."""
    for one in passages(segments):
        for of, pattern in _DENIALS.items():
            match = pattern.search(one.text)
            if not match or _EXCEPT.search(one.text):
                continue
            if of == "tracking_cookies" and _CONSENT.search(one.text):
                continue
            yield fact("denials", one, clause(one.text, match.span()), Denial(of), document)
