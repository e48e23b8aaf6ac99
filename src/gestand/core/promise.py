"""A promise: what the statement says will be done, in a form that a duty can keep."""

from dataclasses import dataclass

from gestand.clock.term import Period, Term
from gestand.core.place import Place
from gestand.core.request import Right
from gestand.core.text import Text


@dataclass(frozen=True)
class Limit:
    """A term and the statement's word for the moment it counts from."""

    term: Term
    moment: str


@dataclass(frozen=True)
class LegalMinimum:
    """A law that demands keeping: its short name, its article in both languages, and its term."""

    law: str
    article: Text
    limit: Limit


@dataclass(frozen=True)
class RetentionPromise:
    """The named data is gone when the limit has passed; with `when`, only in rows that meet that condition.

    `id` is `retention/KEY`, in the log for ever. `sentence` is how the statement says it.
    """

    id: str
    sentence: Text
    place: Place
    data: tuple[str, ...]
    kept: Limit
    when: str | None = None
    at_least: LegalMinimum | None = None


@dataclass(frozen=True)
class RightPromise:
    """A request to use this right is answered within the statement's own term, and within the law's month.

    `id` is `rights/ACCESS`; `within` is None where the statement names no term (GDPR 12(3)).
    """

    id: str
    sentence: Text
    place: Place
    right: Right
    within: Period | None = None


Promise = RetentionPromise | RightPromise
