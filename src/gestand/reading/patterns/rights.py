"""The rights that people have: named, or given as an instruction ("you can ask us for a copy of your data").

A right has a name of its own ("recht op inzage", "data portability") or is told by a verb next to a word that gives
it ("u kunt uw gegevens laten wissen"); in a list under a heading about rights, the verb alone will do.
Deleting cookies in a browser is no right of erasure.

Found:
    U heeft recht op inzage in uw gegevens. -> access
    You may ask us to correct your data. -> rectification
    [Uw rechten] Het laten overdragen van gegevens aan een ander. -> portability
    U kunt uw toestemming altijd weer intrekken. -> withdraw_consent
    You have the right to lodge a complaint with a supervisory authority. -> complaint
Not:
    U kunt cookies altijd zelf verwijderen in uw browser.
    Wij hebben passende maatregelen genomen.
    Wij verwijderen de gegevens na een jaar.
    Heeft u een klacht over een product, bel dan onze winkel.
"""

import re
from collections.abc import Iterator

from gestand.core.document import Document, Segment
from gestand.core.fact import Doubt, Fact, Right
from gestand.reading.patterns.words.passage import Passage, clause, fact, passages
from gestand.reading.patterns.words.table import Table

NAMED = Table(
    {
        "information": (
            r"\brecht op (?:duidelijke |heldere )?(?:informatie|uitleg)\b(?! over de manier)",
            r"\bright (?:to be informed|to (?:clear )?information)\b",
        ),
        "access": (
            r"\brecht (?:op|van|tot) (?:\w+ ){0,2}(?:inzage|toegang|inzien)",
            r"\binzagerecht\b",
            r"\b(?:right (?:of|to) (?:\w+ ){0,2}access|access rights?|subject access|right to "
            r"(?:obtain|request|receive) a copy)\b",
        ),
        "rectification": (
            r"\brecht (?:op|van|tot) (?:\w+ ){0,2}(?:rectificatie|correctie|verbetering|aanpassing|"
            r"wijziging)",
            r"\bcorrectierecht\b",
            r"\bright (?:of|to) (?:\w+ ){0,2}(?:rectif\w+|correct\w*|amend\w*)\b",
        ),
        "erasure": (
            r"\brecht (?:op|van|tot) (?:\w+ ){0,2}(?:verwijdering|gegevenswissing|wissing|"
            r"vergetelheid|verwijderen|wissen)",
            r"\b(?:recht om )?(?:te worden vergeten|vergeten te worden)\b",
            r"\b(?:right (?:of|to) (?:\w+ ){0,2}(?:erasure|erase|deletion|delete)|(?:right )?to be "
            r"forgotten)\b",
        ),
        "restriction": (
            r"\brecht (?:op|van|tot) (?:\w+ ){0,2}(?:beperking|afscherming|beperken)",
            r"\bright (?:of|to) (?:\w+ ){0,2}(?:restrict\w*|limit\w*)\b",
            r"\b(?:restriction|limitation) of (?:the )?processing\b",
        ),
        "portability": (
            r"\b(?:gegevens|data)? ?-?(?:overdraagbaarheid|portabiliteit)|\b(?:gegevens|"
            r"data)-?(?:overdraagbaarheid|portabiliteit)",
            r"\bdata ?portability\b|\bportability\b",
            r"\brecht (?:op|van|tot) (?:\w+ ){0,3}overdracht\b",
        ),
        "objection": (
            r"\brecht (?:op|van|tot) (?:\w+ ){0,2}(?:bezwaar|verzet)\b",
            r"\bbezwaarrecht\b",
            r"\b(?:right (?:of|to) (?:\w+ ){0,2}object\w*)\b",
        ),
        "automated_decision": (
            r"\b(?:niet|not)\b[^.;]{0,40}(?:onderworpen|onderworpen te worden|subject(?:ed)? "
            r"to)[^.;]{0,80}(?:geautomatiseerd|automatisch|automated|profil)",
            r"\b(?:recht|right)\b[^.;]{0,80}(?:menselijke (?:blik|tussenkomst|beoordeling)|human "
            r"(?:intervention|review))",
            r"\b(?:recht|right)\b[^.;]{0,120}(?:geautomatiseerde|automatische|automated) "
            r"(?:individuele |individual )?(?:besluit|beslui|verwerking|decision|processing)",
        ),
        "withdraw_consent": (
            r"\btoestemming\w*(?: \S+){0,14} (?:in ?(?:te )?trekken|ingetrokken|intrekt|herroepen|"
            r"wijzigen)\b",
            r"\b(?:in ?te trekken|in ?trekken|intrekking|intrekken|herroepen|trekt|trek)\b(?: "
            r"\S+){0,6} toestemming",
            r"\b(?:withdraw\w*|revok\w+)(?: \S+){0,6} consent\b",
            r"\bconsent(?: \S+){0,10} (?:be )?(?:withdraw\w*|withdrawn|revoked?)\b",
        ),
        "complaint": (
            r"\b(?:klacht\w*|klagen)\b(?: \S+){0,14} (?:autoriteit|toezichthoud\w+|"
            r"gegevensbeschermingsautoriteit|privacycommissie|ap|gba)\b",
            r"\b(?:autoriteit|toezichthoud\w+|gegevensbeschermingsautoriteit)\b(?: \S+){0,10} klacht",
            r"\b(?:complain\w*)\b(?: \S+){0,14} (?:authorit\w+|commissioner\w*|regulator|dpa|ico|"
            r"autoriteit)\b",
            r"\b(?:authority|commissioner|regulator|autoriteit)\b(?: \S+){0,10} complaint",
        ),
    }
)
"""Rights by name: wherever they stand."""

