"""`gestand demo`: the whole path on a small sample, and commands to go on with that work."""

import shlex
import sys
from pathlib import Path

import pytest
from tests.examples.test_path import SIZES
from tests.path.firm import Call

from gestand.cli.demo import NEXT


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Samples of a hundredth of their size, below a folder of their own with a space in its name."""
    for module, sizes in SIZES.items():
        for size, rows in sizes.items():
            monkeypatch.setattr(module, size, max(2, rows // 10))
    place = tmp_path / "a place"
    place.mkdir()
    monkeypatch.chdir(place)


def test_the_sample_is_found_wanting_kept_checked_and_proved(run: Call) -> None:
    ran = run("demo", "sms-gateway")
    assert (ran.code, ran.err) == (0, "")
    steps = [shlex.split(line)[2] for line in ran.out.splitlines() if line.startswith("$ gestand ")]
    assert steps == ["promises", "check", "plan", "approve", "keep", "check", "log", "verify"]
    sums = [line for line in ran.out.splitlines() if line.startswith("5 promises: ")]
    assert sums == [
        "5 promises: 5 deviations. `gestand plan` shows what to do.",
        "5 promises: 5 kept, as far as checked.",
    ]
    assert "Sound. All 31 entries of sms-gateway.example/gestand are as signed." in ran.out


def test_it_speaks_dutch_when_asked(run: Call) -> None:
    ran = run("demo", "--lang", "nl")
    assert ran.code == 0
    assert "5 beloften: 5 afwijkingen." in ran.out
    assert "5 beloften: 5 nagekomen, voor zover gecontroleerd." in ran.out
    assert "In orde. Alle " in ran.out
    for english in ("promises:", " rows", "Sound", " kept", "erased"):
        assert english not in ran.out, english


def test_the_commands_to_go_on_with_can_be_pasted(run: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = run("demo", "--into", "of mine")
    pasted = [shlex.split(line) for line in ran.out[ran.out.index("Go on with:") :].splitlines()[1:]]
    (folder,) = [words[1] for words in pasted if words[0] == "cd"]
    commands = [words[1:] for words in pasted if words[0] == "gestand"]
    monkeypatch.chdir(folder)
    assert len(commands) == len(NEXT)
    assert [run(*words).code for words in commands] == [0] * len(NEXT)


def test_where_gestand_is_not_found_the_demo_says_how_to_find_it(
    run: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    beside = tmp_path / "my venv" / "bin"
    beside.mkdir(parents=True)
    (beside / "gestand").touch()
    monkeypatch.setattr(sys, "executable", str(beside / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert f"export PATH='{beside}':\"$PATH\"" in run("demo").out


def test_a_sample_that_somebody_changed_is_left_alone(run: Call) -> None:
    folder = Path("sms-gateway")
    folder.mkdir()
    (folder / "statement.yaml").write_text("mine")
    ran = run("demo")
    assert ran.code == 3
    assert "nothing in it was changed" in ran.err
    assert (folder / "statement.yaml").read_text() == "mine"


def test_there_is_no_other_sample(run: Call) -> None:
    assert run("demo", "bakery").code == 3
