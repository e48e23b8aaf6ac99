"""`python -m benchmarks [NAME...]`: measure, print the tables, and write docs/benchmarks.md."""

import argparse
import sys
import time
from importlib import import_module

from benchmarks import page
from benchmarks.figure import Section, Size

NAMES = [
    "postgresql",
    "sqlite",
    "counting",
    "memory",
    "log",
    "starting",
    "reading",
    "rendering",
    "mapping",
    "requests",
    "consent",
    "mariadb",
]
FULL = Size(rows=10_000_000, entries=1_000_000, rounds=5)
QUICK = Size(rows=20_000, entries=2_000, rounds=1)


def main() -> int:
    """Gives 1 when a target was missed at full size."""
    asked = _arguments().parse_args()
    size = QUICK if asked.quick else Size(asked.rows, asked.entries, asked.rounds)
    missed = 0
    for name in asked.names or NAMES:
        began = time.monotonic()
        section: Section = import_module(f"benchmarks.{name}").run(size)
        print(page.table(section))
        print(f"{name} took {time.monotonic() - began:.0f} s\n", flush=True)
        missed += sum(figure.met is False for figure in section.figures)
        if size.rows == FULL.rows and not asked.no_page:
            page.write(name, section, NAMES, page.machine())
    return 1 if missed and not asked.quick else 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(NAMES)}; all unless named")
    parser.add_argument("--rows", type=int, default=FULL.rows, help="rows of the large tables")
    parser.add_argument("--entries", type=int, default=FULL.entries, help="entries of the log")
    parser.add_argument("--rounds", type=int, default=FULL.rounds, help="rounds of every comparison")
    parser.add_argument(
        "--quick", action="store_true", help="tiny tables: shows that it runs, measures nothing"
    )
    parser.add_argument("--no-page", action="store_true", help="print only; other sizes never write the page")
    return parser


if __name__ == "__main__":
    sys.exit(main())
