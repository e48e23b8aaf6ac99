"""The promise that is kept in the benchmarks, tied to a table of messages: real questions, real actions."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from gestand.clock.term import Period, Term
from gestand.core.action import Erase, Mode, Pace, rows_of
from gestand.core.place import Place
from gestand.core.predicate import Moment, Reading
from gestand.core.promise import Limit, RetentionPromise
from gestand.core.question import Answers, Observe, Tallies
from gestand.core.schema import Schema, TableName
from gestand.core.text import Text
from gestand.datamap.bound import Act, BoundData, BoundMap, BoundStore, BoundTable, MomentAt
from gestand.duties import retention
from gestand.duties.world import World
from gestand.stores.sql import SqlStore

NOW = datetime(2026, 7, 1, 12, tzinfo=UTC)
ZONE = "Europe/Amsterdam"
MONTHS = 36
CUT_OFF = datetime(2023, 7, 1, 22, tzinfo=UTC)
"""Keeping on 1 July 2026 takes what was sent through 1 July 2023, local time: here, in UTC."""

NOTHING_PAST = NOW.replace(year=2020)
"""A day on which the same tables hold nothing past its term."""

_WORDS = Text("Berichten bewaren wij 36 maanden.", "We keep messages for 36 months.")
_PROMISE = RetentionPromise(
    "retention/messages",
    _WORDS,
    Place("statement.yaml", 1),
    ("message",),
    Limit(Term(Period(months=MONTHS)), "sent"),
)


def world(store: SqlStore, read_as: Reading, now: datetime = NOW, zone: str = ZONE) -> World:
    """The table `messages` of the store, and the promise that its rows go after 36 months.

    `zone` is where its times without a zone were written.
    """
    schema = store.answer(Observe(store.name))
    assert isinstance(schema, Schema)
    facts = schema.table(TableName("messages"))
    assert facts is not None
    sent = MomentAt((), Moment("sent_at", read_as, zone), nullable=False, indexed=True)
    message = BoundData("message", ("recipient", "body"), "recipients", Act.ERASE, ())
    table = BoundTable(
        store.name, facts.name, Place("datamap.yaml", 1), facts, "recipients", (message,), {"sent": sent}
    )
    bound = BoundMap((table,), (BoundStore(store.name, zone, schema),))
    return World((_PROMISE,), bound, now, ZoneInfo(ZONE))


def planned(store: SqlStore, world: World) -> Erase:
    """Today's one action, counted in the store as `plan` does."""
    answers = Answers({question: store.answer(question) for question in retention.ask(world, Answers())})
    (action,) = (step for step in retention.plan(world, answers) if isinstance(step, Erase))
    return action


def keep(store: SqlStore, world: World, mode: Mode = Mode.POLITE) -> int:
    """Count, sweep, count again: all that `keep` does in the store. Gives the rows erased."""
    action = planned(store, world)
    done = sum(batch.rows for batch in store.perform(action, Pace(mode, action.rows)))
    left = store.answer(rows_of(action))
    assert isinstance(left, Tallies)
    assert (done, left["rows"].rows) == (action.rows, 0), "the sweep left rows behind"
    return done


def checked(store: SqlStore, world: World) -> int:
    """Ask all that `check` asks, and give the rows that deviate."""
    answers = Answers({question: store.answer(question) for question in retention.ask_for_check(world)})
    found = retention.check(world, answers, [])
    return sum(finding.rows for finding in found)
