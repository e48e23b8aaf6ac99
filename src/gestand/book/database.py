"""The door to the book: one SQLite file beside the statement, or a PostgreSQL database."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from gestand.book.refusals import translated
from gestand.book.version import NEWEST, migrate, refuse_unknown, version_of
from gestand.core.errors import BookAway, BookError, BookNotOurs

PATIENCE_SECONDS = 10
_PRAGMAS = (
    "page_size=8192",  # of a new book: the log appends faster than with 4096
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
)


@dataclass(frozen=True)
class Book:
    """An opened book; `place` names it in messages, without a password."""

    engine: Engine
    place: str

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A transaction that is kept whole, or not at all when the block raises; other writers wait.

        Raises BookError when the book is locked, read-only, full or gone; then nothing was written.
        """
        with self._spoken(), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One snapshot to read from, beside a writer; what the block writes is not kept."""
        with self._spoken(), self.engine.connect() as connection:
            yield connection.execution_options(**_reading(self.engine))

    def close(self) -> None:
        """Let go of the files and connections."""
        self.engine.dispose()

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


def _reading(engine: Engine) -> dict[str, Any]:
    """How a connection that only reads begins: with one snapshot for all of its statements."""
    if engine.dialect.name == "postgresql":
        return {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    return {"gestand_reading": True}


def _begin(connection: Connection) -> None:
    """A writer takes the lock at once, so that it never has to give up half-way (BEGIN IMMEDIATE)."""
    reading = connection.get_execution_options().get("gestand_reading")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
