"""Benches for the stores that gestand brings: tables in memory, and SQL databases."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import quoted_name
from sqlalchemy.dialects import mysql
from sqlalchemy.types import TypeEngine

from gestand.core.schema import ColumnFacts, ColumnKind, Link, OnDelete, Schema, TableFacts, TableName
from gestand.stores.conformance.bench import STORE
from gestand.stores.engine import open_engine
from gestand.stores.evaluate import Cell, PlainRow
from gestand.stores.memory import MemoryStore
from gestand.stores.sql import SqlStore

_STRANGE: dict[str, dict[ColumnKind, tuple[Cell, ...]]] = {
    "sqlite": {
        ColumnKind.DATE: (20240301, 1.5, b"2024-03-01", "soon"),
        ColumnKind.DATETIME: (1_709_247_600, b"2024-03-01 12:00", "2024-03-01T12:00:00Z"),
        ColumnKind.TEXT: (b"2024-03-01",),
        ColumnKind.INTEGER: ("soon", "2024-03-01", 1.5, b"1"),
        ColumnKind.NUMBER: ("soon", b"1"),
    },
    "postgresql": {
        ColumnKind.DATE: ("infinity", "-infinity", "0044-03-15 BC"),
        ColumnKind.DATETIME: ("infinity", "-infinity", "0044-03-15 12:00 BC"),
        ColumnKind.INSTANT: ("infinity", "-infinity", "0044-03-15 12:00+00 BC"),
        ColumnKind.NUMBER: ("NaN",),
    },
    "mariadb": {
        ColumnKind.DATE: ("0000-00-00", "2024-00-15", "2024-03-00", "2023-02-30"),
        ColumnKind.DATETIME: ("0000-00-00 00:00:00", "2024-00-15 12:00:00", "2023-02-30 00:00:00"),
        ColumnKind.INSTANT: ("0000-00-00 00:00:00",),
    },
}
_LAX = "SET SESSION sql_mode = 'ALLOW_INVALID_DATES'"
_ON_DELETE = {OnDelete.CASCADE: "CASCADE", OnDelete.CUT: "SET NULL", OnDelete.STOP: None}


class MemoryBench:
    """Tables in memory."""

    loosely_typed = False

    def __init__(self) -> None:
        self._store = MemoryStore(STORE, Schema(()), {})

    def create(self, schema: Schema) -> None:
        self._store = MemoryStore(
            STORE, Schema((*self._store.schema.tables, *schema.tables)), self._store.rows
        )

    def insert(self, table: TableName, rows: Sequence[PlainRow]) -> None:
        self._store.rows[table].extend(map(dict, rows))

    def open(self) -> MemoryStore:
        return self._store

    def rows(self, table: TableName) -> list[PlainRow]:
        return self._store.rows[table]

    def strange(self, kind: ColumnKind) -> tuple[Cell, ...]:
        return () if kind is ColumnKind.OTHER else ("infinity",)


class SqlBench:
    """An empty database at `url`: everything made here is dropped again by `clear`."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._engine = open_engine(STORE, url)
        self._tables = sa.MetaData()
        self._dialect = "mariadb" if self._engine.dialect.name == "mysql" else self._engine.dialect.name
        self._store: SqlStore | None = None
        self.loosely_typed = self._dialect == "sqlite"

    def create(self, schema: Schema) -> None:
        for facts in schema.tables:
            self._make(facts)
        self._tables.create_all(self._engine)
        self._forget()

    def insert(self, table: TableName, rows: Sequence[PlainRow]) -> None:
        plain = sa.table(
            quoted_name(table.name, True), *(sa.column(quoted_name(name, True)) for name in rows[0])
        )
        with self._engine.begin() as connection:
            if self._dialect == "mariadb":
                connection.exec_driver_sql(_LAX)
                connection.exec_driver_sql("SET SESSION time_zone = '+00:00'")
                rows = [{name: _in_utc(cell) for name, cell in row.items()} for row in rows]
            names = list(rows[0])
            statement = plain.insert().values({name: sa.bindparam(f"v{i}") for i, name in enumerate(names)})
            connection.execute(
                statement, [{f"v{i}": row[name] for i, name in enumerate(names)} for row in rows]
            )
        self._engine.dispose()

    def open(self) -> SqlStore:
        if self._store is None:
            self._store = SqlStore(STORE, self._url)
        return self._store

    def rows(self, table: TableName) -> list[PlainRow]:
        made = self._tables.tables[table.name]
        plain = sa.table(made.name, *(sa.column(column.name) for column in made.columns))
        with self._engine.connect() as connection:
            found = connection.execute(sa.select(plain)).all()
        return [dict(zip(made.columns.keys(), row, strict=True)) for row in found]

    def strange(self, kind: ColumnKind) -> tuple[Cell, ...]:
        return _STRANGE[self._dialect].get(kind, ())

    def clear(self) -> None:
        """Drop every table and close every connection."""
        self._forget()
        self._tables.drop_all(self._engine)
        self._engine.dispose()

    def _forget(self) -> None:
        if self._store is not None:
            self._store.close()
        self._store = None

    def _make(self, facts: TableFacts) -> None:
        columns = [self._column(column, facts) for column in facts.columns]
        links = [self._link(link) for link in facts.links]
        table = sa.Table(quoted_name(facts.name.name, True), self._tables, *columns, *links)
        for place, column in enumerate(facts.columns):
            if column.indexed:
                sa.Index(f"ix_{len(self._tables.tables)}_{place}", table.c[column.name])

    def _link(self, link: Link) -> sa.ForeignKeyConstraint:
        """To the columns themselves: in a text, a dot would split a name."""
        own = [f"{link.to.name}.{name}" for name in link.to_columns]
        other = self._tables.tables.get(link.to.name)
        to = own if other is None else [other.c[name] for name in link.to_columns]
        return sa.ForeignKeyConstraint(list(link.columns), to, ondelete=_ON_DELETE[link.on_delete])

    def _column(self, column: ColumnFacts, facts: TableFacts) -> sa.Column[Any]:
        return sa.Column(
            quoted_name(column.name, True),
            _type(self._dialect, column),
            primary_key=column.name in facts.key,
            autoincrement=False,
            nullable=column.nullable and column.name not in facts.key,
        )


def _in_utc(cell: Cell) -> Cell:
    """The driver would drop the zone of a time."""
    aware = isinstance(cell, datetime) and cell.tzinfo is not None
    return cell.astimezone(UTC).replace(tzinfo=None) if aware and isinstance(cell, datetime) else cell


def _type(dialect: str, column: ColumnFacts) -> TypeEngine[Any]:
    if dialect == "mariadb" and column.kind in (ColumnKind.DATETIME, ColumnKind.INSTANT):
        return mysql.DATETIME(fsp=6) if column.kind is ColumnKind.DATETIME else mysql.TIMESTAMP(fsp=6)
    kinds: dict[ColumnKind, TypeEngine[Any]] = {
        ColumnKind.DATE: sa.Date(),
        ColumnKind.DATETIME: sa.DateTime(),
        ColumnKind.INSTANT: sa.DateTime(timezone=True),
        ColumnKind.TEXT: sa.String(column.length or 100),
        ColumnKind.INTEGER: sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
        ColumnKind.NUMBER: sa.Numeric(20, 6),
        ColumnKind.OTHER: sa.LargeBinary(),
    }
    return kinds[column.kind]
