"""The log takes entries in order, gives them back, and refuses what would make it untrue."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update

from gestand.book.database import Book
from gestand.core.entry import COUNTS, WORDS, Entry, Kind, Progress
from gestand.core.errors import ClockRanAhead, ClockRanBack, NotInTheVocabulary, Tampered
from gestand.evidence import intentions, log, newest, tables
from gestand.evidence.line import from_line, to_line
from gestand.evidence.sense import Sense
from gestand.evidence.tree import leaf_hash, root_of

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
PROMISES = st.from_regex(r"[a-z]{1,20}/[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}", fullmatch=True)
DIGESTS = st.one_of(st.just(""), st.binary(min_size=32, max_size=32).map(bytes.hex))
LAWFUL = st.builds(
    Entry,
    kind=st.sampled_from(Kind),
    at=st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    promise=st.one_of(st.just(""), PROMISES),
    statement=DIGESTS,
    action=DIGESTS,
    counts=st.dictionaries(st.sampled_from(sorted(COUNTS)), st.integers(0, 1 << 52), max_size=4).map(
        lambda counts: tuple(sorted(counts.items()))
    ),
    word=st.sampled_from(["", *sorted(WORDS)]),
)
PERSONAL = [
    "Jan Jansen",
    "jan.jansen",
    "0612345678",
    "info@example.org",
    "kerkstraat 1",
    'x","kind":"done',
    "é",
]


def entry(
    kind: Kind, seconds: float = 0, promise: str = "retention/numbers", action: str = "b" * 64
) -> Entry:
    return Entry(kind, NOW + timedelta(seconds=seconds), promise, action=action)


def test_what_was_appended_is_read_back_in_order(book: Book) -> None:
    new = [entry(Kind.INTENDED), entry(Kind.DONE, 1), entry(Kind.CHECKED, 2, action="")]
    with book.transaction() as connection:
        assert log.append(connection, new[:2]).tree.size == 2
    with book.transaction() as connection:
        assert log.append(connection, new[2:]).tree.size == 3
    with book.reading() as connection:
        assert list(log.read(connection)) == new
        assert newest.last(connection, Kind.DONE, "retention/numbers") == new[1]
        assert newest.last(connection, Kind.DONE, "retention/others") is None
        assert newest.last(connection, Kind.DONE) is None
        assert log.size_and_root(connection) == (3, root_of(leaf_hash(to_line(one)) for one in new))


@pytest.mark.parametrize("kept", [True, False], ids=["kept", "undone"])
def test_a_log_that_ends_elsewhere_by_now_is_looked_at_again(book: Book, kept: bool) -> None:
    with book.transaction() as connection:
        seen = log.append(connection, [entry(Kind.INTENDED)])
    with book.engine.begin() as connection:
        elsewhere = log.append(connection, [entry(Kind.DONE, 1)])
        if not kept:
            connection.rollback()
            seen = elsewhere
    with book.transaction() as connection:
        assert log.append(connection, [entry(Kind.CHECKED, 2)], seen).tree.size == 2 + kept
    with book.reading() as connection:
        assert log.size_and_root(connection) == (2 + kept, root_of(log.leaf_hashes(connection)))


def test_a_moment_is_judged_by_where_the_log_ends_and_not_by_where_it_was_seen_to_end(book: Book) -> None:
    days = 24 * 60 * 60
    with book.transaction() as connection:
        seen = log.append(connection, [entry(Kind.CHECKED)])
    with book.transaction() as connection:
        log.append(connection, [entry(Kind.CHECKED, 30 * days)])
    with book.transaction() as connection:
        assert log.append(connection, [entry(Kind.CHECKED, 60 * days)], seen).tree.size == 3


def test_a_transaction_that_fails_leaves_the_log_as_it_was(book: Book) -> None:
    with book.transaction() as connection:
        log.append(connection, [entry(Kind.INTENDED)])
    with pytest.raises(ClockRanBack):
        _append_twice(book, [entry(Kind.DONE, 1)], [entry(Kind.DONE, -100)])
    with book.reading() as connection:
        assert len(list(log.read(connection))) == log.size_and_root(connection)[0] == 1
        assert len(intentions.unfinished(connection)) == 1


def _append_twice(book: Book, first: list[Entry], second: list[Entry]) -> None:
    with book.transaction() as connection:
        log.append(connection, first)
        log.append(connection, second)


def test_intentions_stay_open_until_done_or_failed_is_told_of_the_same_action(book: Book) -> None:
    first, second = entry(Kind.INTENDED, action="a" * 64), entry(Kind.INTENDED, 1, action="c" * 64)
    with book.transaction() as connection:
        log.append(connection, [first, second, entry(Kind.DONE, 2, action="a" * 64)])
        assert intentions.unfinished(connection) == (Progress(second.promise, second.action),)
        log.append(connection, [entry(Kind.FAILED, 3, "retention/others", action="c" * 64)])
        assert intentions.unfinished(connection) == (Progress(second.promise, second.action),)
        log.append(connection, [entry(Kind.FAILED, 4, action="c" * 64)])
        assert intentions.unfinished(connection) == ()


def test_an_open_intention_remembers_how_far_it_got(book: Book) -> None:
    opened = entry(Kind.INTENDED, action="a" * 64)
    with book.transaction() as connection:
        log.append(connection, [opened])
        assert intentions.progress(connection, Progress(opened.promise, opened.action, 3, 4)) == 7
        assert intentions.progress(connection, Progress(opened.promise, opened.action, 5, 4)) == 2
        assert intentions.unfinished(connection) == (Progress(opened.promise, opened.action, 5, 4),)
        log.append(connection, [entry(Kind.DONE, 1, action="a" * 64)])
        assert intentions.progress(connection, Progress(opened.promise, opened.action, 9)) == 0


def test_the_newest_entry_of_a_kind_and_promise_is_found_whatever_came_after_it(book: Book) -> None:
    new = [entry(Kind.CHECKED), entry(Kind.CHECKED, 1), entry(Kind.CHECKED, 2, "retention/others")]
    with book.transaction() as connection:
        log.append(connection, new)
        log.append(connection, [entry(Kind.DONE, 3), entry(Kind.CHECKED, 4, promise="")])
        assert newest.last(connection, Kind.CHECKED, "retention/numbers") == new[1]
        assert newest.last(connection, Kind.CHECKED, "retention/others") == new[2]


def test_each_hold_is_found_with_its_end_and_the_newest_of_them_by_its_number(book: Book) -> None:
    first, second = (entry(Kind.HELD, 1, "", digit * 64) for digit in "bc")
    ended = entry(Kind.RELEASED, 3, "", "b" * 64)
    with book.transaction() as connection:
        assert newest.holds_mark(connection) == 0
        log.append(connection, [entry(Kind.INTENDED), first, second])
        assert newest.holds_mark(connection) == 3
        log.append(connection, [entry(Kind.DONE, 2), ended, entry(Kind.CHECKED, 4)])
        assert newest.holds_mark(connection) == 5
        assert list(newest.holds(connection)) == [first, second, ended]


def test_a_clock_set_back_by_more_than_a_minute_is_refused_with_both_times(book: Book) -> None:
    with book.transaction() as connection:
        log.append(connection, [entry(Kind.CHECKED)])
        log.append(connection, [entry(Kind.CHECKED, -60)])
        with pytest.raises(ClockRanBack, match=r"09:28:59 UTC.*09:30:00 UTC.*set it right"):
            log.append(connection, [entry(Kind.CHECKED, -61)])
        assert log.size_and_root(connection)[0] == 2


def test_a_clock_far_beyond_the_last_entry_is_refused_until_somebody_says_that_it_is_right(
    book: Book,
) -> None:
    month = 32 * 24 * 3600
    with book.transaction() as connection:
        log.append(connection, [entry(Kind.CHECKED)])
        with pytest.raises(ClockRanAhead, match="long after the last entry"):
            log.append(connection, [entry(Kind.CHECKED, month + 1)])
        right = replace(entry(Kind.CLOCK, month + 1), promise="", word="the clock is right")
        log.append(connection, [right, entry(Kind.CHECKED, month + 1)])
        log.append(connection, [entry(Kind.CHECKED, 2 * month)])
        back = replace(right, at=entry(Kind.CLOCK).at)
        log.append(connection, [back, entry(Kind.CHECKED)])
        with pytest.raises(ClockRanAhead):
            log.append(connection, [entry(Kind.CHECKED, month + 1)])


def test_a_clock_that_runs_back_within_one_append_is_refused(book: Book) -> None:
    with pytest.raises(ClockRanBack), book.transaction() as connection:
        log.append(connection, [entry(Kind.CHECKED, 100), entry(Kind.CHECKED, 39)])


def test_a_tree_head_changed_by_hand_is_told(book: Book) -> None:
    with book.transaction() as connection:
        connection.execute(update(tables.tree_head).values(size=3))
    with pytest.raises(Tampered, match="tree head"), book.transaction() as connection:
        log.append(connection, [entry(Kind.CHECKED)])


@given(LAWFUL)
def test_every_lawful_entry_comes_back_and_passes_the_verifier(one: Entry) -> None:
    line = to_line(one)
    assert from_line(line) == one
    sense = Sense()
    sense.read([line])
    assert sense.faults == []


@pytest.mark.parametrize("text", PERSONAL)
@pytest.mark.parametrize("field", ["promise", "statement", "action", "word", "counts"])
def test_no_field_takes_personal_data_and_no_message_repeats_it(field: str, text: str) -> None:
    value = ((text, 1),) if field == "counts" else text
    with pytest.raises(NotInTheVocabulary) as refused:
        to_line(Entry(Kind.DONE, NOW, **{field: value}))  # type: ignore[arg-type]
    assert text not in str(refused.value)
    assert repr(field) in str(refused.value)


@given(st.sampled_from(["statement", "action", "word"]), st.text(min_size=1))
def test_free_text_never_gets_in(field: str, text: str) -> None:
    if text not in WORDS:
        with pytest.raises(NotInTheVocabulary):
            to_line(Entry(Kind.DONE, NOW, **{field: text}))  # type: ignore[arg-type]


@pytest.mark.parametrize("number", [-1, 1 << 60, True, 1.5, "3"])
def test_a_count_is_a_whole_number_from_zero(number: object) -> None:
    with pytest.raises(NotInTheVocabulary):
        to_line(Entry(Kind.DONE, NOW, counts=(("rows", number),)))  # type: ignore[arg-type]


def test_a_count_is_named_once() -> None:
    with pytest.raises(NotInTheVocabulary, match="each name once"):
        to_line(Entry(Kind.DONE, NOW, counts=(("rows", 1), ("rows", 2))))


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        to_line(Entry(Kind.DONE, NOW.replace(tzinfo=None)))


@given(st.binary(max_size=80))
def test_a_line_that_is_not_ours_is_told(line: bytes) -> None:
    with pytest.raises(Tampered):
        from_line(line)
