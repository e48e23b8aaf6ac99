"""The log: durable entries a second, and the verifier's time."""

import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.figure import Figure, Section, Size, below, said
from benchmarks.processes import cpu_of_children
from gestand.book.database import Book, open_book
from gestand.core.entry import Entry, Kind
from gestand.evidence import log
from gestand.evidence.export import export
from gestand.evidence.keys import make_keys
from gestand.evidence.line import to_line
from gestand.evidence.tree import root_of

GROUP = 1_000
SHARE = 50
TARGET = 100_000
BEGAN = datetime(2026, 7, 1, tzinfo=UTC)
HOW = """\
The book is a SQLite file, durable at every commit (`synchronous = FULL`). Entries are appended in transactions of
1,000: each is checked against the vocabulary, written as a line and hashed into the tree. By hand: the same lines
and their hashes, written beforehand, inserted into a bare table. Rates are of 50 transactions at a time. The verifier
is a process of its own, start-up included; by hand is the floor, the bare hashes of the tree over the same lines."""


def run(size: Size) -> Section:
    """Needs about 1 GB of room at a million entries."""
    with TemporaryDirectory(prefix="gestand-bench-") as folder:
        return Section("The log", HOW, (_appending(Path(folder), size), _verifying(Path(folder), size)))


def _entries(begin: int) -> list[Entry]:
    return [
        Entry(
            Kind.DONE,
            BEGAN + timedelta(milliseconds=number),
            "retention/recipient-numbers",
            "a" * 64,
            f"{number:064x}",
            (("erased", number), ("left", 0)),
            "logically erased",
        )
        for number in range(begin, begin + GROUP)
    ]


def _appending(folder: Path, size: Size) -> Figure:
    book = open_book(folder / "book.db", create=True)
    by_hand, ours = [], []
    with closing(_bare(folder / "bare.db")) as bare:
        for begin in range(0, size.entries, GROUP):
            new = _entries(begin)
            ours.append(_append(book, new))
            by_hand.append(_insert(bare, begin, new))
    book.close()
    bare_rates, rates = _rates(by_hand), _rates(ours)
    found = f"{median(rates):,.0f} entries/s"
    spread = f"{found} ({min(rates):,.0f} to {max(rates):,.0f})"
    target = f"at least {TARGET:,} entries/s"
    by_hand_found = f"{median(bare_rates):,.0f} entries/s"
    return Figure("durable appends", by_hand_found, spread, found, target, median(rates) >= TARGET)


def _rates(seconds: list[float]) -> list[float]:
    """Entries a second, over shares of so many transactions that each holds checkpoints of SQLite's too."""
    shares = [seconds[at : at + SHARE] for at in range(0, len(seconds), SHARE)]
    return [len(share) * GROUP / sum(share) for share in shares]


def _append(book: Book, new: list[Entry]) -> float:
    began = time.perf_counter()
    with book.transaction() as connection:
        log.append(connection, new)
    return time.perf_counter() - began


def _bare(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE bare (position INTEGER PRIMARY KEY, line BLOB, hash BLOB)")
    return connection


def _insert(bare: sqlite3.Connection, begin: int, new: list[Entry]) -> float:
    lines = [to_line(entry) for entry in new]
    rows = [(number, line, sha256(line).digest()) for number, line in enumerate(lines, begin)]
    began = time.perf_counter()
    bare.execute("BEGIN IMMEDIATE")
    bare.executemany("INSERT INTO bare VALUES (?, ?, ?)", rows)
    bare.execute("COMMIT")
    return time.perf_counter() - began


def _verifying(folder: Path, size: Size) -> Figure:
    keys = make_keys(folder / "keys", "example.org/gestand")
    book = open_book(folder / "book.db")
    with book.reading() as connection:
        export(connection, keys.signer, folder / "export")
        lines = list(log.lines_between(connection, 0, size.entries))
    book.close()
    floors, seconds = [], []
    for _ in range(3):
        floors.append(_floor(lines))
        seconds.append(_verify(folder / "export", str(keys.verifier)))
    limit = 4.0 * max(size.entries, GROUP) / 1_000_000 if size.entries > 100_000 else 4.0
    what = f"verify {size.entries:,} entries, CPU"
    return below(what, median(seconds), limit, "s", f"{said(median(floors))}, hashes alone")


def _floor(lines: list[bytes]) -> float:
    began = time.process_time()
    root_of([sha256(b"\x00" + line).digest() for line in lines])
    return time.process_time() - began


def _verify(folder: Path, key: str) -> float:
    before = cpu_of_children()
    command = [sys.executable, "-m", "gestand.evidence.verify", str(folder), "--key", key]
    subprocess.run(command, check=True, capture_output=True)
    return cpu_of_children() - before
