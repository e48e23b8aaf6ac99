"""How a text says that somebody agrees, and what she does besides that is taken for it."""

_YOU = r"(u|je|jij|jullie|men|bezoekers|gebruikers|leden|klanten|deelnemers)"
_DEEMED = r"(houdt|houden) in|betekent|betekenen|impliceert|geldt als|gelden als|wordt (gezien|beschouwd|opgevat) als"
_AGREEMENT = r"(akkoord|instemm?\w*|toestemming|acceptatie|aanvaarding|accepteert|aanvaardt)"
YES = (
    r"((ga|gaat|gaan|bent|verklaart?) "
    rf"{_YOU}\b.{{0,70}}?\bakkoord|stemt? {_YOU}\b.{{0,70}}?(\bin|\b(er|hier|daar)mee in)\b"
    rf"|(geeft?|geef|verleent?) {_YOU}\b.{{0,70}}?\b(toestemming|akkoord|te accepteren|te aanvaarden)"
    rf"|(accepteert?|aanvaardt?|verklaart?) {_YOU}\b"
    rf"|(?<!of ){_YOU}\b.{{0,90}}?\b(instemt|instemmen|akkoord (gaat|ga|gaan|bent|zijn)|toestemming (geeft|verleent)"
    r"|(gaat|gaan|ga) akkoord|accepteert|aanvaardt)"
    r"|you \(?(\w+ ){0,2}(agree|consent|accept|acknowledge|give (us )?(your )?(consent|permission))\b)"
)
"""A yes, in the words that a sentence has for it behind what is done."""
DEEMED_YES = (
    rf"({_DEEMED})\b.{{0,50}}\b{_AGREEMENT}"
    r"|\b(constitutes?|means|implies|imply|signifies|counts? as|is deemed|is taken as)\b.{0,50}"
    r"\b(consent|agreement|acceptance|you (agree|accept|consent))"
)
"""What is done counts as a yes."""
BY_DOING = r"\b(door|met|bij|via)\b"
WHEN_DOING = r"\b(wie|als|indien|wanneer|zodra|if|when|once)\b"
HANDS_OVER = (
    r"(invul\w*|in te vullen|invult|achter ?te ?laten|achterla\w+|verstrek\w*|op te geven|opgeeft|e?-?mail(en|t)"
    r"|bell?(en|t)|contact\w* (met ons )?(op ?te ?nemen|opneemt|zoekt|te zoeken)|opnemen|benader\w*|toe ?te ?zenden"
    r"|insturen|inzenden|plaatsen|plaatst"
    r"|te (sturen|versturen|verzenden)|stuurt|verstuurt|versturen|lid te worden|lid wordt|in te schrijven|inschrijv\w*"
    r"|inschrijft|aan te melden|aanmeld\w*|te registreren|registr\w*|deel te nemen|deelneemt|deelname|te bestellen"
    r"|bestel\w*|accepte\w*|akkoord te gaan|filling (in|out)|fill (in|out)|submit\w*|providing|sending|giving us"
    r"|contacting|signing up|registering|accepting|agreeing|joining|e-?mailing|ordering)"
)
"""What somebody does for another reason: she writes, joins, orders or accepts terms."""
