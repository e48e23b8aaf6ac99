"""How long data are kept: a number with what it counts from, an event, a criterion only, or no end at all.

A duration counts when its sentence, its heading or its list speaks of keeping. The time for an answer, for telling a
breach, and ages are not retention. "Niet langer dan noodzakelijk" is a criterion: vague. Beside a number or an event
in the same sentence the criterion says nothing more.

Found:
    Facturen bewaren wij zeven jaar na afloop van het boekjaar. -> P7Y
    We keep your account for as long as you are a customer.
    Wij bewaren uw gegevens niet langer dan noodzakelijk. -> vague
    Back-ups worden voor onbepaalde tijd bewaard. -> unlimited
    [Bewaartermijnen] Sollicitatiebrieven: 4 weken na afsluiting van de procedure -> P4W
Not:
    Wij reageren binnen vier weken op uw verzoek.
    Deze website is niet bedoeld voor personen jonger dan 16 jaar.
    Wij bewaren uw gegevens op servers in Nederland.
    We will not keep your data indefinitely.
"""

import re
from collections.abc import Iterator

from gestand.core.document import Document, Segment, Shape
from gestand.core.fact import Doubt, Fact, Kept
from gestand.reading.patterns.words.durations import Duration, durations
from gestand.reading.patterns.words.keeping import (
    AFTER,
    BOND,
    DELETES,
    KEEPS,
    KEEPS_ABOVE,
    NEVER_GONE,
    OTHER_TERM,
    UNLIMITED,
    UNTIL,
    VAGUE,
)
from gestand.reading.patterns.words.negation import denied_before
from gestand.reading.patterns.words.passage import Passage, Span, clause, fact, passage, passages
from gestand.reading.patterns.words.periods import period_cells
from gestand.reading.patterns.words.subjects import subject

_BREACH = re.compile(r"\b(?:datalek\w*|data breach\w*|inbreuk op de beveiliging)\b")
_ASKED = re.compile(r"\b(?:verzoek|request)\b")
_WITHIN = re.compile(r"\b(?:binnen|within)\b")
_NO_MORE = re.compile(r"\b(?:niet meer|geen|no longer|not|instead of)(?: de)? $")
_AGE = re.compile(r"\b(?:vanaf|onder|boven|leeftijd van|aged)(?: de)? $")
_KEPT = re.compile(r"\b(?:bewaren|bewaard|bewaart|kept|retained)\b")
"""Behind it stands why: "ten years because of the warranty" is no term of the warranty."""
_OVERWRITTEN = re.compile(r"\b(?:roll(?:s|ed)? over|overwritten|overschreven|rotated)\b")
"""Then "every 30 days" is how long something is kept, and no rhythm."""
_FROM = re.compile(r"^ ?(?:na|nadat|vanaf|sinds|tot|after|from|following|since|until)\b[^.;,()]{3,80}")
_COOKIE_LIFE = re.compile(
    r"\bcookies?\b|_ga\b|\bbrowser\b|\b(?:levensduur|vervalt|verloopt|expir\w+|lifetime)\b"
)
_ON_REQUEST = re.compile(
    r"\b(?:verzoek\w*|requests?|recht|rights?|laten|wilt?|kunt|ask|you (?:can|may|want))\b"
)
_DEVICE = re.compile(
    r"\bop (?:uw|je|jouw) \w+ (?:staan|bewaard|opgeslagen)|\bon your (?:computer|device|phone)\b"
)
_AND_THEN = re.compile(
    r"\b(?:en daarna|daarna|en vervolgens|and after that|and then|thereafter|afterwards)\b"
)
"""A second stretch of keeping behind the first, which may have no more than a criterion."""
_RIGHTS = re.compile(r"\b(?:rechten|rights)\b")
"""Headings below which a sentence says what somebody may ask, and not how long anything is kept."""
_RIGHT_TO = re.compile(r"\b(?:recht (?:om|op)|right (?:to|of))\b")
_PRIVACY = re.compile(r"\b(?:privacy\w*|persoonsgegevens|bewaar\w*|retention|\w*rechten|rights)\b")
_DATA = re.compile(r"\b(?:\w*gegevens|informatie|data|information|logs?|logbestanden)\b")
_LIVES = re.compile(
    r"\bcookies?\b[^.;]{0,60}\b(?:blij(?:ft|ven)|vervalt|vervallen|verloopt|expires?|remains?|"
    r"stays?)\b"
)
_LONG = 200
_SHORT = 90


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """Every term of keeping, one fact each; a criterion where the sentence gives nothing better."""
    told = False  # whether the sentence before spoke of keeping
    places = tuple(passages(segments))
    devices = _is_about_cookies_only(segments)
    cells = period_cells(places)
    for one in places:
        if not devices and _is_cookie(one):
            continue
        cell = cells.get(one.segment.begin)
        above = cell is not None or bool(KEEPS_ABOVE.search(f"{one.above} {_titles(one)}"))
        keeps = devices or bool(KEEPS.search(one.text))
        goes_on = told and len(one.text) <= _SHORT
        told = above or bool(KEEPS.search(DELETES.sub("", one.text)))
        if keeps or above or goes_on:
            yield from _terms(one, document, cell or (0, len(one.text)), keeps or above)


