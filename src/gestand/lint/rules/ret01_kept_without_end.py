"""Data are kept without any end.

Wrong nl:
    Reacties op berichten bewaren wij voor altijd.
Wrong en:
    We keep the details of our members indefinitely.
Wrong statement:
    cookies:
      functional: {items: {session: {lifetime: until erased}}}
Right nl:
    Reacties op berichten bewaren wij tot 2 jaar nadat ze zijn geplaatst.
Right en:
    We keep the details of our members until 2 years after they leave.
"""

import re
from collections.abc import Iterator

from gestand.core.fact import Kept, Right
from gestand.core.text import Text
from gestand.lint.cookies import items_of
from gestand.lint.judgment import Judgment, fault, fault_at
from gestand.lint.passages import seen
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="RET01",
    name="kept-without-end",
    weight=Weight.ERROR,
    article=gdpr("5(1)(e)", "13(2)(a)"),
    title=Text("Gegevens worden zonder einde bewaard", "Data are kept without end"),
    why=Text(
        "Wat nooit weggaat, kan altijd nog uitlekken of tegen iemand gebruikt worden. Een bewaartermijn "
        "heeft een einde.",
        "What never goes can always still leak, or be used against somebody. Keeping has an end.",
    ),
)
_SAID = Text("dit bewaren kent geen einde", "this keeping has no end")
_FOR_EVER = re.compile(
    r"\bvoor (altijd|eeuwig)\b.{0,30}\b(bewaard|bewaren|opgeslagen|behouden)"
    r"|\b(bewaren|bewaard|bewaart|opgeslagen|blijven|blijft|houden)\b.{0,80}"
    r"\b(voor altijd|voor eeuwig|voor onbepaalde (tijd|duur)|onbeperkte? (tijd|duur|periode|lang)|oneindig)"
    r"|\b(voor onbepaalde (tijd|duur)|permanent|onbeperkt)\b.{0,30}\b(bewaard|opgeslagen)"
    r"|\bonbeperkt\b.{0,20}\bbewar\w+"
    r"|\b(bewar\w+|bewaard|opgeslagen|opslaan)\b.{0,40}\b((permanent|voorgoed|blijvend)(?=[.,;:)]|$| (in|op|bij)\b)"
    r"|tot in (lengte van dagen|de eeuwigheid))(?!\w)"
    r"|\b(kunnen|worden|zullen)\b.{0,40}\bniet\b.{0,20}\bverwijder\w*\b.{0,15}\bback-?ups?\b"
    r"|\b(worden|wordt) nooit (verwijderd|gewist|weggegooid)\b|\b(is|are) never (deleted|removed|erased)\b"
    r"|\b(retain|keep|kept|store|stored|retained|held)\b.{0,60}"
    r"\b(indefinitely|for ?ever|permanently|for an (indefinite|unlimited) (period|time))",
    re.IGNORECASE | re.DOTALL,
)
_DENIED = re.compile(
    r"\b(niets?|nothing|never|not|nooit|geen)\b[^.;]{0,40}"
    r"\b(voor (altijd|onbepaalde)|onbeperkt|permanent\w*|langer|indefinitely|for ?ever)"
    r"|\b(never|nooit)\b.{0,60}\b(without|zonder)\b|\btot(dat)? (u|je|jij)\b|\buntil you\b",
    re.IGNORECASE,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """A period without end that was read, and not beside a right; or a passage that says so."""
    read = (fact.quote for kept, fact in published.of(Kept) if kept.unlimited)
    quotes = [one for one in read if not (_DENIED.search(one.text) or published.tells(Right, one))]
    quotes += seen(published, _FOR_EVER, but_not=_DENIED, besides=tuple(quotes))
    for quote in quotes:
        yield fault(_SAID, quote)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """A retention promise always names its end; what lies on a device need not."""
    for path, _, item in items_of(statement):
        if item.lifetime == "until erased":
            yield fault_at(path, _SAID)
