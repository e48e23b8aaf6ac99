"""What may happen to a row of one table: every promise, law, hold and child weighed, datum by datum."""

from gestand.core.action import Leaving
from gestand.core.predicate import (
    ALWAYS,
    NEVER,
    Equals,
    Exists,
    Missing,
    Not,
    Predicate,
    all_of,
    any_of,
    negated,
)
from gestand.core.promise import RetentionPromise
from gestand.core.schema import TableName
from gestand.datamap.bound import Act, BoundData, BoundTable
from gestand.duties.rows.family import LEVELS, Child, at_stake, family
from gestand.duties.rows.holding import held, in_the_dark, rows_on_the_way, surely_held
from gestand.duties.rows.past import Measure, ended, law_cannot_be_told, law_has_released
from gestand.duties.world import World, once

DEEPEST = 4
"""How many tables deep the children of a row are weighed in one condition: deeper ones overflow SQLite's parser.

Of one person a level less: which rows are hers is a condition with tables of its own.
"""


@once
def promises_on(world: World, data: BoundData) -> tuple[RetentionPromise, ...]:
    """The promises that speak of this datum, in the statement's order."""
    return tuple(promise for promise in world.promises if data.data in promise.data)


@once
def watched_tables(world: World) -> tuple[BoundTable, ...]:
    """The tables that hold data with a promise, children before their parents."""
    tables = [table for table in world.bound.tables if at_stake(world, table)]
    ordered: list[BoundTable] = []
    for table in tables:
        _place_children_first(world, table, ordered, ())
    return tuple(ordered)


def _place_children_first(
    world: World, table: BoundTable, ordered: list[BoundTable], seen: tuple[TableName, ...]
) -> None:
    if table in ordered or table.name in seen:
        return
    for child in stopping(world, table):
        below = world.bound.table(table.store, child.table)
        if below is not None and at_stake(world, below):
            _place_children_first(world, below, ordered, (*seen, table.name))
    ordered.append(table)


def stopping(world: World, table: BoundTable) -> tuple[Child, ...]:
    """The children that keep their parent until they are gone."""
    return tuple(child for child in family(world, table) if child.stops)


def leaving(world: World, table: BoundTable) -> tuple[Child, ...]:
    """The children that leave with their parent, or lose their link to it."""
    return tuple(child for child in family(world, table) if not child.stops)


def erased_data(world: World, table: BoundTable) -> tuple[BoundData, ...]:
    """The promised data whose end is the end of their row."""
    return tuple(data for data in at_stake(world, table) if data.act is Act.ERASE)


@once
def spared(world: World, table: BoundTable, data: BoundData, measure: Measure) -> Predicate:
    """A law or a hold keeps this datum, whatever the promise says (GDPR 17(3)(b), (e))."""
    return any_of(negated(released(world, table, data, measure)), held(world, table, data, measure.holds))


def released(world: World, table: BoundTable, data: BoundData, measure: Measure) -> Predicate:
    """No law keeps this datum any longer."""
    laws = (law_has_released(table, promise, measure) for promise in promises_on(world, data))
    return all_of(*laws)


def in_legal_doubt(world: World, table: BoundTable, data: BoundData, measure: Measure) -> Predicate:
    """Some law may keep this datum, and none certainly does: its moment or its condition is missing."""
    laws = [promise for promise in promises_on(world, data) if promise.at_least]
    doubts = [(law, law_cannot_be_told(world, table, law, measure)) for law in laws]
    certain = (
        all_of(negated(law_has_released(table, law, measure)), negated(doubt)) for law, doubt in doubts
    )
    return all_of(any_of(*(doubt for _, doubt in doubts)), negated(any_of(*certain)))


def together(world: World, table: BoundTable) -> tuple[tuple[BoundData, ...], ...]:
    """The promised data of a table, grouped by what ends and keeps them: one group, one question, one act."""
    groups: dict[object, list[BoundData]] = {}
    for data in at_stake(world, table):
        kept = tuple(ways(world, table, data, world.holds) for ways in (held, surely_held))
        alike = (promises_on(world, data), data.act, kept, data.cannot_blank)
        groups.setdefault(alike, []).append(data)
    return tuple(tuple(group) for group in groups.values())


def all_spent(group: tuple[BoundData, ...]) -> Predicate:
    """Every datum of the group has been made unusable already."""
    return all_of(*(spent(data) for data in group))