def _is_cookie(one: Passage) -> bool:
    """A line of a list of cookies: how long each lives on the visitor's device is told with the cookie."""
    if "cookie" in one.text and (_DEVICE.search(one.text) or _LIVES.search(one.text)):
        return True
    parts = one.headings.split(" | ")[-2:]
    below = any("cookie" in part and not _PRIVACY.search(part) for part in parts)
    return below and (one.segment.shape is Shape.ROW or not _DATA.search(one.text))


def _is_about_cookies_only(segments: tuple[Segment, ...]) -> bool:
    """In a statement about cookies alone, how long they live is the only keeping that there is."""
    titles = [passage(one).text for one in segments if one.shape is Shape.HEADING]
    return any("cookie" in title for title in titles[:2]) and not any(map(_PRIVACY.search, titles))


def _titles(one: Passage) -> str:
    return " ".join(title.lower() for title, _ in one.segment.cells)


def _terms(one: Passage, document: Document, within: Span, sure: bool) -> Iterator[Fact]:
    text = one.text[within[0] : within[1]]
    rights = bool(_RIGHTS.search(one.heading))
    counted = [term for term in durations(text) if term.iso and not _is_other(text, term, rights)]
    for term in counted:
        anchor = _FROM.match(text[term.end :])
        said = Kept(subject(one), term.iso, anchor.group().strip() if anchor else None)
        doubt = Doubt.NONE if sure or one.is_listed or len(text) < _LONG else Doubt.SOME
        yield _made(one, (within[0] + term.begin, within[0] + term.end), said, document, doubt)
    if match := _endless(text):
        yield _made(one, match.span(), Kept(subject(one), unlimited=True), document)
    if not counted and not (rights or _RIGHT_TO.search(text)):
        yield from _uncounted(one, document, text)


def _is_other(text: str, term: Duration, rights: bool) -> bool:
    """An age, an answer, a rhythm: durations that keep nothing."""
    around = text[max(0, term.begin - 50) : term.end + 50]
    before = text[: term.begin]
    gone = _KEPT.search(before) or (DELETES.search(before) and _FROM.match(text[term.end :]))
    if _AGE.search(text[: term.begin]):
        return True
    if _OVERWRITTEN.search(text):
        return False
    if (
        OTHER_TERM.search(text[: term.end] if gone else around)
        or _BREACH.search(text)
        or _NO_MORE.search(text[: term.begin])
    ):
        return True
    return bool((rights or _ASKED.search(around)) and _WITHIN.search(text[: term.begin]))


def _endless(text: str) -> re.Match[str] | None:
    match = UNLIMITED.search(text)
    return match if match and not denied_before(text, match.start(), 40) else NEVER_GONE.search(text)


def _uncounted(one: Passage, document: Document, text: str) -> Iterator[Fact]:
    """A criterion or an event; of both, the one that stands first."""
    vague, bond = VAGUE.search(text), BOND.search(text)
    deleted = DELETES.search(text) and not _ON_REQUEST.search(text)
    event = bond or UNTIL.search(text) or (AFTER.search(text) if deleted else None)
    if bond and (then := _AND_THEN.search(text, bond.end())) and (later := VAGUE.search(text, then.end())):
        yield _made(one, bond.span(), Kept(subject(one), None, bond.group()), document)
        yield _made(one, later.span(), Kept(subject(one), vague=True), document)
    elif vague and not (bond and bond.end() < vague.end()):
        said = Kept(subject(one), None, bond.group() if bond else None, vague=True)
        yield _made(one, vague.span(), said, document)
    elif event and not _COOKIE_LIFE.search(text):
        yield _made(one, event.span(), Kept(subject(one), None, event.group()), document)


def _made(one: Passage, span: Span, said: Kept, document: Document, doubt: Doubt = Doubt.NONE) -> Fact:
    return fact("retention", one, clause(one.text, span), said, document, doubt)
