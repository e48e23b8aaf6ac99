"""Which tables hang together: foreign keys, and keys that only the data map knows of."""

from collections.abc import Iterator

from gestand.core.predicate import All, Any, Exists, Not, Path, Predicate, Step
from gestand.core.schema import Link, Schema, TableName
from gestand.datamap.bound import BoundMap, BoundTable, LatestOf


def paths_of(table: BoundTable) -> Iterator[Path]:
    """Every path that the map follows from a table."""
    for moment in table.moments.values():
        yield from (part.path for part in (moment.parts if isinstance(moment, LatestOf) else (moment,)))
    yield from (identifier.path for identifier in table.known_by.values())
    for condition in table.conditions.values():
        yield from _paths_in(condition)


def _paths_in(predicate: Predicate) -> Iterator[Path]:
    match predicate:
        case Exists(path, where):
            yield path
            yield from ((*path, *further) for further in _paths_in(where))
        case All(parts) | Any(parts):
            for part in parts:
                yield from _paths_in(part)
        case Not(part):
            yield from _paths_in(part)
        case _:
            pass


def undeclared_links(bound: BoundMap, store: str) -> tuple[Link, ...]:
    """The links that the map follows and the store does not declare."""
    schema = bound.store(store).schema
    found = (
        link
        for table in bound.tables
        if table.store == store
        for path in paths_of(table)
        for here, step in stations(table.name, path)
        if (link := _undeclared(schema, here, step)) is not None
    )
    return tuple(dict.fromkeys(found))


def stations(start: TableName, path: Path) -> Iterator[tuple[TableName, Step]]:
    """Each step of a path with the table that it leaves from."""
    here = start
    for step in path:
        yield here, step
        here = step.table


def _undeclared(schema: Schema, here: TableName, step: Step) -> Link | None:
    up = Link(here, step.columns, step.table, step.to_columns)
    down = Link(step.table, step.to_columns, here, step.columns)
    if any(_same(link, known) for link in (up, down) for known in schema.children_of(link.to)):
        return None
    parent = schema.table(step.table)
    return up if parent is not None and parent.key == step.to_columns else down


def _same(link: Link, known: Link) -> bool:
    return (link.table, link.columns, link.to_columns) == (known.table, known.columns, known.to_columns)


def all_links(bound: BoundMap, store: str) -> tuple[Link, ...]:
    """Every link in a store, declared or followed by the map; a partition repeats its table's, and is left out."""
    tables = bound.store(store).schema.tables
    declared = (link for table in tables if not table.partition_of for link in table.links)
    return tuple(dict.fromkeys((*declared, *undeclared_links(bound, store))))


def children(bound: BoundMap, store: str, parent: TableName) -> tuple[Link, ...]:
    """Every link that points at a table; of a table to itself, none."""
    return tuple(link for link in all_links(bound, store) if link.to == parent != link.table)
