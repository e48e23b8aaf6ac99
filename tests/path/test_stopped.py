"""A keeper that is killed, stopped or not alone: the next one ends in the same place, with a true log.

Each test holds a lock so that the keeper stands still at a known point, and stops it there.
"""

import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import pytest
import sqlalchemy as sa
from tests.path.firm import (
    FRESH,
    GONE_VISITS,
    MARK,
    OLD_INVOICES,
    WAITING,
    Call,
    Firm,
    Ran,
    contacts,
    many,
    messages,
    old_messages,
)

DOUBLINGS = 9
PATIENCE = 20.0


Stopped = Callable[[Firm, int, signal.Signals], "subprocess.Popen[str]"]


@pytest.fixture
def due(company: Firm) -> int:
    """Thousands of messages that are past their week."""
    return many(company, DOUBLINGS)


@contextmanager
def held(engine: sa.Engine, table: sa.Table, row: sa.ColumnElement[bool] | None = None) -> Iterator[None]:
    """Another session that has rows of the table in its hands, or the whole file in SQLite."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA busy_timeout = 20000")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.execute(sa.select(table).where(sa.true() if row is None else row).with_for_update())
        yield
        connection.rollback()


def until(reached: Callable[[], bool], process: "subprocess.Popen[str]") -> None:
    """Wait until a point is reached, while the process runs."""
    end = time.monotonic() + PATIENCE
    while not reached():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < end, "the point was never reached"
        time.sleep(0.005)


def intended(company: Firm) -> int:
    """How many intentions of acting the log holds."""
    return sum(b'"kind":"intended"' in line for line in company.entries())


def left(company: Firm) -> int:
    """How many messages are past their week."""
    return len(company.ask(sa.select(messages.c.id).where(old_messages())))


def keep(company: Firm, due: int) -> "subprocess.Popen[str]":
    return company.start("keep", "--at-most", str(due + WAITING))


def stop(process: "subprocess.Popen[str]", how: signal.Signals) -> "subprocess.Popen[str]":
    process.send_signal(how)
    process.wait(PATIENCE)
    return process


def before_it_told(company: Firm, due: int, how: signal.Signals) -> "subprocess.Popen[str]":
    """Stopped when the first rows are changed, and the log does not say so yet."""
    book, begun = sa.create_engine(f"sqlite:///{company.book}", poolclass=sa.NullPool), intended(company)
    with ExitStack() as locks:
        with held(company.engine, contacts):
            process = keep(company, due)
            until(lambda: intended(company) > begun, process)
            locks.enter_context(held(book, contacts))
        until(lambda: MARK not in str(company.ask(sa.select(sa.func.min(contacts.c.email)))), process)
        return stop(process, how)


def at_the_beginning(company: Firm, due: int, how: signal.Signals) -> "subprocess.Popen[str]":
    """Stopped once it told what it would do to the messages, before the first of them has gone."""
    begun = intended(company)
    with held(company.engine, messages, old_messages()):
        process = keep(company, due)
        until(lambda: intended(company) > begun, process)
        return stop(process, how)


STILL = 0.4
"""Seconds after which a keeper that meets a lock has told of its last batch, and waits."""


def half_way(company: Firm, due: int, how: signal.Signals) -> "subprocess.Popen[str]":
    """Stopped when some messages are gone, and others are not; on a server it stands still then."""
    before = company.rows(messages)
    if company.engine.dialect.name == "sqlite":
        process = keep(company, due)
        until(lambda: company.rows(messages) < before, process)
        return stop(process, how)
    last = company.ask(sa.select(sa.func.max(messages.c.id)).where(old_messages()))[0]
    with held(company.engine, messages, messages.c.id == last):
        process = keep(company, due)
        until(lambda: company.rows(messages) < before, process)
        time.sleep(STILL)
        return stop(process, how)


def closed(company: Firm, gestand: Call) -> None:
    """The log is sound; each intention has come to one end, done or failed; and it says all that has gone."""
    export = company.folder / "export"
    assert gestand("log", "--export", str(export)).code == 0
    verified = gestand("verify", str(export))
    assert verified.code == 0, verified.said
    open_: list[str] = []
    for entry in company.log(gestand):
        if entry["kind"] == "intended":
            open_.append(entry["action"])
        elif "action" in entry and entry["kind"] in ("done", "failed"):
            open_.remove(entry["action"])
    assert open_ == []


def test_killed_three_times_the_fourth_keep_ends_in_the_same_place(
    company: Firm, due: int, call: Callable[[Firm], Call]
) -> None:
    gestand = call(company)
    company.approve(gestand)
    points: tuple[Stopped, ...] = (before_it_told, at_the_beginning, half_way)
    for point in points:
        process = point(company, due, signal.SIGKILL)
        company.end(process)
        assert process.returncode == -signal.SIGKILL, point
    remaining = left(company)
    assert 0 < remaining < due
    last = gestand("keep", "--at-most", str(due + WAITING))
    assert last.code == 0, last.said
    assert left(company) == 0
    assert company.rows(messages) == FRESH
    assert gestand("check").code == 0
    entries = company.log(gestand)
    assert [entry["word"] for entry in entries if entry["kind"] == "failed"] == ["interrupted"] * len(points)
    erased = [
        entry["counts"]["erased"]
        for entry in entries
        if entry["kind"] == "done" and "erased" in entry["counts"]
    ]
    assert erased == [remaining, OLD_INVOICES, GONE_VISITS]
    closed(company, gestand)


def test_ctrl_c_ends_with_a_clear_word_and_counts_what_was_done(
    company: Firm, due: int, call: Callable[[Firm], Call]
) -> None:
    gestand = call(company)
    company.approve(gestand)
    ran = company.end(half_way(company, due, signal.SIGINT))
    assert_interrupted(ran)
    (failed,) = [entry for entry in company.log(gestand) if entry["kind"] == "failed"]
    assert failed["word"] == "interrupted"
    told, gone = failed["counts"]["rows"], due - left(company)
    assert told <= gone < due
    if company.engine.dialect.name != "sqlite":
        assert told == gone
    assert gestand("keep", "--at-most", str(due + WAITING)).code == 0
    assert company.rows(messages) == FRESH
    closed(company, gestand)


def test_to_be_stopped_by_systemd_is_the_same_as_ctrl_c(
    in_sqlite: Firm, call: Callable[[Firm], Call]
) -> None:
    gestand, due = call(in_sqlite), many(in_sqlite, DOUBLINGS)
    in_sqlite.approve(gestand)
    assert_interrupted(in_sqlite.end(half_way(in_sqlite, due, signal.SIGTERM)))
    closed(in_sqlite, gestand)


def assert_interrupted(ran: Ran) -> None:
    assert ran.code == 130, ran.said
    assert "Interrupted. What was done is logged; the next `gestand keep` goes on from there." in ran.said
    assert "Traceback" not in ran.said


def test_of_two_keepers_one_leaves_with_a_clear_word_and_nothing_is_doubled(
    in_sqlite: Firm, call: Callable[[Firm], Call]
) -> None:
    company, gestand = in_sqlite, call(in_sqlite)
    due, begun = many(company, 3), intended(company)
    company.approve(gestand)
    with held(company.engine, messages):
        first = keep(company, due)
        until(lambda: intended(company) > begun, first)
        first.send_signal(signal.SIGSTOP)  # it stands still, so that its patience with the lock does not end
        before = company.state()
        second = gestand("keep", "--at-most", str(due + WAITING))
        assert company.state() == before
    first.send_signal(signal.SIGCONT)
    assert second.code == 3
    assert f"Another keeper (process {first.pid} on " in second.said
    assert "Nothing was touched." in second.said
    ended = company.end(first)
    assert ended.code == 0, ended.said
    erased = [entry["counts"].get("erased") for entry in company.log(gestand) if entry["kind"] == "done"]
    assert erased == [None, due, OLD_INVOICES, GONE_VISITS, None]
    closed(company, gestand)
