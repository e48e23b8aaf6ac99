"""A book that is locked or full, a clock that stands wrong, a key of another log: nothing is done unlogged."""

import resource
import shutil
import signal
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.path.firm import (
    DUE,
    FRESH,
    GONE_VISITS,
    OLD_INVOICES,
    WAITING,
    Call,
    Firm,
    contacts,
    invoices,
    messages,
    visits,
)
from tests.path.test_stopped import closed, held

from gestand.book import database
from gestand.core.action import Mode
from gestand.core.errors import ClockRanAhead, ClockRanBack
from gestand.core.finding import Verdict
from gestand.core.told import Approve, ClockIsRight
from gestand.evidence.keys import make_keys
from gestand.guard import Allowed
from gestand.wiring import open_company

LIMITS = (24_576, 65_536, 90_112, 131_072)
"""Sizes in bytes that no file may grow beyond: the book's journal is stopped at an early or a later entry."""


@pytest.fixture
def gestand(in_sqlite: Firm, call: Callable[[Firm], Call]) -> Call:
    return call(in_sqlite)


@pytest.mark.parametrize("limit", LIMITS)
def test_with_a_full_disk_nothing_is_done_that_was_not_logged_before(
    in_sqlite: Firm, gestand: Call, limit: int
) -> None:
    in_sqlite.approve(gestand)

    def full() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    ran = in_sqlite.run("keep", preexec_fn=full)
    assert ran.code == 3, ran.said
    assert "book.db cannot be written: the disk is full or broken. Mend that, and try again." in ran.said
    assert "Traceback" not in ran.said
    told = {
        promise for promise, table, rows in TABLES if b'"promise":"%s"' % promise in intentions(in_sqlite)
    }
    done = {promise for promise, table, rows in TABLES if changed(in_sqlite, table) != rows}
    assert done <= told
    again = gestand("keep")
    assert again.code == 0, again.said
    assert gestand("check").code == 0
    closed(in_sqlite, gestand)


TABLES = (
    (b"retention/recipient-numbers", messages, DUE + FRESH),
    (b"retention/contact-details", contacts, 10),
    (b"retention/invoices", invoices, OLD_INVOICES + 7),
    (b"retention/visits", visits, GONE_VISITS + 2),
)


def intentions(company: Firm) -> bytes:
    return b"".join(line for line in company.entries() if b'"kind":"intended"' in line)


def changed(company: Firm, table: sa.Table) -> int:
    """How many rows of a table are as they were: there, and not emptied."""
    if table is contacts:
        return len(company.ask(sa.select(contacts.c.id).where(contacts.c.name.is_not(None))))
    return company.rows(table)


