"""The demo of each smaller sample runs the whole path, and ends as kept."""

from pathlib import Path

import pytest
from tests.examples.test_path import SIZES
from tests.path.firm import Call, Ran

from gestand.cli import main


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Run a command in the current folder, as the tests of the command line do."""

    def call(*arguments: str) -> Ran:
        with pytest.raises(SystemExit) as ended:
            main(list(arguments))
        said = capsys.readouterr()
        return Ran(int(ended.value.code or 0), said.out, said.err)

    return call


@pytest.mark.parametrize(("sample", "promises"), [("software-maker", 7), ("cookie-site", 7), ("shop", 15)])
def test_the_demo_ends_as_kept(
    sample: str, promises: int, run: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module, sizes in SIZES.items():
        for size, rows in sizes.items():
            monkeypatch.setattr(module, size, max(24, rows // 3))
    ran = run("demo", sample, "--into", str(tmp_path))
    assert ran.code == 0
    assert ran.err == ""
    assert f"{promises} promises: {promises} deviations." in ran.out
    assert f"{promises} promises: {promises} kept, as far as checked." in ran.out
    assert f"entries of {sample}.example/gestand are as signed." in ran.out
