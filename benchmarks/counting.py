"""`check`: the questions of the retention duty beside a COUNT by hand."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from statistics import median

import psycopg

from benchmarks import messages, promise
from benchmarks.figure import Figure, Section, Size, below, ratio, said
from benchmarks.files import prepared_file
from benchmarks.rounds import in_turn
from benchmarks.servers import prepared
from benchmarks.sqlite import CUT_OFF as TEXT_CUT_OFF
from gestand.core.predicate import Reading
from gestand.stores.sql import SqlStore

COUNT = "SELECT count(*) FROM messages WHERE sent_at < "
HOW = """\
All that `check` asks of the store about one promise, and the verdict: rows that deviate with their first and last
day, rows that are due today, rows whose date cannot be read; on an open connection, through the same duty and store
as in the product. By hand: one `SELECT count(*)` of the rows past their term, on an open connection too."""
_TIMES = 20


def run(size: Size) -> Section:
    """Needs PostgreSQL, and room for a SQLite file."""
    figures: list[Figure] = []
    with prepared("counting", messages.postgresql(size.rows)) as table:
        url = table.fresh()
        with closing(psycopg.connect(url, autocommit=True)) as server:
            figures += _figures(
                "PostgreSQL",
                SqlStore("messages", url),
                Reading.INSTANT,
                lambda: server.execute(f"{COUNT} %s", (promise.CUT_OFF,)).fetchone(),
                size,
                limit=5,
            )
    with prepared_file(size.rows) as prepared_table, closing(sqlite3.connect(prepared_table.file)) as file:
        figures += _figures(
            "SQLite",
            SqlStore("messages", f"sqlite:///{prepared_table.file}"),
            Reading.ISO_TEXT_UTC,
            lambda: file.execute(f"{COUNT} ?", (TEXT_CUT_OFF,)).fetchone(),
            size,
            limit=None,
        )
    return Section(f"`check` of a promise on {size.rows:,} rows", HOW, tuple(figures))


def _figures(
    engine: str,
    store: SqlStore,
    read_as: Reading,
    by_hand: Callable[[], object],
    size: Size,
    limit: float | None,
) -> list[Figure]:
    today, earlier = (promise.world(store, read_as, now) for now in (promise.NOW, promise.NOTHING_PAST))
    by_hand()
    assert promise.checked(store, today) > 0
    assert promise.checked(store, earlier) == 0
    sides = {"hand": lambda: by_hand, "gestand": lambda: lambda: promise.checked(store, today)}
    found = in_turn(size.rounds * 2 + 1, sides)
    nothing = median(_seconds(lambda: promise.checked(store, earlier)) for _ in range(_TIMES))
    store.close()
    what = f"{engine}, nothing past its term"
    return [
        ratio(f"{engine}, {size.past:,} rows past their term", found["hand"], found["gestand"], at_most=1.2),
        below(what, nothing * 1000, limit, "ms") if limit else Figure(what, "", said(nothing), said(nothing)),
    ]


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
