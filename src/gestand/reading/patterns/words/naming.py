"""The parties of a list in running text: "onze drukker, webhoster Voorbeeldhost en de politie".

A list is cut at its commas and its "en"; each part loses what stands before its noun ("onze", "such as") and what
explains it ("die ...", "for ..."). What is left is a party when it has a proper name, or a noun for somebody.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gestand.reading.patterns.words.folding import fold
from gestand.reading.patterns.words.lexicon import Cues, table
from gestand.reading.patterns.words.passage import Passage, Span

_CUT = re.compile(
    r",(?:\s(?:en|and|of|or|alsmede)(?=\s)|\s|$)|;|/|"
    r"\s(?:en/of|en|of(?! (?:the|our|a|all)\b)|alsmede|evenals|alsook|and/or|and|or|"
    r"as well as)(?=\s)|\s[-–]\s"
)
_END = re.compile(
    r",? (?:tenzij|indien|mits|zodat|unless|so that)\b|"
    r"(?<!Ltd)(?<!Inc)(?<!\.V)(?<!dr)(?<!nr)[.:!?](?=\s|$)"
)
_BRACKETS = re.compile(r"\([^()]{0,120}\)")
_CUES = Cues("naming", re.IGNORECASE)
_PLACES = table("places")
_BEFORE = re.compile(rf"(?:\s*{_CUES.expression('before')}\s*)*", re.IGNORECASE)
_AFTER = re.compile(rf"\s{_CUES.expression('after')}.*$", re.IGNORECASE | re.DOTALL)
_INNER = re.compile(r".*\b(?:aan|met|door|via|to|with|by) (?:(?:een|de|het|an?|the) )?(?=\w)", re.DOTALL)
_PROPER = re.compile(
    r"(?<![\w@.])(?!(?:Via|Met|Door|Aan|Bij|Voor|Onze|With|Through|By|For|Our) )"
    r"(?:[a-z]?[A-ZÀ-Ý][\wÀ-ÿ&.'’-]*[\wÀ-ÿ]|\d[A-Z]\w+)(?: (?:(?:van|voor|de|der|den|&|\+) )?"
    r"(?!B\.V\.|N\.V\.|Ltd\.|Inc\.)[A-ZÀ-Ý](?:[\wÀ-ÿ&.'’-]*[\wÀ-ÿ])?)*(?:,? ?(?:B\.V\.|N\.V\.|Ltd\.|Inc\.))?"
)
_LEGAL = re.compile(
    r"[A-ZÀ-Ý][\wÀ-ÿ&.'’-]*(?: (?:[A-ZÀ-Ý&][\wÀ-ÿ&.'’-]*|van|de|en|der)){0,4}?,? (?:B\.?V\.?|N\.?V\.?|"
    r"V\.?O\.?F\.?|(?:Pvt\.? )?Ltd\.?|Limited|Unlimited|LLC|LLP|Inc\.?|GmbH|PLC|plc|O[UÜ]|ApS|A/S|AB|Oy|AG|"
    r"S\.?A\.?R?L?\.?)(?!\w)|(?:Stichting|Vereniging) [A-ZÀ-Ý][\wÀ-ÿ&.'’-]*(?: (?:[A-ZÀ-Ý][\wÀ-ÿ&.'’-]*|"
    r"voor|van|de))*"
)
_AUTHORS = re.compile(r"^(?:Privacy|Deze|This)\b")
_KIND_FIRST = re.compile(
    r"(?: (?:van|of|for|voor)(?: [\w-]+){1,4})?(?: ?[,(:]? ?|,? \(?(?:zoals|waaronder|namelijk|te weten|such as|"
    r"including|namely|like) (?:(?:de|het|the) )?)"
)
_NAME_FIRST = re.compile(r",? (?:\(?(?:(?:is )?(?:our|onze|ons|my|mijn)|an?|een|als|as) |\()?(?<!, )")
_HEAD_OF = re.compile(r"(?<!\S)(?P<head>\S+) (?:van|binnen|of|within) (?:(?:de|het|the) )?$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r" ?\([^)]*")
_EXAMPLES = re.compile(r" ?\((?:bijv\w*|b\.v\.|zoals|o\.a\.|e\.g\.|such as|for example|like)")
_CAMEL = re.compile("[a-z][A-Z]")
_LONGEST = 7


@dataclass(frozen=True)
class Party:
    """What a part of a list calls somebody: `words` as the text has them, at `span` of the folded text.

    `proper` tells whether it is a name of their own.
    """

    words: str
    span: Span
    proper: bool


def cased(one: Passage) -> str:
    """The folded text with the capitals and letters of the source: as long as the folded one, place by place."""
    return "".join(one.segment.text[place] for place in one.folded.places[: len(one.text)]).replace("\n", " ")


def parties(text: str, begin: int, end: int | None = None, *, free: bool = False) -> Iterator[Party]:
    """The parties of the list that begins at `begin` of a cased text, up to the end of its sentence.

    `free`: the context says that whoever stands here is a party, so that a noun that is not known will do.
    """
    whole = _BRACKETS.sub(lambda bracketed: " " * len(bracketed[0]), text)
    stop = _END.search(whole, begin) if end is None else None
    limit = end if end is not None else stop.start() if stop else len(text)
    at = begin
    while at < limit:
        cut = _CUT.search(whole, at, limit)
        if made := _party(whole, at, cut.start() if cut else limit, free):
            yield made
        at = cut.end() if cut else limit


def legal(text: str) -> Iterator[Party]:
    """The names with a legal form, wherever they stand."""
    for match in _LEGAL.finditer(text):
        if not _AUTHORS.match(match[0]):
            yield Party(match[0], match.span(), True)


def proper(text: str) -> Iterator[Party]:
    """The names of their own, wherever they stand; the first word of a sentence has its capital from there."""
    whole = _BRACKETS.sub(lambda bracketed: " " * len(bracketed[0]), text)
    for name in _PROPER.finditer(whole):
        opens = _CUES["before_place"].search(whole[: name.start()]) and not _CAMEL.search(name[0])
        of = _HEAD_OF.search(whole[: name.start()])
        if not opens and not (of and _CUES["somebody"].search(of["head"])) and _is_name(name[0]):
            yield Party(name[0], name.span(), True)


def _is_name(words: str) -> bool:
    if _CUES["no_name"].match(words) or _CUES["somebody"].fullmatch(words.casefold()):
        return False
    folded = fold(words).text
    return not any(match[0] == folded for _, match in _PLACES.found(folded))


def _party(text: str, begin: int, end: int, free: bool) -> Party | None:
    begin = _BEFORE.match(text, begin, end).end()  # type: ignore[union-attr]  # it matches the empty text
    begin += len(text[begin:end]) - len(text[begin:end].lstrip())
    part = _AFTER.sub("", f" {text[begin:end]}")[1:].rstrip(" ,")
    inner = _INNER.match(part)
    begin, part = (begin + inner.end(), part[inner.end() :]) if inner else (begin, part)
    if not part or len(part.split()) > _LONGEST or _CUES["nobody"].search(part):
        return None
    for name in _PROPER.finditer(part):
        if (head := _HEAD_OF.match(part[: name.start()])) and _CUES["somebody"].search(head["head"]):
            return Party(part, (begin, begin + len(part)), False)
        plain = begin + name.start() == 0 and name[0][1:].islower()
        opens = plain and (not free or _CUES["somebody"].search(part[name.end() :]))
        if not opens and _is_name(name[0]):
            return Party(name[0], (begin + name.start(), begin + name.end()), True)
    if free or _CUES["somebody"].search(part):
        return Party(part, (begin, begin + len(part)), False)
    return None


def apart(candidates: Iterable[Party], text: str) -> list[Party]:
    """Each party once: a kind that stands right beside a name only says what that party is."""
    kept: list[Party] = []
    for party in candidates:
        if not any(_is_same(party, other, text) for other in kept):
            kept = [other for other in kept if not _is_same(other, party, text)] + [party]
    return kept


def _is_same(party: Party, other: Party, text: str) -> bool:
    (begin, end), (start, stop) = party.span, other.span
    if begin < stop and start < end:
        return True
    between = text[end:start] if end <= start else text[stop:begin]
    if stop <= begin and _IN_BRACKETS.fullmatch(between):
        return other.proper or bool(_EXAMPLES.match(between))
    beside = _NAME_FIRST if stop <= begin else _KIND_FIRST
    return other.proper and not party.proper and bool(beside.fullmatch(between))
