"""The fixed words of the command line, in both languages of the company's people."""

from gestand.core.action import Leaving, Level
from gestand.core.entry import Kind
from gestand.core.finding import Verdict
from gestand.core.text import Text

VERDICTS = {
    Verdict.DEVIATION: Text("afwijking", "deviation"),
    Verdict.CANNOT_TELL: Text("niet vast te stellen", "cannot tell"),
    Verdict.RUNNING: Text("loopt", "running"),
    Verdict.EXPLAINED: Text("verklaard", "explained"),
    Verdict.KEPT: Text("nagekomen, voor zover gecontroleerd", "kept, as far as checked"),
}
SUMMED = {
    Verdict.DEVIATION: (Text("afwijking", "deviation"), Text("afwijkingen", "deviations")),
    Verdict.CANNOT_TELL: (Text("niet vast te stellen", "cannot be told"),) * 2,
    Verdict.RUNNING: (Text("loopt", "running"), Text("lopen", "running")),
    Verdict.EXPLAINED: (Text("verklaard", "explained"),) * 2,
    Verdict.KEPT: (Text("nagekomen, voor zover gecontroleerd", "kept, as far as checked"),) * 2,
}
PROMISES = (Text("belofte", "promise"), Text("beloften", "promises"))
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
MAY = Text("Ja", "Yes")
MAY_NOT = Text("Nee", "No")
REACH = Text("Bereik", "Reach")
CONNECTED = Text("verbonden", "connected")
AWAY = Text("niet bereikbaar", "not connected")
BY_HAND = Text("met de hand", "kept by hand")
NOT_COVERED = Text("gegevens buiten de datakaart", "data not covered")
NOTHING = Text("geen", "none")
SHOWS_WHAT_TO_DO = Text("`{command}` laat zien wat er te doen is.", "`{command}` shows what to do.")

ERASE = Text("wissen uit {table}", "erase from {table}")
ERASED = Text("gewist uit {table}", "erased from {table}")
BLANK = Text("onbruikbaar maken in {table}: {columns}", "make unusable in {table}: {columns}")
BLANKED = Text("onbruikbaar gemaakt in {table}: {columns}", "made unusable in {table}: {columns}")
ROWS = (Text("rij", "row"), Text("rijen", "rows"))
PLAN = Text("Plan", "Plan")
NOTHING_TO_DO = Text(
    "Niets te doen: alles is vandaag binnen zijn termijn.", "Nothing to do: all is within its term today."
)
IMPOSSIBLE = Text("onmogelijk", "impossible")
WAITING = Text("Wacht op goedkeuring:", "Waits for an approval:")
NOTHING_WAITS = Text("Er wacht niets op goedkeuring.", "Nothing waits for an approval.")
APPROVED = Text("Goedgekeurd:", "Approved:")
SILENT = Text("geen antwoord", "no answer")
ALONG = Text("daarbij, uit {table}: {how}", "along with it, from {table}: {how}")
WENT_ALONG = Text("daarbij: {rows}", "along with it: {rows}")
TRIGGERS = Text("de database start hierbij ook", "this also fires")
PLANNED = Text("van {rows} gepland", "of {rows} planned")
LEFT = Text("over: {rows}", "left: {rows}")
FAILED = Text("mislukt", "failed")
NOTHING_DONE = Text("Er is niets gewijzigd.", "Nothing was changed.")
LOGGED = Text("Elke handeling staat in het logboek.", "Every action is in the log.")

NO_HOLD = Text("Er is geen bewaarbevel van kracht.", "No hold is in force.")
ALL_DATA = Text("alle gegevens", "all data")
EVERYONE = Text("iedereen", "everyone")
PERSONS = (Text("1 persoon", "1 person"), Text("{persons} personen", "{persons} persons"))
HOLD = Text(
    "goedgekeurd door {by}, herzien op {review}{ends}: {reason}",
    "approved by {by}, review {review}{ends}: {reason}",
)
ENDS = Text(", eindigt {day}", ", ends {day}")
HOLD_BEGINS = Text(
    "{hold} is van kracht. Beëindigen: {command}", "{hold} is in force. End it with: {command}"
)
HOLD_COVERS = Text("{table}: {rows} blijven", "{table}: {rows} stay")
HOLD_MISSES = Text(
    "{table}: valt er niet onder, want de datakaart zegt niet van wie de rijen zijn",
    "{table}: not covered, for the data map knows no way to tell whose its rows are",
)
HOLD_ENDED = Text("{hold} is beëindigd.", "{hold} has ended.")

