"""What goes wrong is told in words that hold no value and no password, and loses nothing."""

import contextlib
import os
import socket
import sqlite3
import stat
import struct
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest

from gestand.core.action import Blank, Erase, Mode, Pace
from gestand.core.errors import SettingsError, StoreAway, StoreError, StoreReadOnly, StoreRefuses
from gestand.core.predicate import ALWAYS, Before, Equals, Moment, Reading
from gestand.core.question import Observe
from gestand.core.schema import ColumnFacts, ColumnKind, Schema, TableFacts, TableName
from gestand.stores import engine
from gestand.stores.conformance.bench import counted, done
from gestand.stores.conformance.benches import SqlBench
from gestand.stores.sql import SqlStore

PEOPLE = TableName("people")
ALL = Erase("retention/people", "crm", PEOPLE, ALWAYS, 2)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A SQLite database of two people."""
    path = tmp_path / "crm.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "CREATE TABLE people (id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, at TEXT)"
        )
        connection.execute(
            "INSERT INTO people VALUES (1, 'a@example.org', '2020-01-01'), (2, 'b@example.org', 'soon')"
        )
        connection.execute("CREATE VIEW elders AS SELECT * FROM people")
        connection.execute("CREATE TRIGGER told AFTER DELETE ON people BEGIN SELECT 1; END")
        connection.commit()
    return path


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that waits a tenth of a second for a lock."""
    monkeypatch.setattr(engine, "LOCK_SECONDS", 0.1)


def _store(path: Path) -> SqlStore:
    return SqlStore("crm", f"sqlite:///{path}")


def test_a_file_that_is_not_there_is_away_and_is_not_made(tmp_path: Path) -> None:
    missing = tmp_path / "typo.db"
    with pytest.raises(StoreAway, match=r"store crm: it cannot be opened.*file exists"):
        _store(missing).answer(Observe("crm"))
    assert not missing.exists()


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    text = tmp_path / "letter.db"
    text.write_text("Dear customer, " * 400)
    with pytest.raises(StoreAway, match="store crm: it is damaged, or is no database"):
        _store(text).answer(Observe("crm"))


def test_a_locked_file_is_refused_and_loses_nothing(file: Path, impatient: None) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreRefuses, match="store crm, table people: it is locked by another session"):
            done(_store(file), ALL)
        other.execute("ROLLBACK")
    assert counted(_store(file), PEOPLE, ALWAYS) == [2]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write to every file")
def test_a_file_without_write_permission_can_be_asked_and_not_acted_upon(file: Path) -> None:
    file.chmod(stat.S_IRUSR)
    assert counted(_store(file), PEOPLE, ALWAYS) == [2]
    with pytest.raises(StoreReadOnly, match="store crm, table people: it can only be read"):
        done(_store(file), ALL)


def test_a_read_only_store_can_be_asked_and_not_acted_upon(file: Path) -> None:
    store = SqlStore("crm", f"sqlite:///file:{file}?mode=ro")
    assert counted(store, PEOPLE, ALWAYS) == [2]
    with pytest.raises(StoreReadOnly, match="store crm, table people: it can only be read"):
        done(store, ALL)


def test_no_value_of_a_row_reaches_the_message(file: Path) -> None:
    clash = Blank("retention/people", "crm", PEOPLE, ALWAYS, 2, (("email", "b@example.org"),))
    with pytest.raises(StoreRefuses) as caught:
        done(_store(file), clash)
    assert "stopped it by a constraint" in str(caught.value)
    assert "example.org" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


@pytest.mark.parametrize("url", ["sqlite:///crm.db", "postgresql://h/crm", "mariadb://h/crm"])
def test_no_engine_shows_a_value_in_its_errors_or_its_log(url: str) -> None:
    assert engine.open_engine("crm", url).hide_parameters


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://keeper:s3cret@127.0.0.1:1/crm",
        "mysql://keeper:s3cret@127.0.0.1:1/crm",
    ],
)
def test_a_server_that_does_not_answer_is_away_and_its_password_stays_secret(url: str) -> None:
    store = SqlStore("crm", url)
    with pytest.raises(StoreAway, match="store crm: it does not answer") as caught:
        store.answer(Observe("crm"))
    assert "s3cret" not in f"{caught.value}{store!r}"


