"""SQLite files: one is prepared, every run gets a fresh copy of it."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.messages import BODY, FIRST, SPAN


@dataclass(frozen=True)
class PreparedFile:
    """A filled file to copy from."""

    file: Path

    def fresh(self) -> Path:
        """Throw the last copy away, make a new one, wait until it is on the disk."""
        run = self.file.with_name("run.db")
        for suffix in ("", "-wal", "-shm"):
            Path(f"{run}{suffix}").unlink(missing_ok=True)
        shutil.copyfile(self.file, run)
        os.sync()
        return run


@contextmanager
def prepared_file(rows: int, as_text: bool = False) -> Iterator[PreparedFile]:
    """The table of messages in a file that keeps a write-ahead log, in a folder that is removed in the end.

    Its dates are whole seconds since 1970, or ISO text in UTC.
    """
    kind = "TEXT" if as_text else "INTEGER"
    seconds = f"CAST({FIRST.timestamp()} + n * {SPAN.total_seconds()} / {rows} AS INTEGER)"
    sent = f"datetime({seconds}, 'unixepoch')" if as_text else seconds
    with TemporaryDirectory(prefix="gestand-bench-") as folder:
        file = Path(folder) / "prepared.db"
        with closing(sqlite3.connect(file, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(
                "CREATE TABLE messages (id INTEGER PRIMARY KEY, recipient TEXT NOT NULL, body TEXT NOT NULL, "
                f"sent_at {kind} NOT NULL)"
            )
            connection.execute(
                f"""WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < {rows} - 1)
                INSERT INTO messages SELECT n, '+316' || substr('0000000' || (n * 7919 % 100000000), -8), '{BODY}',
                {sent} FROM numbers"""
            )
            connection.execute("CREATE INDEX messages_by_date ON messages (sent_at)")
            connection.execute("ANALYZE")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        yield PreparedFile(file)
