"""What each datum is used for, as far as people's rights turn on it."""

from gestand.core.use import Use
from gestand.statement.model import Statement
from gestand.statement.purposes import Purpose, basis_terms

MARKETING = frozenset({"DirectMarketing", "Marketing", "SocialMediaMarketing", "TargetedAdvertising"})
"""Purposes to which people may always object (GDPR 21(2))."""


def uses(statement: Statement) -> dict[str, tuple[Use, ...]]:
    """By datum, every purpose that names it; a purpose that names no data is one of all data."""
    return {
        word: tuple(
            _use(key, purpose, statement)
            for key, purpose in statement.purposes.items()
            if not purpose.data or word in purpose.data
        )
        for word in statement.data
    }


def given(statement: Statement) -> frozenset[str]:
    """The data that a person gave, or that were observed of her: these she can take along (GDPR 20(1))."""
    return frozenset(
        word
        for word, datum in statement.data.items()
        if datum.from_ in ("the person", "observation", datum.of)
    )


def _use(key: str, purpose: Purpose, statement: Statement) -> Use:
    mailed = statement.marketing if isinstance(statement.marketing, dict) else {}
    named = key in mailed or any(one.purpose == key for one in mailed.values())
    return Use(
        purpose=key,
        bases=tuple(sorted(basis_terms(purpose))),
        as_processor=purpose.as_ == "processor",
        marketing=named or purpose.kind in MARKETING,
    )
