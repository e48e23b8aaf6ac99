"""The same data have two periods that differ.

Wrong:
    Wij bewaren sollicitatiebrieven tot 4 weken na de procedure.
    Wij bewaren sollicitatiebrieven tot 1 jaar na de procedure.
Right:
    Wij bewaren sollicitatiebrieven tot 4 weken na de procedure.
"""

import re
from collections.abc import Iterator

from gestand.core.fact import Doubt, Kept, Quote
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr

RULE = Rule(
    code="RET06",
    name="two-periods",
    weight=Weight.ERROR,
    article=gdpr("5(1)(a)", "5(1)(d)"),
    title=Text("Twee termijnen voor dezelfde gegevens", "Two periods for the same data"),
    why=Text(
        "Wie twee antwoorden krijgt op dezelfde vraag, weet niet welk hij kan vasthouden.",
        "Who gets two answers to the same question does not know which to hold on to.",
    ),
)
_SAID = Text(
    "elders staat een andere termijn voor dezelfde gegevens",
    "elsewhere another period is stated for the same data",
)
_DAYS = {"Y": 365, "M": 30, "W": 7, "D": 1}
_ISO = re.compile(r"(\d+)([YMWD])")
_GENERAL = re.compile(
    r"\b(all|alle|data|gegevens|personal|persoonsgegevens|overige|cookies?|other|most"
    r"|meeste)\b|^$",
    re.IGNORECASE,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """Two periods, neither in doubt, for data in the same words and counted from the same event. A "
    "statement of gestand cannot."""
    first: dict[tuple[str, str], tuple[int, Quote]] = {}
    for kept, fact in published.of(Kept):
        days = sum(int(number) * _DAYS[unit] for number, unit in _ISO.findall(kept.duration or ""))
        if not days or fact.doubt is not Doubt.NONE or _GENERAL.search(kept.what):
            continue
        key = (kept.what.casefold(), (kept.anchor or "").casefold())
        before, quote = first.setdefault(key, (days, fact.quote))
        if before != days:
            yield fault(_SAID, quote, fact.quote)
