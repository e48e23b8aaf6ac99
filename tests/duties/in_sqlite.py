"""The tables of a case as a real SQLite file, foreign keys and all."""

from typing import Any

import sqlalchemy as sa
from tests.duties.worlds import pointed_at

Told = dict[str, Any]
TYPES = {"integer": "INTEGER", "number": "REAL", "text": "TEXT", "date": "DATE", "other": "BLOB"}


def filled(url: str, told: Told) -> None:
    """Make every table with its rows."""
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        for name, table in told["tables"].items():
            connection.exec_driver_sql(_create(name, table))
        for name, table in told["tables"].items():
            places = ", ".join("?" * len(table["columns"]))
            for row in table["rows"]:
                connection.exec_driver_sql(f"INSERT INTO {name} VALUES ({places})", tuple(row))
    engine.dispose()


def read(url: str, told: Told) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table, in the order of their keys."""
    engine = sa.create_engine(url)
    with engine.connect() as connection:
        found = {
            name: [
                dict(row._mapping)
                for row in connection.exec_driver_sql(f"SELECT * FROM {name} ORDER BY id, part")
            ]
            for name in told["tables"]
        }
    engine.dispose()
    return found


def _create(name: str, table: Told) -> str:
    lines = [_column(column, kind) for column, kind in table["columns"].items()]
    if table["key"]:
        lines.append(f"PRIMARY KEY ({', '.join(table['key'])})")
    if "part" in table["columns"]:
        lines.append("UNIQUE (part, id)")
    for link, told in table["links"].items():
        target, _, how = told.partition(" / ")
        columns = link.split(" + ")
        there = ", ".join(pointed_at(columns))
        lines.append(
            f"FOREIGN KEY ({', '.join(columns)}) REFERENCES {target} ({there}) ON DELETE {how.upper()}"
        )
    return f"CREATE TABLE {name} ({', '.join(lines)})"


def _column(name: str, told: str) -> str:
    kind, *words = told.split()
    required = " NOT NULL" if "required" in words else ""
    return f"{name} {TYPES[kind]}{required}{' UNIQUE' if 'unique' in words else ''}"
