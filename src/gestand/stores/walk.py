"""How to go through a table in shares: by windows of a moment, by keys, by physical pages, or by bare limits."""

from dataclasses import dataclass
from typing import Protocol

import sqlalchemy as sa

from gestand.core.action import Action
from gestand.core.predicate import All, Before, Moment, Predicate
from gestand.core.schema import ColumnKind
from gestand.stores import pages
from gestand.stores.address import ordered_key
from gestand.stores.compile import Compiler, Row
from gestand.stores.edges import again
from gestand.stores.element import Column, Condition
from gestand.stores.faces import EPOCHS, Face
from gestand.stores.moments import Clock
from gestand.stores.window import Window


class Walk(Protocol):
    """Goes through a table once. The same window is given again until it has been passed."""

    def next(self, connection: sa.Connection, size: int) -> Window | None:
        """The next window, of about so many rows; None at the end."""
        ...

    def passed(self, changed: int) -> None:
        """The window was committed, and changed so many rows."""
        ...


@dataclass
class KeyWalk:
    """By ranges of a key, which may have several columns, within `scope`."""

    row: Row
    key: tuple[Column, ...]
    scope: Condition
    at: tuple[object, ...] | None = None
    upto: tuple[object, ...] | None = None
    ended: bool = False

    def next(self, connection: sa.Connection, size: int) -> Window | None:
        if self.ended:
            return None
        here = sa.and_(self.scope, *self._after())
        keys = sa.select(*self.key).select_from(self.row.table).where(here)
        edge = connection.execute(keys.order_by(*self.key).offset(size - 1).limit(1)).first()
        self.upto = tuple(map(again, edge)) if edge else None
        return Window(sa.and_(here, _upto(self.key, self.upto)) if self.upto else here)

    def passed(self, changed: int) -> None:  # noqa: ARG002
        self.at, self.ended = self.upto, self.upto is None

    def _after(self) -> list[Condition]:
        return [_beyond(self.key, self.at)] if self.at else []


@dataclass
class LimitWalk:
    """For a table without any key: so many rows at a time, until none are changed."""

    ended: bool = False

    def next(self, connection: sa.Connection, size: int) -> Window | None:  # noqa: ARG002
        return None if self.ended else Window(sa.true(), size)

    def passed(self, changed: int) -> None:
        self.ended = changed == 0


@dataclass
class MomentWalk:
    """By windows of a bare, indexed column between two constants.

    A value shared by more rows than a window may hold is a crowd: it is walked by `key`, or, where there is
    none (PostgreSQL), the rest of the table by its pages.
    """

    row: Row
    column: Column
    lower: Condition
    upper: Condition
    key: tuple[Column, ...]
    at: object = None
    upto: object = None
    ended: bool = False
    crowd: Walk | None = None

    def next(self, connection: sa.Connection, size: int) -> Window | None:
        if self.crowd is not None:
            return self._in_crowd(connection, size)
        if self.at is None:
            self.at = self._value(connection, self.lower, 0)
        if self.ended or self.at is None:
            return None
        self.upto = self._value(connection, self.column >= again(self.at), size)
        if self.upto != self.at:
            return self._window()
        return self._into_crowd(connection, size)

    def passed(self, changed: int) -> None:
        if self.crowd is not None:
            self.crowd.passed(changed)
        else:
            self.at, self.ended = self.upto, self.upto is None

    def _window(self) -> Window:
        """One range with one bound at each side: of several, SQLite's planner follows any."""
        upper = self.upper if self.upto is None else self.column < again(self.upto)
        return Window(sa.and_(self.column >= again(self.at), upper))

    def _into_crowd(self, connection: sa.Connection, size: int) -> Window | None:
        if self.key:
            self.crowd = KeyWalk(self.row, self.key, self.column == again(self.at))
            return self._in_crowd(connection, size)
        if self._value(connection, self.column >= again(self.at), 2 * size) != self.at:
            self.upto = self._value(connection, self.column > again(self.at), 0)
            return self._window()
        rest = sa.and_(self.column >= again(self.at), self.upper)
        self.crowd = pages.PagesWalk(self.row, rest, pages.count(connection, self.row.facts.name))
        self.ended = True
        return self._in_crowd(connection, size)

    def _in_crowd(self, connection: sa.Connection, size: int) -> Window | None:
        window = self.crowd.next(connection, size) if self.crowd else None
        if window is not None or self.ended:
            return window
        self.crowd = None
        self.at = self._value(connection, self.column > again(self.at), 0)
        self.ended = self.at is None
        return self.next(connection, size)

    def _value(self, connection: sa.Connection, after: Condition, offset: int) -> object:
        values = sa.select(self.column).select_from(self.row.table).where(after, self.upper)
        return connection.execute(values.order_by(self.column).offset(offset).limit(1)).scalar()


def walk_for(connection: sa.Connection, compiler: Compiler, action: Action, row: Row) -> Walk:
    """By the action's moment where an index makes that the shorter way, else by rows."""
    before = before_of(action.where, action.walk)
    if before is None:
        return rows_walk(connection, compiler, row)
    clock = compiler.clock(before.moment, row)
    if not _walkable(clock, row) or not _worth_it(connection, compiler, action, row, before.moment):
        return rows_walk(connection, compiler, row)
    lower, upper = clock.since_1900(), clock.until(before.end)[0]
    if compiler.dialect == "postgresql":
        return MomentWalk(row, clock.column, lower, upper, ())
    return MomentWalk(row, clock.column, lower, upper, ordered_key(connection, compiler, row))


def rows_walk(connection: sa.Connection, compiler: Compiler, row: Row) -> Walk:
    """Through the whole table, whatever the predicate turns on."""
    if compiler.dialect == "postgresql":
        return pages.PagesWalk(row, sa.true(), pages.count(connection, row.facts.name))
    key = ordered_key(connection, compiler, row)
    return KeyWalk(row, key, sa.true()) if key else LimitWalk()


def before_of(where: Predicate, moment: Moment | None) -> Before | None:
    """The Before of this moment that every row meeting `where` must meet."""
    parts = where.parts if isinstance(where, All) else (where,)
    return next((part for part in parts if isinstance(part, Before) and part.moment == moment), None)


def _walkable(clock: Clock, row: Row) -> bool:
    """An indexed column, whose values come back from the database exactly as they went."""
    facts = row.facts.column(clock.moment.column)
    if facts is None or not facts.indexed or clock.face is Face.UNIX_STAMP:
        return False
    return clock.dialect == "sqlite" or clock.face not in EPOCHS or facts.kind is ColumnKind.INTEGER


def _worth_it(
    connection: sa.Connection, compiler: Compiler, action: Action, row: Row, moment: Moment
) -> bool:
    if compiler.dialect != "postgresql":
        return bool(ordered_key(connection, compiler, row))
    return pages.windows_are_shorter(connection, row.facts.name, moment.column, action.rows)


def _beyond(key: tuple[Column, ...], at: tuple[object, ...]) -> Condition:
    """The key sorts after `at`: spelled out by column, for not every engine uses an index for a row comparison."""
    column, value = key[0], at[0]
    if len(key) == 1:
        return column > value
    return sa.and_(column >= value, sa.or_(column > value, _beyond(key[1:], at[1:])))


def _upto(key: tuple[Column, ...], upto: tuple[object, ...]) -> Condition:
    column, value = key[0], upto[0]
    if len(key) == 1:
        return column <= value
    return sa.and_(column <= value, sa.or_(column < value, _upto(key[1:], upto[1:])))
