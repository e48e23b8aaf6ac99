"""Benches: one empty place in each engine for each test."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from gestand.stores.conformance.bench import Bench
from gestand.stores.conformance.benches import MemoryBench, SqlBench

ENGINES = ("memory", "sqlite", "postgresql", "mariadb")


@pytest.fixture(params=ENGINES)
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bench]:
    if request.param == "memory":
        yield MemoryBench()
        return
    url = sqlite_file(tmp_path) if request.param == "sqlite" else request.getfixturevalue(request.param)
    sql = SqlBench(url)
    yield sql
    sql.clear()


def sqlite_file(folder: Path) -> str:
    """The URL of an empty SQLite database."""
    file = folder / "store.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    return f"sqlite:///{file}"
