"""Which rights people have, by the words of a statement or by the law, and how soon they are answered."""

from gestand.clock.period import parse_period
from gestand.clock.term import Period
from gestand.statement.absent import UNSTATED
from gestand.statement.model import Statement
from gestand.statement.purposes import Purpose, basis_terms
from gestand.statement.right import Right
from gestand.statement.rights import AnsweredWithin, Rights

_ALWAYS: tuple[Right, ...] = (
    "access", "rectification", "erasure", "restriction", "portability", "objection",
)  # fmt: skip
LAWS_MONTH = parse_period("1 month")
"""Within which a request is answered where the statement names no term (GDPR 12(3))."""
_OPEN_TO_OBJECTION = {"LegitimateInterest", "PublicInterest", "OfficialAuthorityOfController"}
"""The bases of GDPR 21(1)."""


def rights_of(statement: Statement) -> tuple[Right, ...]:
    """Every right that people have: as named, then as the law adds."""
    return (*named_rights(statement), *by_law(statement))


def by_law(statement: Statement) -> tuple[Right, ...]:
    """The rights that the law gives people against a controller, and that the statement does not name."""
    if statement.purposes and not own_purposes(statement):
        return ()
    given: list[Right] = [*_ALWAYS]
    given += ["withdrawal of consent"] if _asks_consent(statement) else []
    given += ["no automated decision"] if statement.automated_decisions else []
    return tuple(right for right in given if right not in named_rights(statement))


def named_rights(statement: Statement) -> tuple[Right, ...]:
    """The rights that the statement names."""
    return statement.rights.named or () if isinstance(statement.rights, Rights) else ()


def answered_within(statement: Statement, right: Right | None = None) -> Period:
    """How soon this right is answered: its own term, that of any right, or the month of the law (GDPR 12(3))."""
    within = statement.rights.answered_within if isinstance(statement.rights, Rights) else UNSTATED
    if not isinstance(within, AnsweredWithin):
        return LAWS_MONTH
    own = getattr(within, right.replace(" ", "_"), None) if right else None
    return next((length for length in (own, within.any_right) if isinstance(length, Period)), LAWS_MONTH)


def may_object_to_use(statement: Statement) -> bool:
    """Whether anything rests on a basis of GDPR 21(1), or on one that is not stated and so may be one of those."""
    return any(
        not basis_terms(one) or basis_terms(one) & _OPEN_TO_OBJECTION
        for one in own_purposes(statement).values()
    )


def free(statement: Statement) -> bool:
    """Whether asking is free: always, but where the statement names a cost (GDPR 12(5))."""
    return not (isinstance(statement.rights, Rights) and statement.rights.cost)


def own_purposes(statement: Statement) -> dict[str, Purpose]:
    """What the company decides on itself; for the rest, its customer answers."""
    return {word: one for word, one in statement.purposes.items() if one.as_ == "controller"}


def _asks_consent(statement: Statement) -> bool:
    asked = any(group.consent == "asked" for group in (statement.cookies or {}).values())
    return asked or any("Consent" in basis_terms(one) for one in own_purposes(statement).values())
