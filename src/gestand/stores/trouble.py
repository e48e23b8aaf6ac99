"""What a database said when it refused, in words that hold no value of a row and no password."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolEmpty

from gestand.core.errors import StoreAway, StoreError, StoreReadOnly, StoreRefuses
from gestand.core.schema import TableName


@dataclass(frozen=True)
class Trouble:
    """A kind of trouble and the way out. `again`: trying the same batch once more may well succeed."""

    error: type[StoreError]
    what: str
    way_out: str
    again: bool = False


AWAY = Trouble(
    StoreAway,
    "does not answer",
    "see that it runs and can be reached, and that name, password and database are right, then run the same command "
    "again",
)
NOT_FOUND = Trouble(
    StoreAway, "cannot be opened", "check the address in the environment and that the file exists"
)
NO_FILE = Trouble(
    StoreAway, "is damaged, or is no database", "check the address, or restore it from a back-up"
)
BUSY = Trouble(StoreAway, "takes no more connections", "wait, or allow more connections, and run again")
LOGIN = Trouble(StoreRefuses, "refuses this login", "check name and password in the environment")
NO_DATABASE = Trouble(StoreRefuses, "has no database of this name", "check the address in the environment")
RIGHT = Trouble(StoreRefuses, "lacks a right", "run the SQL that `gestand grants` prints")
LOCKED = Trouble(StoreRefuses, "is locked by another session", "wait for that session and run again")
CLASH = Trouble(StoreRefuses, "met a session that wanted the same rows", "run again", again=True)
SLOW = Trouble(StoreRefuses, "took longer than allowed", "give the moment an index, or run at a quiet hour")
CONSTRAINT = Trouble(
    StoreRefuses, "stopped it by a constraint", "see which rows still point here, or mend the map"
)
UNKNOWN_NAME = Trouble(
    StoreRefuses, "has no such table or column", "run `gestand drift` and mend the data map"
)
VALUE = Trouble(
    StoreRefuses, "cannot use a value in this column", "check the type of the column in the data map"
)
READ_ONLY = Trouble(
    StoreReadOnly, "can only be read", "open it for writing: role, replica or file permissions"
)
FULL = Trouble(StoreRefuses, "has no room left", "free disk space and run again")
OTHER = Trouble(StoreRefuses, "refused", "look in the log of the database itself")

_STATES = {
    "08": AWAY, "28": LOGIN, "3D": NO_DATABASE, "42501": RIGHT, "55P03": LOCKED, "55006": LOCKED, "40001": CLASH,
    "40P01": CLASH, "57014": SLOW, "57P": AWAY, "23": CONSTRAINT, "2BP01": CONSTRAINT, "42P01": UNKNOWN_NAME,
    "42703": UNKNOWN_NAME, "3F000": UNKNOWN_NAME, "22": VALUE, "42883": VALUE, "42804": VALUE, "25006": READ_ONLY,
    "53100": FULL, "53300": BUSY,
}  # fmt: skip
_NUMBERS = {
    AWAY: (2002, 2003, 2006, 2013, 2055, 1053, 1927), BUSY: (1040, 1203, 1226), LOGIN: (1045, 1698, 1251),
    NO_DATABASE: (1049,), RIGHT: (1044, 1142, 1143, 1227, 1370), LOCKED: (1205,), CLASH: (1213, 1020),
    SLOW: (1969, 3024), CONSTRAINT: (1451, 1452, 1062, 1048, 4025, 1217, 1216, 1364),
    UNKNOWN_NAME: (1146, 1054, 1051), VALUE: (1264, 1265, 1292, 1366, 1406), READ_ONLY: (1290, 1792, 1836),
    FULL: (1021, 1114, 3),
}  # fmt: skip
_SQLITE = {
    sqlite3.SQLITE_BUSY: LOCKED, sqlite3.SQLITE_LOCKED: LOCKED, sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: NOT_FOUND, sqlite3.SQLITE_NOTADB: NO_FILE, sqlite3.SQLITE_CORRUPT: NO_FILE,
    sqlite3.SQLITE_IOERR: AWAY, sqlite3.SQLITE_FULL: FULL, sqlite3.SQLITE_CONSTRAINT: CONSTRAINT,
    sqlite3.SQLITE_PERM: RIGHT, sqlite3.SQLITE_AUTH: RIGHT, sqlite3.SQLITE_INTERRUPT: SLOW,
    sqlite3.SQLITE_MISMATCH: VALUE, sqlite3.SQLITE_TOOBIG: VALUE,
}  # fmt: skip


def trouble(error: DBAPIError) -> Trouble:
    """Which kind of trouble this is: by SQLSTATE, error number or result code, never by its text."""
    original = error.orig
    if isinstance(original, sqlite3.Error):
        return _SQLITE.get(getattr(original, "sqlite_errorcode", 1) & 0xFF, OTHER)
    number = _number(original)
    if number is not None:  # MariaDB: its SQLSTATE is HY000 for nearly everything
        return next((kind for kind, numbers in _NUMBERS.items() if number in numbers), OTHER)
    state = getattr(original, "sqlstate", None)
    if state is None:
        return _not_connected(original)
    return next((_STATES[state[:n]] for n in (5, 3, 2) if state[:n] in _STATES), OTHER)


def _not_connected(original: BaseException | None) -> Trouble:
    """PostgreSQL gives no SQLSTATE before a login is through; that it asked for a password is all that shows."""
    if not type(original).__module__.startswith("psycopg"):
        return OTHER
    connection = getattr(original, "pgconn", None)
    asked = connection is not None and (connection.used_password or connection.needs_password)
    return LOGIN if asked else AWAY


def _number(original: BaseException | None) -> int | None:
    """The error number of MariaDB; none for other engines."""
    number = original.args[0] if original is not None and original.args else None
    return number if isinstance(number, int) else None


def told(error: DBAPIError | PoolEmpty, store: str, table: TableName | None = None) -> StoreError:
    """The same trouble in our words: the store, the table, what is wrong, the way out."""
    kind = trouble(error) if isinstance(error, DBAPIError) else BUSY
    where = f"store {store}, table {table}: it" if table else f"store {store}: it"
    return kind.error(f"{where} {kind.what}{_code(error)}; {kind.way_out}")


@contextmanager
def speaking_of(store: str, table: TableName | None = None) -> Iterator[None]:
    """What a driver raises inside becomes a StoreError; its own message, which may hold values, ends here."""
    try:
        yield
    except (DBAPIError, PoolEmpty) as error:
        raise told(error, store, table) from None


def _code(error: DBAPIError | PoolEmpty) -> str:
    original = error.orig if isinstance(error, DBAPIError) else None
    name = (
        getattr(original, "sqlite_errorname", None)
        or _number(original)
        or getattr(original, "sqlstate", None)
    )
    return f" ({name})" if name else ""
