"""How much of hers there is, datum by datum and table by table, and how much of it a law or a hold keeps."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

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
        until = None if held.rows else _until(world, data, kept)
        yield Amount(asked.store, asked.table, data.data, rows, kept.rows, until, held.rows)


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


def _until(world: World, data: BoundData, kept: Tally) -> datetime | None:
    """The first moment at which no law keeps the newest of the rows; None where that cannot be told."""
    if kept.latest is None:
        return None
    days = [last_day(law.limit.term, kept.latest) for law in laws_on(world, data)]
    if not days:
        return None
    return datetime.combine(max(days) + timedelta(days=1), time(), world.zone)
