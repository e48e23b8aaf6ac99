"""What a term of keeping is about: kinds of data, all of them, or the text's own words."""

import re
from dataclasses import dataclass

from gestand.core.fact import DataCategory, Fact, Kept
from gestand.reading.draft.material import Material
from gestand.reading.draft.tree import slug
from gestand.reading.patterns.words.durations import durations
from gestand.reading.patterns.words.folding import fold
from gestand.reading.patterns.words.subjects import SUBJECTS

ALL = "all"
DEVICES = "cookies"
"""The subject of a term that is the lifetime of something on a device, and no term of keeping."""
_NO_SUBJECT = frozenset(
    ["", ALL, "bewaartermijn", "termijn", "retention", "retention period", "period", "duration"]
)
_EVERY = re.compile(
    r"\b(?:persoonsgegevens|personal (?:data|information|details)|persoonlijke (?:gegevens|informatie)"
    r"|(?:uw|jouw|je|jullie|deze|die|de|alle|all|your|these|this|the|such|any|overige|other)"
    r" (?:verzamelde |collected |meeste )?(?:gegevens|data|information|informatie|details))\b"
    r"|^(?:gegevens|data|information|informatie)\b(?! (?:die|dat|that|which|used|for|voor|van|over|about|of)\b)"
    r"|\b(?:ze|them|they)\b",
    re.IGNORECASE,
)
"""Words for all data together. "Browsing data" is none of them."""
_BEFORE = re.compile(
    r"^(?:[-•*·]\s*)?(?:(?:wij|we|i)\s+)?(?:bewaren|verwijderen|wissen|houden|slaan|will|keep|store|retain|delete|"
    r"erase|hold)?\s*(?:wij|we|keep|store|retain|delete)?\s*(?:de|het|een|the|all|alle|uw|your|je|jouw)?\s+",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?:\s*[:,(–—=-]|\s+(?:worden|wordt|zijn|is|are|will|be|shall|bewaard|bewaren|wij|we|kept|stored|retained|"
    r"deleted|verwijderd|gewist|opgeslagen|voor|for|na|after|tot|until|up|to|gedurende|during|maximaal|hooguit|"
    r"uiterlijk|binnen|within|at|most|a|maximum|of|period|een|periode|van|minimaal|least|the|de))+\s*$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^[\W\d]+")
LONGEST_NAME = 60


@dataclass(frozen=True)
class About:
    """The words of `data` that a term is about; no words when it is about all.

    `what` as the text names it; `categories` are the kinds of data in that name, as the exchange form calls them.
    """

    keys: tuple[str, ...]
    what: str = ALL
    is_own_words: bool = False
    categories: tuple[str, ...] = ()


def about(material: Material, fact: Fact, kept: Kept) -> About:
    """A recognised subject, else the data in its own line, else all if it says so, else the line's own words."""
    what = material.subject(fact, kept.what).strip()
    line = _line(fact.quote.text, kept)
    if what.lower() not in _NO_SUBJECT and not (what == kept.what and _is_in_the_moment(line, kept)):
        return About((slug(what),), what.lower(), categories=_categories(what, fact, material))
    if _EVERY.search(line):
        return About(())
    if within := _categories(line, fact, material):
        return About(tuple(map(slug, within)), categories=within)
    return _own(line, kept, material.part(fact))


def _categories(words: str, fact: Fact, material: Material) -> tuple[str, ...]:
    """The kinds of data that are named in these words of a fact's quote, in doubt or not."""
    named = (
        (one.quote.begin, one.said.category)
        for one in material.everywhere
        if isinstance(one.said, DataCategory) and _overlap(one, fact) and one.quote.text in words
    )
    return tuple(dict.fromkeys(category for _, category in sorted(named)))


def _own(line: str, kept: Kept, headings: tuple[str, ...]) -> About:
    """The line's own words; where those are "term" and no more, the heading's, which may be that of cookies."""
    name = _own_words(line, kept)
    if name.lower() in _NO_SUBJECT and name:
        name = _NUMBERED.sub("", headings[-1] if headings else "")[:LONGEST_NAME]
        if "cookie" in name.lower():
            return About((), DEVICES)
    return About((slug(name),), name, True) if name else About(())


def _is_in_the_moment(line: str, kept: Kept) -> bool:
    """Whether a line names its subject in what the term counts from alone: "all data, a year after your order"."""
    anchor, whole = fold(kept.anchor or "").text, fold(line).text
    rest = whole.replace(anchor, " ") if anchor else whole
    return any(SUBJECTS.found(anchor)) and not any(SUBJECTS.found(rest))


def _overlap(one: Fact, other: Fact) -> bool:
    return one.quote.begin < other.quote.end and other.quote.begin < one.quote.end


def _line(quote: str, kept: Kept) -> str:
    """Of a quote with a term on each of its lines the line of this one; of any other the whole."""
    lines = [line.strip() for line in quote.splitlines() if line.strip()]
    if all(any(durations(fold(line).text)) for line in lines):
        return next((line for line in lines if _term_begin(line, kept) is not None), quote)
    return " ".join(lines)


def _term_begin(line: str, kept: Kept) -> int | None:
    """Where in a line the term begins, in characters; None where it is not in this line."""
    plain = fold(line)
    counted = (term.begin for term in durations(plain.text) if term.iso == kept.duration)
    begin = next(counted, -1) if kept.duration else plain.text.find((kept.anchor or "\n").lower())
    return plain.source(begin, begin + 1)[0] if begin >= 0 else None


def _own_words(line: str, kept: Kept) -> str:
    """What stands in front of the term, without the verb: "Chat transcripts" of "Chat transcripts: 6 months"."""
    begin = _term_begin(line, kept)
    if not begin:
        return ""
    name = _BEHIND.sub("", f"{line[:begin]}")
    return " ".join(_BEFORE.sub("", f"{name} ").split())[:LONGEST_NAME].strip(" .,;:")
