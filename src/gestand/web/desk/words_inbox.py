"""The words of the list of requests."""

from gestand.core.text import Text

OPEN = Text("{cases} open", "{cases} open")
CLOSED = Text("{cases} afgesloten", "{cases} closed")
FILTER = Text("Toon", "Show")
EVERY_RIGHT = Text("alle rechten", "every right")
RIGHT = Text("Recht", "Right")
STATE = Text("Stand", "State")
STATE_OPEN = Text("open", "open")
STATE_CLOSED = Text("afgesloten", "closed")
NONE_OPEN = Text("Er wacht niemand op antwoord.", "Nobody waits for an answer.")
NONE_HERE = Text("Hier is niets.", "There is nothing here.")
ANSWER_BY = Text("antwoord uiterlijk {day}", "answer by {day}")
SAFE = Text("zeker op tijd tot {day}", "surely in time until {day}")
EXTENDED = Text(
    "verlengd: antwoord uiterlijk {day}, zo weet de verzoeker het",
    "extended: answer by {day}, as the person was told",
)
OWN = Text("onze eigen belofte {day}", "our own promise {day}")
LIMIT = Text("grens van de wet {day}", "limit of the law {day}")
PAUSED = Text("de termijn staat stil", "the clock is paused")
RECEIVED = Text("binnen {day}", "received {day}")
PAGES = Text("Bladeren", "Pages")
EARLIER = Text("Vorige", "Previous")
LATER = Text("Volgende", "Next")

STANDS = {
    "received": Text("binnengekomen", "received"),
    "asked": Text("gevraagd wie het vraagt", "asked who asks"),
    "identified": Text("bekend wie het vraagt", "known who asks"),
    "extended": Text("termijn verlengd", "term extended"),
    "judged": Text("rijen in twijfel bekeken", "rows in doubt looked at"),
    "found": Text("gezocht", "searched"),
    "decided": Text("besloten", "decided"),
    "seconded": Text("door twee goedgekeurd", "approved by two"),
    "advised": Text("advies gegeven", "advice given"),
    "did": Text("uitgevoerd", "done"),
    "answered": Text("met de hand gedaan", "done by hand"),
    "wrote": Text("brief gemaakt", "letter made"),
    "lifted": Text("besloten de beperking op te heffen", "decided to lift the restriction"),
    "closed": Text("afgesloten", "closed"),
}
"""How far a case is, by the word of its newest step."""