_DATA = (
    r"(?:(?:persoons|klant|contact|account|inlog)?(?:ge)?gevens|informatie|data|personal (?:data|"
    r"information)|information|records?|profiel|dossiers?|accounts?|accountinformatie|foto'?s?|photos?|"
    r"files?)"
)

TOLD = Table(
    {
        "information": (r"\buitleg\b[^.;]{0,60}gegevens",),
        "access": (
            r"\b(?:weten|vragen) (?:welke (?:persoons)?gegevens|wat (?:wij|we)(?: \w+){0,2} van (?:u|"
            r"je|jou) (?:hebben|weten|bewaren))|\b(?:know|see) what (?:data |information )?we (?:hold|"
            r"have|keep|know)\b|\bwant a copy\b|\binzage\b|\binzien\b|\bin te zien\b|"
            r"\binkijken\b|\bin te kijken\b|\bopvragen\b|\bop te "
            r"vragen\b",
            rf"\b(?:kopie|afschrift|overzicht)\b(?: \S+){{0,5}} {_DATA}",
            r"\baccess\b|\b(?:a )?copy of\b|\bconsult\b",
            rf"\b{_DATA}(?: \S+){{0,6}} (?:bekijken|raadplegen|verkrijgen|te ontvangen|in kan zien)\b",
            rf"\b(?:view|see|obtain|receive|request(?! that\b)|review|inspect)\b,?(?: "
            rf"\S+){{0,5}} {_DATA}\b",
        ),
        "rectification": (
            r"\b(?:corrigeren|gecorrigeerd|rectific\w+|rectificeren|correctie|verbeter(?:en|d|ing)|"
            r"verbeteren)\b",
            rf"\b{_DATA}\b(?: \S+){{0,8}} (?:veranderen|te veranderen|wijzigen|te wijzigen|aan ?te "
            rf"?passen|aanpassen|bijwerken|"
            rf"bijgewerkt|bij te werken|gewijzigd|aangepast|aan te vullen|aanvullen|actualiseren)",
            rf"\b(?:wijzig(?:en|ing(?:en)?)|aanpass(?:en|ing)|verander(?:en|ing)|aanvull(?:en|ing)|"
            rf"bijwerken)\b(?: "
            rf"\S+){{0,7}} {_DATA}",
            r"\b(?:klopt|kloppen)\b[^.;]{0,30}\b(?:niet|iets)\b|\b(?:niet|niets) (?:meer )?klop(?:t|"
            r"pen)\b|\b(?:mistakes|errors)\b(?: \w+){0,3} (?:put right|fixed)\b|\b(?:is|are) (?:wrong|"
            r"incorrect|inaccurate|out of date)\b|\bput (?:it|them|this|mistakes|errors|\w+ data|"
            r"things) right\b|\b(?:correct|rectify|amend|rectification|"
            r"correction)(?:ed|ing)?\b",
            rf"\b(?:update|change|modify|complete)\b,?(?: \S+){{0,5}} {_DATA}\b",
        ),
        "erasure": (
            rf"\b{_DATA}\b(?: \S+){{0,9}} (?:verwijder(?:en|d|t)|te verwijderen|wissen|gewist|te "
            rf"wissen|vernietigen|wissing|verwijdering)",
            rf"\b(?:verwijder(?:en|ing)|wiss(?:en|ing)|gewist|vernietig(?:en|ing))\b(?: \S+){{0,9}} {_DATA}",
            r"\b(?:haal|halen|gehaald) (?:wij |we )?(?:\S+ ){0,6}(?:van|uit|weg|offline|eraf|af)\b|"
            r"\btake (?:it|them|\S+ \S+) "
            r"(?:down|offline|off)\b|"
            r"\blaten (?:\S+ ){0,4}(?:verwijderen|wissen)\b|\b(?:iets|alles|ze|die|deze) (?:gewist|"
            r"verwijderd)\b|\b(?:te )?(?:verwijderen|wissen) of\b",
            rf"\b(?:delete|erase|remove|deletion|erasure|removal)d?\b(?: \S+){{0,7}} {_DATA}\b",
            rf"\b{_DATA}\b(?: \S+){{0,7}} (?:deleted|erased|removed)\b",
            r"\b(?:have|get) (?:it|them|us|these) (?:to )?(?:deleted?|erased?|removed?)\b|\b(?:delete|"
            r"erase|erasure|deletion)\b",
        ),
        "restriction": (
            r"\b(?:verwerking|gebruik)\b(?: \S+){0,7} (?:te |laten )?(?:beperken|beperkt|stop ?zetten)\b",
            r"\b(?:beperk(?:en|ing)|afscherm(?:en|ing))\b(?: \S+){0,6} (?:verwerking|gebruik|"
            r"(?:persoons)?gegevens)",
            r"\b(?:verwerking|gebruik)\b(?: \S+){0,7} (?:stil ?(?:te )?(?:zetten|leggen)|te pauzeren|"
            r"pauzeren|bevriezen|op te "
            r"schorten|opschorten)\b|\b(?:pause|suspend|freeze|halt|"
            r"put on hold)\w*\b(?: \S+){0,4} (?:process\w+|use|data)\b|"
            r"\bafscherming\b|\bminder (?:persoons)?gegevens\b|\b(?:use|process) less\b|\b(?:pause|"
            r"suspend)\b(?: \S+){0,3} (?:data|information)\b",
            r"\b(?:stop|pause) (?:using|processing) (?:it|them|your)\b",
            r"\b(?:restrict|limit|restriction|restricting)\b(?: \S+){0,5} (?:process\w+|use)\b",
            r"\bprocessing\b(?: \S+){0,4} (?:restricted|limited)\b",
        ),
        "portability": (
            rf"\b{_DATA}\b(?: \S+){{0,9}} (?:over (?:te |laten )?dragen|overdragen|overgedragen|"
            rf"overzetten|over te zetten|meenemen)",
            rf"\b(?:overdragen|over te dragen|overdracht|meenemen)\b(?: \S+){{0,8}} {_DATA}",
            r"\b(?:transfer|port|move|send|pass) (?:it|them) to (?:somebody|someone|another|a different)\b",
            r"\b(?:transfer|port|move|take) (?:your|their|his|her|my) (?:personal )?(?:data|"
            r"information)\b(?! (?:outside|abroad|to (?:countries|third)))",
            r"\b(?:portable|gestructureerd|machine ?-?leesba|gangba(?:ar|re) (?:formaat|vorm)|"
            r"computerbestand)",
            rf"\b{_DATA}\b(?: \S+){{0,9}} (?:delen met|naar|aan) (?:een )?(?:andere?|derde) (?:partij|"
            rf"organisatie|dienst|aanbieder)",
            r"\b(?:transfer|port|transmit|move|transferred)\b(?: \S+){0,9} (?:another|other|third) "
            r"(?:organi[sz]ation|provider|controller|part|compan|service)",
            r"\b(?:structured|machine[ -]?readable|commonly used)\b",
        ),
        "objection": (
            r"\bbezwaar\b(?: \S+){0,6} (?:maken|aan te tekenen|aantekenen|indienen|in te dienen|"
            r"hebben|te maken|maakt|tegen)\b",
            r"\bverzet\b(?: \S+){0,4} (?:aantekenen|aan te tekenen|doen)\b|\bverzetten tegen\b",
            r"\bbezwaar (?:maken|te maken|tegen|aantekenen)\b",
            r"\bobject(?:ing|ion)?\b(?: \S+){0,3} (?:to|against)\b|\bobject\b",
        ),
        "automated_decision": (
            r"\b(?:automati\w+|geautomatiseerde?) (?:individuele |individual )?(?:besluit\w*|"
            r"verwerking|decision\w*|processing)"
            r"[^.;]{0,160}(?:niet mee eens|oneens|contact|aan ?vecht|bezwaar|opnieuw|contest|"
            r"challenge|human|menselijk|review)",
            r"\b(?:aan ?te ?vechten|aanvechten|contest|challenge)\b[^.;]{0,100}(?:geautomatiseerd|automated)",
            r"\bmenselijke (?:blik|tussenkomst|beoordeling)|\bhuman (?:intervention|review)\b",
        ),
        "withdraw_consent": (
            r"\b(?:intrekken|in te trekken|withdraw)\b",
            r"\b(?:uw|je|jouw) (?:cookie ?-?)?(?:keuze|voorkeur(?:en)?|instellingen)\b(?: \S+){0,6} "
            r"(?:wijzigen|aanpassen|aan te passen|intrekken|herzien)\b",
            r"\b(?:change|withdraw|update) your (?:cookie )?(?:choice|preferences|settings|mind)\b",
        ),
        "complaint": (
            r"\b(?:recht|right)\b(?: \S+){0,6} (?:klacht|complain|complaint)\b",
            r"\b(?:klacht|klachtrecht|complaint)\b[^.;]{0,60}(?:indienen|in te dienen|lodge|file|submit)",
        ),
    }
)
"""Verbs and nouns that are a right only next to a word that gives one."""

