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

from gestand.core.document import Document, Segment, Shape
from gestand.core.fact import Contact, Controller, Doubt, Fact, Quote
from gestand.reading.patterns.contacts import addresses
from gestand.reading.patterns.words.postal import SEATED

_LINK = r"(?:van|de|der|den|het|en|en/of|&|voor|in|of|the|and|for|aan|'t|te|op)"
_FORM = (
    r"(?:B\.?V\.?|N\.?V\.?|V\.?O\.?F\.?|C\.?V\.?|B\.?V\.?B\.?A\.?|SRL|BV|NV|VOF|bv|Ltd\.?|Limited|"
    r"LLC|Inc\.?|GmbH|vzw|VZW|U\.A\.|plc)"
)
_WORD = r"(?<![\w.])(?!\d[\d.]{1,20}\b)[a-z]?[A-ZÀ-Ý0-9][\wÀ-ÿ&'’.+-]{0,40}"
_NAME = rf"(?P<name>{_WORD}(?: (?:{_LINK} )?{_WORD}){{0,6}}(?:,? {_FORM}(?!\w))?)"
_DATA = (
    r"(?:(?:uw|je|jouw|de|alle|your|jullie) )?(?:persoonlijke |personal )?(?:persoons?gegevens|"
    r"gegevens|privacy|data|information|informatie|gegevensverwerking|verwerking)"
)
_WHO = (
    rf"{_NAME}(?:,[^;]{{0,220}}?,?|\s*\([^)]{{0,120}}\),?)? (?:is|treedt op als|acts as|zijn) (?:\w+ "
    rf")?(?:de |the |a |een )?(?:\(?(?:mede|gezamenlijk)\)? )?(?:(?:verwerkings|eind)?verantwoordelijke?|"
    rf"data controller|controller|responsible)\b",
    rf"(?:[Vv]erwerkingsverantwoordelijke|[Dd]ata [Cc]ontroller|[Cc]ontroller|"
    rf"[Vv]erantwoordelijke)\b(?: (?:voor|for|of)[^.;:]{{0,90}}?)?(?::| is| zijn|,)? (?:the company |"
    rf"het bedrijf )?{_NAME}(?=[\s,.;(]|$)",
    rf"(?:[Pp]rivacy ?(?:[Vv]erklaring|[Ss]tatement|[Bb]eleid|[Pp]olicy|[Nn]otice)|PRIVACYVERKLARING|"
    rf"[Vv]erklaring|[Cc]ookie ?(?:[Bb]eleid|[Vv]erklaring|[Pp]olicy))(?: (?:is|geldt|explains|"
    rf"describes|beschrijft|[a-z]+)){{0,5}} (?:van|of|voor|hoe|how|by|door) {_NAME}(?=[\s,.;('\"“]|$)",
    rf"{_NAME}(?:, [^;]{{0,100}},)? (?:vindt|hecht|verwerkt|verzamelt|respecteert|neemt|gaat|handelt|"
    rf"gebruikt|zorgt|values|"
    rf"respects|processes|collects|takes|uses|handles|cares|is committed)\b[^.;]{{0,80}}\b{_DATA}",
    rf"(?:hoe|waarop|waarmee|how|welke [a-z ]{{0,60}}) {_NAME}(?: \([^)]{{0,80}}\))? (?:[a-z]+ "
    rf"){{0,6}}?(?:omgaat|omgaan|"
    rf"gebruikt|verwerkt|verzamelt|handles|uses|collects|processes|treats)\b",
    rf"\b[Pp]rivacy (?:is|zijn)\b[^.;]{{0,20}}\b(?:voor|bij|for|at|to) {_NAME} ",
    rf"(?:privacy|gegevens|data|informatie)\b[^.;]{{0,60}}\b(?:bij|door|by|at|voor) {_NAME}(?= (?:van "
    rf"groot|zeer|erg|is|worden|wordt|important)|[.,;]|$)",
    rf"{_NAME},? (?:gevestigd|kantoorhoudende?|statutair|ingeschreven|located|established|registered|"
    rf"having its)\b",
    rf"^(?:Bij|At|Voor|Binnen) {_NAME},? (?:wij|we|vinden|nemen|zijn|hechten|gaan|respecteren|"
    rf"verwerken|value|take|respect|care|is|are|believe)\b",
    rf"^{_NAME},? \((?:hierna\b|hereinafter|hereafter|(?:de |the )?[\"'“‘„]|wij\b|we\b)",
    rf"\b(?:[Ww]eb)?(?:site|shop|winkel|app|pagina|platform) (?:\w+ )?(?:van|of|beheerd door|owned by|"
    rf"operated by|run by) {_NAME}(?=[\s,.;(]|$)",
    rf"(?:Als|As) {_NAME} (?:zijn wij|zijn we|we are|verwerken wij|hechten wij)\b",
    rf"(?:©|[Cc]opyright)(?: \d{{4}})? {_NAME}",
    rf"^{_NAME} (?:gebruikt|maakt|uses|plaatst)\b[^.;]{{0,60}}\bcookies\b",
    rf"^#* ?\**(?:[Pp]rivacy ?-?(?:[Vv]erklaring|[Ss]tatement|[Bb]eleid|[Pp]olicy|[Nn]otice)|[Cc]ookie "
    rf"?-?(?:[Bb]eleid|[Vv]erklaring|[Pp]olicy))(?: van| voor| of| for|:| [-–—|])? {_NAME}\**$",
    rf"^{_NAME} (?:Privacy|Cookie) ?(?:Policy|Statement|Notice|[Vv]erklaring|[Bb]eleid)\**$",
    rf"(?:[Oo]nze?|[Oo]ur) {_NAME}-?(?:bot|app|website|site)\b",
    r"(?P<name>(?:Stichting|Vereniging|Gemeente|Maatschap|Basisschool|Hotel|Praktijk|Restaurant) "
    r"[A-ZÀ-Ý][\wÀ-ÿ'’-]*(?: (?:[A-ZÀ-Ý][\wÀ-ÿ'’-]*|van|de|der|den|het|&|en)){0,4})",
    rf"(?P<name>{_WORD}(?: (?:{_LINK} )?{_WORD}){{0,5}},? {_FORM})(?!\w)",
)
_PATTERNS = tuple(re.compile(one) for one in _WHO)
_GENERIC = re.compile(
    r"^(?:wij|we|u|je|jij|jouw|uw|onze?|ons|deze|dit|de|het|een|the|this|our|your|you|if|als|wanneer|"
    r"indien|bij|in|op|voor|via|door|met|om|google|facebook|meta|microsoft|twitter|linkedin|youtube|"
    r"instagram"
    r"|artikel|article|avg|gdpr|wet|autoriteit|privacy\w*|cookie\w*|verwerk\w*|gegevens|"
    r"persoonsgegevens|personal|data|klant\w*|gebruiker\w*|bezoeker\w*|hoe|wat|welke|who|what|how|why|"
    r"het|er|zij|ook|daarnaast|functionaris|dpo|website|eu|eer|europese|european|algemene|general|"
    r"verder|ieder\w*|degene|voorts|hierbij|welcome|welkom|uiteraard|toepasselijk\w*|datum|contact\w*|"
    r"alle|all|some|sommige|any|cookies?|analytische|functionele|noodzakelijke|essentiele|marketing|"
    r"tracking|wie|waarom|waarvoor|informatie|information|beleid|policy|statement|verantwoordelijke?|"
    r"controller|stichting|vereniging|services?|tot|naast|zo|hieronder|mocht|heeft|kunt|kun|onder|"
    r"volgens|sinds|aangezien|omdat|because|when|while|please|these|those|for|with|by|at|to|as|an?|"
    r"and|or|nl|no|geen|niet|nederland\w*|dutch)$",
    re.IGNORECASE,
)
_TRIM = re.compile(
    r"^(?:(?:Deze|Dit|De|Het|Een|The|This|Als|Bij|Via|Door|Voor|Welkom bij|Over|Privacy|"
    r"Privacyverklaring|Privacybeleid|Privacystatement|Cookiebeleid|Uw|Jouw|Your|Hoe|How|Onze|Our|"
    r"Informatie|Wie|Daarom|Verwerkingsverantwoordelijke|Stel|Indien|Wanneer|If|When|At|In|"
    r"Op)\s+)+(?=[A-ZÀ-Ý0-9])"
)
_KVK = re.compile(
    r"(?:kvk|k\.v\.k\.?|kamer van koophandel|handelsregister|chamber of commerce|coc|trade register|"
    r"kbo|ondernemingsnummer)\D{0,60}?(?<!\d)(?P<number>\d{8}|\d{4}[ .]\d{2}[ .]?\d{2}|0\d{3}[. "
    r"]\d{3}[. ]\d{3})(?!\d)",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    rf"(?:\b{_FORM}(?!\w)|^(?:Stichting|Vereniging|Coöperatie|Gemeente|Maatschap|Coöperatieve)\b)"
)
_OTHERS = re.compile(
    r"\b(?:verwerker|processor|\w*autoriteit|toezichthouder|authority|opt-out|privacy shield)\b",
    re.IGNORECASE,
)
_WHO_WE_ARE = re.compile(
    r"\b(?:wie (?:zijn|is|ben)|over ons|contactgegevens|(?:verwerkings)?verantwoordelijke?|who (?:we are|are we|is)|"
    r"about us|the controller)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(rf"{_NAME}(?=,|\.|:|$| \(|\n| is | zijn )")
_LINE = re.compile(rf"[\s*_-]*{_NAME}[\s*_,]*$")
_NEVER = re.compile(
    r"(?:google|facebook|meta\b|microsoft|twitter|linkedin|instagram|youtube|amazon|apple|mollie|"
    r"stripe|mailchimp|xing|doubleclick|hotjar|privacy shield)",
    re.IGNORECASE,
)
_ABOUT_OTHERS = re.compile(
    r"\b(?:verwerkers?|delen|gedeeld|deelt|verstrek\w*|shares?|shared|providers?|leverancier\w*|"
    r"gehost|hosting|uitgever|aanbieder|gebruik van|dienst van|tool|plug-?in|cookies?)\b",
    re.IGNORECASE,
)
_WEAK = 2
_SUREST = 5
_FEW = 12
_LONGEST_QUOTE = 300


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The controller, at most once: the name that most and best sentences speak of."""
    names = [*_names(segments), *_above_address(segments, document)]
    if not names:
        return
    counts = Counter(name.casefold() for _, name, _ in names)
    rank, name, quote = min(names, key=lambda one: (_rank(one, counts, document.text), one[2].begin))
    name = _in_full(name, document.text)
    doubt = Doubt.NONE if rank < _SUREST or _LEGAL.search(name) else Doubt.SOME
    said = Controller(name, _address(segments, document), _number(document.text))
    yield Fact(said, quote, "controller", doubt)


def _names(segments: tuple[Segment, ...]) -> Iterator[tuple[int, str, Quote]]:
    for segment in segments:
        if _OTHERS.search(segment.text) and "verwerkingsverantwoordelijke" not in segment.text.lower():
            continue
        if who := _introduced(segment):
            yield who
        weak = _ABOUT_OTHERS.search(segment.text)
        for rank, pattern in enumerate(_PATTERNS[:-_WEAK] if weak else _PATTERNS):
            for match in pattern.finditer(segment.text):
                if name := _cleaned(match["name"]):
                    yield rank + 3 * (segment.shape is Shape.HEADING), name, _quote(segment, match)


def _introduced(segment: Segment) -> tuple[int, str, Quote] | None:
    """A name that opens the part "Who we are"."""
    if segment.shape is Shape.HEADING or not segment.headings or not _WHO_WE_ARE.search(segment.headings[-1]):
        return None
    match = _OPENS.match(segment.text)
    name = _cleaned(match["name"]) if match else None
    return (_SUREST - 1, name, _quote(segment, match)) if match and name else None


def _quote(segment: Segment, match: re.Match[str]) -> Quote:
    """The whole sentence, or of a long one what names the controller."""
    if len(segment.text) <= _LONGEST_QUOTE:
        return Quote(segment.begin, segment.end, segment.text)
    return Quote(segment.begin + match.start(), segment.begin + match.end(), match.group())


def _above_address(segments: tuple[Segment, ...], document: Document) -> Iterator[tuple[int, str, Quote]]:
    """A name on a line of its own, right above the postal address."""
    for one in addresses(segments, document):
        above = document.text[: one.quote.begin].rstrip()
        line = above[above.rfind("\n") + 1 :]
        match = _LINE.match(line)
        if match and one.quote.begin - len(above) <= _FEW and (name := _cleaned(match["name"])):
            begin = len(above) - len(line) + match.start("name")
            yield _SUREST - 2, name, Quote(begin, begin + len(match["name"]), match["name"])


def _cleaned(name: str) -> str | None:
    """The name without what begins a sentence; nothing when no name is left."""
    name = _TRIM.sub("", " ".join(name.split())).strip(" ,;:-'’\"")
    if formed := re.match(rf".*? {_FORM}(?=[ ,;]|$)", name):
        name = formed.group()
    if not re.search(rf"{_FORM}$", name):
        name = name.rstrip(".")
    words = name.split()
    if _NEVER.match(name):
        return None
    if not words or (_GENERIC.match(words[0]) and len(words) == 1) or len(name) < 3 or len(name) > 80:
        return None
    return None if _GENERIC.match(words[0]) and not _LEGAL.search(name) else name


def _in_full(name: str, text: str) -> str:
    """The name with its legal form, where the text says it so somewhere."""
    full = re.search(rf"{re.escape(name)}(?: {_WORD}){{0,3}},? {_FORM}(?!\w)", text)
    return " ".join(full.group().split()) if full and not _LEGAL.search(name) else name


def _rank(one: tuple[int, str, Quote], counts: Counter[str], text: str) -> float:
    """Lower is better: the better pattern, a legal form, and a name that is said often."""
    rank, name, _ = one
    legal = 4 if _LEGAL.search(name) else 0
    said = min(text.count(name), 8)
    return rank - legal - said * 0.6 - min(counts[name.casefold()], 4) * 0.5


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
    return re.sub(r"[ .]", "", match["number"]) if match else None
