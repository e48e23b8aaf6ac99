"""Matches columns that hold times with the statement's moments, here or in a table that this one points at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gestand.core.predicate import Reading
from gestand.core.schema import ColumnFacts, ColumnKind, Link, Schema, TableFacts, TableName
from gestand.datamap.suggest.handful import TableLook
from gestand.datamap.suggest.lexicon import roles
from gestand.datamap.suggest.meeting import bag, bags, name_bag
from gestand.datamap.suggest.names import words_in
from gestand.datamap.suggest.personal import Sure
from gestand.statement.model import Statement

LEAST = 2.5
"""A column below this score is no suggestion."""
_DEPTH = 2
_TIMES = (ColumnKind.DATE, ColumnKind.DATETIME, ColumnKind.INSTANT)
_NUMBERS = (ColumnKind.INTEGER, ColumnKind.NUMBER)
ENDINGS = frozenset(("ended", "closed", "moved", "deceased", "paid", "withdrawn"))
"""Moments that a row can still be waiting for: an empty column has not come yet."""
_COLLECTED = frozenset(("created", "added", "registered"))
_PLAIN = _COLLECTED | {"date", "on", "op", "occurred", "begun", "received", "issued", "sent"}
"""Words of a time that says no more than that the row is about it: `at`, `created_at`, `datum`."""


@dataclass(frozen=True)
class TimeAt:
    """A column that holds a moment. `reading` is None where the column's type says it."""

    column: str
    reading: Reading | None
    not_yet: bool
    indexed: bool
    sure: Sure
    score: float


@dataclass(frozen=True)
class Way:
    """A moment in another table, along foreign keys, the nearest first."""

    table: TableName
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Times:
    """Finds moments of one statement in one schema."""

    statement: Statement
    schema: Schema
    looks: Mapping[TableName, TableLook]

    def found(self, table: TableFacts, moment: str) -> TimeAt | Way | None:
        """By a column's name; then by what the row says of itself; then in the tables that this one points at."""
        return self.here(table, moment) or self.own(table, moment) or self.above(table, moment)

    def here(self, table: TableFacts, moment: str) -> TimeAt | None:
        """The column of the table that fits the moment best."""
        look = self.looks.get(table.name, TableLook(table.name))
        scored = sorted(self._scored(table, look, moment), key=lambda each: -each.score)
        if not scored or scored[0].score < LEAST:
            return None
        best, alone = scored[0], len(scored) == 1 or scored[0].score - scored[1].score >= 1
        sure = Sure.LIKELY if alone and best.score >= 2 * LEAST else Sure.MAYBE
        return TimeAt(best.column, best.reading, best.not_yet, best.indexed, sure, best.score)

    def own(self, table: TableFacts, moment: str) -> TimeAt | None:
        """For the moment at which data were collected, the one column that says when the row itself came to be."""
        return self.only(table) if bag(moment) and bag(moment) <= _COLLECTED else None

    def only(self, table: TableFacts) -> TimeAt | None:
        """The column that says when the row itself came to be, where there is one alone."""
        plain = [at for at in self.every(table) if _is_plain(at.column)]
        return plain[0] if len(plain) == 1 else None

    def above(self, table: TableFacts, moment: str) -> Way | None:
        """The nearest table that this one points at, and that has a column for the moment."""
        ways: list[tuple[TableFacts, tuple[str, ...]]] = [(table, ())]
        for _ in range(_DEPTH):
            ways = [longer for at, keys in ways for longer in self._steps(at, keys)]
            for there, keys in ways:
                if there.name != table.name and self.here(there, moment):
                    return Way(there.name, keys)
        return None

    def every(self, table: TableFacts) -> tuple[TimeAt, ...]:
        """Every column of the table that holds a time, whatever it is called."""
        look = self.looks.get(table.name, TableLook(table.name))
        found = ((one, look.column(one.name).reading) for one in table.columns)
        return tuple(
            TimeAt(one.name, _written(one, reading), False, one.indexed, Sure.MAYBE, 0.0)
            for one, reading in found
            if _is_time(one, reading)
        )

    def _steps(
        self, table: TableFacts, keys: tuple[str, ...]
    ) -> Iterator[tuple[TableFacts, tuple[str, ...]]]:
        for link in table.links:
            there = self.schema.table(link.to)
            if there is not None and there.readable and not _twice(table, link):
                yield there, (*keys, link.columns[0])

    def _scored(self, table: TableFacts, look: TableLook, moment: str) -> Iterator[TimeAt]:
        named, said = bag(moment), bags((self.statement.moments[moment].text,))
        around = name_bag(table.name.name)
        near = 2.0 * len(around & named) + 1.0 * len(around & (said - named))
        for column in table.columns:
            reading = look.column(column.name).reading
            if not _is_time(column, reading):
                continue
            words = name_bag(column.name)
            own = 3.0 * len(words & named) + 1.5 * len(words & (said - named))
            plain = 1.0 if _is_plain(column.name) and near else 0.0
            not_yet = column.nullable and bool(ENDINGS & (named | said))
            score = own + plain + (near if own or plain else 0.4 * near)
            yield TimeAt(column.name, _written(column, reading), not_yet, column.indexed, Sure.MAYBE, score)


_EPOCH = (Reading.EPOCH_SECONDS, Reading.EPOCH_MILLISECONDS)


def _written(column: ColumnFacts, reading: Reading | None) -> Reading | None:
    return reading if column.kind not in _TIMES or reading in _EPOCH else None


def _twice(table: TableFacts, link: Link) -> bool:
    """Whether another key of the table leads to the same place along this column: a path would be of two minds."""
    same = [one for one in table.links if one.to == link.to and link.columns[0] in one.columns]
    return len(same) > 1


def _is_time(column: ColumnFacts, reading: Reading | None) -> bool:
    if column.kind in _TIMES:
        return True
    timely = any(roles().get(word) == "time" or word == "date" for word in words_in(column.name))
    return reading is not None and (timely or column.kind is ColumnKind.TEXT)


def _is_plain(name: str) -> bool:
    return _PLAIN.issuperset(words_in(name))
