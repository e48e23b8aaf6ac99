"""What is done in the stores for one person: hers alone, and only what was granted.

Laws, holds, children and promises of other data are weighed as for retention: a request makes what is granted
due today, and nothing else of it is different (GDPR 17(3)).
"""

from collections.abc import Iterable, Iterator

from gestand.core.action import Along, Blank, Change, Deed, Erase
from gestand.core.predicate import NEVER, Predicate, all_of, negated
from gestand.core.request import Right
from gestand.core.step import Trail
from gestand.datamap.bound import Act, BoundData, BoundTable
from gestand.duties.requests.changes import corrections, ended_lists, restrictions
from gestand.duties.requests.granted import erased_by
from gestand.duties.requests.hers import hers
from gestand.duties.rows.family import at_stake, family
from gestand.duties.rows.past import Measure, keeping
from gestand.duties.rows.reads import Column, reads
from gestand.duties.rows.refused import refusal
from gestand.duties.rows.weighing import all_spent, free, row_goes, stopping, together, watched_tables
from gestand.duties.world import World, once


@once
def deeds(world: World, trail: Trail) -> tuple[Deed, ...]:
    """Everything that was granted, not yet counted.

    Children go before their parents, and a column by which the rows of another deed are found changes after that deed.
    """
    measure, tables = asked_for(world, trail), _ending_tables(world)
    found: list[Deed] = [one for table in world.bound.tables for one in restrictions(world, table, trail)]
    found += [one for table in world.bound.tables for one in ended_lists(world, table, trail)]
    blanks = (blank for table in tables for blank in _blankings(world, table, measure))
    erasures = (erase for table in tables for erase in _erasures(world, table, measure))
    found += in_order((*blanks, *erasures))
    found += in_order(one for table in world.bound.tables for one in corrections(world, table, trail))
    return tuple(one for one in found if one.where != NEVER)


def in_order(changes: Iterable[Deed]) -> list[Deed]:
    """A column by which the rows of another deed are found is changed after that deed."""
    ordered: list[Deed] = []
    left = [one for one in changes if one.where != NEVER]
    if all(isinstance(one, Erase) for one in left):
        return left
    read = {id(one): frozenset(reads(one.table, one.where)) for one in left}
    while left:
        free_now = (
            one
            for one in left
            if isinstance(one, Erase) or not any(_spoils(one, other, read[id(other)]) for other in left)
        )
        ordered.append(next(free_now, left[0]))
        left = [one for one in left if one is not ordered[-1]]
    return ordered


@once
def asked_for(world: World, trail: Trail) -> Measure:
    """Hers is due where it was granted; the terms of laws and the holds are as for retention."""
    kept = keeping(world)

    def due(table: BoundTable, data: BoundData) -> Predicate:
        return (
            hers(world, table, trail) if _is_about_her(table, data) and erased_by(world, data.data) else NEVER
        )

    def mine(table: BoundTable) -> Predicate:
        return hers(world, table, trail)

    return Measure(kept.ended, kept.released, kept.holds, due, mine)


def _ending_tables(world: World) -> tuple[BoundTable, ...]:
    """The tables in which anything may end by what was granted."""
    return watched_tables(world) if world.whole_rows or erased_data(world) else ()


@once
def erased_data(world: World) -> tuple[str, ...]:
    """The data that a case ends, by their words."""
    mapped = dict.fromkeys(data.data for table in world.bound.tables for data in table.data)
    return tuple(word for word in mapped if erased_by(world, word))


def _spoils(change: Change, other: Deed, read: frozenset[Column]) -> bool:
    """The change writes a column that the other deed reads; one of the same name in another store is another one."""
    written = {(change.table, column) for column, _ in change.values}
    return change is not other and change.store == other.store and not written.isdisjoint(read)


def _erasures(world: World, table: BoundTable, measure: Measure) -> Iterator[Erase]:
    right = _right(world, table)
    if right is None:
        return
    along = tuple(Along(child.path, child.how, 0) for child in family(world, table) if not child.stops)
    yield Erase(
        promise=right.promise,
        store=table.store,
        table=table.name,
        where=row_goes(world, table, measure),
        rows=0,
        unless=tuple(child.path for child in stopping(world, table)),
        along=along,
        triggers=table.facts.triggers,
    )


def _right(world: World, table: BoundTable) -> Right | None:
    rights = (erased_by(world, data.data) for data in at_stake(world, table) if data.act is Act.ERASE)
    return next((right for right in rights if right), None)


def _blankings(world: World, table: BoundTable, measure: Measure) -> Iterator[Blank]:
    goes = row_goes(world, table, measure)
    for group in together(world, table):
        granted = tuple(data for data in group if _may_be_emptied(world, table, data))
        where = all_of(free(world, table, granted[0], measure), negated(goes)) if granted else NEVER
        if where == NEVER:
            continue
        possible = tuple(data for data in granted if not refusal(world, table, data))
        for some in (possible, *((data,) for data in granted if data not in possible)):
            right = erased_by(world, some[0].data) if some else None
            if right is not None:
                yield _blank(table, some, right, where)


def _may_be_emptied(world: World, table: BoundTable, data: BoundData) -> bool:
    return bool(data.columns) and _is_about_her(table, data) and erased_by(world, data.data) is not None


def _is_about_her(table: BoundTable, data: BoundData) -> bool:
    """Data of others in her rows go with the row, and are not hers to have emptied."""
    return data.owner in ("", table.people)


def _blank(table: BoundTable, group: tuple[BoundData, ...], right: Right, where: Predicate) -> Blank:
    values = tuple(value for data in group for value in data.blank)
    unspent = all_of(where, negated(all_spent(group)))
    return Blank(right.promise, table.store, table.name, unspent, 0, values, table.facts.triggers)
