"""What a statement asks of one drafted table: its data with their ends, and the moments and conditions they turn on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from gestand.core.schema import Schema, TableFacts, TableName
from gestand.core.text import Text
from gestand.datamap.suggest.conditions import by_country, that_tell_states
from gestand.datamap.suggest.drafted import DraftedDatum, DraftedTable
from gestand.datamap.suggest.ends import is_most
from gestand.datamap.suggest.handful import TableLook
from gestand.datamap.suggest.mailing import lists_in
from gestand.datamap.suggest.match import Match
from gestand.datamap.suggest.moments import Times
from gestand.datamap.suggest.personal import Personal
from gestand.datamap.suggest.proposals import Proposer
from gestand.datamap.words import Needs, words_of
from gestand.statement.model import Statement

_WAITS = Text("wacht: niets wijst hier {names} aan", "waits: nothing here tells {names}")
_STATES = Text(
    "wacht: niets wijst hier {names} aan; een voorwaarde staat misschien in {columns}",
    "waits: nothing here tells {names}; a condition is perhaps told by {columns}",
)


@dataclass(frozen=True)
class Placing:
    """Places the words of one statement in the tables of one schema."""

    statement: Statement
    schema: Schema
    looks: Mapping[TableName, TableLook]

    @cached_property
    def times(self) -> Times:
        return Times(self.statement, self.schema, self.looks)

    @cached_property
    def needs(self) -> tuple[Needs, ...]:
        return words_of(self.statement).needs

    def placed(
        self, table: DraftedTable, matches: Sequence[Match], personal: tuple[Personal, ...]
    ) -> DraftedTable:
        """The table with the data that match, and with all that their promises turn on, as far as it can be told."""
        facts, held = table.facts, {match.datum for match in matches}
        needs = [need for need in self.needs if held & set(need.data)]
        wanted = dict.fromkeys(moment for need in needs for moment in need.moments)
        asked = dict.fromkeys(condition for need in needs for condition in need.conditions)
        moments = {word: at for word in wanted if (at := self.times.found(facts, word))}
        conditions = by_country(facts, self.statement, asked)
        proposer = Proposer(self.statement, self.schema, self.looks)
        look = self.looks.get(facts.name, TableLook(facts.name))
        return replace(
            table,
            data=tuple(self._data(table, matches, {*moments, *conditions})),
            moments=moments,
            conditions=conditions,
            lists=lists_in(facts, look, personal, table.belonging.people, self.statement),
            proposed=proposer.propose(facts, _left(wanted, moments), _left(asked, conditions)),
        )

    def _data(self, table: DraftedTable, matches: Sequence[Match], told: set[str]) -> Iterator[DraftedDatum]:
        groups: dict[str, tuple[Match, ...]] = {}
        for match in matches:
            groups[match.datum] = (*groups.get(match.datum, ()), match)
        main = max(groups, key=lambda word: len(groups[word]), default="")
        most = is_most(table.facts, {match.personal.column for match in groups.get(main, ())})
        for word, alike in groups.items():
            mine = self.statement.data[word].of == table.belonging.people
            erase = mine and most and self._together(word, main)
            yield DraftedDatum(word, alike, erase, self._waits(table.facts, word, told))

    def _together(self, word: str, main: str) -> bool:
        """Whether a datum ends when the table's main one does: one promise speaks of both."""
        return word == main or any({word, main} <= set(need.data) for need in self.needs)

    def _waits(self, facts: TableFacts, word: str, told: set[str]) -> Text | None:
        """What a promise on the datum turns on, and was not found; for a condition, which columns may tell it."""
        needs = [need for need in self.needs if word in need.data]
        conditions = [each for need in needs for each in need.conditions if each not in told]
        moments = [each for need in needs for each in need.moments if each not in told]
        if not (moments or conditions):
            return None
        names = ", ".join(f"`{each}`" for each in dict.fromkeys((*moments, *conditions)))
        columns = ", ".join(that_tell_states(facts, self.schema)) if conditions else ""
        return (_STATES if columns else _WAITS).filled(names=names, columns=columns)


def _left(words: Iterable[str], placed: Mapping[str, object]) -> list[str]:
    """The words that found no place, in their order."""
    return [word for word in words if word not in placed]
