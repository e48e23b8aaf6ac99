"""Parents and children: which rows stop a parent from going, and which go with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from gestand.core.action import Leaving
from gestand.core.predicate import Path, Step, down
from gestand.core.promise import RetentionPromise
from gestand.core.schema import Link, OnDelete, TableName
from gestand.datamap.bound import BoundData, BoundMap, BoundTable, LatestOf


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
        if link.table in seen or promised_data(bound.table(store, link.table), promises):
            yield Child(here, link.table, stops=True)
        elif link.on_delete is OnDelete.CUT:
            yield Child(here, link.table, stops=False, how=Leaving.CUT)
        else:
            how = Leaving.CASCADE if link.on_delete is OnDelete.CASCADE else Leaving.FIRST
            yield Child(here, link.table, stops=False, how=how)
            yield from _descend(bound, store, link.table, promises, here, (*seen, link.table))


def promised_data(table: BoundTable | None, promises: tuple[RetentionPromise, ...]) -> tuple[BoundData, ...]:
    """The data of a table that some promise speaks of."""
    if table is None:
        return ()
    words = {word for promise in promises for word in promise.data}
    return tuple(data for data in table.data if data.data in words)


def links_to(bound: BoundMap, store: str, parent: TableName) -> tuple[Link, ...]:
    """Every link that points at the table: foreign keys, and paths that only the data map knows of."""
    declared = bound.store(store).schema.children_of(parent)
    known = {(link.table, link.columns) for link in declared}
    mapped = (link for table in bound.tables if table.store == store for link in _mapped_links(table))
    extra = (link for link in mapped if link.to == parent and (link.table, link.columns) not in known)
    return (*declared, *dict.fromkeys(extra))


def _mapped_links(table: BoundTable) -> Iterator[Link]:
    for moment in table.moments.values():
        parts = moment.parts if isinstance(moment, LatestOf) else (moment,)
        for part in parts:
            yield from _links_along(table.name, part.path, table.facts.key)


def _links_along(start: TableName, path: Path, key: tuple[str, ...]) -> Iterator[Link]:
    here = start
    for step in path:
        points_down = here == start and step.columns == key
        yield _link(here, step) if not points_down else Link(step.table, step.to_columns, here, step.columns)
        here = step.table


def _link(here: TableName, step: Step) -> Link:
    return Link(here, step.columns, step.table, step.to_columns)


def turned(table: TableName, path: Path) -> Path:
    """The same path, walked back from its end to `table`."""
    stations = (table, *(step.table for step in path))
    steps = zip(path, stations, strict=False)
    return tuple(Step(step.to_columns, station, step.columns) for step, station in reversed(list(steps)))
