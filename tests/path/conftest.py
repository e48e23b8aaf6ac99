"""A small company over each engine, and the same command line in this process for what needs no other."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.path.firm import MARK, Call, Firm, Ran, firm

from gestand.cli import main

ENGINES = ("sqlite", "postgresql", "mariadb")


@pytest.fixture(params=ENGINES)
def company(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Firm]:
    """The company over each of the engines."""
    sqlite = f"sqlite:///{tmp_path / 'portal.db'}"
    url = sqlite if request.param == "sqlite" else request.getfixturevalue(request.param)
    with firm(tmp_path / "company", url) as made:
        yield made
        _says_nothing_personal(made)


@pytest.fixture
def in_sqlite(tmp_path: Path) -> Iterator[Firm]:
    """The company over SQLite, for what is the same with any engine."""
    with firm(tmp_path / "company", f"sqlite:///{tmp_path / 'portal.db'}") as made:
        yield made
        _says_nothing_personal(made)


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[[Firm], Call]:
    """The command line within this process, in the company's folder: `call(company)("check")`."""
    monkeypatch.setenv("COLUMNS", "110")

    def of(made: Firm) -> Call:
        monkeypatch.chdir(made.folder)
        for name, value in made.environment.items():
            monkeypatch.setenv(name, value)

        def run(*arguments: str) -> Ran:
            capsys.readouterr()
            with pytest.raises(SystemExit) as ended:
                main(list(arguments))
            said = capsys.readouterr()
            made.everything += [said.out, said.err]
            return Ran(int(ended.value.code or 0), said.out, said.err)

        return run

    return of


def _says_nothing_personal(made: Firm) -> None:
    """Of every test: no output, no entry of the log and no file of the book held a value out of a database."""
    assert MARK not in "".join(made.everything)
    for file in made.folder.rglob("*"):
        if file.is_file() and file.name != "archive.db":
            assert MARK.encode() not in file.read_bytes(), file
