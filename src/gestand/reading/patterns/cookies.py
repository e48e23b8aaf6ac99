"""Cookies and their like: a kind each, with name, party, lifetime, and whether the text says that consent is asked.

A kind is read from the words of the text ("analytische cookies"), from a tool that sets them (Google Analytics,
Hotjar), or from the heading of a list. A denial names no cookie; that refusing is done in the browser neither.

Found:
    Wij gebruiken functionele en analytische cookies. -> functional
    Marketing cookies plaatsen wij alleen met uw toestemming. -> marketing consent_stated
    Onze site gebruikt Google Analytics om het bezoek te meten. -> analytics Google Analytics third
    We use strictly necessary cookies to keep you signed in. -> necessary
Not:
    Wij plaatsen geen tracking cookies.
    Cookies zijn kleine tekstbestanden die op uw computer worden opgeslagen.
    Wij delen uw gegevens met onze bezorgdienst.
"""

import re
from collections.abc import Iterator

from gestand.core.document import Document, Segment
from gestand.core.fact import DeviceItem, Doubt, Fact
from gestand.reading.patterns.words.columns import KIND, titled
from gestand.reading.patterns.words.durations import durations
from gestand.reading.patterns.words.negation import denied_before
from gestand.reading.patterns.words.passage import Passage, Span, clause, fact, passages
from gestand.reading.patterns.words.table import Table

_C = r"[- ]?(?:(?:en|and|of|or|,|/) (?:\w+-? ?){1,3})?-?(?:cookies?|technieken|technologieen)"
KINDS = Table(
    {
        "necessary": (
            rf"\b(?:strikt |absolutely |strictly )?(?:noodzakelijke?|essentiele|necessary|essential|"
            rf"technische|technical|authenticatie|required){_C}\b|\b(?:strikt noodzakelijk|strictly "
            rf"necessary)\b",
        ),
        "functional": (
            rf"\b(?:functione(?:le|el)|functional|functionality|voorkeurs?|preference\w*|"
            rf"gebruikersinvoer\w*|\w*interface-?\w*|\w*instellingen){_C}\b|"
            rf"\bfunctionele,? |\bvoorkeurscookies|\bcookies? (?:voor|for) (?:functione|functional)\w*|"
            rf"\b\w*(?:invoer|aanpassings|interface)\w*cookies\b",
        ),
        "analytics": (
            rf"\b(?:analytische?|analytics?|analytical|statisti\w+|performance|prestatie|meet){_C}\b|"
            rf"\bgoogle ?-?analytics\b|\bmatomo\b|\bhotjar\b|\bpiwik\b|\bplausible\b|\bmicrosoft "
            rf"clarity\b|\b_ga\b|\banalytische[-, ]",
        ),
        "marketing": (
            rf"\b(?:marketing|tracking|track|reclame|advertentie|adverterings?|advertising|targeting|"
            rf"remarketing|commerciele|volg|personalisatie){_C}\b|\bgoogle ?-?ad(?:s|words|sense)\b|"
            rf"\bdoubleclick\b|\b(?:facebook|meta)[- ]pixel|\blinkedin insight|\b_gcl_au|\b_fbp\b|"
            rf"\bremarketing\b|\bretargeting\b|\bmarketingdoeleinden\b|\bclick-?id\w*",
        ),
        "social": (
            r"\bsocia(?:l|le)[ -]?(?:media|plug-?ins?|netwerk)?[- ]?(?:media |plug-?in )?-?cookies?\b|"
            r"\bsocial media[- ](?:cookies?|button|knop\w*|plug-?in)|\bsociale plug-?in\w*|\b(?:like|"
            r"share|deel|vind ik leuk)-?(?:'|\")? ?-?(?:knop\w*|button\w*)|\bknoppen? (?:van|voor|"
            r"'vind|om te delen)",
        ),
    }
)
"""The kinds of the exchange form, by name or by the tool that sets the cookie."""

BARE = Table(
    {
        "necessary": (
            r"\b(?:strikt\w*|noodzakelijke?|essentie\w+|necessary|essential|technische?|technical|"
            r"required)\b",
        ),
        "functional": (r"\b(?:functione\w+|functional\w*|voorkeur\w*|preferences?)\b",),
        "analytics": (r"\b(?:analy\w+|statisti\w+|prestatie\w*|performance|metingen)\b",),
        "marketing": (r"\b(?:marketing|tracking|reclame|adverten\w+|advertising|targeting|commercieel)\b",),
        "social": (r"\bsocia(?:l|le)\b",),
    }
)
"""The kinds as a bare word, which says one only in a column of kinds."""

