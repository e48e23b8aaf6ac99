"""From the algebra of predicates to one condition in SQL, with every negation pushed down to the leaves.

So unknown (NULL) is never negated: what is not true is false, and no row hides behind it.
"""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any as Anything
from typing import TypeVar, assert_never

import sqlalchemy as sa
from sqlalchemy import FromClause, quoted_name
from sqlalchemy.sql.operators import custom_op

from gestand.core.errors import StoreRefuses
from gestand.core.predicate import (
    All,
    Any,
    Before,
    Equals,
    Exists,
    Missing,
    Moment,
    Not,
    OneOf,
    Path,
    Predicate,
    SameDigits,
    SameFolded,
    Step,
    Unreadable,
    Value,
    WithKey,
)
from gestand.core.schema import ColumnFacts, ColumnKind, Schema, TableFacts, TableName
from gestand.stores import values
from gestand.stores.constants import Constants, Kept, Parameters, Shaping
from gestand.stores.element import Column, Condition
from gestand.stores.faces import face
from gestand.stores.fitting import compared_exactly, fitting
from gestand.stores.hidden import refuse_in_part
from gestand.stores.moments import Clock
from gestand.stores.system import system_columns

MOST_KEPT = 500
"""Statements; the oldest goes first."""
_Made = TypeVar("_Made")
_LINKED_ALIKE = (ColumnKind.INTEGER, ColumnKind.UUID)
"""Kinds of keys that are compared here as in a foreign key; texts may be linked by a looser comparison than ours."""
_NO_INDEX: custom_op[Anything] = custom_op("+")


@dataclass(frozen=True)
class Row:
    """A table as it stands in a statement: its facts, and the FROM element (the table, or an alias of it).

    `hidden`: conditions on constants hide their column from SQLite's planner, which of several ranges of a
    column follows any one: here the window of the batch, written apart, is to be followed.
    """

    facts: TableFacts
    table: FromClause
    hidden: bool = False

    def column(self, name: str) -> Column:
        return self.table.c[name]

    def again(self) -> "Row":
        """The same table once more, under a name of its own."""
        return replace(self, table=self.table.alias())

    def compared(self, name: str) -> Column:
        """The column, in a condition on constants."""
        column = self.column(name)
        return sa.UnaryExpression(column, operator=_NO_INDEX, type_=column.type) if self.hidden else column


