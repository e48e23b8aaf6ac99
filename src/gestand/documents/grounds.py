"""The grounds on which a request may be refused, per right: the article, and what it says in plain words."""

from dataclasses import dataclass

from gestand.core.request import Right
from gestand.core.text import Language, Text
from gestand.documents.articles import article

_ANY = {
    "GDPR 12(5)(b)": Text(
        "het verzoek is kennelijk ongegrond of buitensporig, en wij kunnen dat aantonen",
        "the request is manifestly unfounded or excessive, and we can demonstrate that",
    ),
    "GDPR 11(2)": Text(
        "wij kunnen aantonen dat wij deze persoon niet kunnen herkennen in onze gegevens",
        "we can demonstrate that we cannot recognise this person in our data",
    ),
    "UAVG 41(1)": Text(
        "het is noodzakelijk voor de bescherming van anderen, of voor een belang in dit artikel",
        "it is necessary to protect others, or for an interest that this article names",
    ),
}
_OF_RIGHT = {
    Right.ACCESS: {
        "GDPR 15(4)": Text(
            "een kopie zou de rechten van anderen schaden", "a copy would harm the rights of others"
        ),
    },
    Right.RECTIFICATION: {
        "GDPR 16": Text("de gegevens kloppen en zijn volledig", "the data are correct and complete"),
    },
    Right.ERASURE: {
        "GDPR 17(1)": Text(
            "de gegevens zijn nog nodig, en niets in dit artikel geldt",
            "the data are still needed, and nothing in this article applies",
        ),
        "GDPR 17(3)(a)": Text("vrijheid van meningsuiting en informatie", "freedom of expression"),
        "GDPR 17(3)(b)": Text(
            "een wet verplicht ons ze te bewaren, of het is een publieke taak",
            "a law obliges us to keep them, or it is a public task",
        ),
        "GDPR 17(3)(c)": Text("de volksgezondheid", "public health"),
        "GDPR 17(3)(d)": Text(
            "archief of onderzoek zou onmogelijk worden of ernstig lijden",
            "archives or research would become impossible or suffer seriously",
        ),
        "GDPR 17(3)(e)": Text("ze zijn nodig voor een rechtsvordering", "they are needed for a legal claim"),
    },
    Right.RESTRICTION: {
        "GDPR 18(1)": Text(
            "geen van de vier gevallen van dit artikel doet zich voor",
            "none of the four cases of this article is there",
        ),
    },
    Right.PORTABILITY: {
        "GDPR 20(1)": Text(
            "de gegevens zijn niet door de persoon gegeven, of rusten niet op toestemming of contract",
            "the data were not given by the person, or do not rest on consent or a contract",
        ),
        "GDPR 20(4)": Text(
            "overdracht zou de rechten van anderen schaden", "a transfer would harm the rights of others"
        ),
    },
    Right.OBJECTION: {
        "GDPR 21(1)": Text(
            "er zijn dwingende gronden die zwaarder wegen, of een rechtsvordering",
            "there are compelling grounds that weigh more, or a legal claim",
        ),
    },
    Right.AUTOMATED: {
        "GDPR 22(1)": Text(
            "er was geen geheel automatisch besluit met grote gevolgen",
            "there was no wholly automated decision with large effects",
        ),
    },
}


@dataclass(frozen=True)
class Ground:
    """One line of the list: what is kept (`GDPR 17(3)(e)`), and what people read."""

    value: str
    label: str


@dataclass(frozen=True)
class Grounds:
    """The grounds for one right, or those for any."""

    of: Text
    grounds: tuple[Ground, ...]


_EVERY_RIGHT = Text("bij ieder verzoek", "with any request")


def grounds(rights: tuple[Right, ...], language: Language) -> tuple[Grounds, ...]:
    """What can be chosen for these rights. To marketing and consent there is no ground against (GDPR 7(3), 21(3))."""
    own = tuple(Grounds(one.called, _lines(_OF_RIGHT[one], language)) for one in rights if one in _OF_RIGHT)
    return (*own, Grounds(_EVERY_RIGHT, _lines(_ANY, language)))


def is_ground(right: Right, value: str) -> bool:
    """Whether a refusal of this right can rest on it."""
    return value in grounds_of(right)


def grounds_of(right: Right) -> tuple[str, ...]:
    """The articles on which a refusal of this right can rest."""
    return (*_OF_RIGHT.get(right, {}), *(_ANY if right.needs_identity else ()))


def _lines(known: dict[str, Text], language: Language) -> tuple[Ground, ...]:
    return tuple(_line(value, text, language) for value, text in known.items())


def _line(value: str, text: Text, language: Language) -> Ground:
    return Ground(value, f"{article(value, language)}: {text.said_in(language)}")
