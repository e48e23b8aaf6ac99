"""The data map tied to a real database: where every word of the statement is found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from gestand.core.place import Place
from gestand.core.predicate import Moment, Path, Predicate, Value
from gestand.core.schema import Schema, TableFacts, TableName


@dataclass(frozen=True)
class MomentAt:
    """A moment in a column of the row itself, or at the end of a path to parents (in LatestOf: children).

    `empty_is_not_yet`: an empty column says that the moment has not come; otherwise it cannot be told.
    """

    path: Path
    moment: Moment
    empty_is_not_yet: bool = False
    nullable: bool = True
    indexed: bool = False


@dataclass(frozen=True)
class LatestOf:
    """The last of several moments: a person's last activity. Past only when every one that exists is past."""

    parts: tuple[MomentAt, ...]


BoundMoment = MomentAt | LatestOf


class Act(StrEnum):
    """What happens to a datum at its end: its row goes, or its columns are made unusable."""

    ERASE = "erase"
    BLANK = "blank"


@dataclass(frozen=True)
class BoundData:
    """A datum of the statement in one table. `blank` gives each column that can be emptied its replacement.

    `cannot_blank` names columns that cannot be NULL (or must be unique) and have no replacement.
    """

    data: str
    columns: tuple[str, ...]
    owner: str
    act: Act
    blank: tuple[tuple[str, Value], ...]
    cannot_blank: tuple[str, ...] = ()


@dataclass(frozen=True)
class Identifier:
    """Where a row says whose it is: a column, of the row itself or at the end of a path."""

    path: Path
    column: str


@dataclass(frozen=True)
class BoundList:
    """A mailing list: `purpose` is a word of the statement, `subscribed` the column that is true of who is on it.

    Without `subscribed`, to have a row with an address is to be on the list.
    """

    purpose: str
    address: str
    subscribed: str = ""


@dataclass(frozen=True)
class BoundRestriction:
    """The column that keeps a row out of use, and what stands in it then and otherwise."""

    column: str
    restricted: Value
    lifted: Value


@dataclass(frozen=True)
class BoundTable:
    """A mapped table. `people` is the group that the rows are of, empty for none.

    `moments` and `conditions` are by their word in the statement; `known_by` by kind of identifier.
    """

    store: str
    name: TableName
    place: Place
    facts: TableFacts
    people: str = ""
    data: tuple[BoundData, ...] = ()
    moments: Mapping[str, BoundMoment] = field(default_factory=dict)
    conditions: Mapping[str, Predicate] = field(default_factory=dict)
    known_by: Mapping[str, Identifier] = field(default_factory=dict)
    lists: tuple[BoundList, ...] = ()
    restricted_by: BoundRestriction | None = None


@dataclass(frozen=True)
class BoundStore:
    """A connected store: its zone, what it looks like, and the tables that hold no personal data."""

    name: str
    zone: str
    schema: Schema
    no_personal_data: tuple[TableName, ...] = ()


@dataclass(frozen=True)
class BoundMap:
    """The whole map, tied. `by_hand` are systems that a person keeps; `unconnected` did not answer.

    `out_of_reach` are (store, datum) of the stores that did not answer, `in_hands` those that a person keeps.
    `owners` are (store, role) of the latter.
    """

    tables: tuple[BoundTable, ...]
    stores: tuple[BoundStore, ...] = ()
    by_hand: tuple[str, ...] = ()
    unconnected: tuple[str, ...] = ()
    out_of_reach: tuple[tuple[str, str], ...] = ()
    in_hands: tuple[tuple[str, str], ...] = ()
    owners: tuple[tuple[str, str], ...] = ()

    def table(self, store: str, name: TableName) -> BoundTable | None:
        return next((table for table in self.tables if (table.store, table.name) == (store, name)), None)

    def store(self, name: str) -> BoundStore:
        return next(store for store in self.stores if store.name == name)