@dataclass(frozen=True)
class Compiler:
    """Compiles for one engine; `schema` is what the store looks like, `store` its name for messages.

    `rows` keeps what was made of the tables: making it anew takes longer than many a question. `kept` are statements
    by their shapes; `constants` those that a statement under way has parameters for.
    """

    store: str
    dialect: str
    schema: Schema
    rows: dict[TableName, Row] = field(default_factory=dict, repr=False, compare=False)
    kept: dict[Hashable, Kept] = field(default_factory=dict, repr=False, compare=False)
    constants: Constants = field(default_factory=Constants, repr=False, compare=False)

    def shaping(self) -> Shaping:
        """Tells the shapes of one question, or one deed."""
        return Shaping(lambda name: self.row(name).facts, self.schema.loosely_typed)

    def keep(
        self, shape: Hashable, constants: Constants, make: Callable[["Compiler"], _Made]
    ) -> tuple[_Made, Parameters]:
        """What was made for this shape, made now if it never was, and the parameters for these constants."""
        kept = self.kept.get(shape)
        if kept is None:
            kept = Kept(make(replace(self, constants=constants)), constants.names)
            if len(self.kept) >= MOST_KEPT:
                self.kept.pop(next(iter(self.kept)), None)
            self.kept[shape] = kept
        return kept.made, kept.given(constants)

    def row(self, name: TableName) -> Row:
        """The table for use in a statement. Raises StoreRefuses where there is none, or not all of it is shown."""
        if name not in self.rows:
            self.rows[name] = self._row(name)
        return self.rows[name]

    def _row(self, name: TableName) -> Row:
        facts = self.schema.table(name)
        if facts is None:
            raise StoreRefuses(
                f"store {self.store} has no table {name}, or gestand may not see it; run `gestand drift`"
            )
        refuse_in_part(self.store, facts)
        return Row(facts, plain_table(facts, system_columns(self.dialect, facts)))

    def true(self, predicate: Predicate, row: Row) -> Condition:
        """True exactly for the rows that meet the predicate; false or unknown for the others."""
        match predicate:
            case Before(moment, end):
                return self.clock(moment, row).before(end)
            case Unreadable(moment):
                return self.clock(moment, row).unreadable()
            case Missing(column):
                return self.column(column, row).is_(None)
            case Equals(column, value):
                return self._equals(column, (value,), row)
            case SameFolded():
                return self._same_folded(predicate, row)
            case SameDigits(column, spellings):
                return self._same_digits(column, spellings, row)
            case OneOf(column, several):
                return self._equals(column, several, row)
            case Exists(path, where):
                path, where = self._shortened(path, where, row)
                return sa.and_(self._constants_here(path, where, row), self._exists(path, where, row))
            case All(parts):
                return sa.and_(sa.true(), *self._every(parts, row))
            case Any(parts):
                return sa.or_(sa.false(), *(self.true(part, row) for part in parts))
            case Not(part):
                return self.untrue(part, row)
            case _:
                assert_never(predicate)

    def untrue(self, predicate: Predicate, row: Row) -> Condition:
        """True exactly for the rows that do not meet the predicate, an unknown among them."""
        match predicate:
            case Before(moment, end):
                return self.clock(moment, row).not_before(end)
            case Unreadable(moment):
                return sa.or_(self.column(moment.column, row).is_(None), self.clock(moment, row).readable())
            case Missing(column):
                return self.column(column, row).is_not(None)
            case Equals() | SameFolded() | SameDigits() | OneOf():
                return sa.not_(sa.func.coalesce(self.true(predicate, row), sa.false()))
            case Exists(path, where):
                path, where = self._shortened(path, where, row)
                return sa.not_(sa.func.coalesce(self._exists(path, where, row), sa.false()))
            case All(parts):
                return sa.or_(sa.false(), *(self.untrue(part, row) for part in parts))
            case Any(parts):
                return sa.and_(sa.true(), *(self.untrue(part, row) for part in parts))
            case Not(part):
                return self.true(part, row)
            case _:
                assert_never(predicate)

    def clock(self, moment: Moment, row: Row) -> Clock:
        """Raises StoreRefuses where the column cannot be read as the data map says."""
        facts = self._facts(moment.column, row)
        found = face(self.dialect, facts.kind, moment.read_as)
        if found is None:
            raise StoreRefuses(
                f"store {self.store}, table {row.facts.name}: column {moment.column} holds {facts.kind} and "
                f"cannot be read as {moment.read_as}; mend `as:` in the data map"
            )
        return Clock(self.dialect, facts.kind, found, row.compared(moment.column), moment)

    def value(self, column: str, value: Value, row: Row) -> Column:
        """A value to set the column to. Raises StoreRefuses for one that its kind cannot hold."""
        if isinstance(value, WithKey):
            return values.with_key(self.dialect, value, self.column(value.key, row))
        plain = fitting(self._facts(column, row).kind, value)
        if value is not None and plain is None:
            raise StoreRefuses(
                f"store {self.store}, table {row.facts.name}: column {column} holds {self._facts(column, row).kind}, "
                "and cannot hold what should stand there; correct the value, or mend `at the end:` in the data map"
            )
        return values.literal(plain)

    def exists_above(self, path: Path, row: Row, top: Row, where: Condition) -> Condition:
        """True for a row at the lower end of `path` if its row at the upper end, `top`, meets `where`."""
        steps = [Step(step.to_columns, row.facts.name, step.columns) for step in reversed(path)]
        between = [self.row(step.table).again() for step in path[-2::-1]]
        return _chain(steps, row, [*between, top], where)

    def reached(self, path: Path, top: Row, where: Condition) -> sa.Select[int]:
        """How many rows lie at the end of `path`, from the rows of `top` that meet `where`."""
        rows = [top, *(self.row(step.table).again() for step in path)]
        counted = sa.select(sa.func.count()).select_from(*(row.table for row in rows))
        return counted.where(where, _linked(list(path), rows))

    def _every(self, parts: tuple[Predicate, ...], row: Row) -> Iterator[Condition]:
        """Each part; before one end of a moment and not before another is one range of its column, where it can be."""
        ends = {part.moment: part for part in parts if isinstance(part, Before)}
        said: set[Predicate] = set()
        for part in parts:
            match part:
                case Not(Before(moment, begin)) if moment in ends:
                    inside = self.clock(moment, row).between(begin, ends[moment].end)
                    if inside is not None:
                        said |= {part, ends[moment]}
                        yield inside
        yield from (self.true(part, row) for part in parts if part not in said)

    def _shortened(self, path: Path, where: Predicate, row: Row) -> tuple[Path, Predicate]:
        """A key at the far end of a foreign key is sought in the column that points there: the engine sees to it that
        its row is there. SQLite does so only for connections that want it."""
        before = self.row(path[-2].table) if len(path) > 1 else row
        pointing = self._pointing(path[-1:], where, before)
        if self.dialect == "sqlite" or pointing is None or not _is_declared(path[-1], before.facts):
            return path, where
        return path[:-1], pointing

    def _constants_here(self, path: Path, where: Predicate, row: Row) -> Condition:
        """What is asked of the key at the far end of one step holds for the column that points there: an index on it
        then leads to the rows, which no engine but PostgreSQL finds by itself."""
        pointing = self._pointing(path, where, row)
        return sa.true() if pointing is None else self._equals(pointing.column, pointing.values, row)

    def _pointing(self, path: Path, where: Predicate, row: Row) -> OneOf | None:
        """The same constants, sought in the column from which the one step of a path leads to their key."""
        sought = OneOf(where.column, (where.value,)) if isinstance(where, Equals) else where
        if len(path) != 1 or not isinstance(sought, OneOf) or path[0].to_columns != (sought.column,):
            return None
        near, far = path[0].columns[0], self.row(path[0].table)
        kind = self._facts(near, row).kind
        if kind is not self._facts(sought.column, far).kind or kind not in _LINKED_ALIKE:
            return None
        plain = not any(value is None or isinstance(value, WithKey) for value in sought.values)
        return OneOf(near, sought.values) if plain else None

    def _exists(self, path: Path, where: Predicate, row: Row) -> Condition:
        rows = [self.row(step.table).again() for step in path]
        return _chain(list(path), row, rows, self.true(where, rows[-1] if rows else row))

    def _equals(self, column: str, several: tuple[Value, ...], row: Row) -> Condition:
        found, kind = self.column(column, row), self._facts(column, row).kind
        keyed = [value for value in several if isinstance(value, WithKey)]
        texts = [values.with_key(self.dialect, value, self.column(value.key, row)) for value in keyed]
        plain = [fitting(kind, value) for value in several if not isinstance(value, WithKey)]
        parts = [
            values.equals(
                self.dialect,
                kind,
                found,
                [value for value in plain if value is not None],
                self.constants.bound,
            )
        ]
        parts += [values.is_text(self.dialect, found, text) for text in texts]
        parts += [found.is_(None)] if None in several else []
        return sa.or_(sa.false(), *parts)

    def _same_folded(self, wanted: SameFolded, row: Row) -> Condition:
        facts = self._facts(wanted.column, row)
        if compared_exactly(facts.kind, wanted.value, self.schema.loosely_typed):
            return self._equals(wanted.column, (wanted.value,), row)
        column = self.column(wanted.column, row)
        return values.is_folded(self.dialect, column, wanted, bool(facts.folded), self.constants.bound)

    def _same_digits(self, column: str, spellings: tuple[str, ...], row: Row) -> Condition:
        facts = self._facts(column, row)
        if self.dialect == "mariadb" and facts.digits:
            return values.among(row.table.c[facts.digits], spellings, sa.String(), self.constants.bound)
        return values.has_digits(
            self.dialect, facts.kind, self.column(column, row), spellings, self.constants.bound
        )

    def _facts(self, column: str, row: Row) -> ColumnFacts:
        facts = row.facts.column(column)
        if facts is None:
            raise StoreRefuses(
                f"store {self.store}, table {row.facts.name} has no column {column}; run `gestand drift`"
            )
        return facts

    def column(self, column: str, row: Row) -> Column:
        """Raises StoreRefuses where the table has no such column."""
        self._facts(column, row)
        return row.compared(column)


