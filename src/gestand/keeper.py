"""The path: promises, plan, keep, check, tell. Read this file first.

A duty asks and plans without touching anything; the keeper asks the stores, acts, and writes evidence.
`plan` is the dry run; only `keep` changes anything of the company's, and never beyond plan and limit.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import assert_never
from zoneinfo import ZoneInfo

from gestand import guard, watch
from gestand.asking import Asking
from gestand.core.action import Mode
from gestand.core.case import Case
from gestand.core.caseports import Cases
from gestand.core.entry import Counted, Entry, Kind
from gestand.core.errors import ClockRanAhead, NotInTheBook
from gestand.core.finding import Finding, Reach
from gestand.core.hold import Hold
from gestand.core.plan import Kept, Plan
from gestand.core.ports import Records, Store
from gestand.core.promise import RetentionPromise
from gestand.core.question import Answers, Observe, Silence
from gestand.core.request import Right
from gestand.core.schema import Schema
from gestand.core.text import Text
from gestand.core.told import AcceptDrift, Account, Approve, Approved, BeginHold, ClockIsRight, EndHold, Told
from gestand.core.use import Use
from gestand.datamap.bind import bind_each
from gestand.datamap.hints import hints
from gestand.datamap.parse import DataMap
from gestand.duties import requests, retention
from gestand.duties.world import World
from gestand.glance import Glance, Looked
from gestand.run import Run, Watcher, unwatched
from gestand.statement.model import Statement
from gestand.statement.uses import given, uses

TOO_EARLY = "gone-too-early"
"""The code of the one deviation that a person can account for."""


@dataclass(frozen=True)
class Checked:
    """What `check` saw: the reach first, then the findings."""

    reach: Reach
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Said:
    """What the statement says, as every world has it."""

    promises: tuple[RetentionPromise, ...]
    names: Mapping[str, Text]
    uses: Mapping[str, tuple[Use, ...]]
    given: frozenset[str]


@dataclass(frozen=True)
class Keeper:
    """Keeps one company's promises. Every method takes the time; nothing here knows it otherwise."""

    statement: Statement
    data_map: DataMap
    stores: Mapping[str, Store]
    records: Records
    zone: ZoneInfo
    rhythm: Mapping[str, timedelta] = field(default_factory=dict)
    cases: Cases | None = None
    glance: Glance = field(default_factory=Glance)

    def promises(self) -> tuple[RetentionPromise, ...]:
        """What the statement promises."""
        return retention.promises(self.statement)

    @property
    def asking(self) -> Asking:
        return Asking(self.stores)

    @property
    def asking_of_one(self) -> Asking:
        """The same, for questions about one person."""
        return Asking(self.stores, at_once=True)

    def world(self, now: datetime, case: Case | None = None) -> World:
        """Look at every store, tie the data map to what is there. Raises DataMapError when it fits none.

        A case makes do with a look of the last minute: a column that went since is refused by its store.
        """
        if case is None:
            return self._world(now, self.asking)
        return replace(self._of(self._glanced(now), now, self.glance.holds_in(self.records)), case=case)

    def world_of_letters(self, now: datetime, case: Case) -> World:
        """The same for a letter, in which nothing is weighed: no hold is looked at."""
        return replace(self._of(self._glanced(now), now, ()), case=case)

    def was_ever_done(self, promise: str) -> bool:
        """Something was done for this promise; what was once, is not looked up again."""
        done = self.glance.done
        if promise not in done and self.records.last(Kind.DONE, promise):
            done.add(promise)
        return promise in done

    def _glanced(self, now: datetime) -> Looked:
        return self.glance.recent(now) or self.glance.keep(self._look(self.asking), now)

    def plan(self, now: datetime) -> Plan:
        """What keeping takes today. Changes nothing of the company's."""
        return self._plan(self.world(now), self.asking)

    def keep(
        self,
        now: Callable[[], datetime],
        allowed: guard.Allowed,
        mode: Mode = Mode.POLITE,
        watcher: Watcher = unwatched,
    ) -> Kept:
        """Do today's plan, as far as it is allowed. Raises PlanChanged, TooMuch, AnotherKeeper."""
        with self.records.lease(now()) as beat:
            asking, mark = Asking(self.stores, lambda: beat(now())), self.records.holds_mark()
            self._close_what_a_dead_keeper_left(now())
            world = self._world(now(), asking)
            plan = self._plan(world, asking)
            work = guard.admit(plan, allowed, self.records)
            sweeps = {arrears.sweep.promise: arrears.sweep for arrears in plan.arrears}
            run = Run(world, plan.statement, self.records, asking, now, beat, watcher, mode, sweeps, mark)
            kept = Kept(plan, tuple(run.act(work.actions, work.most)), work.waiting)
            self._finish(kept, world, now())
            return kept

    def check(self, now: datetime) -> Checked:
        """How the promises stand. Read rights are enough."""
        # here, for plan and keep have no use of its lexicon
        from gestand.datamap.suggest.unmentioned import unmentioned

        world = self.world(now)
        answers, earlier = self._seen(world)
        found = retention.check(world, answers, earlier)
        found += (*watch.neglected(world, self.records, self.rhythm), *watch.drifted(world, self.records))
        found += tuple(watch.accounted(world, self.records))
        found += self._log_check(retention.counts(world, answers, earlier), found, now)
        found += self._requests(now)
        found += hints(world.bound) + unmentioned(self.data_map, self.statement, world.bound.stores)
        return Checked(watch.reach(world, self.statement), watch.in_order(world, found))

    def _requests(self, now: datetime) -> tuple[Finding, ...]:
        if self.cases is None:
            return ()
        counts = self.cases.counts(now, now + requests.SOON)
        return requests.check(requests.promises(self.statement), counts, self.zone)

    def tell(self, told: Told, now: datetime) -> Approved | None:
        """Take in what happened outside: an approval, a hold, a clock, an account, a drift that is accepted."""
        match told:
            case Approve():
                return self.records.approve(told, now)
            case BeginHold(hold):
                self.records.hold(hold, now)
            case EndHold(hold_id):
                self.records.release(hold_id, now.astimezone(self.zone).date(), now)
            case ClockIsRight():
                self.records.write(Entry(Kind.CLOCK, now, word="the clock is right"))
            case Account():
                self._account(told, now)
            case AcceptDrift():
                schemas = {store.name: store.schema for store in self.world(now).bound.stores}
                self.records.accept(told, schemas, now)
            case _:
                assert_never(told)
        return None

    def _account(self, told: Account, now: datetime) -> None:
        """Rows that a law still demanded are gone, and somebody says why: what is there now is the new norm."""
        world = self.world(now)
        answers, earlier = self._seen(world)
        found = retention.check(world, answers, earlier)
        missing = sum(
            finding.rows for finding in found if (finding.promise, finding.code) == (told.promise, TOO_EARLY)
        )
        if not missing:
            raise NotInTheBook(
                f"No rows of {told.promise} went too early, so there is nothing to account for. What is kept too long "
                "is never explained away: `gestand plan` shows what to do about it."
            )
        present = (one for one in retention.counts(world, answers) if one.promise == told.promise)
        years = tuple(count for one in present for count in one.counts if count[0].startswith("year "))
        self.records.account(told, missing, years, now)

    def _seen(self, world: World) -> tuple[Answers, tuple[Entry, ...]]:
        """What a check judges by: the answers of today, and of each promise the last check and the last account."""
        answers = self.asking.rounds(lambda _: retention.ask_for_check(world))
        kinds = (Kind.CHECKED, Kind.ACCOUNTED)
        lasts = (self.records.last(kind, promise.id) for promise in world.promises for kind in kinds)
        return answers, tuple(sorted((entry for entry in lasts if entry), key=lambda entry: entry.at))

    def drift(self, now: datetime) -> tuple[Finding, ...]:
        """How the mapped databases differ from what was last accepted, and which could not be looked at."""
        world = self.world(now)
        return (*watch.drifted(world, self.records), *watch.unseen(world))

    def reach_of(self, hold: Hold, now: datetime) -> tuple[tuple[str, int | None], ...]:
        """How many rows of each table a hold would keep; None where the map cannot tell whose the rows are."""
        world = replace(self.world(now), holds=(hold,))
        asked = retention.rows_held(world)
        return tuple((table, self.asking.rows(question) if question else None) for table, question in asked)

    def _world(self, now: datetime, asking: Asking) -> World:
        return self._of(self._look(asking), now, self.records.holds())

    def _look(self, asking: Asking) -> Looked:
        looks = {name: asking.one(Observe(name)) for name in self.stores}
        schemas = {name: seen for name, seen in looks.items() if isinstance(seen, Schema)}
        silent = tuple(look for look in looks.values() if isinstance(look, Silence))
        bound, misfits = bind_each(self.data_map, self.statement, schemas)
        return Looked(bound, (*silent, *misfits))

    def _of(self, looked: Looked, now: datetime, every: tuple[Hold, ...]) -> World:
        today = now.astimezone(self.zone).date()
        holds = tuple(hold for hold in every if hold.in_force(today))
        yesterdays = (hold for hold in every if hold.in_force(today - timedelta(days=1)))
        ended = tuple(hold for hold in yesterdays if hold not in holds)
        said = self._said
        return World(
            said.promises,
            looked.bound,
            now,
            self.zone,
            holds,
            ended,
            looked.silent,
            said.names,
            said.uses,
            said.given,
        )

    @cached_property
    def _said(self) -> Said:
        names = {word: datum.text for word, datum in self.statement.data.items()}
        return Said(self.promises(), names, uses(self.statement), given(self.statement))

    def _plan(self, world: World, asking: Asking) -> Plan:
        answers = asking.rounds(lambda so_far: retention.ask(world, so_far))
        plan = guard.weigh(world, retention.plan(world, answers), self.statement.digest, self.records)
        self.records.remember(plan)
        return plan

    def _close_what_a_dead_keeper_left(self, now: datetime) -> None:
        """What a case began is not a sweep's to close: it may be under way, and else the case takes it up."""
        rights = {right.promise for right in Right}
        for left in (one for one in self.records.unfinished() if one.promise not in rights):
            entry = Entry(Kind.FAILED, now, left.promise, "", left.action, left.counts, "interrupted")
            self.records.write(entry)

    def _finish(self, kept: Kept, world: World, now: datetime) -> None:
        for sweep in guard.finished(kept, world, self.records):
            self.records.finish(sweep, now)
        for store in world.bound.stores:
            if self.records.schema(store.name) is None:
                self.records.keep_schema(store.name, store.schema, now)
        along = (("along", kept.along),) if kept.along else ()
        totals = (("promises", len(self.promises())), ("rows", kept.rows), *along)
        self.records.write(Entry(Kind.DONE, now, statement=self.statement.digest, counts=totals))

    def _log_check(
        self,
        seen: tuple[Counted, ...],
        found: tuple[Finding, ...],
        now: datetime,
    ) -> tuple[Finding, ...]:
        """Log the verdicts. Of a clock that stands far ahead nothing is written: it is told instead."""
        statement = self.statement.digest
        verdicts = ((one, watch.gravest(found, one.promise)) for one in seen)
        entries = (
            Entry(Kind.CHECKED, now, one.promise, statement, counts=one.counts, word=word)
            for one, word in verdicts
        )
        try:
            self.records.write(*entries)
        except ClockRanAhead:
            return (watch.ahead(),)
        return ()
