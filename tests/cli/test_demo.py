"""`gestand demo`: the whole path on a small sample, and commands to go on with that work."""

import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from tests.examples.test_path import SIZES
from tests.path.firm import Call

from gestand.cli import gestand
from gestand.cli.demo import NEXT, Walk


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with a space in its name, below which samples are a hundredth of their size."""
    place = tmp_path_factory.mktemp("demo") / "a place"
    place.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        for module, sizes in SIZES.items():
            for size, rows in sizes.items():
                patch.setattr(module, size, max(2, rows // 10))
        yield place


@pytest.fixture(scope="module")
def walked(place: Path) -> Result:
    """What the demo says, in English."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        return CliRunner().invoke(gestand, ["demo", "--into", "of mine"])


def test_a_sample_can_be_written_with_every_step_left_to_the_reader(place: Path) -> None:
    ran = CliRunner().invoke(gestand, ["demo", "--no-walk", "--into", str(place / "untrodden")])
    assert ran.exit_code == 0
    assert [line for line in ran.output.splitlines() if line.startswith("$ gestand ")] == []
    assert (place / "untrodden" / "sms-gateway" / "published.html").exists()


def test_the_sample_is_found_wanting_kept_checked_and_proved(walked: Result) -> None:
    assert walked.exception is None
    assert walked.stderr == ""
    lines = walked.output.splitlines()
    steps = [shlex.split(line)[2] for line in lines if line.startswith("$ gestand ")]
    assert steps == ["promises", "check", "plan", "approve", "keep", "check", "log", "verify"]
    sums = [line for line in lines if line.startswith("5 promises: ")]
    assert sums == [
        "5 promises: 5 deviations. `gestand plan` shows what to do.",
        "5 promises: 5 kept, as far as checked.",
    ]
    planned = next(line for line in lines if line.startswith("Plan ")).rpartition(" · ")[2]
    assert f"{planned} logically erased. Every action is in the log." in lines
    assert "entries of sms-gateway.example/gestand are as signed." in walked.output


def test_the_commands_to_go_on_with_can_be_pasted(
    walked: Result, run: Call, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = walked.output[walked.output.index("Go on with:") :].splitlines()[1:]
    pasted = [shlex.split(line) for line in lines]
    (folder,) = [words[1] for words in pasted if words[0] == "cd"]
    commands = [words[1:] for words in pasted if words[0] == "gestand"]
    monkeypatch.chdir(place / folder)
    assert len(commands) == len(NEXT)
    codes = {" ".join(words): run(*words).code for words in commands}
    assert set(codes.values()) == {0}


def test_where_gestand_is_not_found_the_demo_says_how_to_find_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    beside = tmp_path / "my venv" / "bin"
    beside.mkdir(parents=True)
    (beside / "gestand").touch()
    monkeypatch.setattr(sys, "executable", str(beside / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    Walk(click.Context(gestand), "en").go_on(Path("of mine"), 3)
    said = capsys.readouterr().out
    assert f"  export PATH='{beside}':\"$PATH\"\n  cd 'of mine'\n" in said


def test_it_speaks_dutch_when_asked(run: Call, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place)
    ran = run("demo", "--lang", "nl")
    assert ran.code == 0
    assert "5 beloften: 5 afwijkingen." in ran.out
    assert "5 beloften: 5 nagekomen, voor zover gecontroleerd." in ran.out
    assert "In orde. Alle " in ran.out
    for english in ("promises:", " rows", "Sound", " kept", "erased"):
        assert english not in ran.out, english


def test_a_sample_that_somebody_changed_is_left_alone(
    run: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = Path("sms-gateway")
    folder.mkdir()
    (folder / "statement.yaml").write_text("mine")
    ran = run("demo")
    assert ran.code == 3
    assert "nothing in it was changed" in ran.err
    assert (folder / "statement.yaml").read_text() == "mine"


def test_there_is_no_other_sample(run: Call) -> None:
    assert run("demo", "bakery").code == 3
