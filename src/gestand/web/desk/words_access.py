"""The words for roles, for signing in, and for what cannot be done."""

from gestand.core.staff import Role
from gestand.core.text import Text

ROLES = {
    Role.DECIDER: Text("beslisser", "decider"),
    Role.DESK: Text("balie", "desk"),
    Role.READER: Text("lezer", "reader"),
    Role.OFFICER: Text("functionaris gegevensbescherming", "data protection officer"),
}

SIGN_IN = Text("Inloggen", "Sign in")
NAME = Text("Naam", "Name")
PASSWORD = Text("Wachtwoord", "Password")
FIRST = Text(
    "Uw eerste keer? Open de link die u kreeg; daarmee kiest u een wachtwoord.",
    "Your first time? Open the link that you were given; with it you choose a password.",
)
ALREADY = Text("Al ingelogd? Ga verder", "Signed in already? Go on")
NO_FIT = Text(
    "Naam en wachtwoord passen niet bij elkaar. Kijk beide na.",
    "Name and password do not fit each other. Look at both again.",
)
TOO_OFTEN = Text(
    "Er is te vaak geprobeerd in te loggen. Wacht een kwartier.",
    "There were too many attempts to sign in. Wait a quarter of an hour.",
)

WELCOME = Text("Welkom, {name}", "Welcome, {name}")
CHOOSE = Text(
    "Kies een wachtwoord van minstens {least} tekens. Een zin die u onthoudt, werkt goed.",
    "Choose a password of at least {least} characters. A sentence that you remember works well.",
)
AGAIN = Text("Nog een keer", "Once more")
SET = Text("Wachtwoord instellen", "Set the password")
LINK_ENDED = Text(
    "Deze link is gebruikt of te oud. Vraag een nieuwe: gestand staff invite maakt er een.",
    "This link was used or is too old. Ask for a new one: gestand staff invite makes one.",
)
TOO_SHORT = Text("Dit zijn minder dan {least} tekens.", "These are fewer than {least} characters.")
TOO_LONG = Text("Dit zijn meer dan {most} tekens.", "These are more than {most} characters.")
LIKE_NAME = Text("Uw naam of die van het bedrijf staat erin.", "It holds your name or the company's.")
TOO_COMMON = Text(
    "Dit is een van de eerste dingen die iemand probeert. Neem een zin.",
    "This is among the first things that somebody tries. Take a sentence.",
)
TOO_PLAIN = Text(
    "Het zijn steeds dezelfde tekens. Neem een zin.",
    "It is the same characters over and over. Take a sentence.",
)
NOT_ALIKE = Text("De twee zijn niet hetzelfde.", "The two are not the same.")
