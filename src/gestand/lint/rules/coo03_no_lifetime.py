"""A cookie is named without how long it stays.

Wrong:
    Wij plaatsen de volgende cookies:

    | Naam | Doel | Bewaartermijn |
    |---|---|---|
    | taal_keuze | onthoudt uw taal |  |
Right:
    Wij plaatsen de volgende cookies:

    | Naam | Doel | Bewaartermijn |
    |---|---|---|
    | taal_keuze | onthoudt uw taal | 1 jaar |
"""

import re
from collections.abc import Iterator

from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault
from gestand.lint.published import Published, quote_of
from gestand.lint.rule import Rule, Weight, gdpr

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
_COOKIE = re.compile(r"cookie|naam|name", re.IGNORECASE)
_PERIOD = re.compile(
    r"\d|sessie|session|permanent|blijvend|een|één|one|persistent|onbepaald|afsluiten"
    r"|close",
    re.IGNORECASE,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """A table row whose cell for the lifetime is empty. A statement of gestand always has one."""
    for segment in published.segments:
        cells = dict(segment.cells)
        column = next((title for title in cells if _LASTS.search(title)), None)
        about = any(_COOKIE.search(title) for title in cells) or _COOKIE.search(" ".join(segment.headings))
        if column and about and not _PERIOD.search(cells[column]):
            yield fault(_SAID, quote_of(segment))
