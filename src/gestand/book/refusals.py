"""What the book's database says when it refuses, known by its code and told with the way out."""

import sqlite3
from dataclasses import dataclass

from sqlalchemy.exc import DBAPIError

from gestand.core.errors import BookAway, BookError, BookNotOurs


@dataclass(frozen=True)
class Refusal:
    """A kind of trouble, as a sentence that begins with the book's name and ends in the way out."""

    error: type[BookError]
    said: str


HELD = Refusal(BookAway, "is held by another process. Wait for it to end, and try again.")
FULL = Refusal(BookError, "cannot grow: the disk is full. Free some space, and try again.")
BROKEN = Refusal(BookError, "cannot be written: the disk is full or broken. Mend that, and try again.")
READ_ONLY = Refusal(
    BookError, "is read-only. Give the user that runs gestand the right to write to it and its folder."
)
NO_DATABASE = Refusal(BookNotOurs, "is not a database. Restore it from a back-up, or name another file.")
DAMAGED = Refusal(BookNotOurs, "is damaged. Restore it from a back-up, and run `gestand verify`.")
CLOSED = Refusal(BookAway, "cannot be opened. Look at the rights of the file and its folder.")
RIGHT = Refusal(BookError, "refuses: the database user lacks a right on gestand's tables.")
LOGIN = Refusal(BookAway, "refuses the user name or the password.")
UNKNOWN = Refusal(BookAway, "is not there: the server has no database of this name. Look at the address.")
BUSY = Refusal(BookAway, "takes no more connections. Wait, and try again.")
AWAY = Refusal(BookAway, "does not answer. See that the server runs, can be reached, and takes this login.")

_SQLITE = {
    sqlite3.SQLITE_BUSY: HELD, sqlite3.SQLITE_LOCKED: HELD, sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_IOERR: BROKEN, sqlite3.SQLITE_READONLY: READ_ONLY, sqlite3.SQLITE_NOTADB: NO_DATABASE,
    sqlite3.SQLITE_CORRUPT: DAMAGED, sqlite3.SQLITE_CANTOPEN: CLOSED, sqlite3.SQLITE_PERM: CLOSED,
}  # fmt: skip
_STATES = {
    "55P03": HELD, "40001": HELD, "40P01": HELD, "53100": FULL, "58030": BROKEN, "25006": READ_ONLY,
    "XX001": DAMAGED, "XX002": DAMAGED, "42501": RIGHT, "28": LOGIN, "3D": UNKNOWN, "53300": BUSY, "08": AWAY,
    "57P": AWAY,
}  # fmt: skip


def translated(error: DBAPIError, place: str) -> BookError:
    """The error as gestand says it: never the statement's values, always that nothing was written."""
    refusal = _refusal(error.orig)
    if refusal is not None:
        return refusal.error(f"{place} {refusal.said} Nothing was written.")
    if error.connection_invalidated:
        return BookAway(f"{place} broke off the connection. Nothing was written.")
    return BookError(f"{place} refuses: {type(error.orig).__name__}. Nothing was written.")


def translated_file(error: sqlite3.Error, place: str) -> BookError:
    """The same for an SQLite file beside the book."""
    refusal = _refusal(error)
    return (refusal.error if refusal else BookError)(
        f"{place} {refusal.said if refusal else f'refuses: {type(error).__name__}.'} Nothing was written."
    )


def _refusal(original: BaseException | None) -> Refusal | None:
    """By result code or SQLSTATE, never by its text: that comes in the language of the server."""
    if isinstance(original, sqlite3.Error):
        return _SQLITE.get(getattr(original, "sqlite_errorcode", 0) & 0xFF)
    state = getattr(original, "sqlstate", None)
    if state is not None:
        return next((_STATES[state[:n]] for n in (5, 3, 2) if state[:n] in _STATES), None)
    return AWAY if type(original).__name__ == "OperationalError" else None  # no server, so no SQLSTATE
