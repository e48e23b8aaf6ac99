"""One transaction for one person: beside other sessions, in tables that lead in circles, where writing is barred."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.stores.conftest import sqlite_file

from gestand.core.action import Along, Batch, Correct, Deed, Erase, Leaving
from gestand.core.errors import StoreAway, StoreReadOnly, StoreRefuses
from gestand.core.predicate import Equals, Predicate, Step, Value
from gestand.core.question import Observe
from gestand.core.schema import TableName
from gestand.stores import engine as engines
from gestand.stores.engine import open_engine
from gestand.stores.sql import SqlStore

PEOPLE, CARDS = TableName("people"), TableName("cards")
TO_CARDS = Step(("id",), CARDS, ("person",))
SERVERS = ("postgresql", "mariadb")
TABLES = (
    "CREATE TABLE people (id INTEGER PRIMARY KEY, email VARCHAR(60) UNIQUE, favourite INTEGER)",
    "CREATE TABLE cards (id INTEGER PRIMARY KEY, word VARCHAR(60), "
    "person INTEGER NOT NULL REFERENCES people (id) {down})",
    "INSERT INTO people VALUES (1, 'a@example.org', NULL), (2, 'b@example.org', NULL), (3, 'c@example.org', NULL)",
    "INSERT INTO cards VALUES (1, 'x', 1), (2, 'x', 2), (3, 'x', 2)",
    "CREATE INDEX by_person ON cards (person)",
)
CIRCLE = "ALTER TABLE people ADD CONSTRAINT back FOREIGN KEY (favourite) REFERENCES cards (id) {back}"


@pytest.fixture(params=("sqlite", *SERVERS))
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    yield from _place(request, request.param, tmp_path)


@pytest.fixture(params=SERVERS)
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    yield from _place(request, request.param, tmp_path)


def _place(request: pytest.FixtureRequest, name: str, folder: Path) -> Iterator[str]:
    found = sqlite_file(folder) if name == "sqlite" else request.getfixturevalue(name)
    yield found
    run(found, "UPDATE people SET favourite = NULL")
    if name != "sqlite":
        drop = "DROP CONSTRAINT" if name == "postgresql" else "DROP FOREIGN KEY"
        run(found, f"ALTER TABLE people {drop} IF EXISTS back", "DROP TABLE cards", "DROP TABLE people")


def run(url: str, *statements: str) -> list[tuple[object, ...]]:
    """The rows of the last statement, if it has any."""
    engine = open_engine("other", url)
    with engine.begin() as connection:
        for statement in statements:
            told = connection.exec_driver_sql(statement)
        rows = [tuple(row) for row in told] if told.returns_rows else []
    engine.dispose()
    return rows


def fill(url: str, down: str = "", back: str | None = None) -> None:
    tables = list(TABLES)
    if back is not None and url.startswith("sqlite"):
        tables[0] = tables[0].replace("favourite INTEGER", f"favourite INTEGER REFERENCES cards (id) {back}")
    run(url, *(statement.format(down=down) for statement in tables))
    if back is not None and not url.startswith("sqlite"):
        run(url, CIRCLE.format(back=back))
    if back is not None:
        run(url, "UPDATE people SET favourite = 2 WHERE id = 2")


def correct(person: int, email: str, table: TableName = PEOPLE, column: str = "email") -> Correct:
    return Correct("requests/rectification", "crm", table, Equals("id", person), 1, ((column, email),))


def erase(where: Predicate, **more: object) -> Erase:
    return Erase("requests/erasure", "crm", PEOPLE, where, 1, **more)  # type: ignore[arg-type]


def done(url: str, *deeds: Deed) -> list[tuple[int, int]]:
    store = SqlStore("crm", url)
    batches = store.together(deeds)
    store.close()
    return [(batch.rows, batch.along) for batch in batches]


def emails(url: str) -> list[object]:
    return [email for (email,) in run(url, "SELECT email FROM people ORDER BY id")]


def test_a_unique_address_that_is_somebody_s_undoes_all_and_is_not_told(url: str) -> None:
    fill(url)
    with pytest.raises(StoreRefuses, match="table people: it stopped it by a constraint") as caught:
        done(url, correct(1, "new", CARDS, "word"), correct(2, "a@example.org"))
    assert "example.org" not in str(caught.value)
    assert run(url, "SELECT word FROM cards WHERE id = 1") == [("x",)]


def test_rows_in_a_circle_that_the_database_empties_go(url: str) -> None:
    """Her card leads to her, and she to her favourite card."""
    fill(url, "ON DELETE CASCADE", "ON DELETE SET NULL")
    assert done(url, erase(Equals("id", 2), along=(Along((TO_CARDS,), Leaving.CASCADE, 2),))) == [(1, 2)]
    assert run(url, "SELECT id FROM cards") == [(1,)]


def test_rows_in_a_circle_go_once_the_link_between_them_is_emptied(url: str) -> None:
    fill(url, "", "")
    cut = Correct("requests/erasure", "crm", PEOPLE, Equals("id", 2), 1, (("favourite", None),))
    with_cards = erase(Equals("id", 2), along=(Along((TO_CARDS,), Leaving.FIRST, 2),))
    with pytest.raises(StoreRefuses, match="table people"):
        done(url, with_cards)
    assert len(run(url, "SELECT id FROM cards")) == 3
    assert done(url, cut, with_cards) == [(1, 0), (1, 2)]
    assert (run(url, "SELECT id FROM cards"), emails(url)) == ([(1,)], ["a@example.org", "c@example.org"])


def test_a_file_that_can_only_be_read_is_left_as_it_was(tmp_path: Path) -> None:
    url = sqlite_file(tmp_path)
    fill(url)
    with pytest.raises(StoreReadOnly, match="crm, table people: it can only be read"):
        done(url.replace("sqlite:///", "sqlite:///file:") + "?mode=ro", correct(1, "new"))
    assert emails(url)[0] == "a@example.org"


def test_a_server_that_can_only_be_read_is_left_as_it_was(
    postgresql: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    for url in _place(request, "postgresql", tmp_path):
        fill(url)
        database = f"ALTER DATABASE {sa.make_url(url).database}"
        run(url, f"{database} SET default_transaction_read_only = on")
        with pytest.raises(StoreReadOnly, match="crm, table people: it can only be read"):
            done(url, correct(1, "new"))
        run(url, "SET TRANSACTION READ WRITE", f"{database} RESET default_transaction_read_only")
        assert emails(url)[0] == "a@example.org"


@pytest.mark.parametrize("scheme", ["postgresql", "mariadb"])
def test_a_store_that_is_away_is_told_so(scheme: str) -> None:
    with pytest.raises(StoreAway, match="store crm: it does not answer"):
        done(f"{scheme}://nobody@127.0.0.1:1/crm", correct(1, "new"))


def test_rows_that_another_session_holds_are_refused_after_a_while(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(server)
    monkeypatch.setattr(engines, "LOCK_SECONDS", 1)
    monkeypatch.setattr(engines, "_MARIADB_MANNERS", ("SET SESSION innodb_lock_wait_timeout = 1",))
    other = open_engine("other", server)
    with other.begin() as holding:
        holding.exec_driver_sql("UPDATE people SET email = 'theirs' WHERE id = 2")
        with pytest.raises(StoreRefuses, match="table people: it is locked by another session"):
            done(server, correct(1, "new", CARDS, "word"), correct(2, "new"))
    other.dispose()
    assert run(server, "SELECT word FROM cards WHERE id = 1") == [("x",)]


def test_a_row_that_changed_meanwhile_is_judged_as_it_is_now(server: str) -> None:
    """Another session gives her address to a row of somebody else before it commits: what waited for it sees that."""
    fill(server)
    other = open_engine("other", server)
    with ThreadPoolExecutor(1) as threads, other.connect() as changing:
        changing.exec_driver_sql("UPDATE people SET email = 'moved@example.org' WHERE id = 3")
        waiting = threads.submit(done, server, erase(Equals("email", "c@example.org")))
        until_somebody_waits(other)
        changing.commit()
        assert waiting.result(20) == [(0, 0)]
    other.dispose()
    assert emails(server)[2] == "moved@example.org"


def until_somebody_waits(engine: sa.Engine) -> None:
    waits = {
        "postgresql": "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
        "AND wait_event_type = 'Lock'",
        "mariadb": "SELECT count(*) FROM information_schema.INNODB_TRX WHERE trx_state = 'LOCK WAIT'",
    }
    asked = waits["mariadb" if engine.dialect.name in ("mysql", "mariadb") else "postgresql"]
    until = time.monotonic() + 5
    while time.monotonic() < until:
        with engine.connect() as looking:
            if looking.exec_driver_sql(asked).scalar():
                return
        time.sleep(0.02)


def test_what_clashed_with_another_session_is_done_again_whole(server: str) -> None:
    """Each holds what the other wants: ours gives way, is undone, and done once more when the other is through."""
    fill(server)
    other = open_engine("other", server)
    with ThreadPoolExecutor(1) as threads, other.connect() as wanting:
        wanting.exec_driver_sql("UPDATE cards SET word = 'heavier'")
        wanting.exec_driver_sql("UPDATE people SET email = 'theirs' WHERE id = 3")
        ours = threads.submit(done, server, correct(1, "ours@example.org"), correct(3, "c2@example.org"))
        until_somebody_waits(other)
        wanting.exec_driver_sql("UPDATE people SET favourite = 1 WHERE id = 1")
        wanting.commit()
        assert ours.result(20) == [(1, 0), (1, 0)]
    other.dispose()
    assert run(server, "SELECT email, favourite FROM people WHERE id <> 2 ORDER BY id") == [
        ("ours@example.org", 1),
        ("c2@example.org", None),
    ]


def test_two_officers_at_once_do_it_once(server: str) -> None:
    fill(server, "ON DELETE CASCADE")
    start = threading.Barrier(2)
    store = SqlStore("crm", server)
    store.answer(Observe("crm"))
    deeds = (
        correct(1, "new@example.org"),
        erase(Equals("id", 2), along=(Along((TO_CARDS,), Leaving.CASCADE, 2),)),
    )

    def at_once() -> tuple[Batch, ...]:
        start.wait()
        return store.together(deeds)

    with ThreadPoolExecutor(2) as threads:
        both = [one.result(20) for one in [threads.submit(at_once) for _ in range(2)]]
    store.close()
    assert sorted([(batch.rows, batch.along) for batch in one] for one in both) == [
        [(0, 0), (0, 0)],
        [(1, 0), (1, 2)],
    ]


def test_what_she_says_is_written_into_columns_of_every_kind_and_only_once(server: str) -> None:
    """She writes text; a flag is lowered by the list that she leaves."""
    columns: dict[str, Value] = {
        "a BOOLEAN": False, "b DATE": "1980-02-29", "c NUMERIC(8,2)": "12.50", "d INTEGER": "7",
        "e VARCHAR(40)": "é 'x'", "f TEXT": "", "g CHAR(4)": "ab", "h TIMESTAMP NULL": "2024-02-29 12:30:00",
    }  # fmt: skip
    fill(server)
    values = tuple((column[0], value) for column, value in columns.items())
    run(
        server,
        f"CREATE TABLE wide (id INTEGER PRIMARY KEY, {', '.join(columns)})",
        "INSERT INTO wide (id) VALUES (1)",
    )
    deed = Correct("requests/rectification", "crm", TableName("wide"), Equals("id", 1), 1, values)
    try:
        assert [done(server, deed), done(server, deed)] == [[(1, 0)], [(0, 0)]]
    finally:
        run(server, "DROP TABLE wide")
