"""`check`: the questions of the retention duty beside a COUNT by hand."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from statistics import median
from typing import Any

import psycopg

from benchmarks import messages, promise
from benchmarks.figure import Figure, Section, Size, below, ratio
from benchmarks.files import prepared_file
from benchmarks.rounds import Side, in_turn
from benchmarks.servers import prepared
from benchmarks.sqlite import CUT_OFF as TEXT_CUT_OFF
from gestand.core.predicate import Reading
from gestand.stores.sql import SqlStore

COUNT = "SELECT count(*) FROM messages WHERE sent_at < "
HOW = """\
All that `check` asks of the store about one promise, and the verdict: rows that deviate with their first and last
day, rows that are due today, rows whose date cannot be read; on an open connection, through the same duty and store
as in the product. By hand: one `SELECT count(*)` of the rows past their term, on an open connection too. SQLite has
no type for dates: a column of numbers is looked up by its index, and in a column of text a date that cannot be read
is found only by reading the whole column, which a `COUNT` alone does not do."""
_TIMES = 100


def run(size: Size) -> Section:
    """Needs PostgreSQL, and room for a SQLite file."""
    figures = (*_postgresql(size), *_sqlite(size), *_sqlite_text(size))
    return Section(f"`check` of a promise on {size.rows:,} rows", HOW, figures)


def _postgresql(size: Size) -> Iterator[Figure]:
    with prepared("counting", messages.postgresql(size.rows)) as table:
        url = table.fresh()
        store = SqlStore("messages", url)
        with closing(psycopg.connect(url, autocommit=True)) as server:
            asked = partial(_fetch, server, f"{COUNT} %s", promise.CUT_OFF)
            today, earlier = _checks(store, Reading.INSTANT)
            found = in_turn(size.rounds * 2 + 1, {"hand": lambda: asked, "gestand": lambda: today})
            yield ratio(
                f"PostgreSQL, {size.past:,} rows past their term", found["hand"], found["gestand"], 1.2
            )
            nothing = [1000 * seconds for seconds in in_turn(_TIMES, {"gestand": lambda: earlier})["gestand"]]
            what = "PostgreSQL, nothing past its term (the fastest of many)"
            yield below(what, min(nothing), 5, "ms", f"median {median(nothing):.3g} ms")
        store.close()


def _sqlite(size: Size) -> Iterator[Figure]:
    with prepared_file(size.rows) as table, closing(sqlite3.connect(table.file)) as file:
        store = SqlStore("messages", f"sqlite:///{table.file}")
        asked = partial(_fetch, file, f"{COUNT} ?", int(promise.CUT_OFF.timestamp()))
        today, _ = _checks(store, Reading.EPOCH_SECONDS)
        found = in_turn(size.rounds * 2 + 1, {"hand": lambda: asked, "gestand": lambda: today})
        yield ratio(f"SQLite, {size.past:,} rows past their term", found["hand"], found["gestand"], 1.2)
        store.close()


def _sqlite_text(size: Size) -> Iterator[Figure]:
    with prepared_file(size.rows, as_text=True) as table, closing(sqlite3.connect(table.file)) as file:
        store = SqlStore("messages", f"sqlite:///{table.file}")
        asked = partial(_fetch, file, f"{COUNT} ?", TEXT_CUT_OFF)
        unreadable = partial(
            _fetch, file, "SELECT count(*) FROM messages WHERE datetime(sent_at, ?) <> sent_at", "+0 days"
        )
        today, _ = _checks(store, Reading.ISO_TEXT_UTC)
        sides: dict[str, Callable[[], Side]] = {
            "hand": lambda: asked,
            "both": lambda: unreadable,
            "gestand": lambda: today,
        }
        found = in_turn(min(size.rounds, 3), sides)
        both = [sum(pair) for pair in zip(found["hand"], found["both"], strict=True)]
        yield ratio("SQLite, dates as text", found["hand"], found["gestand"])
        what = "SQLite, dates as text, by hand with a look for those that cannot be read"
        yield ratio(what, both, found["gestand"])
        store.close()


def _checks(store: SqlStore, read_as: Reading) -> tuple[Side, Side]:
    """A check today, and one on a day on which nothing was past its term; both run once, and say what they should."""
    today = partial(promise.checked, store, promise.world(store, read_as))
    earlier = partial(promise.checked, store, promise.world(store, read_as, promise.NOTHING_PAST))
    assert today() > 0
    assert earlier() == 0
    return today, earlier


def _fetch(connection: Any, said: str, value: object) -> object:
    return connection.execute(said, (value,)).fetchone()
