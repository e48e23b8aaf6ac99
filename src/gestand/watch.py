"""What a check says besides the duties' verdicts: its reach, the schedule, and a database that has changed."""

from collections.abc import Iterator, Mapping
from datetime import UTC, timedelta

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
    mapped |= {word for _, word in (*world.bound.out_of_reach, *world.bound.in_hands)}
    return Reach(
        connected=tuple(store.name for store in world.bound.stores),
        away=world.bound.unconnected,
        by_hand=world.bound.by_hand,
        not_covered=tuple(word for word in statement.data if word not in mapped),
    )


def neglected(world: World, records: Records, rhythm: Mapping[str, timedelta]) -> Iterator[Finding]:
    """Nothing has kept, or checked, for longer than the shortest promise or the schedule allows."""
    promise = min(world.promises, key=_patience, default=None)
    if promise is None:
        return
    for verb, last in (("keep", records.last(Kind.DONE)), ("check", records.last(Kind.CHECKED, promise.id))):
        patience = min(_patience(promise), rhythm.get(verb, timedelta.max))
        if last is not None and world.now - last.at > patience:
            yield _neglect(promise, verb, last)


def _patience(promise: Promise) -> timedelta:
    """How long may pass between two keeps: the length of the term, and never less than a day or an hour."""
    period = promise.kept.term.period
    length = timedelta(days=period.months * 30 + period.days + period.working_days, hours=period.hours)
    return max(length, timedelta(hours=1) if period.hours else timedelta(days=1))


def _neglect(promise: Promise, verb: str, last: Entry) -> Finding:
    when = f"{last.at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    what = Text(
        f"`gestand {verb}` liep voor het laatst op {when}, langer geleden dan deze belofte of het schema toestaat; "
        "laat het vanzelf lopen, met cron of systemd",
        f"`gestand {verb}` last ran on {when}, longer ago than this promise or the schedule allows; "
        "let it run by itself, with cron or systemd",
    )
    return Finding(Verdict.RUNNING, f"no-{verb}-lately", what, promise.id, promise.sentence, promise.place)


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
