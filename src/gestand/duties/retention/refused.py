"""Acts that a plan refuses: what cannot be emptied, and what others still need to find their moment."""

from collections.abc import Iterator
from typing import assert_never

from gestand.core.action import Action, Erase
from gestand.core.plan import promises_of
from gestand.core.predicate import (
    All,
    Any,
    Before,
    Equals,
    Exists,
    Missing,
    Not,
    OneOf,
    Path,
    Predicate,
    SameFolded,
    Unreadable,
)
from gestand.core.promise import RetentionPromise
from gestand.core.schema import TableName
from gestand.datamap.bound import Act, BoundData, BoundTable
from gestand.duties.retention.activity import seems_idle
from gestand.duties.retention.family import parts_of, promised_data
from gestand.duties.retention.rows import promises_on
from gestand.duties.world import World

Column = tuple[TableName, str]


def why_not(world: World, draft: Action) -> str:
    """Why this cannot be done, and the way out; empty if it can."""
    table = world.bound.table(draft.store, draft.table)
    if table is None:
        return ""
    named = (promise for promise in world.promises if promise.id in promises_of(draft))
    idle = [what.en for promise in named for what in seems_idle(world, table, promise)]
    if idle or isinstance(draft, Erase):
        return "; ".join(idle)
    emptied = (data for data in promised_data(table, world.promises) if set(data.blank) <= set(draft.values))
    meant = (
        data for data in emptied if any(promise.id == draft.promise for promise in promises_on(world, data))
    )
    return "; ".join(filter(None, (refusal(world, table, data) for data in meant)))


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
        for datum in promised_data(other, world.promises):
            if other is table and datum is data and data.act is Act.BLANK:
                continue
            for promise in promises_on(world, datum):
                yield from _columns_for(other, promise)


def _columns_for(table: BoundTable, promise: RetentionPromise) -> Iterator[Column]:
    limits = (promise.kept, promise.at_least.limit) if promise.at_least else (promise.kept,)
    for limit in limits:
        for part in parts_of(table.moments[limit.moment]):
            yield from _along(table.name, part.path)
            yield _end(table.name, part.path), part.moment.column
    if promise.when:
        yield from _read_by(table.name, table.conditions[promise.when])


def _along(start: TableName, path: Path) -> Iterator[Column]:
    here = start
    for step in path:
        yield from ((here, column) for column in step.columns)
        yield from ((step.table, column) for column in step.to_columns)
        here = step.table


def _end(start: TableName, path: Path) -> TableName:
    return path[-1].table if path else start


def _read_by(start: TableName, condition: Predicate) -> Iterator[Column]:
    match condition:
        case Exists(path, where):
            yield from _along(start, path)
            yield from _read_by(_end(start, path), where)
        case All(parts) | Any(parts):
            for part in parts:
                yield from _read_by(start, part)
        case Not(part):
            yield from _read_by(start, part)
        case Before(moment) | Unreadable(moment):
            yield start, moment.column
        case Missing(column) | Equals(column) | SameFolded(column) | OneOf(column):
            yield start, column
        case _:
            assert_never(condition)
