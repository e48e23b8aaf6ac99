"""What the book remembers comes back as it was, on both databases."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Connection, select, update

from gestand.book import approvals, holds, kept, lease, plans, snapshots
from gestand.book.approvals import ApprovedPromise
from gestand.book.database import Book
from gestand.book.plans import Plan, PlannedPromise
from gestand.clock.term import Period, Term
from gestand.core.errors import BookError, NotApproved, NotInTheBook
from gestand.core.hold import Hold
from gestand.core.promise import Limit

NOW = datetime(2026, 3, 1, 9, 30, 0, 5, tzinfo=UTC)
KEY = b"k" * 32
WEEK = Limit(Term(Period(days=7)), "message-sent")
HOLD = Hold(
    id="hold-1",
    data=("recipient-numbers",),
    people=(("email", "person@example.org"),),
    reason="a claim by person@example.org",
    approver="The officer",
    begins=date(2026, 3, 1),
    review=date(2026, 6, 1),
)


RULE, OTHER_RULE = "a" * 64, "b" * 64


def approve(connection: Connection, plan: str, rows: int, at: datetime = NOW) -> None:
    """The officer approves so many rows of one promise."""
    promises = (ApprovedPromise("retention/numbers", RULE, rows),)
    approvals.refuse_twice(connection, plan * 64, promises, at)
    approvals.add(connection, plan * 64, "The officer", "a first sweep", at, promises)


def left(connection: Connection, at: datetime = NOW) -> int:
    return approvals.left(connection, "retention/numbers", RULE, at)


def test_an_approval_is_used_in_slices_and_reaches_no_further(book: Book) -> None:
    with book.transaction() as connection:
        approve(connection, "c", 100)
        approvals.use(connection, "retention/numbers", RULE, 60)
        assert left(connection) == 40
        assert approvals.left(connection, "retention/numbers", OTHER_RULE, NOW) == 0
        assert approvals.left(connection, "retention/others", RULE, NOW) == 0
        approvals.use(connection, "retention/numbers", RULE, 41)
        assert left(connection) == 0
        (told,) = approvals.list_all(connection)
        assert (told.approver, told.reason, told.promises[0].used) == ("The officer", "a first sweep", 100)
        approvals.use(connection, "retention/others", RULE, 1)


def test_approving_the_same_plan_twice_does_not_double_it(book: Book) -> None:
    with book.transaction() as connection:
        approve(connection, "c", 5)
        with pytest.raises(NotApproved, match="was approved already, on 2026-03-01 09:30 UTC"):
            approve(connection, "c", 5)
        assert left(connection) == 5


def test_the_approval_of_a_later_plan_takes_the_place_of_the_earlier_one(book: Book) -> None:
    with book.transaction() as connection:
        approve(connection, "c", 5)
        approve(connection, "d", 6)
        assert left(connection) == 6
        approvals.use(connection, "retention/numbers", RULE, 6)
        assert left(connection) == 0


def test_an_approval_lapses_after_ninety_days(book: Book) -> None:
    last = NOW + approvals.LASTS
    with book.transaction() as connection:
        approve(connection, "c", 5)
        assert left(connection, last) == 5
        assert left(connection, last + timedelta(seconds=1)) == 0
        approve(connection, "c", 5, last + timedelta(seconds=1))
        assert left(connection, last + timedelta(seconds=1)) == 5


def test_a_promise_remembers_its_last_sweep_alone(book: Book) -> None:
    first = kept.Swept("retention/numbers", "a" * 64, WEEK, "b" * 64, NOW)
    second = kept.Swept("retention/numbers", "c" * 64, WEEK, "b" * 64, NOW + timedelta(days=1))
    with book.transaction() as connection:
        assert kept.get(connection, "retention/numbers") is None
        kept.put(connection, first)
        kept.put(connection, second)
        assert kept.get(connection, "retention/numbers") == second


def test_a_hold_is_in_force_from_its_first_day_until_it_ends(book: Book) -> None:
    with book.transaction() as connection:
        holds.add(connection, HOLD, KEY)
        assert holds.list_all(connection, KEY) == (HOLD,)
        assert [HOLD.in_force(date(2026, month, day)) for month, day in ((2, 28), (3, 1), (9, 9))] == [
            False,
            True,
            True,
        ]
        holds.end(connection, "hold-1", date(2026, 4, 1), KEY)
        (ended,) = holds.list_all(connection, KEY)
        assert [ended.in_force(date(2026, month, day)) for month, day in ((3, 31), (4, 1))] == [True, False]
        assert ended.ends == date(2026, 4, 1)
        with pytest.raises(NotInTheBook, match="no hold 'hold-2'"):
            holds.end(connection, "hold-2", date(2026, 4, 1), KEY)
        with pytest.raises(BookError, match="already"):
            holds.add(connection, HOLD, KEY)


def test_whom_a_hold_covers_cannot_be_read_without_the_key(book: Book) -> None:
    with book.transaction() as connection:
        holds.add(connection, HOLD, KEY)
        for row in connection.execute(select(holds.holds)):
            assert b"example.org" not in repr(tuple(row)).encode() + bytes(row.sealed)
        with pytest.raises(BookError, match="cannot be read with this key"):
            holds.list_all(connection, b"l" * 32)


@pytest.mark.parametrize(
    "changed",
    [
        {"ends": date(2026, 1, 1)},
        {"begins": date(2030, 1, 1)},
        {"review": date(2030, 1, 1)},
        {"data_json": '["other-data"]'},
        {"approver": "somebody else"},
    ],
    ids=lambda changed: str(*changed),
)
def test_a_hold_that_was_changed_by_hand_is_refused_and_not_passed_over(
    book: Book, changed: dict[str, object]
) -> None:
    with book.transaction() as connection:
        holds.add(connection, HOLD, KEY)
        connection.execute(update(holds.holds).values(changed))
        with pytest.raises(BookError, match="changed in the book by hand"):
            holds.list_all(connection, KEY)


def test_stores_and_statements_are_remembered(book: Book) -> None:
    seen = snapshots.Snapshot("main", '{"tables": []}', NOW)
    later = snapshots.Snapshot(
        "main", '{"tables": [1]}', NOW + timedelta(days=1), "The officer", "a new column"
    )
    statement = snapshots.KnownStatement("a" * 64, "controller: …\n", date(2026, 1, 1), NOW)
    with book.transaction() as connection:
        assert snapshots.get_snapshot(connection, "main") is None
        snapshots.put_snapshot(connection, seen)
        snapshots.put_snapshot(connection, later)
        assert snapshots.get_snapshot(connection, "main") == later
        assert snapshots.put_statement(connection, statement) is True
        assert snapshots.put_statement(connection, statement) is False
        (row,) = connection.execute(select(snapshots.statements))
        assert snapshots.KnownStatement(*row) == statement


def test_one_keeper_has_the_lease_until_its_heartbeat_stops(book: Book) -> None:
    with book.transaction() as connection:
        first = lease.take(connection, NOW, 60, "process 1")
        assert first is not None
        assert lease.take(connection, NOW + timedelta(seconds=59), 60) is None
        renewed = lease.renew(connection, first, NOW + timedelta(seconds=50), 60)
        assert renewed == lease.current(connection)
        assert lease.take(connection, NOW + timedelta(seconds=109), 60) is None
        second = lease.take(connection, NOW + timedelta(seconds=110), 60, "process 2")
        assert second is not None
        assert lease.renew(connection, first, NOW + timedelta(seconds=111), 60) is None
        lease.release(connection, first)
        assert lease.current(connection) == second
        lease.release(connection, second)
        assert lease.current(connection) is None


def test_a_plan_is_found_by_the_first_eight_digits_of_its_digest(book: Book) -> None:
    promises = (PlannedPromise("retention/numbers", "f" * 64, 12),)
    one, twin = (Plan(f"abcdef01{end * 56}", NOW, promises) for end in "01")
    with book.transaction() as connection:
        plans.remember(connection, one)
        plans.remember(connection, one)
        assert plans.find(connection, "abcdef01") == plans.find(connection, one.digest) == one
        plans.remember(connection, twin)
        assert plans.find(connection, "abcdef011") == twin
        for prefix, said in (
            ("abcdef01", "More than one"),
            ("abcdef0", "at least 8"),
            ("12345678", "knows no plan"),
        ):
            with pytest.raises(NotInTheBook, match=said):
                plans.find(connection, prefix)
        with pytest.raises(NotInTheBook, match="at least 8"):
            plans.find(connection, "%%%%%%%%")
