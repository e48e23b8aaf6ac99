"""The steps of a case: what was done about a request, each added once and never changed (GDPR 12).

They hold personal data: they live in the book, sealed, and the repr of each part hides what people wrote.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from gestand.core.hashed import hashed_once
from gestand.core.request import Known, Right
from gestand.core.schema import TableName


@dataclass(frozen=True)
class Asked:
    """A question about identity. Only one on recorded doubt pauses the clock (GDPR 12(6)). `question` is as she reads
    it in her letter; empty where she was asked in another way.
    """

    at: datetime
    by: str
    doubt: str = field(default="", repr=False)
    question: str = field(default="", repr=False)


class Proof(StrEnum):
    """How it was shown who asks, least intrusive first. A copy of an identity document is none of them."""

    NOT_NEEDED = "not needed"
    SIGNED_IN = "signed in"
    LINK = "mailed link"
    FACTS = "known facts"
    DESK = "at the desk"


@dataclass(frozen=True)
class Identified:
    """Somebody was shown to be who she says; these identifiers are hers."""

    at: datetime
    by: str
    proof: Proof
    known: tuple[Known, ...]


@dataclass(frozen=True)
class Extended:
    """The term was extended, and the person told why within the first month (GDPR 12(3))."""

    at: datetime
    by: str
    reason: str = field(repr=False)


Key = tuple[object, ...]


@dataclass(frozen=True)
class Root:
    """Rows that stand for the person herself: their keys in one table."""

    store: str
    table: TableName
    key: tuple[str, ...]
    keys: tuple[Key, ...] = field(repr=False)


@hashed_once
@dataclass(frozen=True)
class Trail:
    """By what a person is found: identifiers, and the keys of her own rows. Never rows that hang on these.

    `doubtful` are tables in which a row bears her identifier and somebody else's beside it: a person judges,
    and then it is `judged`.
    """

    known: tuple[Known, ...] = ()
    roots: tuple[Root, ...] = ()
    doubtful: tuple[str, ...] = ()
    judged: bool = False


@dataclass(frozen=True)
class Judged:
    """A person looked at the rows in doubt: with `taken` they are hers, all of them; else none is."""

    at: datetime
    by: str
    taken: bool


@dataclass(frozen=True)
class Amount:
    """What was found of one datum in one table: `rows`, of them `kept` by law or hold, at the latest `until`.

    `held` are those of the kept that a hold keeps. `first_until` is when the oldest of the kept are free, where that is
    earlier than `until` and can be told.
    """

    store: str
    table: TableName
    data: str
    rows: int
    kept: int = 0
    until: datetime | None = None
    held: int = 0
    first_until: datetime | None = None


@dataclass(frozen=True)
class Share:
    """What one store is to do in its transaction: the digests of the deeds, in order, and their rows."""

    store: str
    deeds: tuple[str, ...]
    rows: int


@dataclass(frozen=True)
class Found:
    """What the search found, remembered before the first action: acting destroys the trail.

    `plan` is the digest of what is done with it, in `shares`: what is left of these is the same plan still.
    """

    at: datetime
    trail: Trail
    amounts: tuple[Amount, ...]
    plan: str = ""
    shares: tuple[Share, ...] = ()


@dataclass(frozen=True)
class Decision:
    """Granted, or refused on a ground (`GDPR 17(3)(e)`); for one word of data, or for all where it is empty."""

    right: Right
    granted: bool
    data: str = ""
    ground: str = ""
    reason: str = field(default="", repr=False)


@dataclass(frozen=True)
class Decided:
    """A person decided; an officer who advises does not (GDPR 38(3))."""

    at: datetime
    by: str
    decisions: tuple[Decision, ...]


@dataclass(frozen=True)
class Seconded:
    """A second person approved one plan, known by its digest; never whoever decided."""

    at: datetime
    by: str
    digest: str


@dataclass(frozen=True)
class Advised:
    """The data protection officer's advice, on the record (GDPR 39(1)(a))."""

    at: datetime
    by: str
    advice: str = field(repr=False)


@dataclass(frozen=True)
class Did:
    """One store has done its part, in one transaction: rows changed, and rows left when asked again."""

    at: datetime
    store: str
    action: str
    changed: int
    remaining: int


@dataclass(frozen=True)
class Answered:
    """A person looked in a system kept by hand: found so many, did so many.

    With `told`, nothing was searched there: `store` is who was told what has changed, or that a restriction ends.
    """

    at: datetime
    by: str
    store: str
    found: int
    done: int
    told: bool = False


@dataclass(frozen=True)
class Wrote:
    """A letter was made: its template's name and its number in the outbox; `to` is a recipient, if not to her."""

    at: datetime
    letter: str
    number: int
    to: str = ""


@dataclass(frozen=True)
class Lifted:
    """A restriction ended, after she was told (GDPR 18(3))."""

    at: datetime
    by: str
    reason: str = field(repr=False)


class Result(StrEnum):
    """How a case ended. `nothing found` is a result of its own, and never "done"."""

    DONE = "done"
    PARTLY = "done in part"
    REFUSED = "refused"
    NOTHING_FOUND = "nothing found"
    PASSED_ON = "passed on"
    WITHDRAWN = "withdrawn by the person"
    NOT_IDENTIFIED = "not identified"


@dataclass(frozen=True)
class Closed:
    """The answer went out; `by` is who ended the case without one, if a person did."""

    at: datetime
    result: Result
    by: str = ""


Step = (
    Asked | Identified | Extended | Judged | Found | Decided | Seconded | Advised | Did | Answered | Wrote | Lifted
    | Closed
)  # fmt: skip
