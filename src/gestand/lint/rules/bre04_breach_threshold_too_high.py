"""The authority is told only of breaches with serious consequences, which is more than the law's own threshold.

Wrong:
    Een datalek met ernstige gevolgen voor uw gegevens melden wij bij de toezichthouder.
Right:
    Een datalek melden wij bij de toezichthouder, tenzij het niet waarschijnlijk is dat u er risico door loopt.
"""

import re
from collections.abc import Iterator

from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault
from gestand.lint.passages import seen
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr

RULE = Rule(
    code="BRE04",
    name="breach-threshold-too-high",
    weight=Weight.ERROR,
    article=gdpr("33(1)"),
    title=Text("Alleen ernstige datalekken worden gemeld", "Only serious breaches are told"),
    why=Text(
        "De wet vraagt een melding zodra er een risico is, niet pas bij ernstige gevolgen.",
        "The law asks for a notice as soon as there is a risk, not only upon serious consequences.",
    ),
    preview=True,
)
_SAID = Text(
    "de wet vraagt een melding zodra er een risico is", "the law asks for a notice as soon as there is a risk"
)
_SERIOUS = re.compile(
    r"\A(?=.*\b(datalek\w*|inbreuk\w*|breach\w*)\b)(?=.*\b(meld\w*|gemeld|toezichthouder|autoriteit"
    r"|notif\w*|report\w*|authority)\b).*\b(ernstige? (nadelige )?gevolgen|serious (harm|consequences))\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(betrokkenen?|aan u|u (daarover|hierover)|informeren wij u|hoog risico"
    r"|high risk|inform you)\b",
    re.IGNORECASE,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """Serious consequences as the threshold for the authority; towards people a high risk is the law's own."""
    for quote in seen(published, _SERIOUS, but_not=_PEOPLE):
        yield fault(_SAID, quote)
