"""Roles made by the grants, on real servers: they keep every promise, and can do nothing more."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, OperationalError

from gestand.core.action import Action, Along, Blank, Correct, Erase, Leaving, Mode, Pace
from gestand.core.predicate import ALWAYS, Equals, Exists, SameFolded, Step, WithKey, down
from gestand.core.question import Count, Observe, Part, Tallies
from gestand.core.schema import Schema, TableName
from gestand.datamap.bind import bind
from gestand.datamap.bound import BoundMap
from gestand.datamap.grants import Dialect, grants
from gestand.datamap.parse import parse_data_map
from gestand.statement.parse import parse_statement
from gestand.stores.sql import SqlStore

SMALL = Path(__file__).parent / "small"
NAME = "gestand_grants_test"
TABLES = """
CREATE TABLE accounts (id INTEGER PRIMARY KEY, ended_at TIMESTAMP NULL, plan VARCHAR(20));
CREATE TABLE contacts (id INTEGER PRIMARY KEY, name VARCHAR(40), email VARCHAR(40) NOT NULL UNIQUE,
  account_id INTEGER NOT NULL REFERENCES accounts(id));
CREATE TABLE notes (id INTEGER PRIMARY KEY, words VARCHAR(40), contact_id INTEGER REFERENCES contacts(id));
CREATE TABLE visits (id INTEGER PRIMARY KEY, contact_id INTEGER REFERENCES contacts(id) ON DELETE CASCADE);
CREATE TABLE invoices (id INTEGER PRIMARY KEY, number VARCHAR(20), total INTEGER, issued_on DATE,
  contact_id INTEGER REFERENCES contacts(id));
CREATE TABLE "sent messages" (id INTEGER PRIMARY KEY, recipient VARCHAR(20) NOT NULL, sent_at TIMESTAMP NOT NULL,
  country VARCHAR(2));
