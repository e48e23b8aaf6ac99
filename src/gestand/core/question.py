"""What a duty may ask of a store, and what a store may answer: closed lists."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from gestand.core.hashed import hashed_once
from gestand.core.predicate import Moment, Predicate
from gestand.core.schema import Schema, TableName


@hashed_once
@dataclass(frozen=True)
class Part:
    """A named share of a table's rows; with `span`, also the first and last day of that moment among them."""

    name: str
    where: Predicate
    span: Moment | None = None


@hashed_once
@dataclass(frozen=True)
class Count:
    """How many rows of a table are in each part? All parts are counted in one snapshot."""

    store: str
    table: TableName
    parts: tuple[Part, ...]


@hashed_once
@dataclass(frozen=True)
class Find:
    """The values of `columns` in the rows that meet `where`, at most so many rows; in the order of the key.

    `after` is the key of the last row that was seen: only those that come after it are asked for.
    """

    store: str
    table: TableName
    where: Predicate
    columns: tuple[str, ...]
    most: int
    after: tuple[object, ...] = ()


@dataclass(frozen=True)
class Observe:
    """What does the store look like: its tables, columns, keys, links, triggers, partitions?"""

    store: str


Question = Count | Find | Observe


@dataclass(frozen=True)
class Tally:
    """A number of rows; `earliest` and `latest` are local days, if a span was asked and rows were found."""

    rows: int
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True)
class Tallies:
    """The answer to a Count: a tally for each part by name."""

    parts: tuple[tuple[str, Tally], ...]

    def __getitem__(self, name: str) -> Tally:
        return dict(self.parts)[name]


@dataclass(frozen=True)
class Rows:
    """The answer to a Find: a tuple of values for each row. `more`: there are others beyond the most asked.

    Values are None, bool, int, float, Decimal, str, bytes, date, datetime, time or timedelta; of any other type
    their text. The repr hides them.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...] = field(repr=False)
    more: bool = False


@dataclass(frozen=True)
class Silence:
    """No answer: the store is `away`, or refuses this. `reason` names the store and the way out, never a value."""

    store: str
    reason: str
    away: bool = False


Answer = Tallies | Rows | Schema | Silence


@dataclass(frozen=True)
class Answers:
    """What has been answered so far."""

    given: Mapping[Question, Answer] = field(default_factory=dict)

    def tallies(self, question: Count) -> Tallies | Silence:
        answer = self.given[question]
        if isinstance(answer, Tallies | Silence):
            return answer
        raise TypeError(f"a Count was answered with {type(answer).__name__}")

    def rows(self, question: Find) -> Rows | Silence:
        answer = self.given[question]
        if isinstance(answer, Rows | Silence):
            return answer
        raise TypeError(f"a Find was answered with {type(answer).__name__}")
