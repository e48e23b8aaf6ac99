"""One action as statements: what it changes in a window of the table, and whether anything is left to change."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any as Anything
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.sql.dml import UpdateBase

from gestand.core.action import Along, Blank, Change, Correct, Deed, Erase, Leaving, Restrict
from gestand.core.errors import StoreRefuses
from gestand.core.predicate import ALWAYS, All, Any, Equals, Exists, Not, Predicate, all_of, negated
from gestand.core.schema import ColumnKind
from gestand.stores.address import Places, address, at, in_each, in_one
from gestand.stores.compile import Compiler, Row
from gestand.stores.constants import Parameters
from gestand.stores.element import Column, Condition

Statement = sa.Delete | sa.Update
Chosen = sa.Select[Anything]
_Made = TypeVar("_Made", Statement, Chosen)
MOST_PLACES = 5_000
EVERY_ROW = sa.true()
"""The window of those who take the whole table."""
_NATIVE = (ColumnKind.DATE, ColumnKind.DATETIME, ColumnKind.INSTANT)


@dataclass(frozen=True)
class Act:
    """`statement` changes rows of `row`; `where` is the action's whole condition, evaluated in
    every batch; `stays` its opposite. `alone`: whether a row meets it does not turn on other rows.
    `along` are the rows that leave with these; `hangs`: the rows must be locked before they are judged. `given` are
    the constants for the parameters of its conditions. `whole` changes every row that meets the condition.
    `prepared` are statements for the whole table: made once, as often as they are run."""

    compiler: Compiler
    statement: Statement
    row: Row
    where: Condition
    stays: Condition
    whole: Statement
    alone: bool = True
    along: tuple[Along, ...] = ()
    hangs: bool = False
    given: Parameters = field(default_factory=dict, repr=False)
    prepared: dict[object, Statement | Chosen] = field(default_factory=dict, repr=False)

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

        def made() -> Chosen:
            some = self._places(connection).where(self.where, window).limit(most)
            return some.with_for_update(of=self.row.table)

        asked = self._prepare(most, made) if window is EVERY_ROW else made()
        return connection.execute(asked, self.given).all()

    def still_due(self, connection: sa.Connection, places: Places) -> Places:
        """Those of the locked rows that meet the condition now: while we waited, a child may have come."""
        if self.compiler.dialect == "sqlite" or not places:  # which has one writer at a time
            return places
        due = self._places(connection).where(self.where, at(self.row, places))
        return connection.execute(due, self.given).all()

    def change_locked(self, connection: sa.Connection, places: Places) -> int:
        """Change those of the locked rows that meet the condition now; where the engine sees to it, all."""
        if self.compiler.dialect == "sqlite":
            return run(connection, self.statement.where(at(self.row, places)))
        if self.compiler.dialect == "mariadb":
            return run(connection, self.statement.where(self.where, at(self.row, places)), self.given)
        there = self._prepare("there", lambda: self.statement.where(self.where, in_one(self.row)))
        return sum(run(connection, there, self.given | one) for one in in_each(places))

    def _prepare(self, what: object, make: Callable[[], _Made]) -> _Made:
        if what not in self.prepared:
            self.prepared[what] = make()
        return self.prepared[what]  # type: ignore[return-value]

    def _places(self, connection: sa.Connection) -> sa.Select[Anything]:
        columns = address(connection, self.compiler, self.row)
        if not columns:
            raise StoreRefuses(
                f"store {self.compiler.store}, table {self.row.facts.name} has no key by which to take its rows "
                "one by one; give it a primary key"
            )
        return sa.select(*columns).select_from(self.row.table)


def act_of(compiler: Compiler, action: Deed, windowed: bool = True) -> Act:
    """Raises StoreRefuses for a table, a column or a value that the store cannot use.

    `windowed`: a window leads to its rows, and not the condition itself.
    """
    row = compiler.row(action.table)
    hidden = replace(row, hidden=windowed and compiler.dialect == "sqlite")
    match action:
        case Erase(where=where, unless=paths, along=along):
            whole = all_of(where, *(negated(Exists(path, ALWAYS)) for path in paths))
            leaving = tuple(one for one in along if one.how is not Leaving.CUT)
            erase, condition = sa.delete(target(row)), compiler.true(whole, hidden)
            children = paths or compiler.schema.children_of(action.table)
            return Act(
                compiler,
                erase,
                row,
                condition,
                compiler.untrue(whole, row),
                erase.where(condition),
                alone=not turns_on_others(whole),
                along=leaving,
                hangs=bool(leaving or (children and compiler.dialect == "postgresql")),
            )
        case (
            Blank(where=where, values=values)
            | Correct(where=where, values=values)
            | Restrict(where=where, values=values)
        ):
            new = {compiler.column(name, row): compiler.value(name, value, row) for name, value in values}
            filled = sa.or_(sa.false(), *(_differs(compiler, hidden, action, name) for name, _ in values))
            statement = sa.update(target(row)).values(new)
            condition = sa.and_(compiler.true(where, hidden), filled)
            stays = sa.not_(sa.func.coalesce(condition, sa.false()))
            every = statement.where(condition)
            return Act(compiler, statement, row, condition, stays, every, alone=not turns_on_others(where))


def kept_act(compiler: Compiler, deed: Deed) -> Act:
    """The act of a deed for one person: made once for its shape, and given her constants."""
    shaping = compiler.shaping()
    shape = ("act", _uncounted(deed), shaping.shape(deed.where, deed.table))
    act, given = compiler.keep(
        shape, shaping.constants, lambda compiler: act_of(compiler, deed, windowed=False)
    )
    return replace(act, given=given)


def _uncounted(deed: Deed) -> Deed:
    """The deed but for its condition, and for how many rows there are of it."""
    if isinstance(deed, Erase):
        deed = replace(deed, along=tuple(replace(one, rows=0) for one in deed.along))
    return replace(deed, where=ALWAYS, rows=0)


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


def _differs(compiler: Compiler, row: Row, action: Change, name: str) -> Condition:
    """The column does not hold its replacement yet; a time is compared as the engine reads it."""
    value = dict(action.values)[name]
    facts = row.facts.column(name)
    if value is not None and facts is not None and facts.kind in _NATIVE:
        same: Condition = row.column(name) == compiler.value(name, value, row)
        return sa.not_(sa.func.coalesce(same, sa.false()))
    return compiler.untrue(Equals(name, value), row)


def target(row: Row) -> sa.TableClause:
    """The table itself, to be acted upon."""
    assert isinstance(row.table, sa.TableClause)  # noqa: S101  an alias is never acted upon
    return row.table


def run(connection: sa.Connection, statement: UpdateBase, given: Parameters | None = None) -> int:
    """The number of rows that it changed."""
    return connection.execute(statement, given or None).rowcount
