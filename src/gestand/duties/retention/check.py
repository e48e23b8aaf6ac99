"""Was the promise kept? Both ways: nothing there too long, and nothing gone that a law demands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from gestand.clock.cutoff import last_day
from gestand.core.entry import Entry, Kind
from gestand.core.finding import Finding, Verdict
from gestand.core.promise import RetentionPromise
from gestand.core.question import Answers, Silence, Tallies, Tally
from gestand.core.text import Text
from gestand.duties.retention import words
from gestand.duties.retention.look import Look, looks
from gestand.duties.world import World

NO_ROWS = Tally(0)


@dataclass(frozen=True)
class Seen:
    """All looks of one promise at one table, answered."""

    promise: RetentionPromise
    table: str
    looks: tuple[tuple[Look, Tallies], ...]

    def most(self, part: str) -> tuple[Tally, str]:
        """The largest tally of a part over the data, and the words of the data that have any."""
        found = [(look.data.data, _part(tallies, part)) for look, tallies in self.looks]
        having = [data for data, tally in found if tally.rows]
        return max((tally for _, tally in found), key=lambda tally: tally.rows), ", ".join(having)


def check(world: World, answers: Answers, entries: Sequence[Entry]) -> tuple[Finding, ...]:
    """The findings of every promise, in the statement's order, gravest first within one."""
    every = looks(world)
    order = list(Verdict)
    return tuple(
        finding
        for promise in world.promises
        for finding in sorted(
            _judge(world, promise, every, answers, entries), key=lambda finding: order.index(finding.verdict)
        )
    )


def counts(world: World, answers: Answers) -> dict[str, tuple[tuple[str, int], ...]]:
    """What the log keeps of a check: by promise, the rows past, due, kept by law, held, unknown, and by year."""
    totals: dict[str, dict[str, int]] = {}
    for look in looks(world):
        answer = answers.tallies(look.question)
        if isinstance(answer, Silence):
            continue
        mine = totals.setdefault(look.promise.id, {})
        for name, tally in answer.parts:
            mine[name] = mine.get(name, 0) + tally.rows
    return {promise: tuple(sorted(parts.items())) for promise, parts in totals.items()}


def _judge(
    world: World,
    promise: RetentionPromise,
    every: tuple[Look, ...],
    answers: Answers,
    entries: Sequence[Entry],
) -> Iterator[Finding]:
    mine = [look for look in every if look.promise == promise]
    silent = {
        answer.store: answer for look in mine if isinstance(answer := answers.tallies(look.question), Silence)
    }
    for silence in silent.values():
        reason = Text(silence.reason, silence.reason)
        yield _finding(promise, Verdict.CANNOT_TELL, "store-silent", reason)
    seen = tuple(_seen(promise, mine, answers))
    found = [finding for table in seen for finding in _table_findings(world, table)]
    found.extend(_gone_too_early(world, promise, answers, entries))
    yield from found
    if not mine:
        yield _finding(promise, Verdict.CANNOT_TELL, "not-mapped", words.not_mapped())
    elif not silent and not _grave(found):
        tables = ", ".join(table.table for table in seen)
        yield _finding(promise, Verdict.KEPT, "kept", words.nothing_past(tables))


def _grave(findings: list[Finding]) -> bool:
    return any(finding.verdict in (Verdict.DEVIATION, Verdict.CANNOT_TELL) for finding in findings)


def _seen(promise: RetentionPromise, mine: list[Look], answers: Answers) -> Iterator[Seen]:
    for _, group in groupby(mine, key=lambda look: (look.table.store, look.table.name)):
        members = list(group)
        answered = [(look, answers.tallies(look.question)) for look in members]
        told = tuple((look, answer) for look, answer in answered if isinstance(answer, Tallies))
        if told:
            yield Seen(promise, f"{members[0].table.name} ({members[0].table.store})", told)


def _table_findings(world: World, seen: Seen) -> Iterator[Finding]:
    promise = seen.promise
    past, data = seen.most("deviation")
    if past.rows:
        what = words.too_long(past.rows, seen.table, data, past.earliest)
        yield _finding(promise, Verdict.DEVIATION, "kept-too-long", what, past.rows)
    due, _ = seen.most("due")
    if due.rows > past.rows:
        what = words.due_today(due.rows - past.rows, seen.table)
        yield _finding(promise, Verdict.RUNNING, "due-today", what, due.rows - past.rows)
    yield from _unknown(seen)
    yield from _explained(world, seen)


def _unknown(seen: Seen) -> Iterator[Finding]:
    promise = seen.promise
    unknown, _ = seen.most("cannot tell")
    if unknown.rows:
        what = words.moment_unknown(unknown.rows, seen.table, promise.kept.moment)
        yield _finding(promise, Verdict.CANNOT_TELL, "moment-unknown", what, unknown.rows)
    unclaimed, _ = seen.most("unclaimed")
    if unclaimed.rows:
        what = words.no_promise_speaks(unclaimed.rows, seen.table)
        yield _finding(promise, Verdict.CANNOT_TELL, "no-promise-speaks", what, unclaimed.rows)


def _explained(world: World, seen: Seen) -> Iterator[Finding]:
    promise = seen.promise
    law, _ = seen.most("kept by law")
    if law.rows and promise.at_least is not None:
        until = last_day(promise.at_least.limit.term, law.latest or _today(world))
        what = words.kept_by_law(law.rows, seen.table, promise.at_least.article, until)
        yield _finding(promise, Verdict.EXPLAINED, "kept-by-law", what, law.rows)
    held, _ = seen.most("held")
    if held.rows:
        covering = [hold for hold in world.holds if any(hold.covers(data) for data in promise.data)]
        names = ", ".join(hold.id for hold in covering)
        review = min(hold.review for hold in covering or world.holds)
        what = words.held_back(held.rows, seen.table, names, review)
        yield _finding(promise, Verdict.EXPLAINED, "held", what, held.rows)
    waiting, _ = seen.most("emptied")
    if waiting.rows:
        what = words.emptied(waiting.rows, seen.table)
        yield _finding(promise, Verdict.EXPLAINED, "emptied", what, waiting.rows)


def _gone_too_early(
    world: World, promise: RetentionPromise, answers: Answers, entries: Sequence[Entry]
) -> Iterator[Finding]:
    """A law still demands these years whole: fewer rows than the log remembers is a deviation (AWR 52)."""
    if promise.at_least is None:
        return
    now = dict(counts(world, answers).get(promise.id, ()))
    before = next(
        (dict(entry.counts) for entry in reversed(entries) if _counted(entry, promise)),
        {},
    )
    for name, rows in before.items():
        if name.startswith("year ") and name in now and now[name] < rows:
            what = words.gone_too_early(
                rows - now[name], name.removeprefix("year "), promise.at_least.article
            )
            yield _finding(promise, Verdict.DEVIATION, "gone-too-early", what, rows - now[name])


def _counted(entry: Entry, promise: RetentionPromise) -> bool:
    return entry.kind is Kind.CHECKED and entry.promise == promise.id


def _finding(promise: RetentionPromise, verdict: Verdict, code: str, what: Text, rows: int = 0) -> Finding:
    return Finding(verdict, code, what, promise.id, promise.sentence, promise.place, rows)


def _part(tallies: Tallies, name: str) -> Tally:
    return dict(tallies.parts).get(name, NO_ROWS)


def _today(world: World) -> date:
    return world.now.astimezone(world.zone).date()
