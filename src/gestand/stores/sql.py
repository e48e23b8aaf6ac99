"""A SQL database as a store: it is asked and acted upon in set-based statements of its own engine."""

import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from typing import assert_never

import sqlalchemy as sa

from gestand.core.action import Action, Batch, Deed, Pace
from gestand.core.question import Answer, Count, Find, Observe, Question
from gestand.core.schema import TableName
from gestand.stores.compile import Compiler
from gestand.stores.counting import by_pages, count, count_all
from gestand.stores.engine import open_engine
from gestand.stores.finding import find
from gestand.stores.reflect import observe
from gestand.stores.sweep import sweep
from gestand.stores.together import together
from gestand.stores.trouble import speaking_of

_ONE_SNAPSHOT = {"postgresql_readonly": True, "isolation_level": "REPEATABLE READ"}


class SqlStore:
    """SQLite, PostgreSQL or MariaDB behind one address; it connects when first asked.

    What the database looks like is observed once and remembered until it is asked for again.
    """

    def __init__(self, name: str, url: str) -> None:
        """`url` as SQLAlchemy writes it; raises SettingsError for a kind of database gestand does not know."""
        self.name = name
        self._engine = open_engine(name, url, by_statement=True)
        self._known: Compiler | None = None
        self._swept: set[TableName] = set()
        weakref.finalize(self, self._engine.dispose)

    def __repr__(self) -> str:
        return f"SqlStore({self.name!r}, {self._engine.dialect.name})"

    def answer(self, question: Question) -> Answer:
        """Answer from one snapshot, without changing anything. Raises StoreAway or StoreRefuses."""
        with self._reading(one_statement=self._takes_one_statement(question)) as connection:
            return self._answer(connection, question)

    def answers(self, questions: tuple[Question, ...]) -> tuple[Answer, ...]:
        """The answers of several: one statement for all that count. Raises what any of them would raise."""
        apart = [one for one in questions if self._is_answered_apart(one)]
        counts = tuple(one for one in questions if isinstance(one, Count) and one not in apart)
        found: dict[Question, Answer] = {one: self.answer(one) for one in apart}
        with self._reading(
            one_statement=not any(part.span for one in counts for part in one.parts)
        ) as connection:
            compiler = self._known or self._look(connection)
            found |= zip(counts, count_all(connection, compiler, counts), strict=True)
            return tuple(found.get(one) or self._answer(connection, one) for one in questions)

    def perform(self, action: Action, pace: Pace) -> Iterator[Batch]:
        """Act in committed batches. Raises StoreAway, StoreRefuses or StoreReadOnly; what was yielded stays done."""
        compiler = self._compiler()
        with speaking_of(self.name, action.table), self._engine.connect() as connection:
            if (yield from sweep(_for_writing(connection), compiler, action, pace)):
                self._swept.add(action.table)

    def together(self, deeds: tuple[Deed, ...]) -> tuple[Batch, ...]:
        """One transaction. Raises StoreAway, StoreRefuses or StoreReadOnly; then nothing was done."""
        if not deeds:
            return ()
        compiler = self._compiler()
        with speaking_of(self.name), self._engine.connect() as connection:
            return together(_for_writing(connection), compiler, deeds)

    def close(self) -> None:
        """Give the connections back; the store opens new ones when asked again."""
        self._engine.dispose()

    def _answer(self, connection: sa.Connection, question: Question) -> Answer:
        match question:
            case Observe():
                with speaking_of(self.name):
                    return self._look(connection).schema
            case Count(table=table):
                with speaking_of(self.name, table):
                    compiler = self._known or self._look(connection)
                    if table in self._swept:
                        self._swept.discard(table)
                        by_pages(connection)
                    return count(connection, compiler, question)
            case Find(table=table):
                with speaking_of(self.name, table):
                    return find(connection, self._known or self._look(connection), question)
            case _:
                assert_never(question)

    def _is_answered_apart(self, question: Question) -> bool:
        """A look, and a table that was swept, which is counted in another way."""
        return not isinstance(question, Count | Find) or question.table in self._swept

    def _takes_one_statement(self, question: Question) -> bool:
        """Then the statement itself is the snapshot."""
        if self._known is None:
            return False
        match question:
            case Find():
                return True
            case Count(table=table, parts=parts):
                return table not in self._swept and not any(part.span for part in parts)
            case _:
                return False

    @contextmanager
    def _reading(self, one_statement: bool = False) -> Iterator[sa.Connection]:
        """On PostgreSQL a transaction of one snapshot that cannot write; for one statement, none at all."""
        with speaking_of(self.name), self._engine.connect() as connection:
            if connection.dialect.name == "postgresql" and not one_statement:
                connection.execution_options(**_ONE_SNAPSHOT)
            yield connection

    def _compiler(self) -> Compiler:
        if self._known is None:
            with self._reading() as connection, speaking_of(self.name):
                return self._look(connection)
        return self._known

    def _look(self, connection: sa.Connection) -> Compiler:
        dialect = self._engine.dialect.name
        schema = observe(connection)
        if self._known is None or self._known.schema != schema:
            self._known = Compiler(self.name, "mariadb" if dialect == "mysql" else dialect, schema)
        return self._known


def _for_writing(connection: sa.Connection) -> sa.Connection:
    """READ COMMITTED on servers: rows that are looked at and left alone stay free for others."""
    if connection.dialect.name == "sqlite":
        return connection.execution_options(writing=True)
    return connection.execution_options(isolation_level="READ COMMITTED")
