"""A period is named, but not what it counts from.

Wrong nl:
    Wij bewaren uw gegevens 2 jaar.
Wrong en:
    We keep your data for 2 years.
Right nl:
    Wij bewaren uw gegevens tot 2 jaar na uw laatste bestelling.
Right en:
    We keep your data until 2 years after your last order.
"""

import re
from collections.abc import Iterator

from gestand.core.fact import Doubt, Kept
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr

RULE = Rule(
    code="RET04",
    name="period-from-nowhere",
    weight=Weight.WARNING,
    article=gdpr("13(2)(a)"),
    title=Text("Een termijn zonder begin", "A period without a beginning"),
    why=Text(
        "‘Twee jaar’ zegt niets zolang niemand weet vanaf wanneer: vanaf de bestelling, of vanaf "
        "de laatste keer dat men inlogde?",
        "“Two years” says nothing as long as nobody knows from when: from the order, or from the "
        "last time one signed in?",
    ),
)
_SAID = Text("vanaf wanneer deze termijn loopt, staat er niet", "from when this period counts is not said")
_BEGINS = re.compile(
    r"\b(na|nadat|vanaf|sinds|volgend op|aansluitend|nadien|daarna|boekjaar|kalenderjaar|after|from"
    r"|since|following|later|thereafter|afterwards)\b",
    re.IGNORECASE,
)
_OF_ITSELF = re.compile(
    r"camera\w*|beelden|\w*opnamen?s?\b|footage|record(ed|ings?)\b|\blog(s|gegevens|bestanden|boeken| files?| data)?\b"
    r"|\blog\w*\b.{0,30}\bniet\b|inactie\w*|niet gebruikt|ongebruikt"
    r"|inactiv\w*|unused|not (used|logged)|\b(niet|niemand)\b.{0,15}\binlog\w*"
    r"|geen (enkel )?contact\b|\bno contact\b",
    re.IGNORECASE,
)
"""What is recorded counts from the recording, and what lies idle from the last use."""
_DEVICE = re.compile(r"cookie|_ga|local storage|pixel|sessie|session", re.IGNORECASE)


def judge_text(published: Published) -> Iterator[Judgment]:
    """A period that was read without doubt, in a sentence without a beginning. Cookies count from their setting."""
    for kept, fact in published.of(Kept):
        if not kept.duration or kept.anchor or fact.doubt is not Doubt.NONE:
            continue
        words = f"{published.words_about(fact)} {kept.what}"
        if not any(one.search(words) for one in (_BEGINS, _OF_ITSELF, _DEVICE)):
            yield fault(_SAID, fact.quote)
