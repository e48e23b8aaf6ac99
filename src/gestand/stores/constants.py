"""Constants apart from what is asked: questions about one person differ from those about another in these alone.

Whatever a value makes of its condition (its spellings, whether its column could hold it) is a part of the shape: two
questions of one shape take the same statement, with other constants.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any as Anything

import sqlalchemy as sa

from gestand.core.predicate import (
    All,
    Any,
    Equals,
    Exists,
    Not,
    OneOf,
    Predicate,
    SameDigits,
    SameFolded,
    Value,
    WithKey,
)
from gestand.core.schema import ColumnKind, TableFacts, TableName
from gestand.stores.element import Column
from gestand.stores.fitting import Plain, compared_exactly, fitting
from gestand.stores.folding import beginning, mailbox, spellings

Parameters = dict[str, Plain]


@dataclass
class Constants:
    """The constants of a question, each by its place; `names` are those of the parameters that stand for them."""

    places: dict[tuple[type, Plain], int] = field(default_factory=dict, repr=False)
    names: dict[str, int] = field(default_factory=dict)

    def place(self, value: Plain) -> int:
        """Where a constant stands; the same one stands in one place."""
        return self.places.setdefault((type(value), value), len(self.places))

    def bound(self, value: Plain, kind: sa.types.TypeEngine[Anything]) -> Column:
        """A parameter for a constant that has a place; any other stands in the statement as it is."""
        place = self.places.get((type(value), value))
        if place is None:
            return sa.literal(value, kind)
        name = f"constant_{place}_{type(kind).__name__.lower()}"
        self.names[name] = place
        return sa.bindparam(name, value, kind)


@dataclass(frozen=True)
class Kept:
    """What was made for a shape, and the names of its parameters by the places of their constants."""

    made: Anything
    names: dict[str, int]

    def given(self, constants: Constants) -> Parameters:
        """The parameters for the constants of another question of this shape."""
        values = [value for _, value in constants.places]
        return {name: values[place] for name, place in self.names.items()}


@dataclass(frozen=True)
class Shaping:
    """Tells the shapes of conditions, and gathers their constants. `facts` gives those of a table."""

    facts: Callable[[TableName], TableFacts]
    loosely_typed: bool
    constants: Constants = field(default_factory=Constants)

    def shape(self, where: Predicate, table: TableName) -> Hashable:
        """The condition on rows of the table, with places for its constants."""
        match where:
            case Equals(column, value):
                return self._among(column, (value,), table)
            case OneOf(column, several):
                return self._among(column, several, table)
            case SameFolded():
                return self._folded(where, table)
            case SameDigits(column, several):
                numbers = tuple(map(int, several))
                return "digits", column, self._places(several), self._places(numbers)
            case Exists(path, inner):
                end = path[-1].table if path else table
                return "exists", path, self.shape(inner, end)
            case All(parts) | Any(parts):
                return type(where).__name__, tuple(self.shape(part, table) for part in parts)
            case Not(part):
                return "not", self.shape(part, table)
            case _:
                return where

    def _among(self, column: str, several: tuple[Value, ...], table: TableName) -> Hashable:
        kind = self._kind(column, table)
        keyed = tuple(value for value in several if value is None or isinstance(value, WithKey))
        plain = (fitting(kind, value) for value in several)
        return "among", column, keyed, self._places([value for value in plain if value is not None])

    def _folded(self, where: SameFolded, table: TableName) -> Hashable:
        if compared_exactly(self._kind(where.column, table), where.value, self.loosely_typed):
            return self._among(where.column, (where.value,), table)
        ways = spellings(where.value)
        boxes = tuple(map(mailbox, ways)) if where.plus else ()
        begins = tuple(map(beginning, (*ways, *(box.first for box in boxes))))
        around = tuple(text for box in boxes for text in (box.first, box.last, box.pattern))
        several = (self._places(texts) for texts in (ways, begins, around))
        return ("folded", where.column, *several) if ways else where

    def _places(self, several: Sequence[Plain]) -> tuple[int, ...]:
        return tuple(map(self.constants.place, several))

    def _kind(self, column: str, table: TableName) -> ColumnKind:
        """Of a column that is not there any: the statement is refused before it is kept."""
        facts = self.facts(table).column(column)
        return facts.kind if facts else ColumnKind.OTHER
