"""One action as statements: what it changes in a window of the table, and whether anything is left to change."""

from dataclasses import dataclass, replace
from typing import Any as Anything

import sqlalchemy as sa
from sqlalchemy.sql.dml import UpdateBase

from gestand.core.action import Action, Along, Blank, Erase, Leaving
from gestand.core.errors import StoreRefuses
from gestand.core.predicate import ALWAYS, All, Any, Equals, Exists, Not, Predicate, all_of, negated
from gestand.core.schema import ColumnKind
from gestand.stores.address import Places, address, at
from gestand.stores.compile import Compiler, Row
from gestand.stores.element import Column, Condition

Statement = sa.Delete | sa.Update
MOST_PLACES = 5_000
_NATIVE = (ColumnKind.DATE, ColumnKind.DATETIME, ColumnKind.INSTANT)


@dataclass(frozen=True)
class Act:
    """`statement` changes rows of `row`; `where` is the action's whole condition, evaluated in
    every batch; `stays` its opposite. `alone`: whether a row meets it does not turn on other rows.
    `along` are the rows that leave with these; `hangs`: the rows must be locked before they are judged."""

    compiler: Compiler
    statement: Statement
    row: Row
    where: Condition
    stays: Condition
    alone: bool = True
    along: tuple[Along, ...] = ()
    hangs: bool = False

    def change(self, connection: sa.Connection, window: Condition) -> int:
        """Change every row of the window that meets the condition."""
        return run(connection, self.statement.where(self.where, window))

    def change_at_most(self, connection: sa.Connection, window: Condition, most: int) -> int:
        """The same for at most so many rows."""
        if self.compiler.dialect == "mariadb":
            limited = self.statement.where(self.where, window).with_dialect_options(mariadb_limit=most)
            return run(connection, limited)
        places = self.locked(connection, window, min(most, MOST_PLACES))
        return run(connection, self.statement.where(at(self.row, places))) if places else 0

    def anything_left(
        self, connection: sa.Connection, window: Condition, order: Column | None = None
    ) -> bool:
        """Whether some row of the window still meets the condition; along `order` it is found soonest."""
        some: sa.Select[Anything] = (
            sa.select(sa.literal_column("1")).select_from(self.row.table).where(self.where, window).limit(1)
        )
        some = some if order is None else some.order_by(order)
        with connection.begin():
            return connection.execute(some).first() is not None

    def locked(self, connection: sa.Connection, window: Condition, most: int) -> Places:
        """Where rows that meet the condition lie, locked: nothing can be hung on them until the commit."""
        some = self._places(connection).where(self.where, window).limit(most)
        return connection.execute(some.with_for_update(of=self.row.table)).all()

    def still_due(self, connection: sa.Connection, places: Places) -> Places:
        """Those of the locked rows that meet the condition now: while we waited, a child may have come."""
        if self.compiler.dialect == "sqlite" or not places:  # which has one writer at a time
            return places
        return connection.execute(self._places(connection).where(self.where, at(self.row, places))).all()

    def _places(self, connection: sa.Connection) -> sa.Select[Anything]:
        columns = address(connection, self.compiler, self.row)
        if not columns:
            raise StoreRefuses(
                f"store {self.compiler.store}, table {self.row.facts.name} has no key by which to take its rows "
                "one by one; give it a primary key"
            )
        return sa.select(*columns).select_from(self.row.table)


def act_of(compiler: Compiler, action: Action) -> Act:
    """Raises StoreRefuses for a table, a column or a value that the store cannot use."""
    row = compiler.row(action.table)
    hidden = replace(row, hidden=compiler.dialect == "sqlite")
    match action:
        case Erase(where=where, unless=paths, along=along):
            whole = all_of(where, *(negated(Exists(path, ALWAYS)) for path in paths))
            leaving = tuple(one for one in along if one.how is not Leaving.CUT)
            children = paths or compiler.schema.children_of(action.table)
            return Act(
                compiler,
                sa.delete(target(row)),
                row,
                compiler.true(whole, hidden),
                compiler.untrue(whole, row),
                alone=not turns_on_others(whole),
                along=leaving,
                hangs=bool(leaving or (children and compiler.dialect == "postgresql")),
            )
        case Blank(where=where, values=values):
            new = {_column(row, name): compiler.value(name, value, row) for name, value in values}
            filled = sa.or_(sa.false(), *(_differs(compiler, hidden, action, name) for name, _ in values))
            statement = sa.update(target(row)).values(new)
            condition = sa.and_(compiler.true(where, hidden), filled)
            stays = sa.not_(sa.func.coalesce(condition, sa.false()))
            return Act(compiler, statement, row, condition, stays, alone=not turns_on_others(where))


def turns_on_others(where: Predicate) -> bool:
    """Whether a row's meeting the condition may change when another row goes."""
    match where:
        case Exists():
            return True
        case All(parts) | Any(parts):
            return any(map(turns_on_others, parts))
        case Not(part):
            return turns_on_others(part)
        case _:
            return False


def _differs(compiler: Compiler, row: Row, action: Blank, name: str) -> Condition:
    """The column does not hold its replacement yet; a time is compared as the engine reads it."""
    value = dict(action.values)[name]
    facts = row.facts.column(name)
    if value is not None and facts is not None and facts.kind in _NATIVE:
        same: Condition = row.column(name) == compiler.value(name, value, row)
        return sa.not_(sa.func.coalesce(same, sa.false()))
    return compiler.untrue(Equals(name, value), row)


def _column(row: Row, name: str) -> Column:
    return row.table.c[name]


def target(row: Row) -> sa.TableClause:
    """The table itself, to be acted upon."""
    assert isinstance(row.table, sa.TableClause)  # noqa: S101  an alias is never acted upon
    return row.table


def run(connection: sa.Connection, statement: UpdateBase) -> int:
    """The number of rows that it changed."""
    return connection.execute(statement).rowcount
