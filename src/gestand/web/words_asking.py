"""The words of the request form, and of the page after it."""

from gestand.core.text import Text

TITLE = Text("Een verzoek over uw gegevens", "A request about your data")
OPENING = Text(
    "U mag zien wat wij van u hebben, en vragen of wij het verbeteren, wissen of anders gebruiken. Het kost niets. "
    "U hoeft niet te zeggen waarom.",
    "You may see what we have about you, and ask us to correct it, erase it or use it differently. It costs nothing. "
    "You need not say why.",
)
REQUIRED = Text("verplicht", "required")
ONLY_REQUIRED = Text(
    "Alleen velden met “verplicht” moet u invullen. Voor het stoppen van reclame en het intrekken van toestemming is "
    "uw e-mailadres genoeg.",
    "Only fields marked “required” have to be filled in. To end advertising or to withdraw consent, your e-mail "
    "address is enough.",
)
WRONG = Text("Er ontbreekt nog iets", "Something is missing still")
WHAT = Text("Wat wilt u?", "What would you like?")
WHAT_HINT = Text("Kies er één of meer.", "Choose one or more.")
WHO = Text("Wie bent u?", "Who are you?")
NAME = Text("Naam", "Name")
NAME_MARK = Text(
    "verplicht, behalve voor reclame en toestemming", "required, but for advertising and consent"
)
EMAIL = Text("E-mailadres", "E-mail address")
EMAIL_HINT = Text(
    "Hierheen sturen wij ons antwoord. Kies het adres waaronder wij u kennen, als u dat nog heeft.",
    "We send our answer there. Choose the address by which we know you, if you still have it.",
)
EMAIL_SIGNED_IN = Text(
    "U bent ingelogd met dit adres; wij vragen verder niets.",
    "You are signed in with this address; we ask nothing more.",
)
MORE = Text("Waaraan kennen wij u nog meer?", "By what else do we know you?")
MORE_HINT = Text(
    "Niet verplicht. Het helpt ons om alles van u te vinden.",
    "Not required. It helps us to find everything of yours.",
)
NO_COPY = Text(
    "Stuur nooit een kopie van uw paspoort of identiteitskaart: wij vragen er niet om.",
    "Never send a copy of your passport or identity card: we do not ask for it.",
)
WHICH = Text("Over welke gegevens gaat het?", "Which data is it about?")
WHICH_HINT = Text(
    "Niet verplicht. Kiest u niets, dan gaat het over alles.",
    "Not required. Choose nothing, and it is about all.",
)
USES = Text("Welk gebruik moet stoppen?", "Which use should end?")
USES_HINT = Text(
    "Niet verplicht. Kiest u niets, dan gaat het over elk.",
    "Not required. Choose nothing, and it is about each.",
)
CORRECT = Text("Wat moet er anders staan?", "What should it say instead?")
CORRECT_HINT = Text(
    "Zoveel regels als u nodig heeft. Het mag ook in uw eigen woorden, hieronder.",
    "As many lines as you need. You may also say it in your own words, below.",
)
PLACE = Text("{number}. Wat klopt er niet?", "{number}. What is wrong?")
VALUE = Text("{number}. Wat moet er staan?", "{number}. What should it say?")
MOVING = Text("Uw gegevens elders gebruiken", "Using your data elsewhere")
CHOOSE = Text("Kies", "Choose")
SEND_TO = Text("Naar welke andere organisatie?", "To which other organisation?")
SEND_TO_HINT = Text(
    "Niet verplicht. Naam en e-mailadres, zo: Andere B.V. <intake@voorbeeld.nl>. Vult u niets in, dan krijgt u het "
    "bestand zelf.",
    "Not required. Name and e-mail address, like this: Other Ltd <intake@example.org>. Leave it empty, and the file "
    "comes to you.",
)
FOR = Text("Voor wie vraagt u dit?", "For whom do you ask this?")
FOR_HERSELF = Text("Voor mijzelf", "For myself")
FOR_OTHERS = {
    "parent": Text("Voor mijn kind, als ouder", "For my child, as a parent"),
    "guardian": Text(
        "Voor iemand van wie ik voogd, curator of mentor ben", "For somebody whose guardian I am"
    ),
    "lawyer": Text("Voor een cliënt, met een volmacht", "For a client, with authority"),
}
AUTHORITY = Text("Waaruit blijkt dat u dit mag vragen?", "What shows that you may ask this?")
AUTHORITY_HINT = Text(
    "Noem het stuk, of de persoon om wie het gaat. Stuur geen kopie van een identiteitsbewijs.",
    "Name the paper, or the person whom it is about. Send no copy of an identity document.",
)
WORDS = Text("In uw eigen woorden", "In your own words")
WORDS_HINT = Text(
    "Niet verplicht. Wat wij moeten weten om het goed te doen.",
    "Not required. What we should know to do it well.",
)
SEND = Text("Verstuur het verzoek", "Send the request")
AFTER = Text(
    "Wij gebruiken wat u hier invult alleen om uw verzoek te beantwoorden.",
    "We use what you fill in here for nothing but to answer your request.",
)

RECEIVED = Text("Wij hebben uw verzoek ontvangen", "We have received your request")
RECEIVED_MAIL = Text(
    "Binnen enkele minuten krijgt u mail op het adres dat u invulde. Daarin staat wanneer u antwoord krijgt, en een "
    "link naar een pagina waarop u ziet hoe ver wij zijn.",
    "Within a few minutes you get mail at the address that you filled in. It says when you get an answer, and has a "
    "link to a page on which you see how far we are.",
)
RECEIVED_LATER = Text(
    "Wij schrijven u op het adres dat u invulde. U krijgt altijd antwoord, ook als wij niets van u hebben.",
    "We write to you at the address that you filled in. You always get an answer, also if we have nothing about you.",
)
RECEIVED_ASK = Text("Heeft u een vraag? Neem contact op: {contact}.", "A question? Contact us: {contact}.")
RECEIVED_LINK = Text(
    "Moeten wij weten dat het adres van u is? Dan krijgt u daarvoor ook een link. Die werkt 24 uur.",
    "Do we have to know that the address is yours? Then you get a link for that too. It works for 24 hours.",
)
RECEIVED_ANYWAY = Text(
    "U krijgt altijd antwoord, ook als u de link niet opent en ook als wij niets van u hebben.",
    "You always get an answer, also if you do not open the link, and also if we have nothing about you.",
)
RECEIVED_NOT = Text(
    "Komt er geen mail? Kijk bij de ongewenste mail. Naar één adres sturen wij er op een dag maar een paar, wie er ook "
    "om vraagt; uw verzoek telt ook zonder mail, en wij kijken ernaar. Neem gerust contact op: {contact}.",
    "No mail? Look among your junk mail. To one address we send but a few in a day, whoever asks for them; your "
    "request counts without mail too, and we look at it. Do contact us: {contact}.",
)
BACK = Text("Terug naar de privacyverklaring", "Back to the privacy statement")
