"""One read of the book by its driver alone: for what is asked so often that every layer between would be felt."""

import os
import sqlite3
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.exc import DBAPIError

from gestand.book.database import PATIENCE_SECONDS, Book
from gestand.book.refusals import translated

Rows = Sequence[tuple[Any, ...]]


class _Opened:
    """A connection that closes with the thread it belongs to, in the process that opened it."""

    def __init__(self, raw: Any) -> None:
        self._raw, self.process = raw, os.getpid()

    def read(self, statement: str, values: Sequence[object]) -> Rows:
        rows: Rows = self._raw.execute(statement, values).fetchall()
        return rows

    def close(self) -> None:
        if self.process == os.getpid():
            self._raw.close()

    __del__ = close


class _Own(threading.local):
    """The connection of a thread, once it has read something."""

    opened: _Opened | None = None


@dataclass(frozen=True)
class Quick:
    """Reads of one statement each. Each sees all that was committed before, by whichever process."""

    book: Book
    _own: _Own = field(default_factory=_Own, repr=False, compare=False)

    @property
    def waits(self) -> bool:
        """Whether a read waits for a server, so that it may not stand in a loop of events."""
        return self._engine != "sqlite"

    def statement(self, written: str) -> str:
        """A statement with `?` for its values, as the driver wants it."""
        return written.replace("?", "%s") if self.waits else written

    def read(self, statement: str, values: Sequence[object]) -> Rows:
        """The rows of a statement; a connection that broke since the last read is made anew.

        Raises BookError when the book does not answer.
        """
        opened, errors = self._own.opened, self.book.engine.dialect.loaded_dbapi.Error
        if opened is not None and opened.process == os.getpid():
            try:
                return opened.read(statement, values)
            except errors:
                opened.close()
        try:
            self._own.opened = opened = _Opened(self._connected())
            return opened.read(statement, values)
        except errors as error:
            self._forget()
            raise translated(DBAPIError(None, None, error), self.book.place) from error

    def _forget(self) -> None:
        """Close the thread's connection, so that the next read makes another."""
        if self._own.opened is not None:
            self._own.opened.close()
        self._own.opened = None

    @property
    def _engine(self) -> str:
        return self.book.engine.dialect.name

    def _connected(self) -> Any:
        url = self.book.engine.url
        if not self.waits:
            raw = sqlite3.connect(
                str(url.database),
                timeout=PATIENCE_SECONDS,
                isolation_level=None,
                check_same_thread=False,  # it is read by one thread, and may be closed by whichever cleans up
            )
            raw.execute("PRAGMA query_only=ON")
            return raw
        import psycopg

        address = url.set(drivername="postgresql").render_as_string(hide_password=False)
        server = psycopg.connect(
            address, autocommit=True, connect_timeout=PATIENCE_SECONDS, prepare_threshold=0
        )
        server.execute("SET default_transaction_read_only = on")
        return server
