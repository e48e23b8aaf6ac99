"""The records in a real book: one keeper at a time, and a book that knows how far it is."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from gestand.book.database import open_book
from gestand.book.lease import lease
from gestand.clock.term import Period, Term
from gestand.core.entry import Entry, Kind, Progress
from gestand.core.errors import AnotherKeeper
from gestand.core.hold import Hold
from gestand.core.plan import Arrears, Plan, Sweep
from gestand.core.promise import Limit
from gestand.core.told import Approve
from gestand.evidence.keys import make_keys
from gestand.statement.parse import parse_statement
from gestand.stores.engine import STATEMENT_SECONDS
from gestand.wiring import records
from gestand.wiring.records import LEASE, BookRecords

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SWEEP = Sweep("retention/numbers", "f" * 64, Limit(Term(Period(days=7)), "sent"), "d" * 64)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[BookRecords]:
    small = Path(__file__).parents[1] / "path" / "small" / "statement.yaml"
    opened = open_book(tmp_path / "book.sqlite", create=True)
    keys = make_keys(tmp_path / "keys", "example.org/log")
    yield BookRecords(opened, keys, parse_statement(small), small.read_text(encoding="utf-8"))
    opened.close()


def test_rows_are_taken_off_the_approval_while_they_go_and_never_twice(book: BookRecords) -> None:
    book.remember(Plan("a" * 64, "d" * 64, NOW, (), (), (), (Arrears(SWEEP, 10, "first sweep"),)))
    book.approve(Approve("a" * 64, "The officer", "seen"), NOW)
    book.write(Entry(Kind.INTENDED, NOW, SWEEP.promise, action="b" * 64))
    for rows, along in ((1, 1), (3, 1), (3, 1)):
        book.progress(Progress(SWEEP.promise, "b" * 64, rows, along), [SWEEP])
    assert book.approved(SWEEP, NOW) == 6
    assert book.unfinished() == (Progress(SWEEP.promise, "b" * 64, 3, 1),)


def test_the_mark_of_the_holds_rises_with_every_hold(book: BookRecords) -> None:
    before = book.holds_mark()
    book.write(Entry(Kind.DONE, NOW))
    assert book.holds_mark() == before
    day = date(2026, 11, 22)
    book.hold(Hold("H-1", (), (), "a claim", "The officer", day, day), NOW)
    assert book.holds_mark() > before


def test_a_keeper_that_is_alive_here_keeps_its_lease_however_long_a_statement_takes(
    book: BookRecords,
) -> None:
    with book.lease(NOW), pytest.raises(AnotherKeeper, match="process"), book.lease(NOW + 3 * LEASE):
        pass


def test_a_keeper_elsewhere_keeps_its_lease_until_it_ends(book: BookRecords) -> None:
    with book.lease(NOW) as beat:
        with book.book.transaction() as connection:
            connection.execute(update(lease).values(holder="process 1 on elsewhere, begun 1, boot 1 1"))
        with pytest.raises(AnotherKeeper), book.lease(NOW + LEASE - timedelta(seconds=1)):
            pass
        with book.lease(NOW + LEASE), pytest.raises(AnotherKeeper, match="taken over"):
            beat(NOW + LEASE)


def test_the_lease_outlasts_any_statement() -> None:
    assert timedelta(seconds=STATEMENT_SECONDS) + records.BEAT < LEASE
