"""What a check looks at: for each promise and datum in each table, the shares of rows that matter."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from gestand.clock.cutoff import last_day
from gestand.clock.term import Term
from gestand.core.predicate import (
    NEVER,
    Before,
    Not,
    Predicate,
    all_of,
    any_of,
    negated,
)
from gestand.core.promise import RetentionPromise
from gestand.core.question import Count, Part
from gestand.datamap.bound import Act, BoundData, BoundTable
from gestand.duties.rows.holding import in_doubt_of_holds, surely_held
from gestand.duties.rows.laws import law_moment, own_moment
from gestand.duties.rows.past import Measure, applies, cannot_be_told, checking, ended, keeping
from gestand.duties.rows.weighing import (
    all_spent,
    in_legal_doubt,
    may_outlive,
    promises_on,
    released,
    row_goes,
    spared,
    together,
    watched_tables,
)
from gestand.duties.world import World

Group = tuple[BoundData, ...]


@dataclass(frozen=True)
class Look:
    """One promise on data of one table that end together, and the question that tells how they stand."""

    promise: RetentionPromise
    table: BoundTable
    group: Group
    question: Count


def looks(world: World) -> tuple[Look, ...]:
    """Every look that a check takes, in the order of the tables."""
    return tuple(
        _look(world, promise, table, group)
        for table in watched_tables(world)
        for group in together(world, table)
        for promise in promises_on(world, group[0])
    )


def _look(world: World, promise: RetentionPromise, table: BoundTable, group: Group) -> Look:
    parts = tuple(part for part in _parts(world, promise, table, group) if part.where != NEVER)
    return Look(promise, table, group, Count(table.store, table.name, parts))


def _parts(world: World, promise: RetentionPromise, table: BoundTable, group: Group) -> Iterator[Part]:
    counted, data = own_moment(table, promise.kept), group[0]
    keep, check = keeping(world), checking(world)
    readable = negated(all_spent(group))
    over = all_of(ended(table, promise, keep), readable)
    kept_by_law = negated(released(world, table, data, keep))
    yield Part("deviation", _too_long(world, promise, table, group, check), counted)
    yield Part("due", _too_long(world, promise, table, group, keep))
    doubt = in_legal_doubt(world, table, data, keep)
    yield Part("kept by law", all_of(over, kept_by_law, negated(doubt)), law_moment(world, table, data))
    yield Part("law unknown", all_of(over, doubt))
    kept = all_of(over, negated(kept_by_law))
    yield Part("held", all_of(kept, surely_held(world, table, data, world.holds)))
    yield Part("hold unknown", all_of(kept, in_doubt_of_holds(world, table, data, world.holds)))
    yield Part("emptied", _waiting(world, promise, table, group, keep))
    yield Part("cannot tell", all_of(cannot_be_told(world, table, promise), readable))
    yield Part("unclaimed", _unclaimed(world, promise, table, group))
    yield from _years(world, promise, table)


def _past(
    world: World, promise: RetentionPromise, table: BoundTable, group: Group, measure: Measure
) -> Predicate:
    """The term is over, and nothing demands that the data stay."""
    return all_of(ended(table, promise, measure), negated(spared(world, table, group[0], measure)))


def _too_long(
    world: World, promise: RetentionPromise, table: BoundTable, group: Group, measure: Measure
) -> Predicate:
    """Past, with work left: data to make unusable, or an emptied row that nothing keeps any longer."""
    past, readable = _past(world, promise, table, group, measure), negated(all_spent(group))
    if group[0].act is Act.BLANK:
        return all_of(past, readable)
    if not may_outlive(world, table):
        return past
    return all_of(past, any_of(readable, row_goes(world, table, measure)))


def _waiting(
    world: World, promise: RetentionPromise, table: BoundTable, group: Group, measure: Measure
) -> Predicate:
    """Emptied, and still there because of a child or of another datum."""
    if group[0].act is Act.BLANK or not may_outlive(world, table):
        return NEVER
    stays = negated(row_goes(world, table, measure))
    return all_of(ended(table, promise, measure), all_spent(group), stays)


def _unclaimed(world: World, promise: RetentionPromise, table: BoundTable, group: Group) -> Predicate:
    """Rows of which none of the data's promises speaks; asked once, with the first of them."""
    rivals = promises_on(world, group[0])
    if promise != rivals[0] or any(rival.when is None for rival in rivals):
        return NEVER
    return all_of(*(Not(applies(table, rival)) for rival in rivals), negated(all_spent(group)))


def _years(world: World, promise: RetentionPromise, table: BoundTable) -> Iterator[Part]:
    """How many rows each year holds that the law still demands: a later check holds the count against it."""
    moment = own_moment(table, promise.at_least.limit) if promise.at_least else None
    if moment is None or promise.at_least is None:
        return
    term = promise.at_least.limit.term
    today = world.now.astimezone(world.zone).date()
    for year in demanded_years(term, today):
        begins = _midnight(world, _year_end(term, year - 1) + timedelta(days=1))
        ends = _midnight(world, _year_end(term, year) + timedelta(days=1))
        inside = all_of(Before(moment, ends), Not(Before(moment, begins)))
        yield Part(f"year {year}", all_of(applies(table, promise), inside) if promise.when else inside)


def demanded_years(term: Term, today: date) -> tuple[int, ...]:
    """The closed years of which a law with this term still demands every row today.

    Where the law counts from the moment itself, a year is demanded whole as long as its first day is. Terms of
    hours and working days are too short for any.
    """
    if term.period.hours or term.period.working_days:
        return ()
    closed = today.year - 1 if _year_end(term, today.year) >= today else today.year
    years = []
    while last_day(term, _first_to_go(term, closed)) >= today:
        years.append(closed)
        closed -= 1
    return tuple(reversed(years))


def _first_to_go(term: Term, year: int) -> date:
    if term.counted_from == "the moment":
        return _year_end(term, year - 1) + timedelta(days=1)
    return _year_end(term, year)


def _year_end(term: Term, year: int) -> date:
    if term.counted_from == "the calendar year":
        return date(year, 12, 31)
    month, day = term.book_year_ends
    next_month = date(year + month // 12, month % 12 + 1, 1)
    return min(
        next_month - timedelta(days=1), date(year, month, min(day, 28)) + timedelta(days=max(0, day - 28))
    )


def _midnight(world: World, day: date) -> datetime:
    return datetime.combine(day, time(), world.zone)
