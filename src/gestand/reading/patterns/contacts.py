"""The ways to reach the controller: e-mail, telephone, post, a form, the data protection officer.

Addresses of others (an authority, a processor, a social network) are not the controller's: those after the name of an
authority, and those in the list of a platform's privacy pages.

Found:
    Neem contact op via privacy@voorbeeld-vereniging.nl. -> email privacy@voorbeeld-vereniging.nl
    Telefoon: 030 - 123 45 67 -> phone 030 - 123 45 67
    Adres: Dorpsstraat 12a, 3512 AB Utrecht -> post Dorpsstraat 12a, 3512 AB Utrecht
    U kunt ons bereiken via het contactformulier. -> form contactformulier
    Our data protection officer can be reached at dpo@example.org. -> dpo dpo@example.org
Not:
    Autoriteit Persoonsgegevens, Postbus 93374, 2509 AJ Den Haag
    Wij verwerken uw naam, e-mailadres en telefoonnummer.
    Meer informatie vindt u op www.voorbeeld.nl.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from gestand.core.document import Document, Segment
from gestand.core.fact import Contact, Doubt, Fact, Quote
from gestand.reading.patterns.words.passage import Passage, Span, fact, passage, passages
from gestand.reading.patterns.words.postal import ABROAD, POSTAL, REVERSED, TOWN_FIRST

_AT = r"@| ?[\[(](?:at|apenstaartje)[\])] ?| apenstaartje "
_BOX = r"contact|fg|dpo|hallo|hello|info|mail|office|post|privacy|service|support|avg|gdpr"
_EMAIL = re.compile(
    rf"(?:[a-z0-9][a-z0-9._%+-]{{0,63}}(?:{_AT})|\b(?P<box>{_BOX}) at (?!www\.))"
    r"[a-z0-9-]+(?:\.[a-z0-9-]+){0,4}\.[a-z]{2,12}\b"
)
"""An address, also one whose sign is spelled out; a bare "at" only behind what a box for letters is called."""
_PHONE = re.compile(
    r"(?<![\w./@=-])(?:(?:\((?=[\d+ ]{2,7}\)))?(?:\+\d{1,3}|00\d{2}|0)(?:[ ()/.-]{0,3}\d){8,11}|(?:(?<=n )|"
    r"(?<=n: )|(?<=l )|(?<=l: )|(?<=l\. ))"
    r"14 ?0\d{2,3}|0[89]00[ -]{1,3}\d{4})(?![\w@-])"
)
"""Numbers of ten digits or abroad; and short ones: of Dutch councils, behind the word telephone, and 0900."""
_NOT_PHONE = re.compile(
    r"\b(?:kvk|k\.v\.k|kamer van koophandel|btw|vat|kbo|rpr|ondernemingsnummer|ingeschreven|iban|"
    r"rekening\w*|fax|handelsregister|registration|rsin|company number|postbus)\b[^,;|]{0,25}$"
)
_FORM = re.compile(
    r"\b(?:(?:contact|privacy|web|verzoek|inzage|aanvraag)-?(?:formulier|form)\b|(?:contact|privacy|web|"
    r"online) (?:formulier|form)\b|formulier op (?:onze|de) (?:web)?site|(?:contact|request) "
    r"form\b|contactpagina\b|contact page\b)"
)
_FORM_USED = re.compile(
    r"\b(?:contact\b(?!formulier)|vragen|vul|verzoek\w*|bereik\w*|klacht\w*|stuur|sturen|via (?:het|ons|de|"
    r"onze)|telefoon|reach|through (?:our|the)|using (?:our|the)|request\w*|questions)\b"
)
_FORM_FILLED = re.compile(
    r"^contactformulier: \w+,|\b(?:invul\w*|verzamel\w*|gegevens die u|fill\w*|collect\w*|submit\w*|"
    r"beheerd|verwerkt|bewaren|"
    r"bewaard|ingevuld\w*|achterlaat|laat|aanmelden|meld(?:en|t) (?:zich|je|u)|inschrijven|solliciteren|"
    r"bestellen|sign up|apply)\b"
)
_FORM_OPEN = re.compile(
    r"\b(?:vul(?:t)?(?: u| je)? (?:het|ons|dit)|via (?:ons|het|onze)|(?:in|through|via|by) (?:our|the)) "
    r"(?:\w+ )?contact-? ?form"
)
"""Whoever is told what happens to what they fill in is told that there is a form for it."""
_REPRESENTS = re.compile(r"\b(?:representative|vertegenwoordiger in de)\b")
_OFFICER = re.compile(
    r"(?<!t\.a\.v\. )(?<!t\.a\.v\. de )(?<!t\.a\.v\. onze )(?<!attn )(?<!attn\. )\b(?:functionaris\w*(?: voor)?"
    r"(?: de)? (?:gegevensbescherming|bescherming van (?:de )?persoonsgegevens)|fg|dpo|"
    r"data[ -]protection officer|privacyfunctionaris)\b"
)
_GOES_ON = re.compile(
    r"(?:hij|zij|hem|haar|deze|die|u (?:bereikt|kunt) (?:hem|haar)|je (?:bereikt|kunt) (?:hem|haar)|he|she|"
    r"they|you can (?:reach|contact) (?:him|her|them))\b"
)
_NO_OFFICER = re.compile(
    r"\b(?:geen|niet|no|not)\b[^.;]{0,60}\b(?:functionaris|fg\b|dpo\b|data protection officer|officer)"
)
_AUTHORITY = re.compile(r"autorit|authorit|\bcommissie|\bcommission|college bescherming")
_OTHERS = re.compile(
    r"\b(?:autoriteit persoonsgegevens|gegevensbeschermingsautoriteit|toezichthouder|supervisory "
    r"authority|commissioner\w*|opt-?out|privacyverklaring(?: van)?:?\s*<?https?|privacy shield|autoriteit|"
    r"privacybeleid van|privacy policy of|bij de ap|geschillencommissie|deken (?:van|in)|gehost (?:door|bij)|"
    r"hosted by)\b"
)
_OTHERS_ABOVE = re.compile(r"\b(?:sub)?(?:verwerkers|processors)\b|\bhosting")
_LINE = 60
"""Characters of a line that is no sentence: one of an address that is written over several."""


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """Every way to reach the controller that the text gives; those of others are left out."""
    before, named = "", "-"
    for one in passages(segments):
        told, before = before, one.text
        brief = len(one.text) <= _LINE
        others = _is_others(one) or (brief and named == one.headings)
        named = one.headings if others and brief else "-"
        if others:
            yield from _made(one, document, _emails(one), Doubt.MUCH)
            continue
        yield from _made(one, document, _emails(one, told if _GOES_ON.match(one.text) else ""), Doubt.NONE)
        yield from _made(one, document, _phones(one), Doubt.NONE)
        yield from _made(one, document, _forms(one), Doubt.NONE)
    yield from addresses(segments, document)


def _is_others(one: Passage) -> bool:
    return bool(_OTHERS.search(one.text) or _OTHERS_ABOVE.search(one.heading))


def _made(
    one: Passage, document: Document, found: Iterator[tuple[Contact, Span]], doubt: Doubt
) -> Iterator[Fact]:
    for contact, span in found:
        yield fact("contacts", one, span, contact, document, doubt)


def _emails(one: Passage, before: str = "") -> Iterator[tuple[Contact, Span]]:
    """The addresses; that of the officer where this sentence names her, or goes on about her."""
    about = f"{before} {one.text}"
    officer = _OFFICER.search(f"{about} {one.heading}") and not _NO_OFFICER.search(about)
    for match in _EMAIL.finditer(one.text):
        value = re.sub(rf"{_AT}| at ", "@", match.group())
        yield Contact("dpo" if officer else "email", value), match.span()


def _phones(one: Passage) -> Iterator[tuple[Contact, Span]]:
    for match in _PHONE.finditer(one.text):
        before = one.text[max(0, match.start() - 40) : match.start()]
        number = match.group()
        plausible = 9 <= sum(letter.isdigit() for letter in number) <= 13 or number.startswith(
            ("14", "0800", "0900")
        )
        if (
            plausible
            and not _NOT_PHONE.search(before)
            and not re.search(r"(?<!\d)\d{2}[-/.]\d{2}[-/.]\d{4}(?!\d)", number)
        ):
            yield Contact("phone", number.strip()), match.span()


def _forms(one: Passage) -> Iterator[tuple[Contact, Span]]:
    match = _FORM.search(one.text)
    used = _FORM_USED.search(one.text) and not _FORM_FILLED.search(one.text)
    if match and (used or _FORM_OPEN.search(one.text)):
        yield Contact("form", match.group()), match.span()


@lru_cache(maxsize=1)
def addresses(segments: tuple[Segment, ...], document: Document) -> tuple[Fact, ...]:
    """Postal addresses, also those that are written over several lines; not those of an authority."""
    return tuple(_addresses(segments, document))


def _addresses(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    begins = [segment.begin for segment in segments]
    end = 0
    for match in sorted(_written(document.text), key=lambda one: (one.start(), -one.end())):
        at = max(0, bisect_right(begins, match.start()) - 1)
        near = passage(segments[at])
        before = document.text[max(0, match.start() - 60) : match.start()].split("\n\n")[-1].lower()
        others = _is_others(near) or _REPRESENTS.search(near.text)
        if match.start() < end or others or _AUTHORITY.search(f"{before} {near.heading}"):
            continue
        end = match.end()
        quote = Quote(match.start(), match.end(), match.group())
        yield Fact(Contact("post", " ".join(_in_order(match).split())), quote, "contacts")


def _written(text: str) -> Iterator[re.Match[str]]:
    for order in (POSTAL, REVERSED, TOWN_FIRST, ABROAD):
        yield from order.finditer(text)


def _in_order(match: re.Match[str]) -> str:
    """The street, then code and town in the order of their country: Britain puts the code last."""
    code_first = match.start("code") < match.start("city") or match["code"][0].isdigit()
    town = f"{match['code']} {match['city']}" if code_first else f"{match['city']} {match['code']}"
    return ", ".join((match["street"].strip(" ,"), town, *filter(None, (match.groupdict().get("country"),))))
