"""The steps of a case as the person herself reads them: what was done, and nobody's name."""

from gestand.core.caseplan import CUSTOMER, DECISION, PERSON
from gestand.core.letter import Template
from gestand.core.step import (
    Answered,
    Asked,
    Closed,
    Decided,
    Did,
    Extended,
    Found,
    Identified,
    Lifted,
    Step,
    Wrote,
)
from gestand.core.text import Text
from gestand.documents.casefile import LETTERS, RESULTS

HERS = frozenset(
    {
        Template.RECEIPT,
        Template.LINK,
        Template.QUESTION,
        Template.EXTENSION,
        Template.ANSWER,
        Template.REFUSAL,
        Template.NOT_IDENTIFIED,
        Template.NOTHING_FOUND,
        Template.PASSED_ON,
        Template.WITHDRAWN,
        Template.LIFTING,
    }
)
"""The letters that go to her; the others go to recipients, to customers, or to the desk."""


def to_her(step: Step) -> Text | None:
    """One step in a sentence; None for what is between the staff."""
    match step:
        case Asked():
            return Text(
                "Wij vroegen u om te laten zien dat u het bent.", "We asked you to show that it is you."
            )
        case Identified():
            return Text("U liet zien dat u het bent.", "You showed that it is you.")
        case Extended():
            return Text(
                "Wij hebben meer tijd nodig; in onze brief staat waarom.",
                "We need more time; our letter says why.",
            )
        case Found():
            return Text("Wij zochten in onze systemen.", "We searched our systems.")
        case Decided():
            return Text("Wij namen een besluit.", "We decided.")
        case Did():
            return Text("Wij voerden het besluit uit.", "We did what was decided.")
        case Answered(store=store) if store == CUSTOMER:
            return None
        case Answered(store=store) if store == DECISION:
            return Text("Een mens keek opnieuw naar het besluit.", "A person looked at the decision again.")
        case Answered(store=store) if store == PERSON:
            return Text("Wij vertelden het u op een andere manier.", "We told you in another way.")
        case Answered(told=True):
            return _TO_OTHERS[Template.RECIPIENT]
        case Answered():
            return Text(
                "Iemand zocht in een systeem dat met de hand wordt bijgehouden.",
                "Somebody looked in a system that is kept by hand.",
            )
        case Wrote(letter=letter, to=to):
            return _wrote(Template(letter), to)
        case Lifted():
            return Text(
                "Wij besloten de beperking op te heffen, en vertellen u dat eerst.",
                "We decided to lift the restriction, and tell you first.",
            )
        case Closed(result=result):
            return Text(f"Afgesloten: {RESULTS[result].nl}.", f"Closed: {RESULTS[result].en}.")
        case _:
            return None


def _wrote(letter: Template, to: str) -> Text | None:
    if letter in HERS and not to:
        name = LETTERS[letter]
        return Text(f"Wij schreven u: {name.nl}.", f"We wrote to you: {name.en}.")
    return _TO_OTHERS.get(letter)


_TO_OTHERS = {
    Template.RECIPIENT: Text(
        "Wij vertelden het aan wie de gegevens ook heeft.", "We told somebody else who has the data."
    ),
    Template.CONTROLLER: Text(
        "Wij stuurden uw verzoek door aan de organisatie die erover beslist.",
        "We passed your request on to the organisation that decides on it.",
    ),
    Template.TRANSFER: Text(
        "Wij stuurden een link naar uw bestand aan de organisatie die u noemde.",
        "We mailed a link to your file to the organisation that you named.",
    ),
}
