"""What a check says besides the duties' verdicts: its reach, the schedule, and a database that has changed."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from gestand.core.entry import Entry, Kind
from gestand.core.finding import Finding, Reach, Verdict
from gestand.core.ports import Records
from gestand.core.promise import Promise
from gestand.core.text import Text
from gestand.datamap.drift import drift
from gestand.duties.world import World
from gestand.statement.model import Statement


def reach(world: World, statement: Statement) -> Reach:
    """How far this check can see."""
    mapped = {data.data for table in world.bound.tables for data in table.data}
    return Reach(
        connected=tuple(store.name for store in world.bound.stores),
        away=world.bound.unconnected,
        by_hand=world.bound.by_hand,
        not_covered=tuple(word for word in statement.data if word not in mapped),
    )


def neglected(world: World, records: Records) -> Iterator[Finding]:
    """Nothing has kept, or checked, for longer than the shortest promise allows."""
    promise = min(world.promises, key=_patience, default=None)
    if promise is None:
        return
    for kind, code, did in (
        (Kind.DONE, "not-kept-lately", Text("uitgevoerd (`gestand keep`)", "kept (`gestand keep`)")),
        (
            Kind.CHECKED,
            "not-checked-lately",
            Text("gecontroleerd (`gestand check`)", "checked (`gestand check`)"),
        ),
    ):
        last = records.last(kind, "" if kind is Kind.DONE else promise.id)
        if _too_long_ago(last, promise, world.now):
            yield _neglect(promise, code, did, last)


def _patience(promise: Promise) -> timedelta:
    """How long may pass between two keeps: the length of the term, and never less than a day."""
    period = promise.kept.term.period
    length = timedelta(days=period.months * 30 + period.days + period.working_days, hours=period.hours)
    return max(length, timedelta(hours=1) if period.hours else timedelta(days=1))


def _too_long_ago(last: Entry | None, promise: Promise, now: datetime) -> bool:
    if last is None:
        return False
    return now - last.at > _patience(promise)


def _neglect(promise: Promise, code: str, did: Text, last: Entry | None) -> Finding:
    when = f"{last.at:%Y-%m-%d %H:%M}" if last else "-"
    what = Text(
        f"voor het laatst {did.nl} op {when} UTC: langer geleden dan deze belofte toestaat; zet een schema aan",
        f"last {did.en} on {when} UTC: longer ago than this promise allows; put it on a schedule",
    )
    return Finding(Verdict.RUNNING, code, what, promise.id, promise.sentence, promise.place)


def drifted(world: World, records: Records) -> Iterator[Finding]:
    """A mapped database has changed since its shape was last accepted."""
    for store in world.bound.stores:
        before = records.schema(store.name)
        for change in drift(before, store.schema) if before else ():
            what = Text(
                f"{store.name}: {change.nl}; klopt de datakaart nog? `gestand drift --accept` onthoudt het zo",
                f"{store.name}: {change.en}; is the data map still right? `gestand drift --accept` remembers it",
            )
            yield Finding(Verdict.RUNNING, "drift", what)


def gravest(found: tuple[Finding, ...], promise: str) -> str:
    """The gravest verdict on a promise; a promise without findings could not be told."""
    order = list(Verdict)
    verdicts = [finding.verdict for finding in found if finding.promise == promise]
    return min(verdicts, key=order.index, default=Verdict.CANNOT_TELL).value
