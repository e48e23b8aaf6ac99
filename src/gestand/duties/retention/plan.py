"""What keeping the promises takes today: rows to erase, columns to make unusable, and what cannot be done."""

from collections.abc import Iterator
from dataclasses import replace

from gestand.core.action import Action, Along, Blank, Erase, Impossible, rows_of
from gestand.core.predicate import NEVER, Moment, Predicate, all_of, negated
from gestand.core.promise import RetentionPromise
from gestand.core.question import Answers, Silence
from gestand.datamap.bound import Act, BoundData, BoundTable, MomentAt
from gestand.duties.retention.refused import why_not
from gestand.duties.rows.along import with_family
from gestand.duties.rows.family import family
from gestand.duties.rows.past import Measure, ended, keeping
from gestand.duties.rows.refused import refusal
from gestand.duties.rows.weighing import (
    all_spent,
    erased_data,
    free,
    may_outlive,
    promises_on,
    row_goes,
    stopping,
    together,
    watched_tables,
)
from gestand.duties.world import World


def plan(world: World, answers: Answers) -> tuple[Action | Impossible | Silence, ...]:
    """Every action that has rows today, children before parents; what is impossible or silent beside it."""
    away = (world.silence(store) for store, word in world.bound.out_of_reach if _is_promised(world, word))
    steps = (step for draft in drafts(world) for step in _with_counts(world, draft, answers))
    return tuple(dict.fromkeys((*away, *steps)))


def _is_promised(world: World, word: str) -> bool:
    return any(word in promise.data for promise in world.promises)


def drafts(world: World) -> tuple[Action, ...]:
    """Every action that could be needed, not yet counted: `rows` is zero throughout.

    What is emptied comes first: it is emptied because its row must stay now, whatever goes after it.
    """
    measure, tables = keeping(world), watched_tables(world)
    found: list[Action] = [blank for table in tables for blank in _blankings(world, table, measure)]
    found += [erase for table in tables for erase in _erasures(world, table, measure)]
    return tuple(draft for draft in found if draft.where != NEVER)


def _erasures(world: World, table: BoundTable, measure: Measure) -> Iterator[Erase]:
    goes, along = row_goes(world, table, measure), _leaving(world, table)
    promises = _promises_that_erase(world, table)
    counted: list[Predicate] = []
    for promise in promises:
        over = ended(table, promise, measure)
        yield Erase(
            promise=promise.id,
            store=table.store,
            table=table.name,
            where=all_of(goes, over, *(negated(earlier) for earlier in counted)),
            rows=0,
            unless=tuple(child.path for child in stopping(world, table)),
            along=along,
            triggers=_triggers(world, table, along),
            walk=_walk(table, promise),
            also=tuple(other.id for other in promises if other != promise),
        )
        counted.append(over)


def _promises_that_erase(world: World, table: BoundTable) -> tuple[RetentionPromise, ...]:
    found = (promise for data in erased_data(world, table) for promise in promises_on(world, data))
    return tuple(dict.fromkeys(found))


def _leaving(world: World, table: BoundTable) -> tuple[Along, ...]:
    children = family(world, table)
    return tuple(Along(child.path, child.how, 0) for child in children if not child.stops)


def _triggers(world: World, table: BoundTable, along: tuple[Along, ...]) -> tuple[str, ...]:
    """The triggers of the table, and of the tables whose rows leave along."""
    schema = world.bound.store(table.store).schema
    below = (schema.table(name) for name in dict.fromkeys(one.path[-1].table for one in along))
    found = (*table.facts.triggers, *(name for facts in below if facts for name in facts.triggers))
    return tuple(dict.fromkeys(found))


def _blankings(world: World, table: BoundTable, measure: Measure) -> Iterator[Blank]:
    goes = row_goes(world, table, measure)
    for group in _emptied_together(world, table):
        unspent = all_of(free(world, table, group[0], measure), negated(goes), negated(all_spent(group)))
        counted: list[Predicate] = []
        for promise in promises_on(world, group[0]):
            over = ended(table, promise, measure)
            yield Blank(
                promise=promise.id,
                store=table.store,
                table=table.name,
                where=all_of(unspent, over, *(negated(earlier) for earlier in counted)),
                rows=0,
                values=tuple(value for data in group for value in data.blank),
                triggers=table.facts.triggers,
                walk=_walk(table, promise),
            )
            counted.append(over)


def _emptied_together(world: World, table: BoundTable) -> Iterator[tuple[BoundData, ...]]:
    """The groups that may have to be emptied; a datum of which that is refused stands alone."""
    for group in together(world, table):
        if group[0].act is Act.ERASE and not may_outlive(world, table):
            continue
        possible = tuple(data for data in group if not refusal(world, table, data))
        yield from (group for group in (possible,) if group)
        yield from ((data,) for data in group if data not in possible)


def _walk(table: BoundTable, promise: RetentionPromise) -> Moment | None:
    moment = table.moments[promise.kept.moment]
    return moment.moment if isinstance(moment, MomentAt) and not moment.path else None


def _with_counts(world: World, draft: Action, answers: Answers) -> Iterator[Action | Impossible | Silence]:
    answer = answers.tallies(rows_of(draft))
    if isinstance(answer, Silence):
        yield answer
        return
    rows = answer["rows"].rows
    if rows == 0:
        return
    why = why_not(world, draft)
    if why:
        yield Impossible(draft.promise, why, rows)
    elif isinstance(draft, Erase):
        yield from with_family(replace(draft, rows=rows), draft, answers)
    else:
        yield replace(draft, rows=rows)
