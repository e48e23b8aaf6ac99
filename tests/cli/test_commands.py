"""The command line as a whole: fast, and clear about what it does not know."""

import os
import resource
import subprocess
import sys

import pytest
from tests.path.firm import Call

from gestand.cli import COMMANDS

HEAVY = {"sqlalchemy", "pydantic", "rich", "cryptography", "ruamel", "alembic"}


def test_help_is_fast_and_loads_nothing_heavy() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "gestand", "--help"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "COLUMNS": "100"},
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert "click" in loaded
    assert not HEAVY & loaded
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 0.25
    assert all(f"  {name} " in done.stdout for name in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str, run: Call) -> None:
    ran = run(command, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage: gestand {command}")


def test_a_slip_of_the_pen_is_understood(run: Call) -> None:
    assert "Did you mean `gestand plan`?" in run("plna").err
    assert "`gestand --help` lists the commands." in run("xyzzy").err
    assert run("plna").code == 3


@pytest.mark.parametrize("command", ["check", "plan", "keep", "hold", "drift", "grants", "log", "checkpoint"])
def test_without_a_company_every_command_says_how_to_begin(
    command: str, run: Call, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(str(tmp_path))
    ran = run(command)
    assert (ran.code, ran.out) == (3, "")
    assert "There is no statement.yaml in" in ran.err
    assert "`gestand init`" in ran.err
