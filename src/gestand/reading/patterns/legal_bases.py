"""The legal bases of GDPR 6(1) on which data are used.

Read by name ("gerechtvaardigd belang"), or as a reason for processing ("met uw toestemming"). What is no basis:
a contract or a law as a reason to pass data on, the consent of parents, of a browser's owner, or consent that
somebody need not give.

Found:
    Wij verwerken uw gegevens op grond van een gerechtvaardigd belang. -> legitimate_interest
    Deelnemen aan de wedstrijd (uitvoering van de overeenkomst) -> contract
    We process your data to comply with a legal obligation. -> legal_obligation
    [Grondslag] Met uw toestemming -> consent
    Wij gebruiken uw foto alleen als u daar toestemming voor heeft gegeven. -> consent
Not:
    Wij geven uw gegevens niet zonder uw toestemming door aan derden.
    Voor functionele cookies is geen toestemming nodig.
    Kinderen onder de 16 jaar hebben toestemming van een ouder nodig.
    Wij verstrekken gegevens aan derden als dat nodig is voor de uitvoering van de overeenkomst.
"""

import re
from collections.abc import Iterator

from gestand.core.document import Document, Segment
from gestand.core.fact import Doubt, Fact, LegalBasis
from gestand.reading.patterns.words.negation import denied_before
from gestand.reading.patterns.words.passage import Passage, clause, fact, passages
from gestand.reading.patterns.words.table import Table

BASES = Table(
    {
        "consent": (
            r"\b(?:stem(?:t|men)?|gaat|ga) (?:u|je|jij|jullie)\b(?: (?:in|"
            r"akkoord)) met\b[^.;]{0,80}\b(?:\w*gegevens|informatie|"
            r"verwerking)|\b(?:u|je|you) (?:stemt? in met|agrees? to|"
            r"consents? to)\b[^.;]{0,60}\b(?:gegevens|informatie|"
            r"verwerking|data|information|collection)|"
            r"\btoestemming(?! van (?:de |een |zijn |haar |hun |uw |je )?(?:ouder|wettelijk|voogd|"
            r"vertegenwoordig))",
            r"\b(?:akkoord|instem\w*|stemt in) met (?:de|het) (?:verwerking|gebruik|opslag)",
            r"\bconsent\b(?! (?:mode|manager|management|banner|tool|platform|of (?:a|your|the|their|"
            r"his) (?:parent|guardian|legal)))",
        ),
        "contract": (
            r"\b(?:uitvoer(?:ing|en)|nakom(?:ing|en)|sluiten|totstandkoming|afhandeling|"
            r"nakoming)\b(?: \S+){0,4} (?!\w*werkers)(?:\w+-?)?(?:overeenkomst|contract)(?:en)?\b",
            r"\b(?:hebben|sluiten|heeft|sluit|have|has)\b(?: \S+){0,4} (?!\w*werkers)\w*(?:overeenkomst|"
            r"contract|agreement)\b",
            r"\b(?:\w*overeenkomst|contract|lidmaatschap)(?:en)?\b\)?(?: \S+){0,4} (?:kunnen uitvoeren|"
            r"uit ?te ?voeren|uitvoeren|na ?te "
            r"?komen|nakomen|te sluiten|sluiten)\b",
            r"\bcontractuele (?:verplichting|relatie|grond|noodza)\w*|\b(?:grond|basis) van (?:de|een|"
            r"onze|uw|het|een met u gesloten) (?:\w+-?)?(?:overeenkomst|contract)",
            r"\bprecontractuele\b|(?<=\()(?:\w+ )?(?:overeenkomst|contract|agreement)(?=\))",
            r"\b(?:perform\w*|fulfil\w*|execut\w+|conclu\w+|enter\w*|necessary for|basis of)\b(?: "
            r"\S+){0,5} (?:contract|agreement)s?\b",
            r"\bcontractual (?:obligation|necessity|relationship|basis)\w*|\bperformance of (?:a|the|"
            r"our|your) (?:\w+ )?contract",
        ),
        "legal_obligation": (
            r"\bwettelijk(?:e)? (?:\w+ )?(?:verplicht\w*|plicht\w*|eis(?:en)?|vereist\w*|bepaling\w*|"
            r"grondslag om|taak)\b",
            r"\bwettelijke verplichting|\b\w{0,30}wet(?:geving)?\b[^.;]{0,80}\bverplicht (?:ons|mij)\b|"
            r"\b(?:law|act)\b[^.;]{0,60}"
            r"\b(?:obliges?|requires?) us\b|\bvan de wet\b|\b(?:verplicht(?:ing)?|"
            r"plicht)\w*\b(?: \S+){0,3} (?:door|"
            r"vanuit|uit|op grond van|op basis van|volgens) (?:de )?wet\w*",
            r"\b(?:op (?:basis|grond) van|vanwege|krachtens|volgens|door|vanuit) (?:de )?(?:geldende |"
            r"toepasselijke )?(?:wet|wetgeving|wet- en regelgeving|wettelijke \w+)\b",
            r"\b(?:legal|statutory|regulatory) (?:\w+ )?(?:obligation|requirement|dut)\w*",
            r"\b(?:comply|compliance) with (?:\w+ ){0,3}(?:law|laws|legislation|regulations)\b|"
            r"\brequired by (?:\w+ )?law\b",
        ),
        "vital_interest": (
            r"\bvita(?:le|al) belang(?:en)?\b|\blevensbelang\b|\bvital interests?\b",
            r"\b(?:bescherm\w*)\b(?: \S+){0,6} (?:vitale|leven|levens)\b",
        ),
        "public_task": (
            r"\b(?:taak|taken|opdracht) van algemeen belang\b|\bopenbaar gezag\b|"
            r"\bpubliek(?:rechtelijk)?e (?:taak|taken)\b",
            r"\b(?:vervulling|uitoefening|goede invulling) van (?:een|onze|de|haar) (?:\w+ "
            r")?(?:publieke|overheids|algemene|wettelijke) ?taak\b",
            r"\bpublic (?:task|interest|authority)\b|\bofficial authority\b",
            r"\balgemeen belang\b",
        ),
        "legitimate_interest": (
            r"\b(?:gerechtvaardigde?|legitieme?|rechtmatige?|zwaarwegende?) (?:\(?\w+\)? "
            r")?(?:bedrijfs|handels|commerciele )?belang(?:en)?\b",
            r"\blegitimate (?:business |commercial )?interests?\b",
        ),
    }
)
"""The six bases, by name or as a reason."""

