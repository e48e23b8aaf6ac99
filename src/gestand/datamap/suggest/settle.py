"""Holds a draft to the statement and the store: what does not bind is set aside, with the reason beside it."""

from collections.abc import Callable
from dataclasses import replace

from gestand.core.errors import DataMapError
from gestand.core.place import Fault
from gestand.core.schema import Schema
from gestand.core.text import Text
from gestand.datamap.bind import bind
from gestand.datamap.parse import DataMap, parse_data_map
from gestand.datamap.suggest.drafted import Draft, DraftedTable, keys_of
from gestand.datamap.suggest.people import Belonging
from gestand.statement.model import Statement


def settled(draft: Draft, statement: Statement, schema: Schema, write: Callable[[Draft], str]) -> Draft:
    """The draft, less whatever stops it from binding. What is left out is written as a comment."""
    for _ in draft.tables:
        data_map = parse_data_map(write(draft))
        faults = _faults(data_map, statement, draft.store, schema)
        if not faults:
            return draft
        draft = _without(draft, data_map, faults)
    return draft


def _faults(data_map: DataMap, statement: Statement, store: str, schema: Schema) -> tuple[Fault, ...]:
    try:
        bind(data_map, statement, {store: schema})
    except DataMapError as error:
        return tuple(error.faults)
    return ()


def _without(draft: Draft, data_map: DataMap, faults: tuple[Fault, ...]) -> Draft:
    """Every table at fault keeps its line alone: its data wait, and nothing is taken from it."""
    at = {
        data_map.place_of("stores", draft.store, "tables", key).line: key for key in keys_of(draft).values()
    }
    reasons: dict[str, str] = {}
    for fault in faults:
        line = max((line for line in at if line <= fault.place.line), default=0)
        reasons.setdefault(at.get(line, ""), fault.message)
    keys = keys_of(draft)
    tables = tuple(
        _bare(table, reasons[keys[table.facts.name]]) if keys[table.facts.name] in reasons else table
        for table in draft.tables
    )
    return replace(draft, tables=tables)


def _bare(table: DraftedTable, reason: str) -> DraftedTable:
    waits = Text(f"wacht: {reason}", f"waits: {reason}")
    data = tuple(replace(datum, waits=datum.waits or waits) for datum in table.data)
    alone = Belonging(table.belonging.people, None, guessed=True)
    return replace(table, data=data, moments={}, conditions={}, lists={}, belonging=alone, known_by={})
