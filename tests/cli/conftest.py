"""A small company in SQLite, and the command line of this process, in its folder or anywhere else."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.path.firm import Call, Firm, Ran, firm

from gestand.cli import main


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Run a command in the current folder: `run("check")`."""
    monkeypatch.setenv("COLUMNS", "100")

    def call(*arguments: str) -> Ran:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main(list(arguments))
        said = capsys.readouterr()
        return Ran(int(ended.value.code or 0), said.out, said.err)

    return call


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A place with the small company in `company`, and its databases; to be copied."""
    place = tmp_path_factory.mktemp("once")
    with firm(place / "company", f"sqlite:///{place / 'portal.db'}"):
        yield place


@pytest.fixture
def company(made_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Firm:
    """The small company, whose people speak Dutch; its folder is the current one."""
    shutil.copytree(made_once, tmp_path, dirs_exist_ok=True)
    folder = tmp_path / "company"
    portal, archive = f"sqlite:///{tmp_path / 'portal.db'}", f"sqlite:///{folder / 'archive.db'}"
    engine, other = (sa.create_engine(one, poolclass=sa.NullPool) for one in (portal, archive))
    made = Firm(folder, engine, other, {"PORTAL_URL": portal, "ARCHIVE_URL": archive})
    for name, value in made.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(folder)
    return made


@pytest.fixture
def gestand(company: Firm, run: Call) -> Call:
    """The command line in the company's folder."""
    return run


@pytest.fixture
def english(company: Firm, gestand: Call) -> Call:
    """The command line in the company's folder, when its people speak English."""
    settings = company.settings.read_text("utf-8")
    company.settings.write_text(settings.replace('language = "nl"', 'language = "en"'), "utf-8")
    return gestand