BARE = Table(
    {
        "consent": (r"toestemming|consent",),
        "contract": (r"overeenkomst|contract|agreement",),
        "legal_obligation": (r"\bwet\b|wettelijk|legal (?:duty|obligation|requirement)|\blaw\b",),
        "legitimate_interest": (r"(?:gerechtvaardigd|legitiem|legitimate)\w* (?:belang|interest)",),
        "public_task": (r"publieke taak|algemeen belang|public (?:task|interest)",),
        "vital_interest": (r"vita(?:al|le) belang|vital interest",),
    }
)
"""The bases in a word, for a column of a table that is titled so."""

_LETTERS = dict(
    zip(
        "abcdef",
        ("consent", "contract", "legal_obligation", "vital_interest", "public_task", "legitimate_interest"),
        strict=True,
    )
)
_ARTICLE = re.compile(
    r"\b(?:art\.?|artikel|article) ?6,? ?(?:lid ?1|eerste lid|paragraph 1|\(1\)),? ?(?:aanhef en "
    r")?(?:sub|onder|onderdeel|letter|point)? ?\(?(?P<letter>[a-f])\)?(?![a-z])"
)
_TITLE = re.compile(r"grondslag|rechtsgrond|\bbasis\b|\bgrounds?\b")
_GROUND = re.compile(
    r"\b(?:grondslag\w*|(?:mogen|mag) (?:wij|we|dat)|may we|are we allowed|gronden|on what grounds|baseren|"
    r"gebaseerd op|rechtsgrond\w*|rechtmatig\w*|"
    r"juridische (?:basis|grond\w*)|wettelijke "
    r"(?:basis|grondslag)|legal (?:basis|bases|grounds?)|lawful\w*|legal justification)\b"
)
_USE = re.compile(
    r"\b(?:need|nodig|verwerk\w*|gebruik\w*|bijhouden|bij te houden|houden|verzamel\w*|plaats\w*|vragen|doen|"
    r"bewaren|process\w*|use[sd]?|using|"
    r"collect\w*|place[sd]?|set|rely|handle)\b"
)
_PASSED_ON = re.compile(
    r"\b(?:derde\w*|third[ -]part\w+|verstrek\w+|verkoop\w*|verkopen|sell|delen|gedeeld|deelt|"
    r"share\w*|disclos\w+|doorgegeven|doorgeven|door te geven|openbaar maken|ter beschikking|"
    r"overdr\w+|vrijgeven|vrij te geven|bekend ?maken|partij(?:en)?|transfer\w*|provide them)\b"
)
_KEPT_FOR = re.compile(r"\b(?:bewaar\w*|bewaren|bewaard|langer|retain\w*|retention|keep|stored?|longer)\b")
_NO_CONSENT = re.compile(
    r"\b(?:geen|zonder|niet|no|not|without|never)\b(?: \S+){0,6} (?:toestemming|consent)\b|"
    r"\b(?:toestemming|consent)\b(?: \S+){0,4} (?:niet|geen|not) (?:nodig|vereist|required|needed|"
    r"necessary)"
    r"|\b(?:tenzij|unless)\b|\bcookies? van (?:uw|je) browser\b|\bbrowser\b(?: \S+){0,12} toestemming"
)
_PARENTS = re.compile(
    r"\b(?:ouders?|ouderlijke|voogd\w*|wettelijke? vertegenwoordiger\w*|parents?|parental|guardians?|"
    r"minderjarig\w*|kinderen|children|minors?)\b"
)
_ASKED_FIRST = re.compile(
    r"\b(?:foto\w*|beelden|video\w*|photos?|pictures|images)\b[^.;]{0,90}\b(?:vragen|vraagt|ask)\b[^.;]{0,30}"
    r"\b(?:toestemming|consent|permission)\b"
)
_AGREES = re.compile(r"(?:stem|stemt|ga|gaat|(?:u|je|you) (?:stem|agree|consents? to))\w*\b")
_BRACKET = re.compile(
    r"\((?:(?:op basis van|based on|uw|je|jouw|de|een|ons|onze|our|your|a|the|art\.? [^()]{1,20}|"
    r"grondslag:?|\w+) ){0,3}$|\($"
)
_CLOSED = re.compile(r"[^().;]{0,40}\)")
_IF_ANY = re.compile(r"\b(?:eventuele|eventueel|if any|any consent)\b")
_WITHDRAWN = re.compile(
    r"\b(?:in ?te ?trekken|intrek\w*|ingetrokken|herroep\w*|trekt|withdraw\w*|withdrew|revok\w*)\b"
)
_ON_BASIS = re.compile(
    r"\b(?:op (?:basis|grond) van|gebaseerd|heeft gegeven|hebt gegeven|gegeven|based on|rely|relies|"
    r"have given|gave|gevraagd)\b"
)
_GIVEN = re.compile(
    r"\b(?:met|na|op (?:basis|grond) van|uw|je|jouw|uitdrukkelijke|ondubbelzinnige|expliciete|"
    r"voorafgaande|with|after|by|on the basis of|your|explicit|prior|based on)\b(?: \S+){0,5} "
    r"(?:toestemming|consent)\b"
    r"|\b(?:toestemming|consent)\b(?: \S+){0,5} (?:gegeven|geeft|geven|verleend|gegeven|vereist|given|"
    r"gave|required|obtained|gevraagd|nodig)\b|\b(?:akkoord|instem\w*|stemt in) met\b|\((?:\w+ "
    r")?(?:toestemming|consent)\b|\b(?:heeft|hebt|"
    r"is er|gave|have given|vragen|vraagt|ask)\b[^.;]{0,60}\b(?:toestemming|consent)\b"
)
_RIGHT_TO = re.compile(r"\b(?:recht\w*|rights?)\b(?! grond)")
_BECAUSE = re.compile(
    r"\b(?:voldoe\w*|vanwege|wegens|op (?:grond|basis) van|krachtens|nakom\w*|nalev\w*|naleven|"
    r"noodzakelijk|nodig|verplicht\b|verplicht zijn|volgens|vanuit"
    r"|comply|compliance|required|necessary|because of|under|meet|fulfil)\b"
)
_CONTRACT = re.compile(
    r"(?:de |een |het |uw |onze |the |a |our |your )?(?:\w+ )?(?:overeenkomst|contract|agreement)\b"
)
_VITAL_REASON = re.compile(
    r"\b(?:uw|je|jouw|your) (?:belang(?:en)?|interests?)\b[^.;]{0,40}\b(?:ander(?:en)?|others?|"
    r"someone|iemand|person)\b[^.;]{0,20}\b(?:bescherm\w*|protect\w*)?|\bprotect (?:your|someone's) "
    r"(?:vital )?interests?\b"
)


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The bases that the text names or gives as a reason for using data."""
    for one in passages(segments):
        grounded = bool(_GROUND.search(one.text) or _GROUND.search(one.above))
        for basis, match in BASES.found(one.text):
            doubt = _doubt(one, basis, match, grounded)
            yield fact("legal_bases", one, clause(one.text, match.span()), LegalBasis(basis), document, doubt)
        yield from _by_article(one, document)
        yield from _in_cells(one, document)
        if grounded and one.is_listed and (bare := _CONTRACT.match(one.text)):
            yield fact("legal_bases", one, bare.span(), LegalBasis("contract"), document)
        if grounded and (reason := _VITAL_REASON.search(one.text)):
            yield fact("legal_bases", one, reason.span(), LegalBasis("vital_interest"), document, Doubt.SOME)


def _by_article(one: Passage, document: Document) -> Iterator[Fact]:
    """The bases by their letter: "artikel 6 lid 1 sub b AVG", "Article 6(1)(f)"."""
    for match in _ARTICLE.finditer(one.text):
        said = LegalBasis(_LETTERS[match["letter"]])
        yield fact("legal_bases", one, clause(one.text, match.span()), said, document)


def _in_cells(one: Passage, document: Document) -> Iterator[Fact]:
    """The bare words of a table whose column is titled "grondslag" or "basis"."""
    for title, cell in one.segment.cells:
        if not _TITLE.search(title.lower()):
            continue
        for basis, _ in BARE.found(cell.lower()):
            yield fact("legal_bases", one, (0, len(one.text)), LegalBasis(basis), document)


def _doubt(one: Passage, basis: str, match: re.Match[str], grounded: bool) -> Doubt:
    if _is_bracketed(one, match):
        return Doubt.NONE
    if basis == "consent" and _AGREES.match(match.group()):
        return Doubt.NONE
    if basis == "consent":
        return _doubt_of_consent(one, grounded)
    if basis in ("legitimate_interest", "vital_interest"):
        return Doubt.MUCH if _against(one, match) else Doubt.NONE
    if grounded and (one.is_listed or not _PASSED_ON.search(one.text)):
        return Doubt.NONE
    if basis == "public_task":
        return Doubt.MUCH if "archi" in one.text else Doubt.SOME
    if _PASSED_ON.search(one.text) or _KEPT_FOR.search(one.text) or denied_before(one.text, match.start()):
        return Doubt.MUCH
    if _is_reason(one, match, basis):
        return Doubt.NONE
    return Doubt.MUCH


def _is_bracketed(one: Passage, match: re.Match[str]) -> bool:
    """A reason in brackets behind a purpose: "nieuwsbrief (toestemming)"."""
    return bool(_BRACKET.search(one.text[: match.start()]) and _CLOSED.match(one.text[match.end() :]))


def _is_reason(one: Passage, match: re.Match[str], basis: str) -> bool:
    """Told next to processing, as what makes it lawful."""
    if basis == "legal_obligation" and not _BECAUSE.search(one.text[: match.end() + 30]):
        return False
    return bool(_USE.search(one.text) or _USE.search(one.lead))


def _doubt_of_consent(one: Passage, grounded: bool) -> Doubt:
    if (
        (_PARENTS.search(one.text) and not _ASKED_FIRST.search(one.text))
        or _IF_ANY.search(one.text)
        or "browser" in one.text
        or (_NO_CONSENT.search(one.text) and not grounded)
    ):
        return Doubt.MUCH
    if _WITHDRAWN.search(one.text):
        return Doubt.SOME if _ON_BASIS.search(one.text) else Doubt.MUCH
    if grounded:
        return Doubt.NONE
    if _PASSED_ON.search(one.text) or not _GIVEN.search(one.text):
        return Doubt.MUCH
    return Doubt.NONE


def _against(one: Passage, match: re.Match[str]) -> bool:
    """ "Compelling legitimate grounds" of an objection, or data shared in somebody else's interest."""
    return denied_before(one.text, match.start(), 30)