IMPLIED = Table(
    {
        "functional": (
            r"\bcookies?\b[^.;]{0,80}\b(?:(?:uw|je|jouw|your) (?:voorkeur\w*|preferences|keuzes)|"
            r"onthouden|remember|aan ?te ?melden|ingelogd|log in|signed in|logged in|winkelwagen|"
            r"winkelmand\w*|shopping cart|basket|taalkeuze|language)",
            r"\b(?:voorkeur\w*|preferences|ingelogd|winkelwagen)\b[^.;]{0,60}\bcookies?\b",
        ),
        "analytics": (
            r"\bcookies?\b[^.;]{0,80}\b(?:statistiek\w*|statistics|bezoekers? (?:\w+ )?gebruik\w*|"
            r"gebruik van (?:onze|de|het)|analyse\w*|meten|meet|how visitors|measure)",
        ),
        "marketing": (
            r"\bcookies?\b[^.;]{0,140}\b(?:adverten\w+|adverteren|adverteert|reclame\w*|marketing\w*|"
            r"gebruikersgedrag|surfgedrag|advertis\w+|\bads\b)",
            r"\b(?:advertentie\w*|reclame\w*|marketing\w*|advertis\w+)\b[^.;]{0,80}\bcookies?\b",
        ),
    }
)
"""The kinds that a sentence gives by what the cookie is for; read only where it names no kind."""

HEADS = Table(
    {
        "necessary": (
            r"^(?:\d+\. ?)?(?:strictly |strikt )?(?:essential|necessary|noodzakelijke?|"
            r"essentiele?)\b(?=[.:;]| \(| -|$)",
        ),
        "functional": (
            r"^(?:\d+\. ?)?(?:functional|functioneel|functionele|preferences?|voorkeuren)\b(?=[.:;]| "
            r"\(| -|$)",
        ),
        "analytics": (
            r"^(?:\d+\. ?)?(?:statistics|analytics|statistieken|analytisch|performance)\b(?=[.:;]| \(| -|$)",
        ),
        "marketing": (r"^(?:\d+\. ?)?(?:marketing|advertising|advertenties|targeting)\b(?=[.:;]| \(| -|$)",),
        "social": (r"^(?:\d+\. ?)?(?:social media|sociale media)\b(?=[.:;]| \(| -|$)",),
    }
)
"""The kinds as a bare word at the head of an item in a text about cookies."""

HEADED = Table(
    {
        "social": (r"\bsocia(?:l|le) media\b|\bsocial plug-?ins?\b",),
        "analytics": (r"\b(?:statisti\w+|analy\w+|bezoekcijfers)\b",),
        "marketing": (r"\b(?:marketing|adverten\w+|advertis\w+|reclame)\b",),
    }
)
"""The kinds that a heading gives to a sentence which sets a cookie and names no kind."""

