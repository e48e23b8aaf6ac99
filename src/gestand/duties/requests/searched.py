"""Where a person can be found, and where not: she is told of the latter too (GDPR 11(2))."""

from gestand.datamap.bound import BoundTable
from gestand.duties.world import World


def unsearchable(world: World) -> tuple[str, ...]:
    """Data of people in tables where nothing tells whose they are, or nothing that we know of her."""
    case = world.case
    tables = (table for table in world.bound.tables if not _searched(world, table))
    mapped = dict.fromkeys(one.data for table in tables for one in table.data)
    return tuple(data for data in mapped if case and case.covers(data))


def is_searched(world: World, data: str) -> bool:
    """Some system that holds the datum was, or will be, looked through."""
    in_hands = any(word == data for _, word in world.bound.in_hands)
    return in_hands or any(
        one.data == data for table in world.bound.tables if _searched(world, table) for one in table.data
    )


def _searched(world: World, table: BoundTable) -> bool:
    """She is known by something that tells whose the rows are; before the search that is taken to be so."""
    found = world.case.found if world.case else None
    kinds = {known.kind for known in found.trail.known} if found else set(table.known_by)
    return bool(kinds & set(table.known_by))
