"""The one door for values: it reads, it never writes, it is limited, and it says what it could not read."""

import logging
import secrets
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.datamap.suggest import wide
from tests.datamap.suggest.conftest import TODAY
from tests.datamap.suggest.legacy import MARK, fill
from tests.servers import database

from gestand.core.errors import SettingsError, StoreAway
from gestand.core.schema import TableName
from gestand.datamap.suggest import report
from gestand.datamap.suggest.draft import draft
from gestand.datamap.suggest.writing import Writer
from gestand.statement.model import Statement
from gestand.stores.glance import LONGEST
from gestand.stores.sampling import ROWS, Sampler
from gestand.wiring.mapping import survey


def test_a_handful_is_of_all_columns_and_shows_itself_to_nobody(old_company: str) -> None:
    sampler = Sampler("old", old_company)
    table = sampler.look().table(TableName("tbl_klant"))
    assert table is not None

    handful = sampler.handful(table)
    sampler.close()

    assert dict(handful.columns)["voornm"]
    assert MARK not in repr(handful)
    assert MARK not in repr(sampler)


def test_so_many_rows_of_so_many_characters_and_no_more(tmp_path: object) -> None:
    url = f"sqlite:///{tmp_path}/big.db"
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT, bytes BLOB)")
        for at in range(ROWS * 3):
            connection.exec_driver_sql(
                "INSERT INTO t (text, bytes) VALUES (?, ?)", (f"{at} " + "x" * 5000, b"\x00")
            )
    sampler = Sampler("big", url)
    (table,) = sampler.look().tables

    handful = sampler.handful(table)
    columns = dict(handful.columns)
    sampler.close()

    assert len(columns["id"]) == ROWS
    assert (min(columns["id"]), max(columns["id"])) == (1, ROWS * 3)
    assert max(len(str(value)) for value in columns["text"]) <= LONGEST
    assert (columns["bytes"], handful.bytes) == ((), ("bytes",))


def test_the_engine_itself_keeps_the_door_from_writing(old_company: str) -> None:
    sampler = Sampler("old", old_company)

    with pytest.raises(sa.exc.DBAPIError), sampler._reading() as connection:
        connection.execute(sa.text("DELETE FROM landen"))
    sampler.close()


def test_a_file_is_left_as_it_is_with_the_log_that_a_crash_left_beside_it(tmp_path: Path) -> None:
    file, crashed = tmp_path / "live.db", tmp_path / "crashed.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE klant (id INTEGER PRIMARY KEY, email TEXT)")
        connection.commit()
        for ending in ("", "-wal"):
            Path(f"{crashed}{ending}").write_bytes(Path(f"{file}{ending}").read_bytes())
    before = [Path(f"{crashed}{ending}").read_bytes() for ending in ("", "-wal")]

    seen = survey("crashed", f"sqlite:///{crashed}", TODAY)

    assert [table.name.name for table in seen.schema.tables] == ["klant"]
    assert [Path(f"{crashed}{ending}").read_bytes() for ending in ("", "-wal")] == before


@pytest.mark.parametrize(
    ("server", "lock"),
    [("postgresql", "LOCK TABLE landen IN ACCESS EXCLUSIVE MODE"), ("mariadb", "LOCK TABLES landen WRITE")],
)
def test_a_table_that_another_session_holds_is_not_waited_for_long(
    request: pytest.FixtureRequest, server: str, lock: str
) -> None:
    with database(request.getfixturevalue(server)) as url:
        engine = sa.create_engine(url, poolclass=sa.NullPool)
        fill(engine)
        with engine.connect() as other:
            other.exec_driver_sql(lock)
            seen = survey("held", url, TODAY)

    assert "is locked by another session" in seen.looks[TableName("landen")].unread
    assert seen.looks[TableName("tbl_klant")].columns


