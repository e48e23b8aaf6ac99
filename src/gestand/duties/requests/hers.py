"""Which rows of a table are hers: those that lead to her own rows, or bear her identifier themselves."""

from gestand.core.predicate import Predicate, along, any_of
from gestand.core.schema import TableName
from gestand.core.step import Trail
from gestand.datamap.bound import BoundTable, Identifier
from gestand.duties.requests.own import can_be_named, own_rows
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
        return any_of(*(along(found.path, part) for part in own_rows(trail, table.store, end)))
    bears = (
        is_known_as(found.column, kind, known.value, world.plus_addresses)
        for known in trail.known
        if known.kind == kind
    )
    return any_of(*(along(found.path, part) for part in dict.fromkeys(bears)))


def _is_found_by_key(world: World, trail: Trail, store: str, end: TableName) -> bool:
    """Her own rows there are remembered by their keys; a key of bytes is no constant of a condition, nor is no key."""
    keyed = any((store, end) == (root.store, root.name) for root in root_tables(world) if root.facts.key)
    return keyed and can_be_named(trail, store, end)