ACCOUNTED = Text(
    "Opgeschreven: {promise} is verklaard. Wat er nu per jaar is, is voortaan de maat.",
    "Written down: {promise} is accounted for. What is there now, by year, is the norm from here on.",
)
NO_DRIFT = Text("Er is niets veranderd.", "Nothing has changed.")
ACCEPTED = Text("Onthouden zoals het nu is.", "Remembered as it is now.")

MADE = Text(
    "gemaakt      {keys} (modus 0700: maak er apart van het boek een back-up van) en het boek",
    "made     {keys} (mode 0700: back it up apart from the book) and the book",
)
LEFT_ALONE = Text("laten staan  {file}", "kept     {file}")
WRITTEN = Text("geschreven   {file}", "written  {file}")
NEXT = Text(
    "Vul nu statement.yaml en datamap.yaml in, en dan: {promises} en {check}",
    "Next: fill in statement.yaml and datamap.yaml, then {promises} and {check}",
)

KINDS: dict[str, Text] = {
    Kind.STATEMENT: Text("verklaring", "statement"),
    Kind.APPROVED: Text("goedgekeurd", "approved"),
    Kind.INTENDED: Text("van plan", "intended"),
    Kind.DONE: Text("gedaan", "done"),
    Kind.FAILED: Text("mislukt", "failed"),
    Kind.CHECKED: Text("nagegaan", "checked"),
    Kind.HELD: Text("bewaarbevel", "held"),
    Kind.RELEASED: Text("vrijgegeven", "released"),
    Kind.ACCOUNTED: Text("verklaard", "accounted"),
    Kind.CLOCK: Text("klok", "clock"),
    Kind.ACCEPTED: Text("aanvaard", "accepted"),
    Kind.CASE: Text("verzoek", "request"),
    Kind.STAFF: Text("medewerkers", "staff"),
    Kind.CHOICE: Text("keuze", "choice"),
}
LOG_WORDS = {
    **{verdict.value: text for verdict, text in VERDICTS.items()},
    **{level.value: text for level, text in LEVELS.items()},
    "erase": Text("wissen", "erase"),
    "blank": Text("onbruikbaar maken", "make unusable"),
    "interrupted": Text("onderbroken", "interrupted"),
    "first sweep": Text("eerste keer", "first sweep"),
    "first statement": Text("eerste verklaring", "first statement"),
    "stricter": Text("strenger", "stricter"),
    "laxer": Text("ruimer", "laxer"),
    "arrears": Text("achterstand", "arrears"),
    "impossible": IMPOSSIBLE,
    "the clock is right": Text("de klok staat goed", "the clock is right"),
    "invited": Text("uitgenodigd", "invited"),
    "role changed": Text("andere rol", "role changed"),
    "password set": Text("wachtwoord gekozen", "password set"),
    "password refused": Text("wachtwoord paste niet", "password did not fit"),
    "signed in": Text("ingelogd", "signed in"),
    "revoked": Text("ingetrokken", "revoked"),
    "suppressed": Text("wordt voortaan met rust gelaten", "is left alone from now on"),
    "received": Text("ontvangen", "received"),
    "asked": Text("gevraagd wie het vraagt", "asked who asks"),
    "identified": Text("vastgesteld wie het vraagt", "shown who asks"),
    "extended": Text("verlengd", "extended"),
    "found": Text("gezocht", "searched"),
    "decided": Text("besloten", "decided"),
    "seconded": Text("mede goedgekeurd", "approved by a second"),
    "advised": Text("geadviseerd", "advised"),
    "judged": Text("beoordeeld", "judged"),
    "did": Text("gedaan", "done"),
    "answered": Text("met de hand beantwoord", "answered by hand"),
    "wrote": Text("geschreven", "wrote"),
    "lifted": Text("opgeheven", "lifted"),
    "closed": Text("afgesloten", "closed"),
    "seen": Text("ingezien", "looked into"),
    "seen by the person": Text("ingezien door de verzoeker zelf", "looked into by the person"),
    "keys destroyed": Text("sleutels vernietigd", "keys destroyed"),
    "replayed": Text("opnieuw gedaan na herstel", "done again after a restore"),
    "correct": Text("rectificeren", "correct"),
    "restrict": Text("beperken", "restrict"),
    "granted": Text("toegestaan", "granted"),
    "refused": Text("geweigerd", "refused"),
    "chosen": Text("deels toegestaan", "granted in part"),
}
"""The words of entries as people read them; a class of error and a pace have but one name."""
LOG_COUNTS = {
    "approved": Text("goedgekeurd", "approved"),
    "at most": Text("hooguit", "at most"),
    "along": Text("mee", "along"),
    "arrears": Text("achterstand", "arrears"),
    "blanked": Text("onbruikbaar gemaakt", "made unusable"),
    "cannot tell": Text("niet vast te stellen", "cannot tell"),
    "cases": Text("zaken", "cases"),
    "changed": Text("gewijzigd", "changed"),
    "deviation": Text("te lang bewaard", "kept too long"),
    "due": Text("aan de beurt", "due"),
    "emptied": Text("leeggemaakt", "emptied"),
    "erased": Text("gewist", "erased"),
    "explained": Text("verklaard", "explained"),
    "found": Text("gevonden", "found"),
    "gone too early": Text("te vroeg weg", "gone too early"),
    "held": Text("onder bewaarbevel", "held"),
    "impossible": IMPOSSIBLE,
    "kept": Text("nagekomen", "kept"),
    "kept by law": Text("moet blijven van de wet", "kept by law"),
    "law unknown": Text("onbekend of een wet het eist", "law unknown"),
    "left": Text("over", "left"),
    "letters": Text("brieven", "letters"),
    "not connected": Text("niet bereikbaar", "not connected"),
    "planned": Text("gepland", "planned"),
    "promises": Text("beloften", "promises"),
    "remaining": Text("daarna over", "left afterwards"),
    "rows": Text("rijen", "rows"),
    "running": Text("loopt", "running"),
    "stores": Text("databases", "stores"),
    "unclaimed": Text("zonder belofte", "unclaimed"),
    "used": Text("gebruikt", "used"),
}
YEARS = Text("jaren {first} tot en met {last}: {rows}", "years {first} to {last}: {rows}")
ACTION = Text("handeling {digest}", "action {digest}")
EXPORTED = Text("{entries} regels staan in {folder}. Nakijken:", "{entries} entries lie in {folder}. Verify:")

