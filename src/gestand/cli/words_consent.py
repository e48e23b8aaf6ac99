"""What the commands on consent say, in both languages."""

from collections.abc import Mapping

from gestand.core.choice import AgeRoute, ChoiceWay
from gestand.core.text import Language, Text

WAYS = {
    ChoiceWay.BANNER: Text("in de banner", "in the banner"),
    ChoiceWay.FORM: Text("op een formulier", "on a form"),
    ChoiceWay.PREFERENCES: Text("bij de voorkeuren", "among the preferences"),
    ChoiceWay.ONE_CLICK: Text("met één klik", "with one click"),
    ChoiceWay.REPLY: Text("in een antwoord op een e-mail", "by reply to an e-mail"),
    ChoiceWay.STAFF: Text("gezegd tegen een medewerker", "said to a member of the staff"),
    ChoiceWay.API: Text("via de API", "through the API"),
    ChoiceWay.IMPORT: Text("overgenomen uit een ander systeem", "imported from another system"),
}
AGES = {
    AgeRoute.NOT_ASKED: Text("leeftijd niet gevraagd", "age not asked"),
    AgeRoute.OLD_ENOUGH: Text("oud genoeg", "old enough"),
    AgeRoute.PARENT_ASKED: Text("een ouder is gevraagd", "a parent is asked"),
    AgeRoute.PARENT_AGREED: Text("een ouder vindt het goed", "a parent agreed"),
}
TOLD_AGES = set(AGES) - {AgeRoute.NOT_ASKED}
YES, NO = Text("ja", "yes"), Text("nee", "no")
UNPROVEN = Text("onbewezen: wat er getoond is, ligt niet vast", "unproven: what was shown is not on record")
STANDS = Text("geldt nu", "stands now")
NOTHING = Text("Van deze persoon ligt geen keuze vast.", "No choice of this person is on record.")
CHOICES = Text("Keuzes, de oudste eerst:", "Choices, the oldest first:")
LAST_WORDS = Text("Het laatste woord per doel:", "The last word on each purpose:")
LOOKED = Text("Ingezien:", "Looked at:")
ENTERED = Text("ingevoerd door {by}", "entered by {by}")
RECORDED = Text(
    "Keuze {number} ligt vast als regel {entry} van het logboek: {said}.",
    "Choice {number} is on record as entry {entry} of the log: {said}.",
)
WITHOUT_WORDS = Text(
    "Onbewezen: er staat niet bij wat er gezegd is. Met --said ligt dat vast; zonder dat is een ja geen toestemming.",
    "Unproven: what was said is not with it. --said puts that on record; without it a yes is no consent.",
)
LATER_WORD = Text(
    "Een latere keuze van deze persoon blijft gelden.", "A later choice of this person goes on to stand."
)
WRITTEN = Text(
    "Geschreven: {file}. Er staan persoonsgegevens in. Controleren: {command}",
    "Written: {file}. It holds personal data. Verify: {command}",
)
PROVEN = Text(
    "In orde. {made} van de keuzes van {kind} {value} staan in {origin}, een logboek van {size} regels:",
    "Sound. {made} of the choices of {kind} {value} stand in {origin}, a log of {size} entries:",
)
CANNOT_SHOW = Text(
    "Wat dit niet kan laten zien: keuzes van dezelfde persoon die zijn weggelaten, en of de verklaring en het moment "
    "van een keuze kloppen. Wanneer de keuze werd vastgelegd, zegt de regel in het logboek.",
    "What this cannot show: choices of the same person that were left out, and whether the statement and the moment "
    "of a choice are true. When it came on record, its line in the log tells.",
)


def decided(decisions: Mapping[str, object], language: Language) -> str:
    """`statistics: yes, adverts: no`."""
    said = ((word, YES if granted is True else NO) for word, granted in decisions.items())
    return ", ".join(f"{word}: {text.said_in(language)}" for word, text in said)


def way(told: str, language: Language) -> str:
    """How a choice came in; a way that a newer gestand has, by its own name."""
    known = {one.value: text for one, text in WAYS.items()}
    return known[told].said_in(language) if told in known else told
