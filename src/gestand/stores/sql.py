"""A SQL database as a store: it is asked and acted upon in set-based statements of its own engine."""

import weakref
from collections.abc import Iterator

import sqlalchemy as sa

from gestand.core.action import Action, Batch, Pace
from gestand.core.question import Answer, Count, Observe, Question
from gestand.core.schema import Schema, TableName
from gestand.stores.compile import Compiler
from gestand.stores.counting import by_pages, count
from gestand.stores.engine import open_engine
from gestand.stores.reflect import observe
from gestand.stores.sweep import sweep
from gestand.stores.trouble import speaking_of


class SqlStore:
    """SQLite, PostgreSQL or MariaDB behind one address; it connects when first asked.

    What the database looks like is observed once and remembered until it is asked for again.
    """

    def __init__(self, name: str, url: str) -> None:
        """`url` as SQLAlchemy writes it; raises SettingsError for a kind of database gestand does not know."""
        self.name = name
        self._engine = open_engine(name, url)
        self._schema: Schema | None = None
        self._swept: set[TableName] = set()
        weakref.finalize(self, self._engine.dispose)

    def __repr__(self) -> str:
        return f"SqlStore({self.name!r}, {self._engine.dialect.name})"

    def answer(self, question: Question) -> Answer:
        """Answer from one snapshot, without changing anything. Raises StoreAway or StoreRefuses."""
        match question:
            case Observe():
                self._schema = None
                return self._look()
            case Count(table=table):
                with speaking_of(self.name, table), self._reading() as connection:
                    compiler = self._compiler(connection)
                    if table in self._swept:
                        self._swept.discard(table)
                        by_pages(connection)
                    return count(connection, compiler, question)

    def perform(self, action: Action, pace: Pace) -> Iterator[Batch]:
        """Act in committed batches. Raises StoreAway, StoreRefuses or StoreReadOnly; what was yielded stays done."""
        compiler = self._compiler()
        with speaking_of(self.name, action.table), self._engine.connect() as connection:
            if (yield from sweep(_for_writing(connection), compiler, action, pace)):
                self._swept.add(action.table)

    def close(self) -> None:
        """Give the connections back; the store opens new ones when asked again."""
        self._engine.dispose()

    def _reading(self) -> sa.Connection:
        options = {"postgresql_readonly": True, "isolation_level": "REPEATABLE READ"}
        connection = self._engine.connect()
        return (
            connection.execution_options(**options) if connection.dialect.name == "postgresql" else connection
        )

    def _compiler(self, connection: sa.Connection | None = None) -> Compiler:
        if self._schema is None and connection is not None:
            self._schema = observe(connection)
        schema = self._schema or self._look()
        dialect = self._engine.dialect.name
        return Compiler(self.name, "mariadb" if dialect == "mysql" else dialect, schema)

    def _look(self) -> Schema:
        with speaking_of(self.name), self._reading() as connection:
            self._schema = observe(connection)
        return self._schema


def _for_writing(connection: sa.Connection) -> sa.Connection:
    """READ COMMITTED on servers: rows that are looked at and left alone stay free for others."""
    if connection.dialect.name == "sqlite":
        return connection.execution_options(writing=True)
    return connection.execution_options(isolation_level="READ COMMITTED")
