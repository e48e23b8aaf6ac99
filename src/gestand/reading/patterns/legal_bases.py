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
from gestand.reading.patterns.words.consent import BY_USE, PASSED_ON, doubt_of_consent
from gestand.reading.patterns.words.durations import durations
from gestand.reading.patterns.words.grounds import AGREES, ARTICLE, GROUND, LETTERS, NAMES, REASONS
from gestand.reading.patterns.words.negation import denied_before
from gestand.reading.patterns.words.passage import Passage, clause, fact, passages

_TITLE = re.compile(r"grondslag|rechtsgrond|\bbasis\b|\bgrounds?\b")
_LABEL = re.compile(r"[^:.]{1,40}: ")
_GROUNDS = re.compile(r"\b(?:gronden|grondslagen|grounds|bases)\b[^.;:]{0,30}: ")
"""Behind it stands a list of names in one sentence."""
_USE = re.compile(
    r"\b(?:need|nodig|noodzakelijk|necessary|verwerk(?!er)\w*|gebruik\w*|bij ?(?:te )?houden|houden|"
    r"verzamel\w*|plaats\w*|vragen|doen|"
    r"bewaren|leggen|process\w*|use[sd]?|using|collect\w*|place[sd]?|set|rely|handle|record|registr\w+|"
    r"vast ?(?:te )?stellen|noteren|ask|register|(?:zonder|without) (?:\w+ ){1,2}(?:gegevens|data|information|"
    r"details))\b"
)
_BECAUSE = re.compile(
    r"\b(?:voldoe\w*|voor (?:het uitvoeren|de uitvoering)|vanwege|wegens|omdat|op (?:grond|basis) van|"
    r"krachtens|nakom\w*|nalev\w*|naleven|"
    r"noodzakelijk|nodig|verplicht|dwingt|eist|schrijft voor|voorschrijft|moet|moeten|must|obliged|"
    r"obliges?|volgens|vanuit|comply|compliance|required|requires?|necessary|because|under|meet|fulfil)\b"
)
_OBLIGED = re.compile(
    r"\b(?:zijn (?:wij|we)|(?:wij|we) (?:zijn|moeten)|we are|we must)\b[^.;]{0,60}\b(?:verplicht|obliged|"
    r"required|bound)\b|\bmoeten (?:wij|we|wij het|we het|dit|dat) (?:van|volgens)\b|"
    r"\bvan (?:de |het )?\w+ moeten\b"
    r"|\b(?:obliges?|requires?|verplicht) (?:us|ons)\b"
)
_PURPOSES = re.compile(r"\b(?:doel|doelen|doeleinden|doelstelling\w*|waarvoor|waarom|purposes?|why)\b")
"""What stands above a list of purposes: a contract in it is why data are used."""
_OTHERWISE = re.compile(r"\b(?:zonder|without|anders|otherwise)\b")
_POINT = re.compile(r"\((?:[ivx]+|[a-z]|\d)\) ")
"""The mark of a point within a sentence: each stands for itself."""
_KEPT_FOR = re.compile(r"\b(?:bewaar\w*|bewaren|bewaard|langer|retain\w*|retention|keep|stored?|longer)\b")
_SOME_KEPT = re.compile(r"\b(?:gegevens|data|information) (?:bewaren (?:wij|we)|(?:do )?we keep|are kept)\b")
"""What is kept at all because of a law, and not how long."""
_OF_THE_TEXT = re.compile(
    r"\b(?:update|change|amend|revise|modify|wijzigen|aanpassen|herzien|bijwerken)\b[^.;]{0,40}\b(?:policy|statement|"
    r"notice|verklaring|\w*beleid|\w*statement|reglement)\b"
    r"|\b(?:policy|statement|notice|verklaring|\w*beleid|\w*statement|reglement)\b[^.;]{0,40}\b(?:update|change|"
    r"wijzigen|aanpassen|herzien)\b"
)
_OPENED = re.compile(
    r"\((?:(?:op basis van|based on|uw|je|jouw|de|een|ons|onze|our|your|a|the|art\.? [^()]{1,20}|"
    r"grondslag:?|\w+) ){0,3}$"
)
_CLOSED = re.compile(r"[^().;]{0,40}\)")


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The bases that the text names where it is about grounds, or gives as a reason for using data."""
    for one in passages(segments):
        yield from _by_article(one, document)
        yield from _in_cells(one, document)
        grounded = bool(GROUND.search(f"{one.text} {one.above}"))
        for basis, match in ((_named(one) if grounded else {}) | dict(REASONS.found(one.text))).items():
            doubt = _doubt(one, basis, match, grounded)
            yield fact("legal_bases", one, clause(one.text, match.span()), LegalBasis(basis), document, doubt)


def _by_article(one: Passage, document: Document) -> Iterator[Fact]:
    """The bases by their letter: "artikel 6 lid 1 sub b AVG", "Article 6(1)(f)"."""
    for match in ARTICLE.finditer(one.text):
        for letter in re.findall(r"\b[a-f]\b", match["letters"]):
            said = LegalBasis(LETTERS[letter])
            yield fact("legal_bases", one, clause(one.text, match.span()), said, document)


def _in_cells(one: Passage, document: Document) -> Iterator[Fact]:
    """The names in a column that is titled "grondslag" or "basis", or that are all that a cell says."""
    for title, cell in one.segment.cells:
        told = cell.lower()
        for basis, match in NAMES.found(told):
            if _TITLE.search(title.lower()) or match.group() == told:
                yield fact("legal_bases", one, (0, len(one.text)), LegalBasis(basis), document)


def _named(one: Passage) -> dict[str, re.Match[str]]:
    """The bare names; "the law" in running text is more often the GDPR than an obligation."""
    brief = one.is_listed or _LABEL.match(one.text) or _GROUNDS.search(one.text)
    return {basis: match for basis, match in NAMES.found(one.text) if brief or basis != "legal_obligation"}


def _doubt(one: Passage, basis: str, match: re.Match[str], grounded: bool) -> Doubt:
    if _OPENED.search(one.text[: match.start()]) and _CLOSED.match(one.text[match.end() :]):
        return Doubt.NONE  # a reason in brackets behind a purpose: "nieuwsbrief (toestemming)"
    if basis == "consent":
        agreed = re.match(AGREES, match.group()) and not BY_USE.search(one.text)
        return Doubt.NONE if agreed else doubt_of_consent(one, grounded)
    if denied_before(one.text, match.start(), 30) and not _OTHERWISE.search(one.text):
        return Doubt.MUCH
    if basis in ("legitimate_interest", "vital_interest"):
        return Doubt.NONE
    point = max((mark.end() for mark in _POINT.finditer(one.text, 0, match.start())), default=0)
    if grounded and (one.is_listed or not PASSED_ON.search(one.text, point)):
        return Doubt.NONE
    if basis == "public_task":
        return Doubt.MUCH if "archi" in one.text else Doubt.SOME
    if (
        PASSED_ON.search(one.text)
        or _OF_THE_TEXT.search(one.text)
        or (_KEPT_FOR.search(one.text) and not _is_kept_at_all(one))
        or (denied_before(one.text, match.start()) and not _OTHERWISE.search(one.text))
    ):
        return Doubt.MUCH
    return Doubt.NONE if _is_reason(one, match, basis) else Doubt.MUCH


def _is_kept_at_all(one: Passage) -> bool:
    return bool(_SOME_KEPT.search(one.text)) and not any(durations(one.text))


def _is_reason(one: Passage, match: re.Match[str], basis: str) -> bool:
    """Told next to processing, as what makes it lawful; or told as a reason."""
    if match.group().startswith(("omdat", "because")) or (
        basis == "legal_obligation" and _OBLIGED.search(one.text)
    ):
        return True
    if basis == "legal_obligation" and not _BECAUSE.search(one.text[: match.end() + 30]):
        return False
    purpose = _PURPOSES.search(one.above if one.is_listed else f"{one.heading} | {one.label}")
    return bool(purpose or _USE.search(one.text) or _USE.search(one.lead))
