"""Values of odd types: documents, lists, networks, no type at all. Judged as the others are, and as little kept."""

import json
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.datamap.suggest.conftest import TODAY
from tests.datamap.suggest.legacy import MARK
from tests.servers import database

from gestand.core.schema import TableName
from gestand.datamap.suggest import report
from gestand.datamap.suggest.draft import draft
from gestand.datamap.suggest.personal import Personal
from gestand.datamap.suggest.writing import Writer
from gestand.wiring.mapping import Survey, survey

ROWS = range(1, 41)
TABLE = TableName("t")
POSTGRESQL = (
    "CREATE EXTENSION citext",
    "CREATE DOMAIN post AS text",
    "CREATE TABLE t (id int PRIMARY KEY, extra jsonb, x inet, y uuid, many text[], ci citext, dom post, scan bytea, "
    "day date)",
)
MARIADB = (
    "CREATE TABLE t (id int PRIMARY KEY, extra json, x inet6, y uuid, geslacht enum('m', 'v'), scan blob)",
)
SQLITE = ("CREATE TABLE t (id INTEGER PRIMARY KEY, extra, x, y, many JSON, email, scan)",)


def document(at: int) -> str:
    """Its keys tell, those that are values as well do not."""
    contact = {"email": mail(at), "telefoon": f"+316{20_000_000 + at * 7919}", "naam": f"{MARK}{at}"}
    return json.dumps({"filler": "x" * 300, "contact": contact, f"{MARK}{at}@example.org": at, "bsn": None})


def mail(at: int) -> str:
    return f"{MARK}{at}@example.org"


def filled(url: str, lines: tuple[str, ...], rows: list[tuple[object, ...]]) -> Survey:
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    sign = "?" if engine.dialect.name == "sqlite" else "%s"
    with engine.begin() as connection:
        for line in lines:
            connection.exec_driver_sql(line)
        connection.exec_driver_sql(f"INSERT INTO t VALUES ({', '.join(sign for _ in rows[0])})", rows)
    engine.dispose()
    return survey("odd", url, TODAY)


def found(seen: Survey) -> dict[str, Personal]:
    """The personal columns, where nothing that was sampled is in what is kept, told or written."""
    made = draft("odd", None, seen.schema, seen.looks)
    told = [each.en for each in (*report.guarded(made), *report.unplaced(made, None))]
    for text in (*told, repr(seen), repr(made), Writer("en", "ODD_URL", "Europe/Amsterdam").write(made)):
        assert MARK not in text
        assert "192.0.2." not in text
    return {one.column: one for one in made.personal[TABLE]}


def test_postgresql_documents_lists_networks_domains_and_days_beyond_the_calendar(postgresql: str) -> None:
    with database(postgresql) as url:
        seen = filled(
            url,
            POSTGRESQL,
            [
                (at, document(at), f"192.0.2.{at}", f"00000000-0000-4000-8000-{at:012}", [mail(at)], mail(at),
                 mail(at), b"x", "infinity" if at == 1 else f"{1940 + at}-01-01")
                for at in ROWS
            ],
        )  # fmt: skip

    columns = found(seen)
    assert {name: one.kind.key for name, one in columns.items()} == {
        "extra": "document", "x": "ip", "many": "email", "ci": "email", "dom": "email", "day": "birth-date"
    }  # fmt: skip
    assert "e-mail address (40 of 40), phone number (40 of 40)" in columns["extra"].why.en
    assert {"EmailAddress", "TelephoneNumber", "Name"} <= set(columns["extra"].kind.terms)
    assert seen.looks[TABLE].bytes == ("scan",)


def test_mariadb_documents_networks_and_closed_lists(mariadb: str) -> None:
    with database(mariadb) as url:
        seen = filled(
            url,
            MARIADB,
            [
                (at, document(at), f"2001:db8::{at}", f"00000000-0000-4000-8000-{at:012}", "mv"[at % 2], b"\xff")
                for at in ROWS
            ],
        )  # fmt: skip

    assert {name: one.kind.key for name, one in found(seen).items()} == {
        "extra": "document", "x": "ip", "geslacht": "gender"
    }  # fmt: skip
    assert seen.looks[TABLE].bytes == ("scan",)


def test_sqlite_columns_without_a_type_are_judged_by_what_lies_in_them(tmp_path: Path) -> None:
    seen = filled(
        f"sqlite:///{tmp_path / 'odd.db'}",
        SQLITE,
        [
            (at, document(at), f"192.0.2.{at}", at, json.dumps([mail(at), mail(at + 100)]), mail(at), b"x")
            for at in ROWS
        ],
    )

    assert {name: one.kind.key for name, one in found(seen).items()} == {
        "extra": "document", "x": "ip", "many": "email", "email": "email"
    }  # fmt: skip
    (told,) = report.bytes_unread(seen.looks)
    assert "Not looked into, for they are bytes: `t.scan`" in told.en


@pytest.mark.parametrize(
    "documents",
    [
        [json.dumps({"email": mail(at)} if at < 4 else {"kleur": at}) for at in ROWS],
        [json.dumps({mail(at): at}) for at in ROWS],
        [json.dumps({"kleur": at, "naam": f"thema {at}"}) for at in ROWS],
        [json.dumps({"email": "weekly"[: at % 6], "nr": at}) for at in ROWS],
    ],
    ids=["of a few", "values as keys", "no person", "no address"],
)
def test_documents_that_tell_of_nobody_are_no_finding(documents: list[str], tmp_path: Path) -> None:
    seen = filled(
        f"sqlite:///{tmp_path / 'odd.db'}",
        ("CREATE TABLE t (id INTEGER PRIMARY KEY, extra JSON)",),
        list(enumerate(documents)),
    )

    assert draft("odd", None, seen.schema, seen.looks).personal == {}


def test_what_the_law_guards_is_seen_inside_documents(tmp_path: Path) -> None:
    seen = filled(
        f"sqlite:///{tmp_path / 'odd.db'}",
        ("CREATE TABLE t (id INTEGER PRIMARY KEY, extra JSON)",),
        [(at, json.dumps({"allergie": f"{MARK} {at}"})) for at in ROWS],
    )

    (told,) = report.guarded(draft("odd", None, seen.schema, seen.looks))
    assert "`extra` of `t` seems to hold documents (health)" in told.en
