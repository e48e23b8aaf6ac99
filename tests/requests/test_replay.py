"""After a restore of a real back-up, whoever was erased since is erased again, and nobody else is touched."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.requests.company import HER, PHONE, Club, club, customers, invoices, orders, tickets

from gestand.core.entry import Kind

NOW = datetime.now(UTC)
YESTERDAY = f"{datetime.now(UTC) - timedelta(days=1):%Y-%m-%d}"
TOMORROW = f"{datetime.now(UTC) + timedelta(days=1):%Y-%m-%d}"
PARTS = ("SQLite", "PostgreSQL", "MariaDB")


@pytest.fixture(params=PARTS)
def of_engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Club]:
    """Both databases of the company in one engine."""
    shop_url, help_url = (f"sqlite:///{tmp_path / name}.db" for name in ("shop", "help"))
    if request.param != "SQLite":
        fixture = {"PostgreSQL": "of_our_own", "MariaDB": "mariadb"}[request.param]
        shop_url = help_url = request.getfixturevalue(fixture)
    with club(tmp_path / "club", shop_url, help_url) as made:
        yield made


def erase(company: Club) -> str:
    """A whole case of erasure; its number."""
    added = company.call("request", "add", "--right", "erasure", "--name", "Ann Smit", "--email", HER)
    case = added.split()[0]
    company.call("request", "identify", case, "--proof", "mailed link", "--by", "An officer")
    company.call("request", "decide", case, "--grant", "--by", "An officer")
    company.call("request", "keep", case)
    company.call("request", "found", case, "paper", "0", "0", "--by", "An officer")
    assert "done" in company.call("request", "keep", case)
    return case


def back_up(company: Club, to: Path) -> None:
    """With the engine's own tool: the back-up of SQLite, pg_dump of PostgreSQL, mariadb-dump of MariaDB."""
    to.mkdir()
    for name, engine in (("shop", company.shop), ("help", company.help)):
        match engine.dialect.name:
            case "sqlite":
                with (
                    closing(sqlite3.connect(str(engine.url.database))) as there,
                    closing(sqlite3.connect(to / name)) as copy,
                ):
                    there.backup(copy)
            case "postgresql":
                _with_postgresql("pg_dump", engine, "--format=custom", f"--file={to / name}")
            case _:
                (to / name).write_bytes(_with_mariadb("mariadb-dump", engine))


def restore(company: Club, source: Path) -> None:
    for name, engine in (("shop", company.shop), ("help", company.help)):
        match engine.dialect.name:
            case "sqlite":
                shutil.copy(source / name, str(engine.url.database))
            case "postgresql":
                _with_postgresql("pg_restore", engine, "--clean", "--if-exists", str(source / name))
            case _:
                _with_mariadb("mariadb", engine, given=(source / name).read_bytes())


def _with_mariadb(tool: str, engine: sa.Engine, given: bytes | None = None) -> bytes:
    url = engine.url
    if shutil.which(tool) is None:
        pytest.skip(f"NOT TESTED: there is no {tool} here")
    where = [f"--host={url.host}", f"--port={url.port or 3306}", f"--user={url.username}", str(url.database)]
    environment = {**os.environ, "MYSQL_PWD": str(url.password or "")}
    ran = subprocess.run([tool, *where], check=True, env=environment, capture_output=True, input=given)
    return ran.stdout


def _with_postgresql(tool: str, engine: sa.Engine, *more: str) -> None:
    url = engine.url
    if shutil.which(tool) is None:
        pytest.skip(f"NOT TESTED: there is no {tool} here")
    where = [f"--host={url.host}", f"--port={url.port or 5432}", f"--username={url.username}"]
    database = f"--dbname={url.database}"
    environment = {**os.environ, "PGPASSWORD": url.password or ""}
    subprocess.run([tool, *where, database, *more], check=True, env=environment, capture_output=True)


def test_what_a_restore_brought_back_of_her_is_erased_again(of_engine: Club, tmp_path: Path) -> None:
    back_up(of_engine, tmp_path / "back-up")
    case = erase(of_engine)
    erased = of_engine.rows()
    restore(of_engine, tmp_path / "back-up")
    restored = of_engine.rows()
    assert restored != erased

    shown = of_engine.call("replay", "--taken", YESTERDAY)
    assert case in shown
    assert "erase 3 rows from orders" in shown
    assert of_engine.rows() == restored
    assert HER not in shown

    of_engine.call("replay", "--taken", YESTERDAY, "--keep")
    assert of_engine.rows() == erased
    assert "Nothing is back" in of_engine.call("replay", "--taken", YESTERDAY)
    assert "done again after a restore" in of_engine.call("log")


