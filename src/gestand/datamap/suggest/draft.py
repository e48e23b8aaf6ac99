"""Puts a draft of a data map together: tables, whose rows, data, moments, ends, and what could not be placed."""

from collections.abc import Mapping
from dataclasses import replace

from gestand.core.schema import Schema, TableFacts, TableName
from gestand.datamap.suggest.doubts import doubts
from gestand.datamap.suggest.drafted import Draft, DraftedTable
from gestand.datamap.suggest.ends import instead
from gestand.datamap.suggest.handful import TableLook
from gestand.datamap.suggest.keys import with_likely_links
from gestand.datamap.suggest.match import Matched, Matcher
from gestand.datamap.suggest.moments import Times, Way
from gestand.datamap.suggest.people import Belonging, belongings, identifiers, known_through
from gestand.datamap.suggest.personal import Personal, personal_columns
from gestand.datamap.suggest.placing import Placing
from gestand.statement.model import Statement


def draft(
    store: str, statement: Statement | None, schema: Schema, looks: Mapping[TableName, TableLook]
) -> Draft:
    """What the data map may say of a store. Pure: the same for the same schema and looks."""
    schema = with_likely_links(schema)
    personal, matcher = personal_columns(schema, looks), Matcher(statement)
    held = [table for table in schema.tables if table.name in personal]
    matched = {table.name: matcher.match(table, personal[table.name]) for table in held}
    placing = Placing(statement, schema, looks) if statement else None
    whose = belongings(schema, personal, matched, matcher)
    tables = []
    for facts in (table for table in schema.tables if table.name in whose):
        found, match = personal.get(facts.name, ()), matched.get(facts.name, Matched((), ()))
        look = looks.get(facts.name, TableLook(facts.name))
        table = _table(facts, _known(whose, personal, facts.name), match.unplaced, found, look)
        tables.append(placing.placed(table, match.matches, found) if placing else table)
    if placing:
        tables = _with_moments_for_others(tables, schema, placing.times)
    tables = [_emptying(table, tables) for table in tables]
    without = _without(schema, tables)
    return Draft(store, tuple(tables), without, personal, dict(doubts(schema, looks, without)))


def _known(
    whose: Mapping[TableName, Belonging], personal: Mapping[TableName, tuple[Personal, ...]], table: TableName
) -> Belonging:
    """Whose rows they are; through a link only where that ends at a column that tells who it is."""
    return whose[table] if known_through(whose, personal, table) else replace(whose[table], through=None)


def _without(schema: Schema, tables: list[DraftedTable]) -> tuple[TableName, ...]:
    """Tables in which nothing personal was found."""
    named = {table.facts.name for table in tables}
    seen = (table for table in schema.tables if table.readable and not table.view)
    return tuple(table.name for table in seen if table.name not in named and table.partition_of is None)


def _table(
    facts: TableFacts,
    belonging: Belonging,
    unplaced: tuple[Personal, ...],
    personal: tuple[Personal, ...],
    look: TableLook,
) -> DraftedTable:
    """What a table is without a word of a statement."""
    columns = {one.column for one in personal}
    unseen = tuple(name for name in look.bytes if name not in columns)
    known_by = {} if belonging.through else identifiers(personal)
    return DraftedTable(facts, belonging, known_by, unplaced=unplaced, unread=look.unread, bytes=unseen)


def _with_moments_for_others(tables: list[DraftedTable], schema: Schema, times: Times) -> list[DraftedTable]:
    """Each table with the moments that others take from it; tables of no one's as well, where such a moment stands."""
    wanted: dict[TableName, list[str]] = {}
    for table in tables:
        for word, way in table.moments.items():
            if isinstance(way, Way):
                wanted.setdefault(way.table, []).append(word)
    named = {table.facts.name for table in tables}
    others = (schema.table(name) for name in wanted if name not in named)
    every = [*tables, *(DraftedTable(facts, Belonging("")) for facts in others if facts is not None)]
    return [_with_moments(table, wanted.get(table.facts.name, []), times) for table in every]


def _with_moments(table: DraftedTable, words: list[str], times: Times) -> DraftedTable:
    more = {word: at for word in words if (at := times.here(table.facts, word))}
    return replace(table, moments={**table.moments, **more})


def _emptying(table: DraftedTable, tables: list[DraftedTable]) -> DraftedTable:
    """What stands in columns that cannot be empty, where the row may stay: blanked, or needed by rows below."""
    others = (other for other in tables if other.data and other is not table)
    stays = any(link.to == table.facts.name for other in others for link in other.facts.links)
    blanked = (datum for datum in table.data if stays or not datum.erase)
    columns = (match.personal.column for datum in blanked for match in datum.matches)
    return replace(table, emptied={name: put for name in columns if (put := instead(table.facts, name))})
