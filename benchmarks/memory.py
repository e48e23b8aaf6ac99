"""How much a sweep of a million rows makes the client's memory grow."""

import json
import resource
import subprocess
import sys
from pathlib import Path

from benchmarks import messages, promise
from benchmarks.figure import Figure, Section, Size, below
from benchmarks.files import prepared_file
from benchmarks.servers import prepared
from gestand.core.action import Mode, Pace
from gestand.core.predicate import Reading
from gestand.stores.sql import SqlStore

HOW = """\
The largest resident size of a process that counts, sweeps and counts again, less its size after it has connected and
looked at the table: one row in ten of the table is swept."""


def run(size: Size) -> Section:
    """One process of its own for each store."""
    figures: list[Figure] = []
    with prepared("memory", messages.postgresql(size.rows)) as table:
        figures.append(_figure(f"PostgreSQL, {size.past:,} rows swept", table.fresh(), Reading.INSTANT))
    with prepared_file(size.rows) as file:
        url = f"sqlite:///{file.fresh()}"
        figures.append(_figure(f"SQLite, {size.past:,} rows swept", url, Reading.EPOCH_SECONDS))
    return Section("Memory of the client", HOW, tuple(figures))


def _figure(what: str, url: str, read_as: Reading) -> Figure:
    command = [sys.executable, "-m", "benchmarks.memory", url, read_as.name]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    before, after = json.loads(told)
    return below(what, after - before, 60, "MB", f"{before:.0f} MB before")


def _resident() -> float:
    """Megabytes of this process now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def main() -> None:
    """Sweep, and print the megabytes before it and at most."""
    store = SqlStore("messages", sys.argv[1])
    action = promise.planned(store, promise.world(store, Reading[sys.argv[2]]))
    before = _resident()
    for _ in store.perform(action, Pace(Mode.POLITE, action.rows)):
        pass
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    json.dump([before, max(most, before)], sys.stdout)


if __name__ == "__main__":
    main()
