"""A request costs money, or can only be made by letter.

Wrong nl:
    Voor het inzien van uw gegevens brengen wij € 5 in rekening.
Wrong nl:
    Een verzoek om inzage kan alleen per aangetekende brief.
Wrong en:
    For a request for access we charge a fee of 5 euros.
Wrong en:
    A request for access can only be made by registered letter.
Wrong statement:
    rights: {cost: 5 euros}
Wrong statement:
    rights: {ways: [post]}
Right nl:
    Een verzoek kost u niets.
Right en:
    A request costs you nothing.
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
    name="request-made-hard",
    weight=Weight.ERROR,
    article=gdpr("12(2)", "12(5)"),
    title=Text("Een verzoek kost geld of moeite", "A request costs money or trouble"),
    why=Text(
        "Een recht dat geld of een gang naar de post kost, laten de meeste mensen liggen.",
        "A right that costs money or a walk to the post office most people leave unused.",
    ),
    preview=True,
)
_BY_LETTER = Text("een verzoek telt langs elke weg", "a request counts by any way")
_ONLY_BY_LETTER = re.compile(
    r"\A(?=.*\b(verzoek\w*|inzage|rechten|requests?|rights)\b).*(?<!niet )(?<!not )"
    r"\b(alleen|uitsluitend|enkel|only)\b.{0,40}\b(aangetekend\w*|per (brief|post)|registered|by (letter|post))\b",
    re.IGNORECASE,
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
    """A fee for a request, with no word of abuse; or a letter as the only way."""
    for quote in seen(published, _FEE, but_not=_ALLOWED):
        yield fault(_SAID, quote)
    for quote in seen(published, _ONLY_BY_LETTER):
        yield fault(_BY_LETTER, quote)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """A cost that is not `none`, or the post as the only way."""
    if statement.rights and statement.rights.cost:
        yield fault_at("rights/cost", _SAID)
    if statement.rights and statement.rights.ways == ("post",):
        yield fault_at("rights/ways", _BY_LETTER)
