"""The path: promises, plan, keep, check, tell. Read this file first.

A duty asks and plans without touching anything; the keeper asks the stores, acts, and writes evidence.
`plan` is the dry run; only `keep` changes anything of the company's, and never beyond plan and limit.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from gestand import guard, watch
from gestand.core.action import Action, Erase, Level, Mode, Pace
from gestand.core.entry import Entry, Kind
from gestand.core.errors import StoreAway, StoreError, StoreReadOnly
from gestand.core.finding import Finding, Reach
from gestand.core.hold import Hold
from gestand.core.plan import Kept, Outcome, Plan, Sweep, promises_of, touched
from gestand.core.ports import Records, Store
from gestand.core.promise import Promise
from gestand.core.question import Answer, Answers, Count, Observe, Question, Silence, Tallies
from gestand.core.schema import Schema
from gestand.core.told import Approve, Approved, BeginHold, EndHold, Told
from gestand.datamap.bind import bind
from gestand.datamap.hints import hints
from gestand.datamap.parse import DataMap
from gestand.duties import retention
from gestand.duties.world import World
from gestand.statement.model import Statement

Watcher = Callable[[Action, int], None]
"""Is told after every batch which action runs, and how many rows it has changed so far."""


def _rows(answers: Answers, question: Count | None) -> int | None:
    answer = answers.tallies(question) if question else None
    return answer["rows"].rows if isinstance(answer, Tallies) else None


def _charge(action: Action, rows: int) -> int:
    """What so many rows of an action's table count for, with their share of the rows that go along."""
    return -(-rows * touched(action) // action.rows)


def unwatched(action: Action, rows: int) -> None:
    """Nobody looks on."""


@dataclass(frozen=True)
class Checked:
    """What `check` saw: the reach first, then the findings."""

    reach: Reach
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Keeper:
    """Keeps one company's promises. Every method takes the time; nothing here knows it otherwise."""

    statement: Statement
    data_map: DataMap
    stores: Mapping[str, Store]
    records: Records
    zone: ZoneInfo
    rhythm: Mapping[str, timedelta] = field(default_factory=dict)

    def promises(self) -> tuple[Promise, ...]:
        """What the statement promises."""
        return retention.promises(self.statement)

    def world(self, now: datetime) -> World:
        """Look at every store, tie the data map to what is there. Raises DataMapError."""
        looks = {name: self._ask(Observe(name)) for name in self.stores}
        schemas = {name: seen for name, seen in looks.items() if isinstance(seen, Schema)}
        silent = tuple(look for look in looks.values() if isinstance(look, Silence))
        bound = bind(self.data_map, self.statement, schemas)
        today = now.astimezone(self.zone).date()
        holds, yesterdays = self.records.holds(today), self.records.holds(today - timedelta(days=1))
        ended = tuple(hold for hold in yesterdays if hold not in holds)
        names = {word: datum.text for word, datum in self.statement.data.items()}
        return World(self.promises(), bound, now, self.zone, holds, ended, silent, names)

    def plan(self, now: datetime) -> Plan:
        """What keeping takes today. Changes nothing of the company's."""
        return self._planned(self.world(now))

    def _planned(self, world: World) -> Plan:
        answers = self._answers(lambda so_far: retention.ask(world, so_far))
        plan = guard.weigh(world, retention.plan(world, answers), self.statement.digest, self.records)
        self.records.remember(plan)
        return plan

    def keep(
        self,
        now: Callable[[], datetime],
        allowed: guard.Allowed,
        mode: Mode = Mode.POLITE,
        watcher: Watcher = unwatched,
    ) -> Kept:
        """Do today's plan, as far as it is allowed. Raises PlanChanged, TooMuch, AnotherKeeper."""
        with self.records.lease(now()) as beat:
            self._close_what_a_dead_keeper_left(now())
            world = self.world(now())
            plan = self._planned(world)
            work = guard.admit(plan, allowed, self.records)
            sweeps = {arrears.sweep.promise: arrears.sweep for arrears in plan.arrears}
            run = Run(self, now, beat, watcher, mode, sweeps)
            outcomes = tuple(run.act(work.actions, work.most))
            kept = Kept(plan, outcomes, work.waiting)
            self._finish(kept, world, now())
            return kept

    def check(self, now: datetime) -> Checked:
        """How the promises stand. Read rights are enough."""
        world = self.world(now)
        answers = self._answers(lambda _: retention.ask_for_check(world))
        lasts = (self.records.last(Kind.CHECKED, promise.id) for promise in world.promises)
        earlier = tuple(entry for entry in lasts if entry)
        found = retention.check(world, answers, earlier)
        found += (*watch.neglected(world, self.records, self.rhythm), *watch.drifted(world, self.records))
        self._log_check(world, retention.counts(world, answers, earlier), found, now)
        return Checked(watch.reach(world, self.statement), found + hints(world.bound))

    def tell(self, told: Told, now: datetime) -> Approved | None:
        """Take in what happened outside: an approval, a hold that begins or ends."""
        match told:
            case Approve():
                return self.records.approve(told, now)
            case BeginHold(hold):
                self.records.hold(hold, now)
            case EndHold(hold_id):
                self.records.release(hold_id, now.astimezone(self.zone).date(), now)
            case _:
                assert_never(told)
        return None

    def drift(self, now: datetime) -> tuple[Finding, ...]:
        """How the mapped databases differ from what was last accepted."""
        return tuple(watch.drifted(self.world(now), self.records))

    def reach_of(self, hold: Hold, now: datetime) -> tuple[tuple[str, int | None], ...]:
        """How many rows of each table a hold would keep; None where the map cannot tell whose the rows are."""
        world = replace(self.world(now), holds=(hold,))
        asked = retention.rows_held(world)
        answers = self._answers(lambda _: tuple(question for _, question in asked if question))
        return tuple((table, _rows(answers, question)) for table, question in asked)

    def _ask(self, question: Question) -> Answer:
        try:
            return self.stores[question.store].answer(question)
        except StoreError as trouble:
            return Silence(question.store, str(trouble), isinstance(trouble, StoreAway))

    def _answers(self, ask: Callable[[Answers], tuple[Question, ...]]) -> Answers:
        """Ask in rounds, until nothing new is asked. A store that was away once is not asked again."""
        given: dict[Question, Answer] = {}
        away: dict[str, Silence] = {}
        while new := [question for question in ask(Answers(given)) if question not in given]:
            for question in new:
                answer = away.get(question.store) or self._ask(question)
                given[question] = answer
                if isinstance(answer, Silence) and answer.away:
                    away[question.store] = answer
        return Answers(given)

    def _close_what_a_dead_keeper_left(self, now: datetime) -> None:
        for entry in self.records.unfinished():
            self.records.write(
                Entry(Kind.FAILED, now, entry.promise, action=entry.action, word="interrupted")
            )

    def _finish(self, kept: Kept, world: World, now: datetime) -> None:
        for sweep in guard.finished(kept, world, self.records):
            self.records.finish(sweep, now)
        for store in world.bound.stores:
            if self.records.schema(store.name) is None:
                self.records.keep_schema(store.name, store.schema, now)
        totals = (("promises", len(self.promises())), ("rows", kept.rows))
        self.records.write(Entry(Kind.DONE, now, statement=self.statement.digest, counts=totals))

    def _log_check(
        self,
        world: World,
        seen: Mapping[str, tuple[tuple[str, int], ...]],
        found: tuple[Finding, ...],
        now: datetime,
    ) -> None:
        self.records.write(
            *(
                Entry(
                    Kind.CHECKED,
                    now,
                    promise.id,
                    self.statement.digest,
                    counts=seen.get(promise.id, ()),
                    word=watch.gravest(found, promise.id),
                )
                for promise in world.promises
            )
        )


@dataclass(frozen=True)
class Run:
    """One keeping under way: acts, and logs each action as intended before and as done after."""

    keeper: Keeper
    now: Callable[[], datetime]
    beat: Callable[[datetime], None]
    watcher: Watcher
    mode: Mode
    approved: Mapping[str, Sweep]

    def act(self, actions: tuple[Action, ...], most: int) -> Iterator[Outcome]:
        """Do the actions in order, at most `most` rows in all, those that go along reckoned by their average.

        A store that is away or read-only is left alone from then on; one that refuses an action is not.
        """
        gone: set[str] = set()
        for action in actions:
            if action.store in gone or most <= 0:
                continue
            outcome = self._one(action, min(action.rows, max(1, most * action.rows // touched(action))))
            most -= _charge(action, outcome.rows)
            if outcome.gone:
                gone.add(action.store)
            yield outcome

    def _one(self, action: Action, most: int) -> Outcome:
        digest = self.keeper.records.digest(action)
        self._log(Kind.INTENDED, action, digest, (("planned", action.rows),), type(action).__name__.lower())
        done, level = 0, Level.LOGICAL
        try:
            for batch in self.keeper.stores[action.store].perform(action, Pace(self.mode, most)):
                done, level = done + batch.rows, batch.level
                self.beat(self.now())
                self.watcher(action, done)
        except StoreError as trouble:
            self._log(Kind.FAILED, action, digest, (("rows", done),), type(trouble).__name__)
            gone = isinstance(trouble, StoreAway | StoreReadOnly)
            return Outcome(action, done, None, level, str(trouble), gone)
        except KeyboardInterrupt:  # at least so many rows: one more batch may have ended just now
            self._log(Kind.FAILED, action, digest, (("rows", done),), "interrupted")
            raise
        finally:
            self._use_approvals(action, done)
        left = self._recount(action)
        changed = ("erased" if isinstance(action, Erase) else "blanked", done)
        counts = (changed,) if left is None else (changed, ("left", left))
        self._log(Kind.DONE, action, digest, counts, level.value)
        return Outcome(action, done, left, level)

    def _use_approvals(self, action: Action, rows: int) -> None:
        for promise in promises_of(action):
            if promise in self.approved:
                self.keeper.records.use(self.approved[promise], _charge(action, rows))

    def _recount(self, action: Action) -> int | None:
        answer = self.keeper._ask(retention.rows_of(action))
        return answer["rows"].rows if isinstance(answer, Tallies) else None

    def _log(
        self, kind: Kind, action: Action, digest: str, counts: tuple[tuple[str, int], ...], word: str
    ) -> None:
        at, statement = self.now(), self.keeper.statement.digest
        self.keeper.records.write(Entry(kind, at, action.promise, statement, digest, counts, word))
