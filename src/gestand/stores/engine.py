"""An engine for an address: the driver, the waits it allows, and the manners of a session."""

import logging
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy.engine import URL, Engine
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DisconnectionError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from gestand.core.errors import SettingsError
from gestand.stores.edges import text_of
from gestand.stores.lenient import read_as_text_what_is_no_time

CONNECT_SECONDS = 10
LOCK_SECONDS = 5
STATEMENT_SECONDS = 900
IDLE_SECONDS = 1
"""A connection that was given back longer ago may have been ended by its server: it is asked before it is used."""
DRIVERS = {
    "sqlite": "sqlite",
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
    "mysql": "mariadb+pymysql",
    "mariadb": "mariadb+pymysql",
}
_SQLITE_MANNERS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA cache_size = -16000",
    "PRAGMA wal_autocheckpoint = 0",
)
_MARIADB_MANNERS = (
    "SET SESSION sql_mode = CONCAT(@@sql_mode, ',STRICT_ALL_TABLES')",
    f"SET SESSION innodb_lock_wait_timeout = {LOCK_SECONDS}",
    f"SET SESSION lock_wait_timeout = {LOCK_SECONDS}",
    f"SET SESSION max_statement_time = {STATEMENT_SECONDS}",
)


def open_engine(name: str, address: str, reading: bool = False, by_statement: bool = False) -> Engine:
    """An engine that has not connected yet; `reading`: a file of SQLite is left as it is, its log included.

    `by_statement`: where nothing else is asked for, each statement is a transaction of its own on PostgreSQL.
    Raises SettingsError for an address it cannot use.
    """
    try:
        url = sa.make_url(address)
    except (SQLAlchemyError, ValueError):  # the second for a port that is no number
        raise SettingsError(f"store {name}: its address is no database URL; {_EXPECTED}") from None
    family = url.drivername.partition("+")[0]
    if family not in DRIVERS:
        raise SettingsError(f"store {name}: gestand has no store of the kind {family!r}; {_EXPECTED}")
    if not url.database:
        raise SettingsError(f"store {name}: its address names no database; {_EXPECTED}")
    url = url.set(drivername=DRIVERS[family])
    logging.getLogger("sqlalchemy.engine.Engine").addFilter(_without_rows)
    return _sqlite(name, url, "ro" if reading else "rw") if family == "sqlite" else _server(url, by_statement)


def _without_rows(record: logging.LogRecord) -> bool:
    """SQLAlchemy writes every row at the level of debugging; hide_parameters leaves these as they are."""
    return record.levelno > logging.DEBUG


_EXPECTED = "expected sqlite:///FILE, postgresql://HOST/DATABASE or mariadb://HOST/DATABASE"


def _sqlite(name: str, url: URL, mode: str) -> Engine:
    """A file that exists: SQLite would make a new one for a mistyped name."""
    if not url.database or url.database == ":memory:":
        raise SettingsError(f"store {name}: a SQLite store is a file; {_EXPECTED}")
    path = quote(str(Path(url.database)))
    file = url.database if url.database.startswith("file:") else f"file:{path}?mode={mode}"
    url = url.set(database=file, query={**url.query, "uri": "true"})
    engine = sa.create_engine(url, pool_size=2, connect_args={"timeout": LOCK_SECONDS}, hide_parameters=True)
    sa.event.listen(engine, "connect", _sqlite_manners)
    sa.event.listen(engine, "begin", _sqlite_begin)
    return engine


def _server(url: URL, by_statement: bool) -> Engine:
    postgresql = url.get_backend_name() == "postgresql"
    begins = {"isolation_level": "AUTOCOMMIT"} if postgresql and by_statement else {}
    waits = _postgresql_settings() if postgresql else {"connect_timeout": CONNECT_SECONDS}
    engine = sa.create_engine(
        url, pool_size=2, pool_use_lifo=True, connect_args=waits, hide_parameters=True, **begins
    )
    sa.event.listen(engine, "checkin", _given_back)
    sa.event.listen(engine, "checkout", _asked_if_idle(engine))
    sa.event.listen(engine, "connect", _postgresql_manners if postgresql else _mariadb_manners)
    return engine


def _given_back(connection: DBAPIConnection | None, record: ConnectionPoolEntry) -> None:
    record.info["given back"] = time.monotonic()
    if connection is not None and getattr(connection, "read_only", None) is not None:
        connection.read_only = None  # SQLAlchemy leaves False there; that overrules a role that may only read


def _asked_if_idle(engine: Engine) -> Callable[[DBAPIConnection, ConnectionPoolEntry, object], None]:
    def ask(connection: DBAPIConnection, record: ConnectionPoolEntry, _: object) -> None:
        since = record.info.get("given back")
        if since is None or time.monotonic() - since <= IDLE_SECONDS:
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error:
            raise DisconnectionError from None  # the pool opens another one

    return ask


def _postgresql_settings() -> dict[str, str | int]:
    """Our statements have many parts that each read little: to compile them takes a second, to run them none."""
    settings = {
        "lock_timeout": f"{LOCK_SECONDS}s",
        "statement_timeout": f"{STATEMENT_SECONDS}s",
        "jit": "off",
    }
    options = " ".join(f"-c {setting}={value}" for setting, value in settings.items())
    return {
        "connect_timeout": CONNECT_SECONDS,
        "options": options,
        "application_name": "gestand",
        "client_encoding": "utf8",
    }


def _sqlite_manners(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # transactions begin where we say so
    connection.text_factory = text_of
    _say(connection, _SQLITE_MANNERS)


def _postgresql_manners(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    read_as_text_what_is_no_time(connection)


def _mariadb_manners(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    _say(connection, _MARIADB_MANNERS)


def _say(connection: DBAPIConnection, statements: tuple[str, ...]) -> None:
    cursor = connection.cursor()
    for statement in statements:
        cursor.execute(statement)
    cursor.close()


def _sqlite_begin(connection: sa.Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
