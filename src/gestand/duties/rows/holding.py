"""What a legal hold keeps: the data it names, and every column and row by which the people it names are found."""

from collections.abc import Iterator

from gestand.core.hold import Hold
from gestand.core.predicate import (
    ALWAYS,
    NEVER,
    Exists,
    Path,
    Predicate,
    SameFolded,
    all_of,
    along,
    any_of,
    negated,
)
from gestand.core.schema import TableName
from gestand.datamap.bound import BoundData, BoundTable, Identifier
from gestand.duties.rows.family import turned
from gestand.duties.world import World


def held(world: World, table: BoundTable, data: BoundData, holds: tuple[Hold, ...]) -> Predicate:
    """One of the holds is for this datum in this row, or may be: where nothing tells whose rows they are, all stay."""
    return any_of(*(_holds(world, table, data, hold) for hold in holds))


def surely_held(world: World, table: BoundTable, data: BoundData, holds: tuple[Hold, ...]) -> Predicate:
    """One of the holds is for this datum in this row, and the map tells so."""
    return held(world, table, data, tuple(hold for hold in holds if not in_the_dark(table, data, hold)))


def in_doubt_of_holds(world: World, table: BoundTable, data: BoundData, holds: tuple[Hold, ...]) -> Predicate:
    """The row stays only because nothing in its table tells whether it is of the people that a hold names."""
    if not any(in_the_dark(table, data, hold) for hold in holds):
        return NEVER
    return negated(surely_held(world, table, data, holds))


def in_the_dark(table: BoundTable, data: BoundData, hold: Hold) -> bool:
    """The hold covers the datum for people whom this table knows by no kind of identifier that it gives."""
    known = any(kind in table.known_by for kind, _ in hold.people)
    return bool(hold.people) and hold.covers(data.data) and not known


def rows_on_the_way(world: World, table: BoundTable, holds: tuple[Hold, ...]) -> Predicate:
    """Held rows are found through this one: gone, or cut loose from it, they would be nobody's any more."""
    found = (way for hold in holds for way in _ways(world, table.store, hold))
    return any_of(
        *(
            all_of(_known_as(rest, value), Exists(turned(start.name, gone), ALWAYS))
            for start, identifier, value in found
            for station, gone, rest in _stations(start, identifier)
            if gone and station == table.name
        )
    )


def _holds(world: World, table: BoundTable, data: BoundData, hold: Hold) -> Predicate:
    if not hold.people:
        return ALWAYS if hold.covers(data.data) else NEVER
    if in_the_dark(table, data, hold):
        return ALWAYS
    theirs = _theirs(table, hold) if hold.covers(data.data) else ()
    return any_of(*theirs, *_columns_that_find_them(world, table, data, hold))


def _theirs(table: BoundTable, hold: Hold) -> Iterator[Predicate]:
    for kind, value in hold.people:
        if kind in table.known_by:
            yield _known_as(table.known_by[kind], value)


def _known_as(identifier: Identifier, value: str) -> Predicate:
    return along(identifier.path, SameFolded(identifier.column, value))


def _columns_that_find_them(
    world: World, table: BoundTable, data: BoundData, hold: Hold
) -> Iterator[Predicate]:
    """Held rows, here or elsewhere, are found by a column of this datum: it stays as long as they are held."""
    for start, identifier, value in _ways(world, table.store, hold):
        for station, gone, rest in _stations(start, identifier):
            if station == table.name and _read_at(gone, rest) & set(data.columns):
                yield _known_as(rest, value)


def _ways(world: World, store: str, hold: Hold) -> Iterator[tuple[BoundTable, Identifier, str]]:
    """Every way by which held rows of a store are found: their table, the identifier, and its value."""
    for table in world.bound.tables:
        if table.store != store or not any(hold.covers(data.data) for data in table.data):
            continue
        for kind, value in hold.people:
            if kind in table.known_by:
                yield table, table.known_by[kind], value


Station = tuple[TableName, Path, Identifier]


def _stations(start: BoundTable, identifier: Identifier) -> Iterator[Station]:
    """Each table on the way to an identifier, with the steps taken so far and what is left of the way."""
    for taken in range(len(identifier.path) + 1):
        gone = identifier.path[:taken]
        here = gone[-1].table if gone else start.name
        yield here, gone, Identifier(identifier.path[taken:], identifier.column)


def _read_at(gone: Path, rest: Identifier) -> set[str]:
    """The columns of a station that the way reads: where it comes in, and where it goes on or ends."""
    coming_in = gone[-1].to_columns if gone else ()
    going_on = rest.path[0].columns if rest.path else (rest.column,)
    return {*coming_in, *going_on}
