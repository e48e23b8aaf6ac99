"""What a draft says behind its lines: why each is there, and how sure that is."""

from gestand.core.text import Text
from gestand.datamap.suggest.match import Match
from gestand.datamap.suggest.personal import Personal, Sure
from gestand.datamap.suggest.spelled import quoted

SURE = {
    Sure.SURE: Text("zeker", "sure"),
    Sure.LIKELY: Text("waarschijnlijk", "likely"),
    Sure.MAYBE: Text("misschien", "maybe"),
}
URL = Text("de omgeving, of gestand.toml bij een adres zonder wachtwoord", "the environment, or gestand.toml")
ZONE = Text("een aanname: de zone van gestand.toml", "assumed: the zone of gestand.toml")
NOTHING_FOUND = Text("hier is niets persoonlijks gevonden", "nothing personal was found in these")
NO_GROUP = Text(
    "van wie de rijen zijn, zeggen de namen niet: vul aan", "whose rows these are no name tells: fill in"
)
NO_ONES = Text(
    "van niemand; hier staat een moment van andere tabellen", "no one's; moments of others are here"
)
KNOWN = Text("waaraan iemand hier te herkennen is", "by what somebody can be found here")
NOT_KNOWN = Text("geen kolom zegt wie het is", "no column tells who it is")
THROUGH = Text("langs de sleutel die daarheen wijst", "along the key that points there")
ONLY_TIME = Text(
    "misschien: de enige tijd van de rij zelf; is dit het moment?",
    "maybe: the only time of the row itself; is this the moment?",
)
LATEST = Text("misschien: de laatste van deze", "maybe: the last of these")
BELOW = Text("en dan bij {table}: moments: {moment}", "and then at {table}: moments: {moment}")
NO_INDEX = Text("; geen index: elke controle leest alle rijen", "; no index: every check reads all rows")
LIST = Text("misschien: de kolom zegt wie de post wil", "maybe: the column says who wants the mail")
WHOLE_LIST = Text("misschien: geen kolom zegt wie zich afmeldde", "maybe: no column says who has left")
ERASE = Text(
    "de hele rij; `blank` als zij om iets anders moet blijven", "the whole row; `blank` if it must stay"
)
BLANK = Text("de rij blijft, zij houdt meer dan dit", "the row stays, for it holds more than this")
EMPTIED = Text("kolommen die niet leeg kunnen zijn", "columns that cannot be empty")
UNREAD = Text("waarden niet bekeken", "values not looked at")
BYTES = Text("niet in gekeken, het zijn bytes", "not looked into, for they are bytes")
_GUARDED = Text("LET OP, bijzonder of wettelijk beschermd · ", "MIND: special, or guarded by law · ")
_UNPLACED = Text("niet in de verklaring: ", "not in the statement: ")
_OR = Text("; of ", "; or ")


def said(*parts: Text | str) -> Text:
    """The parts one after the other, in both languages."""
    texts = [Text(part, part) if isinstance(part, str) else part for part in parts]
    return Text("".join(text.nl for text in texts), "".join(text.en for text in texts))


def because(match: Match) -> Text:
    """Why a column is taken for a datum, and which other datum it may be."""
    rival = said(_OR, match.rival) if match.rival else ""
    return said(_loud(match.personal), SURE[match.sure], ": ", match.personal.why, rival)


def unplaced(personal: Personal) -> Text:
    """Why a column is personal that no datum of the statement fits."""
    what = said(_loud(personal), _UNPLACED, quoted(personal.column))
    return said(what, " · ", SURE[personal.sure], ": ", personal.why)


def _loud(personal: Personal) -> Text | str:
    return _GUARDED if personal.kind.special else ""
