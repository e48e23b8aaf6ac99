"""An identifier is found by an index, however it is spelt, once the administrator has made what the grants show."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from tests.stores.conftest import sqlite_file

from gestand.core.action import Erase
from gestand.core.place import Place
from gestand.core.predicate import Exists, OneOf, Predicate, SameDigits, SameFolded, Step
from gestand.core.question import Find, Observe, Rows
from gestand.core.schema import Schema, TableFacts, TableName
from gestand.datamap.bound import BoundMap, BoundStore, BoundTable, Identifier
from gestand.datamap.identifiers import sought
from gestand.datamap.indexes import indexes
from gestand.stores.acting import act_of
from gestand.stores.compile import Compiler
from gestand.stores.engine import open_engine
from gestand.stores.sql import SqlStore

PEOPLE = TableName("people")
MANY = 200_000
ENGINES = ("sqlite", "postgresql", "mariadb")
NUMBERS = {
    "sqlite": "WITH RECURSIVE t(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM t WHERE n < {}) SELECT {} FROM t",
    "postgresql": "SELECT {1} FROM generate_series(1, {0}) t(n)",
    "mariadb": "SELECT {1} FROM (SELECT seq AS n FROM seq_1_to_{0}) t",
}
JAN = SameFolded("e-mail", "jan@EXAMPLE.org")
JOERG = SameFolded("e-mail", "JÖRG@example.org")
PHONE = SameDigits("phone", ("31612345678", "0031612345678", "0612345678"))
MAILBOX = SameFolded("e-mail", "jan@example.org", plus=True)
SPELT = ((1, "jan@example.org", "0612345678"), (2, "\u00a0JAN@Example.ORG ", "+31 (6) 12-34 56\u00a078"),
         (3, "jÖrg@example.org", "0031.6/12345678"), (4, "jan@example.orgs", "06123456789"),
         (5, " Jan+Shop@EXAMPLE.org", None))  # fmt: skip


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[sa.Engine]:
    """A table of 200,000 people, five of whom are sought."""
    url = sqlite_file(tmp_path) if request.param == "sqlite" else request.getfixturevalue(request.param)
    made = open_engine("crm", url)
    name = '"e-mail"' if request.param != "mariadb" else "`e-mail`"
    row = "n + 10, {}, {}".format(
        *(
            ("concat('p', n, '@example.org')", "concat('06', n)")
            if request.param != "sqlite"
            else ("'p' || n || '@example.org'", "'06' || n")
        )
    )
    numbers = NUMBERS[request.param].format(MANY, row)
    with made.begin() as connection:
        connection.exec_driver_sql(
            f"CREATE TABLE people (id INTEGER PRIMARY KEY, {name} VARCHAR(60), phone VARCHAR(40))"
        )
        connection.exec_driver_sql(f"INSERT INTO people {numbers}")
        plain = sa.table("people", sa.column("id"), sa.column("e-mail"), sa.column("phone"))
        connection.execute(
            plain.insert().values(
                {"id": sa.bindparam("a"), "e-mail": sa.bindparam("b"), "phone": sa.bindparam("c")}
            ),
            [dict(zip("abc", values, strict=True)) for values in SPELT],
        )
    yield made
    with made.begin() as connection:
        connection.exec_driver_sql("DROP TABLE people")
    made.dispose()


def dialect(engine: sa.Engine) -> str:
    return "mariadb" if engine.dialect.name == "mysql" else engine.dialect.name


def seen(store: SqlStore) -> Schema:
    schema = store.answer(Observe("crm"))
    assert isinstance(schema, Schema)
    return schema


def bound(schema: Schema) -> BoundMap:
    known = {"email": Identifier((), "e-mail"), "phone": Identifier((), "phone")}
    facts = schema.table(PEOPLE)
    assert isinstance(facts, TableFacts)
    table = BoundTable("crm", PEOPLE, Place("datamap.yaml", 1, 1), facts, "customers", known_by=known)
    return BoundMap((table,), (BoundStore("crm", "UTC", schema),))


def way(engine: sa.Engine, schema: Schema, where: Predicate) -> str:
    """How the engine says that it would look for people."""
    compiler = Compiler("crm", dialect(engine), schema)
    row = compiler.row(PEOPLE)
    return explained(
        engine, sa.select(row.column("id")).select_from(row.table).where(compiler.true(where, row))
    )


def explained(engine: sa.Engine, statement: sa.Executable) -> str:
    """The plan of a statement, which is undone."""
    asked: list[tuple[str, Any]] = []

    @sa.event.listens_for(engine, "before_cursor_execute")
    def _(*told: Any) -> None:
        asked.append(told[2:4])

    explain = "EXPLAIN QUERY PLAN" if engine.dialect.name == "sqlite" else "EXPLAIN"
    with engine.connect() as connection:
        connection.execute(statement)
        written, values = asked[-1]
        connection.rollback()
        plan = connection.exec_driver_sql(f"{explain} {written}", values).all()
    return "\n".join(" ".join(map(str, line)) for line in plan)


def found(store: SqlStore, where: Predicate) -> list[object]:
    answer = store.answer(Find("crm", PEOPLE, where, ("id",), 10))
    assert isinstance(answer, Rows)
    return [key for (key,) in answer.rows]


def make_indexes(engine: sa.Engine, schema: Schema) -> None:
    """What an administrator does with the lines that the grants show; and statistics, as every server gathers them."""
    with engine.begin() as connection:
        for statement in indexes(bound(schema), "crm", dialect(engine), ""):
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql("ANALYZE TABLE people" if dialect(engine) == "mariadb" else "ANALYZE")


def test_an_index_leads_to_every_spelling_and_is_seen(engine: sa.Engine) -> None:
    store = SqlStore("crm", engine.url.render_as_string(hide_password=False))
    before = seen(store)
    assert [one.led_to for one in sought(bound(before))] == [False, False]
    asked = (JAN, JOERG, PHONE, MAILBOX)
    answers = [found(store, where) for where in asked]
    assert answers == [[1, 2], [3], [1, 2, 3], [1, 2, 5]]
    make_indexes(engine, before)
    after = seen(store)
    assert [one.led_to for one in sought(bound(after))] == [True, True]
    assert list(indexes(bound(after), "crm", dialect(engine), "")) == []
    assert [column.name for column in after.tables[0].columns] == ["id", "e-mail", "phone"]
    assert [found(store, where) for where in asked] == answers
    for where in asked:
        assert "people_" in way(engine, after, where), way(engine, after, where)
        assert not any(word in way(engine, after, where) for word in ("SCAN", "Seq Scan", " ALL "))
    store.close()


def test_the_rows_that_lead_to_her_own_are_found_by_their_key(engine: sa.Engine) -> None:
    """Read and erased: whatever the engine makes of EXISTS."""
    orders, up = TableName("orders"), Step(("person",), PEOPLE, ("id",))
    row = "n, n + 10"
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "CREATE TABLE orders (id INTEGER PRIMARY KEY, person INTEGER REFERENCES people (id))"
        )
        connection.exec_driver_sql(f"INSERT INTO orders {NUMBERS[dialect(engine)].format(MANY, row)}")
        connection.exec_driver_sql("CREATE INDEX orders_person ON orders (person)")
        connection.exec_driver_sql("ANALYZE TABLE orders" if dialect(engine) == "mariadb" else "ANALYZE")
    store = SqlStore("crm", engine.url.render_as_string(hide_password=False))
    hers = Exists((up,), OneOf("id", (17, 18)))
    compiler = Compiler("crm", dialect(engine), seen(store))
    act = act_of(compiler, Erase("requests/erasure", "crm", orders, hers, 2), windowed=False)
    here = compiler.row(orders)
    read = sa.select(here.column("id")).select_from(here.table).where(compiler.true(hers, here))
    for statement in (read, act.statement.where(act.where)):
        assert "orders_person" in explained(engine, statement), explained(engine, statement)
    assert [batch.rows for batch in store.together((Erase("requests/erasure", "crm", orders, hers, 2),))] == [
        2
    ]
    store.close()
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE orders")
