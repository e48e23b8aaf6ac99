"""The words of the form by which staff enter a request."""

from gestand.core.request import Way
from gestand.core.text import Text

TITLE = Text("Een verzoek invoeren", "Enter a request")
OPENING = Text(
    "Voor wat per post, per telefoon, per e-mail of in een gesprek binnenkwam. De termijn begint op de dag van "
    "ontvangst, niet op die van invoer.",
    "For what came by post, by phone, by e-mail or in a conversation. The clock starts on the day of receipt, not on "
    "that of entry.",
)
WRONG = Text("Er klopt iets nog niet", "Something is not right yet")
HOW = Text("Hoe en wanneer kwam het binnen?", "How and when did it come in?")
WAY = Text("Weg", "Way")
WAYS = {
    Way.POST: Text("post", "post"),
    Way.EMAIL: Text("e-mail", "e-mail"),
    Way.PHONE: Text("telefoon", "phone"),
    Way.CONVERSATION: Text("gesprek", "conversation"),
}
DAY = Text("Dag van ontvangst", "Day of receipt")
TIME = Text("Tijd", "Time")
TIME_HINT = Text("Niet bekend? Laat 09:00 staan.", "Not known? Leave 09:00.")
LANGUAGE = Text("Taal van het antwoord", "Language of the answer")
LANGUAGES = {"nl": Text("Nederlands", "Dutch"), "en": Text("Engels", "English")}
WHAT = Text("Wat wordt er gevraagd?", "What is asked?")
WHAT_HINT = Text(
    "Kies alles wat erin staat, ook als de wet niet wordt genoemd.",
    "Choose all that is in it, even where no law is named.",
)
WORDS = Text("Wat er stond, of werd gezegd", "What was written, or said")
WHO = Text("Wie vraagt het?", "Who asks?")
NAME = Text("Naam", "Name")
EMAIL = Text("E-mailadres", "E-mail address")
EMAIL_HINT = Text("Leeg: het antwoord gaat per post.", "Empty: the answer goes by post.")
ADDRESS = Text("Postadres", "Postal address")
FOR = Text("Voor wie?", "For whom?")
FOR_HERSELF = Text("voor zichzelf", "for themselves")
FOR_OTHERS = {
    "parent": Text("voor een kind, als ouder", "for a child, as a parent"),
    "guardian": Text("als voogd, curator of mentor", "as a guardian"),
    "lawyer": Text("voor een cliënt, met volmacht", "for a client, with authority"),
}
AUTHORITY = Text("Waaruit blijkt dat dit mag?", "What shows that they may?")
KNOWN = Text("Waaraan is deze persoon te herkennen?", "By what is this person known?")
KNOWN_HINT = Text(
    "Alles wat zij noemt. Bewezen is het nog niet.", "All that was named. None of it is proven yet."
)
KNOWN_EMAIL = Text("Een ander e-mailadres dan hierboven", "Another e-mail address than above")
MORE = Text("Meer: gegevens, gebruik, verbeteringen", "More: data, uses, corrections")
ABOUT = Text("Over welke gegevens?", "About which data?")
ABOUT_HINT = Text("Niets gekozen: over alles.", "None chosen: about all.")
USES = Text("Welk gebruik moet stoppen?", "Which use should end?")
CORRECT = Text("Wat moet er anders staan?", "What should it say instead?")
PLACE = Text("Verbetering {number}: welk gegeven", "Correction {number}: which datum")
VALUE = Text("Verbetering {number}: wat er moet staan", "Correction {number}: what it should say")
CHOOSE = Text("kies", "choose")
SEND_TO = Text("Naar welke organisatie (overdracht)?", "To which organisation (portability)?")
ENTER = Text("Voer het verzoek in", "Enter the request")
ANYHOW = Text("Ja, voer het zo in", "Yes, enter it so")

NO_WAY_BACK = Text(
    "Vul een e-mailadres of een postadres in: daarheen gaat het antwoord.",
    "Fill in an e-mail address or a postal address: the answer goes there.",
)
NO_WAY = Text("Kies hoe het binnenkwam.", "Choose how it came in.")
NO_MOMENT = Text(
    "Schrijf de dag als 2026-11-23 en de tijd als 09:00.",
    "Write the day as 2026-11-23 and the time as 09:00.",
)
TO_COME = Text("Dit moment moet nog komen.", "This moment is still to come.")
TOO_OLD = Text("Dit is langer dan tien jaar geleden.", "This is more than ten years ago.")
LATE = Text(
    "Dit kwam {days} dagen geleden binnen. Die tijd is al van de termijn af. Klopt de dag, bevestig het dan onderaan.",
    "This came in {days} days ago. That time is gone from the term already. If the day is right, confirm it below.",
)
