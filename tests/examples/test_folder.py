"""A sample is written whole, and never over anything that is not an untouched sample."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from gestand.core.errors import SampleError
from gestand.examples import SAMPLES, database_url, folder, write_sample
from gestand.examples.folder import Sample

TODAY = date(2026, 11, 22)


def small(database: Path, today: date) -> None:
    database.write_text(f"rows of {today}")


@pytest.fixture(autouse=True)
def small_databases(monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder is what is tested here; a database of one line will do."""
    for name, sample in folder._SAMPLES.items():
        monkeypatch.setitem(folder._SAMPLES, name, Sample(sample.package, sample.database, small))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_has_a_statement_a_data_map_settings_and_a_database(name: str, tmp_path: Path) -> None:
    written = write_sample(name, tmp_path / "new", TODAY)
    assert written == tmp_path / "new" / name
    database = Path(database_url(name, written).removeprefix("sqlite:///"))
    expected = {"statement.yaml", "datamap.yaml", "gestand.toml", database.name}
    assert {file.name for file in written.iterdir()} - {"published.html"} == expected
    assert database.read_text() == "rows of 2026-11-22"


def test_one_sample_has_the_page_that_stood_on_its_website_before(tmp_path: Path) -> None:
    page = write_sample("sms-gateway", tmp_path, TODAY) / "published.html"
    assert "Privacy statement | Berichtpoort" in page.read_text("utf-8")


@pytest.mark.parametrize("name", SAMPLES)
def test_the_settings_name_the_database_that_the_data_map_asks_for(name: str, tmp_path: Path) -> None:
    written = write_sample(name, tmp_path, TODAY, "en")
    settings = tomllib.loads((written / "gestand.toml").read_text("utf-8"))
    ((variable, address),) = settings["addresses"].items()
    assert f"url: ${variable} " in (written / "datamap.yaml").read_text("utf-8")
    assert (written / address.removeprefix("sqlite:///")).exists()
    assert settings["language"] == "en"
    assert settings["limits"] == {"at most": 10_000}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_untouched_sample_is_written_anew_without_its_old_book(language: str, tmp_path: Path) -> None:
    written = write_sample("sms-gateway", tmp_path, TODAY, "en" if language == "en" else "nl")
    (written / ".gestand").mkdir()
    (written / ".gestand" / "book.db").write_text("old")
    (written / ".gestand-keys").mkdir()
    (written / "portal.db-wal").write_text("old")
    (written / "notes.txt").write_text("mine")
    write_sample("sms-gateway", tmp_path, date(2027, 1, 1))
    left = {file.name for file in written.iterdir()}
    assert left == {
        "statement.yaml",
        "datamap.yaml",
        "gestand.toml",
        "published.html",
        "portal.db",
        "notes.txt",
    }
    assert (written / "portal.db").read_text() == "rows of 2027-01-01"


@pytest.mark.parametrize("edited", ["statement.yaml", "datamap.yaml", "gestand.toml"])
def test_a_sample_that_was_edited_is_left_alone(edited: str, tmp_path: Path) -> None:
    written = write_sample("sms-gateway", tmp_path, TODAY)
    (written / ".gestand").mkdir()
    with (written / edited).open("a", encoding="utf-8") as file:
        file.write("# ours now\n")
    before = {file.name: file.stat().st_mtime_ns for file in written.iterdir()}
    with pytest.raises(SampleError, match="no untouched sample of gestand, and nothing in it was changed"):
        write_sample("sms-gateway", tmp_path, date(2027, 1, 1))
    assert {file.name: file.stat().st_mtime_ns for file in written.iterdir()} == before


def test_a_folder_with_anything_else_in_it_is_left_alone(tmp_path: Path) -> None:
    theirs = tmp_path / "sms-gateway"
    theirs.mkdir()
    (theirs / "portal.db").write_text("the real one")
    with pytest.raises(SampleError, match="--into"):
        write_sample("sms-gateway", tmp_path, TODAY)
    assert [file.read_text() for file in theirs.iterdir()] == ["the real one"]


def test_another_sample_in_the_folder_counts_as_something_else(tmp_path: Path) -> None:
    write_sample("uptime-monitor", tmp_path, TODAY).rename(tmp_path / "sms-gateway")
    with pytest.raises(SampleError):
        write_sample("sms-gateway", tmp_path, TODAY)


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "sms-gateway").mkdir()
    assert (write_sample("sms-gateway", tmp_path, TODAY) / "statement.yaml").exists()


def test_a_file_of_that_name_is_told(tmp_path: Path) -> None:
    (tmp_path / "sms-gateway").write_text("a file")
    with pytest.raises(SampleError, match="is a file"):
        write_sample("sms-gateway", tmp_path, TODAY)


def test_a_name_that_is_no_sample_is_told_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(SampleError, match="no sample `shoe-shop`; there is sms-gateway, uptime-monitor"):
        write_sample("shoe-shop", tmp_path, TODAY)
