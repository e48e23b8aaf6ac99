"""The text claims to meet the law in full, which nobody can check.

Wrong nl:
    Wij zijn volledig AVG-proof.
Wrong en:
    We are fully GDPR compliant.
Right nl:
    Wij bewaren uw adres tot 1 jaar na uw bestelling.
Right en:
    We keep your address until 1 year after your order.
"""

import re
from collections.abc import Iterator
from datetime import date

from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault
from gestand.lint.passages import seen
from gestand.lint.published import Published
from gestand.lint.rule import Article, Rule, Weight

RULE = Rule(
    code="LNG09",
    name="boast",
    weight=Weight.NOTE,
    article=Article(Text("BW 6:193c", "BW 6:193c (the Dutch civil code)"), date(2008, 10, 15)),
    title=Text("Een opschepperij over de wet", "A boast about the law"),
    why=Text(
        "‘Volledig volgens de AVG’ zegt niets waaraan men iemand kan houden.",
        "“Fully compliant” says nothing that one could hold anybody to.",
    ),
    preview=True,
)
_SAID = Text("wat er wordt gedaan zegt meer", "what is done says more")
_BOAST = re.compile(
    r"\b(volledig|100 ?%|geheel|fully|completely)\b.{0,20}\b(AVG|GDPR)\b|\b(AVG|GDPR)\W?(proof"
    r"|compliant)\b|\b(voldoen|voldoet) (volledig )?aan (alle eisen van )?de (AVG|GDPR)\b",
    re.IGNORECASE,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """A passage that says so."""
    for quote in seen(published, _BOAST):
        yield fault(_SAID, quote)
