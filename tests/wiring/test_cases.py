"""Cases in a real book: what was asked and done comes back as it was, to those who have the keys alone."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import text
from tests.wiring.requests import AMSTERDAM, CLOCKS, DAY, NOW, PRIVATE, STEPS, letter, request

from gestand.book.keyring import FILE, KeyRing
from gestand.core.case import Case, Clocks
from gestand.core.entry import Entry, Kind
from gestand.core.errors import BookError, CaseChanged, ClockRanBack, NotInTheBook
from gestand.core.letter import Template
from gestand.core.request import Right
from gestand.core.step import Asked, Closed, Extended, Found, Result, Wrote
from gestand.evidence import log
from gestand.wiring.cases import BookCases
from gestand.wiring.letters import BookOutbox


def logged(cases: BookCases) -> list[Entry]:
    with cases.book.reading() as connection:
        return list(log.read(connection))


def change(cases: BookCases, sql: str) -> None:
    with cases.book.transaction() as connection:
        assert connection.execute(text(sql)).rowcount


def test_a_case_comes_back_as_it_was(cases: BookCases) -> None:
    opened = case = cases.open_case(request(), CLOCKS)
    assert opened == Case("2026-0001", request())
    for number, step in enumerate(STEPS, 1):
        case = cases.add(case, step)
        assert case == Case(opened.id, request(), STEPS[:number])
    found = cases.case(opened.id)
    assert found == Case(opened.id, request(), STEPS)
    assert found.found is not None
    assert kinds(found.found) == kinds(STEPS[2])


def kinds(step: object) -> list[type]:
    assert isinstance(step, Found)
    return [type(one) for key in step.trail.roots[0].keys for one in key]


def test_several_steps_are_added_as_one(cases: BookCases) -> None:
    opened = cases.open_case(request(), CLOCKS)
    assert cases.add(opened, *STEPS).steps == STEPS
    assert cases.case(opened.id).steps == STEPS


def test_the_log_has_a_word_for_each_step_and_knows_no_case(cases: BookCases) -> None:
    opened = cases.open_case(request("Wilhelmina Zonnebloem", Right.ERASURE, Right.ACCESS), CLOCKS)
    cases.add(opened, *STEPS)
    cases.seen(opened.id, "D. Officier-Achternaam", NOW)
    told = logged(cases)
    assert [entry.word for entry in told] == [
        *("received", "asked", "identified", "found", "decided", "did", "closed", "seen")
    ]
    assert {(entry.kind, entry.promise, entry.statement) for entry in told} == {
        (Kind.CASE, "rights/erasure", "")
    }
    assert len({entry.action for entry in told}) == 1
    assert told[3].counts == (("found", 7),)
    assert told[5].counts == (("changed", 5), ("remaining", 1))


def test_a_step_that_the_log_refuses_is_not_in_the_book(cases: BookCases) -> None:
    opened = cases.open_case(request(), CLOCKS)
    with pytest.raises(ClockRanBack):
        cases.add(opened, Asked(NOW - DAY, "desk"))
    assert cases.case(opened.id).steps == ()


def test_ids_are_numbered_by_the_local_year_of_receipt(cases: BookCases) -> None:
    new_year = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    assert cases.open_case(request("A"), CLOCKS).id == "2026-0001"
    assert cases.open_case(request("B", received=new_year), CLOCKS).id == "2027-0001"
    assert cases.open_case(request("C"), CLOCKS).id == "2026-0002"


def test_eight_at_once_get_numbers_without_a_gap(cases: BookCases) -> None:
    cases.open_case(request("first"), CLOCKS)
    with ThreadPoolExecutor(8) as eight:
        opened = list(eight.map(lambda n: cases.open_case(request(f"P{n}"), CLOCKS), range(40)))
    assert sorted(case.id for case in opened) == [f"2026-{number:04d}" for number in range(2, 42)]
    for case in opened:
        assert cases.case(case.id) == case


def test_the_same_request_while_it_is_open_is_one_case(cases: BookCases) -> None:
    opened = cases.open_case(request(), CLOCKS)
    asker = replace(request().asker, name="wilhelmina zonnebloem ")
    again = replace(request(), entered=NOW + DAY, asker=asker)
    assert cases.open_case(again, CLOCKS) == opened
    assert len(logged(cases)) == 1


def test_the_same_request_from_eight_at_once_is_one_case(cases: BookCases) -> None:
    together = Barrier(8, timeout=60)

    def open_six(_: int) -> list[str]:
        return [open_one(f"Person {number}") for number in range(6)]

    def open_one(name: str) -> str:
        together.wait()
        return cases.open_case(request(name), CLOCKS).id

    with ThreadPoolExecutor(8) as eight:
        ids = list(eight.map(open_six, range(8)))
    assert ids == [[f"2026-{number:04d}" for number in range(1, 7)]] * 8
    assert len(logged(cases)) == 6


@pytest.mark.parametrize(
    "other", [{"rights": (Right.ERASURE,)}, {"data": ("invoices",)}, {"words": "En meer."}]
)
def test_another_request_of_the_same_person_is_another_case(
    cases: BookCases, other: dict[str, object]
) -> None:
    cases.open_case(request(), CLOCKS)
    changed = replace(request(), **other)  # type: ignore[arg-type]
    assert cases.open_case(changed, CLOCKS).id == "2026-0002"


def test_a_request_after_the_first_was_closed_is_another_case(cases: BookCases) -> None:
    first = cases.open_case(request(), CLOCKS)
    cases.add(first, Closed(NOW, Result.DONE))
    assert cases.open_case(request(), CLOCKS).id == "2026-0002"


def test_two_officers_at_once_do_not_overwrite_each_other(cases: BookCases) -> None:
    opened = cases.open_case(request(), CLOCKS)
    cases.add(opened, STEPS[0])
    with pytest.raises(CaseChanged, match="had 0 steps when it was looked at, and somebody else"):
        cases.add(opened, STEPS[1])
    assert cases.case(opened.id).steps == STEPS[:1]


def test_of_eight_who_expect_the_same_case_one_goes_on(cases: BookCases) -> None:
    opened = cases.open_case(request(), CLOCKS)
    together = Barrier(8, timeout=60)

    def attempts(number: int) -> int:
        return sum(attempt(number) for _ in range(8))

    def attempt(number: int) -> bool:
        together.wait()
        looked_at = cases.case(opened.id)
        together.wait()
        try:
            cases.add(looked_at, Asked(NOW, f"officer {number}"))
        except CaseChanged:
            return False
        return True

    with ThreadPoolExecutor(8) as eight:
        assert sum(eight.map(attempts, range(8))) == 8
    assert len(cases.case(opened.id).steps) == 8


def test_the_list_shows_open_cases_by_their_safe_date(cases: BookCases) -> None:
    for name, days in (("A", 9), ("B", 3), ("C", 6)):
        cases.open_case(request(name, Right.MARKETING), replace(CLOCKS, safe=NOW + days * DAY))
    cases.add(cases.case("2026-0002"), STEPS[0], clocks=replace(CLOCKS, safe=NOW + 20 * DAY, paused=True))
    assert [line.id for line in cases.open_cases()] == ["2026-0003", "2026-0001", "2026-0002"]
    assert [line.id for line in cases.open_cases(limit=1, offset=1)] == ["2026-0001"]
    line = cases.open_cases()[2]
    assert (line.last, line.clocks.paused, line.rights, line.closed) == (
        "asked",
        True,
        (Right.MARKETING,),
        False,
    )


def test_closed_cases_stand_apart_the_last_closed_first(cases: BookCases) -> None:
    for name in "ABC":
        cases.open_case(request(name), CLOCKS)
    cases.add(cases.case("2026-0002"), Closed(NOW, Result.DONE))
    cases.add(cases.case("2026-0001"), Closed(NOW + DAY, Result.REFUSED))
    assert [line.id for line in cases.open_cases()] == ["2026-0003"]
    assert [(line.id, line.closed) for line in cases.closed_cases()] == [
        ("2026-0001", True),
        ("2026-0002", True),
    ]
    assert (cases.how_many(), cases.how_many(closed=True)) == (1, 2)


def test_an_objection_is_not_an_objection_to_marketing(cases: BookCases) -> None:
    cases.open_case(request("A", Right.OBJECTION), CLOCKS)
    cases.open_case(request("B", Right.MARKETING, Right.ACCESS), CLOCKS)
    assert [line.id for line in cases.open_cases(right=Right.OBJECTION)] == ["2026-0001"]
    assert [line.id for line in cases.open_cases(right=Right.MARKETING)] == ["2026-0002"]
    assert cases.how_many(Right.OBJECTION) == 1


def test_counts_tell_how_urgent_the_cases_of_a_right_are(cases: BookCases) -> None:
    for name, rights, safe, answer_by, limit in (
        ("A", (Right.ACCESS, Right.ERASURE), -9, -9, -5),
        ("B", (Right.ACCESS,), -8, -8, -6),
        ("C", (Right.ACCESS,), -2, 0, 3),
        ("D", (Right.ERASURE,), 3, 5, 9),
        ("E", (Right.ERASURE,), 7, 8, 9),
    ):
        clocks = Clocks(NOW + safe * DAY, NOW + answer_by * DAY, NOW + limit * DAY)
        cases.open_case(request(name, *rights), clocks)
    cases.add(cases.open_case(request("F"), CLOCKS), Closed(NOW, Result.DONE))
    told = [
        (str(one.right), str(one.urgency), one.cases, one.first, one.safe)
        for one in cases.counts(NOW, NOW + 7 * DAY)
    ]
    assert told == [
        ("access", "past the law", 2, "2026-0001", NOW - 9 * DAY),
        ("access", "late", 1, "2026-0003", NOW - 2 * DAY),
        ("erasure", "past the law", 1, "2026-0001", NOW - 9 * DAY),
        ("erasure", "due soon", 1, "2026-0004", NOW + 3 * DAY),
        ("erasure", "in time", 1, "2026-0005", NOW + 7 * DAY),
    ]


def test_the_list_knows_an_extension_and_our_own_promise_is_broken_all_the_same(cases: BookCases) -> None:
    case = cases.open_case(request(), Clocks(NOW - DAY, NOW - DAY, NOW + 3 * DAY))
    assert not cases.open_cases()[0].clocks.extended
    extended = Clocks(NOW - DAY, NOW - DAY, NOW + 64 * DAY, extended=True)
    cases.add(case, Extended(NOW, "The decider", "many systems"), clocks=extended)
    assert cases.open_cases()[0].clocks == extended
    assert [str(one.urgency) for one in cases.counts(NOW, NOW + 7 * DAY)] == ["late"]


def test_who_looked_into_a_case_is_kept(cases: BookCases) -> None:
    opened = cases.open_case(request(), CLOCKS)
    cases.seen(opened.id, "D. Officier-Achternaam", NOW)
    cases.seen(opened.id, "B. Balie", NOW + DAY)
    assert [(view.by, view.at) for view in cases.views(opened.id)] == [
        ("D. Officier-Achternaam", NOW),
        ("B. Balie", NOW + DAY),
    ]


def test_a_case_that_is_not_there_is_told(cases: BookCases) -> None:
    for asked in (
        lambda: cases.case("2026-0404"),
        lambda: cases.seal("2026-0404", "found", b"", NOW),
        lambda: cases.seen("2026-0404", "", NOW),
        lambda: cases.views("2026-0404"),
        lambda: cases.forget("2026-0404", NOW),
    ):
        with pytest.raises(NotInTheBook, match="2026-0404"):
            asked()


def test_a_case_that_was_forgotten_since_it_was_looked_at_does_not_go_on(cases: BookCases) -> None:
    opened = cases.open_case(request(), CLOCKS)
    cases.forget(opened.id, NOW)
    with pytest.raises(BookError, match="2026-0001"):
        cases.add(opened, STEPS[0])


def test_a_case_does_not_go_on_from_two_places_within_one_transaction(cases: BookCases) -> None:
    opened = cases.open_case(request(), CLOCKS)

    def go_on_twice() -> None:
        with cases.book.transaction():
            cases.add(opened, STEPS[0])
            cases.add(opened, STEPS[1])

    with pytest.raises(CaseChanged, match="2026-0001"):
        go_on_twice()
    assert cases.case(opened.id).steps == ()


def test_nothing_of_a_person_is_in_clear_in_the_book_the_keys_or_the_log(
    cases: BookCases, tmp_path: Path
) -> None:
    everything(cases)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any(path.name == FILE for path in files)
    written = b"".join([*(path.read_bytes() for path in files), *columns(cases)])
    assert b"2026-0001" in written
    for word in PRIVATE:
        for bytes_of in (
            word.encode(),
            word.lower().encode(),
            word.encode("utf-16-le"),
            word.encode().hex().encode(),
        ):
            assert bytes_of not in written, word


def everything(cases: BookCases) -> str:
    opened = cases.open_case(request(), CLOCKS)
    cases.add(opened, *STEPS)
    cases.seal(opened.id, "found", b"Zonnebloem, Wilhelmina" * 1000, NOW + DAY)
    cases.seen(opened.id, "D. Officier-Achternaam", NOW)
    BookOutbox(cases).queue(cases.case(opened.id), *letter(), NOW)
    return opened.id


def columns(cases: BookCases) -> Iterator[bytes]:
    with cases.book.reading() as connection:
        for table in ("cases", "case_steps", "case_payloads", "case_views", "letters", "log_entries"):
            for row in connection.execute(text(f"SELECT * FROM {table}")):
                yield from (one if isinstance(one, bytes) else str(one).encode() for one in row)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE case_steps SET sealed = (SELECT sealed FROM case_steps WHERE number = 1) WHERE number = 2",
        "UPDATE case_steps SET number = 99 WHERE number = 6",
        "UPDATE case_steps SET kind = 'advised' WHERE number = 2",
        "UPDATE case_steps SET at = '2026-11-22T12:00:00.000001Z' WHERE number = 2",
        "DELETE FROM case_steps WHERE number = 3",
        "DELETE FROM case_steps WHERE number = 6",
        "DELETE FROM case_steps WHERE number = 0",
        "UPDATE case_steps SET case_id = '2026-0002' WHERE number = 6 AND case_id = '2026-0001'",
        "UPDATE cases SET rights_json = '[\"erasure\"]'",
        "UPDATE cases SET way = 'post'",
        "UPDATE cases SET received = '2026-01-01T12:00:00.000000Z'",
        "UPDATE cases SET last = 'asked'",
    ],
)
def test_a_case_that_was_changed_by_hand_is_refused(cases: BookCases, sql: str) -> None:
    opened = cases.open_case(request(), CLOCKS)
    cases.open_case(request("Another"), CLOCKS)
    cases.add(opened, *STEPS)
    change(cases, sql)
    with pytest.raises(BookError, match="by hand"):
        cases.case(opened.id)


def test_two_cases_whose_files_were_swapped_are_refused(cases: BookCases) -> None:
    for name in ("A", "B"):
        cases.add(cases.open_case(request(name), CLOCKS), *STEPS)
    with cases.book.transaction() as connection:
        rows = connection.execute(
            text("SELECT case_id, number, sealed FROM case_steps WHERE number = 2")
        ).all()
        for row, other in zip(rows, reversed(rows), strict=True):
            told = {"sealed": other.sealed, "case": row.case_id}
            connection.execute(
                text("UPDATE case_steps SET sealed = :sealed WHERE case_id = :case AND number = 2"), told
            )
    for case_id in ("2026-0001", "2026-0002"):
        with pytest.raises(BookError, match="key was replaced"):
            cases.case(case_id)


def test_every_byte_of_a_seal_counts(cases: BookCases) -> None:
    opened = cases.open_case(request(), CLOCKS)
    with cases.book.reading() as connection:
        sealed = bytes(connection.execute(text("SELECT sealed FROM case_steps")).scalar_one())
    for place in range(0, len(sealed), 37):
        broken = bytearray(sealed)
        broken[place] ^= 1
        with cases.book.transaction() as connection:
            connection.execute(text("UPDATE case_steps SET sealed = :sealed"), {"sealed": bytes(broken)})
        with pytest.raises(BookError, match="cannot be read with this key"):
            cases.case(opened.id)


def test_the_keys_of_another_book_open_nothing(cases: BookCases, tmp_path: Path) -> None:
    opened = cases.open_case(request(), CLOCKS)
    cases.seal(opened.id, "found", b"what was found", NOW + DAY)
    other = KeyRing(tmp_path / "keys" / "other.keys")
    other.make(opened.id)
    stranger = BookCases(cases.book, cases.keys, other, AMSTERDAM)
    with pytest.raises(BookError, match="cannot be read with this key"):
        stranger.case(opened.id)
    with pytest.raises(BookError, match="cannot be read with this key"):
        stranger.unseal(opened.id, "found")


def test_no_new_case_begins_beside_lost_keys(cases: BookCases) -> None:
    opened = cases.open_case(request(), CLOCKS)
    cases.ring.file.rename(cases.ring.file.with_name("kept.keys"))
    with pytest.raises(BookError, match=r"cases\.keys.*Put that file back"):
        cases.open_case(request("B"), CLOCKS)
    with pytest.raises(BookError, match=r"cases\.keys.*Put that file back"):
        cases.case(opened.id)
    assert not cases.ring.exists


def test_the_letter_the_step_and_the_line_of_the_log_are_one(cases: BookCases) -> None:
    opened = cases.open_case(request(), CLOCKS)
    case = BookOutbox(cases).queue(opened, *letter(), NOW)
    (posting,) = BookOutbox(cases).postings(opened.id)
    assert (
        cases.case(opened.id) == case == Case(opened.id, request(), (Wrote(NOW, "answer", posting.number),))
    )
    assert logged(cases)[-1].word == "wrote"
    asked, written = letter()
    with pytest.raises(ClockRanBack):
        BookOutbox(cases).queue(case, replace(asked, template=Template.RECEIPT), written, NOW - DAY)
    assert BookOutbox(cases).postings(opened.id) == (posting,)
