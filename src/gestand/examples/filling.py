"""Makes a SQLite file out of a schema, rows and indexes, in that order: indexes last is fastest."""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from datetime import date, datetime, time, timedelta
from importlib.resources import files
from pathlib import Path
from random import Random

Row = tuple[object, ...]
DAY = 86_400
"""Seconds in a day."""


def fill(database: Path, package: str, tables: Mapping[str, Iterable[Row]]) -> None:
    """Make a new database file; `tables` are filled in their order, which puts parents before children."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.executescript(_script(package, "schema.sql"))
        connection.execute("BEGIN")
        for table, rows in tables.items():
            _insert(connection, table, rows)
        connection.execute("COMMIT")
        connection.executescript(_script(package, "indexes.sql"))
        connection.execute("ANALYZE")


def _script(package: str, name: str) -> str:
    return files(package).joinpath(name).read_text("utf-8")


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    columns = len(connection.execute(f'PRAGMA table_info("{table}")').fetchall())
    places = ", ".join("?" * columns)
    connection.executemany(f'INSERT INTO "{table}" VALUES ({places})', rows)  # noqa: S608  # our own table names


def midnight(today: date) -> datetime:
    """The beginning of today, without a zone: samples count back from here."""
    return datetime.combine(today, time())


def days_ago(chance: Random, today: date, least: int, most: int) -> date:
    """A day at least `least` and at most `most` days before today."""
    return today - timedelta(days=chance.randint(least, most))


def seconds_ago(chance: Random, least_days: float, most_days: float) -> int:
    """A number of whole seconds between two numbers of days."""
    return int((least_days + chance.random() * (most_days - least_days)) * DAY)
