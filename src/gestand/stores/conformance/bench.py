"""A bench: where the suite makes tables, fills them, opens the store and looks at what is left."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from gestand.core.action import Action, Mode, Pace
from gestand.core.ports import Store
from gestand.core.predicate import Predicate
from gestand.core.question import Count, Part, Tallies
from gestand.core.schema import ColumnFacts, ColumnKind, Schema, TableFacts, TableName
from gestand.stores.evaluate import Cell, PlainRow
from gestand.stores.memory import MemoryStore

STORE = "bench"
PLENTY = 1_000_000


class Bench(Protocol):
    """An empty place in one engine. `loosely_typed`: any value fits any column there."""

    loosely_typed: bool

    def create(self, schema: Schema) -> None:
        """Make these tables, with their keys, links and indexes."""
        ...

    def insert(self, table: TableName, rows: Sequence[PlainRow]) -> None:
        """Add rows; every row has every column."""
        ...

    def open(self) -> Store:
        """The store under test, named `bench`."""
        ...

    def rows(self, table: TableName) -> list[PlainRow]:
        """What the table holds now, in any order."""
        ...

    def strange(self, kind: ColumnKind) -> tuple[Cell, ...]:
        """Values that the engine takes in such a column although they are no time."""
        ...


def table(name: str, *columns: ColumnFacts, key: tuple[str, ...] = ("id",)) -> TableFacts:
    """A table with a whole-number key unless told otherwise."""
    number = (ColumnFacts("id", ColumnKind.INTEGER, False),) if key == ("id",) else ()
    return TableFacts(TableName(name), (*number, *columns), key)


def column(
    name: str, kind: ColumnKind = ColumnKind.TEXT, nullable: bool = True, indexed: bool = False
) -> ColumnFacts:
    return ColumnFacts(name, kind, nullable, indexed, length=100 if kind is ColumnKind.TEXT else 0)


def numbered(rows: Iterable[PlainRow]) -> list[PlainRow]:
    """The rows with an `id` from one on."""
    return [{"id": number, **row} for number, row in enumerate(rows, 1)]


def oracle(bench: Bench, schema: Schema, rows: dict[TableName, list[PlainRow]]) -> MemoryStore:
    """The same tables in memory."""
    return MemoryStore(STORE, replace(schema, loosely_typed=bench.loosely_typed), rows)


def fill(bench: Bench, schema: Schema, rows: dict[TableName, list[PlainRow]]) -> MemoryStore:
    """Make and fill the tables; the answer is their twin in memory."""
    bench.create(schema)
    for name, several in rows.items():
        bench.insert(name, several)
    return oracle(bench, schema, rows)


def counted(store: Store, name: TableName, *wheres: Predicate) -> list[int]:
    """How many rows meet each predicate."""
    parts = tuple(Part(str(number), where) for number, where in enumerate(wheres))
    tallies = store.answer(Count(STORE, name, parts))
    assert isinstance(tallies, Tallies), tallies
    return [tally.rows for _, tally in tallies.parts]


def done(store: Store, action: Action, at_most: int = PLENTY, mode: Mode = Mode.EXCLUSIVE) -> int:
    """Perform to the end; the number of rows changed."""
    return sum(batch.rows for batch in store.perform(action, Pace(mode, at_most)))


def ids(bench: Bench, name: TableName) -> set[Cell]:
    return {row["id"] for row in bench.rows(name)}
