"""Who else receives data: companies by name, or kinds of parties.

A party counts where the sentence, its list, its column or its heading shares, hands over, or uses somebody's service. A
denial with an exception names who still may ("niet aan derden, tenzij de wet dat vraagt"); a plain denial names nobody.

Found:
    Wij delen uw adres met onze bezorgdienst. -> delivery companies (bezorgdienst) unknown
    Voor onze nieuwsbrief maken wij gebruik van Mailchimp. -> Mailchimp unknown
    [Met wie delen wij gegevens] Onze accountant -> accountant and administration unknown
    Our website is hosted by Zonnewind Hosting B.V., which acts as a processor. -> Zonnewind Hosting B.V. processor
Not:
    Wij delen uw gegevens nooit met derden.
    Klik in Google Chrome op instellingen.
    Onze winkel is gevestigd naast de bank.
"""

import re
from collections.abc import Iterator

from gestand.core.document import Document, Segment
from gestand.core.fact import Controller, Doubt, Fact, Recipient
from gestand.reading.patterns.controller import find as controllers
from gestand.reading.patterns.words.columns import titled
from gestand.reading.patterns.words.folding import fold
from gestand.reading.patterns.words.lexicon import Cues, table
from gestand.reading.patterns.words.naming import Party, apart, cased, legal, parties, proper
from gestand.reading.patterns.words.passage import Passage, clause, fact, passages

