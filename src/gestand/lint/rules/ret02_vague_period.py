"""Data are kept as long as necessary, and no period or event says how long that is.

Wrong nl:
    Wij bewaren uw gegevens niet langer dan noodzakelijk.
Wrong en:
    We keep your data no longer than necessary.
Wrong statement:
    retention:
      numbers:
        says: {nl: Wij bewaren uw nummer zo lang als nodig., en: We keep your number as long as necessary.}
Right nl:
    Wij bewaren uw gegevens niet langer dan noodzakelijk. Dat is tot 2 jaar na uw laatste bestelling.
Right en:
    We keep your data no longer than necessary. That is until 2 years after your last order.
"""

import re
from collections.abc import Iterator

from gestand.core.document import Segment
from gestand.core.fact import Doubt, Kept, Right
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, fault_at
from gestand.lint.periods import KEEPING, PERIOD, VAGUE
from gestand.lint.published import Published, quote_of, touch
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="RET02",
    name="vague-period",
    weight=Weight.ERROR,
    article=gdpr("13(2)(a)", also=Text("WP260, bijlage", "WP260, annex")),
    title=Text("‘Zolang als nodig’, zonder termijn", "“As long as necessary”, without a period"),
    why=Text(
        "Wat nodig is, bepaalt dan alleen het bedrijf. Niemand kan narekenen of zijn gegevens al "
        "weg hadden moeten zijn.",
        "What is necessary is then up to the company alone. Nobody can work out whether their "
        "data should have gone by now.",
    ),
)
_SAID = Text("hoe lang dat is, staat er niet", "how long that is, is not said")
_MADE_CONCRETE = re.compile(
    r"^\W*(dit|dat|this|that)\b.{0,20}\b(betekent|houdt in|is|means|is to say)\b|\bconcreet\b"
    r"|\b(volgende|onderstaande) (bewaar)?termijn|:\s*$|\bfollowing (retention )?periods?\b",
    re.IGNORECASE,
)

_DEPENDS = re.compile(r"afhankelijk van|verschilt|depend|differs|varies", re.IGNORECASE)


def judge_text(published: Published) -> Iterator[Judgment]:
    """A criterion in a sentence without a number, unless what follows has one; how long a right takes is no keeping."""
    if published.is_about_cookies_only:
        return
    read = [fact.quote for kept, fact in published.of(Kept) if kept.vague and fact.doubt is not Doubt.MUCH]
    for segment in published.segments:
        says = VAGUE.search(segment.text) and KEEPING.search(segment.text)
        is_read = any(touch(segment, quote) for quote in read) and not published.tells(Right, segment)
        is_open = (says or is_read) and not PERIOD.search(segment.text)
        if is_open and not _is_made_concrete(published, segment):
            yield fault(_SAID, quote_of(segment))


def _is_made_concrete(published: Published, segment: Segment) -> bool:
    following = published.around(segment, before=0, after=2)
    if _DEPENDS.search(segment.text) and any(PERIOD.search(one.text) for one in following):
        return True
    opened = any(_MADE_CONCRETE.search(one.text) for one in following[:2])
    return opened and any(PERIOD.search(one.text) for one in published.section(segment))


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """A promise always has its period; the sentence published in its stead may hide it."""
    for word, promise in statement.retention.items():
        says = (promise.says.nl, promise.says.en) if promise.says else ()
        if any(VAGUE.search(text) and not PERIOD.search(text) for text in says):
            yield fault_at(f"retention/{word}/says", _SAID)
