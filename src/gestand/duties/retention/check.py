"""Was the promise kept? Both ways: nothing there too long, and nothing gone that a law demands."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from gestand.clock.cutoff import last_day
from gestand.core.entry import Entry
from gestand.core.finding import Finding, Verdict
from gestand.core.promise import LegalMinimum, RetentionPromise
from gestand.core.question import Answers, Silence, Tallies, Tally
from gestand.core.text import Text
from gestand.duties.retention import words
from gestand.duties.retention.activity import activity_goes_first
from gestand.duties.retention.look import Look, looks
from gestand.duties.retention.years import finding_of, gone_too_early
from gestand.duties.rows.holding import in_the_dark
from gestand.duties.rows.laws import laws_on
from gestand.duties.world import World

NO_ROWS = Tally(0)


@dataclass(frozen=True)
class Seen:
    """All looks of one promise at one table, answered."""

    promise: RetentionPromise
    table: str
    looks: tuple[tuple[Look, Tallies], ...]

    def most(self, part: str) -> tuple[Tally, tuple[str, ...]]:
        """The largest tally of a part over the data, and the words of the data that have any."""
        found = [(look, _part(tallies, part)) for look, tallies in self.looks]
        having = tuple(data.data for look, tally in found if tally.rows for data in look.group)
        return max((tally for _, tally in found), key=lambda tally: tally.rows), having


def _names(world: World, data: Iterable[str]) -> Text:
    return words.quoted(world.called(word) for word in data)


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


def _judge(
    world: World,
    promise: RetentionPromise,
    every: tuple[Look, ...],
    answers: Answers,
    entries: Sequence[Entry],
) -> Iterator[Finding]:
    mine = [look for look in every if look.promise == promise]
    seen = tuple(_seen(promise, mine, answers))
    found = [*_out_of_sight(world, promise, mine, answers)]
    found += [finding for table in seen for finding in _table_findings(world, table)]
    found += gone_too_early(world, promise, answers, entries)
    found += activity_goes_first(world, promise)
    yield from found
    if mine and not _grave(found):
        tables = ", ".join(table.table for table in seen)
        yield finding_of(promise, Verdict.KEPT, "kept", words.nothing_past(tables))


def _out_of_sight(
    world: World, promise: RetentionPromise, mine: list[Look], answers: Answers
) -> Iterator[Finding]:
    """What cannot be told because nobody answers, or nobody says where the data are."""
    silences = (answers.tallies(look.question) for look in mine)
    for silence in dict.fromkeys(answer for answer in silences if isinstance(answer, Silence)):
        what = words.store_silent(silence.store, silence.reason)
        yield finding_of(promise, Verdict.CANNOT_TELL, "store-silent", what)
    yield from _data_elsewhere(world, promise, in_part=bool(mine))


def _data_elsewhere(world: World, promise: RetentionPromise, in_part: bool) -> Iterator[Finding]:
    """Datum by datum: what lies in a store that is away, in a person's hands, or nowhere that the map tells of.

    What a person keeps by hand is on that person's list, as the reach says first; a promise of which nothing
    else could be checked cannot be told.
    """
    away = [(store, word) for store, word in world.bound.out_of_reach if word in promise.data]
    for name in dict.fromkeys(store for store, _ in away):
        data = _names(world, (word for store, word in away if store == name))
        what = words.store_away(name, data, world.silence(name).reason)
        yield finding_of(promise, Verdict.CANNOT_TELL, "store-away", what)
    hands = [(store, word) for store, word in world.bound.in_hands if word in promise.data]
    for name in dict.fromkeys(store for store, _ in hands):
        data = _names(world, (word for store, word in hands if store == name))
        what = words.kept_by_hand(data, name)
        verdict = Verdict.RUNNING if in_part else Verdict.CANNOT_TELL
        yield finding_of(promise, verdict, "kept-by-hand", what)
    told = {data.data for table in world.bound.tables for data in table.data}
    told |= {word for _, word in (*away, *hands)}
    unmapped = tuple(word for word in promise.data if word not in told)
    if unmapped:
        what = words.not_mapped(", ".join(unmapped))
        yield finding_of(promise, Verdict.CANNOT_TELL, "not-mapped", what)


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
        what = words.too_long(past.rows, seen.table, _names(world, data), past.earliest)
        yield finding_of(promise, Verdict.DEVIATION, "kept-too-long", what, past.rows)
    due, _ = seen.most("due")
    if due.rows > past.rows:
        what = words.due(due.rows - past.rows, seen.table)
        yield finding_of(promise, Verdict.RUNNING, "due", what, due.rows - past.rows)
    yield from _unknown(world, seen)
    yield from _explained(world, seen)


def _unknown(world: World, seen: Seen) -> Iterator[Finding]:
    promise = seen.promise
    unknown, _ = seen.most("cannot tell")
    if unknown.rows:
        what = words.moment_unknown(unknown.rows, seen.table, promise.kept.moment)
        yield finding_of(promise, Verdict.CANNOT_TELL, "moment-unknown", what, unknown.rows)
    doubted, _ = seen.most("law unknown")
    if doubted.rows:
        laws = _laws_behind(world, seen, "law unknown")
        what = words.law_unknown(
            doubted.rows,
            seen.table,
            tuple(law.article for law in laws),
            tuple(law.limit.moment for law in laws),
        )
        yield finding_of(promise, Verdict.CANNOT_TELL, "law-unknown", what, doubted.rows)
    yield from _whose(world, seen)
    unclaimed, data = seen.most("unclaimed")
    if unclaimed.rows:
        what = words.no_promise_speaks(unclaimed.rows, seen.table, _names(world, data))
        yield finding_of(promise, Verdict.CANNOT_TELL, "no-promise-speaks", what, unclaimed.rows)


def _whose(world: World, seen: Seen) -> Iterator[Finding]:
    """Rows that a hold may be for; nothing in their table tells."""
    dark, data = seen.most("hold unknown")
    if dark.rows:
        among = [(look.table, one) for look, _ in seen.looks for one in look.group]
        holds = [hold for hold in world.holds if any(in_the_dark(table, one, hold) for table, one in among)]
        names = ", ".join(hold.id for hold in holds)
        what = words.hold_unknown(dark.rows, seen.table, _names(world, data), names)
        yield finding_of(seen.promise, Verdict.CANNOT_TELL, "hold-unknown", what, dark.rows)


def _explained(world: World, seen: Seen) -> Iterator[Finding]:
    yield from _by_law(world, seen)
    yield from _by_hold(world, seen)
    waiting, _ = seen.most("emptied")
    if waiting.rows:
        what = words.emptied(waiting.rows, seen.table)
        yield finding_of(seen.promise, Verdict.EXPLAINED, "emptied", what, waiting.rows)


def _by_law(world: World, seen: Seen) -> Iterator[Finding]:
    law, _ = seen.most("kept by law")
    if not law.rows:
        return
    laws = _laws_behind(world, seen, "kept by law")
    until = max(last_day(demanded.limit.term, law.latest) for demanded in laws) if law.latest else None
    what = words.kept_by_law(law.rows, seen.table, tuple(demanded.article for demanded in laws), until)
    yield finding_of(seen.promise, Verdict.EXPLAINED, "kept-by-law", what, law.rows)


def _laws_behind(world: World, seen: Seen, part: str) -> tuple[LegalMinimum, ...]:
    looks = [look for look, tallies in seen.looks if _part(tallies, part).rows]
    return tuple(dict.fromkeys(law for look in looks for law in laws_on(world, look.group[0])))


def _by_hold(world: World, seen: Seen) -> Iterator[Finding]:
    held, _ = seen.most("held")
    if not held.rows:
        return
    covering = [hold for hold in world.holds if any(hold.covers(data) for data in seen.promise.data)]
    names = ", ".join(hold.id for hold in covering or world.holds)
    review = min(hold.review for hold in covering or world.holds)
    what = words.held_back(held.rows, seen.table, names, review, review < _today(world))
    yield finding_of(seen.promise, Verdict.EXPLAINED, "held", what, held.rows)


def _part(tallies: Tallies, name: str) -> Tally:
    return dict(tallies.parts).get(name, NO_ROWS)


def _today(world: World) -> date:
    return world.now.astimezone(world.zone).date()
