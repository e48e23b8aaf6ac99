"""A book on SQLite, and one on PostgreSQL where a server answers."""

import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from gestand.book.database import Book, open_book

SERVER = os.environ.get("GESTAND_TEST_POSTGRESQL", "postgresql://postgres@127.0.0.1:5432/postgres")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of an empty database that goes away with the tests."""
    name = f"gestand_book_{os.getpid()}"
    try:
        server = psycopg.connect(SERVER, autocommit=True, connect_timeout=3)
    except psycopg.OperationalError:
        pytest.skip("SKIPPED STORE: no PostgreSQL answers, so the book was not tried on it")
    with server:
        server.execute(f"CREATE DATABASE {name}")
        yield make_url(SERVER).set(database=name).render_as_string(hide_password=False)
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a book can be made."""
    if request.param == "sqlite":
        return str(tmp_path / "book.sqlite")
    url: str = request.getfixturevalue("postgresql")
    with psycopg.connect(url, autocommit=True) as server:
        server.execute("DROP SCHEMA public CASCADE")
        server.execute("CREATE SCHEMA public")
    return url


@pytest.fixture
def book(address: str) -> Iterator[Book]:
    opened = open_book(address, create=True)
    yield opened
    opened.close()
