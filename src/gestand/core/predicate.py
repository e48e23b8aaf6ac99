"""A small closed algebra of conditions on the rows of a table; stores compile it into their own engine.

A predicate is a frozen value about one row. `Not` means "is not true", so an unknown never hides a row.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from gestand.core.hashed import hashed_once
from gestand.core.schema import Link, TableName

MOST_CONSTANTS = 1_000


@dataclass(frozen=True)
class WithKey:
    """A text around the row's own key, such as `gone-17`, for a column that must stay unique."""

    before: str
    key: str
    after: str = ""


Value = str | int | float | bool | None | WithKey


class Reading(StrEnum):
    """How the time in a column is to be read; the words are those of the data map."""

    DATE = "date"
    DATETIME = "date and time"
    INSTANT = "date and time with zone"
    ISO_TEXT = "ISO text"
    ISO_TEXT_UTC = "ISO text in UTC"
    EPOCH_SECONDS = "epoch seconds"
    EPOCH_MILLISECONDS = "epoch milliseconds"


@dataclass(frozen=True)
class Moment:
    """A column that holds a time; `zone` says where a time without a zone, or a bare date, was written."""

    column: str
    read_as: Reading
    zone: str


@hashed_once
@dataclass(frozen=True)
class Step:
    """From a row to rows of `table`: those whose `to_columns` equal the row's `columns`."""

    columns: tuple[str, ...]
    table: TableName
    to_columns: tuple[str, ...]


Path = tuple[Step, ...]


@dataclass(frozen=True)
class Before:
    """The moment can be read, lies in or after 1900, and lies before `end` (aware).

    The lower bound keeps the markers that databases use for "no date" (year zero, minus infinity, epoch
    zero) from passing for very old data.
    """

    moment: Moment
    end: datetime


@dataclass(frozen=True)
class Missing:
    """The column is NULL."""

    column: str


@dataclass(frozen=True)
class Unreadable:
    """The column is filled, and no time in or after 1900 can be read in it."""

    moment: Moment


@dataclass(frozen=True)
class Equals:
    """The column holds this value; a NULL equals nothing."""

    column: str
    value: Value


@dataclass(frozen=True)
class SameFolded:
    """The column holds this text, whatever the case of its letters and the blanks around it; a NULL never does.

    For identifiers of people, of which one spelling too many is better than one too few. Numbers are compared
    as numbers. `plus`: what stands between a + and the @ tells nothing apart; `ann+shop@example.org` is
    `ann@example.org`, which is the `value` then.
    """

    column: str
    value: str
    plus: bool = False


@dataclass(frozen=True)
class SameDigits:
    """The column holds one of these numbers, whatever blanks, dots, dashes, slashes, brackets or plus stand in it.

    `spellings` are bare digits: `31612345678`, `0031612345678`, `0612345678` are one phone.
    """

    column: str
    spellings: tuple[str, ...] = field(repr=False)


@hashed_once
@dataclass(frozen=True)
class OneOf:
    """The column holds one of at most 1,000 values."""

    column: str
    values: tuple[Value, ...]

    def __post_init__(self) -> None:
        if len(self.values) > MOST_CONSTANTS:
            raise ValueError(f"a predicate takes at most {MOST_CONSTANTS} constants, not {len(self.values)}")


@hashed_once
@dataclass(frozen=True)
class Exists:
    """Some row at the end of the path meets `where`."""

    path: Path
    where: "Predicate"


@hashed_once
@dataclass(frozen=True)
class All:
    """Every part is true; of no parts, always."""

    parts: tuple["Predicate", ...]


@hashed_once
@dataclass(frozen=True)
class Any:
    """Some part is true; of no parts, never."""

    parts: tuple["Predicate", ...]


@hashed_once
@dataclass(frozen=True)
class Not:
    """The part is not true: false, or unknown."""

    part: "Predicate"


Predicate = (
    Before | Missing | Unreadable | Equals | SameFolded | SameDigits | OneOf | Exists | All | Any | Not
)

ALWAYS = All(())
NEVER = Any(())


def all_of(*parts: Predicate) -> Predicate:
    """All parts, without those that another one makes sure of; never, where one of them is that another is not true."""
    kept: list[Predicate] = []
    for part in parts:
        if part == NEVER:
            return NEVER
        kept.extend(part.parts if isinstance(part, All) else (part,))
    once = dict.fromkeys(kept)
    if any(isinstance(part, Not) and part.part in once for part in once):
        return NEVER
    told = [part for part in once if not (isinstance(part, Any) and any(one in once for one in part.parts))]
    return told[0] if len(told) == 1 else All(tuple(told))


def any_of(*parts: Predicate) -> Predicate:
    """Some part, without the trivial ones."""
    kept: list[Predicate] = []
    for part in parts:
        if part == ALWAYS:
            return ALWAYS
        kept.extend(part.parts if isinstance(part, Any) else (part,))
    once = tuple(dict.fromkeys(kept))
    return once[0] if len(once) == 1 else Any(once)


def negated(part: Predicate) -> Predicate:
    """Not the part; what is trivial stays trivial."""
    if part in (ALWAYS, NEVER):
        return NEVER if part == ALWAYS else ALWAYS
    return part.part if isinstance(part, Not) else Not(part)


def along(path: Path, where: Predicate) -> Predicate:
    """`where` on the row itself, or on some row at the end of the path."""
    return Exists(path, where) if path and where != NEVER else where


def up(link: Link) -> Step:
    """The step from a child to its parent."""
    return Step(link.columns, link.to, link.to_columns)


def down(link: Link) -> Step:
    """The step from a parent to its children."""
    return Step(link.to_columns, link.table, link.columns)
