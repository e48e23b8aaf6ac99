"""A few values of a table's columns: the one door through which a value of a row comes out, read-only and limited."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from functools import cached_property

import sqlalchemy as sa

from gestand.core.schema import ColumnFacts, Schema, TableFacts, TableName
from gestand.datamap.suggest.handful import Handful, Held
from gestand.stores.catalogue import table_named
from gestand.stores.engine import open_engine
from gestand.stores.glance import BYTES, is_read, read
from gestand.stores.reflect import observe
from gestand.stores.sight import out_of_sight, shown
from gestand.stores.trouble import speaking_of

ROWS = 120
"""Rows read of each table, half from either end of its key."""
SECONDS = 5
"""What one statement may take on a server."""
LOCK_SECONDS = 2
"""How long a table that another session holds is waited for: then its names alone are judged."""
_MANNERS: dict[str, Sequence[str]] = {
    "postgresql": (
        f"SET LOCAL statement_timeout = '{SECONDS}s'",
        f"SET LOCAL lock_timeout = '{LOCK_SECONDS}s'",
    ),
    "mariadb": (
        "SET TRANSACTION READ ONLY",
        f"SET SESSION max_statement_time = {SECONDS}, lock_wait_timeout = {LOCK_SECONDS}",
    ),
    "sqlite": ("PRAGMA query_only = ON", f"PRAGMA busy_timeout = {LOCK_SECONDS * 1000}"),
}


class Sampler:
    """One database, read and never written; what it gives is meant to be judged and forgotten."""

    def __init__(self, name: str, url: str) -> None:
        """`url` as SQLAlchemy writes it. Raises SettingsError for a kind of database gestand does not know."""
        self.name = name
        self._engine = open_engine(name, url, reading=True)

    def __repr__(self) -> str:
        return f"Sampler({self.name!r}, {self._engine.dialect.name})"

    @property
    def dialect(self) -> str:
        """postgresql, mariadb or sqlite."""
        return self._engine.dialect.name

    def look(self) -> Schema:
        """What the database says of itself. Raises StoreAway or StoreRefuses."""
        with speaking_of(self.name), self._reading() as connection:
            return observe(connection, shown(connection) if self.dialect == "mariadb" else None)

    def hidden(self) -> tuple[str, ...]:
        """Tables that are there and that this login may not read, as far as the engine tells."""
        with speaking_of(self.name), self._reading() as connection:
            return out_of_sight(connection)

    def handful(self, table: TableFacts) -> Handful:
        """Up to ROWS rows of a table, each value once. Raises StoreAway or StoreRefuses, which hold no value."""
        unread = self._bytes.get(table.name, frozenset())
        columns = [column for column in table.columns if is_read(column) and column.name not in unread]
        if not columns:
            return Handful(table.name, (), tuple(sorted(unread)))
        with speaking_of(self.name, table.name), self._reading() as connection:
            rows = [
                row for query in self._queries(table, columns) for row in connection.exec_driver_sql(query)
            ]
        held = {column.name: [row[at] for row in rows] for at, column in enumerate(columns)}
        found = {name for name, values in held.items() if any(isinstance(value, bytes) for value in values)}
        return Handful(
            table.name,
            tuple((name, _once(values)) for name, values in held.items()),
            tuple(sorted({*unread, *found})),
        )

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()

    @cached_property
    def _bytes(self) -> Mapping[TableName, frozenset[str]]:
        """Columns that hold bytes and nothing else, as far as the catalogue tells."""
        if self.dialect not in BYTES:
            return {}
        found: dict[TableName, set[str]] = {}
        with speaking_of(self.name), self._reading() as connection:
            own = connection.dialect.default_schema_name
            for schema, table, column in connection.execute(sa.text(BYTES[self.dialect])):
                found.setdefault(table_named(own, schema, table), set()).add(column)
        return {name: frozenset(columns) for name, columns in found.items()}

    def _queries(self, table: TableFacts, columns: Sequence[ColumnFacts]) -> Iterator[str]:
        """From both ends of a key of one column; of other tables, from wherever the engine begins."""
        quoted = self._engine.dialect.identifier_preparer.quote_identifier
        chosen = ", ".join(read(self.dialect, column, quoted(column.name)) for column in columns)
        source = ".".join(quoted(name) for name in (table.name.schema, table.name.name) if name)
        ends = [f"ORDER BY {quoted(key)} {end}" for key in table.key for end in ("ASC", "DESC")]
        ends = ends if len(table.key) == 1 else [""]
        for end in ends:
            yield f"SELECT {chosen} FROM {source} {end} LIMIT {ROWS // len(ends)}"  # noqa: S608  every name is quoted

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        """A connection that the engine itself keeps from writing."""
        options = {"postgresql_readonly": True} if self.dialect == "postgresql" else {}
        with self._engine.connect().execution_options(**options) as connection:
            for statement in _MANNERS[self.dialect]:
                connection.execute(sa.text(statement))
            yield connection


def _once(values: Iterable[object]) -> tuple[Held, ...]:
    """Each value once, in its order; what is empty, bytes or no plain value is left out."""
    found = (_plain(value) for value in values)
    return tuple(dict.fromkeys(value for value in found if value is not None and value != ""))


def _plain(value: object) -> Held | None:
    if isinstance(value, Decimal):
        return float(value)
    return value if isinstance(value, str | int | float | date) else None
