"""Sweeps: how far, in what steps, and that a second run finds nothing."""

from collections.abc import Generator
from datetime import UTC, datetime, timedelta
from typing import cast

from gestand.core.action import Action, Batch, Blank, Erase, Mode, Pace
from gestand.core.predicate import ALWAYS, Before, Equals, Moment, Not, Reading, WithKey
from gestand.core.schema import ColumnKind, Schema, TableFacts, TableName
from gestand.stores.conformance.bench import STORE, Bench, column, counted, done, fill, ids, numbered, table
from gestand.stores.evaluate import PlainRow

VISITS = TableName("visits")
AT = Moment("at", Reading.ISO_TEXT, "UTC")
END = datetime(2024, 1, 11, tzinfo=UTC)
DUE = Before(AT, END)
ROWS = 3_000


def visits(key: tuple[str, ...] = ("id",), indexed: bool = True) -> TableFacts:
    columns = (column("at", indexed=indexed), column("who", nullable=False))
    if key == ("id",):
        return table("visits", *columns)
    parts = (column("site", nullable=False), column("page", ColumnKind.INTEGER, nullable=False))
    return table("visits", *parts, *columns, key=key)


def rows(count: int = ROWS) -> list[PlainRow]:
    """Half of them before the end; a third of all on one day."""
    start = datetime(2024, 1, 1, tzinfo=UTC)
    days = [start + timedelta(days=7 if number % 3 == 0 else number % 20) for number in range(count)]
    return numbered({"at": str(day.date()), "who": f"0600{number}"} for number, day in enumerate(days))


def erase(**more: object) -> Erase:
    return Erase("retention/visits", STORE, VISITS, DUE, ROWS, walk=AT, **more)  # type: ignore[arg-type]


def a_sweep_takes_what_is_due_and_nothing_else(bench: Bench) -> None:
    """By an indexed moment and by rows, politely and exclusively; a second run finds nothing."""
    for number, mode in enumerate(Mode):
        facts = TableFacts(TableName(f"visits_{number}"), visits(indexed=bool(number)).columns, ("id",))
        twin = fill(bench, Schema((facts,)), {facts.name: rows()})
        action = Erase("retention/visits", STORE, facts.name, DUE, ROWS, walk=AT)
        due, later = counted(twin, facts.name, DUE, Not(DUE))
        store = bench.open()
        assert done(store, action, mode=mode) == due
        assert counted(store, facts.name, DUE, ALWAYS) == [0, later]
        assert done(store, action, mode=mode) == 0


def no_more_than_allowed(bench: Bench) -> None:
    """Every slice is exactly as large as allowed until the rest is smaller."""
    twin = fill(bench, Schema((visits(),)), {VISITS: rows()})
    left = counted(twin, VISITS, DUE)[0]
    store = bench.open()
    assert done(store, erase(), at_most=0) == 0
    for slice_of in (1, 7, 333, 1_000, 5_000):
        taken = done(store, erase(), at_most=slice_of)
        assert taken == min(slice_of, left), f"{taken} rows of a slice of {slice_of}, with {left} left"
        left -= taken
        assert counted(store, VISITS, DUE) == [left]


def closing_midway_leaves_whole_batches(bench: Bench) -> None:
    twin = fill(bench, Schema((visits(),)), {VISITS: rows()})
    store, due = bench.open(), counted(twin, VISITS, DUE)[0]
    batches = cast(Generator[Batch], store.perform(erase(), Pace(Mode.POLITE, ROWS)))
    first = next(batches).rows
    batches.close()
    assert counted(store, VISITS, DUE) == [due - first]
    assert done(store, erase()) == due - first


def blanking_twice_is_blanking_once(bench: Bench) -> None:
    """Also where the predicate itself does not leave out what is blank; a unique text keeps the row's key."""
    twin = fill(bench, Schema((visits(),)), {VISITS: rows()})
    store, due = bench.open(), counted(twin, VISITS, DUE)[0]
    for new in ("-", WithKey("gone-", "id", "!")):
        action = Blank("retention/visits", STORE, VISITS, DUE, ROWS, (("who", new),), walk=AT)
        assert done(store, action, at_most=100) == 100
        assert done(store, action) == due - 100
        assert done(store, action) == 0
        assert counted(store, VISITS, Equals("who", new)) == [due]
    blanked = {str(row["who"]) for row in bench.rows(VISITS)}
    assert len(blanked) == ROWS


def empties_a_column(bench: Bench) -> None:
    fill(bench, Schema((visits(),)), {VISITS: rows(50)})
    action = Blank("retention/visits", STORE, VISITS, DUE, 50, (("at", None), ("who", "x")))
    store = bench.open()
    first = done(store, action)
    assert first > 0
    assert counted(store, VISITS, Equals("at", None), Equals("who", "x")) == [first, first]


def any_key_or_none(bench: Bench) -> None:
    """A key of two columns, one of them text, and no key at all."""
    for number, key in enumerate((("site", "page"), ())):
        facts = TableFacts(TableName(f"keys_{number}"), visits(key, indexed=bool(number)).columns, key)
        several = [
            {"site": f"s{number}"[:3], "page": row["id"], **row} for number, row in enumerate(rows(900), 1)
        ]
        for row in several:
            del row["id"]
        twin = fill(bench, Schema((facts,)), {facts.name: several})
        due = counted(twin, facts.name, DUE)[0]
        action = Erase("retention/visits", STORE, facts.name, DUE, ROWS, walk=AT)
        assert done(bench.open(), action, at_most=10, mode=Mode.POLITE) == 10
        assert done(bench.open(), action, mode=Mode.POLITE) == due - 10, key
        assert counted(bench.open(), facts.name, DUE, ALWAYS) == [0, 900 - due]


def a_crowd_on_one_day_is_no_giant_batch(bench: Bench) -> None:
    """Thousands of rows with the very same time go in several batches."""
    crowd = numbered({"at": "2024-01-05", "who": "x"} for _ in range(4 * ROWS))
    fill(bench, Schema((visits(),)), {VISITS: crowd})
    batches = list(bench.open().perform(erase(), Pace(Mode.POLITE, len(crowd))))
    assert sum(batch.rows for batch in batches) == len(crowd)
    assert len(batches) > 1
    assert ids(bench, VISITS) == set()


def a_wrong_name_is_refused(bench: Bench) -> None:
    """No such table, no such column: a clear refusal, and nothing has happened."""
    from gestand.core.errors import StoreRefuses

    fill(bench, Schema((visits(),)), {VISITS: rows(5)})
    wrong: tuple[Action, ...] = (
        Erase("retention/visits", STORE, TableName("no such"), ALWAYS, 5),
        Erase("retention/visits", STORE, VISITS, Equals("no such", 1), 5),
    )
    for action in wrong:
        try:
            done(bench.open(), action)
        except StoreRefuses as error:
            assert "no such" in str(error)
        else:
            raise AssertionError(f"{action.table} was acted upon")
    assert len(ids(bench, VISITS)) == 5


CHECKS = (
    a_sweep_takes_what_is_due_and_nothing_else,
    no_more_than_allowed,
    closing_midway_leaves_whole_batches,
    blanking_twice_is_blanking_once,
    empties_a_column,
    any_key_or_none,
    a_crowd_on_one_day_is_no_giant_batch,
    a_wrong_name_is_refused,
)
