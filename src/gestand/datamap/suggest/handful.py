"""A few values of a table's columns, and what is left of them: how many of how many look like what."""

from dataclasses import dataclass, field
from datetime import date, datetime

from gestand.core.predicate import Reading
from gestand.core.schema import TableName

Held = str | int | float | date | datetime


@dataclass(frozen=True)
class Handful:
    """Some values of each column, each value once and none empty: judged in memory, and written nowhere.

    `bytes` are columns in which bytes lie: these were not looked into.
    """

    table: TableName
    columns: tuple[tuple[str, tuple[Held, ...]], ...] = field(repr=False)
    bytes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Share:
    """So many of a column's values look like this kind, `hits` of `seen`; kinds are those of `kinds.csv`."""

    kind: str
    hits: int
    seen: int


@dataclass(frozen=True)
class ColumnLook:
    """What the values of a column look like. `seen` are distinct values, 0 where none was read.

    `shares` hold the kinds that are beyond chance; `unlike` those that were looked for and that hardly any value is.
    `inside` are the kinds that the keys in a column of documents tell, of so many documents. `texts`: most are texts.
    `states` are words of our own lexicon in a short column of states: `closed`, `trial`. It holds no other value.
    """

    column: str
    seen: int
    shares: tuple[Share, ...] = ()
    unlike: tuple[str, ...] = ()
    reading: Reading | None = None
    inside: tuple[Share, ...] = ()
    texts: bool = False
    states: tuple[str, ...] = ()


@dataclass(frozen=True)
class TableLook:
    """What the values of a table look like; `unread` says why none were read, empty when they were.

    `bytes` are columns that were not looked into.
    """

    table: TableName
    columns: tuple[ColumnLook, ...] = ()
    unread: str = ""
    bytes: tuple[str, ...] = ()

    def column(self, name: str) -> ColumnLook:
        return next((look for look in self.columns if look.column == name), ColumnLook(name, 0))
