"""A last activity read from rows that themselves go sooner: then someone seems idle for longer than is true."""

from collections.abc import Iterator

from gestand.clock.cutoff import due_before
from gestand.core.finding import Finding, Verdict
from gestand.core.promise import RetentionPromise
from gestand.core.text import Text
from gestand.datamap.bound import BoundTable, LatestOf
from gestand.duties.retention import words
from gestand.duties.retention.years import finding_of
from gestand.duties.rows.weighing import erased_data, promises_on
from gestand.duties.world import World


def activity_goes_first(world: World, promise: RetentionPromise) -> Iterator[Finding]:
    """One finding for each table of activity whose rows go before the promise has looked at them long enough."""
    for table in world.bound.tables:
        if any(data.data in promise.data for data in table.data):
            for what in seems_idle(world, table, promise):
                yield finding_of(promise, Verdict.CANNOT_TELL, "activity-goes-first", what)


def seems_idle(world: World, table: BoundTable, promise: RetentionPromise) -> Iterator[Text]:
    """Why the promise's last activity cannot be trusted in this table: a plan refuses to act on it."""
    for child in _activity(world, table, promise):
        if _goes_sooner(world, child, promise):
            yield words.activity_goes_first(str(table.name), promise.kept.moment, str(child.name))


def _activity(world: World, table: BoundTable, promise: RetentionPromise) -> tuple[BoundTable, ...]:
    """The tables below this one whose rows count as activity; what lies above does not go before it."""
    moment = table.moments[promise.kept.moment]
    parts = moment.parts if isinstance(moment, LatestOf) else ()
    below = (part for part in parts if part.path and part.path[0].columns == table.facts.key)
    names = dict.fromkeys(part.path[-1].table for part in below)
    ends = (world.bound.table(table.store, name) for name in names)
    return tuple(end for end in ends if end is not None)


def _goes_sooner(world: World, child: BoundTable, promise: RetentionPromise) -> bool:
    """A later constant means a shorter term."""
    mine = due_before(promise.kept.term, world.now, world.zone)
    theirs = (other for data in erased_data(world, child) for other in promises_on(world, data))
    return any(due_before(other.kept.term, world.now, world.zone) > mine for other in theirs)