BARE = Table(
    {
        "access": (r"\b(?:inzage|access|kopie|copy)\b",),
        "rectification": (
            r"\b(?:correctie|rectificatie|verbetering|aanvulling|aanpassing|wijziging|rectification|"
            r"correction|amendment)\b",
        ),
        "erasure": (r"\b(?:verwijdering|wissing|vernietiging|vergetelheid|erasure|deletion|removal)\b",),
        "restriction": (r"\b(?:beperking|afscherming|restriction|limitation)\b",),
        "portability": (
            r"\b(?:\w*overdracht|\w*overdraging|\w*overdraagbaarheid|\w*portabiliteit|portability)\b",
        ),
        "objection": (r"\b(?:verzet|bezwaar|objection)\b",),
    }
)
"""Nouns that are a right in a row behind "recht op" or "verzoek tot"."""

_ROW = re.compile(
    r"\b(?:recht(?:en)? (?:op|van|tot)|verzoek(?:en)? (?:om|tot|van)|vragen om|verzoeken om|^want|"
    r"^wilt u|^wil je|rights? "
    r"(?:of|to)|requests? (?:for|to)?|request|ask for)\b(?P<row>[^.;]{0,260})"
)
_RIGHTS_ABOVE = re.compile(
    r"\brechten?\b(?! en plichten)|\b(?:u|je|jij) (?:van |aan )?ons vragen\b|\byou (?:can )?ask\b|"
    r"\brights?\b|\binzage\b|\bkeuzes\b|\bchoices\b|\bbetrokkenen?\b|"
    r"\bgegevens (?:inzien|wijzigen|aanpassen)"
    r"|\b(?:inzien|aanpassen|wijzigen|verwijderen) of\b|\bverzoek|\baccess(?:ing)?\b|\bdata subject"
)
_GIVES = re.compile(
    r"\b(?:recht(?:en)?|rights?|verzoek\w*|vragen|request\w*|ask|entitled|gerechtigd)\b"
    r"|\b(?:kunt|kun|kan|mag|mogelijkheid|wilt|wil|wenst|wens|may|can|could|able|like|wish|"
    r"want)\b[^.;]{0,40}\b(?:u|je|jij|you|betrokkene\w*|gebruiker\w*|klant(?:en)?|bezoeker\w*|lid|"
    r"leden)\b"
    r"|\b(?:u|je|jij|you|betrokkene\w*|gebruikers?|klant(?:en)?|bezoekers?|lid|"
    r"leden)\b[^.;]{0,30}\b(?:kunt|kun|kan|kunnen|mag|wilt|wil|wenst|wens|may|can|could|wish|want|like)\b"
    r"|\b(?:geef (?:het|dat|dit)|meld (?:het|dat|dit)|laat het (?:ons )?weten|tell us|let us know)\b"
    r"|\b(?:contact|e-?mail|formulier|form)\b[^.;]{0,60}\b(?:op|met|us|ons|via|naar)\b|\b(?:can|kan|"
    r"kunnen) (?:eenvoudig |altijd |easily )?(?:be |worden )"
)
_OFFERS = re.compile(
    r"\b(?:bieden|biedt|geven|geeft|offer|give)\b[^.;]{0,40}\b(?:mogelijkheid|gelegenheid|option|"
    r"opportunity|ability)\b"
)
_OWN = re.compile(
    r"\b(?:uw|je|jouw|your|my|mijn|persoons?\w*|personal|persoonlijke|gegevens|data|information|"
    r"informatie|verwerking|processing|toestemming|consent|klop(?:t|pen)|onjuist\w*|incorrect|inaccurate|"
    r"wrong|foto'?s?|"
    r"photos?|dossier)\b"
)
_ELSEWHERE = re.compile(
    r"\bcookies?\b|\bbrowser|\bbrowse|\bgedrukt|\bbestelling\b(?! )|\bwijzig\w* (?:in|van|aan)? "
    r"?(?:deze|dit|onze|de|het|ons) (?:privacy|cookie|beleid)"
    r"|\bthis (?:privacy|cookie|policy|statement|notice)|\bprivacy ?-?(?:beleid|verklaring|statement|"
    r"policy) (?:kan|te|aan|wijz|may|can)"
)
_WE_DO = re.compile(
    r"^(?:wij|we|de gegevens|uw gegevens|onze?) \w+|\b(?:bewaart?|bewaard|bewaren|retain|keep|"
    r"stored?)\b|\bmaatregelen\b|\bmeasures\b|\bbeveilig"
)
_CONSENT_CHOICE = re.compile(r"\b(?:toestemming|consent|cookies?|cookiebanner|cookie_?consent|voorkeuren)\b")


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The rights of GDPR 7(3), 12 to 22 and 77 that the text gives."""
    for one in passages(segments):
        found = dict(_rows(one)) | dict(_named(one)) | dict(_told(one))
        for right, span in found.items():
            yield fact("rights", one, clause(one.text, span), Right(right), document)
        yield from _candidates(one, found, document)


def _named(one: Passage) -> Iterator[tuple[str, tuple[int, int]]]:
    if "cookie" in one.text and "toestemming" not in one.text and "consent" not in one.text:
        return
    for right, match in NAMED.found(one.text):
        yield right, match.span()


def _rows(one: Passage) -> Iterator[tuple[str, tuple[int, int]]]:
    """The nouns in a row behind "recht op"."""
    if _ELSEWHERE.search(one.text):
        return
    for row in _ROW.finditer(one.text):
        for right, match in BARE.found(row["row"]):
            yield right, (row.start("row") + match.start(), row.start("row") + match.end())


def _told(one: Passage) -> Iterator[tuple[str, tuple[int, int]]]:
    listed = one.is_listed and _RIGHTS_ABOVE.search(one.above)
    under = bool(_RIGHTS_ABOVE.search(one.heading))
    gives = (_GIVES.search(one.text) or _OFFERS.search(one.text)) and (under or _OWN.search(one.text))
    if not (listed or gives):
        return
    for right, match in TOLD.found(one.text):
        if right == "withdraw_consent" and not (
            listed or _CONSENT_CHOICE.search(f"{one.text} {one.headings}")
        ):
            continue
        if right != "withdraw_consent" and _ELSEWHERE.search(one.text):
            continue
        if (
            right != "complaint"
            and not under
            and not listed
            and _WE_DO.search(one.text)
            and not (_asked(one.text) or _OFFERS.search(one.text))
        ):
            continue
        yield right, match.span()


def _asked(text: str) -> bool:
    return bool(
        re.search(
            r"\b(?:verzoek\w*|request\w*|recht|right|u kunt|je kunt|(?:u|je) wil\w*|wenst|kunt u|kun je|"
            r"you (?:may|can))\b",
            text,
        )
    )


def _candidates(one: Passage, found: dict[str, tuple[int, int]], document: Document) -> Iterator[Fact]:
    """Words of a right without anything that gives it: enough to forbid that it is said to be missing."""
    if not _OWN.search(one.text) or "cookie" in one.text:
        return
    for right, match in TOLD.found(one.text):
        if right not in found:
            yield fact("rights", one, match.span(), Right(right), document, Doubt.MUCH)
