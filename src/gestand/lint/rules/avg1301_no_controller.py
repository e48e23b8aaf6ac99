"""Nobody is named as the controller.

Wrong nl:
    Op deze pagina leest u hoe met uw gegevens wordt omgegaan.
Wrong nl:
    Korenmaat gebruikt cookies om te onthouden wat er in uw mandje ligt.
Wrong en:
    This page tells how your data are handled.
Wrong statement:
    controller: {name: unstated}
Right nl:
    Bakkerij De Korenmaat B.V., Molenweg 1 in Utrecht, is verantwoordelijk voor de verwerking van uw
    persoonsgegevens.
Right en:
    The controller of your personal data is Cornmill Bakery Ltd, 1 Mill Road, Cork, Ireland.
"""

import re
from collections.abc import Iterator

from gestand.core.fact import Contact, Controller, Doubt
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, fault_at
from gestand.lint.missing import missing
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="AVG1301",
    name="no-controller",
    weight=Weight.ERROR,
    article=gdpr("13(1)(a)"),
    title=Text("Er staat niet wie verantwoordelijk is", "Who is responsible is not said"),
    why=Text(
        "Zonder naam weet niemand bij wie hij moet zijn, en wie hij kan aanspreken.",
        "Without a name nobody knows whom to turn to, or whom to hold to it.",
    ),
)
_SAID = Text("er staat geen naam van een verantwoordelijke", "no name of a controller is stated")
_ONLY_A_BRAND = Text(
    "er staat alleen een merknaam: geen rechtsvorm, adres of handelsregister dat zegt wie dat is",
    "only a brand is named: no legal form, address or register says who that is",
)
_CANDIDATE = re.compile(
    r"\b(verantwoordelijk\w*|controller)\b|\bB\.?V\.?(?=\W|$)|\bN\.V\.|\bLtd\b|\bInc\b|\bGmbH\b|\bStichting\b"
    r"|\bKvK\b|\bV\.?O\.?F\b|\bLLC\b",
    re.IGNORECASE,
)
_REGISTERED = re.compile(
    r"\b(KvK|Kamer van Koophandel|handelsregister|ondernemingsnummer|Chamber of Commerce|trade register)\b.{0,40}\d{4}",
    re.IGNORECASE,
)
"""A number in the trade register says who stands behind a brand."""


def judge_text(published: Published) -> Iterator[Judgment]:
    """No controller was read, and no legal form stands anywhere.

    A name that is only guessed, in a text without a legal form or any contact, is a brand and nobody to hold to it.
    """
    stated = tuple(fact for _, fact in published.of(Controller))
    if stated and published.quotes(_REGISTERED):
        return
    reachable = published.of(Contact) or published.quotes(_CANDIDATE)
    if stated and not reachable and all(fact.doubt is not Doubt.NONE for fact in stated):
        yield fault(_ONLY_A_BRAND, stated[0].quote)
    else:
        yield from missing(published, _SAID, stated, _CANDIDATE, where_contact_is=True)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """The name is left unstated."""
    if not statement.controller.name:
        yield fault_at("controller/name", _SAID)
