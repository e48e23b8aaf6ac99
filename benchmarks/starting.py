"""How soon the command is there, how long a check of the sample takes, and what an installation holds."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.figure import Figure, Section, Size, below, said
from benchmarks.processes import cpu_of_children

ROOT = Path(__file__).parent.parent
RUNTIME = ROOT / "constraints" / "runtime.txt"
GESTAND = [sys.executable, "-m", "gestand"]
HOW = """\
Each command is a process of its own, in the environment that `make` sets up, files in the cache. The floor is the
same interpreter with nothing to do. The sample is `gestand demo sms-gateway`, some 300,000 rows in SQLite. Packages
are those that the hashed list of `make demo` installs, gestand itself not counted."""
_MOST_PACKAGES = 40
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""As most people have it: Python keeps what it compiled for the next start."""


def run(size: Size) -> Section:
    """Needs nothing but the project."""
    times = max(3, size.rounds * 2)
    _cpu([*GESTAND, "--help"])
    floor = median(_cpu([sys.executable, "-c", "pass"]) for _ in range(times))
    start = median(_cpu([*GESTAND, "--help"]) for _ in range(times))
    packages = len(re.findall(r"^[A-Za-z0-9][\w.\-]*==", RUNTIME.read_text(encoding="utf-8"), re.MULTILINE))
    figures = (
        below("`gestand --help`, CPU", start, 0.25, "s", f"{said(floor)}, an empty program"),
        _check(times),
        Figure("installed packages", "", str(packages), str(packages), "under 40", packages < _MOST_PACKAGES),
    )
    return Section("Starting", HOW, figures)


def _check(times: int) -> Figure:
    with TemporaryDirectory(prefix="gestand-bench-") as folder:
        written = Path(folder) / "sample"
        subprocess.run(
            [*GESTAND, "demo", "sms-gateway", "--into", str(written)], check=True, capture_output=True
        )
        company = next(found.parent for found in sorted(Path(folder).rglob("statement.yaml")))
        command = [*GESTAND, "-C", str(company), "check"]
        _wall(command)
        before = cpu_of_children()
        seconds = median(_wall(command) for _ in range(times))
        cpu = (cpu_of_children() - before) / times
    found = below("`gestand check` on the sample", seconds, 1, "s")
    return Figure(
        found.what, "", f"{found.gestand} ({said(cpu)} of CPU)", found.found, found.target, found.met
    )


def _cpu(command: list[str]) -> float:
    before = cpu_of_children()
    subprocess.run(command, check=True, capture_output=True, env=_ENVIRONMENT)
    return cpu_of_children() - before


def _wall(command: list[str]) -> float:
    """Exit codes 0 to 2 are verdicts; 3 would be a mistake of ours."""
    began = time.perf_counter()
    code = subprocess.run(command, check=False, capture_output=True, env=_ENVIRONMENT).returncode
    took = time.perf_counter() - began
    if code not in (0, 1, 2):
        raise SystemExit(f"`{' '.join(command[2:])}` ended with {code}")
    return took
