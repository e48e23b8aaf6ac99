"""How much of hers there is, datum by datum and table by table, and how much of it a law or a hold keeps."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from gestand.clock.cutoff import last_day
from gestand.core.predicate import NEVER, all_of
from gestand.core.question import Answers, Count, Part, Tallies, Tally
from gestand.core.step import Amount, Trail
from gestand.datamap.bound import BoundData, BoundTable
from gestand.duties.requests.deeds import asked_for
from gestand.duties.requests.hers import hers
from gestand.duties.rows.holding import held
from gestand.duties.rows.laws import law_moment, laws_on
from gestand.duties.rows.weighing import spared
from gestand.duties.world import World, once

WHOLE = "rows"
"""The part that counts all her rows of a table."""


@once
def counts(world: World, trail: Trail) -> tuple[Count, ...]:
    """One question for each table in which rows of hers can be found."""
    found = ((table, hers(world, table, trail)) for table in world.bound.tables)
    return tuple(
        Count(table.store, table.name, (Part(WHOLE, where), *_kept(world, table, trail)))
        for table, where in found
        if where != NEVER
    )


def amounts(world: World, trail: Trail, answers: Answers) -> tuple[Amount, ...]:
    """What was found, table by table; of a table without data of its own, one amount without a datum."""
    return tuple(
        amount
        for asked in counts(world, trail)
        if isinstance(told := answers.tallies(asked), Tallies) and told[WHOLE].rows
        for amount in _in_table(world, asked, told)
    )


def _in_table(world: World, asked: Count, told: Tallies) -> Iterator[Amount]:
    table = world.bound.table(asked.store, asked.table)
    rows, parts = told[WHOLE].rows, dict(told.parts)
    if table is None or not table.data:
        yield Amount(asked.store, asked.table, "", rows)
        return
    for data in table.data:
        kept, held = (parts.get(f"{how} {data.data}", Tally(0)) for how in ("kept", "held"))
        first, until = (None, None) if held.rows else _span(world, data, kept)
        yield Amount(asked.store, asked.table, data.data, rows, kept.rows, until, held.rows, first)


def _kept(world: World, table: BoundTable, trail: Trail) -> Iterator[Part]:
    measure = asked_for(world, trail)
    mine = hers(world, table, trail)
    for data in table.data:
        where = all_of(mine, spared(world, table, data, measure))
        if where != NEVER:
            yield Part(f"kept {data.data}", where, law_moment(world, table, data))
        by_hold = all_of(mine, held(world, table, data, measure.holds))
        if by_hold != NEVER:
            yield Part(f"held {data.data}", by_hold)


def _span(world: World, data: BoundData, kept: Tally) -> tuple[datetime | None, datetime | None]:
    """The first moments at which no law keeps the oldest, and the newest, of the rows; None where that cannot be told.

    The oldest are told of where they end earlier, and all laws agree on when; else which one keeps them is unknown.
    """
    oldest, newest = (_ends(world, data, day) for day in (kept.earliest, kept.latest))
    if not oldest or not newest:
        return None, max(newest, default=None)
    first, until = max(oldest), max(newest)
    told = first < until and len(set(oldest)) == 1
    return first if told else None, until


def _ends(world: World, data: BoundData, day: date | None) -> list[datetime]:
    """When each law releases what it counts from this day."""
    laws = laws_on(world, data) if day else ()
    ends = (last_day(law.limit.term, day) for law in laws if day)
    return [datetime.combine(end + timedelta(days=1), time(), world.zone) for end in ends]
