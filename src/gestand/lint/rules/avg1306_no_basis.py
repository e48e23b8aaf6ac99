"""A purpose stands there without a legal basis, or no basis is named at all.

Wrong:
    Wij gebruiken uw adres om u folders te sturen.
Wrong statement:
    purposes: {delivery: {basis: unstated}}
Right:
    Wij gebruiken uw adres om uw bestelling te bezorgen. De grondslag is de uitvoering van de overeenkomst
    met u.
"""

import re
from collections.abc import Iterator

from gestand.core.fact import Doubt, Fact, LegalBasis
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault_at
from gestand.lint.missing import missing
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="AVG1306",
    name="no-legal-basis",
    weight=Weight.ERROR,
    article=gdpr("6(1)", "13(1)(c)"),
    title=Text("Een doel zonder grondslag", "A purpose without a legal basis"),
    why=Text(
        "De grondslag bepaalt welke rechten iemand heeft: wie toestemming gaf, kan die intrekken; wie "
        "een contract heeft, niet.",
        "The basis decides which rights somebody has: consent can be withdrawn, a contract cannot.",
    ),
)
_SAID = Text("er staat geen enkele grondslag", "no legal basis is named at all")
_HERE = Text("dit doel heeft geen grondslag", "this purpose has no legal basis")
_CANDIDATE = re.compile(
    r"grondslag|rechtsgrond|juridische basis|legal (basis|ground)|lawful basis"
    r"|gerechtvaardigd\w* belang|legitimate interest"
    r"|uitvoering van (een|de|onze|uw) overeenkomst|performance of (a|the|our|your) contract",
    re.IGNORECASE,
)
_NOT_WITHOUT = re.compile(r"\b(zonder|without)\b.{0,40}\b(toestemming|consent|permission)\b", re.IGNORECASE)


def judge_text(published: Published) -> Iterator[Judgment]:
    """No basis at all. Whether each purpose has its own cannot be read safely in running text."""
    if not published.is_about_cookies_only:
        yield from missing(published, _SAID, tuple(_stated(published)), _CANDIDATE)


def _stated(published: Published) -> Iterator[Fact]:
    """Facts on bases. "Not without your consent" says what is not done, and is no candidate for a basis."""
    for _, fact in published.of(LegalBasis):
        at = published.at(fact)
        if fact.doubt is Doubt.NONE or not (at and _NOT_WITHOUT.search(at.text)):
            yield fact


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """A purpose of the controller without a basis; for a purpose as processor the customer names it."""
    for word, purpose in statement.purposes.items():
        if purpose.as_ == "controller" and not purpose.basis:
            yield fault_at(f"purposes/{word}", _HERE)
