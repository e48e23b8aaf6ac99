"""The book opens, or says in one sentence why not; what it refuses is never half-written."""

import os
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import MetaData, Table, text

from gestand.book import (
    accounts,
    approvals,
    attempts,
    case_steps,
    cases,
    choices,
    holds,
    kept,
    lasting,
    lease,
    letters,
    links,
    owner,
    payloads,
    plans,
    snapshots,
    staff,
    views,
)
from gestand.book.database import Book, open_book
from gestand.book.schema import metadata
from gestand.book.version import VERSION_TABLE
from gestand.clock.term import Period, Term
from gestand.core.errors import BookAway, BookError, BookNotOurs
from gestand.core.promise import Limit
from gestand.evidence import tables

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
ROOMS = (
    *(accounts, approvals, holds, kept, lease, owner, plans, snapshots),
    *(attempts, case_steps, cases, choices, lasting, letters, links, payloads, staff, views),
)
SWEPT = kept.Swept("retention/numbers", "a" * 64, Limit(Term(Period(days=7)), "message-sent"), "b" * 64, NOW)


def test_the_migrations_make_exactly_the_tables_that_the_book_and_the_log_declare(book: Book) -> None:
    declared = {table.name for room in ROOMS for table in vars(room).values() if isinstance(table, Table)}
    assert declared == set(metadata.tables)
    both = MetaData()
    for table in (*metadata.tables.values(), *tables.metadata.tables.values()):
        table.to_metadata(both)
    with book.transaction() as connection:
        context = MigrationContext.configure(
            connection, opts={"version_table": VERSION_TABLE, "compare_type": True}
        )
        assert compare_metadata(context, both) == []


def test_a_book_can_be_closed_and_opened_again(address: str) -> None:
    first = open_book(address, create=True)
    with first.transaction() as connection:
        kept.put(connection, SWEPT)
    first.close()
    second = open_book(address)
    with second.reading() as connection:
        assert kept.get(connection, "retention/numbers") == SWEPT
    second.close()


def test_what_is_written_while_reading_is_not_kept(tmp_path: Path) -> None:
    book = open_book(tmp_path / "book.sqlite", create=True)
    with book.reading() as connection:
        kept.put(connection, SWEPT)
    with book.reading() as connection:
        assert kept.get(connection, SWEPT.promise) is None
    book.close()


def test_a_new_book_can_be_read_by_its_owner_alone(tmp_path: Path) -> None:
    open_book(tmp_path / "deep" / "book.sqlite", create=True).close()
    assert (tmp_path / "deep" / "book.sqlite").stat().st_mode & 0o777 == 0o600


def test_a_book_that_others_can_read_is_refused_with_the_way_out(tmp_path: Path) -> None:
    open_book(tmp_path / "book.sqlite", create=True).close()
    (tmp_path / "book.sqlite").chmod(0o644)
    with pytest.raises(BookError, match="chmod 600"):
        open_book(tmp_path / "book.sqlite")


def test_a_missing_book_is_told_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(BookAway, match=r"is missing.*gestand init"):
        open_book(tmp_path / "book.sqlite")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"this is a letter, not a book" * 100, b"\x00" * 4096])
def test_a_file_that_is_no_database_is_told_and_left_alone(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "letter"
    file.write_bytes(content)
    file.chmod(0o600)
    for create in (False, True):
        with pytest.raises(BookError, match="not a database"):
            open_book(file, create=create)
    assert file.read_bytes() == content


def test_a_database_of_somebody_else_is_told(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.sqlite") as other:
        other.execute("CREATE TABLE customers (name TEXT)")
    other.close()
    (tmp_path / "other.sqlite").chmod(0o600)
    with pytest.raises(BookNotOurs, match="not a book of gestand"):
        open_book(tmp_path / "other.sqlite")


def test_a_book_of_a_newer_gestand_is_told_and_left_alone(address: str) -> None:
    book = open_book(address, create=True)
    with book.transaction() as connection:
        connection.execute(text("UPDATE gestand_version SET version_num = '9999'"))
    book.close()
    with pytest.raises(BookNotOurs, match="version 9999"):
        open_book(address, create=True)


def test_a_book_that_another_process_holds_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gestand.book.database.PATIENCE_SECONDS", 0.05)
    book = open_book(tmp_path / "book.sqlite", create=True)
    other = sqlite3.connect(tmp_path / "book.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(BookAway, match="held by another process"), book.transaction() as connection:
        kept.put(connection, SWEPT)
    other.close()
    book.close()


def test_a_full_disk_loses_nothing_that_was_there(tmp_path: Path) -> None:
    book = open_book(tmp_path / "book.sqlite", create=True)
    with book.transaction() as connection:
        kept.put(connection, SWEPT)
    with book.reading() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar()
        connection.execute(text(f"PRAGMA max_page_count = {pages}"))
    big = snapshots.Snapshot("main", "x" * 1_000_000, NOW)
    with (
        pytest.raises(BookError, match=r"disk is full.*Nothing was written"),
        book.transaction() as connection,
    ):
        snapshots.put_snapshot(connection, big)
    with book.reading() as connection:
        assert snapshots.get_snapshot(connection, "main") is None
        assert kept.get(connection, SWEPT.promise) == SWEPT
    book.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_book_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    open_book(tmp_path / "book.sqlite", create=True).close()
    (tmp_path / "book.sqlite").chmod(0o400)
    with pytest.raises(BookError, match="read-only"):
        open_book(tmp_path / "book.sqlite")


@pytest.mark.parametrize("address", ["postgresql://nobody@127.0.0.1:1/nothing", "mysql://x@y/z", "://"])
def test_an_address_that_leads_nowhere_is_told(address: str) -> None:
    with pytest.raises(BookError):
        open_book(address)


def test_opening_a_book_of_today_does_not_load_alembic(tmp_path: Path) -> None:
    open_book(tmp_path / "book.sqlite", create=True).close()
    script = (
        "import sys; from gestand.book.database import open_book; open_book(sys.argv[1]).close();"
        "sys.exit('alembic' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script, str(tmp_path / "book.sqlite")], check=True)


def test_an_error_of_the_database_hides_what_was_to_be_written(book: Book) -> None:
    """The cause of a BookError is printed with it in a traceback: no name or reason may stand there."""
    written = {"name": "A. Officer", "reason": "a claim by person@example.org"}
    with pytest.raises(BookError) as refused, book.transaction() as connection:
        connection.execute(text("INSERT INTO nowhere VALUES (:name, :reason)"), written)
    causes = f"{refused.value} {refused.value.__cause__}"
    assert "nowhere" in causes
    assert "A. Officer" not in causes
    assert "example.org" not in causes
