"""What a check counts for the log, and whether rows of a year are gone that a law still demands."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from gestand.core.entry import Counted, Entry, Kind
from gestand.core.finding import Finding, Verdict
from gestand.core.promise import RetentionPromise
from gestand.core.question import Answers, Silence
from gestand.core.text import Text
from gestand.duties.retention import words
from gestand.duties.retention.look import demanded_years, looks
from gestand.duties.world import World

Counts = Mapping[str, int]
YEAR = "year "
DOUBTS = ("hold unknown", "law unknown")
"""Shares of rows that the log counts under "cannot tell"."""


def counts(world: World, answers: Answers, entries: Sequence[Entry] = ()) -> tuple[Counted, ...]:
    """What the log keeps of a check: of every promise, the rows past, due, kept by law, held, unknown, and by year.

    Of each year the most that was ever seen: fewer is no new norm until somebody accounts for it by name. Where
    not everything could be seen, the years keep the numbers that were known before.
    """
    return tuple(_to_remember(world, promise, answers, entries) for promise in world.promises)


def _to_remember(
    world: World, promise: RetentionPromise, answers: Answers, entries: Sequence[Entry]
) -> Counted:
    mine, before = _counted(world, promise, answers), _norm(world, promise, entries)
    if _half_blind(world, promise, answers):
        mine = {name: rows for name, rows in mine.items() if not _is_year(name)}
    most = {name: max(rows, mine.get(name, 0)) for name, rows in before.items()}
    return Counted(promise.id, tuple(sorted({**mine, **most}.items())))


def _counted(world: World, promise: RetentionPromise, answers: Answers) -> Counts:
    """Rows by part: in each table the most that any datum has, and the tables together."""
    most: dict[tuple[object, str], int] = {}
    for look in looks(world):
        answer = answers.tallies(look.question)
        if look.promise != promise or isinstance(answer, Silence):
            continue
        for name, tally in answer.parts:
            where = ((look.table.store, look.table.name), name)
            most[where] = max(most.get(where, 0), tally.rows)
    total: dict[str, int] = {}
    for (_, name), rows in most.items():
        said = "cannot tell" if name in DOUBTS else name
        total[said] = total.get(said, 0) + rows
    return total


def gone_too_early(
    world: World, promise: RetentionPromise, answers: Answers, entries: Sequence[Entry]
) -> Iterator[Finding]:
    """A law still demands these years whole: fewer rows than the log remembers is a deviation (AWR 52)."""
    if promise.at_least is None or _half_blind(world, promise, answers):
        return
    now = _counted(world, promise, answers)
    for name, rows in _norm(world, promise, entries).items():
        year = name.removeprefix(YEAR)
        if name not in now:
            what = words.year_not_counted(year, promise.at_least.article)
            yield finding_of(promise, Verdict.CANNOT_TELL, "year-not-counted", what)
        elif now[name] < rows:
            what = words.gone_too_early(rows - now[name], year, promise.at_least.article)
            yield finding_of(promise, Verdict.DEVIATION, "gone-too-early", what, rows - now[name])


def _norm(world: World, promise: RetentionPromise, entries: Sequence[Entry]) -> Counts:
    """How many rows each year must have that the law still demands: as last checked, or accounted for since."""
    if promise.at_least is None:
        return {}
    today = world.now.astimezone(world.zone).date()
    demanded = {f"{YEAR}{year}" for year in demanded_years(promise.at_least.limit.term, today)}
    mine = [entry for entry in entries if entry.promise == promise.id]
    checked = max((entry for entry in mine if entry.kind is Kind.CHECKED), key=_at, default=None)
    accounts = [entry for entry in mine if entry.kind is Kind.ACCOUNTED]
    since = [entry for entry in accounts if checked is None or entry.at >= checked.at]
    told = [entry for entry in (checked, *sorted(since, key=_at)) if entry]
    norm = {name: rows for entry in told for name, rows in entry.counts}
    return {name: rows for name, rows in norm.items() if name in demanded}


def _at(entry: Entry) -> datetime:
    return entry.at


def _half_blind(world: World, promise: RetentionPromise, answers: Answers) -> bool:
    """Some of the promise's data could not be looked at."""
    silent = (look for look in looks(world) if isinstance(answers.tallies(look.question), Silence))
    away = any(word in promise.data for _, word in world.bound.out_of_reach)
    return away or any(look.promise == promise for look in silent)


def _is_year(name: str) -> bool:
    return name.startswith(YEAR)


def finding_of(promise: RetentionPromise, verdict: Verdict, code: str, what: Text, rows: int = 0) -> Finding:
    """A finding about a promise, with its sentence and its place in the statement."""
    return Finding(verdict, code, what, promise.id, promise.sentence, promise.place, rows)