KINDS = table("parties")
COMPANIES = table("companies")
_CUES = Cues("sharing")
_TO = r"\b(?:met|aan|with|to)\b(?! (?:elkaar|ons|us|u|you|behulp|toestemming|your|uw|je|jouw)\b)"
_GIVEN_TO = re.compile(
    rf"(?:{_CUES.expression('gives')})[^.:!?]{{0,160}}?{_TO}|; (?:met|aan|with|to)\b"
    rf"|\b(?:aan|met) (?=[^.;:]{{3,60}} {_CUES.expression('gives')})"
    rf"|(?:{_CUES.expression('serves')})[^.:;,]{{0,25}} (?:door|by|bij|with|via|aan) |{_CUES.expression('employs')} "
    r"|\b(?:staa[nt]|draai(?:t|en)|opgeslagen|stored|kept|held) (?:in|at|on|op) (?=\S+[.,;]|\S+$)|"
    r"\bservers? (?:van|of|at|bij|by) |"
    r"^(?:[\d.]+ )?(?:aan|met) "
    rf"|{_CUES.expression('receivers')}(?: (?:zijn|are|include|is))? ?[:,]?(?<=[:sner,]) "
    r"|\b(?:verzoek van|request (?:of|from|by)|vordering van|krijg(?:t|en)|ontvang(?:t|en)) (?=(?:de|het|"
    r"een|onze|the) )"
)
"""The words before a list of parties."""
_RECEIVES = re.compile(
    r"(?P<who>(?:(?!\b(?:als|wanneer|indien|if|when|wie|who|wij|we)\b)[^.:;!?]){2,70}?) "
    rf"{_CUES.expression('receives')}"
)
_HEAD_ENDS = re.compile(r"(?<=\w)(?:[,:.;](?=\s|$)| [-–—>=] | \()")


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The recipients, and third parties in general only where nobody is told by name or kind."""
    said = (one.said for one in controllers(segments, document))
    own = " ".join(one.name for one in said if isinstance(one, Controller))
    places = [one for one in passages(segments) if _is_about(one)]
    found = [fact for one in places for fact in _told(one, document, own)]
    yield from _once(found)
    if not any(_is_telling(one) for one in found):
        yield from (fact for one in places for fact in _third_parties(one, document))


def _is_about(one: Passage) -> bool:
    """Whether the passage shares data with somebody, by its own words or by those above it."""
    if _CUES["elsewhere"].search(one.text) or _CUES["defines"].search(one.heading):
        return False
    if not one.segment.cells and _CUES["denied"].search(one.text) and not _CUES["except"].search(one.text):
        return False
    if _is_below_sharing(one) or _CUES["shares"].search(one.text) or titled(one, _CUES["column"]):
        return True
    if "cookie" in one.text and next(COMPANIES.found(one.text), None):
        return True
    gives = _GIVEN_TO.search(one.text) or _RECEIVES.match(one.text)
    return bool(gives and _CUES["data"].search(one.text))


def _is_below_sharing(one: Passage) -> bool:
    return bool(_CUES["shares_above"].search(one.above))


def _told(one: Passage, document: Document, own: str) -> Iterator[Fact]:
    role, kinds = _role(one), set[str]()
    for party in apart(_candidates(one), one.text):
        kind = _kind(party)
        if (kind and kind in kinds) or _is_own(party.words, own):
            continue
        kinds.add(kind)
        said = Recipient(_name(party, kind, one), "authority" if _CUES["authority"].match(kind) else role)
        yield fact("recipients", one, clause(one.text, party.span), said, document)


def _kind(party: Party) -> str:
    """The kind that the words name; none of a name of its own that has more to it than the kind."""
    words = fold(party.words).text
    kind, match = max(KINDS.found(words), key=lambda found: len(found[1][0]), default=("", None))
    return kind if match and (not party.proper or match[0] == words) else ""


def _name(party: Party, kind: str, one: Passage) -> str:
    """The name of its own; else the kind, with what the text calls it: `delivery companies (bezorgdienst)`."""
    begin, end = one.folded.source(*party.span)
    words = " ".join(one.segment.text[begin:end].split()).strip("*_") if party.proper else party.words
    if not kind:
        return words
    return kind if words.casefold() in kind else f"{kind} ({re.sub('[()]', '', words)})"


def _candidates(one: Passage) -> Iterator[Party]:
    """Who may be a party here, the surest first: in a list, by name, by kind."""
    text = cased(one)
    columns = titled(one, _CUES["column"])
    yield from _listed(one, text)
    if columns:
        return
    yield from legal(text)
    yield from (_party(text, match) for _, match in COMPANIES.all(one.text))
    if _CUES["shares_above"].search(one.heading) and "cookie" not in one.heading:
        yield from proper(text)
    if _is_below_sharing(one) or (_CUES["data"].search(one.text) and _GIVEN_TO.search(one.text)):
        yield from (_party(text, match, False) for _, match in KINDS.found(one.text))


def _party(text: str, match: re.Match[str], named: bool = True) -> Party:
    return Party(text[match.start() : match.end()], match.span(), named)


def _listed(one: Passage, text: str) -> Iterator[Party]:
    """The parties in the column of a table, at the head of an item, or behind a word that shares."""
    if one.segment.cells:
        for begin, end in titled(one, _CUES["column"]):
            if not _CUES["us"].match(one.text, begin):
                yield from parties(text, begin, end, free=True)
    elif one.is_listed and _is_below_sharing(one):
        stop = _HEAD_ENDS.search(text)
        head = stop.start() if stop else len(text)
        sentence = _CUES["is_sentence"].search(one.text[:head]) or _GIVEN_TO.search(one.text)
        yield from parties(text, 0, head, free=not sentence)
        yield from _behind(one, text) if sentence else ()
    elif _is_below_sharing(one) or _CUES["data"].search(one.text):
        yield from _behind(one, text)


def _behind(one: Passage, text: str) -> Iterator[Party]:
    """The parties behind the words that share, and those before a verb that receives."""
    for begin in sorted({match.end() for match in _GIVEN_TO.finditer(one.text)}):
        colon = text[begin : begin + 1] == ":"
        yield from parties(text, begin + colon, free=colon)
    if match := _RECEIVES.match(one.text):
        yield from parties(text, 0, match.end("who"))


def _once(facts: list[Fact]) -> Iterator[Fact]:
    """Without the short form of a name that is said in full, and with the products of one company once."""
    names = {one.said.name.casefold() for one in facts if isinstance(one.said, Recipient)}
    brands: set[str] = set()
    for one in facts:
        name = one.said.name.casefold() if isinstance(one.said, Recipient) else ""
        brand = name.split()[0]
        known = next(COMPANIES.found(brand), None)
        if any(other != name and other.startswith(f"{name} ") for other in names) or (
            known and brand in brands
        ):
            continue
        brands.add(brand)
        yield one


def _third_parties(one: Passage, document: Document) -> Iterator[Fact]:
    if match := _CUES["third_parties"].search(one.text):
        sure = _CUES["data"].search(one.text) and "cookie" not in one.text
        said = Recipient(_name(Party(match[0], match.span(), False), "third parties", one), _role(one))
        doubt = Doubt.NONE if sure else Doubt.MUCH
        yield fact("recipients", one, clause(one.text, match.span()), said, document, doubt)


def _is_telling(one: Fact) -> bool:
    """Whether a party is told; a tool of the website is not whom data are shared with."""
    name = one.said.name.casefold() if isinstance(one.said, Recipient) else ""
    return not next(COMPANIES.found(name), None)


def _is_own(name: str, own: str) -> bool:
    """Whether a name is that of the controller itself, or of her group."""
    first = own.casefold().split()[:1]
    return bool(first) and first[0] in name.casefold()


def _role(one: Passage) -> str:
    if _CUES["controller"].search(one.text):
        return "controller"
    return "processor" if _CUES["processor"].search(f"{one.text} {one.heading}") else "unknown"