def test_a_book_that_is_held_by_another_stops_the_keep_before_it_acts(
    in_sqlite: Firm, gestand: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_sqlite.approve(gestand)
    before = (in_sqlite.state(), in_sqlite.written())
    monkeypatch.setattr(database, "PATIENCE_SECONDS", 0.2)
    with held(sa.create_engine(f"sqlite:///{in_sqlite.book}", poolclass=sa.NullPool), contacts):
        ran = gestand("keep")
    assert ran.code == 3
    assert "book.db is held by another process. Wait for it to end, and try again." in ran.said
    assert (in_sqlite.state(), in_sqlite.written()) == before


@pytest.mark.parametrize("command", ["check", "keep"])
def test_a_clock_that_was_set_back_stops_before_anything_is_done(
    in_sqlite: Firm, gestand: Call, command: str
) -> None:
    in_sqlite.approve(gestand)
    later = datetime.now(UTC) + timedelta(hours=2)
    open_company(in_sqlite.folder, lambda: later).check()
    before = in_sqlite.state()
    ran = gestand(command)
    assert ran.code == 3, ran.said
    assert "The clock says " in ran.said
    assert f"which is before the last entry of the log, of {later:%Y-%m-%d %H:%M:%S} UTC" in ran.said
    assert "set it right" in ran.said
    assert "gestand check --clock-is-right" in ran.said
    assert in_sqlite.state() == before


def test_a_clock_that_is_set_back_in_mid_keep_stops_between_two_actions(
    in_sqlite: Firm, gestand: Call
) -> None:
    in_sqlite.approve(gestand)
    now, told = datetime.now(UTC), []

    def clock() -> datetime:
        told.append(now)
        return now if len(told) < 8 else now - timedelta(minutes=5)

    with pytest.raises(ClockRanBack):
        open_company(in_sqlite.folder, clock).keep(Allowed(WAITING), Mode.POLITE)
    assert in_sqlite.rows(visits) == GONE_VISITS + 2
    assert gestand("keep").code == 0
    closed(in_sqlite, gestand)


def test_after_a_jump_ahead_nothing_is_done_or_written_until_somebody_says_that_the_clock_is_right(
    in_sqlite: Firm, gestand: Call
) -> None:
    gestand("check")
    later = datetime.now(UTC) + timedelta(days=33)
    jumped = open_company(in_sqlite.folder, lambda: later)
    digest = jumped.plan().digest
    before = in_sqlite.state()
    with pytest.raises(ClockRanAhead, match=r"is long after the last entry of the log.*--clock-is-right"):
        jumped.tell(Approve(digest, "an officer", "the first sweep"))
    with pytest.raises(ClockRanAhead):
        jumped.keep(Allowed(WAITING), Mode.POLITE)
    told = [finding for finding in jumped.check().findings if finding.code == "clock-ahead"]
    assert [finding.verdict for finding in told] == [Verdict.CANNOT_TELL]
    assert in_sqlite.state() == before
    jumped.tell(ClockIsRight())
    jumped.tell(Approve(digest, "an officer", "the first sweep"))
    assert jumped.keep(Allowed(100), Mode.POLITE).rows > WAITING
    assert "clock-ahead" not in {finding.code for finding in jumped.check().findings}


@pytest.mark.parametrize("verb", ["check", "keep"])
def test_a_log_that_ran_ahead_is_set_right_in_words_and_still_verifies(
    in_sqlite: Firm, gestand: Call, verb: str
) -> None:
    ahead = datetime.now(UTC) + timedelta(days=1100)
    jumped = open_company(in_sqlite.folder, lambda: ahead)
    jumped.check()
    refused = gestand(verb)
    assert refused.code == 3
    assert "which is before the last entry" in refused.said
    assert gestand(verb, "--clock-is-right").code == 1
    assert gestand(verb).code == 1
    entries = in_sqlite.log(gestand)
    (said,) = [entry for entry in entries if entry["kind"] == "clock"]
    assert said["word"] == "the clock is right"
    assert gestand("log", "--export", "out").code == 0
    assert gestand("verify", "out").code == 0


def test_a_minute_back_is_borne(in_sqlite: Firm, gestand: Call) -> None:
    soon = datetime.now(UTC) + timedelta(seconds=50)
    open_company(in_sqlite.folder, lambda: soon).check()
    assert gestand("check").code == 1


@pytest.fixture
def other_keys(tmp_path: Path) -> Path:
    make_keys(tmp_path / "other", "example.org/test")
    return tmp_path / "other"


def test_a_log_is_not_verified_with_the_key_of_another(
    in_sqlite: Firm, gestand: Call, other_keys: Path
) -> None:
    export = in_sqlite.folder / "export"
    assert gestand("check").code == 1
    assert gestand("log", "--export", str(export)).code == 0
    ran = gestand("verify", str(export), "--key", str(other_keys / "log.vkey"))
    assert ran.code == 1, ran.said
    assert "key" in ran.said


@pytest.mark.parametrize("key", ["*.key", "signing.key", "digest.key"])
def test_with_the_keys_of_another_log_nothing_is_read_or_written(
    in_sqlite: Firm, gestand: Call, other_keys: Path, key: str
) -> None:
    in_sqlite.approve(gestand)
    for file in other_keys.glob(key):
        shutil.copy(file, in_sqlite.folder / ".gestand-keys" / file.name)
    before = (in_sqlite.state(), in_sqlite.written())
    for command in (("check",), ("plan",), ("keep",), ("log",), ("checkpoint",), ("hold",)):
        ran = gestand(*command)
        assert ran.code == 3, command
        assert "These keys are not those of this book, whose log is signed with example.org/test+" in ran.said
        assert "Put back the keys that belong to it." in ran.said
    assert (in_sqlite.state(), in_sqlite.written()) == before
