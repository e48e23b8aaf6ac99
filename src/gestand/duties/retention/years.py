"""What a check counts for the log, and whether rows of a year are gone that a law still demands."""

from collections.abc import Iterator, Mapping, Sequence

from gestand.core.entry import Entry, Kind
from gestand.core.finding import Finding, Verdict
from gestand.core.promise import RetentionPromise
from gestand.core.question import Answers, Silence
from gestand.core.text import Text
from gestand.duties.retention import words
from gestand.duties.retention.look import looks
from gestand.duties.world import World

Counts = Mapping[str, int]
DOUBTS = ("hold unknown", "law unknown")
"""Shares of rows that the log counts under "cannot tell"."""


def counts(
    world: World, answers: Answers, entries: Sequence[Entry] = ()
) -> dict[str, tuple[tuple[str, int], ...]]:
    """What the log keeps of a check: by promise, the rows past, due, kept by law, held, unknown, and by year.

    Where not everything could be seen, the years keep the numbers of the last check that saw them.
    """
    seen = {promise.id: dict(_counted(world, promise, answers)) for promise in world.promises}
    for promise in world.promises:
        if _half_blind(world, promise, answers):
            mine = {name: rows for name, rows in seen[promise.id].items() if not _is_year(name)}
            seen[promise.id] = {**mine, **_years_before(promise, entries)}
    return {promise: tuple(sorted(parts.items())) for promise, parts in seen.items() if parts}


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
    for name, rows in _years_before(promise, entries).items():
        if name in now and now[name] < rows:
            missing = rows - now[name]
            what = words.gone_too_early(missing, name.removeprefix("year "), promise.at_least.article)
            yield finding_of(promise, Verdict.DEVIATION, "gone-too-early", what, missing)


def _years_before(promise: RetentionPromise, entries: Sequence[Entry]) -> Counts:
    mine = [entry for entry in entries if entry.kind is Kind.CHECKED and entry.promise == promise.id]
    return {name: rows for name, rows in mine[-1].counts if _is_year(name)} if mine else {}


def _half_blind(world: World, promise: RetentionPromise, answers: Answers) -> bool:
    """Some of the promise's data could not be looked at."""
    silent = (look for look in looks(world) if isinstance(answers.tallies(look.question), Silence))
    away = any(word in promise.data for _, word in world.bound.out_of_reach)
    return away or any(look.promise == promise for look in silent)


def _is_year(name: str) -> bool:
    return name.startswith("year ")


def finding_of(promise: RetentionPromise, verdict: Verdict, code: str, what: Text, rows: int = 0) -> Finding:
    """A finding about a promise, with its sentence and its place in the statement."""
    return Finding(verdict, code, what, promise.id, promise.sentence, promise.place, rows)
