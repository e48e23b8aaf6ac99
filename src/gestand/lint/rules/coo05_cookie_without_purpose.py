"""A cookie is named without what it is for.

Wrong nl:
    Wij plaatsen de volgende cookies:

    | Naam | Doel | Bewaartermijn |
    |---|---|---|
    | taal_keuze |  | 1 jaar |
Wrong en:
    We set the following cookies:

    | Name | Purpose | Lifetime |
    |---|---|---|
    | language_choice |  | 1 year |
Wrong statement:
    cookies: {functional: {purpose: unstated}}
Right nl:
    Wij plaatsen de volgende cookies:

    | Naam | Doel | Bewaartermijn |
    |---|---|---|
    | taal_keuze | onthoudt uw taal | 1 jaar |
Right en:
    We set the following cookies:

    | Name | Purpose | Lifetime |
    |---|---|---|
    | language_choice | remembers your language | 1 year |
"""

import re
from collections.abc import Iterator
from datetime import date

from gestand.core.text import Text
from gestand.lint.cookies import cookie_cells, items_of
from gestand.lint.judgment import Judgment, fault, fault_at
from gestand.lint.published import Published, quote_of
from gestand.lint.rule import Article, Rule, Weight
from gestand.statement.model import Statement

RULE = Rule(
    code="COO05",
    name="cookie-without-purpose",
    weight=Weight.ERROR,
    article=Article(Text("Tw 11.7a(1)", "Tw 11.7a(1) (the Dutch telecommunications act)"), date(2012, 6, 5)),
    title=Text("Een cookie zonder doel", "A cookie without a purpose"),
    why=Text(
        "Zonder doel is er niets om ja of nee tegen te zeggen.",
        "Without a purpose there is nothing to say yes or no to.",
    ),
)
_SAID = Text("waarvoor deze cookie dient, staat er niet", "what this cookie is for is not said")
_PURPOSE = re.compile(
    r"\bdoel|functie|omschrijving|beschrijving|waarvoor|purpose|description"
    r"|used for",
    re.IGNORECASE,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """A row of a table about cookies whose cell for the purpose is empty."""
    empty = [quote_of(row) for row, cell in cookie_cells(published, _PURPOSE) if not re.search(r"\w", cell)]
    if empty:
        yield fault(_SAID, *empty)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """An item with no purpose of its own, in a group that has none either."""
    for path, group, item in items_of(statement):
        if not (item.purpose or group.purpose):
            yield fault_at(path, _SAID)
