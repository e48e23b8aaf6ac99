"""Who decides on purposes and means (GDPR 4(7)): the name, with address and number in the trade register.

The name is read where the text says who is responsible, whose statement it is, or who handles data; a legal form
(B.V., Stichting, VOF, Ltd) makes it sure. Pronouns and what the text calls others are no names.

Found:
    Voorbeeld Fietsen B.V. is verantwoordelijk voor uw gegevens. -> Voorbeeld Fietsen B.V.
    This privacy policy explains how Example Garden Ltd handles your data. -> Example Garden Ltd
    De verwerkingsverantwoordelijke is Stichting De Zonnehoek, gevestigd te Gouda. -> Stichting De Zonnehoek
    Kwekerij Voorbeeld hecht grote waarde aan uw privacy. -> Kwekerij Voorbeeld
Not:
    Wij zijn verantwoordelijk voor wat er met uw gegevens gebeurt.
    U bent zelf verantwoordelijk voor uw wachtwoord.
    De gebruiker vindt privacy belangrijk.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from gestand.core.document import Document, Segment, Shape
from gestand.core.fact import Contact, Controller, Doubt, Fact, Quote
from gestand.reading.patterns.contacts import addresses
from gestand.reading.patterns.words.names import CLUES, FORM, GENERIC, LEGAL, NAME, TRIM, WEAK, WORD
from gestand.reading.patterns.words.postal import SEATED

Named = tuple[float, str, Quote]
_REGISTER = (
    r"(?:kvk|k\.v\.k\.?|kamer van koophandel|handelsregister|chamber of commerce|coc|trade register|kbo|"
    r"ondernemingsnummer|company (?:number|registration))"
)
_NUMBER = r"(?<!\d)(?P<{}>\d{{8}}|\d{{4}}[ .]\d{{2}}[ .]?\d{{2}}|0\d{{3}}[. ]\d{{3}}[. ]\d{{3}})(?!\d)"
_KVK = re.compile(
    rf"{_REGISTER}\D{{0,60}}?{_NUMBER.format('behind')}|(?:registered|ingeschreven|no\.|number|nummer)\D{{0,30}}"
    rf"{_NUMBER.format('before')}\D{{0,40}}{_REGISTER}",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:verwerker|processor|\w*autoriteit|toezichthouder|authority|opt-out|privacy shield|functionaris|fg|"
    r"data protection officer|dpo)\b",
    re.IGNORECASE,
)
_ABOUT_OTHERS = re.compile(
    r"\b(?:verwerkers?|delen|gedeeld|deelt|verstrek\w*|shares?|shared|providers?|leverancier\w*|gehost|"
    r"hosting|uitgever|"
    r"aanbieder|gebruik van|dienst van|tool|plug-?in|cookies?)\b",
    re.IGNORECASE,
)
_WHO_WE_ARE = re.compile(
    r"\b(?:wie (?:zijn|is|ben)|over ons|contactgegevens|(?:verwerkings)?verantwoordelijke?|who (?:we are|"
    r"are we|is)|"
    r"about us|the controller|praktijkgegevens|bedrijfsgegevens)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(
    rf"(?:(?:Dat|Dit|Wij|We|That|This) (?:is|zijn|are) )?{NAME}(?=,|\.|:|$| \(|\n| is | zijn )"
)
_LINE = re.compile(rf"[\s*_-]*{NAME}[\s*_,]*$")
_NEVER = re.compile(
    r"(?:google|facebook|meta\b|microsoft|twitter|linkedin|instagram|youtube|amazon|apple|mollie|stripe|"
    r"mailchimp|xing|"
    r"doubleclick|hotjar|privacy shield)",
    re.IGNORECASE,
)
_KIND = re.compile(r"Bureau|Kantoor|Praktijk|School|Stichting|Vereniging")
"""What an organisation is, in front of a name of its own."""
_SUREST = 5
_NEAR = 12
_SHORTEST, _LONGEST = 3, 80
_LONGEST_QUOTE = 300


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The controller, at most once."""
    if found := controller_of(segments, document):
        yield found


@lru_cache(maxsize=1)
def controller_of(segments: tuple[Segment, ...], document: Document) -> Fact | None:
    """The name that most and best sentences speak of; None where there is none."""
    names = [*_names(segments), *_above_address(segments, document)]
    if not names:
        return None
    counts = Counter(name.casefold() for _, name, _ in names)
    rank, name, quote = min(names, key=lambda one: (_rank(one, counts, document.text), one[2].begin))
    name = _in_full(name, document.text)
    doubt = Doubt.NONE if rank < _SUREST or LEGAL.search(name) else Doubt.SOME
    said = Controller(name, _address(segments, document), _number(document.text))
    return Fact(said, quote, "controller", doubt)


