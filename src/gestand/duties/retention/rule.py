"""What decides which rows a promise takes, its term apart: when this changes, a sweep is a new sweep."""

from gestand.core.promise import RetentionPromise
from gestand.datamap.bound import BoundMoment, BoundTable
from gestand.duties.rows.family import family, parts_of
from gestand.duties.rows.weighing import erased_data
from gestand.duties.world import World


def rule(world: World, promise: RetentionPromise) -> tuple[object, ...]:
    """The condition, the law, and in each table the data, the moments and what goes along; frozen values.

    An index or a constraint that came or went is no part of it.
    """
    law = promise.at_least.limit if promise.at_least else None
    mine = (table for table in world.bound.tables if any(data.data in promise.data for data in table.data))
    return promise.when, law, tuple(_in_table(world, table, promise) for table in mine)


def _in_table(world: World, table: BoundTable, promise: RetentionPromise) -> tuple[object, ...]:
    data = tuple(data for data in table.data if data.data in promise.data)
    condition = table.conditions[promise.when] if promise.when else None
    law = _found_at(table.moments[promise.at_least.limit.moment]) if promise.at_least else None
    moments = _found_at(table.moments[promise.kept.moment]), law
    return table.store, table.name, data, moments, condition, _bound_up(world, table)


def _found_at(moment: BoundMoment) -> tuple[object, ...]:
    return tuple((part.path, part.moment, part.empty_is_not_yet) for part in parts_of(moment))


def _bound_up(world: World, table: BoundTable) -> tuple[object, ...]:
    """The other data that have a say in the end of the row, and how the rows below it stop it or leave."""
    together = tuple(data.data for data in erased_data(world, table))
    below = family(world, table)
    return together, tuple((child.table, child.stops, child.how) for child in below)