def plain_table(facts: TableFacts, system: tuple[str, ...]) -> sa.TableClause:
    """The table with every name quoted, so that no name is folded, split at a dot or taken for a word of SQL."""
    schema = quoted_name(facts.name.schema, True) if facts.name.schema else None
    names = (*(column.name for column in facts.columns), *system)
    columns: list[sa.ColumnClause[Anything]] = [sa.column(quoted_name(name, True)) for name in names]
    return sa.table(quoted_name(facts.name.name, True), *columns, schema=schema)


def _is_declared(step: Step, facts: TableFacts) -> bool:
    """The step follows a foreign key of the table."""
    declared = ((link.columns, link.to, link.to_columns) for link in facts.links)
    return (step.columns, step.table, step.to_columns) in declared


def _chain(steps: list[Step], start: Row, rows: list[Row], where: Condition) -> Condition:
    """EXISTS over the joined rows, correlated with `start` alone; of no steps, `where` itself."""
    if not rows:
        return where
    tables = [row.table for row in rows]
    inner: sa.Select[Anything] = sa.select(sa.literal_column("1")).select_from(*tables)
    return inner.where(_linked(steps, [start, *rows]), where).correlate_except(*tables).exists()


def _linked(steps: list[Step], rows: list[Row]) -> Condition:
    """Each row points at the next, as the steps say."""
    return sa.and_(
        *(
            before.column(mine) == after.column(theirs)
            for step, (before, after) in zip(steps, pairwise(rows), strict=True)
            for mine, theirs in zip(step.columns, step.to_columns, strict=True)
        )
    )
