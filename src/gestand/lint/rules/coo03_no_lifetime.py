"""A cookie is named without how long it stays.

Wrong nl:
    Wij plaatsen de volgende cookies:

    | Naam | Doel | Bewaartermijn |
    |---|---|---|
    | taal_keuze | onthoudt uw taal |  |
Wrong en:
    We set the following cookies:

    | Name | Purpose | Lifetime |
    |---|---|---|
    | language_choice | remembers your language |  |
Wrong statement:
    cookies: {functional: {items: {session: {lifetime: unstated}}}}
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

from gestand.core.text import Text
from gestand.lint.cookies import cookie_cells, items_of
from gestand.lint.judgment import Judgment, fault, fault_at
from gestand.lint.published import Published, quote_of
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="COO03",
    name="no-lifetime",
    weight=Weight.ERROR,
    article=gdpr("13(2)(a)", also=Text("HvJ C-673/17", "CJEU C-673/17")),
    title=Text("Een cookie zonder levensduur", "A cookie without a lifetime"),
    why=Text(
        "Een cookie van een uur en een van tien jaar zijn niet hetzelfde. Wie kiest, moet dat weten.",
        "A cookie of an hour and one of ten years are not the same. Who chooses has to know.",
    ),
)
_SAID = Text("hoe lang deze cookie blijft staan, staat er niet", "how long this cookie stays is not said")
_LASTS = re.compile(
    r"bewaar|duur|termijn|geldig|verloop|vervalt|lifetime|duration|expir\w+|retention", re.IGNORECASE
)
_PERIOD = re.compile(
    r"\d|sessie|session|permanent|blijvend|een|één|one|persistent|onbepaald|afsluiten"
    r"|close",
    re.IGNORECASE,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """A table row whose cell for the lifetime is empty."""
    empty = [quote_of(row) for row, cell in cookie_cells(published, _LASTS) if not _PERIOD.search(cell)]
    if empty:
        yield fault(_SAID, *empty)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """An item that does not say how long it stays."""
    for path, _, item in items_of(statement):
        if not item.lifetime:
            yield fault_at(path, _SAID)
