"""Records in lists: what a keeper remembers, without a database or a key on disk."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from gestand.core.entry import Entry, Kind, Progress
from gestand.core.errors import AnotherKeeper, ClockRanBack, NotInTheBook
from gestand.core.hold import Hold
from gestand.core.plan import Plan, Sweep
from gestand.core.schema import Schema
from gestand.core.told import AcceptDrift, Account, Accounted, Approve, Approved
from gestand.evidence.digest import keyed_digest
from gestand.evidence.keys import Secret
from gestand.evidence.vocabulary import refuse_counts, refuse_words


@dataclass
class ListRecords:
    """`log` is all that was written, oldest first; the log's own vocabulary is held to."""

    log: list[Entry] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    approvals: list[tuple[str, Sweep, int]] = field(default_factory=list)
    sweeps: dict[str, Sweep] = field(default_factory=dict)
    schemas: dict[str, Schema] = field(default_factory=dict)
    begun: dict[str, Hold] = field(default_factory=dict)
    reached: dict[tuple[str, str], Progress] = field(default_factory=dict)
    told: list[Accounted] = field(default_factory=list)
    beats: int = 0
    leased: bool = False

    def write(self, *entries: Entry) -> None:
        for entry in entries:
            if entry.kind is Kind.INTENDED:
                self.reached.pop((entry.promise, entry.action), None)
            refuse_words(entry.kind.value, entry.promise, entry.statement, entry.word)
            refuse_counts(entry.kind.value, entry.counts)
            if self.log and entry.at < self.log[-1].at:
                raise ClockRanBack("The clock stands before the last entry.")
        self.log.extend(entries)

    def last(self, kind: Kind, promise: str = "") -> Entry | None:
        wanted = (kind, promise)
        return next((entry for entry in reversed(self.log) if (entry.kind, entry.promise) == wanted), None)

    def unfinished(self) -> Sequence[Progress]:
        running: dict[tuple[str, str], Progress] = {}
        for entry in self.log:
            this = (entry.promise, entry.action)
            if entry.kind is Kind.INTENDED:
                running[this] = self.reached.get(this, Progress(*this))
            elif entry.kind in (Kind.DONE, Kind.FAILED):
                running.pop(this, None)
        return tuple(running.values())

    def progress(self, so_far: Progress, sweeps: Sequence[Sweep]) -> None:
        this = (so_far.promise, so_far.action)
        before = self.reached.get(this, Progress(*this))
        self.reached[this] = so_far
        for sweep in sweeps:
            self._use(sweep, so_far.rows + so_far.along - before.rows - before.along)

    def digest(self, value: object) -> str:
        return keyed_digest(Secret(b"k" * 32), value)

    def approve(self, told: Approve, now: datetime) -> Approved:
        plan = next((plan for plan in reversed(self.plans) if plan.digest.startswith(told.digest)), None)
        if plan is None:
            raise NotInTheBook("No such plan.")
        self.approvals += [(plan.digest, arrears.sweep, arrears.rows) for arrears in plan.arrears]
        return Approved(plan.digest, tuple((one.sweep.promise, one.rows) for one in plan.arrears))

    def hold(self, hold: Hold, now: datetime) -> None:
        self.begun[hold.id] = hold
        self.write(Entry(Kind.HELD, now))

    def release(self, hold_id: str, day: date, now: datetime) -> None:
        self.begun[hold_id] = replace(self.begun[hold_id], ends=day)
        self.write(Entry(Kind.RELEASED, now))

    def account(self, told: Account, missing: int, years: tuple[tuple[str, int], ...], now: datetime) -> None:
        self.told.append(Accounted(told, now, missing))
        self.write(Entry(Kind.ACCOUNTED, now, told.promise, counts=(("gone too early", missing), *years)))

    def accounts(self) -> tuple[Accounted, ...]:
        return tuple(self.told)

    def holds(self) -> tuple[Hold, ...]:
        return tuple(self.begun.values())

    def holds_mark(self) -> int:
        return sum(entry.kind in (Kind.HELD, Kind.RELEASED) for entry in self.log)

    @contextmanager
    def lease(self, now: datetime) -> Iterator[Callable[[datetime], None]]:
        if self.leased:
            raise AnotherKeeper("Another keeper is at work. Nothing was touched.")
        self.leased = True
        try:
            yield self._beat
        finally:
            self.leased = False

    def _beat(self, at: datetime) -> None:
        self.beats += 1

    def swept(self, promise: str) -> Sweep | None:
        return self.sweeps.get(promise)

    def finish(self, sweep: Sweep, now: datetime) -> None:
        self.sweeps[sweep.promise] = sweep

    def remember(self, plan: Plan) -> None:
        self.plans.append(plan)

    def approved(self, sweep: Sweep, now: datetime) -> int:
        return sum(rows for _, mine, rows in self.approvals if _same(mine, sweep))

    def _use(self, sweep: Sweep, rows: int) -> None:
        for index, (plan, mine, left) in enumerate(self.approvals):
            if _same(mine, sweep):
                taken = min(rows, left)
                self.approvals[index] = (plan, mine, left - taken)
                rows -= taken
        assert rows == 0, "more rows were done than approved"

    def schema(self, store: str) -> Schema | None:
        return self.schemas.get(store)

    def accept(self, told: AcceptDrift, schemas: Mapping[str, Schema], now: datetime) -> None:
        self.schemas.update(schemas)
        self.write(Entry(Kind.ACCEPTED, now, counts=(("stores", len(schemas)),)))

    def keep_schema(self, store: str, schema: Schema, now: datetime) -> None:
        self.schemas[store] = schema


def _same(one: Sweep, other: Sweep) -> bool:
    return (one.promise, one.fingerprint, one.kept) == (other.promise, other.fingerprint, other.kept)


def reads(entry: Entry) -> str:
    """An entry in a few words: `intended retention/numbers erase planned 2`."""
    counts = " ".join(f"{name} {number}" for name, number in entry.counts)
    return " ".join(filter(None, (entry.kind.value, entry.promise, entry.word, counts)))