def test_a_database_of_no_encoding_is_read_as_far_as_it_can_be(postgresql: str) -> None:
    name = f"gestand_test_{secrets.token_hex(6)}"
    server = sa.create_engine(postgresql, poolclass=sa.NullPool, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.exec_driver_sql(
            f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'"
        )
        try:
            url = sa.make_url(postgresql).set(database=name).render_as_string(hide_password=False)
            with sa.create_engine(url, poolclass=sa.NullPool, client_encoding="utf8").begin() as own:
                own.exec_driver_sql("CREATE TABLE klant (id int PRIMARY KEY, email text)")
                own.exec_driver_sql("CREATE TABLE oud (id int PRIMARY KEY, naam text)")
                own.exec_driver_sql(f"INSERT INTO oud VALUES (1, E'{MARK}\\351')")
            seen = survey("ascii", url, TODAY)
        finally:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")

    assert "cannot use a value" in seen.looks[TableName("oud")].unread
    assert seen.looks[TableName("klant")].columns
    assert MARK not in repr(seen)


def test_nothing_sampled_reaches_a_log_or_a_folder_for_what_is_temporary(
    old_company: str, caplog: pytest.LogCaptureFixture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with caplog.at_level(logging.DEBUG, logger="sqlalchemy"):
        survey("old", old_company, TODAY)

    assert MARK not in caplog.text
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_is_away_is_told_without_its_address() -> None:
    with pytest.raises(StoreAway) as told:
        survey("old", "postgresql://someone:geheim@127.0.0.1:1/none", TODAY)

    assert "geheim" not in str(told.value)


def test_a_value_that_breaks_a_driver_reaches_no_message(tmp_path: object) -> None:
    url = f"sqlite:///{tmp_path}/broken.db"
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE klant (id INTEGER PRIMARY KEY, email TEXT, geb DATE)")
        connection.exec_driver_sql(
            f"INSERT INTO klant (email, geb) VALUES (CAST(x'ff{MARK.encode().hex()}' AS TEXT), '{MARK}')"
        )
        connection.exec_driver_sql(
            f"CREATE VIEW broken AS SELECT abs(-9223372036854775808), '{MARK}' AS email"
        )

    seen = survey("broken", url, TODAY)

    assert MARK not in repr(seen)


@contextmanager
def reader(postgresql: str, grant: str) -> Iterator[str]:
    """The address of a role that may read so much of the old company."""
    role = f"part_{secrets.token_hex(4)}"
    with database(postgresql) as url:
        owner = sa.create_engine(url, poolclass=sa.NullPool)
        fill(owner)
        with owner.begin() as connection:
            connection.exec_driver_sql(f"CREATE ROLE {role} LOGIN PASSWORD 'part'")
            connection.exec_driver_sql(f"GRANT {grant} TO {role}")
        try:
            theirs = sa.make_url(url).set(username=role, password="part")
            yield theirs.render_as_string(hide_password=False)
        finally:
            with owner.begin() as connection:
                connection.exec_driver_sql(f"DROP OWNED BY {role}")
                connection.exec_driver_sql(f"DROP ROLE {role}")


def test_a_user_without_rights_on_half_the_tables_hears_which(postgresql: str, statement: Statement) -> None:
    with reader(postgresql, "SELECT ON tbl_klant, landen") as url:
        seen = survey("half", url, TODAY)

    (told,) = report.unread(seen.schema, seen.looks, seen.hidden)
    assert "`SmsBericht`, `tbl_factuur`" in told.en
    assert "cannot be told" in told.en
    made = draft("half", statement, seen.schema, seen.looks)
    assert "SmsBericht" not in {name.name for name in made.personal}
    assert made.without == (TableName("landen"),)


def test_a_table_of_which_some_columns_may_be_read_is_judged_by_names_and_told(postgresql: str) -> None:
    with reader(postgresql, "SELECT (klantnr, voornm) ON tbl_klant") as url:
        seen = survey("part", url, TODAY)

    told = " ".join(each.en for each in report.unread(seen.schema, seen.looks, seen.hidden))
    assert "Values of tbl_klant not looked at, names alone" in told


def test_a_user_of_mariadb_hears_of_tables_that_show_no_shape_and_of_those_that_show_no_rows(
    mariadb: str, statement: Statement
) -> None:
    user = f"half_{secrets.token_hex(4)}"
    with database(mariadb) as url:
        owner, name = sa.create_engine(url, poolclass=sa.NullPool), sa.make_url(url).database
        fill(owner)
        with owner.begin() as connection:
            for line in (
                f"CREATE USER {user} IDENTIFIED BY 'half'",
                f"CREATE TABLE {name}.`odd:name %%s` (id int, tel text)",
                f"GRANT SELECT ON {name}.tbl_klant TO {user}",
                f"GRANT SELECT ON {name}.`odd:name %%s` TO {user}",
                f"GRANT SELECT (id) ON {name}.tbl_factuur TO {user}",
                f"GRANT INSERT ON {name}.landen TO {user}",
            ):
                connection.exec_driver_sql(line)
        try:
            theirs = (
                sa.make_url(url).set(username=user, password="half").render_as_string(hide_password=False)
            )
            seen = survey("half", theirs, TODAY)
        finally:
            with owner.begin() as connection:
                connection.exec_driver_sql(f"DROP USER {user}")

    told = [each.en for each in report.unread(seen.schema, seen.looks, seen.hidden)]
    assert seen.hidden == ("tbl_factuur",)
    assert "`tbl_factuur`. Whether anything personal is in them cannot be told" in told[0]
    assert "Values of landen not looked at, names alone" in told[1]
    made = draft("half", statement, seen.schema, seen.looks)
    assert {name.name for name in made.personal} == {"tbl_klant", "odd:name %s"}
    assert made.doubts[TableName("landen")].en == "names alone were looked at"


def test_what_was_not_seen_of_a_table_without_personal_data_is_said_beside_it(tmp_path: object) -> None:
    url = f"sqlite:///{tmp_path}/unseen.db"
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE empty (id INTEGER PRIMARY KEY, c TEXT)")
        connection.exec_driver_sql("CREATE TABLE scans (id INTEGER PRIMARY KEY, c BLOB)")
        connection.exec_driver_sql("CREATE TABLE sizes (id INTEGER PRIMARY KEY, c TEXT)")
        connection.exec_driver_sql("INSERT INTO scans (c) VALUES (x'00ff')")
        connection.exec_driver_sql("INSERT INTO sizes (c) VALUES ('XL')")

    seen = survey("unseen", url, TODAY)
    text = Writer("en", "U", "Europe/Amsterdam").write(draft("unseen", None, seen.schema, seen.looks))

    lines = {
        line.split()[1]: line.partition("# ")[2] for line in text.splitlines() if line.startswith("      - ")
    }
    assert lines == {
        "empty": "empty now: names alone were looked at",
        "scans": "not looked into, for they are bytes: `c`",
        "sizes": "",
    }


def test_two_hundred_tables_take_less_than_ten_seconds(postgresql: str, statement: Statement) -> None:
    with database(postgresql) as url:
        engine = sa.create_engine(url, poolclass=sa.NullPool)
        wide.fill(engine)
        began = time.process_time()  # our own share: the wall's is measured by the benchmark
        seen = survey("wide", url, TODAY)
        made = draft("wide", statement, seen.schema, seen.looks)
        took = time.process_time() - began

    assert len(made.personal) == wide.TABLES
    assert took < 10


def test_a_mistyped_kind_of_database_is_told(statement: Statement) -> None:
    with pytest.raises(SettingsError, match="no store of the kind 'mongodb'"):
        survey("old", "mongodb://host/database", TODAY)
