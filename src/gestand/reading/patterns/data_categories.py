"""The kinds of personal data that the controller collects or uses.

A word such as "telefoonnummer" counts in a list below a heading or a sentence about data, or in a sentence that
collects, asks, uses or shares. It does not count in a definition ("persoonsgegevens zijn bijvoorbeeld ..."), in what
somebody must send to prove who she is, in a denial, or as the way to reach the controller.

Found:
    Wij verzamelen uw naam en uw telefoonnummer. -> phone
    [Welke gegevens verwerken wij] Geboortedatum -> date_of_birth
    When you order, we ask for your e-mail address and postal address. -> postal_address
    We automatically collect your IP address and the type of browser you use. -> browser
Not:
    Persoonsgegevens zijn bijvoorbeeld uw naam, adres en telefoonnummer.
    Wij verwerken geen bijzondere persoonsgegevens zoals gegevens over uw gezondheid.
    Maak in de kopie van uw identiteitsbewijs uw burgerservicenummer onleesbaar.
    Neem contact op via ons e-mailadres.
"""

import re
from collections.abc import Iterator

from gestand.core.document import Document, Segment
from gestand.core.fact import DataCategory, Doubt, Fact
from gestand.reading.patterns.words.data import CATEGORIES
from gestand.reading.patterns.words.negation import denied
from gestand.reading.patterns.words.passage import Passage, fact, passages

