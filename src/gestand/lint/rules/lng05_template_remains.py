"""A placeholder of a template was never filled in.

Wrong nl:
    [bedrijfsnaam] verwerkt uw gegevens met zorg.
Wrong en:
    {{company_name}} keeps your data for XX years.
Wrong statement:
    explained: {us: {nl: "[Bedrijfsnaam] is van ons.", en: "[Company name] is ours."}}
Right nl:
    Bakkerij De Korenmaat verwerkt uw gegevens met zorg.
Right en:
    Cornmill Bakery handles your data with care.
"""

import re
from collections.abc import Iterator

from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, fault_at
from gestand.lint.passages import said_at, seen
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="LNG05",
    name="template-remains",
    weight=Weight.ERROR,
    article=gdpr("5(2)", "12(1)"),
    title=Text("Een restje van het sjabloon", "A remainder of the template"),
    why=Text(
        "Waar ‘[bedrijfsnaam]’ staat, heeft niemand gekeken of de rest wel klopt.",
        "Where “[company name]” stands, nobody looked whether the rest is true.",
    ),
)
_SAID = Text("hier is een sjabloon niet ingevuld", "a template was not filled in here")
_PLACEHOLDER = re.compile(
    r"\[(?!x\]|\s*\]|\d+\]|https?:|@|\.\.\.\]|…\])[^\[\]\n()]{0,20}\b(naam|bedrijf\w*|organisatie|adres"
    r"|e-?mail\w*|telefoon\w*|datum|website|url|plaats|kvk\w*|invullen|company|name|address|date|phone"
    r"|insert|your)\b[^\[\]\n()]{0,30}\](?!\()"
    r"|\{\{[^{}\n]{1,60}\}\}|<<[^<>\n]{1,60}>>|\blorem ipsum\b|\bX{2,4}[ -](jaar|maanden|dagen|weken"
    r"|years?|months?|days|XX)\b|\b(hier invullen|vul hier|invullen:)"
    r"|\[(bedrijfsnaam|naambedrijf|companyname|telefoonnummer|e-?mailadres|websitenaam|naam)\W{0,2}\](?!\()",
    re.IGNORECASE,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """Words in brackets that stand for somebody's name or address, and other marks of templates."""
    if quotes := seen(published, _PLACEHOLDER):
        yield fault(_SAID, *quotes[:3])


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """The same in any of its texts."""
    for path in said_at(statement, _PLACEHOLDER):
        yield fault_at(path, _SAID)
