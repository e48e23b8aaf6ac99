"""The door to the book: one SQLite file beside the statement, or a PostgreSQL database."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from gestand.book.refusals import translated
from gestand.book.version import NEWEST, alone, migrate, refuse_unknown, version_of
from gestand.core.errors import BookAway, BookError, BookNotOurs

PATIENCE_SECONDS = 10
_PRAGMAS = (
    "page_size=8192",  # of a new book: the log appends faster than with 4096
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
)


class Gathered(Protocol):
    """What several callers add within one transaction, written once at its end."""

    def write(self) -> None: ...


_Kind = TypeVar("_Kind", bound=Gathered)


class _UnderWay(threading.local):
    """The transaction of a thread, if one is under way, and what it gathers."""

    connection: Connection | None = None
    gathered: Gathered | None = None


@dataclass(frozen=True)
class Book:
    """An opened book; `place` names it in messages, without a password.

    `memory` is what was seen in it, for those who find out by themselves when it no longer holds.
    """

    engine: Engine
    place: str
    memory: dict[str, object] = field(default_factory=dict, repr=False, compare=False)
    _under_way: _UnderWay = field(default_factory=_UnderWay, repr=False, compare=False)
    _turn: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A transaction that is kept whole, or not at all when the block raises; other writers wait.

        One within another, in the same thread, is a part of that one.
        Raises BookError when the book is locked, read-only, full or gone; then nothing was written.
        """
        if self._under_way.connection is not None:
            yield self._under_way.connection
            return
        with self._spoken(), self._in_turn(), self.engine.begin() as connection:
            self._under_way.connection = connection
            try:
                yield connection
                if self._under_way.gathered is not None:
                    self._under_way.gathered.write()
            finally:
                self._under_way.connection = self._under_way.gathered = None

    @contextmanager
    def reading(self, *, one_statement: bool = False) -> Iterator[Connection]:
        """One snapshot to read from, beside a writer; what the block writes is not kept.

        Within a transaction it sees what that one has written so far. One statement is a snapshot by itself.
        """
        if self._under_way.connection is not None:
            yield self._under_way.connection
            return
        with self._spoken(), self.engine.connect() as connection:
            yield connection.execution_options(**_reading(self.engine, one_statement))

    @property
    def gathers(self) -> Gathered | None:
        """What the transaction under way gathers, if one is, and if it does."""
        return self._under_way.gathered

    def gathered(self, kind: Callable[[Connection, dict[str, object]], _Kind]) -> _Kind:
        """The same, begun by the first who asks within a transaction."""
        connection = self._under_way.connection
        if connection is None:
            raise RuntimeError("nothing is gathered outside a transaction")
        if self._under_way.gathered is None:
            self._under_way.gathered = kind(connection, self.memory)
        return self._under_way.gathered  # type: ignore[return-value]

    def close(self) -> None:
        """Let go of the files and connections."""
        self.engine.dispose()

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        """SQLite takes one writer at a time, and lets others look again now and then: those of one process queue."""
        queues = self.engine.dialect.name == "sqlite" and self._turn.acquire(timeout=PATIENCE_SECONDS)
        try:
            yield
        finally:
            if queues:
                self._turn.release()

    @contextmanager
    def _spoken(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise translated(error, self.place) from error


def open_book(url_or_path: str | Path, *, create: bool = False) -> Book:
    """Open the book at a path or a PostgreSQL URL, and bring an older one up to date.

    With `create` a missing one is made: a file that only its owner can read. Raises BookAway when it is
    missing or locked, BookNotOurs when the place holds something else or a newer book.
    """
    url = _url(url_or_path)
    place = _place(url)
    if url.get_backend_name() == "sqlite":
        _check_file(Path(str(url.database)), create)
    book = Book(_engine(url), place)
    try:
        _bring_up_to_date(book, create)
    except BaseException:
        book.close()
        raise
    return book


def _bring_up_to_date(book: Book, create: bool) -> None:
    with book.reading() as connection:
        version = version_of(connection)
    if version == NEWEST:
        return
    with book.transaction() as connection:
        alone(connection)
        version = version_of(connection)
        if version is not None or not create:
            refuse_unknown(version, book.place)
        if version != NEWEST:
            migrate(connection)


def _url(url_or_path: str | Path) -> URL:
    written = str(url_or_path)
    if "://" not in written:
        return URL.create("sqlite", database=written)
    try:
        url = make_url(written)
    except ArgumentError as error:
        raise BookError(
            "The address of the book cannot be read. Expected postgresql://user@host/name."
        ) from error
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise BookError(
            f"A book cannot lie in {url.get_backend_name()}: use a file, or postgresql://user@host/name."
        )
    return url.set(drivername="postgresql+psycopg") if url.get_backend_name() == "postgresql" else url


def _place(url: URL) -> str:
    if url.get_backend_name() == "sqlite":
        return f"The book {url.database}"
    return f"The book in {url.database} on {url.host or 'this machine'}"


def _check_file(path: Path, create: bool) -> None:
    """Make the file if that is asked, with mode 0600; refuse one that is missing or that others can read."""
    try:
        if create and not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
        mode = path.stat().st_mode
    except FileNotFoundError as error:
        raise BookAway(
            f"The book {path} is missing. `gestand init` makes one; a lost one comes from a back-up."
        ) from error
    except OSError as error:
        raise BookAway(f"The book {path} cannot be opened: {error.strerror}.") from error
    if path.is_dir():
        raise BookNotOurs(f"The book {path} is a folder. Name a file.")
    if mode & 0o077:
        raise BookError(f"The book {path} can be read by others. Run: chmod 600 {path}")


def _engine(url: URL) -> Engine:
    """The engine. What a statement carries is hidden in its errors: names, reasons, sealed identifiers."""
    if url.get_backend_name() == "postgresql":
        patient = {"connect_timeout": PATIENCE_SECONDS}
        return create_engine(url, connect_args=patient, pool_pre_ping=True, hide_parameters=True)
    patience = {"timeout": PATIENCE_SECONDS, "isolation_level": None}
    engine = create_engine(url, connect_args=patience, hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(raw: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    """Durable at every commit; readers beside one writer; what is erased is overwritten."""
    cursor = raw.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _reading(engine: Engine, one_statement: bool) -> dict[str, Any]:
    """How a connection that only reads begins: with one snapshot for all of its statements."""
    if engine.dialect.name == "postgresql":
        snapshot = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        return {"isolation_level": "AUTOCOMMIT"} if one_statement else snapshot
    return {"gestand_begins": "" if one_statement else "BEGIN"}


def _begin(connection: Connection) -> None:
    """A writer takes the lock at once, so that it never has to give up half-way (BEGIN IMMEDIATE)."""
    begins = connection.get_execution_options().get("gestand_begins", "BEGIN IMMEDIATE")
    if begins:
        connection.exec_driver_sql(begins)
