"""Parents and children: which rows stop a parent from going, and which go with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from gestand.core.action import Leaving
from gestand.core.predicate import Path, Step, down
from gestand.core.schema import Link, OnDelete, TableName
from gestand.datamap.bound import Act, BoundData, BoundMoment, BoundTable, LatestOf, MomentAt
from gestand.duties.world import World, once

LEVELS = 3
"""How many levels of rows that hang on rows of their own table leave along; what hangs deeper stops the parent.

Below them the family is not known, and a cascade takes rows whose own promise or law nobody has weighed.
"""


@dataclass(frozen=True)
class Child:
    """Rows at the end of `path`. With `stops` they keep the parent; else they leave with it, as `how` says."""

    path: Path
    table: TableName
    stops: bool
    how: Leaving = Leaving.FIRST


@once
def family(world: World, table: BoundTable) -> tuple[Child, ...]:
    """All that hangs on a row of the table, nearest first. A child with a promise stops the walk and the parent."""
    return tuple(_descend(world, table.store, table.name, (), (table.name,)))


def _descend(
    world: World, store: str, parent: TableName, path: Path, seen: tuple[TableName, ...]
) -> Iterator[Child]:
    for link in world.links[store]:
        if link.to != parent:
            continue
        here = (*path, down(link))
        if _decides_itself(world, store, link.table):
            yield Child(here, link.table, stops=True)
        elif link.on_delete is OnDelete.CUT:
            yield Child(here, link.table, stops=False, how=Leaving.CUT)
        elif _deep_enough(link, seen):
            yield Child(here, link.table, stops=True)
        else:
            how = Leaving.CASCADE if link.on_delete is OnDelete.CASCADE else Leaving.FIRST
            yield Child(here, link.table, stops=False, how=how)
            yield from _descend(world, store, link.table, here, (*seen, link.table))


def _decides_itself(world: World, store: str, table: TableName) -> bool:
    """A table with a promise; also one of which rows are hidden, so that nobody can tell what would leave along."""
    facts = world.bound.store(store).schema.table(table)
    hidden = facts is not None and not facts.shows_all
    return hidden or bool(at_stake(world, world.bound.table(store, table)))


def _deep_enough(link: Link, seen: tuple[TableName, ...]) -> bool:
    """A table that hangs on itself is followed a few levels; a circle of several tables is not."""
    if link.table == link.to:
        return seen.count(link.table) > LEVELS
    return link.table in seen


WHOLE_ROW = BoundData("", (), "", Act.ERASE, ())
"""The datum of a row without data: that it is there, and whose it is."""


def at_stake(world: World, table: BoundTable | None) -> tuple[BoundData, ...]:
    """The data of a table whose end the world is about: those of its promises, or of anyone in a case.

    A row without data, known to be somebody's, is at stake where its person has all that is hers erased.
    """
    if table is None:
        return ()
    if world.whole_rows and table.known_by and not table.data:
        return (WHOLE_ROW,)
    return tuple(data for data in table.data if data.data in world.at_stake)


def parts_of(moment: BoundMoment) -> tuple[MomentAt, ...]:
    """The single moments of which a moment is made."""
    return moment.parts if isinstance(moment, LatestOf) else (moment,)


def turned(table: TableName, path: Path) -> Path:
    """The same path, walked back from its end to `table`."""
    stations = (table, *(step.table for step in path))
    steps = zip(path, stations, strict=False)
    return tuple(Step(step.to_columns, station, step.columns) for step, station in reversed(list(steps)))
