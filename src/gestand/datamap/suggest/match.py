"""Matches personal columns with the statement's data: by W3C DPV kind, by words, and by the table they stand in."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from gestand.core.schema import ColumnKind, TableFacts
from gestand.core.text import Text
from gestand.datamap.suggest.lexicon import kinds
from gestand.datamap.suggest.meeting import bag, bags, name_bag
from gestand.datamap.suggest.personal import Personal, Sure
from gestand.datamap.suggest.wider import WIDER
from gestand.statement.absent import Absent
from gestand.statement.data import Datum
from gestand.statement.model import Statement

_NEAR = 0.8
_BY_TABLE = 0.75
_ANY_KIND = 3.0
"""What a table's name weighs for a datum of no kind in particular: nothing else can tell where that lies."""
_LOOSE = ("message", "secret", "visitor", "preference", "search", "cart")
"""Such columns belong to a datum that their table is named after, whatever kinds that says; others never do."""
_MOST_AFFINITY = 6.0
_OWN_WORD, _OWNERS_WORD, _TEXTS_WORD = 3.0, 1.5, 1.0


@dataclass(frozen=True)
class Sought:
    """A datum of the statement with the words that it can be known by."""

    word: str
    owner: str
    kinds: frozenset[str]
    named: frozenset[str]
    people: frozenset[str]
    said: frozenset[str]

    def affinity(self, table: str) -> float:
        """How near the table's name is to the datum; 0 for no word in common."""
        words = name_bag(table)
        own = _OWN_WORD * len(words & self.named) + _OWNERS_WORD * len(words & (self.people - self.named))
        return min(_MOST_AFFINITY, own + _TEXTS_WORD * len(words & (self.said - self.named - self.people)))

    def fits(self, personal: Personal) -> float:
        """How well a column fits the datum's kinds and words; 0 for not at all."""
        terms, words = set(personal.kind.terms), name_bag(personal.column)
        wider = {term for one in terms for term in WIDER.get(one, ())}
        kind = 2.0 if terms & self.kinds else 1.5 if wider & self.kinds else 0.0
        return kind + (1.0 if words & (self.named | self.said) else 0.0)

    @property
    def of_any_kind(self) -> bool:
        """Whether the statement says no more of it than that it is personal."""
        return "PersonalData" in self.kinds

    def nearness(self, table: str, columns: Sequence[Personal]) -> float:
        """How near the datum is to a table as a whole: its name, how much of the datum is here, and the other way."""
        here = {term for personal in columns for term in personal.kind.terms}
        fitting = sum(bool(self.fits(personal)) for personal in columns)
        return (
            _NEAR * self.affinity(table)
            + len(here & self.kinds) / len(self.kinds)
            + fitting / max(1, len(columns))
        )


@dataclass(frozen=True)
class Match:
    """A column and the datum that it holds; `rival` is another that it may as well be."""

    personal: Personal
    datum: str
    sure: Sure
    rival: str = ""


@dataclass(frozen=True)
class Matched:
    """A table's columns: matched with data, and those that no datum of the statement fits."""

    matches: tuple[Match, ...]
    unplaced: tuple[Personal, ...]


@dataclass(frozen=True)
class Matcher:
    """Matches the columns of tables with the data of one statement; without a statement, nothing is placed."""

    statement: Statement | None

    @cached_property
    def data(self) -> tuple[Sought, ...]:
        statement = self.statement
        if statement is None:
            return ()
        return tuple(_datum(statement, word, datum) for word, datum in statement.data.items())

    def match(self, table: TableFacts, columns: tuple[Personal, ...]) -> Matched:
        """Each column with its best datum; a column holds one."""
        every = (*columns, *self._spoken(table, columns))
        near = {datum.word: datum.nearness(table.name.name, every) for datum in self.data}
        named = {datum.word for datum in self.data if datum.affinity(table.name.name) >= _OWN_WORD}
        found = {personal.column: self._best(personal, near, named) for personal in every}
        placed = tuple(match for match in found.values() if match is not None)
        return Matched(placed, tuple(personal for personal in columns if found[personal.column] is None))

    def _best(self, personal: Personal, near: Mapping[str, float], named: Collection[str]) -> Match | None:
        """Of data that fit the column, and data that the table is named after, the one that fits both best."""
        loose = personal.kind.key in _LOOSE
        scored = [
            (fit + near[datum.word], -at, datum.word)
            for at, datum in enumerate(self.data)
            if (fit := datum.fits(personal) or (_by_table(datum, loose) if datum.word in named else 0.0))
        ]
        if not scored:
            return None
        scored.sort(reverse=True)
        best, second = scored[0], scored[1] if len(scored) > 1 else (0.0, 0, "")
        close = best[0] - second[0] < 1.0
        return Match(
            personal, best[2], _less(personal.sure) if close else personal.sure, second[2] if close else ""
        )

    def _spoken(self, table: TableFacts, columns: tuple[Personal, ...]) -> list[Personal]:
        """Columns that no kind tells, but that a datum near this table has a word for: times of signing in."""
        taken = {personal.column for personal in columns}
        near = [datum for datum in self.data if datum.affinity(table.name.name) >= _OWN_WORD]
        if not any("AuthenticationHistory" in datum.kinds for datum in near):
            return []
        times = (ColumnKind.DATE, ColumnKind.DATETIME, ColumnKind.INSTANT)
        return [
            Personal(column.name, kinds()["sign-in"], Sure.LIKELY, _WHEN)
            for column in table.columns
            if column.name not in taken
            and (column.kind in times or name_bag(column.name) & {"date", "occurred"})
        ]


def _by_table(datum: Sought, loose: bool) -> float:
    return _ANY_KIND if datum.of_any_kind else _BY_TABLE if loose else 0.0


_WHEN = Text(
    "de tabel zegt wie zich aanmeldt, deze kolom wanneer", "the table says who signs in, this column when"
)


def _less(sure: Sure) -> Sure:
    return Sure.LIKELY if sure is Sure.SURE else Sure.MAYBE


def _datum(statement: Statement, word: str, datum: Datum) -> Sought:
    owner = statement.people.get(datum.of)
    fields = () if isinstance(datum.fields, Absent) else datum.fields
    texts = [field if isinstance(field, str) else field.text for field in fields]
    people = bags((datum.of, owner.text)) if owner else bag(datum.of)
    return Sought(word, datum.of, frozenset(datum.kind), bag(word), people, bags((datum.text, *texts)))
