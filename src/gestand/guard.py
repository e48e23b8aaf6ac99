"""The one guard: what a plan may do, what waits for a named approval, and what counts as finished."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from gestand.core.action import Action, Impossible
from gestand.core.errors import NotApproved, PlanChanged, TooMuch
from gestand.core.plan import SHORTEST, SHOWN, Arrears, Kept, Plan, Sweep, promises_of, touched
from gestand.core.ports import Records
from gestand.core.promise import Limit, RetentionPromise
from gestand.core.question import Silence
from gestand.duties import retention
from gestand.duties.world import World
from gestand.statement.compare import shorter_than


@dataclass(frozen=True)
class Allowed:
    """How far a keeping may go. `digest` names the plan meant, whole or its first characters, or is empty.

    More than `at_most` rows in all is refused before anything is touched; with `slice`, that many are done,
    never more than `at_most`, and the rest stays for the next time.
    """

    at_most: int
    digest: str = ""
    slice: int | None = None

    @property
    def most(self) -> int:
        """The rows that may be changed at once."""
        return self.at_most if self.slice is None else min(self.at_most, self.slice)


@dataclass(frozen=True)
class Work:
    """What may be done now: actions in order, at most `most` rows, and what waits for an approval."""

    actions: tuple[Action, ...]
    most: int
    waiting: tuple[Arrears, ...]


def weigh(
    world: World, steps: tuple[Action | Impossible | Silence, ...], statement: str, records: Records
) -> Plan:
    """Make a plan of a duty's steps: its digest, and which promises' rows need an approval first."""
    actions = tuple(step for step in steps if not isinstance(step, Impossible | Silence))
    impossible = tuple(step for step in steps if isinstance(step, Impossible))
    silences = tuple(dict.fromkeys(step for step in steps if isinstance(step, Silence)))
    undone = tuple(
        (step.promise, step.rows) for step in impossible
    )  # not why: that names a file as it was named
    digest = records.digest(("plan", statement, _by_day((actions, undone), world.zone)))
    plan = Plan(digest, statement, world.now, actions, impossible, silences, ())
    return replace(plan, arrears=tuple(_arrears(world, plan, records)))


def _by_day(value: object, zone: ZoneInfo) -> object:
    """Constants reduced to their local day, so that a plan keeps its digest all day."""
    if isinstance(value, datetime):
        return value.astimezone(zone).date()
    if isinstance(value, tuple):
        return tuple(_by_day(part, zone) for part in value)
    if is_dataclass(value):
        named = ((field.name, _by_day(getattr(value, field.name), zone)) for field in fields(value))
        return (type(value).__name__, *named)
    return value


def _arrears(world: World, plan: Plan, records: Records) -> Iterator[Arrears]:
    for promise in world.promises:
        rows = sum(touched(action) for action in plan.actions if promise.id in promises_of(action))
        sweep = sweep_of(world, promise, plan.statement, records)
        why = _needs_approval(records.swept(promise.id), sweep)
        if rows and why:
            yield Arrears(sweep, rows, why)


def sweep_of(world: World, promise: RetentionPromise, statement: str, records: Records) -> Sweep:
    """What a finished sweep is remembered by. The term stands apart, so that a longer one needs no approval."""
    return Sweep(promise.id, records.digest(retention.rule(world, promise)), promise.kept, statement)


def _needs_approval(before: Sweep | None, now: Sweep) -> str:
    if before is None:
        return "first sweep"
    if before.fingerprint != now.fingerprint:
        return "changed"
    return "stricter" if stricter(before.kept, now.kept) else ""


def stricter(before: Limit, now: Limit) -> bool:
    """Does any moment's term end earlier than it did? Another moment cannot be compared, and counts as stricter."""
    if before == now:
        return False
    if before.moment != now.moment or before.term.period.hours or now.term.period.hours:
        return True
    return shorter_than(now.term, before.term)


def admit(plan: Plan, allowed: Allowed, records: Records) -> Work:
    """What of the plan may be done now. Raises PlanChanged, NotApproved and TooMuch before anything is touched."""
    _refuse_another_plan(plan, allowed)
    waiting = tuple(arrears for arrears in plan.arrears if not _covered(arrears, allowed, records, plan.at))
    names = {arrears.sweep.promise for arrears in waiting}
    if allowed.digest and waiting:
        raise NotApproved(
            f"Plan {plan.digest[:SHOWN]} holds a first or stricter sweep ({', '.join(sorted(names))}), which waits "
            f"for an approval. Nothing was touched. Approve it: `gestand approve {plan.digest[:SHOWN]} --by NAME "
            "--reason WHY`."
        )
    actions = tuple(action for action in plan.actions if not names & set(promises_of(action)))
    rows = sum(map(touched, actions))
    if allowed.slice is None and rows > allowed.at_most:
        raise TooMuch(
            f"The plan changes {rows:,} rows, and at most {allowed.at_most:,} are allowed at once. Nothing was "
            f"touched. If the plan is right: `gestand keep --plan {plan.digest[:SHOWN]} --at-most {rows}`, or a "
            f"part of it at a time: `gestand keep --slice {allowed.at_most}`."
        )
    return Work(actions, min(rows, allowed.most), waiting)


def _refuse_another_plan(plan: Plan, allowed: Allowed) -> None:
    if allowed.digest and len(allowed.digest) < SHORTEST:
        raise PlanChanged(
            f"{allowed.digest!r} is too short to name a plan; give at least {SHORTEST} digits of what `gestand plan` "
            "shows. Nothing was touched."
        )
    if not plan.digest.startswith(allowed.digest):
        raise PlanChanged(
            f"Plan {allowed.digest[:SHOWN]} is not today's plan, which is {plan.digest[:SHOWN]}: rows, statement, "
            "data map or date have changed since. Nothing was touched. Look at `gestand plan` again."
        )


def _covered(arrears: Arrears, allowed: Allowed, records: Records, now: datetime) -> bool:
    approved = records.approved(arrears.sweep, now)
    return approved >= (arrears.rows if allowed.slice is None else min(arrears.rows, allowed.most))


def finished(kept: Kept, world: World, records: Records) -> Iterator[Sweep]:
    """The promises that are now swept to the end, as they are to be remembered."""
    still_open = _still_open(kept, world)
    for promise in world.promises:
        mapped = any(data.data in promise.data for table in world.bound.tables for data in table.data)
        if promise.id in still_open or not mapped:
            continue
        sweep = sweep_of(world, promise, kept.plan.statement, records)
        if sweep != records.swept(promise.id):
            yield sweep


def _still_open(kept: Kept, world: World) -> set[str]:
    """The promises that wait, cannot be kept, have rows left, or whose data could not be reached."""
    plan = kept.plan
    done = {outcome.action for outcome in kept.outcomes if not outcome.trouble and outcome.left == 0}
    names = {arrears.sweep.promise for arrears in kept.waiting} | {step.promise for step in plan.impossible}
    names |= {name for action in plan.actions if action not in done for name in promises_of(action)}
    silent = {silence.store for silence in plan.silences}
    unseen = {word for store, word in world.bound.out_of_reach}
    unseen |= {data.data for table in world.bound.tables if table.store in silent for data in table.data}
    return names | {promise.id for promise in world.promises if unseen & set(promise.data)}