_SHORT = 400
_ABOUT = re.compile(
    r"\bcookie\w*|\bcookies?\b|\bgoogle ?-?analytics|\bmatomo\b|\bhotjar\b|\bpixels?\b|\b_g[ac]\w*|"
    r"\bremarketing\b|\blocal storage\b|\btracker\w*"
)
_NAMED_KIND = re.compile(
    r"^(?P<name>[\w*.-]{2,40}|(?:google|meta|facebook|hotjar|matomo|linkedin|youtube|vimeo)[\w "
    r"/()-]{0,40}?)(?: ?[-:(,]| cookies?| \()"
)
_PROVIDER = re.compile(
    r"\b(?:google ?-?(?:analytics|ads|adwords|tag manager)|hotjar|matomo|doubleclick|facebook|"
    r"linkedin|youtube|vimeo|leadinfo|twitter|microsoft clarity|hubspot)\b"
)
_FIRST = re.compile(r"\b(?:first[- ]party|eerste partij|eigen cookies|own cookies|van ons(?:zelf)?)\b")
_THIRD = re.compile(
    r"\b(?:third[- ]party|derde(?:n| partij\w*)|van derden|third parties|google|facebook|linkedin|"
    r"twitter|youtube|hotjar|vimeo|doubleclick)\b"
)
_NO_CONSENT = re.compile(
    r"\b(?:geen|zonder|niet|no|not|without)\b[^.;]{0,40}\b(?:toestemming|consent)\b|\b(?:toestemming|"
    r"consent) (?:is )?(?:niet|not)\b"
)
_CONSENT = re.compile(
    r"\b(?:toestemming|consent|permission|toestaat|akkoord|opt-?in|accepteert|gekozen voor|you "
    r"(?:accept|allow|agree))\b"
)
_NOT_SET = re.compile(
    r"(?:(?! en | and )[^,.;:]){0,40}\b(?:niet|not|never|nooit)\b(?! (?:zonder|nodig|alleen|without|only|"
    r"needed))"
    r"(?![^.;]{0,60}\b(?:toestemming|consent)\b)"
)
_SESSION = re.compile(r"\b(?:sessie|session|browser (?:sluit|afsluit)|close your browser)\b")
_PERSISTENT = re.compile(r"\b(?:permanente?|persistent)\b")
_DEFINES = re.compile(
    r"\b(?:cookies? (?:zijn|is|are) (?:een |kleine?|small|a )|een cookie is|a cookie is|wat zijn cookies)\b"
)
_BROWSER = re.compile(
    r"\bbrowser\b[^.;]{0,80}\b(?:instel\w*|weiger\w*|blokker\w*|uitschakel\w*|settings?|block\w*|"
    r"refus\w*|disabl\w*|verwijder\w*)|\b(?:instel\w*|weiger\w*|blokker\w*|uitschakel\w*|settings?|"
    r"block|refuse|disable|verwijder\w*)\b[^.;]{0,80}\bbrowser\b"
)
_USED = re.compile(
    r"\bcookies?\b[^.;]{0,40}\b(?:gebruik\w*|plaats\w*|geplaatst|used?|set|placed)\b|\b(?:gebruik\w*|"
    r"plaats\w*|maakt gebruik|use[sd]?|set|place[sd]?)\b[^.;]{0,50}\bcookies?\b"
)


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The cookies, by kind; cookies of no kind are told only where the text names none at all."""
    places = [one for one in passages(segments) if _is_about(one)]
    found = [fact for one in places for fact in _kinds(one, document)]
    yield from found
    if not any(one.doubt is Doubt.NONE for one in found):
        yield from _unspecified(places, document)


def _is_about(one: Passage) -> bool:
    if not (
        _ABOUT.search(one.text)
        or ("cookie" in one.headings and (one.is_listed or next(HEADS.found(one.text), None)))
    ):
        return False
    return not _DEFINES.search(one.text)


def _kinds(one: Passage, document: Document) -> Iterator[Fact]:
    found = _in_column(one) or [(kind, match.span()) for kind, match in KINDS.found(one.text)]
    found = found or [(kind, match.span()) for kind, match in HEADS.found(one.text) if _may_head(one)]
    if not any("cookie" in one.text[begin:end] for _, (begin, end) in found):
        known = {kind for kind, _ in found}
        found += [(kind, match.span()) for kind, match in IMPLIED.found(one.text) if kind not in known]
    if not found and _USED.search(one.text):
        found = [(kind, (0, len(one.text))) for kind, _ in HEADED.found(one.heading)][:1]
    if not found and one.is_listed:
        found = [(kind, (0, len(one.text))) for kind, _ in KINDS.found(f"{one.heading} {one.lead}")][:1]
    starts = sorted(span[0] for _, span in found)
    for kind, span in found:
        reach = next((start for start in starts if start > span[0]), len(one.text))
        doubt = Doubt.MUCH if _is_no_use(one, span) else Doubt.NONE
        yield fact(
            "cookies",
            one,
            clause(one.text, span),
            _item(one, kind, (span[0], reach), document),
            document,
            doubt,
        )


def _may_head(one: Passage) -> bool:
    """A short passage of a text about cookies, which may begin with the bare name of a kind."""
    return "cookie" in one.headings and len(one.text) <= _SHORT


def _in_column(one: Passage) -> list[tuple[str, Span]]:
    """The kind that the cell below "type" or "category" says in a bare word."""
    spans = titled(one, KIND)
    kinds = (BARE.found(one.text[begin:end]) for begin, end in spans)
    return [(kind, (0, len(one.text))) for found in kinds for kind, _ in found][:1]


def _is_no_use(one: Passage, span: Span) -> bool:
    if denied_before(one.text, span[0], 50) or _NOT_SET.match(one.text[span[1] :]):
        return True
    return bool(_BROWSER.search(one.text) and "cookie" not in one.text[:40])


def _item(one: Passage, kind: str, part: Span, document: Document) -> DeviceItem:
    around = f"{one.text} {one.heading}"
    named = _NAMED_KIND.match(one.text) if one.is_listed else None
    provider = _PROVIDER.search(one.text, *part)
    name = named["name"] if named else provider.group() if provider else None
    spelt = one.segment.cells[0][1].strip()[:80] if one.segment.cells else _spelt(name, one, document)
    return DeviceItem(kind, spelt or None, _party(around), _lifetime(one), _consent(one, part))


def _spelt(name: str | None, one: Passage, document: Document) -> str | None:
    """A name with the capitals of the source."""
    if not name:
        return None
    at = one.text.find(name)
    begin, end = one.folded.source(at, at + len(name))
    return document.text[one.segment.begin + begin : one.segment.begin + end].strip()


def _party(text: str) -> str | None:
    if _FIRST.search(text):
        return "first"
    return "third" if _THIRD.search(text) else None


def _lifetime(one: Passage) -> str | None:
    term = next((term.iso for term in durations(one.text) if term.iso), None)
    if term:
        return term
    if _SESSION.search(one.text):
        return "session"
    return "persistent" if _PERSISTENT.search(one.text) else None


def _consent(one: Passage, part: Span) -> bool | None:
    """Whether consent is asked for this kind; False where the text says that none is needed."""
    alone = part[1] == len(one.text)
    near = f"{one.text[0 if alone else part[0] : part[1]]} {one.heading}"
    if _NO_CONSENT.search(one.text):
        return False
    return True if _CONSENT.search(near) else None


def _unspecified(places: list[Passage], document: Document) -> Iterator[Fact]:
    for one in places:
        match = _USED.search(one.text)
        if match and not denied_before(one.text, match.end(), 60) and not _BROWSER.search(one.text):
            said = DeviceItem("unspecified", None, _party(one.text), _lifetime(one), None)
            yield fact("cookies", one, clause(one.text, match.span()), said, document)
            return
