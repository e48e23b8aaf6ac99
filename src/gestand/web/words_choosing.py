"""What somebody reads whose choice could not be taken; nothing optional runs then."""

from gestand.core.text import Text

FROM_ELSEWHERE = Text(
    "Deze keuze kwam niet van een pagina van ons; er is niets vastgelegd. Open de pagina opnieuw en kies daar.",
    "This choice did not come from a page of ours; nothing was recorded. Open the page again, and choose there.",
)
NO_CHOICE = Text(
    "Dit is geen keuze van ons formulier; er is niets vastgelegd. Open de pagina opnieuw en kies daar.",
    "This is no choice from our form; nothing was recorded. Open the page again, and choose there.",
)
NOT_ASKED = Text(
    "Hier staat een antwoord op iets wat niet werd gevraagd, of er ontbreekt een; er is niets vastgelegd. Open de "
    "pagina opnieuw en kies daar.",
    "Something is answered here that was not asked, or an answer is missing; nothing was recorded. Open the page "
    "again, and choose there.",
)
NOT_SHOWN = Text(
    "Wij vragen dit nu anders dan op de pagina die u voor u had; er is niets vastgelegd. Open de pagina opnieuw en "
    "kies daar.",
    "We ask this in other words now than on the page that you had before you; nothing was recorded. Open the page "
    "again, and choose there.",
)
NOT_NOW = Text(
    "Uw keuze kon nu niet worden vastgelegd, dus er geldt niets van. Wat niet nodig is, blijft uit. Probeer het straks "
    "nog eens.",
    "Your choice could not be recorded now, so nothing of it holds. What is not needed stays off. Try again later.",
)