@pytest.fixture
def asking_for_passwords() -> Iterator[int]:
    """The port of a server that speaks as PostgreSQL does, asks for a password, and refuses every one."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        Thread(target=_refuse_all, args=(listening,), daemon=True).start()
        yield listening.getsockname()[1]


def _refuse_all(listening: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while True:
            with listening.accept()[0] as asked:
                while len(asked.recv(1000)) == 8:  # may we speak in secret? no
                    asked.sendall(b"N")
                asked.sendall(b"R" + struct.pack("!ii", 8, 3))
                asked.recv(1000)
                fields = b"SFATAL\0C28P01\0Mno\0\0"
                asked.sendall(b"E" + struct.pack("!i", len(fields) + 4) + fields)


def test_a_wrong_password_is_a_refusal_and_stays_secret(asking_for_passwords: int) -> None:
    store = SqlStore("crm", f"postgresql://keeper:s3cret@127.0.0.1:{asking_for_passwords}/crm")

    with pytest.raises(StoreRefuses, match="store crm: it refuses this login") as caught:
        store.answer(Observe("crm"))
    assert "s3cret" not in f"{caught.value}{store!r}"


@pytest.mark.parametrize(
    "url",
    [
        "oracle://h/x",
        "s3cret",
        "sqlite://",
        "sqlite:///:memory:",
        "",
        "mariadb://a:s3cret@h",
        "postgresql://a:s3cret@h:port/x",
    ],
)
def test_an_address_of_no_use_is_told_without_being_repeated(url: str) -> None:
    with pytest.raises(SettingsError, match=r"store crm.*expected sqlite:///FILE") as caught:
        SqlStore("crm", url)
    assert "s3cret" not in str(caught.value)


def test_a_view_and_a_trigger_are_seen(file: Path) -> None:
    seen = _store(file).answer(Observe("crm"))
    assert isinstance(seen, Schema)
    assert seen.loosely_typed
    assert [(str(one.name), one.view, one.triggers) for one in seen.tables] == [
        ("elders", True, ()),
        ("people", False, ("told",)),
    ]


def test_a_view_is_not_acted_upon(file: Path) -> None:
    with pytest.raises(StoreRefuses, match="table elders"):
        done(_store(file), Erase("retention/people", "crm", TableName("elders"), ALWAYS, 2))


def test_a_reading_that_does_not_fit_its_column_is_refused(postgresql: str) -> None:
    bench = SqlBench(postgresql)
    number = ColumnFacts("number", ColumnKind.INTEGER, True)
    bench.create(
        Schema((TableFacts(PEOPLE, (ColumnFacts("id", ColumnKind.INTEGER, False), number), ("id",)),))
    )
    wrong = Before(Moment("number", Reading.DATE, "UTC"), datetime(2024, 1, 1, tzinfo=UTC))
    with pytest.raises(StoreRefuses, match="column number holds integer and cannot be read as date"):
        counted(bench.open(), PEOPLE, wrong)
    bench.clear()


def test_a_server_that_goes_away_midway_keeps_whole_batches(postgresql: str) -> None:
    """Its sessions are ended between two batches: what was yielded stays done, the rest is found by a second run."""
    bench = SqlBench(postgresql)
    facts = TableFacts(PEOPLE, (ColumnFacts("id", ColumnKind.INTEGER, False),), ("id",))
    bench.create(Schema((facts,)))
    bench.insert(PEOPLE, [{"id": number} for number in range(20_000)])
    batches = bench.open().perform(
        Erase("retention/people", "crm", PEOPLE, ALWAYS, 20_000), Pace(Mode.POLITE, 10**6)
    )
    first = next(batches).rows
    _end_all_sessions(postgresql)
    with pytest.raises(StoreError, match="people: it does not answer"):
        list(batches)
    assert counted(bench.open(), PEOPLE, ALWAYS, Equals("id", 19_999)) == [20_000 - first, 1]
    bench.clear()


def test_a_connection_that_the_server_ended_while_it_was_idle_is_made_anew(
    postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = SqlBench(postgresql)
    bench.create(Schema((TableFacts(PEOPLE, (ColumnFacts("id", ColumnKind.INTEGER, False),), ("id",)),)))
    store = bench.open()
    assert counted(store, PEOPLE, ALWAYS) == [0]
    _end_all_sessions(postgresql)
    monkeypatch.setattr(engine, "IDLE_SECONDS", 0)
    assert counted(store, PEOPLE, ALWAYS) == [0]
    assert done(store, ALL) == 0
    bench.clear()


def _end_all_sessions(url: str) -> None:
    import psycopg

    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
