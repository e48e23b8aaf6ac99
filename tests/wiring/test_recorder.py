"""Choices of many at once: one commit for what has gathered, and nobody hears of it sooner."""

import asyncio
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import event, text

from gestand.book.database import open_book
from gestand.core.choice import VISITOR, Choice, ChoiceWay, Recorded, Subject
from gestand.core.errors import BookError, NotAChoice
from gestand.evidence.keys import make_keys
from gestand.wiring import system_clock
from gestand.wiring.choices import BookChoices
from gestand.wiring.recorder import MOST_WAITING, Crowded, Recorder


class Watched(BookChoices):
    """The ledger itself; `groups` tells how many choices came at a time, and `gate` holds a commit back."""

    groups: list[int]
    gate: threading.Event

    def record(self, made: Sequence[tuple[Subject, Choice]]) -> tuple[Recorded, ...]:
        self.groups.append(len(made))
        assert self.gate.wait(30)
        return super().record(made)


@pytest.fixture
def ledger(tmp_path: Path) -> Watched:
    book = open_book(tmp_path / "book.sqlite", create=True)
    made = Watched(book, make_keys(tmp_path / "keys", "example.org/log"), system_clock)
    object.__setattr__(made, "groups", [])
    object.__setattr__(made, "gate", threading.Event())
    return made


def somebody(number: int) -> Subject:
    return Subject(VISITOR, f"{number:032x}")


def yes(purpose: str = "analytics") -> Choice:
    return Choice(system_clock(), ((purpose, True),), "0" * 64, "1" * 64, 1, "nl", ChoiceWay.BANNER)


def handed_in(taker: Recorder, numbers: range) -> "list[asyncio.Task[Recorded]]":
    return [asyncio.create_task(taker.record(somebody(number), yes())) for number in numbers]


async def first_group(ledger: Watched) -> None:
    while not ledger.groups:
        await asyncio.sleep(0.001)


def test_what_is_handed_in_during_a_commit_makes_up_the_next_one(ledger: Watched) -> None:
    async def run() -> list[Recorded]:
        taker = Recorder(lambda: ledger)
        first = handed_in(taker, range(3))
        await first_group(ledger)
        more = handed_in(taker, range(3, 103))
        await asyncio.sleep(0)
        ledger.gate.set()
        told = await asyncio.gather(*first, *more)
        await taker.end()
        return told

    told = asyncio.run(run())

    assert ledger.groups == [3, 100]
    assert [one.number for one in told] == list(range(1, 104))
    assert all(ledger.history(somebody(number)) == (one,) for number, one in enumerate(told))


def test_nobody_hears_before_the_commit(ledger: Watched) -> None:
    async def run() -> None:
        taker = Recorder(lambda: ledger)
        tasks = handed_in(taker, range(5))
        await first_group(ledger)
        done, _ = await asyncio.wait(tasks, timeout=0.05)
        assert not done
        ledger.gate.set()
        await asyncio.gather(*tasks)
        await taker.end()

    asyncio.run(run())


def test_everybody_hears_that_the_book_is_full_and_nothing_is_kept(ledger: Watched) -> None:
    ledger.gate.set()
    ledger.record([(somebody(0), yes())])
    full = [True]

    def fill(connection: object) -> None:
        most = 1 if full[0] else 1_000_000
        connection.execute(text(f"PRAGMA max_page_count={most}"))  # type: ignore[attr-defined]

    event.listen(ledger.book.engine, "begin", fill)

    async def run() -> None:
        taker = Recorder(lambda: ledger)
        refused = await asyncio.gather(
            *(taker.record(somebody(number), yes("x" * 200)) for number in range(1, 201)),
            return_exceptions=True,
        )
        full[0] = False
        later = await asyncio.gather(*handed_in(taker, range(201, 204)))
        await taker.end()
        assert {type(one) for one in refused} == {BookError}
        assert [one.number for one in later] == [2, 3, 4]

    asyncio.run(run())

    assert not any(ledger.history(somebody(number)) for number in range(1, 201))


def test_more_than_may_wait_is_refused_and_the_others_are_kept(ledger: Watched) -> None:
    async def run() -> list[Recorded]:
        taker = Recorder(lambda: ledger)
        first = handed_in(taker, range(1))
        await first_group(ledger)
        waiting = handed_in(taker, range(1, MOST_WAITING + 1))
        await asyncio.sleep(0)
        with pytest.raises(Crowded):
            await taker.record(somebody(1_000), yes())
        ledger.gate.set()
        told = await asyncio.gather(*first, *waiting)
        await taker.end()
        return told

    assert len(asyncio.run(run())) == MOST_WAITING + 1
    assert not ledger.history(somebody(1_000))


def test_who_gives_up_waiting_hinders_nobody(ledger: Watched) -> None:
    async def run() -> None:
        taker = Recorder(lambda: ledger)
        tasks = handed_in(taker, range(3))
        await first_group(ledger)
        tasks[1].cancel()
        await asyncio.sleep(0)
        ledger.gate.set()
        assert [one.number for one in await asyncio.gather(tasks[0], tasks[2])] == [1, 3]
        await taker.end()

    asyncio.run(run())


def test_the_end_comes_after_what_was_handed_in_and_nothing_is_taken_after_it(ledger: Watched) -> None:
    async def run() -> None:
        taker = Recorder(lambda: ledger)
        tasks = handed_in(taker, range(2))
        await first_group(ledger)
        tasks += handed_in(taker, range(2, 4))
        await asyncio.sleep(0)
        ending = asyncio.create_task(taker.end())
        await asyncio.sleep(0)
        with pytest.raises(Crowded):
            await taker.record(somebody(9), yes())
        ledger.gate.set()
        await ending
        assert all(task.done() for task in tasks)

    asyncio.run(run())

    assert [len(ledger.history(somebody(number))) for number in (0, 1, 2, 3, 9)] == [1, 1, 1, 1, 0]


def test_a_ledger_that_breaks_down_breaks_down_before_everybody_and_not_for_good(ledger: Watched) -> None:
    ledger.gate.set()

    async def run() -> None:
        opened = iter([None])

        def door() -> Watched:
            for _ in opened:
                raise ZeroDivisionError
            return ledger

        taker = Recorder(door)
        broken = await asyncio.gather(*handed_in(taker, range(3)), return_exceptions=True)
        assert {type(one) for one in broken} == {ZeroDivisionError}
        assert (await taker.record(somebody(7), yes())).number == 1
        await taker.end()

    asyncio.run(run())


def test_one_that_is_no_choice_is_refused_alone_and_the_others_are_kept(ledger: Watched) -> None:
    async def run() -> list[Recorded | BaseException]:
        taker = Recorder(lambda: ledger)
        first = handed_in(taker, range(1))
        await first_group(ledger)
        strange = asyncio.create_task(taker.record(somebody(9), yes("No Word")))
        told = [*first, strange, *handed_in(taker, range(1, 4))]
        await asyncio.sleep(0)
        ledger.gate.set()
        return await asyncio.gather(*told, return_exceptions=True)

    outcomes = asyncio.run(run())
    assert [type(one) for one in outcomes] == [Recorded, NotAChoice, *[Recorded] * 3]
    assert ledger.groups == [1, 4, 1, 1, 1, 1]
    assert [len(ledger.history(somebody(number))) for number in (0, 1, 2, 3, 9)] == [1, 1, 1, 1, 0]
