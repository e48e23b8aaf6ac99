"""What people tell the keeper: a closed list of things that happened outside the machine."""

from dataclasses import dataclass
from datetime import date, datetime

from gestand.core.hold import Hold


@dataclass(frozen=True)
class Approve:
    """A named person approves what waits in the plan whose digest begins with `digest`.

    `by` and `reason` go into the book, never into the log; the repr hides them.
    """

    digest: str
    by: str
    reason: str

    def __repr__(self) -> str:
        return f"Approve(digest={self.digest!r})"


@dataclass(frozen=True)
class BeginHold:
    """A hold begins."""

    hold: Hold


@dataclass(frozen=True)
class EndHold:
    """A hold ends today; what it kept falls due by its promise again."""

    id: str


@dataclass(frozen=True)
class ClockIsRight:
    """Somebody looked: the clock is right, however far before or beyond the last entry of the log it stands."""


@dataclass(frozen=True)
class Account:
    """A named person accounts for rows that went too early: the cause, and the day on which it was mended.

    `cause` and `by` go into the book, never into the log; the repr hides them.
    """

    promise: str
    cause: str
    repaired: date
    by: str

    def __repr__(self) -> str:
        return f"Account(promise={self.promise!r}, repaired={self.repaired})"


@dataclass(frozen=True)
class AcceptDrift:
    """A named person looked at how the databases have changed, and the data map is right for them.

    `by` and `reason` go into the book, never into the log; the repr hides them.
    """

    by: str
    reason: str

    def __repr__(self) -> str:
        return "AcceptDrift()"


Told = Approve | BeginHold | EndHold | ClockIsRight | Account | AcceptDrift


@dataclass(frozen=True)
class Approved:
    """What an approval covers: the plan's whole digest, and rows by promise."""

    digest: str
    promises: tuple[tuple[str, int], ...]

    @property
    def rows(self) -> int:
        return sum(rows for _, rows in self.promises)


@dataclass(frozen=True)
class Accounted:
    """What somebody accounted for, when, and how many rows were missing then; the repr hides who and why."""

    told: Account
    at: datetime
    rows: int
