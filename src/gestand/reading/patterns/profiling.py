"""Whether decisions are taken without a person, or profiles are made (GDPR 13(2)(f), 22); a denial is a fact.

The right not to be subject to such decisions says nothing about whether they are taken.

Found:
    Wij werken niet met geautomatiseerde besluitvorming. -> no
    We do not use automated decision-making, including profiling. -> no
    Op basis van uw aankopen stellen wij een profiel van u op. -> stated
    We use profiling to show you offers that suit you. -> stated
Not:
    U heeft het recht niet te worden onderworpen aan geautomatiseerde besluitvorming.
    In uw profiel kunt u uw adres aanpassen.
    You can object to profiling at any time.
"""

import re
from collections.abc import Iterator

from gestand.core.document import Document, Segment
from gestand.core.fact import Automated, Doubt, Fact
from gestand.reading.patterns.words.passage import Passage, clause, fact, passages
from gestand.reading.patterns.words.table import near

_MACHINE = r"(?:\w*ge)?automatisch|automatically|computers?\w*|algoritm\w*|algorithms?|robots?|software"
_JUDGES = (
    r"beslis\w*|besluit\w*|decides?|decided|decisions?|rank\w*|score|scores|scoort|goedgekeurd|afgewezen|"
    r"approve[ds]?|rejects?|rejected"
)
_DECIDED = re.compile(
    r"\b(?:ge?automati(?:seerde?|sche)|automatische|automated|computergestuurde)(?: \S+){0,3} "
    r"(?:\w*besluit\w*|\w*beslissing\w*|verwerkingen? besluiten|decision\w*|verwerking\w*|processing)"
    rf"|{near(_MACHINE, _JUDGES, 7)}|"
    r"\bautomated(?: individual)? decision\w*|\bbesluiten\b[^.;]{0,80}\b(?:computerprogramma|automatisch|"
    r"geautomatiseerd)"
)
_PROFILED = re.compile(
    r"\bprofiler\w+|\bprofiling\b|\bgeprofileerd|\bprofile you\b|\bprofielvorming"
    r"|\b(?:(?:maken|maakt|stellen|stelt|bouwt|opbouwen|bouwen|aanmaken|creeren|opstellen|aangepaste|"
    r"persoonlijke?|create|build|speciaa?le?)\b[^.;]{0,50}\bprofie?le?n?s?\b(?: (?:van|over|op|of|about|"
    r"aan))?)"
    r"|\binformatie uit (?:de|een) cookies? (?:wordt |worden )?(?:gelinkt|gekoppeld|gecombineerd)\b"
)
_BY_PEOPLE = re.compile(
    r"\b(?:beslis\w*|besluit\w*|decisions?)\b[^.;]{0,60}\b(?:door|by) (?:(?:een|a|our|onze) )?(?:mens\w*|"
    r"medewerkers?|people|humans?|person|staff)\b"
)
_BRIEF = 60
_DENIED = re.compile(r"\b(?:geen|niet|nooit|noch|not|no|never|neither|zonder|without)\b")
_BUT = re.compile(r"\b(?:buiten|anders dan|behalve|outside|other than|except)\b")
_AS_RIGHT = re.compile(
    r"\b(?:recht(?:en)?|rights?|bezwaar|onderworpen|aan ?te ?vechten|aanvechten|object|subject to|opt "
    r"out|niet meer wilt)\b"
)
_WE = re.compile(r"\b(?:wij|we|our|ons)\b")
_OUR_USE = re.compile(
    r"\b(?:wij|we|maakt|maken|gebruik\w*|vindt|vinden|takes?|decides?|involves?|there is|worden|wordt|"
    r"neemt|nemen|stellen|our|use[sd]?|take|taken|are|berekent|stelt|make|made|gemaakt|genomen|beslist|"
    r"geeft|gives?|carry|does|do|doen|sprake)\b"
)


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """What the text says of automated decisions and profiles: happens, or denied."""
    for one in passages(segments):
        by_people = _BY_PEOPLE.search(one.text)
        match = by_people or _DECIDED.search(one.text) or _PROFILED.search(one.text) or _brief_denial(one)
        if not match:
            continue
        denied = bool(by_people) or _is_denied(one, match)
        doubt = Doubt.MUCH if denied and _BUT.search(one.text, match.end()) else _doubt(one)
        yield fact("profiling", one, clause(one.text, match.span()), Automated(not denied), document, doubt)


def _brief_denial(one: Passage) -> re.Match[str] | None:
    """ "We do not do that", below a heading that tells what."""
    above = _DECIDED.search(one.heading) or _PROFILED.search(one.heading)
    return _DENIED.search(one.text) if above and len(one.text) <= _BRIEF else None


def _is_denied(one: Passage, match: re.Match[str]) -> bool:
    start = max(0, match.start() - 80)
    before, after = one.text[start : match.end()], one.text[match.end() : match.end() + 30]
    if re.search(r"\bniet (?:alleen|uitsluitend)\b|\bnot only\b", before):
        return False
    return bool(_DENIED.search(before) or re.match(r"[^.;]{0,25}\b(?:niet|geen|not|no)\b", after))


def _doubt(one: Passage) -> Doubt:
    if _AS_RIGHT.search(one.text) or (
        not _WE.search(one.text) and re.search(r"\brecht\w*\b|\brights?\b|\bbezwaar", one.above)
    ):
        return Doubt.MUCH
    if not _OUR_USE.search(one.text) and not one.is_listed:
        return Doubt.MUCH
    return Doubt.NONE
