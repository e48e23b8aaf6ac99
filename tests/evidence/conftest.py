"""A book with a log in it, keys for it, and entries to fill it with."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gestand.book.database import Book, open_book
from gestand.core.entry import Entry, Kind
from gestand.evidence.keys import Keys, make_keys

BEGIN = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)


def done(number: int) -> Entry:
    """Entry `number`, a second after the one before it."""
    at = BEGIN + timedelta(seconds=number)
    return Entry(Kind.CHECKED, at, "retention/numbers", "a" * 64, "", (("due", number),), "deviation")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    opened = open_book(tmp_path / "book.sqlite", create=True)
    yield opened
    opened.close()


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    return make_keys(tmp_path / "keys", "example.org/log")
