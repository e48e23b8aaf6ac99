"""Nobody is named as the controller.

Wrong:
    Op deze pagina leest u hoe met uw gegevens wordt omgegaan.
Right:
    Bakkerij De Korenmaat B.V., Molenweg 1 in Utrecht, is verantwoordelijk voor de verwerking van uw
    persoonsgegevens.
"""

import re
from collections.abc import Iterator

from gestand.core.fact import Controller
from gestand.core.text import Text
from gestand.lint.judgment import Judgment
from gestand.lint.missing import missing
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr

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
_CANDIDATE = re.compile(
    r"\b(verantwoordelijk\w*|controller)\b|\bB\.?V\.?(?=\W|$)|\bN\.V\.|\bLtd\b|\bInc\b|\bGmbH\b|\bStichting\b"
    r"|\bKvK\b|\bV\.?O\.?F\b|\bLLC\b",
    re.IGNORECASE,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """No controller was read, and no legal form stands anywhere. A statement of gestand always has a name."""
    yield from missing(
        published,
        _SAID,
        tuple(fact for _, fact in published.of(Controller)),
        _CANDIDATE,
        where_contact_is=True,
    )
