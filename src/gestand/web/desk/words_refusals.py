"""The words in which the desk says no."""

from gestand.core.text import Text

OLD_FORM = Text(
    "Dit formulier hoort niet bij deze sessie; er is niets veranderd. Ga terug, laad de pagina opnieuw en vul het "
    "nog eens in.",
    "This form does not belong to this session; nothing was changed. Go back, load the page again, and fill it in "
    "once more.",
)
NOT_YOURS = Text(
    "Dit hoort niet bij uw rol. Vraag het iemand die dit wel mag; er is niets veranderd.",
    "This is not for your role. Ask somebody who may do this; nothing was changed.",
)
CHANGED_TITLE = Text("Iemand was u net voor", "Somebody was just before you")
CHANGED = Text(
    "Terwijl u keek, ging iemand anders met deze zaak verder. Wat u net deed, is niet opgeslagen.",
    "While you were looking, somebody else went on with this case. What you just did was not saved.",
)
SINCE = Text("Sindsdien gebeurde", "Since then")
YOU_WROTE = Text("U had geschreven", "You had written")
LOOK_AGAIN = Text("Kijk opnieuw naar de zaak", "Look at the case again")
PLAN_CHANGED = Text(
    "Het plan is niet meer wat u zag: rijen, datakaart of besluit zijn veranderd. Er is niets gedaan. Kijk opnieuw.",
    "The plan is no longer what you saw: rows, data map or decision have changed. Nothing was done. Look again.",
)
NOT_APPROVED = Text(
    "Dit vraagt twee verschillende beslissers: een groot plan, of de eerste verwijdering. Er is niets gedaan.",
    "This takes two different deciders: a large plan, or the first erasure. Nothing was done.",
)
NOT_READY = Text("De zaak wacht nog op iets anders.", "The case still waits for something else.")
STOPS = Text("Er staat iets in de weg.", "Something stands in the way.")
STORE = Text(
    "Een systeem antwoordt niet, of weigert. Probeer het straks nog eens.",
    "A system does not answer, or refuses. Try again in a while.",
)
ANOTHER_KEEPER = Text(
    "Er wordt op dit moment al gewerkt. Probeer het straks nog eens.",
    "Work is under way at this moment. Try again in a while.",
)
BOOK = Text("Het boek kan nu niet worden gebruikt.", "The book cannot be used now.")
OTHER = Text("Dat kan nu niet.", "That cannot be done now.")
DETAILS = Text("Wat gestand zegt", "What gestand says")
