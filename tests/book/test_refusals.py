"""What a database says is known by its code, in whatever language its text is."""

import sqlite3

import psycopg
import pytest
from sqlalchemy.exc import DBAPIError

from gestand.book.refusals import translated
from gestand.core.errors import BookAway, BookError, BookNotOurs


def sqlite_error(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("de databank is vergrendeld")
    error.sqlite_errorcode = code
    return error


def postgresql_error(state: str) -> psycopg.Error:
    kind: type[psycopg.Error] = psycopg.errors.lookup(state)
    return kind("toegang geweigerd voor person@example.org")


@pytest.mark.parametrize(
    ("original", "kind", "said"),
    [
        (sqlite_error(sqlite3.SQLITE_BUSY), BookAway, "held by another process"),
        (sqlite_error(sqlite3.SQLITE_BUSY_SNAPSHOT), BookAway, "held by another process"),
        (sqlite_error(sqlite3.SQLITE_FULL), BookError, "the disk is full"),
        (sqlite_error(sqlite3.SQLITE_IOERR_WRITE), BookError, "full or broken"),
        (sqlite_error(sqlite3.SQLITE_READONLY_DBMOVED), BookError, "is read-only"),
        (sqlite_error(sqlite3.SQLITE_NOTADB), BookNotOurs, "is not a database"),
        (sqlite_error(sqlite3.SQLITE_CORRUPT), BookNotOurs, "is damaged"),
        (sqlite_error(sqlite3.SQLITE_CANTOPEN), BookAway, "cannot be opened"),
        (postgresql_error("55P03"), BookAway, "held by another process"),
        (postgresql_error("53100"), BookError, "the disk is full"),
        (postgresql_error("25006"), BookError, "is read-only"),
        (postgresql_error("42501"), BookError, "lacks a right"),
        (postgresql_error("28P01"), BookAway, "refuses the user name or the password"),
        (postgresql_error("3D000"), BookAway, "no database of this name"),
        (postgresql_error("53300"), BookAway, "no more connections"),
        (postgresql_error("57P01"), BookAway, "does not answer"),
        (psycopg.OperationalError("verbinding mislukt"), BookAway, "does not answer"),
        (postgresql_error("22P02"), BookError, "refuses: InvalidTextRepresentation"),
    ],
    ids=lambda value: getattr(value, "sqlite_errorname", None) or getattr(value, "sqlstate", None),
)
def test_a_refusal_is_known_by_its_code(original: Exception, kind: type[BookError], said: str) -> None:
    told = translated(DBAPIError("SELECT 1", {}, original), "The book b")
    assert type(told) is kind
    assert said in str(told)
    assert str(told).startswith("The book b ")
    assert str(told).endswith("Nothing was written.")
    assert "example.org" not in str(told)
