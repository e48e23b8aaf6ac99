"""The words of the page with all that waits for a person."""

from gestand.core.text import Text

NOTHING = Text("Er is niets te beslissen. Mooi.", "There is nothing to decide. Well done.")
DOUBTS = Text("Twijfel over wie het vraagt", "Doubt about who asks")
DOUBTS_HOW = Text("De termijn staat stil tot dit bekend is.", "The clock is paused until this is known.")
ROWS = Text("Rijen in twijfel", "Rows in doubt")
STOPS = Text("Staat stil", "Stands still")
SECOND = Text("Wacht op een tweede beslisser", "Waits for a second decider")
READY = Text("Klaar om te doen", "Ready to be done")
TASKS = Text("Met de hand te doen", "To be done by hand")
UNCERTAIN = Text("Verzonden, of niet? Vraag het na", "Sent, or not? Ask")
BOUNCED = Text("Teruggekomen of geweigerd", "Bounced or refused")
TO_PRINT = Text("Af te drukken en te posten", "To be printed and posted")
REACH = Text(
    "Gekeken is naar de {looked} dringendste van {open} open zaken.",
    "Looked at were the {looked} most urgent of {open} open cases.",
)
