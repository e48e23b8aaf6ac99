"""SQLite: one DELETE by hand beside a polite and an exclusive sweep, and what another writer feels of them."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from benchmarks import promise
from benchmarks.figure import Figure, Section, Size, below, percentile, ratio, said
from benchmarks.files import PreparedFile, prepared_file
from benchmarks.rounds import Side, in_turn
from benchmarks.writer import writing
from gestand.core.action import Mode, Pace
from gestand.core.predicate import Reading
from gestand.stores.sql import SqlStore

CUT_OFF = f"{promise.CUT_OFF:%Y-%m-%d %H:%M:%S}"
MOST_ROUNDS = 3
HOW = """\
The same table in a file with a write-ahead log, its dates as seconds since 1970; once more with ISO text in UTC,
of which every value is looked at before it counts as a date. Every run starts from a fresh copy of the same file.
By hand: one `DELETE`, which stops every other writer until it has ended. gestand: count, sweep, count again. The
other writer is a process of its own, one row a transaction, inserts and updates in turn; its 99th percentile is
over all rounds together. The longest batch is how long an interrupted sweep takes at most to stop."""


def run(size: Size) -> Section:
    """Needs room for two copies of the file, about 1.5 GB each at ten million rows."""
    rounds = min(size.rounds, MOST_ROUNDS)
    with prepared_file(size.rows) as table:
        found = _in_turn(table, rounds, Reading.EPOCH_SECONDS)
        figures = (
            ratio("polite", found["hand"], found["polite"], at_most=8),
            *_felt(table, rounds),
            ratio("exclusive", found["hand"], found["exclusive"], at_most=1.5),
            below("longest batch of exclusive", _longest_batch(table), 2, "s"),
        )
    with prepared_file(size.rows, as_text=True) as table:
        found = _in_turn(table, rounds, Reading.ISO_TEXT_UTC)
        figures += tuple(ratio(f"{mode}, dates as text", found["hand"], found[mode]) for mode in Mode)
    return Section(f"SQLite, {size.rows:,} rows, {size.past:,} past their term", HOW, figures)


def _in_turn(table: PreparedFile, rounds: int, read_as: Reading) -> dict[str, list[float]]:
    sides = {
        "hand": lambda: _by_hand(table.fresh(), read_as),
        "polite": lambda: _gestand(table.fresh(), Mode.POLITE, read_as),
        "exclusive": lambda: _gestand(table.fresh(), Mode.EXCLUSIVE, read_as),
    }
    return in_turn(rounds, sides)


def _by_hand(file: Path, read_as: Reading = Reading.EPOCH_SECONDS) -> Side:
    cut_off = CUT_OFF if read_as is Reading.ISO_TEXT_UTC else int(promise.CUT_OFF.timestamp())

    def delete() -> None:
        with closing(sqlite3.connect(file, isolation_level=None, timeout=60)) as connection:
            connection.execute("DELETE FROM messages WHERE sent_at < ?", (cut_off,))

    return delete


def _gestand(file: Path, mode: Mode, read_as: Reading = Reading.EPOCH_SECONDS) -> Side:
    store = SqlStore("messages", f"sqlite:///{file}")
    world = promise.world(store, read_as)

    def keep() -> None:
        promise.keep(store, world, mode)
        store.close()

    return keep


def _felt(table: PreparedFile, rounds: int) -> list[Figure]:
    """The writer's waits alone, during a DELETE by hand and during a polite sweep."""
    alone: list[float] = []
    hand: list[float] = []
    ours: list[float] = []
    for _ in range(rounds):
        for act, felt in ((_by_hand(table.fresh()), hand), (None, ours)):
            file = table.file.with_name("run.db") if act else table.fresh()
            side = act or _gestand(file, Mode.POLITE)
            with writing(str(file)) as waits:
                stamps = [time.monotonic()]
                time.sleep(1)
                stamps.append(time.monotonic())
                side()
                stamps.append(time.monotonic())
            alone += waits.between(stamps[0], stamps[1])
            felt += waits.between(stamps[1], stamps[2])
    quiet, during = percentile(alone, 0.99), percentile(ours, 0.99)
    limit = below(
        "another writer's p99 during it", during * 1000, 50, "ms", f"longest wait {said(max(hand))}"
    )
    detail = f"{limit.gestand} (alone {said(quiet)})"
    return [Figure(limit.what, limit.by_hand, detail, limit.found, limit.target, limit.met)]


def _longest_batch(table: PreparedFile) -> float:
    store = SqlStore("messages", f"sqlite:///{table.fresh()}")
    action = promise.planned(store, promise.world(store, Reading.EPOCH_SECONDS))
    longest, began = 0.0, time.monotonic()
    for _ in store.perform(action, Pace(Mode.EXCLUSIVE, action.rows)):
        now = time.monotonic()
        longest, began = max(longest, now - began), now
    store.close()
    return longest
