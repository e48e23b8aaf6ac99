"""What only SQLite has: any bytes as text, in any column."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gestand.core.action import Along, Erase, Leaving
from gestand.core.predicate import ALWAYS, Before, Moment, Reading, Step, Unreadable
from gestand.core.schema import TableName
from gestand.stores.conformance.bench import counted, done
from gestand.stores.sql import SqlStore

CALLS, PARTS = TableName("calls"), TableName("parts")
AT = Moment("at", Reading.ISO_TEXT, "Europe/Amsterdam")
DUE = Before(AT, datetime(2024, 3, 1, tzinfo=UTC))
BROKEN = bytes.fromhex("323032302dff")
KEYS = {"rowid": "id INTEGER PRIMARY KEY) ", "text": "id TEXT PRIMARY KEY) WITHOUT ROWID"}


def calls(folder: Path, key: str, index: str, crowd: int = 1) -> SqlStore:
    """A thousand calls of January, `crowd` at a time that is no UTF-8, one of June; keys that are none either."""
    file = folder / "calls.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"CREATE TABLE calls (at TEXT, {KEYS[key]}")
        connection.execute(
            "CREATE TABLE parts (id INTEGER PRIMARY KEY, call REFERENCES calls ON DELETE CASCADE)"
        )
        connection.execute(index)
        name = "n" if key == "rowid" else "CAST(x'ff' || printf('%05d', n) AS TEXT)"
        numbers = "WITH RECURSIVE t(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM t WHERE n < ?)"
        add = f"INSERT INTO calls (id, at) {numbers} SELECT {name}, ? FROM t WHERE n > ?"
        connection.execute(add, (1_000, "2024-01-05", 0))
        connection.execute(add.replace("? FROM", "CAST(? AS TEXT) FROM"), (1_000 + crowd, BROKEN, 1_000))
        connection.execute(add, (1_001 + crowd, "2024-06-05", 1_000 + crowd))
        connection.execute("INSERT INTO parts (call) SELECT id FROM calls")
        connection.commit()
    return SqlStore("calls", f"sqlite:///{file}")


@pytest.mark.parametrize("index", ["CREATE INDEX by_time ON calls (at)", ""])
@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("crowd", [1, 700])
def test_a_text_that_is_no_text_stops_no_sweep(tmp_path: Path, key: str, index: str, crowd: int) -> None:
    store = calls(tmp_path, key, index, crowd)
    everything = Erase("retention/calls", "calls", CALLS, DUE, 1_000, walk=AT)
    assert counted(store, CALLS, DUE, Unreadable(AT), ALWAYS) == [1_000, crowd, 1_001 + crowd]
    assert done(store, everything) == 1_000
    assert counted(store, CALLS, DUE, Unreadable(AT), ALWAYS) == [0, crowd, 1 + crowd]
    parts = (Along((Step(("id",), PARTS, ("call",)),), Leaving.CASCADE, 1),)
    rest = Erase("retention/calls", "calls", CALLS, ALWAYS, 1 + crowd, along=parts)
    assert done(store, rest) == 1 + crowd
    assert counted(store, PARTS, ALWAYS) == [0]
