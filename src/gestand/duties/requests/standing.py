"""Which right a person has to which data: it follows from what they are used for, and on which basis."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from gestand.core.request import Right
from gestand.core.use import Use

CONSENT, CONTRACT = "Consent", "Contract"
OPEN_TO_OBJECTION = frozenset({"LegitimateInterest", "PublicInterest", "OfficialAuthorityOfController"})
"""The bases of GDPR 21(1)."""
TASKS = frozenset({"LegalObligation", "PublicInterest", "OfficialAuthorityOfController"})
"""The bases that GDPR 17(3)(b) shields from erasure as long as the data are needed for them."""
SHIELD = "GDPR 17(3)(b)"


class Stands(StrEnum):
    """Whether a right is there: `in part` for some of the uses, `by decision` where a person has to weigh."""

    YES = "yes"
    NO = "no"
    IN_PART = "in part"
    BY_DECISION = "by decision"
    PASSED_ON = "passed on"


@dataclass(frozen=True)
class Standing:
    """The answer, and the article that it rests on; `uses` are the purposes that the right reaches."""

    stands: Stands
    article: str
    uses: tuple[str, ...] = ()


ARTICLES = {
    Right.ACCESS: "GDPR 15",
    Right.RECTIFICATION: "GDPR 16",
    Right.ERASURE: "GDPR 17",
    Right.RESTRICTION: "GDPR 18",
    Right.PORTABILITY: "GDPR 20",
    Right.OBJECTION: "GDPR 21(1)",
    Right.MARKETING: "GDPR 21(2)",
    Right.WITHDRAWAL: "GDPR 7(3)",
    Right.AUTOMATED: "GDPR 22(3)",
}


@lru_cache(maxsize=1_000)
def standing(right: Right, uses: tuple[Use, ...]) -> Standing:
    """What a right reaches of one datum, by all that the datum is used for.

    Data that are only used for customers are theirs to decide on (GDPR 28(3)(e)): the request is passed on.
    """
    own = tuple(use for use in uses if not use.as_processor)
    if uses and not own:
        return Standing(Stands.PASSED_ON, "GDPR 28(3)(e)", tuple(use.purpose for use in uses))
    reached = tuple(use.purpose for use in own if _reaches(right, use))
    article = ARTICLES[right]
    if right in _ON_SOME_BASES and not reached:
        return Standing(Stands.NO, article)
    if right is Right.ERASURE:
        return _erasure(own, reached)
    if right in (Right.OBJECTION, Right.RESTRICTION, Right.AUTOMATED):
        return Standing(Stands.BY_DECISION, article, reached)
    every = len(reached) == len(own)
    return Standing(Stands.YES if every else Stands.IN_PART, article, reached)


_ON_SOME_BASES = {Right.PORTABILITY, Right.OBJECTION, Right.MARKETING, Right.WITHDRAWAL}


def _reaches(right: Right, use: Use) -> bool:
    match right:
        case Right.PORTABILITY:
            return bool({CONSENT, CONTRACT} & set(use.bases))
        case Right.OBJECTION:
            return not use.bases or bool(OPEN_TO_OBJECTION & set(use.bases))
        case Right.MARKETING:
            return use.marketing
        case Right.WITHDRAWAL:
            return CONSENT in use.bases
        case _:
            return True


def _erasure(own: tuple[Use, ...], reached: tuple[str, ...]) -> Standing:
    """At once where all rests on consent, for asking is withdrawing it (17(1)(b)); else a person weighs.

    A law that demands keeping for a term is weighed row by row, not here: it covers fields, and ends.
    """
    bases = {basis for use in own for basis in use.bases}
    if TASKS & bases:
        return Standing(Stands.BY_DECISION, SHIELD, reached)
    stands = Stands.YES if bases and bases <= {CONSENT} else Stands.BY_DECISION
    return Standing(stands, ARTICLES[Right.ERASURE], reached)
