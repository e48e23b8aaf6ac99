"""The kinds of personal data that the controller collects or uses.

Two kinds beside each other are a list of data, wherever they stand. A kind by itself counts in a list or a column of
data, and in a sentence that collects, asks, uses or shares. Nothing counts in a definition ("persoonsgegevens zijn
bijvoorbeeld ..."), in what somebody must send to prove who she is, in a denial, or as the way to reach the controller.

Found:
    Wij verzamelen uw naam en uw telefoonnummer. -> phone
    [Welke gegevens verwerken wij] Geboortedatum -> date_of_birth
    When you order, we ask for your e-mail address and postal address. -> postal_address
    We automatically collect your IP address and the type of browser you use. -> browser
    Op het formulier: je roepnaam, geslacht en rekeningnummer. -> bank_account
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
from gestand.reading.patterns.words.columns import DATA, cells, titled, within
from gestand.reading.patterns.words.lexicon import spelled, table
from gestand.reading.patterns.words.negation import denied
from gestand.reading.patterns.words.passage import Passage, fact, passages

CATEGORIES = table("data")
LISTED = table("data", "listed")
_DATA_ABOVE = re.compile(
    r"\b(?:\w*gegevens?|personalia|(?:persoonlijke )?informatie|(?:personal )?(?:data|information)|collect|"
    r"verzamel\w*|(?:we|wij) (?:\w+ ){0,2}(?:vragen|noteren|registreren|ask|record|hold)|invul\w*|vul "
    r"(?:je|u)|leggen (?:wij|we) vast|vragen (?:wij|we)|what we (?:know|need)|fill in)(?!\w)"
)
_THESE_DATA = re.compile(
    r"\b(?:volgende|onderstaande|deze|welke)(?: \(?(?:categorieen|soorten)\)?)?(?: van)?(?: \w+)? "
    r"?(?:persoons)?gegevens\b(?! (?:voor|om|bewaren|aan|met)\b)|\b(?:following|these)(?: (?:categories|"
    r"types|kinds) of)?(?: personal)? (?:data|information)\b(?! (?:for|to|with)\b)|\b(?:we|wij) (?:\w+ "
    r"){0,2}(?:ask (?:you )?for|collect|hold|record|verzamelen|noteren|registreren|leggen "
    r"vast)\b[^.;]{0,40}:$|\bvragen (?:wij|we)(?: (?:u|je|jou))?(?: om)?:$"
)
_NOT_ABOVE = re.compile(
    r"\b(?:recht(?:en)?|rights?|doel\w*|waarom|waarvoor|purpose\w*|delen|derden|ontvangers|verstrek\w*|"
    r"share|third part\w+|beveilig\w*|bescherm\w*|secur\w*|grondslag\w*|bewaar\w*|how long|contact met|"
    r"cookies? (?:beheren|verwijderen)|verwijder\w*|wijziging\w*|wat zijn|what (?:is|are)|wanneer u|when "
    r"you|hoe (?:verkrijgen|komen)|gebruiken wij|om:?$|kinderen|verantwoordelijk\w*|wie zijn|who we "
    r"are)(?!\w)"
)
_COLLECTS = re.compile(
    spelled(
        """staan staat opgeschreven noteren genoteerd lever* aanlever* doorgev* doorgeeft doorgegeven opgev*
        opgeeft opgegeven opgenomen bijhouden houden verzamel* verwerken verwerkt verwerkte gebruiken gebruikt
        vragen vraagt vraag gevraagd bewaren bewaart bewaard registrer* geregistreerd slaan slaat opgeslagen
        opslaan ontvang* verkrijg* verkregen nodig invul* ingevuld vult verstrek* laat achterlaat achter geeft
        gedeeld delen deelt leggen legt vast vastgelegd omvatten bevat* betreft gaat analyser* herken* worden
        meten vallen hieronder bekijken bekeken verlangd controleren maken gebruik filmen hangen toegevoegd
        collect* process* use used uses using ask asked asks request* store stored stores receiv* obtain* need
        needs needed provid* enter* fill* submit* record* includ* contain* shar* log logs logged gather* track*
        consist* require* see keep kept hold held give add adding attach register*"""
    )
)
_DEFINES = re.compile(
    r"\b(?:(?<!kunnen )persoonsgegevens (?:zijn|is)(?!,)|persoonsgegeven (?:is|zijn)|(?:wordt|worden) "
    r"(?:\w+ )?(?:verstaan|bedoeld)|verstaan (?:wij|we)|bedoelen (?:wij|we)|betekent|herleidbaar|denk "
    r"(?:hierbij |daarbij |dan |bijvoorbeeld )?aan|personal (?:data|information) (?:is|are|means)|means "
    r"any|refers to|bijzondere persoonsgegevens zijn|definitie)\b"
)
_DEFINED_ABOVE = re.compile(
    r"\b(?:wat (?:zijn|is|verstaan)|what (?:is|are) (?:personal|cookies)|definiti\w+|begrip\w*)\b"
)
_PROVES = re.compile(
    r"\b(?:onleesbaar|mee ?te ?sturen|meesturen|stuur|streep|voegt|vragen wij (?:u|je|jou) een kopie|"
    r"legitimer\w+|afscherm\w*|afgeschermd|zwart|mrz|proof of identity|identity document|verify your "
    r"identity|black(?:ed)? out|do not send)\b"
)
_REACHES = re.compile(
    r"@|\b(?:neem (?:dan |gerust )?contact|contact op(?:nemen)? (?:met|via)|te bereiken|bereikbaar|contact "
    r"us|reach us|e-?mailen naar|een e-?mail (?:te )?(?:sturen|naar|aan)|(?:mail|write|send an e-?mail) "
    r"(?:naar|to))\b"
)
_RIGHTS = re.compile(
    r"\b(?:recht(?:en)? (?:op|om|van)|right (?:to|of)|rights)\b|\b(?:wijzig|correct|rectif)\w*|\bbij te "
    r"werken\b|\bupdate\b|\b(?:get|download|obtain) (?:a copy|the data)\b"
)
_ITS_OWN = re.compile(r"(?: [\w.]+){0,2} ?: ?(?=[^,;:]{0,60}[\d@])")
_SECURES = re.compile(r"beveilig\w*|\bveilig\w*|\bsecur\w*|\bprotect\w*")
_DENIES = re.compile(r"\b(?:geen|niet|nooit|no|not|never|zonder|without|uit)\b")
_OWN_TITLE = re.compile(r"(?:\w+ )?(?:gegevens|data|information)(?: \w+){0,2} ?: ")
_GOES_ON = re.compile(
    r"(?:bijvoorbeeld|zoals|denk|het gaat|dit zijn|dat kunnen|hierbij|for example|such as|this (?:may "
    r")?include|these (?:may )?)\b"
)
_HEAD = 15


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The kinds of data, each at every place that says it is collected or used."""
    before = ""
    for one in passages(segments):
        context, before = f"{before} {one.text}" if _GOES_ON.match(one.text) else one.text, one.text
        columns, listed = titled(one, DATA), _is_listed(one)
        found = _bare(one, bool(columns)) if listed or columns else {}
        found |= dict(CATEGORIES.found(one.text))
        if columns:
            found = {category: match for category, match in found.items() if within(match.span(), columns)}
        doubted = bool(found) and not columns and _is_doubted(one, len(found), context, listed)
        for category, match in found.items():
            doubt = Doubt.MUCH if doubted or _is_denied(one, match) else Doubt.NONE
            yield fact("data_categories", one, match.span(), DataCategory(category), document, doubt)


