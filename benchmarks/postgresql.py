"""PostgreSQL: one DELETE by hand beside a polite sweep, and what another writer feels of it."""

import time
from collections.abc import Callable
from contextlib import closing

import psycopg

from benchmarks import messages, promise
from benchmarks.figure import Figure, Section, Size, below, faster, percentile, ratio, said
from benchmarks.rounds import Side, in_turn
from benchmarks.servers import Prepared, prepared
from benchmarks.writer import writing
from gestand.core.action import Mode, Pace
from gestand.core.predicate import Reading
from gestand.stores.sql import SqlStore

HOW = """\
A table of messages with a key and an index on the date of sending, one row in ten past its term. Every run starts
from a fresh copy of the same prepared database, after a checkpoint. By hand: one `DELETE`. gestand: what `keep` does
in the store: count, sweep in polite batches, count again. The other writer is a process of its own that inserts and
updates single rows of the same table, each in a transaction; its 99th percentile is over all rounds together. Of
partitions, gestand drops those that are past their term whole, counted exactly while they are locked, so that the log
and the limit on rows hold; that gives their storage back, for which a `DELETE` needs a `VACUUM` after it."""


def run(size: Size) -> Section:
    """Needs a server that takes databases of ours."""
    figures: list[Figure] = []
    with prepared("order", messages.postgresql(size.rows)) as table:
        figures += [ratio("date follows the key", *_both(table, size.rounds), at_most=1.7)]
        figures += _felt(table, size.rounds)
    with prepared("scattered", messages.postgresql(size.rows, messages.SCATTERED)) as table:
        figures += [ratio("date uncorrelated with the key", *_both(table, size.rounds), at_most=2.5)]
    with prepared("months", messages.postgresql(size.rows, by_month=True)) as table:
        figures += _by_month(table, size.rounds)
    return Section(f"PostgreSQL, {size.rows:,} rows, {size.past:,} past their term", HOW, tuple(figures))


def _both(table: Prepared, rounds: int) -> tuple[list[float], list[float]]:
    found = in_turn(
        rounds, {"hand": lambda: _by_hand(table.fresh()), "gestand": lambda: _gestand(table.fresh())}
    )
    return found["hand"], found["gestand"]


def _by_month(table: Prepared, rounds: int) -> list[Figure]:
    """The sweep alone drops partitions; counting before and after takes as long again."""
    sides = {
        "hand": lambda: _by_hand(table.fresh()),
        "reclaimed": lambda: _by_hand(table.fresh(), reclaim=True),
        "sweep": lambda: _sweep(table.fresh()),
        "keep": lambda: _gestand(table.fresh()),
    }
    found = in_turn(rounds, sides)
    return [
        faster("partitioned by month, the sweep alone", found["hand"], found["sweep"], at_least=5),
        faster("the same, its storage given back by hand too", found["reclaimed"], found["sweep"]),
        faster("partitioned by month, all that `keep` does", found["hand"], found["keep"]),
    ]


def _by_hand(url: str, *, reclaim: bool = False) -> Side:
    def delete() -> None:
        with closing(psycopg.connect(url, autocommit=True)) as connection:
            connection.execute("DELETE FROM messages WHERE sent_at < %s", (promise.CUT_OFF,))
            if reclaim:
                connection.execute("VACUUM messages")

    return delete


def _gestand(url: str) -> Side:
    store = SqlStore("messages", url)
    world = promise.world(store, Reading.INSTANT)

    def keep() -> None:
        promise.keep(store, world)
        store.close()

    return keep


def _sweep(url: str) -> Side:
    store = SqlStore("messages", url)
    action = promise.planned(store, promise.world(store, Reading.INSTANT))

    def perform() -> None:
        erased = sum(batch.rows for batch in store.perform(action, Pace(Mode.POLITE, action.rows)))
        assert erased == action.rows
        store.close()

    return perform


def _felt(table: Prepared, rounds: int) -> list[Figure]:
    """The writer's waits alone, during a DELETE by hand and during a sweep."""
    alone: list[float] = []
    during: dict[str, list[float]] = {"hand": [], "gestand": []}
    sides: dict[str, Callable[[str], Side]] = {"hand": _by_hand, "gestand": _gestand}
    for _ in range(rounds):
        for name, side in sides.items():
            url = table.fresh()
            act = side(url)
            with writing(url) as waits:
                stamps = [time.monotonic()]
                time.sleep(1.5)
                stamps.append(time.monotonic())
                act()
                stamps.append(time.monotonic())
            alone += waits.between(stamps[0], stamps[1])
            during[name] += waits.between(stamps[1], stamps[2])
    quiet, hand, ours = (percentile(waits, 0.99) for waits in (alone, during["hand"], during["gestand"]))
    more = below("another writer's p99 during it", (ours - quiet) * 1000, 10, "ms more", said(hand))
    detail = f"{said(ours)} (alone {said(quiet)})"
    return [Figure(more.what, more.by_hand, detail, more.found, more.target, more.met)]