_DATA_ABOVE = re.compile(
    r"\b(?:(?:persoons|klant|contact|bezoek|soorten |categorieen )?(?:van )?gegevens|persoonsgegevens|"
    r"persoonlijke (?:gegevens|informatie)|personalia|welke (?:\w+ )?(?:gegevens|informatie)|"
    r"informatie|(?:personal )?(?:data|information)|gegevenscategorie\w*|collect|verzamelen)\b"
)
_THESE_DATA = re.compile(
    r"\b(?:volgende|onderstaande|deze|welke)(?: \(?(?:categorieen|soorten)\)?)?(?: van)?(?: \w+)? "
    r"?(?:persoons)?gegevens\b(?! (?:voor|om|bewaren|aan|met)\b)"
    r"|\b(?:following|these)(?: (?:categories|types|kinds) of)?(?: personal)? (?:data|"
    r"information)\b(?! (?:for|to|with)\b)"
)
_ASKS_FOR = re.compile(
    r"\b(?:we|wij) (?:\w+ ){0,2}(?:ask (?:you )?for|collect|hold|record|verzamelen|noteren|registreren|"
    r"leggen vast)\b[^.;]{0,40}:$"
    r"|\bvragen (?:wij|we)(?: (?:u|je|jou))?(?: om)?:$"
)
_NOT_ABOVE = re.compile(
    r"\b(?:recht(?:en)?|rights?|doel\w*|waarom|waarvoor|purpose\w*|delen|derden|ontvangers|"
    r"verstrek\w*|share|third part\w+|beveilig\w*|bescherm\w*|secur\w*|grondslag\w*|bewaar\w*|how "
    r"long|contact met|cookies? (?:beheren|verwijderen)|verwijder\w*|wijziging\w*|wat zijn|what (?:is|"
    r"are)|wanneer u|when you|hoe (?:verkrijgen|komen)|gebruiken wij|om:?$|kinderen)\b"
)
_COLLECTS = re.compile(
    r"\b(?:staa[nt]|opgeschreven|noteren|genoteerd|lever\w*|aanlever\w*|doorgev\w*|opgev\w*|opgenomen|"
    r"bijhouden|houden|verzamel\w*|verwerk(?:en|t|te|ing)|gebruik(?:en|t)|vragen|"
    r"vraagt|gevraagd|vraag|bewaren|"
    r"bewaart|registrer\w+|geregistreerd|slaan|slaat|opgeslagen|opslaan|ontvang\w*|verkrijg\w*|"
    r"verkregen|nodig|invul\w*|ingevuld|verstrek\w*|laat|achterlaat|achter|opgeeft|opgegeven|"
    r"doorgeeft|geeft|gedeeld|delen|deelt|legg?en|legt|vast|omvatten|bevat\w*|betreft|gaat (?:hierbij "
    r"|daarbij )?(?:onder andere )?om|analyser\w*|herken\w*|doorgegeven|worden|meten|vallen|hieronder|"
    r"bekijken|bekeken"
    r"|collect\w*|process\w*|use[sd]?|using|ask|asked|request\w*|stor(?:e|ed|es)|receiv\w+|obtain\w*|"
    r"need|provid\w+|enter\w*|fill\w*|submit\w*|record\w*|includ\w+|shar\w+|log(?:s|ged)?|gather\w*|"
    r"track\w*|consists?|require)\b"
)
_DEFINES = re.compile(
    r"\b(?:(?<!kunnen )persoonsgegevens (?:zijn|is)(?!,)|persoonsgegeven (?:is|zijn)|(?:wordt|worden) "
    r"(?:verstaan|"
    r"bedoeld)|verstaan (?:wij|we)|bedoelen (?:wij|we)|betekent|herleidbaar|denk (?:hierbij |daarbij |"
    r"dan |bijvoorbeeld )?aan|personal data (?:is|are|means)|personal information (?:is|means)|means "
    r"any|refers to|bijzondere persoonsgegevens zijn|definitie)\b"
)
_DEFINED_ABOVE = re.compile(
    r"\b(?:wat (?:zijn|is|verstaan)|what (?:is|are) (?:personal|cookies)|definiti\w+|begrippen)\b"
)
_IDENTIFIES = re.compile(
    r"\b(?:onleesbaar|mee ?te ?sturen|meesturen|stuur|vragen wij (?:u|je|jou) een kopie|legitimer\w+|"
    r"afscherm\w*|zwart|mrz|proof of "
    r"identity|identity document|verify your identity|black out)\b"
)
_REACHES = re.compile(
    r"@|\b(?:neem (?:dan |gerust )?contact|contact op(?:nemen)? (?:met|via)|te bereiken|bereikbaar|"
    r"contact us|reach us|e-?mailen naar|een e-?mail (?:te )?(?:sturen|naar|aan))\b"
)
_ITS_OWN = re.compile(r"[\w -]{2,25}: ?[^:]{0,80}[\d@]")
_SECURES = re.compile(r"beveilig\w*|\bveilig\w*|\bsecur\w*|\bprotect\w*")
_RIGHTS = re.compile(
    r"\b(?:recht(?:en)? (?:op|om)|right to|rights)\b|\bwijzig\w*|\bbij te werken\b|\bupdate\b"
)
_DENIES = re.compile(r"\b(?:geen|niet|nooit|no|not|never|zonder|without)\b")
_GOES_ON = re.compile(
    r"(?:bijvoorbeeld|zoals|denk|het gaat|dit zijn|dat kunnen|hierbij|for example|such as|this (?:may "
    r")?include|these (?:may )?)\b"
)
_FEWEST_WITHOUT_VERB = 2


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The kinds of data, each at every place that says it is collected or used."""
    before = ""
    for one in passages(segments):
        context, before = f"{before} {one.text}" if _GOES_ON.match(one.text) else one.text, one.text
        found = list(CATEGORIES.found(one.text))
        if not found:
            continue
        doubt = _doubt(one, len(found), context)
        for category, match in found:
            less = doubt if not _is_denied(one, match) else Doubt.MUCH
            yield fact("data_categories", one, match.span(), DataCategory(category), document, less)


def _doubt(one: Passage, many: int, context: str) -> Doubt:
    if _DEFINES.search(context) or (_IDENTIFIES.search(one.text) and not _listed_as_data(one)):
        return Doubt.MUCH
    if _DEFINED_ABOVE.search(one.heading) or (_REACHES.search(one.text) and many < _FEWEST_WITHOUT_VERB):
        return Doubt.MUCH
    if one.is_listed and _ITS_OWN.match(one.text) and not _THESE_DATA.search(one.lead):
        return Doubt.MUCH
    if _SECURES.search(one.heading) and many < _FEWEST_WITHOUT_VERB:
        return Doubt.MUCH
    if one.is_listed and _listed_as_data(one):
        return Doubt.NONE
    if _RIGHTS.search(one.text) and many < _FEWEST_WITHOUT_VERB:
        return Doubt.MUCH
    if (
        many >= _FEWEST_WITHOUT_VERB
        and _DATA_ABOVE.search(one.heading)
        and not _NOT_ABOVE.search(one.heading)
    ):
        return Doubt.NONE
    return Doubt.NONE if _COLLECTS.search(context) else Doubt.MUCH


def _listed_as_data(one: Passage) -> bool:
    nearest = one.lead or one.heading
    if _ASKS_FOR.search(one.lead):
        return True
    if _THESE_DATA.search(nearest):
        return True
    if _DATA_ABOVE.search(nearest) and not _NOT_ABOVE.search(nearest):
        return True
    return bool(_DATA_ABOVE.search(one.heading) and not _NOT_ABOVE.search(one.above))


def _is_denied(one: Passage, match: re.Match[str]) -> bool:
    return bool(_DENIES.search(one.text)) and denied(one.text, match.start(), match.end(), 90)