DYING = """
import os
from gestand.cli import main
from gestand.core.entry import Kind
from gestand.replay import Replayer

log = Replayer._log

def dies(self, kind, *told, **counts):
    if kind is Kind.DONE:
        os.kill(os.getpid(), 9)
    log(self, kind, *told, **counts)

Replayer._log = dies
main(["-C", {folder!r}, "replay", "--taken", {taken!r}, "--keep"])
"""
"""A replay that is killed after a store has done its part, and before the log knows."""


def test_a_replay_that_was_killed_ends_when_it_is_typed_again(of_engine: Club, tmp_path: Path) -> None:
    back_up(of_engine, tmp_path / "back-up")
    erase(of_engine)
    erased = of_engine.rows()
    restore(of_engine, tmp_path / "back-up")
    code = DYING.format(folder=str(of_engine.folder), taken=YESTERDAY)
    environment = {**os.environ, **of_engine.environment}
    for _ in ("the first store", "the second"):
        killed = subprocess.run([sys.executable, "-c", code], env=environment, check=False)
        assert killed.returncode == -9
    assert of_engine.rows() == erased
    assert len(of_engine.opened().records.unfinished()) == 2
    of_engine.call("replay", "--taken", YESTERDAY, "--keep")
    assert not of_engine.opened().records.unfinished()
    assert of_engine.rows() == erased


def test_a_plan_that_was_shown_is_done_or_refused(of_engine: Club, tmp_path: Path) -> None:
    back_up(of_engine, tmp_path / "back-up")
    erase(of_engine)
    restore(of_engine, tmp_path / "back-up")
    digest = of_engine.call("replay", "--taken", YESTERDAY).split()[-1]
    of_engine.do(orders.insert().values(id=99, customer_id=1, article="pen"))
    before = of_engine.rows()
    assert "is not today's" in of_engine.run(
        "replay", "--taken", YESTERDAY, "--keep", "--plan", digest, code=3
    )
    assert of_engine.rows() == before


def test_what_was_erased_before_the_back_up_needs_no_replay(of_engine: Club) -> None:
    erase(of_engine)
    of_engine.do(customers.insert().values(id=50, name="Ann Smit", email=HER))
    before = of_engine.rows()
    assert "Nothing is back" in of_engine.call("replay", "--taken", TOMORROW, "--keep")
    assert of_engine.rows() == before


def test_without_a_restore_nothing_is_done_again(of_engine: Club) -> None:
    erase(of_engine)
    before = of_engine.rows()
    shown = of_engine.call("replay", "--taken", YESTERDAY, "--keep")
    assert "Nothing is back" in shown
    assert "?" not in shown
    assert of_engine.rows() == before


def test_somebody_else_with_her_key_or_her_address_is_told_and_left_alone(
    of_engine: Club, tmp_path: Path
) -> None:
    of_engine.do(orders.delete().where(orders.c.customer_id == 1))
    of_engine.do(invoices.delete().where(invoices.c.customer_id == 1))
    erase(of_engine)
    assert 1 not in {row[0] for row in of_engine.rows()["customers"]}
    of_engine.do(customers.insert().values(id=1, name="Bob", email="bob@example.org"))
    of_engine.do(customers.insert().values(id=51, name="Ann again", email=HER))
    before = of_engine.rows()
    shown = of_engine.call("replay", "--taken", YESTERDAY, "--keep")
    assert "customers (first): 2 rows" in " ".join(shown.split())
    assert of_engine.rows() == before


def test_a_law_and_a_hold_keep_after_a_restore_what_they_kept_before(of_engine: Club, tmp_path: Path) -> None:
    back_up(of_engine, tmp_path / "back-up")
    erase(of_engine)
    restore(of_engine, tmp_path / "back-up")
    scope = ["--data", "ticket", "--review", TOMORROW]
    of_engine.call("hold", "begin", *scope, "--reason", "a claim", "--by", "An officer")
    of_engine.call("replay", "--taken", YESTERDAY, "--keep")
    rows = of_engine.rows()
    assert len([row for row in rows["tickets"] if str(row[1]).lower() == HER]) == 2
    assert len([row for row in rows["invoices"] if row[1] == 1]) == 1
    assert not [row for row in rows["orders"] if row[1] == 1]


