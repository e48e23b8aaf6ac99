"""Where the book of a company lies, and how it is put back as it stood before a command."""

import gc
import secrets
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol

import psycopg
import sqlalchemy as sa

BOOKS = ("SQLite", "PostgreSQL")


class Kept(Protocol):
    """A book of which a test keeps several states."""

    @property
    def url(self) -> str:
        """Its address for the settings; empty for one in the folder."""
        ...

    def keep(self, number: int) -> None: ...

    def go_back_to(self, number: int) -> None: ...


@dataclass
class InTheFolder:
    """A file of the company's folder: whoever puts the folder back puts the book back."""

    url: str = ""

    def keep(self, number: int) -> None: ...

    def go_back_to(self, number: int) -> None: ...


@dataclass
class InServer:
    """A database of a PostgreSQL server; each state is a copy of it. `opened` are connections of this process to it."""

    server: sa.URL
    name: str
    states: set[int] = field(default_factory=set)
    opened: list[psycopg.Connection[Any]] = field(default_factory=list)

    @property
    def url(self) -> str:
        address = self.server.set(drivername="postgresql", database=self.name)
        return address.render_as_string(hide_password=False)

    def keep(self, number: int) -> None:
        self._copy(self.name, f"{self.name}_{number}")
        self.states.add(number)

    def go_back_to(self, number: int) -> None:
        self._copy(f"{self.name}_{number}", self.name)

    def end(self) -> None:
        self._let_go()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)  # a log read half leaves its cursor to the end
            gc.collect()
        for name in (self.name, *(f"{self.name}_{number}" for number in self.states)):
            self._drop(name)

    def begin(self) -> None:
        self._say(f"CREATE DATABASE {self.name}")

    def saw(self, connection: object, _: object) -> None:
        """Commands in a process of their own leave their connections to its end; those in this one are closed here."""
        if isinstance(connection, psycopg.Connection) and connection.info.dbname == self.name:
            self.opened.append(connection)

    def _copy(self, from_name: str, to_name: str) -> None:
        """A database is copied only while nobody is in it: whoever died in it has left when it can be dropped."""
        self._let_go()
        self._drop(to_name)
        self._say(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{from_name}'")
        self._say(f"CREATE DATABASE {to_name} TEMPLATE {from_name}")

    def _let_go(self) -> None:
        while self.opened:
            self.opened.pop().close()

    def _drop(self, name: str) -> None:
        self._say(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def _say(self, words: str) -> None:
        engine = sa.create_engine(self.server, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
        with engine.connect() as connection:
            connection.exec_driver_sql(words)


@contextmanager
def book(kind: str, server: str) -> Iterator[Kept]:
    """A book of this kind, gone at the end of the block."""
    if kind == "SQLite":
        yield InTheFolder()
        return
    made = InServer(sa.make_url(server), f"gestand_book_{secrets.token_hex(6)}")
    made.begin()
    sa.event.listen(sa.Pool, "connect", made.saw)
    try:
        yield made
    finally:
        sa.event.remove(sa.Pool, "connect", made.saw)
        made.end()
