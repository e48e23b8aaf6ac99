"""What a case takes today: deeds with rows, tasks by hand, and whatever stands in the way."""

from collections.abc import Iterator
from dataclasses import replace

from gestand.core.action import Blank, Deed, Erase, Impossible, rows_of
from gestand.core.caseplan import Task
from gestand.core.question import Answers, Silence
from gestand.duties.requests.amounts import amounts
from gestand.duties.requests.by_hand import tasks
from gestand.duties.requests.deeds import deeds
from gestand.duties.requests.hindrances import hindrances
from gestand.duties.requests.trail import trail
from gestand.duties.rows.along import with_family
from gestand.duties.rows.refused import refusal
from gestand.duties.world import World

Planned = Deed | Task | Impossible | Silence


def plan(world: World, answers: Answers) -> tuple[Planned, ...]:
    """Nothing of it may be done while an Impossible or a Silence is among it."""
    found = trail(world, answers)
    silent = (answer for answer in answers.given.values() if isinstance(answer, Silence))
    away = (world.silence(store) for store in world.bound.unconnected)
    steps = (step for draft in deeds(world, found) for step in _with_rows(world, draft, answers))
    remembered = world.case.found.amounts if world.case and world.case.found else ()
    by_hand = tasks(world, remembered or amounts(world, found, answers))
    return tuple(dict.fromkeys((*away, *silent, *hindrances(world), *steps, *by_hand)))


def _with_rows(world: World, draft: Deed, answers: Answers) -> Iterator[Deed | Impossible | Silence]:
    told = answers.tallies(rows_of(draft))
    if isinstance(told, Silence) or not told["rows"].rows:
        return
    counted = replace(draft, rows=told["rows"].rows)
    why = _why_not(world, draft)
    if why:
        yield Impossible(draft.promise, why, counted.rows)
    elif isinstance(counted, Erase) and isinstance(draft, Erase):
        yield from with_family(counted, draft, answers)
    else:
        yield counted


def _why_not(world: World, draft: Deed) -> str:
    table = world.bound.table(draft.store, draft.table)
    if table is None or not isinstance(draft, Blank):
        return ""
    emptied = (
        data
        for data in table.data
        if set(data.blank) <= set(draft.values) and bool(data.blank) == bool(draft.values)
    )
    return "; ".join(filter(None, (refusal(world, table, data) for data in emptied)))