def free(world: World, table: BoundTable, data: BoundData, measure: Measure) -> Predicate:
    """A promise on this datum has ended, or its person asked so; and neither law nor hold keeps it."""
    ends = (ended(table, promise, measure) for promise in promises_on(world, data))
    over = measure.due(table, data) if measure.due else any_of(*ends)
    return all_of(over, negated(spared(world, table, data, measure)))


@once
def row_goes(
    world: World, table: BoundTable, measure: Measure, seen: tuple[TableName, ...] = ()
) -> Predicate:
    """Every datum whose end is the row's end is free, nothing in the row or below it is kept, no child stops it."""
    erased = erased_data(world, table)
    if not erased:
        return NEVER
    others = (data for data in table.data if data not in erased)
    return all_of(
        *(free(world, table, data, measure) for data in erased),
        *(_lets_the_row_go(world, table, data, measure) for data in others),
        *(
            _no_child_stays(world, table, child, measure, (*seen, table.name))
            for child in stopping(world, table)
        ),
        *(_nothing_held_leaves(world, table, child, measure) for child in leaving(world, table)),
        negated(rows_on_the_way(world, table, measure.holds)),
    )


def _lets_the_row_go(world: World, table: BoundTable, data: BoundData, measure: Measure) -> Predicate:
    """A datum that does not end with its row is not kept; and what a person did not ask to lose, she keeps."""
    unkept = negated(spared(world, table, data, measure))
    if measure.due and data.owner in ("", table.people):
        return all_of(unkept, any_of(measure.due(table, data), spent(data)))
    return unkept


def _no_child_stays(
    world: World, table: BoundTable, child: Child, measure: Measure, seen: tuple[TableName, ...]
) -> Predicate:
    below = world.bound.table(table.store, child.table)
    if below is None or _seen_enough(child, seen, measure):
        return Not(Exists(child.path, ALWAYS))
    return Not(Exists(child.path, negated(row_goes(world, below, measure, seen))))


def _seen_enough(child: Child, seen: tuple[TableName, ...], measure: Measure) -> bool:
    """Rows that hang on rows of their own table are weighed a few levels deep; other circles are not.

    Nor is anything beyond what SQLite can read in one statement: what hangs so deep stops its parent until it is gone.
    """
    if len(seen) > (DEEPEST - 1 if measure.mine else DEEPEST):
        return True
    hangs_on_itself = len(child.path) == 1 and child.table == seen[-1]
    return seen.count(child.table) > LEVELS if hangs_on_itself else child.table in seen


def _nothing_held_leaves(world: World, table: BoundTable, child: Child, measure: Measure) -> Predicate:
    """A hold on data without a promise of its own keeps the row that would take them along; so do rows of others.

    Rows that only lose their link stay themselves; but the link may be all that tells whose they are.
    """
    below = world.bound.table(table.store, child.table)
    if below is None:
        return ALWAYS
    cut = child.how is Leaving.CUT
    kept = any_of(
        *(
            _may_be_lost(below, data, measure) if cut else held(world, below, data, measure.holds)
            for data in below.data
        ),
        negated(measure.mine(below)) if measure.mine and below.known_by else NEVER,
    )
    return ALWAYS if kept == NEVER else Not(Exists(child.path, kept))


def _may_be_lost(table: BoundTable, data: BoundData, measure: Measure) -> Predicate:
    return ALWAYS if any(in_the_dark(table, data, hold) for hold in measure.holds) else NEVER


def spent(data: BoundData) -> Predicate:
    """The datum has been made unusable already; one that cannot be is never spent."""
    if data.cannot_blank or not data.blank:
        return NEVER
    return all_of(
        *(Missing(column) if value is None else Equals(column, value) for column, value in data.blank)
    )


def may_outlive(world: World, table: BoundTable) -> bool:
    """Can a row stay, emptied, after the end of a datum that would have taken it along?"""
    return len(table.data) > 1 or bool(stopping(world, table)) or _takes_data_along(world, table)


def _takes_data_along(world: World, table: BoundTable) -> bool:
    holds = (*world.holds, *world.holds_just_ended)
    if not holds:
        return False
    if rows_on_the_way(world, table, holds) != NEVER:
        return True
    below = (world.bound.table(table.store, child.table) for child in leaving(world, table))
    return any(child.data for child in below if child is not None)
