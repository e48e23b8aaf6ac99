"""Parents and children: which rows stop a parent from going, and which go with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from gestand.core.action import Leaving
from gestand.core.predicate import Path, Step, down
from gestand.core.promise import RetentionPromise
from gestand.core.schema import Link, OnDelete, Schema, TableName
from gestand.datamap.bound import BoundData, BoundMap, BoundMoment, BoundTable, LatestOf, MomentAt

LEVELS = 3
"""How many levels of rows that hang on rows of their own table leave in one keep; deeper ones take more keeps."""


@dataclass(frozen=True)
class Child:
    """Rows at the end of `path`. With `stops` they keep the parent; else they leave with it, as `how` says."""

    path: Path
    table: TableName
    stops: bool
    how: Leaving = Leaving.FIRST


def family(bound: BoundMap, table: BoundTable, promises: tuple[RetentionPromise, ...]) -> tuple[Child, ...]:
    """All that hangs on a row of the table, nearest first. A child with a promise stops the walk and the parent."""
    return tuple(_descend(bound, table.store, table.name, promises, (), (table.name,)))


def _descend(
    bound: BoundMap,
    store: str,
    parent: TableName,
    promises: tuple[RetentionPromise, ...],
    path: Path,
    seen: tuple[TableName, ...],
) -> Iterator[Child]:
    for link in links_to(bound, store, parent):
        here = (*path, down(link))
        if promised_data(bound.table(store, link.table), promises):
            yield Child(here, link.table, stops=True)
        elif link.on_delete is OnDelete.CUT:
            yield Child(here, link.table, stops=False, how=Leaving.CUT)
        elif _deep_enough(link, seen):
            yield from () if link.on_delete is OnDelete.CASCADE else (Child(here, link.table, stops=True),)
        else:
            how = Leaving.CASCADE if link.on_delete is OnDelete.CASCADE else Leaving.FIRST
            yield Child(here, link.table, stops=False, how=how)
            yield from _descend(bound, store, link.table, promises, here, (*seen, link.table))


def _deep_enough(link: Link, seen: tuple[TableName, ...]) -> bool:
    """A table that hangs on itself is followed a few levels; a circle of several tables is not."""
    if link.table == link.to:
        return seen.count(link.table) > LEVELS
    return link.table in seen


def promised_data(table: BoundTable | None, promises: tuple[RetentionPromise, ...]) -> tuple[BoundData, ...]:
    """The data of a table that some promise speaks of."""
    if table is None:
        return ()
    words = {word for promise in promises for word in promise.data}
    return tuple(data for data in table.data if data.data in words)


def links_to(bound: BoundMap, store: str, parent: TableName) -> tuple[Link, ...]:
    """Every link that points at the table: foreign keys, and paths that only the data map knows of.

    A partition repeats the links of its table, and is left out.
    """
    schema = bound.store(store).schema
    parts = {table.name for table in schema.tables if table.partition_of}
    declared = tuple(link for link in schema.children_of(parent) if link.table not in parts)
    known = {(link.table, link.columns) for link in declared}
    mapped = (link for table in bound.tables if table.store == store for link in _mapped_links(schema, table))
    extra = (link for link in mapped if link.to == parent and (link.table, link.columns) not in known)
    return (*declared, *dict.fromkeys(extra))


def _mapped_links(schema: Schema, table: BoundTable) -> Iterator[Link]:
    for moment in table.moments.values():
        for part in parts_of(moment):
            here = table.name
            for step in part.path:
                yield _link(schema, here, step)
                here = step.table


def parts_of(moment: BoundMoment) -> tuple[MomentAt, ...]:
    """The single moments of which a moment is made."""
    return moment.parts if isinstance(moment, LatestOf) else (moment,)


def _link(schema: Schema, here: TableName, step: Step) -> Link:
    """The link that a step goes along: upwards to the table whose key it meets, or else down to a child."""
    up = Link(here, step.columns, step.table, step.to_columns)
    down = Link(step.table, step.to_columns, here, step.columns)
    for link in (up, down):
        if any(_same(link, declared) for declared in schema.children_of(link.to)):
            return link
    facts = schema.table(step.table)
    return up if facts is not None and facts.key == step.to_columns else down


def _same(one: Link, other: Link) -> bool:
    return (one.table, one.columns, one.to_columns) == (other.table, other.columns, other.to_columns)


def turned(table: TableName, path: Path) -> Path:
    """The same path, walked back from its end to `table`."""
    stations = (table, *(step.table for step in path))
    steps = zip(path, stations, strict=False)
    return tuple(Step(step.to_columns, station, step.columns) for step, station in reversed(list(steps)))
