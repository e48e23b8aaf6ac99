"""On which legal bases a statement or a text uses data, in the words of GDPR 6(1)."""

import re

from gestand.core.fact import Doubt, Fact, LegalBasis, Right
from gestand.lint.published import Published
from gestand.statement.model import Statement
from gestand.statement.purposes import NamedBasis, Purpose

_TERMS = {
    "Consent": "consent",
    "Contract": "contract",
    "LegalObligation": "legal_obligation",
    "LegitimateInterest": "legitimate_interest",
    "OfficialAuthorityOfController": "public_task",
    "PublicInterest": "public_task",
    "VitalInterest": "vital_interest",
}
_NAMED = {
    "legitimate_interest": "legitimate_interest",
    "legal_obligation": "legal_obligation",
    "contract": "contract",
    "vital_interest": "vital_interest",
    "public_interest": "public_task",
}
MARKETING = ("newsletter", "marketing_email", "marketing", "advertising")
"""Purposes, as a reading names them, that are direct marketing (GDPR 21(2))."""
_WITH_THE_TEXT = re.compile(
    r"\bakkoord( te)? (gaan |gaat )?met (de|het|deze|dit|ons|onze)\b.{0,20}"
    r"(beleid|policy|verklaring|statement|voorwaarden)"
    r"|\b(agree|consent) to (this|our|the)\b.{0,20}(policy|statement|notice|terms)",
    re.IGNORECASE,
)


def bases_of(purpose: Purpose) -> tuple[str, ...]:
    """The bases of one purpose; none where it states none."""
    if isinstance(purpose.basis, NamedBasis):
        return tuple(word for field, word in _NAMED.items() if getattr(purpose.basis, field))
    terms = purpose.basis if isinstance(purpose.basis, tuple) else (purpose.basis,)
    return tuple(_TERMS[term] for term in terms if isinstance(term, str))


def bases_in_statement(statement: Statement) -> frozenset[str]:
    """The bases of all purposes that the company has as controller."""
    purposes = (purpose for purpose in statement.purposes.values() if purpose.as_ == "controller")
    return frozenset(basis for purpose in purposes for basis in bases_of(purpose))


def bases_in_text(published: Published) -> frozenset[str]:
    """The bases that a text plainly names for what it does with data."""
    stated = ((said.basis, fact) for said, fact in published.of(LegalBasis))
    return frozenset(basis for basis, fact in stated if _is_for_a_use(published, fact))


def _is_for_a_use(published: Published, fact: Fact) -> bool:
    """Agreeing with the text itself is no consent; an obligation beside a right is an exception to that right."""
    agreed = _WITH_THE_TEXT.search(fact.quote.text)
    return fact.doubt is not Doubt.MUCH and not agreed and not published.tells(Right, fact.quote)
