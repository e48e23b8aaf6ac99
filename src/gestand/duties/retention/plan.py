"""What keeping the promises takes today: rows to erase, columns to make unusable, and what cannot be done."""

from collections.abc import Iterator
from dataclasses import replace

from gestand.core.action import Action, Along, Blank, Erase, Impossible
from gestand.core.predicate import NEVER, Exists, Moment, Predicate, all_of, negated
from gestand.core.promise import RetentionPromise
from gestand.core.question import Answers, Count, Part, Silence
from gestand.datamap.bound import Act, BoundData, BoundTable, LatestOf, MomentAt
from gestand.duties.retention.family import family, promised_data, turned
from gestand.duties.retention.past import Measure, ended, keeping
from gestand.duties.retention.rows import (
    erased_data,
    free,
    is_blank,
    may_outlive,
    promises_on,
    row_goes,
    stopping,
    watched_tables,
)
from gestand.duties.world import World


def plan(world: World, answers: Answers) -> tuple[Action | Impossible | Silence, ...]:
    """Every action that has rows today, children before parents; what is impossible or silent beside it."""
    return tuple(step for draft in drafts(world) for step in _with_counts(world, draft, answers))


def drafts(world: World) -> tuple[Action, ...]:
    """Every action that could be needed, not yet counted: `rows` is zero throughout."""
    measure = keeping(world)
    found: list[Action] = []
    for table in watched_tables(world):
        found.extend(_erasures(world, table, measure))
        found.extend(_blankings(world, table, measure))
    return tuple(found)


def rows_of(draft: Action) -> Count:
    """The question how many rows a draft would touch."""
    return Count(draft.store, draft.table, (Part("rows", draft.where),))


def rows_along(draft: Erase, along: Along) -> Count:
    """The question how many child rows would leave with the rows of a draft."""
    where = Exists(turned(draft.table, along.path), draft.where)
    return Count(draft.store, along.path[-1].table, (Part("rows", where),))


def _erasures(world: World, table: BoundTable, measure: Measure) -> Iterator[Erase]:
    goes = row_goes(world, table, measure)
    counted: list[Predicate] = []
    for promise in _promises_that_erase(world, table):
        over = ended(table, promise, measure)
        where = all_of(goes, over, *(negated(earlier) for earlier in counted))
        counted.append(over)
        if where == NEVER:
            continue
        yield Erase(
            promise=promise.id,
            store=table.store,
            table=table.name,
            where=where,
            rows=0,
            unless=tuple(child.path for child in stopping(world, table)),
            along=_leaving(world, table),
            triggers=table.facts.triggers,
            walk=_walk(table, promise),
        )


def _promises_that_erase(world: World, table: BoundTable) -> tuple[RetentionPromise, ...]:
    found = (promise for data in erased_data(world, table) for promise in promises_on(world, data))
    return tuple(dict.fromkeys(found))


def _leaving(world: World, table: BoundTable) -> tuple[Along, ...]:
    children = family(world.bound, table, world.promises)
    return tuple(Along(child.path, child.how, 0) for child in children if not child.stops)


def _blankings(world: World, table: BoundTable, measure: Measure) -> Iterator[Blank]:
    goes = row_goes(world, table, measure)
    for data in promised_data(table, world.promises):
        if data.act is Act.ERASE and not may_outlive(world, table):
            continue
        unspent = all_of(free(world, table, data, measure), negated(goes), negated(is_blank(data)))
        counted: list[Predicate] = []
        for promise in promises_on(world, data):
            over = ended(table, promise, measure)
            yield Blank(
                promise=promise.id,
                store=table.store,
                table=table.name,
                where=all_of(unspent, over, *(negated(earlier) for earlier in counted)),
                rows=0,
                values=data.blank,
                triggers=table.facts.triggers,
                walk=_walk(table, promise),
            )
            counted.append(over)


def _walk(table: BoundTable, promise: RetentionPromise) -> Moment | None:
    moment = table.moments[promise.kept.moment]
    own = isinstance(moment, MomentAt) and not moment.path
    return moment.moment if own and isinstance(moment, MomentAt) else None


def _with_counts(world: World, draft: Action, answers: Answers) -> Iterator[Action | Impossible | Silence]:
    answer = answers.tallies(rows_of(draft))
    if isinstance(answer, Silence):
        yield answer
        return
    rows = answer["rows"].rows
    if rows == 0:
        return
    why = _why_not(world, draft)
    if why:
        yield Impossible(draft.promise, why, rows)
    elif isinstance(draft, Erase):
        yield replace(draft, rows=rows, along=tuple(_counted(draft, along, answers) for along in draft.along))
    else:
        yield replace(draft, rows=rows)


def _counted(draft: Erase, along: Along, answers: Answers) -> Along:
    answer = answers.tallies(rows_along(draft, along))
    return along if isinstance(answer, Silence) else replace(along, rows=answer["rows"].rows)


def _why_not(world: World, draft: Action) -> str:
    table = world.bound.table(draft.store, draft.table)
    if table is None or isinstance(draft, Erase):
        return ""
    data = _blanked(table, draft)
    if data.cannot_blank:
        columns = ", ".join(data.cannot_blank)
        return (
            f"{draft.store}: {draft.table}: {data.data} must be made unusable, but {columns} cannot be empty; "
            f"give a value that replaces it under `emptied to` in the data map ({table.place})"
        )
    needed = sorted(_columns_that_count(world, table) & set(data.columns))
    if needed:
        return (
            f"{draft.store}: {draft.table}: making {data.data} unusable would destroy {', '.join(needed)}, "
            f"by which other promises find their moment; keep it out of `data` ({table.place})"
        )
    return ""


def _blanked(table: BoundTable, draft: Blank) -> BoundData:
    return next(data for data in table.data if data.blank == draft.values)


def _columns_that_count(world: World, table: BoundTable) -> set[str]:
    """Columns of the table that hold a moment, or lead to one."""
    found: set[str] = set()
    for other in world.bound.tables:
        for moment in other.moments.values():
            for part in moment.parts if isinstance(moment, LatestOf) else (moment,):
                found |= _columns_here(table, other, part)
    return found


def _columns_here(table: BoundTable, other: BoundTable, part: MomentAt) -> set[str]:
    if other.store != table.store:
        return set()
    end = part.path[-1].table if part.path else other.name
    here = {part.moment.column} if end == table.name else set()
    return here | (set(part.path[0].columns) if part.path and other.name == table.name else set())
