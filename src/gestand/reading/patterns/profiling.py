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
from gestand.reading.patterns.words.deciding import BY_PEOPLE, CALLED, DECIDED, PROFILED
from gestand.reading.patterns.words.passage import Passage, clause, fact, passages

_BRIEF = 60
_DENIED = re.compile(r"\b(?:geen|niet|nooit|noch|nee|not|no|never|neither|niets|nothing|zonder|without)\b")
_DENIED_BEHIND = re.compile(r"[^.;]{0,25}\b(?:niet|geen|not|no)\b|[^.;]{0,40}\bachterwege\b")
_BUT = re.compile(r"\b(?:buiten|anders dan|behalve|outside|other than|except)\b")
_AS_RIGHT = re.compile(
    r"\b(?:recht(?:en)?|rights?|bezwaar|onderworpen|aan ?te ?vechten|aanvechten|object|subject to|opt "
    r"out|niet meer wilt)\b"
)
_EXPLAINS = re.compile(r"(?:het gaat (?:hier(?:bij)?|dan) om|dit zijn|this (?:means|concerns)|these are)\b")
"""A sentence that only says what the one before meant."""
_WE = re.compile(r"\b(?:wij|we|our|ons)\b")
_OUR_USE = re.compile(
    r"\b(?:wij|we|maakt|maken|gebruik\w*|vindt|vinden|takes?|decides?|involves?|there is|worden|wordt|"
    r"neemt|nemen|stellen|our|use[sd]?|take|taken|are|berekent|stelt|make|made|gemaakt|genomen|beslist|"
    r"geeft|gives?|carry|does|do|doen|sprake|gebeurt|happens|bepaalt|deelt|kent|determines|is)\b"
)


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """What the text says of automated decisions and profiles: happens, or denied."""
    for one in passages(segments):
        by_people = BY_PEOPLE.search(one.text)
        match = by_people or DECIDED.search(one.text) or PROFILED.search(one.text) or _brief_denial(one)
        if not match:
            continue
        denied = bool(by_people) or _is_denied(one, match)
        doubt = Doubt.MUCH if denied and _BUT.search(one.text, match.end()) else _doubt(one, denied)
        yield fact("profiling", one, clause(one.text, match.span()), Automated(not denied), document, doubt)


def _brief_denial(one: Passage) -> re.Match[str] | None:
    """ "We do not do that", below a heading that tells what."""
    above = DECIDED.search(one.heading) or PROFILED.search(one.heading)
    return _DENIED.search(one.text) if above and len(one.text) <= _BRIEF else None


def _is_denied(one: Passage, match: re.Match[str]) -> bool:
    start = max(0, match.start() - 80)
    before, after = one.text[start : match.end()], one.text[match.end() : match.end() + 60]
    if re.search(r"\bniet (?:alleen|uitsluitend)\b|\bnot only\b", before):
        return False
    return bool(_DENIED.search(before) or _DENIED_BEHIND.match(after))


def _doubt(one: Passage, denied: bool) -> Doubt:
    if (
        _AS_RIGHT.search(one.text)
        or _EXPLAINS.match(one.text)
        or (not _WE.search(one.text) and re.search(r"\brecht\w*\b|\brights?\b|\bbezwaar", one.above))
    ):
        return Doubt.MUCH
    told = denied or one.is_listed or _OUR_USE.search(one.text) or CALLED.search(one.text)
    return Doubt.NONE if told else Doubt.MUCH
