"""Cookies and their like: a kind each, with name, party, lifetime, and whether the text says that consent is asked.

A kind is read from the words of the text ("analytische cookies"), from a tool or the name of a cookie (Google
Analytics, PHPSESSID), from a cell of a table, from the heading of a list, or from what the cookie does. A denial names
no cookie; that refusing is done in the browser neither.

Found:
    Wij gebruiken functionele en analytische cookies. -> functional
    Marketing cookies plaatsen wij alleen met uw toestemming. -> marketing consent_stated
    Onze site gebruikt Google Analytics om het bezoek te meten. -> analytics Google Analytics third
    We use strictly necessary cookies to keep you signed in. -> necessary
    [Cookies] _gid: telt bezoekers, 1 dag -> analytics _gid P1D
Not:
    Wij plaatsen geen tracking cookies.
    Cookies zijn kleine tekstbestanden die op uw computer worden opgeslagen.
    Wij delen uw gegevens met onze bezorgdienst.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from gestand.core.document import Document, Segment
from gestand.core.fact import DeviceItem, Doubt, Fact
from gestand.reading.patterns.words.columns import cells
from gestand.reading.patterns.words.durations import durations
from gestand.reading.patterns.words.lexicon import Cues, table
from gestand.reading.patterns.words.negation import denied_before
from gestand.reading.patterns.words.passage import Passage, Span, clause, fact, passages

KINDS = table("cookies")
ADJECTIVES = table("cookies", "adjectives")
DOES = table("cookies", "does")
_CUES = Cues("placing")
_BESIDE = re.compile(
    r"(?! (?:web)?site\b| team\b)[^.;:!?]{0,50}?cookies?\b|-? ?cookies?\b|, [^.;:!?]{0,50}cookies?\b"
)
_AFTER = re.compile(
    r"^(?:deze|die|ze|zij|these|they) (?:zijn|are) (?:\w+ )?$"
    r"|\bcookies?(?:(?:: | (?:voor|for|van|of) )(?:[\w-]+,? (?:en |and )?){0,2}"
    r"|,? (?:which|that|die) (?:is |are )?(?:\w+ly |strikt )?)$"
)
_REFERS = re.compile(r"(?:deze|die|ze|zij|these|they)\b")
_NAME = re.compile(
    r"(?P<name>[\w*.-]{2,40}|(?:google|meta|facebook|linkedin)[\w /()-]{0,40}?)(?: ?[-:(,]| cookies?)"
)
_IS_NAME = re.compile(r"(?=.*(?:_|[A-Z]{2}|\d))[\w*.-]+(?:, [\w*.-]+)*")
_IN_ONE_BREATH = re.compile(
    r"[\s,/&-]*(?:cookies?)?[\s,]*(?:(?:and|en|or|of|als|plus)\b)?[\s,]*(?:de|the|onze|our)?\s*"
)
_PARTS = re.compile(r"[,;:(]|\b(?:and|en|while|terwijl|but|maar)\b")
_LABEL = re.compile(
    r"(?:bewaartermijn|bewaarduur|levensduur|looptijd|doel|soort|aanbieder|uitgever|lifetime|duration|expiry|"
    r"retention|purpose|provider|publisher|type)\b ?:"
)
"""What a lone line says of the cookie above it, and no name."""
_SHORT = 400
_FAR = 140
_NEAR = 20

Kind = tuple[str, Span]


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The cookies, by kind; cookies of no kind are told only where the text names none at all."""
    places = list(_places(segments))
    found = [fact for one in places for fact in _told(one, document)]
    yield from found
    if not any(one.doubt is Doubt.NONE for one in found):
        yield from _unspecified(places, document)


def _places(segments: tuple[Segment, ...]) -> Iterator[Passage]:
    """The passages about cookies; with those that go on about them: `these are needed for ...`."""
    told = False
    for one in passages(segments):
        told = _is_about(one) or (told and bool(_REFERS.match(one.text)))
        if told:
            yield one


def _is_about(one: Passage) -> bool:
    if _CUES["defines"].search(one.text):
        return False
    if "cookie" in one.headings and _CUES["file"].search(one.text):
        return True
    below = "cookie" in one.headings and (one.is_listed or next(_heads(one, 0), None))
    return bool(below or _CUES["about"].search(one.text))


def _told(one: Passage, document: Document) -> Iterator[Fact]:
    found = _kinds(one)
    starts = sorted(span[0] for _, span in found)
    for kind, span in found:
        reach = next((start for start in starts if start > span[0]), len(one.text))
        doubt = Doubt.MUCH if _is_no_use(one, span) else Doubt.NONE
        item = _item(one, kind, (span[0], reach), _own_part(one, span, found), document)
        yield fact("cookies", one, clause(one.text, span), item, document, doubt)