def _bare(one: Passage, titled: bool) -> dict[str, re.Match[str]]:
    """The bare words at the head of an item, or anywhere in a column of data."""
    return {category: match for category, match in LISTED.found(one.text) if titled or match.start() <= _HEAD}


def _is_listed(one: Passage) -> bool:
    """Whether an item stands below a sentence or heading about data that is about nothing else."""
    nearest = one.lead or one.heading
    if _OWN_TITLE.match(one.text):
        return True
    return one.is_listed and bool(
        _THESE_DATA.search(nearest)
        or (_DATA_ABOVE.search(one.lead) and not _NOT_ABOVE.search(one.lead))
        or (_DATA_ABOVE.search(one.heading) and not _NOT_ABOVE.search(f"{one.heading} {nearest}"))
    )


def _is_doubted(one: Passage, many: int, context: str, listed: bool) -> bool:
    """Whether the passage defines, identifies, tells a right or an own address, or names one kind in passing."""
    if _DEFINES.search(context) or _DEFINED_ABOVE.search(one.heading):
        return True
    if not listed and _PROVES.search(one.text):
        return True
    if many > 1 or listed:
        return False
    if one.is_listed and _NOT_ABOVE.search(one.lead or one.heading):
        return True
    if _REACHES.search(one.text) or _RIGHTS.search(one.text) or _SECURES.search(one.heading):
        return True
    return not _COLLECTS.search(context)


def _is_denied(one: Passage, match: re.Match[str]) -> bool:
    """Whether the words are denied in their own cell and outside brackets, or told by the controller of herself."""
    if _ITS_OWN.match(one.text, match.end()):
        return True
    begin, end = next(
        (span for _, span in cells(one) if span[0] <= match.start() < span[1]), (0, len(one.text))
    )
    text = (
        one.text[begin:end].split("(")[0]
        if "(" not in one.text[begin : match.start()]
        else one.text[begin:end]
    )
    return bool(_DENIES.search(text)) and denied(text, match.start() - begin, match.end() - begin, 90)
