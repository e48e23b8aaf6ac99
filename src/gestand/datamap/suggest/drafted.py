"""What is proposed of a database: the values that a draft is made of, before they are written as a file."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gestand.core.schema import TableFacts, TableName
from gestand.core.text import Text
from gestand.datamap.suggest.mailing import ListAt
from gestand.datamap.suggest.match import Match
from gestand.datamap.suggest.moments import TimeAt, Way
from gestand.datamap.suggest.people import Belonging
from gestand.datamap.suggest.personal import Personal
from gestand.datamap.suggest.proposals import NOTHING, Proposals


@dataclass(frozen=True)
class DraftedDatum:
    """A datum and its columns. `waits` says what must be filled in first; None when the lines stand as they are."""

    word: str
    matches: tuple[Match, ...]
    erase: bool
    waits: Text | None = None


@dataclass(frozen=True)
class DraftedTable:
    """A table as it is proposed. `moments` and `conditions` are by their word in the statement.

    `unread` says why no value was looked at; `bytes` are columns that were not looked into, and that no name tells.
    """

    facts: TableFacts
    belonging: Belonging
    known_by: Mapping[str, str] = field(default_factory=dict)
    data: tuple[DraftedDatum, ...] = ()
    moments: Mapping[str, TimeAt | Way] = field(default_factory=dict)
    conditions: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    emptied: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, ListAt] = field(default_factory=dict)
    proposed: Proposals = NOTHING
    unplaced: tuple[Personal, ...] = ()
    unread: str = ""
    bytes: tuple[str, ...] = ()

    @property
    def standing(self) -> tuple[DraftedDatum, ...]:
        """The data that need nothing more."""
        return tuple(datum for datum in self.data if datum.waits is None)

    @property
    def waiting(self) -> tuple[DraftedDatum, ...]:
        """The data for which something is to be filled in first."""
        return tuple(datum for datum in self.data if datum.waits is not None)


@dataclass(frozen=True)
class Draft:
    """What is proposed for one store: its tables, and those that hold nothing personal as far as seen.

    `doubts` say of some of the latter what was not seen.
    """

    store: str
    tables: tuple[DraftedTable, ...]
    without: tuple[TableName, ...]
    personal: Mapping[TableName, tuple[Personal, ...]]
    doubts: Mapping[TableName, Text] = field(default_factory=dict)


def keys_of(draft: Draft) -> dict[TableName, str]:
    """What each table is called in the file: its own name, with its schema where two are named alike."""
    names = [table.facts.name for table in draft.tables]
    alike = {name.name for name in names if sum(one.name == name.name for one in names) > 1}
    return {
        name: f"{name.schema} {name.name}" if name.name in alike and name.schema else name.name
        for name in names
    }
