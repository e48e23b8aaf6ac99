"""What a store says of itself: its tables, columns, keys, links, triggers and partitions."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, order=True)
class TableName:
    """A table as the database spells it; `schema` is empty for the connection's own schema."""

    name: str
    schema: str = ""

    def __str__(self) -> str:
        return f"{self.schema} / {self.name}" if self.schema else self.name


class ColumnKind(StrEnum):
    """What a column can hold, as far as promises care."""

    DATE = "date"
    DATETIME = "date and time"
    INSTANT = "date and time with zone"
    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    UUID = "uuid"
    OTHER = "other"


@dataclass(frozen=True)
class ColumnFacts:
    """One column; `indexed`: some index begins with it; `length` is the longest text, 0 if unbounded.

    `folded` names the index that leads to its texts whatever their case; `digits` the one (on MariaDB the generated
    column) that leads to its numbers whatever stands between the digits.
    """

    name: str
    kind: ColumnKind
    nullable: bool
    indexed: bool = False
    unique: bool = False
    length: int = 0
    folded: str = ""
    digits: str = ""


class OnDelete(StrEnum):
    """What the database does with a child row when its parent is erased."""

    CASCADE = "cascade"
    CUT = "set null"
    STOP = "restrict"


@dataclass(frozen=True)
class Link:
    """A foreign key: `columns` of `table` point at `to_columns` of `to`."""

    table: TableName
    columns: tuple[str, ...]
    to: TableName
    to_columns: tuple[str, ...]
    on_delete: OnDelete = OnDelete.STOP


@dataclass(frozen=True)
class TableFacts:
    """One table; `triggers` name those that fire on DELETE or UPDATE; `partition_of` is its parent's name.

    `readable`: the connection may look at its rows. `row_security`: policies may hide some of them from it.
    """

    name: TableName
    columns: tuple[ColumnFacts, ...]
    key: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    triggers: tuple[str, ...] = ()
    view: bool = False
    partitioned_by: tuple[str, ...] = ()
    partition_of: TableName | None = None
    readable: bool = True
    row_security: bool = False

    @property
    def shows_all(self) -> bool:
        """Whether what is asked of the table is answered from all its rows."""
        return self.readable and not self.row_security

    def column(self, name: str) -> ColumnFacts | None:
        return next((column for column in self.columns if column.name == name), None)


@dataclass(frozen=True)
class Schema:
    """All tables and views that the connection may read, ordered by name, and the tables that point at these.

    `loosely_typed`: the engine takes any value in any column, whatever its declared type (SQLite).
    """

    tables: tuple[TableFacts, ...]
    loosely_typed: bool = False

    def table(self, name: TableName) -> TableFacts | None:
        return next((table for table in self.tables if table.name == name), None)

    def children_of(self, parent: TableName) -> tuple[Link, ...]:
        """Every link that points at `parent`, its own to itself included."""
        return tuple(link for table in self.tables for link in table.links if link.to == parent)
