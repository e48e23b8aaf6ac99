"""What was found goes when its term ends, the case file at the end of its own; a destroyed key is gone for good."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.wiring.requests import CLOCKS, DAY, NOW, letter, request

from gestand.book.keyring import Use
from gestand.core.entry import Entry
from gestand.core.errors import ClockRanBack, NotInTheBook
from gestand.core.staff import LinkPurpose
from gestand.core.step import Closed, Result
from gestand.evidence import log
from gestand.wiring.cases import BookCases
from gestand.wiring.desk import BookDoors
from gestand.wiring.letters import BookOutbox


def destroyed(cases: BookCases) -> list[Entry]:
    with cases.book.reading() as connection:
        return [entry for entry in log.read(connection) if entry.word == "keys destroyed"]


def rows_of(cases: BookCases, table: str) -> int:
    with cases.book.reading() as connection:
        return int(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


def test_what_is_sealed_is_read_until_its_term_ends(cases: BookCases) -> None:
    opened = cases.open_case(request(), CLOCKS)
    cases.seal(opened.id, "found", b"first", NOW + DAY)
    cases.seal(opened.id, "found", b"what was found", NOW + 2 * DAY)
    assert cases.unseal(opened.id, "found") == b"what was found"
    assert cases.unseal(opened.id, "package") is None
    assert cases.destroy_expired(NOW + DAY) == 0
    assert cases.unseal(opened.id, "found") == b"what was found"
    assert cases.destroy_expired(NOW + 2 * DAY) == 1
    assert cases.unseal(opened.id, "found") is None
    assert cases.case(opened.id).request == request()
    assert [entry.counts for entry in destroyed(cases)] == [(("cases", 1),)]
    assert cases.destroy_expired(NOW + 3 * DAY) == 0


def test_a_key_stays_while_something_else_needs_it(cases: BookCases) -> None:
    opened = cases.open_case(request(), CLOCKS)
    cases.seal(opened.id, "found", b"what was found", NOW + DAY)
    cases.seal(opened.id, "package", b"the package", NOW + 2 * DAY)
    assert cases.destroy_expired(NOW + DAY) == 0
    assert rows_of(cases, "case_payloads") == 1
    assert cases.unseal(opened.id, "package") == b"the package"
    assert cases.destroy_expired(NOW + 2 * DAY) == 1
    assert cases.ring.key(opened.id, Use.FOUND) is None


def test_a_row_out_of_a_back_up_opens_no_more_once_its_key_is_destroyed(cases: BookCases) -> None:
    opened = cases.open_case(request(), CLOCKS)
    cases.seal(opened.id, "found", b"what was found", NOW + DAY)
    with cases.book.transaction() as connection:
        connection.execute(text("CREATE TABLE back_up AS SELECT * FROM case_payloads"))
    cases.destroy_expired(NOW + DAY)
    with cases.book.transaction() as connection:
        connection.execute(text("INSERT INTO case_payloads SELECT * FROM back_up"))
    assert cases.unseal(opened.id, "found") is None


def test_something_new_can_be_kept_after_a_key_was_destroyed(cases: BookCases) -> None:
    opened = cases.open_case(request(), CLOCKS)
    cases.seal(opened.id, "found", b"old", NOW + DAY)
    before = cases.ring.key(opened.id, Use.FOUND)
    cases.destroy_expired(NOW + DAY)
    cases.seal(opened.id, "found", b"new", NOW + 3 * DAY)
    assert cases.unseal(opened.id, "found") == b"new"
    assert cases.ring.key(opened.id, Use.FOUND) != before


def test_a_case_file_goes_with_all_that_hangs_on_it_when_its_own_term_ends(cases: BookCases) -> None:
    opened, other = cases.open_case(request(), CLOCKS), cases.open_case(request("Another"), CLOCKS)
    opened = BookOutbox(cases).queue(opened, *letter(), NOW)
    cases.seal(opened.id, "found", b"what was found", NOW + 900 * DAY)
    cases.seen(opened.id, "desk", NOW)
    BookDoors(cases.book, cases.keys).link(LinkPurpose.CASE, opened.id, NOW, NOW + 900 * DAY)
    cases.add(opened, Closed(NOW, Result.DONE), keep_until=NOW + 30 * DAY)
    assert cases.destroy_expired(NOW + 29 * DAY) == 0
    assert cases.destroy_expired(NOW + 30 * DAY) == 1
    with pytest.raises(NotInTheBook):
        cases.case(opened.id)
    assert [cases.ring.key(opened.id, use) for use in Use] == [None, None]
    assert [rows_of(cases, table) for table in ("case_payloads", "case_views", "letters", "links")] == [0] * 4
    assert cases.case(other.id) == other
    third = replace(request("Third"), entered=NOW + 30 * DAY)
    assert cases.open_case(third, CLOCKS).id == "2026-0003"


def test_a_forgotten_case_is_gone_at_once(cases: BookCases) -> None:
    opened = cases.open_case(request(), CLOCKS)
    cases.forget(opened.id, NOW)
    with pytest.raises(NotInTheBook):
        cases.case(opened.id)
    assert [entry.counts for entry in destroyed(cases)] == [(("cases", 1),)]


def test_no_key_is_destroyed_that_the_log_will_not_tell_of(cases: BookCases) -> None:
    opened = cases.open_case(request(), CLOCKS)
    cases.seal(opened.id, "found", b"what was found", NOW - 9 * DAY)
    with pytest.raises(ClockRanBack):
        cases.destroy_expired(NOW - 8 * DAY)
    assert cases.unseal(opened.id, "found") == b"what was found"


def test_a_crash_after_the_keys_are_gone_is_told_at_the_next_time(cases: BookCases) -> None:
    opened = cases.open_case(request(), CLOCKS)
    cases.seal(opened.id, "found", b"what was found", NOW + DAY)
    cases.ring.destroy([(opened.id, Use.FOUND)])
    assert cases.unseal(opened.id, "found") is None
    assert cases.destroy_expired(NOW + DAY) == 1
    assert rows_of(cases, "case_payloads") == 0


def test_a_destroyed_key_is_not_left_in_the_file(cases: BookCases) -> None:
    opened = cases.open_case(request(), CLOCKS)
    key = cases.ring.of_file(opened.id)
    assert key in cases.ring.file.read_bytes()
    cases.forget(opened.id, NOW)
    assert key not in cases.ring.file.read_bytes()
    assert not Path(f"{cases.ring.file}-journal").exists()
