"""When is a row past its term? Moments and terms become predicates with one constant in them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from gestand.clock.cutoff import deviates_before, due_before, long_released_before, released_before
from gestand.clock.errors import BeyondTheTable
from gestand.clock.term import Term
from gestand.core.hashed import hashed_once
from gestand.core.hold import Hold
from gestand.core.predicate import (
    ALWAYS,
    NEVER,
    Before,
    Exists,
    Missing,
    Not,
    Predicate,
    Unreadable,
    all_of,
    along,
    any_of,
    negated,
)
from gestand.core.promise import Limit, RetentionPromise
from gestand.datamap.bound import BoundData, BoundMoment, BoundTable, LatestOf, MomentAt
from gestand.duties.rows.doubt import condition_in_doubt
from gestand.duties.world import World


@hashed_once
@dataclass(frozen=True)
class Measure:
    """How strictly to measure: `ended` for the maximum of a promise, `released` for the minimum of a law.

    `keep` erases on the last day of a maximum, `check` calls a deviation from the day after. A minimum
    releases the day after its last; where both end together, `check` allows that one day, and so after a hold.
    For one person: `due` is what she is granted of a datum, and `mine` are her rows of a table.
    """

    ended: Callable[[Term], datetime]
    released: Callable[[Term], datetime]
    holds: tuple[Hold, ...] = ()
    due: Callable[[BoundTable, BoundData], Predicate] | None = None
    mine: Callable[[BoundTable], Predicate] | None = None


def keeping(world: World) -> Measure:
    """What `keep` goes by: due today."""
    return Measure(
        lambda term: due_before(term, world.now, world.zone),
        lambda term: released_before(term, world.now, world.zone),
        world.holds,
    )


def checking(world: World) -> Measure:
    """What `check` goes by: should have been gone before today."""
    return Measure(
        lambda term: deviates_before(term, world.now, world.zone),
        lambda term: long_released_before(term, world.now, world.zone),
        (*world.holds, *world.holds_just_ended),
    )


def ended(table: BoundTable, promise: RetentionPromise, measure: Measure) -> Predicate:
    """The promise speaks of this row, and its term is over."""
    return all_of(applies(table, promise), _before(table, promise, promise.kept, measure.ended))


def law_has_released(table: BoundTable, promise: RetentionPromise, measure: Measure) -> Predicate:
    """No law of this promise demands that this row stays. What cannot be told stays.

    Where the promise's condition reads an empty column, the law may well demand the row: AWR 52 asks for every
    invoice, also for one of which nobody wrote down whether it was paid.
    """
    if promise.at_least is None:
        return ALWAYS
    released = _before(table, promise, promise.at_least.limit, measure.released)
    if promise.when is None:
        return released
    outside = all_of(Not(applies(table, promise)), negated(condition_in_doubt(table, promise)))
    return any_of(outside, released)


def applies(table: BoundTable, promise: RetentionPromise) -> Predicate:
    """The promise's condition holds for this row; without a condition, always."""
    return table.conditions[promise.when] if promise.when else ALWAYS


def cannot_be_told(world: World, table: BoundTable, promise: RetentionPromise) -> Predicate:
    """The promise speaks of this row, and the moment it counts from is missing or unreadable."""
    return all_of(applies(table, promise), _unknown(world, table, table.moments[promise.kept.moment]))


def law_cannot_be_told(
    world: World, table: BoundTable, promise: RetentionPromise, measure: Measure
) -> Predicate:
    """The promise's law keeps this row only because nobody can tell: its moment or its condition is missing."""
    if promise.at_least is None:
        return NEVER
    doubt = condition_in_doubt(table, promise)
    missing = _unknown(world, table, table.moments[promise.at_least.limit.moment])
    spoken_of = any_of(applies(table, promise), doubt)
    unsure = any_of(all_of(spoken_of, missing), all_of(Not(applies(table, promise)), doubt))
    return all_of(negated(law_has_released(table, promise, measure)), unsure)


def _before(
    table: BoundTable, promise: RetentionPromise, limit: Limit, end: Callable[[Term], datetime]
) -> Predicate:
    """Raises BeyondTheTable, naming the promise and its place, where working days run out of known holidays."""
    try:
        return moment_before(table.moments[limit.moment], end(limit.term))
    except BeyondTheTable as error:
        raise BeyondTheTable(f"{promise.place}: {promise.id} cannot be reckoned: {error}") from error


def moment_before(moment: BoundMoment, end: datetime) -> Predicate:
    """The moment is known and lies before `end`; for a last activity: some is known, and all of it is past."""
    if isinstance(moment, LatestOf):
        known = any_of(*(moment_before(part, end) for part in moment.parts))
        return all_of(known, *(Not(_still_active(part, end)) for part in moment.parts))
    return along(moment.path, Before(moment.moment, end))


def _still_active(part: MomentAt, end: datetime) -> Predicate:
    """Some moment of this part is not past; an empty one says nothing only where it means `not yet`."""
    counts = Not(Missing(part.moment.column)) if part.empty_is_not_yet else ALWAYS
    return along(part.path, all_of(counts, Not(Before(part.moment, end))))


def _unknown(world: World, table: BoundTable, moment: BoundMoment) -> Predicate:
    if isinstance(moment, LatestOf):
        none_filled = (Not(along(part.path, Not(Missing(part.moment.column)))) for part in moment.parts)
        return any_of(all_of(*none_filled), *map(_empty_or_unreadable, moment.parts))
    here = _empty_or_unreadable(moment)
    return any_of(here, _orphaned(world, table, moment)) if moment.path else here


def _empty_or_unreadable(moment: MomentAt) -> Predicate:
    empty = Missing(moment.moment.column) if moment.nullable and not moment.empty_is_not_yet else NEVER
    return along(moment.path, any_of(empty, Unreadable(moment.moment)))


def _orphaned(world: World, table: BoundTable, moment: MomentAt) -> Predicate:
    """No row at the end of the path: the key is empty, or points at nothing where no foreign key forbids it.

    SQLite watches over its foreign keys only where a connection asks for it, so there each is looked up.
    """
    step = moment.path[0]
    declared = any((link.columns, link.to) == (step.columns, step.table) for link in table.facts.links)
    if not declared or len(moment.path) > 1 or world.bound.store(table.store).schema.loosely_typed:
        return Not(Exists(moment.path, ALWAYS))
    columns = (table.facts.column(name) for name in step.columns)
    return any_of(*(Missing(column.name) for column in columns if column and column.nullable))
