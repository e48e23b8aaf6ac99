"""The cases of a company, with its keys, in a book on SQLite and in one on PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url
from tests.servers import database
from tests.wiring.requests import AMSTERDAM

from gestand.book.database import open_book
from gestand.book.keyring import FILE, KeyRing
from gestand.evidence.keys import make_keys
from gestand.wiring.cases import BookCases


@pytest.fixture(scope="session")
def for_books(postgresql: str) -> Iterator[str]:
    """The address of a database for books alone."""
    with database(postgresql) as url:
        yield url.replace("postgresql+psycopg://", "postgresql://")


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a book can be made."""
    if request.param == "sqlite":
        return str(tmp_path / "book.sqlite")
    url: str = request.getfixturevalue("for_books")
    with psycopg.connect(make_url(url).render_as_string(hide_password=False), autocommit=True) as server:
        server.execute("DROP SCHEMA public CASCADE")
        server.execute("CREATE SCHEMA public")
    return url


@pytest.fixture
def cases(address: str, tmp_path: Path) -> Iterator[BookCases]:
    book = open_book(address, create=True)
    keys = make_keys(tmp_path / "keys", "example.org/log")
    yield BookCases(book, keys, KeyRing(tmp_path / "keys" / FILE), AMSTERDAM)
    book.close()