def _names(segments: tuple[Segment, ...]) -> Iterator[Named]:
    for segment in segments:
        if _OTHERS.search(segment.text) and "verwerkingsverantwoordelijke" not in segment.text.lower():
            continue
        who = _OPENS.match(segment.text) if _is_who_we_are(segment) else None
        if who and (name := _cleaned(who["name"])):
            yield _SUREST - 1, name, _quote(segment, who)
        for rank, clue in enumerate(CLUES[:-WEAK] if _ABOUT_OTHERS.search(segment.text) else CLUES):
            for match in clue.finditer(segment.text):
                if name := _cleaned(match["name"] or match.groupdict().get("name2") or ""):
                    yield rank + 3 * (segment.shape is Shape.HEADING), name, _quote(segment, match)


def _is_who_we_are(segment: Segment) -> bool:
    below = segment.shape is not Shape.HEADING and bool(segment.headings)
    return below and _WHO_WE_ARE.search(segment.headings[-1]) is not None


def _quote(segment: Segment, match: re.Match[str]) -> Quote:
    """The whole sentence, or of a long one what names the controller."""
    if len(segment.text) <= _LONGEST_QUOTE:
        return Quote(segment.begin, segment.end, segment.text)
    return Quote(segment.begin + match.start(), segment.begin + match.end(), match.group())


def _above_address(segments: tuple[Segment, ...], document: Document) -> Iterator[Named]:
    """A name on a line of its own, right above the postal address."""
    for one in addresses(segments, document):
        above = document.text[: one.quote.begin].rstrip()
        line = above[above.rfind("\n") + 1 :]
        match = _LINE.match(line)
        if match and one.quote.begin - len(above) <= _NEAR and (name := _cleaned(match["name"])):
            begin = len(above) - len(line) + match.start("name")
            yield _SUREST - 2, name, Quote(begin, begin + len(match["name"]), match["name"])


def _cleaned(name: str) -> str | None:
    """The name without what begins a sentence; nothing when no name is left."""
    name = TRIM.sub("", " ".join(name.split())).strip(" ,;:-'’\"")
    if formed := re.match(rf".*? {FORM}(?=[ ,;]|$)", name):
        name = formed.group()
    name = name if re.search(rf"{FORM}$", name) else name.rstrip(".")
    if _NEVER.match(name) or not _SHORTEST <= len(name) <= _LONGEST:
        return None
    first, *rest = name.split()
    told = LEGAL.search(name) or (_KIND.fullmatch(first) and any(map(_is_own, rest)))
    return None if GENERIC.match(first) and not (rest and told) else name


def _is_own(word: str) -> bool:
    return word[0].isupper() and not GENERIC.match(word)


def _in_full(name: str, text: str) -> str:
    """The name with its legal form, or that for which it stands, where the text says it so somewhere."""
    named = re.search(rf"{NAME} \([^)]{{0,60}}\b{re.escape(name)}[\"'”’]?\)", text)
    name = (_cleaned(named["name"]) if named else None) or name
    full = re.search(rf"{re.escape(name)}(?: {WORD}){{0,3}},? {FORM}(?!\w)", text)
    return " ".join(full.group().split()) if full and not LEGAL.search(name) else name


def _rank(one: Named, counts: Counter[str], text: str) -> float:
    """Lower is better: the better clue, a legal form, and a name that is said often."""
    rank, name, _ = one
    legal = 4 if LEGAL.search(name) else 0
    return rank - legal - min(text.count(name), 8) * 0.6 - min(counts[name.casefold()], 4) * 0.5


def _address(segments: tuple[Segment, ...], document: Document) -> str | None:
    """The first postal address that is nobody else's, also one that is written over several lines."""
    own = next((one.said for one in addresses(segments, document) if isinstance(one.said, Contact)), None)
    if own:
        return own.value
    seats = (SEATED.search(one.text) for one in segments if not _OTHERS.search(one.text))
    seat = next((match for match in seats if match), None)
    return " ".join(f"{seat['street']}, {seat['seat']}".split()) if seat else None


def _number(text: str) -> str | None:
    match = _KVK.search(text)
    return re.sub(r"[ .]", "", match["behind"] or match["before"]) if match else None