def _kinds(one: Passage) -> list[Kind]:
    """The kinds in the cells, else by their words; else by what the cookie does; else by what stands above."""
    found = [kind for _, span in cells(one) for kind in _heads(one, span[0])][:1] or _named(one)
    if not any("cookie" in one.text[begin:end] for _, (begin, end) in found):
        known = {kind for kind, _ in found}
        found += [
            (kind, match.span())
            for kind, match in DOES.found(one.text)
            if kind not in known and _sets(one, match)
        ]
    above = f"{one.heading} {one.lead}" if one.is_listed else one.heading
    if not found and (one.is_listed or _CUES["used"].search(one.text)):
        told = sorted(
            (match.start(), kind) for kinds in (KINDS, ADJECTIVES) for kind, match in kinds.found(above)
        )
        found = [(kind, (0, len(one.text))) for _, kind in told][:1]
    if not found and one.is_listed and "cookie" in one.headings:
        found = [(kind, match.span()) for kind, match in DOES.found(one.text)][:1]
    if (
        not found
        and one.segment.cells
        and "cookie" in one.headings
        and _IS_NAME.fullmatch(one.segment.cells[0][1])
    ):
        found = [("unspecified", (0, len(one.text)))]
    return found


def _sets(one: Passage, match: re.Match[str]) -> bool:
    around = one.text[max(0, match.start() - _FAR) : match.end() + _FAR // 2]
    return "cookie" in around or bool(_CUES["file"].search(around))


def _named(one: Passage) -> list[Kind]:
    found = {kind: match.span() for kind, match in KINDS.found(one.text)}
    for kind, match in ADJECTIVES.all(one.text):
        beside = _BESIDE.match(one.text, match.end()) or _AFTER.search(one.text[: match.start()])
        if beside and kind not in found:
            found[kind] = (match.start(), max(match.end(), beside.end()))
    return list((found or dict(_heads(one, 0))).items())


def _heads(one: Passage, at: int) -> Iterator[Kind]:
    """The kind as a bare word at the head of a cell, or of a short passage in a text about cookies."""
    if ("cookie" in f"{one.headings} {one.lead}" and len(one.text) <= _SHORT) or one.segment.cells:
        for kind, match in ADJECTIVES.all(one.text):
            if match.start() == at and re.match(r"[.:;,|\t]| \(| -|$|\s", one.text[match.end() :]):
                yield kind, match.span()


def _is_no_use(one: Passage, span: Span) -> bool:
    if denied_before(one.text, span[0], 50) or _CUES["not_set"].match(one.text[span[1] :]):
        return True
    return bool(_CUES["browser"].search(one.text) and "cookie" not in one.text[:40])


def _own_part(one: Passage, span: Span, kinds: list[Kind]) -> Span:
    """The part of a passage that tells of one kind, and of those named in one breath with it."""
    bounds = [0, *_bounds(one.text, sorted(other for _, other in kinds)), len(one.text)]
    return next(
        (begin, end) for begin, end in pairwise(bounds) if begin <= span[0] < end or end == len(one.text)
    )


def _bounds(text: str, spans: list[Span]) -> Iterator[int]:
    """Where the telling of one kind ends: at the last comma or `and` before the next that has cookies of its own."""
    for (_, end), (begin, far) in pairwise(spans):
        between = text[end:begin]
        at = end + max((match.start() for match in _PARTS.finditer(between)), default=len(between))
        if begin > end and not _IN_ONE_BREATH.fullmatch(between) and "cookie" in text[at : far + _NEAR]:
            yield at


def _item(one: Passage, kind: str, part: Span, own: Span, document: Document) -> DeviceItem:
    named = _NAME.match(one.text) if one.is_listed and not _LABEL.match(one.text) else None
    provider = _CUES["provider"].search(one.text, *part)
    at = named.span("name") if named else provider.span() if provider else None
    name = one.segment.cells[0][1].strip()[:80] if one.segment.cells else at and _spelt(at, one, document)
    told = one.text[slice(*own)]
    begin = named.end("name") if named else 0 if part[1] == len(one.text) else part[0]
    asked = _consent(one, (begin, part[1]))
    return DeviceItem(kind, name or None, _party(f"{told} {one.heading}"), _lifetime(told), asked)


def _spelt(span: Span, one: Passage, document: Document) -> str:
    """A name with the capitals of the source."""
    begin, end = one.folded.source(*span)
    return document.text[one.segment.begin + begin : one.segment.begin + end].strip()


def _party(text: str) -> str | None:
    if _CUES["first"].search(text):
        return "first"
    return "third" if _CUES["third"].search(text) else None


def _lifetime(text: str) -> str | None:
    if term := next((term.iso for term in durations(text) if term.iso), None):
        return term
    return next((word for word in ("session", "persistent") if _CUES[word].search(text)), None)


def _consent(one: Passage, part: Span) -> bool | None:
    """Whether consent is asked for this kind; False where the text says that none is needed."""
    if _CUES["no_consent"].search(one.text):
        return False
    return True if _CUES["consent"].search(f"{one.text[slice(*part)]} {one.heading}") else None


def _unspecified(places: list[Passage], document: Document) -> Iterator[Fact]:
    for one in places:
        match = _CUES["used"].search(one.text)
        if match and not denied_before(one.text, match.end(), 60) and not _CUES["browser"].search(one.text):
            said = DeviceItem("unspecified", None, _party(one.text), _lifetime(one.text), None)
            yield fact("cookies", one, clause(one.text, match.span()), said, document)
            return