SOUND = Text(
    "In orde. Alle {size} regels van {origin} zijn zoals ze ondertekend zijn.",
    "Sound. All {size} entries of {origin} are as signed.",
)
CONTINUES = Text(
    "Ze beginnen met de {size} regels van het eerdere controlepunt, onveranderd.",
    "They begin with the {size} entries of the earlier checkpoint, unchanged.",
)
TAMPERED = Text(
    "GEKNOEID. Dit logboek is niet wat ondertekend is.", "TAMPERED. This log is not what was signed."
)
PROVEN = Text(
    "In orde. Dit is regel {number} van {origin}, een logboek van {size} regels:",
    "Sound. This is entry {number} of {origin}, a log of {size} entries:",
)
NOT_PROVEN = Text("Niet bewezen.", "Not proven.")
UNENDED = Text(
    "Regel {number} kondigt een handeling aan, en niets zegt hoe die afliep: ze loopt nog, of is afgebroken.",
    "Entry {number} intends an action, and nothing tells how it ended: it runs, or was cut off.",
)
CANNOT_SHOW = Text(
    "Wat dit niet kan laten zien: regels die zijn weggehaald of herschreven voordat dit controlepunt ondertekend "
    "is. Wie een eerder controlepunt bewaarde, ziet dat wel: `gestand verify EXPORT --since CHECKPOINT`",
    "What this cannot show: entries that were cut off or rewritten before this checkpoint was signed. "
    "Whoever kept an earlier checkpoint can: `gestand verify EXPORT --since CHECKPOINT`",
)
COULD_SHOW = Text(
    "Wat dit niet kan laten zien: regels die zijn weggehaald of herschreven voordat het eerdere controlepunt "
    "ondertekend is, en wat gedaan is zonder het op te schrijven.",
    "What this cannot show: entries that were cut off or rewritten before the earlier checkpoint was signed, "
    "and things that were done but never logged.",
)


def counted(rows: int, forms: tuple[Text, Text]) -> Text:
    """The word for one, or the word for more or none."""
    return forms[0] if rows == 1 else forms[1]
