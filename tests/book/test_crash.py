"""Killed at any moment, or written by two at once, the book opens and its log is one sound tree."""

import subprocess
import sys
import time
from pathlib import Path

from gestand.book.database import Book, open_book
from gestand.evidence import log
from gestand.evidence.line import to_line
from gestand.evidence.tree import leaf_hash, root_of

WRITER = """
import sys
from datetime import UTC, datetime, timedelta
from gestand.book import kept
from gestand.book.database import open_book
from gestand.clock.term import Period, Term
from gestand.core.promise import Limit
from gestand.core.entry import Entry, Kind
from gestand.evidence import log

RULE = Limit(Term(Period(days=7)), "message-sent")
book, times = open_book(sys.argv[1]), int(sys.argv[2])
for number in range(times):
    at = datetime(2026, 1, 1, tzinfo=UTC)
    with book.transaction() as connection:
        size = log.append(connection, [Entry(Kind.CHECKED, at, counts=(("rows", one),)) for one in range(7)]).tree.size
        kept.put(connection, kept.Swept("retention/numbers", "", RULE, str(size), at))
    print(number, flush=True)
"""


def write(address: str, times: int) -> subprocess.Popen[str]:
    asked = [sys.executable, "-c", WRITER, address, str(times)]
    return subprocess.Popen(asked, stdout=subprocess.PIPE, text=True)


def sound_size(book: Book) -> int:
    """The size of the log, after seeing that entries, tree head and the rest of the book agree."""
    with book.reading() as connection:
        entries = list(log.read(connection))
        swept = connection.exec_driver_sql("SELECT statement_digest FROM kept").scalar()
        size, root = log.size_and_root(connection)
        assert root == root_of(leaf_hash(to_line(entry)) for entry in entries)
        assert root == root_of(log.leaf_hashes(connection))
    assert size == len(entries) == int(swept or 0)
    return size


def test_a_writer_killed_in_the_middle_leaves_nothing_half_written(book: Book, address: str) -> None:
    before = 0
    for _ in range(4):
        writer = write(address, 1_000_000)
        assert writer.stdout is not None
        acknowledged = sum(1 for _ in zip(range(5), writer.stdout, strict=False))
        time.sleep(0.02)
        writer.kill()
        acknowledged += sum(1 for line in writer.stdout if line.endswith("\n"))
        writer.wait()
        writer.stdout.close()
        book.close()
        after = sound_size(book)
        assert after % 7 == 0
        assert after >= before + 7 * acknowledged
        before = after


def test_two_writers_at_once_make_one_tree_of_all_entries(book: Book, address: str) -> None:
    writers = [write(address, 30), write(address, 30)]
    assert [writer.communicate() and writer.returncode for writer in writers] == [0, 0]
    assert sound_size(book) == 2 * 30 * 7


def test_a_copy_of_the_book_opens_elsewhere(tmp_path: Path) -> None:
    open_book(tmp_path / "book.sqlite", create=True).close()
    copy = tmp_path / "copy.sqlite"
    copy.touch(mode=0o600)
    copy.write_bytes((tmp_path / "book.sqlite").read_bytes())
    opened = open_book(copy)
    assert sound_size(opened) == 0
    opened.close()
