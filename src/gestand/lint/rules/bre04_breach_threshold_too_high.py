"""The authority is told only of breaches with serious consequences, which is more than the law's own threshold.

Wrong nl:
    Een datalek met ernstige gevolgen voor uw gegevens melden wij bij de toezichthouder.
Wrong en:
    We report a data breach with serious consequences for your data to the authority.
Right nl:
    Een datalek melden wij bij de toezichthouder, tenzij het niet waarschijnlijk is dat u er risico door loopt.
Right en:
    We report a data breach to the authority, unless it is unlikely that it puts you at risk.
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
        "Een lek dat niet ernstig genoeg heet, blijft onder tafel: niemand kijkt ernaar, en wie erdoor "
        "geraakt wordt, weet van niets.",
        "A breach that is not called serious enough stays hidden: nobody looks into it, and those whom it "
        "hits know nothing.",
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
