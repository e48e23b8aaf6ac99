"""A copy of somebody's data holds what each engine can keep, as plain Python or as text."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.stores.conftest import sqlite_file

from gestand.core.errors import StoreRefuses
from gestand.core.predicate import ALWAYS, Equals, OneOf, Predicate, SameFolded
from gestand.core.question import Find, Rows
from gestand.core.schema import TableName
from gestand.stores.engine import open_engine
from gestand.stores.sql import SqlStore

THINGS, KEY = TableName("things"), "0F8B1D2C-9A6E-4F5B-8C3D-2E1F0A9B8C7D"


def run(url: str, *statements: str) -> None:
    engine = open_engine("other", url)
    with engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement.replace("%", "%%") if "sqlite" not in url else statement)
    engine.dispose()


@pytest.fixture(params=("postgresql", "mariadb"))
def url(request: pytest.FixtureRequest) -> Iterator[str]:
    found = request.getfixturevalue(request.param)
    yield found
    run(found, "DROP TABLE IF EXISTS things CASCADE")


def rows(url: str, *columns: str, where: Predicate = ALWAYS) -> list[tuple[object, ...]]:
    store = SqlStore("crm", url)
    answer = store.answer(Find("crm", THINGS, where, columns, 10))
    store.close()
    assert isinstance(answer, Rows)
    return list(answer.rows)


def test_what_only_postgresql_keeps(postgresql: str) -> None:
    kept = {
        "a int[]": "'{1,2}'", "b text[]": "'{\"é\",NULL}'", "c jsonb": "'{\"née\": [1, 1.5, null]}'",
        "d json": "'\"x\"'",
        "e inet": "'10.0.0.1'", "f interval": "'1 day 2 hours'", "g boolean": "true", "h int4range": "'[1,5)'",
        "i numeric": "'NaN'", "j time": "'24:00'", "k time": "'12:30'", "l timestamptz": "'infinity'",
        "m date[]": "'{2024-02-29}'", "n uuid": f"'{KEY}'", "o bit(3)": "'101'", "p interval": "'3000000 years'",
    }  # fmt: skip
    run(
        postgresql,
        f"CREATE TABLE things (id int PRIMARY KEY, {', '.join(kept)})",
        f"INSERT INTO things VALUES (1, {', '.join(kept.values())}), (2{', NULL' * len(kept)})",
    )
    first, empty = rows(postgresql, *(name.split()[0] for name in kept))
    run(postgresql, "DROP TABLE things")
    assert set(empty) == {None}
    documents = [json.loads(str(first[place])) for place in (0, 1, 2, 12)]
    assert documents == [[1, 2], ["é", None], {"née": [1, 1.5, None]}, ["2024-02-29"]]
    assert first[3:8] == ("x", "10.0.0.1", timedelta(days=1, hours=2), True, "[1, 5)")
    assert str(first[8]) == "NaN"
    assert isinstance(first[8], Decimal)
    assert first[9:12] == ("24:00:00", time(12, 30), "infinity")
    assert first[13:15] == (KEY.lower(), "101")
    assert "3000000 years" in str(first[15])


def test_what_only_mariadb_keeps(mariadb: str) -> None:
    kept = {
        "a JSON": "'{\"née\": [1]}'", "b SET('x','y')": "'x,y'", "c ENUM('x','y')": "'y'", "d TIME": "'-26:00:00'",
        "e YEAR": "2024", "f BLOB": "x'00ff'", "g BOOLEAN": "true", "h DECIMAL(10,2)": "1.50", "i DOUBLE": "1.5",
    }  # fmt: skip
    run(
        mariadb,
        f"CREATE TABLE things (id int PRIMARY KEY, {', '.join(kept)})",
        f"INSERT INTO things VALUES (1, {', '.join(kept.values())}), (2{', NULL' * len(kept)})",
    )
    first, empty = rows(mariadb, *(name.split()[0] for name in kept))
    run(mariadb, "DROP TABLE things")
    assert set(empty) == {None}
    assert json.loads(str(first[0])) == {"née": [1]}
    assert first[1:] == ("x,y", "y", -timedelta(hours=26), 2024, b"\x00\xff", 1, Decimal("1.50"), 1.5)


def test_what_only_sqlite_keeps(tmp_path: Path) -> None:
    """Any value in any column; a text that is none comes as bytes."""
    url = sqlite_file(tmp_path)
    with closing(sqlite3.connect(tmp_path / "store.db")) as connection, connection:
        connection.execute("CREATE TABLE things (id INTEGER PRIMARY KEY, at DATE, any)")
        cells = [("2023-02-30", 1), (20240301, "x"), (None, 1.5), (b"\xff", None)]
        connection.executemany("INSERT INTO things (at, any) VALUES (?, ?)", cells)
        connection.execute("INSERT INTO things (at, any) VALUES ('soon', CAST(x'ff41' AS TEXT))")
    found = rows(url, "at", "any")
    assert found == [*cells, ("soon", b"\xffA")]
    assert {type(value) for row in found for value in row} <= {str, int, float, bytes, type(None)}


def test_rows_with_a_uuid_are_found_by_its_index_in_any_spelling(url: str) -> None:
    columns = "id uuid PRIMARY KEY, word varchar(10)"
    others = ", ".join(f"('00000000-0000-4000-8000-{number:012}', 'x')" for number in range(2_000))
    run(url, f"CREATE TABLE things ({columns})", f"INSERT INTO things VALUES ('{KEY}', 'hers'), {others}")
    for where in (Equals("id", KEY.lower()), OneOf("id", (KEY, "no uuid")), SameFolded("id", f" {KEY} ")):
        assert rows(url, "id", "word", where=where) == [(KEY.lower(), "hers")]
    assert rows(url, "id", where=Equals("id", "no uuid")) == []


def test_a_view_is_asked_and_one_that_may_not_be_read_is_not(postgresql: str) -> None:
    """A view shows what its owner may see; one that the role has no right on is as good as not there."""
    run(
        postgresql,
        "CREATE TABLE things (id int PRIMARY KEY, word text)",
        "INSERT INTO things VALUES (1, 'hers'), (2, 'x')",
        "CREATE VIEW shown AS SELECT * FROM things",
        "CREATE VIEW hidden AS SELECT * FROM things",
        "DROP ROLE IF EXISTS gestand_test_finder",
        "CREATE ROLE gestand_test_finder LOGIN",
        "GRANT SELECT ON shown TO gestand_test_finder",
    )
    reader = sa.make_url(postgresql).set(username="gestand_test_finder").render_as_string(hide_password=False)
    store = SqlStore("crm", reader)
    try:
        asked = Find("crm", TableName("shown"), Equals("word", "hers"), ("id", "word"), 10)
        assert store.answer(asked) == Rows(("id", "word"), ((1, "hers"),))
        for name in ("hidden", "things"):
            with pytest.raises(
                StoreRefuses, match=f"store crm has no table {name}, or gestand may not see it"
            ):
                store.answer(Find("crm", TableName(name), ALWAYS, ("id",), 10))
    finally:
        store.close()
        run(postgresql, "DROP TABLE things CASCADE", "DROP ROLE gestand_test_finder")
