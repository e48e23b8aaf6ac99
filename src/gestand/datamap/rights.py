"""What reading and keeping ask of a store, table by table: the least that the acts of the map need."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from gestand.core.schema import Link, OnDelete, TableName
from gestand.datamap.bound import Act, BoundData, BoundMap, BoundTable
from gestand.datamap.links import children, paths_of


@dataclass(frozen=True)
class Right:
    """What is done to one table besides reading it: its rows erased, its columns made unusable.

    `locks` is a column that may be changed only because PostgreSQL locks no row without that right.
    """

    table: TableName
    erase: bool = False
    change: tuple[str, ...] = ()
    locks: str = ""
    partitioned: bool = False


def rights(
    bound: BoundMap, store: str, promised: Collection[str], requests: bool = False
) -> tuple[Right, ...]:
    """A Right for every table that must be read, in the order of their names; `promised` are words of data.

    `requests`: what people ask takes more. All data in rows of theirs may have to go, or be corrected.
    """
    mapped = [table for table in bound.tables if table.store == store]
    asked = [table for table in mapped if requests and (table.known_by or table.lists)]
    promised = {*promised, *(datum.data for table in asked for datum in table.data)}
    corrected = {table.name: [*_corrected(table)] for table in asked}
    read = {table.name for table in mapped} | {
        step.table for table in mapped for path in paths_of(table) for step in path
    }
    erased = {table.name for table in mapped if _data(table, promised, Act.ERASE)}
    along = {link.table: link for name in erased for link in _along(bound, store, name, promised, ())}
    return tuple(
        _right(bound, store, name, promised, name in erased, along.get(name), corrected.get(name, []))
        for name in sorted(read | set(along))
    )


def _data(table: BoundTable | None, promised: Collection[str], *acts: Act) -> list[BoundData]:
    data = table.data if table else ()
    return [datum for datum in data if datum.data in promised and datum.act in (acts or tuple(Act))]


def _corrected(table: BoundTable) -> Iterator[str]:
    """The columns that people may have corrected, be taken off a list by, or kept out of use by (GDPR 16, 18, 21)."""
    for datum in table.data:
        yield from datum.columns
    yield from (one.subscribed for one in table.lists if one.subscribed)
    if table.restricted_by:
        yield table.restricted_by.column


def _along(
    bound: BoundMap, store: str, parent: TableName, promised: Collection[str], seen: tuple[TableName, ...]
) -> list[Link]:
    """The links to rows that hang on an erased one, down to those that decide for themselves."""
    found: list[Link] = []
    for link in children(bound, store, parent):
        if link.table in seen:
            continue
        found.append(link)
        if not _data(bound.table(store, link.table), promised) and link.on_delete is not OnDelete.CUT:
            found += _along(bound, store, link.table, promised, (*seen, parent))
    return found


def _right(
    bound: BoundMap,
    store: str,
    name: TableName,
    promised: Collection[str],
    erased: bool,
    link: Link | None,
    corrected: list[str],
) -> Right:
    table, facts = bound.table(store, name), bound.store(store).schema.table(name)
    goes_first = link is not None and link.on_delete is OnDelete.STOP and not _data(table, promised)
    blanked = [column for datum in _changed(bound, table, promised) for column, _ in datum.blank]
    change = tuple(dict.fromkeys((*blanked, *corrected)))
    lockable = [column for datum in _data(table, promised, Act.ERASE) for column in datum.columns]
    return Right(
        table=name,
        erase=erased or goes_first,
        change=change,
        locks=lockable[0] if lockable and not change else "",
        partitioned=facts is not None and bool(facts.partitioned_by),
    )


def _changed(bound: BoundMap, table: BoundTable | None, promised: Collection[str]) -> list[BoundData]:
    """Data made unusable in a row that stays; also data that end with their row, where the row may outlive them."""
    if table is None:
        return []
    below = children(bound, table.store, table.name)
    stopped = any(_data(bound.table(table.store, link.table), promised) for link in below)
    outlived = len(table.data) > 1 or stopped
    return _data(table, promised, *(Act if outlived else (Act.BLANK,)))
