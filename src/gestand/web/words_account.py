"""The words of the page on which people see to their own data, and of the mail that lets them in."""

from gestand.core.text import Text

TITLE = Text("Mijn gegevens", "My data")
OPENING = Text(
    "Hier ziet en verbetert u zelf wat wij van u hebben. Een wachtwoord is niet nodig: wij mailen u een link.",
    "Here you see and correct what we have about you. You need no password: we mail you a link.",
)
OPENING_NOTHING = Text(
    "Hier doet u een verzoek zonder dat wij nog hoeven te vragen wie u bent. Een wachtwoord is niet nodig: wij mailen "
    "u een link.",
    "Here you make a request without our having to ask who you are. You need no password: we mail you a link.",
)
NO_MAIL = Text(
    "Inloggen kan hier nog niet. Een verzoek doen kan wel, en u krijgt dan een kopie of een verbetering van ons.",
    "Signing in is not possible here yet. Making a request is, and then you get a copy or a correction from us.",
)
EMAIL = Text("E-mailadres waaronder wij u kennen", "E-mail address by which we know you")
MAIL_ME = Text("Mail mij een link", "Mail me a link")
WRONG = Text("Er ontbreekt nog iets", "Something is missing still")

ON_THE_WAY = Text("De link is onderweg", "The link is on its way")
ON_THE_WAY_WHY = Text(
    "Wij mailden een link naar het adres dat u invulde. Die werkt één keer, binnen een kwartier. Bij wie wij niet "
    "kennen gaat dat net zo. Vroeg u het vandaag vaker, dan komt er hoogstens één per uur: gebruik de nieuwste.",
    "We mailed a link to the address that you filled in. It works once, within a quarter of an hour. This goes the "
    "same way for people whom we do not know. If you asked more often today, one comes each hour at most: use the "
    "newest.",
)

ENTER = Text("Welkom", "Welcome")
ENTER_WHY = Text(
    "Met de knop komt u bij uw gegevens. Daarna werkt deze link niet meer.",
    "The button takes you to your data. After that this link no longer works.",
)
ENTER_BUTTON = Text("Ga naar mijn gegevens", "Go to my data")

SIGNED_IN = Text(
    "U bent binnen met {email}, hoogstens een half uur.", "You are in with {email}, for half an hour at most."
)
SIGN_OUT = Text("Uitloggen", "Sign out")
NOTHING = Text(
    "Onder dit adres hebben wij niets gevonden dat u hier zelf kunt zien.",
    "Under this address we found nothing that you can see here yourself.",
)
NOT_OFFERED = Text(
    "Wat wij van u hebben, laten wij zien als u erom vraagt.",
    "What we have about you, we show when you ask for it.",
)
AWAY = Text(
    "Een van onze systemen antwoordt nu niet. Dit is dus misschien niet alles.",
    "One of our systems does not answer now. So this may not be all.",
)
FIXED = Text(
    "Wat hier geen veld is, verbeteren wij als u erom vraagt: hieraan herkennen wij u.",
    "What is no field here we correct when you ask: it is by these that we know you.",
)
SAVE = Text("Bewaar de verbeteringen", "Save the corrections")
SAVED = Text("Verbeterd. U krijgt daarvan bericht per mail.", "Corrected. You get word of it by mail.")
TAKEN_IN = Text(
    "Wij hebben uw verbetering ontvangen. Iemand van ons kijkt ernaar, en u krijgt daarvan bericht per mail.",
    "We have received your correction. Somebody looks at it, and you get word of it by mail.",
)
NOTHING_NEW = Text("Er was niets veranderd.", "Nothing was different.")
EMPTY = Text(
    "Vul hier iets in. Moet het weg? Vraag dan om verwijdering.",
    "Fill in something here. Should it go? Then ask for erasure.",
)
TOO_LONG = Text("Dit is te lang: hoogstens {most} tekens.", "This is too long: {most} characters at most.")
MORE = Text("Iets anders vragen", "Ask something else")
MORE_WHY = Text(
    "Een kopie van alles, verwijdering, of een van uw andere rechten. Wij weten al dat u het bent.",
    "A copy of everything, erasure, or another of your rights. We know already that it is you.",
)

MAIL_SUBJECT = Text("Uw link naar uw gegevens bij {company}", "Your link to your data at {company}")
MAIL = Text(
    "Beste lezer,\n\nMet deze link komt u bij uw gegevens. Hij werkt één keer, tot {until}:\n\n{link}\n\nHeeft u hier "
    "niet om gevraagd? Dan hoeft u niets te doen.\n\nMet vriendelijke groet,\n\n{company}\n{contact}\n",
    "Dear reader,\n\nThis link takes you to your data. It works once, until {until}:\n\n{link}\n\nDid you not ask for "
    "it? Then you need do nothing.\n\nKind regards,\n\n{company}\n{contact}\n",
)
