"""Puts a draft of a data map together: tables, whose rows, data, moments, ends, and what could not be placed."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from gestand.core.schema import Schema, TableFacts, TableName
from gestand.core.text import Text
from gestand.datamap.suggest.conditions import by_country, that_tell_states
from gestand.datamap.suggest.drafted import Draft, DraftedDatum, DraftedTable
from gestand.datamap.suggest.ends import instead, is_most
from gestand.datamap.suggest.handful import TableLook
from gestand.datamap.suggest.keys import with_likely_links
from gestand.datamap.suggest.mailing import ListAt, lists_in
from gestand.datamap.suggest.match import Matched, Matcher
from gestand.datamap.suggest.moments import TimeAt, Times, Way
from gestand.datamap.suggest.people import Belonging, belongings, identifiers, known_through
from gestand.datamap.suggest.personal import Personal, personal_columns
from gestand.datamap.suggest.proposals import NOTHING, Proposals, Proposer
from gestand.datamap.words import Needs, words_of
from gestand.statement.model import Statement


def draft(
    store: str, statement: Statement | None, schema: Schema, looks: Mapping[TableName, TableLook]
) -> Draft:
    """What the data map may say of a store. Pure: the same for the same schema and looks."""
    schema = with_likely_links(schema)
    personal, matcher = personal_columns(schema, looks), Matcher(statement)
    matched = {
        table.name: matcher.match(table, personal[table.name])
        for table in schema.tables
        if table.name in personal
    }
    whose = belongings(schema, personal, matched, matcher)
    belonging = {
        name: one if known_through(whose, personal, name) else replace(one, through=None)
        for name, one in whose.items()
    }
    drafting = _Drafting(statement, schema, looks, matched, personal)
    tables = [
        drafting.table(table, belonging[table.name]) for table in schema.tables if table.name in belonging
    ]
    tables += drafting.on_the_way(tables)
    tables = [drafting.emptying(table, tables) for table in drafting.with_moments_for_others(tables)]
    named = {table.facts.name for table in tables}
    without = tuple(
        table.name
        for table in schema.tables
        if table.name not in named and not table.view and table.partition_of is None and table.readable
    )
    return Draft(store, tuple(tables), without, personal, dict(_doubts(schema, looks, without)))


def _doubts(
    schema: Schema, looks: Mapping[TableName, TableLook], without: Collection[TableName]
) -> Iterator[tuple[TableName, Text]]:
    """Of tables in which nothing personal was found, what was not looked at."""
    for table in (one for one in schema.tables if one.name in without):
        look = looks.get(table.name)
        if table.row_security:
            yield table.name, Text("een policy kan rijen verbergen", "a policy may hide rows")
        elif look is None or look.unread:
            yield table.name, Text("alleen namen bekeken", "names alone were looked at")
        elif not any(column.seen for column in look.columns) and not look.bytes:
            yield table.name, Text("nu leeg: alleen namen bekeken", "empty now: names alone were looked at")
        elif look.bytes:
            names = ", ".join(f"`{name}`" for name in look.bytes)
            yield (
                table.name,
                Text(
                    f"niet in gekeken, het zijn bytes: {names}",
                    f"not looked into, for they are bytes: {names}",
                ),
            )


@dataclass(frozen=True)
class _Drafting:
    """One statement and one schema while they are brought together."""

    statement: Statement | None
    schema: Schema
    looks: Mapping[TableName, TableLook]
    matched: Mapping[TableName, Matched]
    personal: Mapping[TableName, tuple[Personal, ...]]

    @property
    def needs(self) -> tuple[Needs, ...]:
        return words_of(self.statement).needs if self.statement else ()

    def table(self, facts: TableFacts, belonging: Belonging) -> DraftedTable:
        """One table with all that could be told of it."""
        matched = self.matched.get(facts.name, Matched((), ()))
        words = tuple(dict.fromkeys(match.datum for match in matched.matches))
        moments, conditions = self._moments(facts, words), self._conditions(facts, words)
        look = self.looks.get(facts.name, TableLook(facts.name))
        personal = self.personal.get(facts.name, ())
        return DraftedTable(
            facts,
            belonging,
            {} if belonging.through else identifiers(personal),
            tuple(self._data(facts, belonging, matched, words, {*moments, *conditions})),
            moments,
            conditions,
            lists=self._lists(facts, look, belonging.people),
            proposed=self._proposed(facts, words, {*moments, *conditions}),
            unplaced=matched.unplaced,
            unread=look.unread,
            bytes=tuple(name for name in look.bytes if name not in {one.column for one in personal}),
        )

    def _data(
        self,
        facts: TableFacts,
        belonging: Belonging,
        matched: Matched,
        words: tuple[str, ...],
        placed: set[str],
    ) -> Iterator[DraftedDatum]:
        groups = {word: tuple(match for match in matched.matches if match.datum == word) for word in words}
        main = max(groups, key=lambda word: len(groups[word]), default="")
        held = {match.personal.column for match in groups.get(main, ())}
        for word, matches in groups.items():
            mine = self.statement is not None and self.statement.data[word].of == belonging.people
            erase = mine and self._together(word, main) and is_most(facts, held)
            yield DraftedDatum(word, matches, erase, self._waits(facts, word, placed))

    def _together(self, word: str, main: str) -> bool:
        """Whether a datum ends when the table's main one does: one promise speaks of both."""
        return word == main or any({word, main} <= set(need.data) for need in self.needs)

    def _waits(self, facts: TableFacts, word: str, placed: set[str]) -> Text | None:
        """What a promise on the datum turns on, and was not found; for a condition, which columns may tell it."""
        needs = [need for need in self.needs if word in need.data]
        moments = [each for need in needs for each in need.moments if each not in placed]
        conditions = [each for need in needs for each in need.conditions if each not in placed]
        missing = dict.fromkeys((*moments, *conditions))
        if not missing:
            return None
        names = ", ".join(f"`{each}`" for each in missing)
        nl, en = f"wacht: niets wijst hier {names} aan", f"waits: nothing here tells {names}"
        states = tuple(that_tell_states(facts, self.schema)) if conditions else ()
        if not states:
            return Text(nl, en)
        columns = ", ".join(states)
        return Text(
            f"{nl}; een voorwaarde staat misschien in {columns}",
            f"{en}; a condition is perhaps told by {columns}",
        )

    def _moments(self, facts: TableFacts, words: tuple[str, ...]) -> dict[str, TimeAt | Way]:
        if self.statement is None:
            return {}
        times = Times(self.statement, self.schema, self.looks)
        wanted = dict.fromkeys(
            each for need in self.needs if set(words) & set(need.data) for each in need.moments
        )
        found = {moment: times.found(facts, moment) for moment in wanted}
        return {moment: at for moment, at in found.items() if at is not None}

    def _conditions(self, facts: TableFacts, words: tuple[str, ...]) -> dict[str, tuple[str, str]]:
        wanted = [each for need in self.needs if set(words) & set(need.data) for each in need.conditions]
        return by_country(facts, self.statement, wanted) if self.statement else {}

    def _lists(self, facts: TableFacts, look: TableLook, people: str) -> dict[str, ListAt]:
        personal = self.personal.get(facts.name, ())
        return lists_in(facts, look, personal, people, self.statement) if self.statement else {}

    def _proposed(self, facts: TableFacts, words: tuple[str, ...], placed: set[str]) -> Proposals:
        if self.statement is None:
            return NOTHING
        needs = [need for need in self.needs if set(words) & set(need.data)]
        moments = dict.fromkeys(word for need in needs for word in need.moments if word not in placed)
        conditions = dict.fromkeys(word for need in needs for word in need.conditions if word not in placed)
        return Proposer(self.statement, self.schema, self.looks).propose(facts, moments, conditions)

    def on_the_way(self, tables: list[DraftedTable]) -> list[DraftedTable]:
        """Tables of no one's, in which a moment of others stands."""
        named = {table.facts.name for table in tables}
        wanted = dict.fromkeys(
            way.table for table in tables for way in table.moments.values() if isinstance(way, Way)
        )
        found = (self.schema.table(name) for name in wanted if name not in named)
        return [DraftedTable(facts, Belonging("")) for facts in found if facts is not None]

    def with_moments_for_others(self, tables: list[DraftedTable]) -> list[DraftedTable]:
        """Each table with the moments that others take from it."""
        if self.statement is None:
            return tables
        times = Times(self.statement, self.schema, self.looks)
        ways = [
            (way.table, word)
            for table in tables
            for word, way in table.moments.items()
            if isinstance(way, Way)
        ]
        done = []
        for table in tables:
            more = {
                word: at
                for name, word in ways
                if name == table.facts.name and (at := times.here(table.facts, word))
            }
            done.append(replace(table, moments={**table.moments, **more}))
        return done

    def emptying(self, table: DraftedTable, tables: list[DraftedTable]) -> DraftedTable:
        """What stands in columns that cannot be empty, where the row may stay: blanked, or needed by rows below."""
        parents = {
            link.to for other in tables if other.data for link in other.facts.links if other is not table
        }
        stays = table.facts.name in parents
        columns = [
            m.personal.column for datum in table.data if stays or not datum.erase for m in datum.matches
        ]
        found = {name: put for name in columns if (put := instead(table.facts, name))}
        return replace(table, emptied=found)
