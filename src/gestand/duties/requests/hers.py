"""Which rows of a table are hers: those that lead to her own rows, or bear her identifier themselves."""

from collections.abc import Iterator
from itertools import chain

from gestand.core.predicate import (
    MOST_CONSTANTS,
    Equals,
    OneOf,
    Predicate,
    Value,
    all_of,
    along,
    any_of,
)
from gestand.core.schema import TableName
from gestand.core.step import Key, Root, Trail
from gestand.datamap.bound import BoundTable, Identifier
from gestand.duties.requests.trail import root_tables
from gestand.duties.rows.people import is_known_as
from gestand.duties.world import World, once


@once
def hers(world: World, table: BoundTable, trail: Trail) -> Predicate:
    """NEVER where nothing in the table tells whose its rows are (GDPR 11), or nothing of her leads there."""
    ways = (_way(world, table, kind, found, trail) for kind, found in table.known_by.items())
    return any_of(*dict.fromkeys(ways))


def _way(world: World, table: BoundTable, kind: str, found: Identifier, trail: Trail) -> Predicate:
    end = found.path[-1].table if found.path else table.name
    if _is_found_by_key(world, trail, table.store, end):
        return any_of(*(along(found.path, part) for part in _own_rows(trail, table.store, end)))
    bears = (
        is_known_as(found.column, kind, known.value, world.plus_addresses)
        for known in trail.known
        if known.kind == kind
    )
    return any_of(*(along(found.path, part) for part in dict.fromkeys(bears)))


def _is_found_by_key(world: World, trail: Trail, store: str, end: TableName) -> bool:
    """Her own rows there are remembered by their keys; a key of bytes is no constant of a condition, nor is no key."""
    keyed = any((store, end) == (root.store, root.name) for root in root_tables(world) if root.facts.key)
    parts = (
        part for root in trail.roots if (root.store, root.table) == (store, end) for part in chain(*root.keys)
    )
    return keyed and not any(isinstance(part, bytes) for part in parts)


def _own_rows(trail: Trail, store: str, end: object) -> Iterator[Predicate]:
    for root in trail.roots:
        if (root.store, root.table) == (store, end):
            yield from _keyed(root)


def _keyed(root: Root) -> Iterator[Predicate]:
    if len(root.key) > 1:
        yield any_of(*(_one(root.key, key) for key in root.keys))
        return
    values = tuple(_value(key[0]) for key in root.keys)
    for begin in range(0, len(values), MOST_CONSTANTS):
        yield OneOf(root.key[0], values[begin : begin + MOST_CONSTANTS])


def _one(columns: tuple[str, ...], key: Key) -> Predicate:
    return all_of(*(Equals(column, _value(part)) for column, part in zip(columns, key, strict=True)))


def _value(part: object) -> Value:
    """A key as a constant: numbers and texts as they are, all else (a date, a UUID) as its text."""
    return part if isinstance(part, int | str | float) else str(part)
