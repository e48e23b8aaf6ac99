"""The fixed words of the command line, in both languages of the company's people."""

from gestand.core.action import Leaving, Level
from gestand.core.finding import Verdict
from gestand.core.text import Text

VERDICTS = {
    Verdict.DEVIATION: Text("afwijking", "deviation"),
    Verdict.CANNOT_TELL: Text("niet vast te stellen", "cannot tell"),
    Verdict.RUNNING: Text("loopt", "running"),
    Verdict.EXPLAINED: Text("verklaard", "explained"),
    Verdict.KEPT: Text("nagekomen, voor zover gecontroleerd", "kept, as far as checked"),
}
LEVELS = {
    Level.LOGICAL: Text("logisch gewist", "logically erased"),
    Level.RECLAIMED: Text("opslag vrijgegeven", "storage reclaimed"),
}
LEAVING = {
    Leaving.CASCADE: Text("gaan mee, de database wist ze", "go along, erased by the database"),
    Leaving.FIRST: Text("gaan mee, vlak ervoor gewist", "go along, erased just before"),
    Leaving.CUT: Text("blijven, hun verwijzing wordt leeg", "stay, their link is emptied"),
}
WHY_WAITING = {
    "first sweep": Text("eerste keer: achterstand", "first sweep: arrears"),
    "stricter": Text("strenger dan de vorige keer", "stricter than the last sweep"),
    "changed": Text("de regel of de datakaart is veranderd", "the rule or the data map has changed"),
}
REACH = Text("Bereik", "Reach")
CONNECTED = Text("verbonden", "connected")
AWAY = Text("niet bereikbaar", "not connected")
BY_HAND = Text("met de hand", "kept by hand")
NOT_COVERED = Text("gegevens buiten de datakaart", "data not covered")
NOTHING = Text("geen", "none")
ERASE = Text("wissen", "erase")
BLANK = Text("onbruikbaar maken", "make unusable")
ROWS = Text("rijen", "rows")
PLAN = Text("Plan", "Plan")
NOTHING_TO_DO = Text(
    "Niets te doen: alles is vandaag binnen zijn termijn.", "Nothing to do: all is within its term today."
)
IMPOSSIBLE = Text("onmogelijk", "impossible")
WAITS = Text("wacht op goedkeuring", "waits for an approval")
SILENT = Text("geen antwoord", "no answer")
ALONG = Text("daarbij", "along with it")
TRIGGERS = Text("de database start hierbij ook", "this also fires")
LEFT = Text("over", "left")
DONE = Text("gedaan", "done")
FAILED = Text("mislukt", "failed")
NOTHING_DONE = Text("Er is niets gewijzigd.", "Nothing was changed.")
LOGGED = Text("Elke handeling staat in het logboek.", "Every action is in the log.")
