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
from gestand.core.errors import ClockRanBack
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
    assert f"but the last entry of the log is of {later:%Y-%m-%d %H:%M:%S} UTC" in ran.said
    assert "Set the clock right" in ran.said
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
