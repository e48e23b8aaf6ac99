"""Killed at any moment, every case can be read, and the book, its keys and the log tell the same of it."""

import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from sqlalchemy import text
from tests.wiring.requests import DAY, NOW

from gestand.book.keyring import FILE, Use
from gestand.core.step import Wrote
from gestand.evidence import log
from gestand.evidence.digest import keyed_digest
from gestand.wiring.cases import BookCases
from gestand.wiring.letters import BookOutbox

WRITER = """
import sys
from pathlib import Path
from tests.wiring.requests import AMSTERDAM, CLOCKS, DAY, NOW, STEPS, letter, request
from gestand.book.database import open_book
from gestand.book.keyring import KeyRing
from gestand.evidence.keys import read_keys
from gestand.wiring.cases import BookCases
from gestand.wiring.letters import BookOutbox

book, folder = open_book(sys.argv[1]), Path(sys.argv[2])
cases = BookCases(book, read_keys(folder), KeyRing(folder / sys.argv[3]), AMSTERDAM)
for number in range(int(sys.argv[4]), 1_000_000):
    opened = cases.open_case(request(f"Person {number}"), CLOCKS)
    print(opened.id, 0, flush=True)
    cases.seal(opened.id, "found", b"what was found", NOW)
    for step in STEPS:
        opened = cases.add(opened, step)
        print(opened.id, len(opened.steps), flush=True)
    BookOutbox(cases).queue(opened, *letter(), NOW)
    print(opened.id, len(STEPS) + 1, flush=True)
    cases.destroy_expired(NOW)
"""


def write(cases: BookCases, address: str, begin: int) -> subprocess.Popen[str]:
    where = [address, str(cases.ring.file.parent), FILE, str(begin)]
    root = Path(__file__).parents[2]
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, *where], stdout=subprocess.PIPE, text=True, cwd=root
    )


def kill_after(writer: subprocess.Popen[str], lines: int) -> dict[str, int]:
    """The steps of each case that the writer said it had written."""
    assert writer.stdout is not None
    told = [line for _, line in zip(range(lines), writer.stdout, strict=False)]
    time.sleep(0.01 * (lines % 3))
    writer.kill()
    told += [line for line in writer.stdout if line.endswith("\n")]
    writer.wait()
    writer.stdout.close()
    return {case_id: int(steps) for case_id, steps in (line.split() for line in told)}


_AT_WORK = text(
    "SELECT count(*) FROM pg_stat_activity "
    "WHERE datname = current_database() AND state = 'active' AND pid <> pg_backend_pid()"
)


def wait_for_the_server(cases: BookCases) -> None:
    """A server goes on with the commit that it was given, also when who gave it has died."""
    at_work = cases.book.engine.dialect.name == "postgresql"
    while at_work:
        with cases.book.reading(one_statement=True) as connection:
            at_work = bool(connection.execute(_AT_WORK).scalar())


def test_a_writer_killed_between_steps_leaves_only_whole_ones(cases: BookCases, address: str) -> None:
    for turn, lines in enumerate((3, 7, 11, 17)):
        acknowledged = kill_after(write(cases, address, turn * 1000), lines)
        assert acknowledged
        wait_for_the_server(cases)
        with cases.book.reading() as connection:
            logged = Counter(entry.action for entry in log.read(connection))
        for line in cases.open_cases() + cases.closed_cases():
            case = cases.case(line.id)
            assert len(case.steps) >= acknowledged.get(line.id, 0)
            assert logged[keyed_digest(cases.keys.digest, ("case", line.id))] == 1 + len(case.steps)
            letters = [posting.number for posting in BookOutbox(cases).postings(line.id)]
            assert letters == [wrote.number for wrote in case.all_of(Wrote)]
        assert set(acknowledged) <= {line.id for line in cases.open_cases() + cases.closed_cases()}
    ids = sorted(line.id for line in cases.open_cases() + cases.closed_cases())
    assert ids == [f"2026-{number:04d}" for number in range(1, len(ids) + 1)]


def test_what_a_killed_writer_was_to_destroy_is_destroyed_at_the_next_time(
    cases: BookCases, address: str
) -> None:
    kill_after(write(cases, address, 0), 20)
    cases.destroy_expired(NOW + DAY)
    with cases.book.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM case_payloads")).scalar() == 0
        told = sum(dict(entry.counts).get("cases", 0) for entry in log.read(connection))
    sealed = [
        line.id
        for line in cases.open_cases() + cases.closed_cases()
        if not cases.ring.key(line.id, Use.FOUND)
    ]
    assert told == len(sealed)
