"""The words of the pages that a mailed link leads to: to confirm, to follow a case, and to collect a copy."""

from gestand.core.text import Text

CONFIRM = Text("Is dit adres van u?", "Is this address yours?")
CONFIRM_ASKED = Text(
    "Met dit adres is op {day} aan ons gevraagd om:", "With this address we were asked on {day} for:"
)
CONFIRM_WHY = Text(
    "Met één druk op de knop weten wij dat het adres van u is. Meer vragen wij niet, en nooit een kopie van een "
    "identiteitsbewijs.",
    "One press of the button tells us that the address is yours. We ask nothing more, and never a copy of an identity "
    "document.",
)
CONFIRM_BUTTON = Text("Ja, dit adres is van mij", "Yes, this address is mine")
CONFIRM_NOT = Text(
    "Heeft u niets gevraagd? Doe dan niets. Zonder uw druk op de knop geven wij geen gegevens en wissen wij niets.",
    "Did you ask for nothing? Then do nothing. Unless you press the button we give no data and erase nothing.",
)
GONE = Text("Deze link werkt niet meer", "This link no longer works")
GONE_WHY = Text(
    "Een link werkt maar kort, en soms maar één keer. U bent er uw verzoek niet mee kwijt: u krijgt altijd antwoord.",
    "A link works for a short time only, and sometimes only once. Your request is not lost: you always get an answer.",
)
GONE_NEW = Text(
    "Nieuwe link nodig? Doe hetzelfde verzoek nog eens, of neem contact op: {contact}.",
    "Do you need a new link? Make the same request again, or contact us: {contact}.",
)

CASE = Text("Uw verzoek", "Your request")
ASKED = Text("U vroeg om", "You asked for")
NUMBER = Text("Zaaknummer", "Case number")
RECEIVED = Text("Ontvangen", "Received")
ABOUT = Text("Over", "About")
ALL_DATA = Text("al uw gegevens", "all your data")
STANDS = Text("Hoe het staat", "How it stands")
ANSWER_BY = Text("U krijgt antwoord uiterlijk op {day}.", "You get an answer by {day} at the latest.")
UNPROVEN = Text(
    "Wij weten nog niet zeker dat het adres van u is. Kreeg u daarvoor een link? Druk op de knop erachter; dan gaat "
    "het sneller.",
    "We are not sure yet that the address is yours. Did you get a link for that? Press the button behind it; then it "
    "goes faster.",
)
PAUSED = Text(
    "De termijn staat stil, want wij wachten op uw antwoord op onze vraag.",
    "The clock is paused, for we wait for your answer to our question.",
)
CLOSED = Text("Uw verzoek is beantwoord: {result}.", "Your request was answered: {result}.")
YOUR_WORDS = Text("In uw woorden", "In your words")
STEPS = Text("Wat er gebeurde", "What happened")
STEP_RECEIVED = Text("Wij ontvingen uw verzoek.", "We received your request.")
LETTERS = Text("Onze brieven aan u", "Our letters to you")
COPY = Text("Uw gegevens", "Your data")
COPY_WHY = Text(
    "Uw gegevens staan klaar in één bestand. Wij houden bij dat het is opgehaald.",
    "Your data are ready in one file. We keep a record of its being collected.",
)
COPY_BUTTON = Text("Haal het bestand op", "Collect the file")
TRANSFER = Text("Gegevens van een persoon voor u", "Data of a person for you")
TRANSFER_WHY = Text(
    "Een persoon vroeg ons om deze gegevens aan u te geven (artikel 20 lid 2 AVG). U kunt het bestand één keer "
    "ophalen. Wij houden bij dat het is opgehaald.",
    "A person asked us to give these data to you (Article 20(2) GDPR). You can collect the file once. We keep a record "
    "of its being collected.",
)
TRANSFER_NOT = Text(
    "Verwacht u dit niet? Haal het bestand dan niet op, en laat het ons weten.",
    "Did you not expect this? Then do not collect the file, and let us know.",
)
DISAGREE = Text("Niet mee eens?", "Do you disagree?")
TELL_US = Text("Laat het ons weten: {contact}.", "Tell us: {contact}.")
COMPLAIN = Text(
    "U mag ook altijd een klacht indienen bij de toezichthouder (artikel 77 AVG): {authority}.",
    "You can also lodge a complaint with the supervisory authority at any time (Article 77 GDPR): {authority}.",
)
COURT = Text(
    "Naar de rechter gaan kan ook (artikel 79 AVG). Hoe, en binnen welke tijd, staat in onze brief.",
    "You can go to court as well (Article 79 GDPR). Our letter says how, and within what time.",
)
