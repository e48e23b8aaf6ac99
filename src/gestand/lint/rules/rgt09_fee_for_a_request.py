"""A request costs money, or can only be made by letter.

Wrong:
    Voor het inzien van uw gegevens brengen wij € 5 in rekening.
Wrong statement:
    rights: {cost: 5 euros}
Right:
    Een verzoek kost u niets.
"""

import re
from collections.abc import Iterator

from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, fault_at
from gestand.lint.passages import seen
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="RGT09",
    name="fee-for-a-request",
    weight=Weight.ERROR,
    article=gdpr("12(2)", "12(5)"),
    title=Text("Een verzoek kost geld of moeite", "A request costs money or trouble"),
    why=Text(
        "Een recht waarvoor men moet betalen, is er niet voor iedereen.",
        "A right that one has to pay for is not there for everybody.",
    ),
    preview=True,
)
_SAID = Text("een verzoek is gratis, behalve bij misbruik", "a request is free, but for abuse")
_FEE = re.compile(
    r"\A(?=.*\b(verzoek\w*|inzage|inzien|requests?|access)\b).*\b(breng\w* .{0,40}in rekening"
    r"|kosten (worden )?(in rekening|berekend)|(vergoeding|bijdrage) (van|vragen)"
    r"|charge\w* (you )?a fee|administration fee)\b",
    re.IGNORECASE,
)
_ALLOWED = re.compile(
    r"\b(buitensporig\w*|ongegrond\w*|kennelijk|misbruik|herhaald\w*|excessive"
    r"|unfounded|repetitive|geen|niet|no|not|gratis|kosteloos|free)\b",
    re.IGNORECASE,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """A fee for a request, with no word of abuse."""
    for quote in seen(published, _FEE, but_not=_ALLOWED):
        yield fault(_SAID, quote)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """A cost that is not `none`."""
    if statement.rights and statement.rights.cost:
        yield fault_at("rights/cost", _SAID)
