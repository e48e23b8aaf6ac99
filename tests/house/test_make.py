"""The recipes: CI runs what people run, and installs only what is pinned."""

import re
import subprocess

from tests.house.repository import ROOT


def test_make_has_the_recipes_that_the_docs_name() -> None:
    makefile = (ROOT / "Makefile").read_text()

    for target in ("demo", "test", "check", "bench", "docs"):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_ci_runs_the_recipes_and_is_sound_bash() -> None:
    script = ROOT / ".ci" / "run"

    assert "set -euo pipefail" in script.read_text()
    assert "make check" in script.read_text()
    assert "make test" in script.read_text()
    assert subprocess.run(["bash", "-n", str(script)], check=False).returncode == 0


def test_every_install_asks_for_hashes_or_for_nothing_from_outside() -> None:
    installs = [line for line in (ROOT / "Makefile").read_text().splitlines() if "$(PIP) " in line]

    assert len(installs) == 4
    for line in installs:
        assert "--require-hashes" in line or "--no-deps --no-build-isolation" in line
