"""What a check says besides the duties' verdicts: its reach, the schedule, and a database that has changed."""

from collections.abc import Iterator, Mapping
from datetime import UTC, timedelta

from gestand.core.entry import Entry, Kind
from gestand.core.finding import Finding, Reach, Verdict
from gestand.core.ports import Records
from gestand.core.promise import RetentionPromise
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
    """A promise was not kept, or not checked, for longer than it or the schedule allows: told of the shortest.

    What was never done counts from the day on which this statement was first seen.
    """
    since = records.last(Kind.STATEMENT)
    for verb, last_of in (("keep", _kept), ("check", _checked)):
        for promise in sorted(world.promises, key=_patience):
            last = last_of(records, promise)
            known, patience = last or since, min(_patience(promise), rhythm.get(verb, timedelta.max))
            if known is not None and world.now - known.at > patience:
                yield _neglect(promise, verb, known, never=last is None)
                break


def _kept(records: Records, promise: RetentionPromise) -> Entry | None:
    """The end of the last whole keep, or of the last action for this promise, whichever came later."""
    ends = (records.last(Kind.DONE, ""), records.last(Kind.DONE, promise.id))
    return max((entry for entry in ends if entry), key=lambda entry: entry.at, default=None)


def _checked(records: Records, promise: RetentionPromise) -> Entry | None:
    return records.last(Kind.CHECKED, promise.id)


def _patience(promise: RetentionPromise) -> timedelta:
    """How long may pass between two keeps: the length of the term, and never less than a day or an hour."""
    period = promise.kept.term.period
    length = timedelta(days=period.months * 30 + period.days + period.working_days, hours=period.hours)
    return max(length, timedelta(hours=1) if period.hours else timedelta(days=1))


def _neglect(promise: RetentionPromise, verb: str, last: Entry, never: bool) -> Finding:
    when = f"{last.at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    ran = Text(f"liep voor het laatst op {when}", f"last ran on {when}")
    if never:
        ran = Text(f"liep nog nooit tot het einde sinds {when}", f"has never run to its end since {when}")
    what = Text(
        f"`gestand {verb}` {ran.nl}, langer geleden dan deze belofte of het schema toestaat; "
        "laat het vanzelf lopen, met cron of systemd",
        f"`gestand {verb}` {ran.en}, longer ago than this promise or the schedule allows; "
        "let it run by itself, with cron or systemd",
    )
    return Finding(Verdict.RUNNING, f"no-{verb}-lately", what, promise.id, promise.sentence, promise.place)


def drifted(world: World, records: Records) -> Iterator[Finding]:
    """A mapped database has changed since its shape was last accepted."""
    for store in world.bound.stores:
        before = records.schema(store.name)
        for change in drift(before, store.schema) if before else ():
            what = Text(
                f"{store.name}: {change.nl}; klopt de datakaart nog? "
                "`gestand drift --accept --by NAAM --reason WAAROM` onthoudt het zo",
                f"{store.name}: {change.en}; is the data map still right? "
                "`gestand drift --accept --by NAME --reason WHY` remembers it",
            )
            yield Finding(Verdict.RUNNING, "drift", what)


def unseen(world: World) -> Iterator[Finding]:
    """A store that could not be looked at, or that the data map does not fit: whether it changed cannot be told."""
    for silence in world.silent:
        what = Text(
            f"of {silence.store} is veranderd, is niet vast te stellen. {silence.reason}",
            f"whether {silence.store} has changed cannot be told. {silence.reason}",
        )
        yield Finding(Verdict.CANNOT_TELL, "drift-unseen", what)


def ahead() -> Finding:
    """The clock stands so far beyond the last entry that nothing was logged, and no verdict can be relied on."""
    what = Text(
        "de klok staat ver voorbij de laatste regel van het logboek, dus deze controle is niet opgeschreven: zet de "
        "klok goed, of als zij goed staat: `gestand check --clock-is-right`",
        "the clock stands far beyond the last entry of the log, so this check was not written down: set the clock "
        "right, or where it is right: `gestand check --clock-is-right`",
    )
    return Finding(Verdict.CANNOT_TELL, "clock-ahead", what)


def accounted(world: World, records: Records) -> Iterator[Finding]:
    """What went too early, and was accounted for by name."""
    promises = {promise.id: promise for promise in world.promises}
    for account in records.accounts():
        told, promise = account.told, promises.get(account.told.promise)
        if promise is None:
            continue
        rest = f"{told.cause} · {told.repaired} · {told.by}"
        what = Text(
            f"te vroeg weg, en verklaard (oorzaak, hersteld op, door): {rest}",
            f"gone too early, and explained (cause, repaired on, by): {rest}",
        )
        at = (promise.id, promise.sentence, promise.place)
        yield Finding(Verdict.EXPLAINED, "accounted-for", what, *at, account.rows)


def in_order(world: World, found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """All of one promise together, the promises as the statement has them; what is about none comes last."""
    places = {promise.id: place for place, promise in enumerate(world.promises)}
    return tuple(sorted(found, key=lambda finding: places.get(finding.promise, len(places))))


def gravest(found: tuple[Finding, ...], promise: str) -> str:
    """The gravest verdict on a promise; a promise without findings could not be told."""
    order = list(Verdict)
    verdicts = [finding.verdict for finding in found if finding.promise == promise]
    return min(verdicts, key=order.index, default=Verdict.CANNOT_TELL).value
