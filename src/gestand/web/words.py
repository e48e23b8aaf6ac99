"""The words that surround every page, in both languages; those of one page stand in its own file."""

from gestand.core.text import Text

SKIP = Text("Naar de inhoud", "To the content")
REQUESTS = Text("Verzoeken", "Requests")
LETTERS = Text("Brieven", "Letters")
QUESTIONS = Text("Te beslissen", "To decide")
ENTER = Text("Invoeren", "Enter")
STAFF = Text("Medewerkers", "Staff")
SIGN_OUT = Text("Uitloggen", "Sign out")
SIGNED_IN = Text("Ingelogd als {name}", "Signed in as {name}")
MADE_WITH = Text("Gemaakt met gestand", "Made with gestand")
STATEMENT = Text("Privacyverklaring", "Privacy statement")
ASK = Text("Een verzoek doen", "Make a request")
MY_DATA = Text("Mijn gegevens", "My data")
PAGES = Text("Pagina's", "Pages")
TOO_OFTEN = Text(
    "Dat ging te vaak achter elkaar. Probeer het later nog eens, of neem op een andere manier contact op: elk verzoek "
    "telt, hoe het ook komt.",
    "That was too often in a row. Try again later, or contact us in another way: every request counts, however it "
    "comes.",
)
OTHER = Text("In English", "In het Nederlands")
TROUBLE = Text("Dat gaat zo niet", "That cannot be done")
NOT_FOUND = Text("Niet gevonden", "Not found")
A_MOMENT = Text("Even wachten", "Please wait")
OUR_FAULT = Text("Er ging iets mis", "Something went wrong")
TO_DESK = Text("Naar de verzoeken", "To the requests")
NOT_HERE = Text("Deze pagina bestaat niet, of niet meer.", "This page is not there, or no longer.")
FROM_ELSEWHERE = Text(
    "Dit formulier kwam niet van onze eigen pagina; er is niets veranderd. Open de pagina opnieuw en vul het daar in.",
    "This form did not come from our own page; nothing was changed. Open the page again, and fill it in there.",
)
NOT_OUR_NAME = Text(
    "Onder deze naam staat hier niets. Beheert u deze pagina's? Schrijf hun adres onder [web] in gestand.toml.",
    "There is nothing here by this name. Do these pages belong to you? Write their address under [web] in "
    "gestand.toml.",
)
NOT_A_FORM = Text(
    "Dit is geen formulier van ons: het is beschadigd, of er zit een bestand bij. Er is niets verstuurd.",
    "This is no form of ours: it is damaged, or a file comes with it. Nothing was sent.",
)
TOO_SLOW = Text(
    "Het formulier kwam niet op tijd helemaal binnen. Probeer het nog eens.",
    "The form did not come in whole in time. Try again.",
)
TOO_LARGE = Text("Dat is te groot voor dit formulier.", "That is too large for this form.")
BROKEN = Text(
    "Er ging iets mis aan onze kant. Er is niets verloren: probeer het nog eens, of mail ons.",
    "Something went wrong on our side. Nothing was lost: try again, or send us an e-mail.",
)
