"""A book of an older gestand becomes today's when it is opened, with everything that it held."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, insert, inspect, text, update

from gestand.book import accounts, approvals, caselist, database, holds, kept, owner, snapshots, version
from gestand.book.approvals import ApprovedPromise
from gestand.book.database import Book, open_book
from gestand.book.version import NEWEST, version_of
from gestand.clock.term import Period, Term
from gestand.core.case import Clocks
from gestand.core.entry import Entry, Kind
from gestand.core.errors import BookError
from gestand.core.hold import Hold
from gestand.core.promise import Limit
from gestand.core.told import Account, Accounted
from gestand.evidence import log, newest, nodes, tables
from gestand.evidence.line import moment, to_line
from gestand.evidence.tree import Frontier, inclusion_proof, leaf_hash, roots_over

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
KEY = b"k" * 32
HOLD = Hold(
    "H-1", ("numbers",), (("email", "person@example.org"),), "a claim", "The officer", NOW.date(), NOW.date()
)
SWEPT = kept.Swept("retention/numbers", "a" * 64, Limit(Term(Period(days=7)), "message-sent"), "b" * 64, NOW)
TOLD = Accounted(Account("retention/numbers", "a bad script", date(2026, 2, 1), "The officer"), NOW, 12)
ENTRIES = [Entry(Kind.CHECKED, NOW, counts=(("rows", number),)) for number in range(300)]


@pytest.fixture
def first_shape(address: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """A book as the first gestand made it, with something in each of its rooms."""
    with monkeypatch.context() as older:
        older.setattr(version, "NEWEST", "0001")
        older.setattr(database, "NEWEST", "0001")
        older.setattr(database, "migrate", partial(_migrate, to="0001"))
        book = open_book(address, create=True)
        _fill(book)
        book.close()
    return address


def _migrate(connection: object, to: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(version.__file__).parent / "migrations"))
    config.attributes.update(connection=connection, version_table=version.VERSION_TABLE)
    command.upgrade(config, to)


def _fill(book: Book) -> None:
    with book.transaction() as connection:
        owner.put(connection, "example.org/log+12345678+AAAA", "p" * 64)
        holds.add(connection, HOLD, KEY)
        kept.put(connection, SWEPT)
        accounts.add(connection, TOLD)
        approvals.add(connection, "d" * 64, "The officer", "seen", NOW, [ApprovedPromise("a/b", "f" * 64, 9)])
        snapshots.put_snapshot(connection, snapshots.Snapshot("main", "{}", NOW))
        _append_as_then(connection)


def _append_as_then(connection: Connection) -> None:
    """The log of a gestand that kept no inner nodes of the tree."""
    lines = [to_line(one) for one in ENTRIES]
    tree = Frontier().append(map(leaf_hash, lines))
    rows = [
        {"position": place, "line": line, "leaf_hash": leaf_hash(line)} for place, line in enumerate(lines)
    ]
    connection.execute(insert(tables.entries), rows)
    head = {"size": tree.size, "frontier": tree.to_bytes(), "last_at": moment(NOW)}
    connection.execute(update(tables.tree_head).values(head))
    newest.point_to(connection, 0, ENTRIES)


def test_an_older_book_keeps_all_that_it_held(first_shape: str) -> None:
    book = open_book(first_shape)
    with book.reading() as connection:
        assert version_of(connection) == NEWEST
        assert inspect(connection).has_table("cases")
        owner.refuse_others(connection, "example.org/log+12345678+AAAA", "p" * 64)
        assert holds.list_all(connection, KEY) == (HOLD,)
        assert kept.get(connection, SWEPT.promise) == SWEPT
        assert accounts.list_all(connection) == (TOLD,)
        assert approvals.list_all(connection)[0].promises[0].rows == 9
        assert snapshots.get_snapshot(connection, "main") is not None
        assert list(log.read(connection)) == ENTRIES
        leaves = list(log.leaf_hashes(connection))
        roots = nodes.range_roots(connection, log.head(connection).tree)
        assert inclusion_proof(9, 300, roots) == inclusion_proof(9, 300, roots_over(leaves))
    with book.transaction() as connection:
        assert log.append(connection, ENTRIES[:1]).tree.size == 301
    book.close()


def test_an_older_book_is_brought_up_to_date_once(first_shape: str) -> None:
    with ThreadPoolExecutor(8) as eight:
        for book in eight.map(lambda _: open_book(first_shape), range(8)):
            book.close()
    book = open_book(first_shape)
    with book.reading() as connection:
        assert version_of(connection) == NEWEST
    book.close()


def test_a_case_of_an_older_book_stands_in_the_list(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as older:
        older.setattr(version, "NEWEST", "0002")
        older.setattr(database, "NEWEST", "0002")
        older.setattr(database, "migrate", partial(_migrate, to="0002"))
        book = open_book(address, create=True)
        with book.transaction() as connection:
            day = "2026-03-01T09:30:00.000000Z"
            connection.execute(text(_CASE_OF_0002), {"day": day, "asked": "a" * 64})
        book.close()
    book = open_book(address)
    with book.reading() as connection:
        (line,) = caselist.page(connection, 10, 0, None, closed=False)
    assert line.clocks == Clocks(NOW, NOW, NOW)
    book.close()


_CASE_OF_0002 = (
    "INSERT INTO cases (id, rights_json, way, received, safe, answer_by, law_limit, paused, last, asked) "
    "VALUES ('2026-0001', '[\"access\"]', 'post', :day, :day, :day, :day, false, 'received', :asked)"
)


@contextmanager
def as_it_is(address: str) -> Iterator[Connection]:
    """A transaction in a book that is not brought up to date."""
    engine = database._engine(database._url(address))
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def test_an_upgrade_that_stops_half_way_leaves_the_older_book(first_shape: str) -> None:
    with as_it_is(first_shape) as connection:
        connection.execute(text("CREATE TABLE attempts (taken INTEGER)"))
    with pytest.raises(BookError, match="Nothing was written"):
        open_book(first_shape)
    with as_it_is(first_shape) as connection:
        assert version_of(connection) == "0001"
        assert not inspect(connection).has_table("cases")