CREATE TABLE tariffs (id INTEGER PRIMARY KEY);
INSERT INTO accounts VALUES (1, NULL, 'trial');
INSERT INTO contacts VALUES (1, 'a', 'a@example.org', 1), (2, 'b', 'b@example.org', 1);
INSERT INTO notes VALUES (1, 'x', 1);
INSERT INTO visits VALUES (1, 1);
INSERT INTO invoices VALUES (1, 'n1', 10, '2020-01-01', 2), (2, 'n2', 10, '2020-01-01', 2);
INSERT INTO "sent messages" VALUES (1, '0600000000', '2020-01-01 00:00:00', 'NL')
"""
ALLOWED = (
    'SELECT * FROM contacts',
    'UPDATE "sent messages" SET recipient = recipient',
    "DELETE FROM notes WHERE id = 99",
)  # fmt: skip
REFUSED = (
    "SELECT * FROM tariffs",
    "INSERT INTO notes (id) VALUES (9)",
    "DELETE FROM accounts WHERE id = 99",
    "DELETE FROM visits WHERE id = 99",
    'DELETE FROM "sent messages" WHERE id = 99',
    'UPDATE "sent messages" SET country = country',
    "UPDATE invoices SET total = total",
    "UPDATE contacts SET account_id = account_id",
    "CREATE TABLE extra (id INTEGER)",
    "DROP TABLE notes",
    "TRUNCATE TABLE notes",
)
ASKED = (
    "UPDATE invoices SET total = total, number = number",
    "UPDATE contacts SET name = name",
    "DELETE FROM contacts WHERE id = 99",
    "DELETE FROM invoices WHERE id = 99",
    "DELETE FROM notes WHERE id = 99",
)
NEVER_ASKED = (
    'UPDATE "sent messages" SET recipient = recipient',
    'DELETE FROM "sent messages" WHERE id = 99',
    "UPDATE contacts SET account_id = account_id",
    "UPDATE contacts SET id = id",
    "DELETE FROM accounts WHERE id = 99",
    "INSERT INTO contacts (id) VALUES (99)",
    "SELECT * FROM tariffs",
    "DROP TABLE notes",
)
READER_REFUSED = (
    "DELETE FROM notes WHERE id = 99",
    'UPDATE "sent messages" SET recipient = recipient',
    *REFUSED,
)


@dataclass(frozen=True)
class Server:
    """A database on a real server, with the logins that hold the two roles."""

    dialect: Dialect
    owner: sa.Engine
    address: str

    def run(self, script: str) -> None:
        with self.owner.begin() as connection:
            for statement in script.split(";\n"):
                if statement.strip():
                    connection.exec_driver_sql(self.spelt(statement))

    def spelt(self, statement: str) -> str:
        return statement.replace('"', "`") if self.dialect == "mariadb" else statement

    def store(self, login: str) -> SqlStore:
        return SqlStore("portal", self.address.replace("LOGIN", f"{NAME}_{login}"))

    def allows(self, login: str, statement: str) -> bool:
        engine = sa.create_engine(
            self.address.replace("LOGIN", f"{NAME}_{login}").replace("mariadb:", "mariadb+pymysql:"),
            poolclass=sa.NullPool,
        )
        try:
            with engine.begin() as connection:
                connection.exec_driver_sql(self.spelt(statement))
        except DBAPIError:
            return False
        return True


def _bound(schema: Schema) -> BoundMap:
    statement = parse_statement(SMALL / "statement.yaml")
    return bind(parse_data_map(SMALL / "datamap.yaml"), statement, {"portal": schema})


def _schema(store: SqlStore) -> Schema:
    answer = store.answer(Observe("portal"))
    store.close()
    assert isinstance(answer, Schema)
    return answer


def _grant(server: Server) -> None:
    """What an administrator does: run the printed SQL, and give the roles to two logins."""
    bound = _bound(
        _schema(SqlStore("portal", str(server.owner.url).replace("+psycopg", "").replace("+pymysql", "")))
    )
    promised = ("contact-details", "invoice", "recipient-number")
    _as_owner(server, grants(bound, "portal", server.dialect, f"{NAME}_r", f"{NAME}_k", promised))
    asked = grants(bound, "portal", server.dialect, f"{NAME}_a", f"{NAME}_q", (), requests=True)
    _as_owner(server, asked.replace("-- CREATE INDEX", "CREATE INDEX"))


def _as_owner(server: Server, text: str) -> None:
    code = "\n".join(
        line.partition(";  --")[0].rstrip(";") + ";" for line in text.splitlines() if line[:2] != "--"
    )
    with server.owner.begin() as connection:
        for statement in code.split(";\n"):
            if statement.strip(" ;\n"):
                connection.exec_driver_sql(statement.rstrip(";\n"))


@pytest.fixture(scope="module")
def postgresql() -> Iterator[Server]:
    base = "postgresql+psycopg://postgres@127.0.0.1:5432"
    admin = sa.create_engine(f"{base}/postgres", isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
    drop = [
        f"DROP DATABASE IF EXISTS {NAME}",
        *(f"DROP ROLE IF EXISTS {NAME}_{r}" for r in ("reads", "keeps", "asks", "r", "k", "a", "q")),
    ]
    try:
        _each(admin, [*drop, f"CREATE DATABASE {NAME}"])
    except OperationalError:
        pytest.skip("no PostgreSQL answers on 127.0.0.1:5432")
    owner = sa.create_engine(f"{base}/{NAME}", poolclass=sa.NullPool)
    server = Server("postgresql", owner, f"postgresql://LOGIN@127.0.0.1:5432/{NAME}")
    server.run(TABLES)
    _grant(server)
    _each(
        admin,
        [
            f"CREATE ROLE {NAME}_reads LOGIN IN ROLE {NAME}_r",
            f"CREATE ROLE {NAME}_keeps LOGIN IN ROLE {NAME}_k",
            f"CREATE ROLE {NAME}_asks LOGIN IN ROLE {NAME}_q",
        ],
    )
    yield server
    _each(admin, drop)


@pytest.fixture(scope="module")
def mariadb() -> Iterator[Server]:
    base = "mariadb+pymysql://root@127.0.0.1:3306"
    admin = sa.create_engine(f"{base}/mysql", isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
    logins = [f"DROP USER IF EXISTS {NAME}_{login}@'%%'" for login in ("reads", "keeps", "asks")]
    drop = [
        f"DROP DATABASE IF EXISTS {NAME}",
        *logins,
        *(f"DROP ROLE IF EXISTS {NAME}_{role}" for role in "rkaq"),
    ]
    try:
        _each(admin, [*drop, f"CREATE DATABASE {NAME}"])
    except OperationalError:
        pytest.skip("no MariaDB answers on 127.0.0.1:3306")
    owner = sa.create_engine(f"{base}/{NAME}", poolclass=sa.NullPool)
    server = Server("mariadb", owner, f"mariadb://LOGIN@127.0.0.1:3306/{NAME}")
    server.run(TABLES)
    _grant(server)
    for login, role in (("reads", "r"), ("keeps", "k"), ("asks", "q")):
        user = f"{NAME}_{login}@'%%'"
        given = f"GRANT {NAME}_{role} TO {user}", f"SET DEFAULT ROLE {NAME}_{role} FOR {user}"
        _each(admin, [f"CREATE USER {user}", *given])
    yield server
    _each(admin, drop)


def _each(admin: sa.Engine, statements: list[str]) -> None:
    with admin.connect() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


@pytest.fixture(params=["postgresql", "mariadb"], scope="module")
def server(request: pytest.FixtureRequest) -> Server:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Server)
    return found


@pytest.mark.parametrize("login", ["reads", "keeps"])
def test_each_role_sees_enough_to_tie_the_map(server: Server, login: str) -> None:
    bound = _bound(_schema(server.store(login)))
    assert {table.name.name for table in bound.tables} == {
        "accounts",
        "contacts",
        "invoices",
        "sent messages",
    }
    assert bound.store("portal").schema.table(TableName("tariffs")) is None


def test_the_reader_counts(server: Server) -> None:
    store = server.store("reads")
    answer = store.answer(Count("portal", TableName("contacts"), (Part("all", ALWAYS),)))
    store.close()
    assert isinstance(answer, Tallies)


@pytest.mark.parametrize("statement", READER_REFUSED)
def test_the_reader_changes_nothing(server: Server, statement: str) -> None:
    assert not server.allows("reads", statement)


@pytest.mark.parametrize("statement", REFUSED)
def test_the_keeper_does_nothing_beyond_its_acts(server: Server, statement: str) -> None:
    assert not server.allows("keeps", statement)


@pytest.mark.parametrize("statement", ALLOWED)
def test_the_keeper_does_what_its_acts_take(server: Server, statement: str) -> None:
    assert server.allows("keeps", statement)


@pytest.mark.parametrize("statement", ASKED)
def test_requests_may_do_what_people_ask(server: Server, statement: str) -> None:
    assert server.allows("asks", statement)


@pytest.mark.parametrize("statement", NEVER_ASKED)
def test_requests_may_do_nothing_that_nobody_can_ask(server: Server, statement: str) -> None:
    assert not server.allows("asks", statement)


def test_requests_are_led_to_people_by_the_index_that_was_shown(server: Server) -> None:
    contacts = _schema(server.store("asks")).table(TableName("contacts"))
    assert contacts is not None
    email = contacts.column("email")
    assert email is not None
    assert email.folded


def test_requests_correct_and_erase_in_one_transaction(server: Server) -> None:
    """In all her rows; a second time finds nothing to do."""
    store = server.store("asks")
    contact = SameFolded("email", " B@Example.org")
    hers = Exists((Step(("contact_id",), TableName("contacts"), ("id",)),), contact)
    deeds = (
        Correct("requests/rectification", "portal", TableName("contacts"), contact, 1, (("name", "bee"),)),
        Correct("requests/rectification", "portal", TableName("invoices"), hers, 2, (("total", 11),)),
        Erase("requests/erasure", "portal", TableName("notes"), Equals("id", 99), 0),
    )
    assert [batch.rows for batch in store.together(deeds)] == [1, 2, 0]
    assert [batch.rows for batch in store.together(deeds)] == [0, 0, 0]
    store.close()


def test_the_keeper_keeps_every_promise(server: Server) -> None:
    store = server.store("keeps")
    schema = _schema(store)
    notes = Along(tuple(down(link) for link in schema.children_of(TableName("contacts")) if link.table.name == "notes"),
                  Leaving.FIRST, 1)  # fmt: skip
    visits = Along((Step(("id",), TableName("visits"), ("contact_id",)),), Leaving.CASCADE, 1)
    blank = (("name", None), ("email", WithKey("gone-", "id")))
    acts: tuple[tuple[Action, int], ...] = (
        (Blank("p", "portal", TableName("sent messages"), ALWAYS, 1, (("recipient", "-"),)), 1),
        (Blank("p", "portal", TableName("contacts"), Equals("id", 2), 1, blank), 1),
        (Erase("p", "portal", TableName("contacts"), Equals("id", 1), 1, along=(notes, visits)), 1),
        (Erase("p", "portal", TableName("invoices"), ALWAYS, 2), 2),
    )
    for action, rows in acts:
        # A cap of one row at a time walks the narrow path too, on which rows are locked before they go.
        batches = [
            *store.perform(action, Pace(Mode.POLITE, 1)),
            *store.perform(action, Pace(Mode.EXCLUSIVE, 100)),
        ]
        assert sum(batch.rows for batch in batches) == rows, action
    store.close()
