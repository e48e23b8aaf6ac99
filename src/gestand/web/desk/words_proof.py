"""The words of the page with the log of a case."""

from gestand.core.text import Text

LOG = Text("Logboek van zaak {case}", "Log of case {case}")
WHAT = Text(
    "Dit is alles wat het logboek van deze zaak weet: geen naam, geen kenmerk, alleen een woord, een tijd, aantallen "
    "en een kenmerk dat alleen wij kunnen herleiden.",
    "This is all that the log knows of this case: no name, no identifier, only a word, a time, counts, and a digest "
    "that nobody but us can lead back to it.",
)
NUMBER = Text("Regel", "Entry")
AT = Text("Tijd", "Time")
WORD = Text("Wat", "What")
COUNTS = Text("Aantallen", "Counts")
DIGEST = Text("Kenmerk", "Digest")
EXPORT = Text("Bewijs van deze zaak meenemen (zip)", "Take the proof of this case (zip)")
HOW = Text(
    "In het bestand staat voor elke regel een bewijs, te controleren met de openbare sleutel alleen: "
    "gestand verify --proof.",
    "The file holds a proof for each entry, to be verified with the public key alone: gestand verify --proof.",
)
BACK = Text("Terug naar de zaak", "Back to the case")
KINDS = {
    "case": Text("zaak", "case"),
    "intended": Text("voornemen", "intended"),
    "done": Text("gedaan", "done"),
    "failed": Text("mislukt", "failed"),
}
CLASSES = {
    "received": Text("binnengekomen", "received"),
    "seen": Text("bekeken", "seen"),
    "seen by the person": Text("bekeken door de verzoeker zelf", "seen by the person"),
    "suppressed": Text("wordt voortaan met rust gelaten", "is left alone from now on"),
    "keys destroyed": Text("sleutels vernietigd", "keys destroyed"),
    "replayed": Text("opnieuw gedaan na herstel", "done again after a restore"),
}
COUNTED = {
    "found": Text("gevonden", "found"),
    "planned": Text("gepland", "planned"),
    "changed": Text("veranderd", "changed"),
    "remaining": Text("nog over", "remaining"),
}
