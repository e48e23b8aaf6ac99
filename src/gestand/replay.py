"""After a restore: those who were erased are found again by their tombstones, and erased again (GDPR 17).

A row of a person is hers when its key lies buried, and one of its identifiers too, or when it is the row that was
emptied then. Where only one of both lies there, somebody else may have come in her place: that is told, and nothing is
done to it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from gestand.core.action import Impossible, rows_of
from gestand.core.case import Case
from gestand.core.caseplan import CasePlan, Task
from gestand.core.caseports import Tombstones
from gestand.core.entry import Entry, Kind
from gestand.core.errors import CaseStops, PlanChanged, StoreError
from gestand.core.lasting import Tombstone
from gestand.core.plan import SHOWN
from gestand.core.predicate import ALWAYS, WithKey
from gestand.core.question import Find, Rows, Silence
from gestand.core.request import Asker, Known, Request, Right, Way
from gestand.core.schema import TableName
from gestand.core.step import Decided, Decision, Found, Identified, Key, Proof, Root, Trail
from gestand.datamap.bound import BoundTable
from gestand.duties import requests
from gestand.duties.requests.trail import own_identifiers
from gestand.duties.world import World
from gestand.keeper import Keeper

BATCH = 10_000
BY = "gestand replay"


@dataclass(frozen=True)
class Again:
    """What one case erased and a restore brought back; `doubtful` are tables and rows that a person looks at."""

    plan: CasePlan
    doubtful: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Replay:
    """Everything that a restore brought back, case by case; `digest` is that of all that would be done."""

    digest: str
    cases: tuple[Again, ...]

    @property
    def rows(self) -> int:
        return sum(again.plan.rows_in_all for again in self.cases)


@dataclass
class _Hers:
    """What was found of one case; `lacking` counts rows by table of which only key or identifier lies buried."""

    known: dict[Known, None] = field(default_factory=dict)
    roots: dict[tuple[str, TableName, tuple[str, ...]], dict[Key, None]] = field(default_factory=dict)
    lacking: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))

    @property
    def trail(self) -> Trail:
        return Trail(
            tuple(self.known), tuple(Root(*where, tuple(keys)) for where, keys in self.roots.items())
        )


@dataclass(frozen=True)
class Replayer:
    """Does past erasures again. `taken` is when the back-up was made: what was erased before that, it never held."""

    keeper: Keeper
    tombstones: Tombstones
    alive: Callable[[], None] = lambda: None

    def plan(self, taken: datetime, now: datetime) -> Replay:
        """What would be done. Changes nothing. Raises CaseStops while a store is silent."""
        world = self.keeper.world(now)
        if world.bound.unconnected:
            raise CaseStops(f"{world.silence(world.bound.unconnected[0]).reason} {_NOTHING}")
        buried: defaultdict[str, list[Tombstone]] = defaultdict(list)
        for stone in self.tombstones.tombstones():
            if stone.at >= taken:
                buried[stone.case].append(stone)
        found = self._search(world, [stone for stones in buried.values() for stone in stones])
        cases = tuple(
            again
            for case_id, hers in found.items()
            if (again := self._again(world, case_id, buried[case_id], hers))
        )
        digest = self.keeper.records.digest(("replay", tuple(one.plan.digest for one in cases)))
        return Replay(digest, cases)

    def keep(self, taken: datetime, now: Callable[[], datetime], digest: str = "") -> Replay:
        """Do it. Raises PlanChanged, and CaseStops while anything stands in the way; then nothing was done."""
        with self.keeper.records.lease(now()) as beat:
            replay = self.plan(taken, now())
            if digest and not replay.digest.startswith(digest):
                raise PlanChanged(
                    f"Plan {digest[:SHOWN]} is not today's, which is {replay.digest[:SHOWN]}: rows have changed. "
                    f"{_NOTHING} Look at `gestand replay` again."
                )
            stops = [step.why for one in replay.cases for step in one.plan.impossible]
            stops += [silence.reason for one in replay.cases for silence in one.plan.silences]
            if stops:
                raise CaseStops(f"{'; '.join(dict.fromkeys(stops))}. {_NOTHING}")
            for one in replay.cases:
                beat(now())
                self._do(one.plan, now)
            self._close_what_died(now())
        return replay

    def _search(self, world: World, stones: list[Tombstone]) -> dict[str, _Hers]:
        cases: defaultdict[str, set[str]] = defaultdict(set)
        for stone in stones:
            cases[stone.digest].add(stone.case)
        kinds = {stone.kind for stone in stones}
        keyed = {(stone.store, stone.table, stone.columns) for stone in stones if stone.table}
        found: defaultdict[str, _Hers] = defaultdict(_Hers)
        for table in world.bound.tables if stones else ():
            own = {kind: column for kind, column in own_identifiers(table).items() if kind in kinds}
            has_keys = (table.store, table.name, table.facts.key) in keyed
            if own:
                for row in self._rows(table, own):
                    self._match(table, row, own, has_keys, cases, found)
        return found

    def _rows(self, table: BoundTable, own: dict[str, str]) -> Iterator[dict[str, object]]:
        """Every row of a table, with its key and identifiers, a batch at a time."""
        columns = tuple(dict.fromkeys((*table.facts.key, *own.values())))
        after: Key = ()
        while True:
            most = BATCH if table.facts.key else MOST_WITHOUT_KEY
            answer = self.keeper.asking.one(Find(table.store, table.name, ALWAYS, columns, most, after))
            if isinstance(answer, Silence):
                raise CaseStops(f"{answer.reason} {_NOTHING}")
            if not isinstance(answer, Rows):
                raise TypeError(f"a Find was answered with {type(answer).__name__}")
            yield from (dict(zip(columns, row, strict=True)) for row in answer.rows)
            if not answer.more:
                return
            if not table.facts.key:
                raise CaseStops(
                    f"{table.name} ({table.store}) has no key and more than {most:,} rows: look through it by hand. "
                    f"{_NOTHING}"
                )
            after = tuple(answer.rows[-1][: len(table.facts.key)])

    def _match(
        self,
        table: BoundTable,
        row: dict[str, object],
        own: dict[str, str],
        has_keys: bool,
        cases: dict[str, set[str]],
        found: dict[str, _Hers],
    ) -> None:
        bearing: set[str] = set()
        for kind, column in own.items():
            if row[column] is None:
                continue
            known = Known(kind, str(row[column]), proven=True)
            for digest in self.tombstones.digests_of(known):
                for case in cases.get(digest, ()):
                    found[case].known[known] = None
                    bearing.add(case)
        if not has_keys:
            return
        key = tuple(row[column] for column in table.facts.key)
        digest = self.tombstones.digest_of_row(table.store, table.name, table.facts.key, key)
        keyed = cases.get(digest, set())
        emptied = _is_emptied(table, row, own)
        for case in keyed if emptied else bearing & keyed:
            found[case].roots.setdefault((table.store, table.name, table.facts.key), {})[key] = None
        if not bearing & keyed and not emptied:
            for case in bearing ^ keyed:
                found[case].lacking[f"{table.name} ({table.store})"] += 1

    def _again(self, world: World, case_id: str, stones: list[Tombstone], hers: _Hers) -> Again | None:
        case = _as_it_was(case_id, stones, hers.trail)
        of_hers = replace(world, case=case)
        answers = self.keeper.asking.rounds(lambda so_far: requests.ask(of_hers, so_far))
        steps = requests.plan(of_hers, answers)
        deeds = tuple(one for one in steps if not isinstance(one, Task | Impossible | Silence))
        plan = CasePlan(
            case=case_id,
            digest=self.keeper.records.digest(("replay", case_id, deeds)),
            at=world.now,
            trail=hers.trail,
            amounts=(),
            deeds=tuple(sorted(deeds, key=lambda deed: deed.store)),
            impossible=tuple(one for one in steps if isinstance(one, Impossible)),
            silences=tuple(one for one in steps if isinstance(one, Silence)),
        )
        return Again(plan, tuple(sorted(hers.lacking.items()))) if deeds or hers.lacking else None

    def _do(self, plan: CasePlan, now: Callable[[], datetime]) -> None:
        for store in dict.fromkeys(deed.store for deed in plan.deeds):
            deeds = tuple(deed for deed in plan.deeds if deed.store == store)
            self._log(Kind.INTENDED, plan.case, store, now(), planned=sum(deed.rows for deed in deeds))
            try:
                batches = self.keeper.stores[store].together(deeds)
            except StoreError as trouble:
                self._log(Kind.FAILED, plan.case, store, now(), type(trouble).__name__)
                raise
            left = sum(self.keeper.asking.rows(rows_of(deed)) or 0 for deed in deeds)
            changed = sum(batch.rows + batch.along for batch in batches)
            self._log(Kind.DONE, plan.case, store, now(), changed=changed, remaining=left)

    def _close_what_died(self, now: datetime) -> None:
        """What a replay had done that died before it could say so: nothing of it is left."""
        open_ones = {one.action for one in self.keeper.records.unfinished()}
        for case in dict.fromkeys(stone.case for stone in self.tombstones.tombstones()):
            for store in self.keeper.stores:
                if self._action(case, store) in open_ones:
                    self._log(Kind.DONE, case, store, now, remaining=0)

    def _log(self, kind: Kind, case: str, store: str, now: datetime, word: str = "", **counts: int) -> None:
        """The case's part in one store, known by a digest; only the book tells which case that is."""
        statement, promise = self.keeper.statement.digest, Right.ERASURE.promise
        told, action = tuple(counts.items()), self._action(case, store)
        self.keeper.records.write(Entry(kind, now, promise, statement, action, told, word or "replayed"))

    def _action(self, case: str, store: str) -> str:
        return self.keeper.records.digest(("replayed", case, store))


