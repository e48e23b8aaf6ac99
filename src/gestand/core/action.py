"""What a duty may plan: closed lists of idempotent acts on the rows of one table."""

from dataclasses import dataclass, field
from enum import StrEnum

from gestand.core.predicate import Moment, Path, Predicate, Value
from gestand.core.question import Count, Part
from gestand.core.schema import TableName


class Leaving(StrEnum):
    """How rows of a child table leave with their parent."""

    CASCADE = "the database erases them with it"
    FIRST = "erased just before it"
    CUT = "they stay, their link is emptied"


@dataclass(frozen=True)
class Along:
    """Rows at the end of `path` that leave with the erased row; they have no promise of their own."""

    path: Path
    how: Leaving
    rows: int


@dataclass(frozen=True)
class Erase:
    """Erase the rows that meet `where`, and for which nothing is left at the end of any path in `unless`.

    `walk` is a moment of the table itself that most of `where` turns on: a good order to walk in. `also` are
    the other promises whose end this takes: a row goes only when all that it holds may go.
    """

    promise: str
    store: str
    table: TableName
    where: Predicate
    rows: int
    unless: tuple[Path, ...] = ()
    along: tuple[Along, ...] = ()
    triggers: tuple[str, ...] = ()
    walk: Moment | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Blank:
    """Set columns to the values that stand for "made unusable", in the rows that meet `where`.

    `where` leaves out rows that are blank already, so that a second run finds nothing.
    """

    promise: str
    store: str
    table: TableName
    where: Predicate
    rows: int
    values: tuple[tuple[str, Value], ...]
    triggers: tuple[str, ...] = ()
    walk: Moment | None = None


@dataclass(frozen=True)
class Correct:
    """Set columns to what a person says is true (GDPR 16), in the rows that meet `where`. The repr hides the values."""

    promise: str
    store: str
    table: TableName
    where: Predicate
    rows: int
    values: tuple[tuple[str, Value], ...] = field(repr=False)
    triggers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Restrict:
    """Set the columns that keep rows out of use, or with `lifted` back in use (GDPR 18)."""

    promise: str
    store: str
    table: TableName
    where: Predicate
    rows: int
    values: tuple[tuple[str, Value], ...]
    triggers: tuple[str, ...] = ()
    lifted: bool = False


Action = Erase | Blank
"""What a sweep does, in batches."""

Change = Blank | Correct | Restrict
"""Rows stay; some of their columns get other values."""

Deed = Erase | Change
"""What is done for one person, in one transaction with all else that is done for her in that store."""


@dataclass(frozen=True)
class Impossible:
    """An act that the plan refuses: `why` names the datum, the reason and the way out."""

    promise: str
    why: str
    rows: int


class Mode(StrEnum):
    """How a sweep treats others: `polite` keeps their waits short, `exclusive` is fast and lets them wait."""

    POLITE = "polite"
    EXCLUSIVE = "exclusive"


@dataclass(frozen=True)
class Pace:
    """How fast, and how far at most: an action never changes more than `at_most` rows, those that go along too."""

    mode: Mode
    at_most: int


class Level(StrEnum):
    """How gone is gone. A store claims the lowest that is true."""

    LOGICAL = "logically erased"
    RECLAIMED = "storage reclaimed"


@dataclass(frozen=True)
class Batch:
    """One committed batch: rows of the table changed or erased, and the level reached for them.

    One of no rows is a sign of life: the store has looked at a part of the table in which nothing was to be done.
    `along` are the rows of other tables that changed in the same transaction, because these went.
    """

    rows: int
    level: Level = Level.LOGICAL
    along: int = 0


def rows_of(action: Deed) -> Count:
    """The question how many rows an action touches, or has left."""
    return Count(action.store, action.table, (Part("rows", action.where),))
