"""A few values of a table's columns: the one door through which a value of a row comes out, read-only and limited."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from gestand.core.errors import StoreAway
from gestand.core.schema import ColumnFacts, Schema, TableFacts, TableName
from gestand.datamap.suggest.handful import Handful, Held
from gestand.stores.catalogue import schemas
from gestand.stores.engine import open_engine
from gestand.stores.glance import BYTES, is_read, read
from gestand.stores.reflect import observe
from gestand.stores.trouble import speaking_of, trouble

ROWS = 120
"""Rows read of each table, half from either end of its key."""
SECONDS = 5
"""What one statement may take on a server."""
_UNREADABLE = """
SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'f') AND NOT c.relispartition
AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
AND NOT (has_schema_privilege(n.oid, 'USAGE')
  AND (has_table_privilege(c.oid, 'SELECT') OR has_any_column_privilege(c.oid, 'SELECT')))
ORDER BY 1, 2
"""


class Sampler:
    """One database, read and never written; what it gives is meant to be judged and forgotten."""

    def __init__(self, name: str, url: str) -> None:
        """`url` as SQLAlchemy writes it. Raises SettingsError for a kind of database gestand does not know."""
        self.name = name
        self._engine = open_engine(name, url)

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
        if self.dialect == "mariadb":
            with speaking_of(self.name), self._reading() as connection:
                seen = {*shown(connection)}
                return tuple(name for name in sa.inspect(connection).get_table_names() if name not in seen)
        if self.dialect != "postgresql":
            return ()
        with speaking_of(self.name), self._reading() as connection:
            own = schemas(sa.inspect(connection)) and connection.dialect.default_schema_name
            rows = connection.execute(sa.text(_UNREADABLE)).all()
        return tuple(name if schema == own else f"{schema} / {name}" for schema, name in rows)

    def handful(self, table: TableFacts) -> Handful:
        """Up to ROWS rows of a table, each value once. Raises StoreAway or StoreRefuses, which hold no value."""
        unread = self._bytes.get(table.name, frozenset())
        columns = [column for column in table.columns if is_read(column) and column.name not in unread]
        if not columns:
            return Handful(table.name, (), tuple(sorted(unread)))
        with speaking_of(self.name, table.name), self._reading() as connection:
            rows = [row for query in self._queries(table, columns) for row in connection.execute(query)]
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
                name = TableName(table, "" if schema == own else schema)
                found.setdefault(name, set()).add(column)
        return {name: frozenset(columns) for name, columns in found.items()}

    def _queries(self, table: TableFacts, columns: Sequence[ColumnFacts]) -> Iterator[sa.Select[Any]]:
        """From both ends of a key of one column; of other tables, from wherever the engine begins."""
        source = sa.table(table.name.name, schema=table.name.schema or None)
        chosen = [read(self.dialect, column).label(f"read {at}") for at, column in enumerate(columns)]
        query = sa.select(*chosen).select_from(source)
        if len(table.key) != 1 or table.view:
            yield query.limit(ROWS)
            return
        key: sa.ColumnClause[Any] = sa.column(table.key[0])
        yield query.order_by(key).limit(ROWS // 2)
        yield query.order_by(key.desc()).limit(ROWS // 2)

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        """A connection that the engine itself keeps from writing."""
        options = {"postgresql_readonly": True} if self.dialect == "postgresql" else {}
        with self._engine.connect().execution_options(**options) as connection:
            for statement in _MANNERS[self.dialect]:
                connection.execute(sa.text(statement))
            yield connection


_MANNERS: dict[str, Sequence[str]] = {
    "postgresql": (f"SET LOCAL statement_timeout = '{SECONDS}s'",),
    "mariadb": ("SET TRANSACTION READ ONLY", f"SET SESSION max_statement_time = {SECONDS}"),
    "sqlite": ("PRAGMA query_only = ON",),
}


def shown(connection: sa.Connection) -> list[str]:
    """The tables of MariaDB whose shape this login may see; one that may read a few columns of a table may not."""
    quoted = connection.dialect.identifier_preparer.quote_identifier
    return [name for name in sa.inspect(connection).get_table_names() if _is_shown(connection, quoted(name))]


def _is_shown(connection: sa.Connection, table: str) -> bool:
    try:
        connection.exec_driver_sql(f"SHOW CREATE TABLE {table}")
    except DBAPIError as error:
        if trouble(error).error is StoreAway:
            raise
        return False
    return True


def _once(values: Iterable[object]) -> tuple[Held, ...]:
    """Each value once, in its order; what is empty, bytes or no plain value is left out."""
    found = (_plain(value) for value in values)
    return tuple(dict.fromkeys(value for value in found if value is not None and value != ""))


def _plain(value: object) -> Held | None:
    if isinstance(value, Decimal):
        return float(value)
    return value if isinstance(value, str | int | float | date) else None
