"""Who may receive data in a passage: in a list or column, by a name of their own, or by the kind of party."""

import re
from collections.abc import Iterable, Iterator

from gestand.reading.patterns.words.columns import titled
from gestand.reading.patterns.words.folding import fold
from gestand.reading.patterns.words.handing import handed, hands
from gestand.reading.patterns.words.lexicon import Cues, table
from gestand.reading.patterns.words.naming import Party, cased, legal, parties, proper
from gestand.reading.patterns.words.passage import Passage

KINDS = table("parties")
COMPANIES = table("companies")
_CUES = Cues("sharing")
BODIES = ("tax authorities", "public bodies")
"""Kinds that are called by the name of the body."""
_THESE = re.compile(r"\b(?:deze|die|zulke|these|those|such) $")
_PURPOSE = re.compile(r"\b(?:voor|ten behoeve van|for)(?: (?:de|het|onze|the|our))? $")
_OWN_ARTICLE = re.compile(r"\b(?:een|de|het|onze|an?|the|our) $", re.IGNORECASE)
_EXPLAINS = Cues("naming", re.IGNORECASE).expression("after")
_ENUMERATES = re.compile(
    rf"(?: \([^)]*\))?(?:, (?!{_EXPLAINS})(?=[^.;:]*?(?:,| (?:en|and|of|or) ))| (?:en|and|&) )"
)
_HEAD_ENDS = re.compile(r"(?<=\w)(?:[,:.;](?=\s|$)| [-–—>=] | \()")


def is_below_sharing(one: Passage) -> bool:
    """Whether the heading, lead or label above a passage shares with somebody."""
    return bool(_CUES["shares_above"].search(one.above))


def candidates(one: Passage) -> Iterator[Party]:
    """Who may be a party here, the surest first: in a list, by name, by kind."""
    text = cased(one)
    listed = list(_listed(one, text))
    yield from listed
    if titled(one, _CUES["column"]):
        return
    yield from legal(text)
    yield from (_party(text, match) for _, match in COMPANIES.all(one.text))
    if _CUES["shares_above"].search(one.heading) and "cookie" not in one.heading and not one.is_listed:
        yield from proper(text)
    if one.is_listed and listed:
        return
    if is_below_sharing(one) or (_CUES["data"].search(one.text) and hands(one.text)):
        yield from (
            _party(text, match, kind in BODIES)
            for kind, match in KINDS.found(one.text)
            if _is_new(one, match)
        )


def _is_new(one: Passage, match: re.Match[str]) -> bool:
    """Whether a kind was not told before (`these suppliers`), and is not what somebody is for (`for the accounts`)."""
    before = one.text[: match.start()]
    return not _THESE.search(before) and not _PURPOSE.search(before)


def _party(text: str, match: re.Match[str], named: bool = True) -> Party:
    return Party(text[match.start() : match.end()], match.span(), named)


def _listed(one: Passage, text: str) -> Iterator[Party]:
    """The parties in the column of a table, at the head of an item, or behind a word that shares."""
    if one.segment.cells:
        for begin, end in titled(one, _CUES["column"]):
            if not _CUES["us"].match(one.text, begin):
                yield from parties(text, begin, end, free=True)
    elif one.label and _CUES["shares_above"].search(one.label):
        yield from parties(text, len(one.label) + 1, free=True)
    elif one.is_listed and is_below_sharing(one):
        stop = _HEAD_ENDS.search(text)
        head = stop.start() if stop else len(text)
        if named := [party for party in _behind_label(text, head) if party.proper]:
            yield from named
            return
        sentence = _CUES["is_sentence"].search(one.text[:head]) or hands(one.text)
        yield from _joined(parties(text, 0, head, free=not sentence), text)
        if sentence:
            yield from handed(one.text, text)
        elif more := _ENUMERATES.match(text, head):
            yield from parties(text, more.end())
    elif is_below_sharing(one) or _CUES["data"].search(one.text):
        yield from handed(one.text, text)


def _behind_label(text: str, head: int) -> Iterator[Party]:
    """The parties of an item of the form `Payments: Voorbeeldbank`."""
    return parties(text, head + 1) if text[head : head + 1] == ":" else iter(())


def _joined(found: Iterable[Party], text: str) -> Iterator[Party]:
    """The parties of an item; those that it joins with a single "and" are one: `printers and mailers`."""
    listed = list(found)
    begin, end = (listed[0].span[0], listed[-1].span[1]) if listed else (0, 0)
    together = len(listed) == 2 and not any(one.proper for one in listed) and "," not in text[begin:end]
    if together and not _OWN_ARTICLE.search(text[: listed[1].span[0]]):
        yield Party(text[begin:end], (begin, end), False)
    else:
        yield from listed


def kind_of(party: Party) -> str:
    """The kind that the words name; none of a name of its own that has more to it than the kind."""
    words = fold(party.words).text
    kind, match = max(KINDS.found(words), key=lambda found: len(found[1][0]), default=("", None))
    return kind if match and (not party.proper or match[0] == words) else ""
