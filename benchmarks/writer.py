"""Another program that works in the same table: one row a transaction, an insert and an update in turn.

`python -m benchmarks.writer URL` writes until its standard input closes, and then prints, as JSON, when each
transaction began (monotonic seconds) and how long it took.
"""

import json
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import psycopg

PAUSE = 0.0005
INSERT = "INSERT INTO messages (recipient, body, sent_at) VALUES ({0}, {0}, {0})"
UPDATE = "UPDATE messages SET body = {0} WHERE id = {0}"


@dataclass
class Waits:
    """What the writer saw: moments and seconds of its transactions."""

    seen: list[tuple[float, float]] = field(default_factory=list)

    def between(self, begin: float, end: float) -> list[float]:
        """Seconds of the transactions that overlap with this stretch of monotonic time."""
        return [took for began, took in self.seen if began < end and began + took > begin]


@contextmanager
def writing(url: str) -> Iterator[Waits]:
    """Another process writes during the block; afterwards its waits are known."""
    command = [sys.executable, "-m", "benchmarks.writer", url]
    waits = Waits()
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            yield waits
        finally:
            told, _ = process.communicate()
            waits.seen = [(began, took) for began, took in json.loads(told)]


def main() -> None:
    """Write until standard input closes."""
    table = _open(sys.argv[1])
    over = threading.Event()
    threading.Thread(target=_wait_for_the_end, args=(over,), daemon=True).start()
    print("ready", flush=True)
    seen, number = [], 0
    while not over.is_set():
        number += 1
        began = time.monotonic()
        if number % 2:
            table.execute(INSERT.format(table.mark), ("+31600000000", "nieuw", table.sent))
        else:
            table.execute(UPDATE.format(table.mark), ("gewijzigd", table.newest - number % 1_000))
        seen.append((began, time.monotonic() - began))
        time.sleep(PAUSE)
    json.dump(seen, sys.stdout)


def _wait_for_the_end(over: threading.Event) -> None:
    sys.stdin.read()
    over.set()


@dataclass(frozen=True)
class Opened:
    """The table as the writer's driver sees it; every statement is a transaction."""

    execute: Callable[[str, tuple[object, ...]], object]
    mark: str
    sent: object
    newest: int


def _open(url: str) -> Opened:
    newest = "SELECT max(id), max(sent_at) FROM messages"
    if url.startswith("postgresql"):
        server = psycopg.connect(url, autocommit=True, prepare_threshold=2)
        last, sent = server.execute(newest).fetchone() or (0, None)
        return Opened(lambda said, values: server.execute(said.encode(), values), "%s", sent, last)
    file = sqlite3.connect(url, isolation_level=None, timeout=30)
    last, sent = file.execute(newest).fetchone()
    return Opened(file.execute, "?", sent, last)


if __name__ == "__main__":
    main()
