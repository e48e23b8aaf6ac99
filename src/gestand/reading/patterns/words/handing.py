"""The words that hand data to somebody, and the parties behind them or before a verb that receives."""

import re
from collections.abc import Iterator

from gestand.reading.patterns.words.lexicon import Cues
from gestand.reading.patterns.words.naming import Party, parties

_CUES = Cues("sharing")
_TO = r"\b(?:met|aan|with|to)\b(?! (?:elkaar|ons|us|u|you|behulp|toestemming|your|uw|je|jouw)\b)"
_AGREED = (
    r"(?:een |an? )?(?:verwerkers|bewerkers|(?:data )?processing |data protection )(?:overeenkomst|agreement)"
)
_OWNER = (
    r"(?:de |een |the |an? )?(?:eventuele |nieuwe |new )*(?:eigenaar|koper|overnemer|"
    r"opvolger|owner|buyer|acquir|successor)"
)
_WAYS = (
    rf"(?:{_CUES.expression('gives')})[^.:!?]{{0,160}}?{_TO}",
    r"; (?:met|aan|with|to)\b",
    rf"\b(?:aan|met) (?=[^.;:]{{3,60}} {_CUES.expression('gives')})",
    rf"(?:{_CUES.expression('serves')})[^.:;,]{{0,25}} (?:door|by|bij|with|via|aan|through) ",
    rf"{_CUES.expression('employs')} ",
    r"\b(?:staa[nt]|draai(?:t|en)|opgeslagen|stored|kept|held) (?:in|at|on|op) (?=\S+[.,;]|\S+$|\S+ (?:en|and) )",
    r"\b(?:gestuurd|verstuurd|verzonden|doorgestuurd|doorsturen|stuurt|sturen) naar (?=(?:de|het|een|onze) )",
    r"\b(?:gaan?t?|go|goes)\b[^.;:]{0,30} (?:naar|to) (?=(?:de|het|een|onze|the|our|an?) )",
    r"\b(?:zichtbaar|inzichtelijk|visible) (?:voor|to|for) ",
    r"\bstu(?:ren|urt)\b[^.;:]{0,60} door naar ",
    r"\bservers? (?:van|of|at|bij|by) ",
    r"^(?:\(?[\da-z.]{1,4}\)? )?(?:aan|met) |^\([a-z]\) (?:to|with) ",
    rf"(?<!, )(?:{_CUES.expression('receivers')})(?: (?:zijn|are|include|is))? ?[:,]?(?<=[:sner,]) ",
    r"\b(?:verzoek van|request (?:of|from|by)|vordering van|krijg(?:t|en)|ontvang(?:t|en)) (?=(?:de|het|een|"
    r"onze|the) )",
    rf"{_CUES.expression('except_to')} ",
    rf"\b(?:met|with) (?=\S+(?: \S+){{0,3}} {_AGREED})",
    rf"\b(?:naar|op|to) (?={_OWNER})",
    r"\bom (?=(?:de|het) [^.;,]{3,60} gegevens te (?:verstrekken|geven|leveren))",
    rf"\b(?:bedrijven|partijen|derden|companies|parties|{_AGREED})\b[^.;:]{{0,120}}(?=: )",
)
_HANDS = re.compile("|".join(_WAYS))
_RECEIVES = re.compile(
    r"(?P<who>(?:(?!\b(?:als|wanneer|indien|if|when|wie|who|wij|we)\b)[^.:;!?]){2,70}?) "
    rf"{_CUES.expression('receives')}"
)


def hands(text: str) -> bool:
    """Whether a folded text hands something to somebody."""
    return bool(_HANDS.search(text))


def receives(text: str) -> bool:
    """Whether a folded text begins with somebody who receives."""
    return bool(_RECEIVES.match(text))


def handed(folded: str, text: str) -> Iterator[Party]:
    """The parties of a passage behind the words that hand over, and those before a verb that receives.

    `text` is the folded text with its capitals.
    """
    for begin in sorted({match.end() for match in _HANDS.finditer(folded)}):
        colon = text[begin : begin + 1] == ":"
        yield from parties(text, begin + colon, free=colon)
    if match := _RECEIVES.match(folded):
        yield from parties(text, 0, match.end("who"))
