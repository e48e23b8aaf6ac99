"""For some data, or for all, no period is named.

Wrong nl:
    Wij gebruiken uw naam en adres om uw bestelling te bezorgen.
Wrong en:
    We use your name and address to deliver your order.
Wrong statement:
    retention: {numbers: null}
Right nl:
    Wij bewaren uw naam en adres tot 1 jaar na uw bestelling.
Right en:
    We keep your name and address until 1 year after your order.
"""

import re
from collections.abc import Iterator

from gestand.core.fact import Kept
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault_at
from gestand.lint.missing import missing
from gestand.lint.periods import KEEPING, PERIOD, VAGUE
from gestand.lint.published import Published, quote_of
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="RET03",
    name="no-period",
    weight=Weight.ERROR,
    article=gdpr("13(2)(a)", "30(1)(f)"),
    title=Text("Er staat niet hoe lang gegevens bewaard worden", "How long data are kept is not said"),
    why=Text(
        "Zonder termijn weet niemand wanneer zijn gegevens weg zijn, en kan niemand erop wijzen.",
        "Without a period nobody knows when their data are gone, and nobody can point to it.",
    ),
)
_SAID = Text(
    "er staat geen bewaartermijn en geen maatstaf daarvoor", "no period and no criterion for one is stated"
)
_UNKEPT = Text("voor deze gegevens staat er geen bewaartermijn", "no period is stated for these data")
_CANDIDATE = re.compile(
    r"\b(verwijder\w*|gewist|wissen|vernietig\w*)\b.{0,80}\b(na|nadat|zodra|binnen)\b|\b(na|nadat|zodra"
    r"|binnen)\b.{0,80}\b(verwijder\w*|gewist|wissen|vernietig\w*)\b|\bdelete\w*\b.{0,60}\b(after|when"
    r"|once|within)\b|bewaartermijn|\bbewaren\b.{0,60}\b(zolang|zo lang|totdat|tot|jaar|maand\w*"
    r"|weken)\b|retention period"
    r"|\b(overschr\w+|overwrit\w+|verdwij\w+|opruimen|ruimen)\b.{0,60}\b(na|after|binnen|within)\b|\b(na|after) \w+ "
    r"(uur|dag|dagen|weken?|maand\w*|jaar|year|hours|days|weeks|months)\b.{0,40}\b(weg|gone|leeg|verdwenen)\b"
    r"|\bstaan tot\b.{0,60}\b(bestand|systeem|administratie)\b|\bselectielijst\b|\bretention schedule\b|\b(keep"
    r"|retain|store)\b.{0,60}\b(as long as|until|years?|months?)\b",
    re.IGNORECASE,
)
_KEEPING_HEADING = re.compile(r"bewa|hoe ?lang|retention|how long|keep", re.IGNORECASE)


def judge_text(published: Published) -> Iterator[Judgment]:
    """Nothing at all is said about keeping. A statement about cookies alone is not asked; vague words are RET02."""
    below = tuple(quote_of(one) for one in published.below(_KEEPING_HEADING) if PERIOD.search(one.text))
    candidates = below + published.quotes(_CANDIDATE)
    vague = (one for one in published.segments if VAGUE.search(one.text) and KEEPING.search(one.text))
    if not published.is_about_cookies_only and not any(vague):
        yield from missing(published, _SAID, tuple(fact for _, fact in published.of(Kept)), candidates)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """Data that the controller uses, and that no promise covers. What it does as a processor is not its own."""
    kept = {word for promise in statement.retention.values() for word in promise.data}
    used = {word for one in statement.purposes.values() if one.as_ == "controller" for word in one.data or ()}
    lent = {word for one in statement.purposes.values() if one.as_ == "processor" for word in one.data or ()}
    for word in statement.data:
        if word not in kept and (word in used or word not in lent):
            yield fault_at(f"data/{word}", _UNKEPT)