MOST_WITHOUT_KEY = 1_000_000
_NOTHING = "Nothing was touched."


def _as_it_was(case_id: str, stones: list[Tombstone], trail: Trail) -> Case:
    """The case as far as its tombstones tell: these data were erased, of whoever is found by this trail."""
    at, data = stones[0].at, tuple(dict.fromkeys(word for stone in stones for word in stone.data))
    request = Request((Right.ERASURE,), Way.COMMAND_LINE, at, at, "en", Asker(""), data=data)
    decided = Decided(at, BY, tuple(Decision(Right.ERASURE, True, word) for word in data))
    return Case(
        case_id, request, (Identified(at, BY, Proof.DESK, trail.known), decided, Found(at, trail, ()))
    )


def _is_emptied(table: BoundTable, row: dict[str, object], own: dict[str, str]) -> bool:
    """Her row stayed, without what told whose it is: of it nothing came back, and what hangs on it is hers."""
    blank = {column: value for data in table.data for column, value in data.blank}
    return all(
        row[column] in (None, _filled(blank.get(column), row)) for column in own.values() if column in blank
    ) and any(column in blank for column in own.values())


def _filled(value: object, row: dict[str, object]) -> object:
    if isinstance(value, WithKey):
        return f"{value.before}{row.get(value.key)}{value.after}"
    return value
