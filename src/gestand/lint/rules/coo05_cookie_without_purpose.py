"""A cookie is named without what it is for.

Wrong:
    Wij plaatsen de volgende cookies:

    | Naam | Doel | Bewaartermijn |
    |---|---|---|
    | taal_keuze |  | 1 jaar |
Right:
    Wij plaatsen de volgende cookies:

    | Naam | Doel | Bewaartermijn |
    |---|---|---|
    | taal_keuze | onthoudt uw taal | 1 jaar |
"""

import re
from collections.abc import Iterator
from datetime import date

from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault
from gestand.lint.published import Published, quote_of
from gestand.lint.rule import Article, Rule, Weight

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
_COOKIE = re.compile(r"cookie", re.IGNORECASE)
_NAME = re.compile(r"cookie|naam|name", re.IGNORECASE)


def judge_text(published: Published) -> Iterator[Judgment]:
    """A row of a table about cookies whose cell for the purpose is empty. A statement of gestand always has one."""
    for segment in published.segments:
        cells = dict(segment.cells)
        column = next((title for title in cells if _PURPOSE.search(title)), None)
        where = f"{' '.join(segment.headings)} {segment.lead} {' '.join(cells)}"
        about = _COOKIE.search(where) and any(_NAME.search(title) for title in cells)
        if column and about and not re.search(r"\w", cells[column]):
            yield fault(_SAID, quote_of(segment))
