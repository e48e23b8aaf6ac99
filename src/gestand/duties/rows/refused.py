"""What cannot be made unusable, and why: no replacement, or others still need it to find their moment."""

from collections.abc import Iterator

from gestand.core.promise import RetentionPromise
from gestand.datamap.bound import Act, BoundData, BoundTable
from gestand.duties.rows.family import at_stake, parts_of
from gestand.duties.rows.reads import Column, end_of, read_along, reads
from gestand.duties.rows.weighing import promises_on
from gestand.duties.world import World, once


@once
def refusal(world: World, table: BoundTable, data: BoundData) -> str:
    """Why one datum of the table cannot be emptied; empty if it can."""
    if data.cannot_blank:
        return (
            f"{table.store}: {table.name}: `{data.data}` must be made unusable, but {', '.join(data.cannot_blank)} "
            f"cannot be empty; say under `emptied to` what replaces it ({table.place})"
        )
    needed = sorted(
        set(data.columns) & {name for end, name in _needed(world, table, data) if end == table.name}
    )
    if needed:
        return (
            f"{table.store}: {table.name}: emptying `{data.data}` would destroy {', '.join(needed)}, by which another "
            f"datum finds its moment or its condition; keep it out of the columns of `{data.data}` ({table.place})"
        )
    return ""


def _needed(world: World, table: BoundTable, data: BoundData) -> Iterator[Column]:
    """Columns by which the promises on every other datum of the store find their rows due.

    A datum that takes its row along needs its own columns too: emptied first, it would not be found later.
    """
    for other in world.bound.tables:
        if other.store != table.store:
            continue
        for datum in at_stake(world, other):
            if other is table and datum is data and data.act is Act.BLANK:
                continue
            for promise in promises_on(world, datum):
                yield from _columns_for(other, promise)


def _columns_for(table: BoundTable, promise: RetentionPromise) -> Iterator[Column]:
    limits = (promise.kept, promise.at_least.limit) if promise.at_least else (promise.kept,)
    for limit in limits:
        for part in parts_of(table.moments[limit.moment]):
            yield from read_along(table.name, part.path)
            yield end_of(table.name, part.path), part.moment.column
    if promise.when:
        yield from reads(table.name, table.conditions[promise.when])
