"""docs/benchmarks.md: one part for each benchmark; a run replaces the parts that it measured."""

import os
import platform
import re
import sqlite3
from pathlib import Path

import sqlalchemy

from benchmarks import servers
from benchmarks.figure import Figure, Section

PAGE = Path(__file__).parent.parent / "docs" / "benchmarks.md"
HEAD = """\
# Benchmarks

Written by `make bench`. Every figure stands beside hand-written code, or a floor, from the same run; where there is a
spread, it is the median of several rounds (fastest to slowest), both sides in turn. Compare within a table: another
machine gives other seconds, and much the same ratios.

"""
_COLUMNS = "| what | by hand | gestand | found | target | met |\n|---|---|---|---|---|---|\n"


def table(section: Section) -> str:
    """The section as Markdown."""
    lines = "".join(map(_line, section.figures))
    return f"## {section.title}\n\n{section.how}\n" + (f"\n{_COLUMNS}{lines}" if lines else "")


def _line(figure: Figure) -> str:
    met = {True: "yes", False: "**no**", None: ""}[figure.met]
    cells = (figure.what, figure.by_hand, figure.gestand, figure.found, figure.target, met)
    return f"| {' | '.join(cells)} |\n"


def write(name: str, section: Section, names: list[str], measured_on: str) -> None:
    """Put the section in its place on the page, and say what it was measured on."""
    old = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    parts = dict(re.findall(r"<!-- begin (\w+) -->\n(.*?)<!-- end -->\n", old, re.DOTALL))
    parts[name] = f"{table(section)}\nMeasured on {measured_on}.\n"
    inside = (f"<!-- begin {one} -->\n{parts[one]}<!-- end -->\n" for one in names if one in parts)
    PAGE.write_text(HEAD + "\n".join(inside), encoding="utf-8")


def machine() -> str:
    """The machine in neutral words, and what it ran with: no name of it, no path."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    hardware = (
        f"{os.cpu_count()} cores, {memory:.0f} GB of memory, {platform.system()} ({platform.machine()})"
    )
    ours = [f"Python {platform.python_version()}", f"SQLAlchemy {sqlalchemy.__version__}"]
    return "; ".join([hardware, *ours, f"SQLite {sqlite3.sqlite_version}", servers.version()])
