"""`gestand grants` prints what each store's administrator runs, or says in words what a file allows."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from gestand.cli import main
from gestand.cli.grants import dialect_of
from gestand.datamap.starter import starter_data_map, starter_statement

TABLES = """
CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT, email TEXT NOT NULL UNIQUE, phone TEXT, ended_on DATE);
CREATE TABLE invoices (id INTEGER PRIMARY KEY, name TEXT, address TEXT, amount INTEGER, issued_on DATE,
  customer_id INTEGER REFERENCES customers (id));
"""


def run(company: Path, *words: str) -> object:
    """The exit code of `gestand -C COMPANY ...`."""
    with pytest.raises(SystemExit) as ended:
        main(["-C", str(company), *words])
    return ended.value.code


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """The English starter with a database that fits it."""
    assert run(tmp_path, "init", "--lang", "en") == 0
    assert (tmp_path / "statement.yaml").read_text("utf-8") == starter_statement("en")
    assert (tmp_path / "datamap.yaml").read_text("utf-8") == starter_data_map("en")
    with closing(sqlite3.connect(tmp_path / "shop.db")) as database:
        database.executescript(TABLES)
    return tmp_path


def test_the_starter_s_grants_are_printed(
    company: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SHOP_URL", "sqlite:///shop.db")
    assert run(company, "grants", "--keeper", "cleaner") == 0
    said = capsys.readouterr().out
    assert "let cleaner own the file" in said
    assert "customers, invoices" in said


def test_a_store_that_is_away_is_named(
    company: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SHOP_URL", "sqlite:///gone.db")
    assert run(company, "grants") == 2
    assert "No grants for shop now. store shop: it cannot be opened" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("address", "dialect"),
    [
        ("postgresql://db/portal", "postgresql"),
        ("postgresql+psycopg://db/portal", "postgresql"),
        ("mysql+pymysql://db/portal", "mariadb"),
        ("mariadb://db/portal", "mariadb"),
        ("sqlite:///portal.db", "sqlite"),
    ],
)
def test_the_address_tells_the_dialect(address: str, dialect: str) -> None:
    assert dialect_of(address) == dialect