def test_a_store_that_is_away_stops_the_replay(company: Club) -> None:
    erase(company)
    company.environment["HELP_URL"] = "postgresql://postgres@127.0.0.1:1/nowhere"
    assert "Nothing was touched" in company.run("replay", "--taken", YESTERDAY, "--keep", code=3)


def test_of_a_restored_part_what_was_hers_is_found_by_her_emptied_row(of_engine: Club) -> None:
    """Her customer row stayed, emptied, for an invoice hangs on it; only the orders come back."""
    before = of_engine.rows()
    erase(of_engine)
    erased = of_engine.rows()
    names = orders.columns.keys()
    of_engine.do(orders.insert().values([dict(zip(names, row, strict=True)) for row in before["orders"][:3]]))
    shown = of_engine.call("replay", "--taken", YESTERDAY)
    assert "erase 3 rows from orders" in shown
    assert "customers" not in shown
    of_engine.call("replay", "--taken", YESTERDAY, "--keep")
    assert of_engine.rows() == erased
    assert "Nothing is back" in of_engine.call("replay", "--taken", YESTERDAY)


def test_where_one_of_two_stores_was_restored_only_that_one_is_done(of_engine: Club) -> None:
    before = of_engine.rows()
    erase(of_engine)
    erased = of_engine.rows()
    names = tickets.columns.keys()
    back = [dict(zip(names, row, strict=True)) for row in before["tickets"][:2]]
    of_engine.do(tickets.insert().values(back), at_the_desk=True)
    shown = of_engine.call("replay", "--taken", YESTERDAY, "--keep")
    assert "erase 2 rows from tickets" in shown
    assert "orders" not in shown
    assert of_engine.rows() == erased
    done = [entry for entry in of_engine.opened().log.entries() if entry.word == "replayed"]
    assert [(entry.kind, dict(entry.counts)) for entry in done][1:] == [
        (Kind.DONE, {"changed": 2, "remaining": 0})
    ]


def test_a_replay_done_twice_is_that_done_once(of_engine: Club, tmp_path: Path) -> None:
    back_up(of_engine, tmp_path / "back-up")
    erase(of_engine)
    erased = of_engine.rows()
    restore(of_engine, tmp_path / "back-up")
    of_engine.call("replay", "--taken", YESTERDAY, "--keep")
    entries = len(list(of_engine.opened().log.entries()))
    of_engine.call("replay", "--taken", YESTERDAY, "--keep")
    assert of_engine.rows() == erased
    assert len(list(of_engine.opened().log.entries())) == entries


def test_the_tombstones_name_nobody(of_engine: Club) -> None:
    """Neither in clear nor as a digest that takes no key, of any spelling of hers or of the keys of her rows."""
    case = erase(of_engine)
    spelled = [HER, HER.upper(), PHONE, "+31612345678", "31612345678", "Ann Smit", "1", "(1,)", "[1]"]
    stones = of_engine.opened().tombstones.tombstones()
    assert {stone.case for stone in stones} == {case}
    assert len(stones) == 3
    plain = {
        hashlib.new(name, one.encode()).hexdigest() for one in spelled for name in ("sha256", "md5", "sha1")
    }
    told = repr([replace(stone, case="", at=NOW, until=NOW) for stone in stones])
    assert not plain & {stone.digest for stone in stones}
    assert not [one for one in spelled[:6] if one.lower() in told.lower()]


def test_of_a_hundred_thousand_rows_only_hers_are_erased_again(of_engine: Club, tmp_path: Path) -> None:
    many = [
        {"id": n, "name": f"Other {n}", "email": f"other{n}@example.com", "phone": f"061{n:07}"}
        for n in range(1000, 101_000)
    ]
    with of_engine.shop.begin() as connection:
        connection.execute(customers.insert(), many)
    back_up(of_engine, tmp_path / "back-up")
    erase(of_engine)
    erased = of_engine.rows()
    restore(of_engine, tmp_path / "back-up")
    of_engine.call("replay", "--taken", YESTERDAY, "--keep")
    assert of_engine.rows() == erased
