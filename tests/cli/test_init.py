"""`gestand init`: starters, settings, keys and a book; twice is no harm."""

import stat
import tomllib
from pathlib import Path

import pytest
from tests.path.firm import Call

FILES = ("statement.yaml", "datamap.yaml", "gestand.toml")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "my firm"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_written_can_be_read_at_once(language: str, folder: Path, run: Call) -> None:
    ran = run("-C", "my firm", "init", "--lang", language)
    assert ran.code == 0
    assert "`gestand -C 'my firm' promises`" in ran.said
    assert tomllib.loads((folder / "gestand.toml").read_text("utf-8"))["language"] == language
    assert run("-C", "my firm", "promises").code == 0


def test_it_speaks_the_language_of_the_company(folder: Path, run: Call) -> None:
    assert run("-C", "my firm", "init", "--lang", "nl").first == "geschreven   my firm/statement.yaml"
    assert run("-C", "other", "init", "--lang", "en").first == "written  other/statement.yaml"


@pytest.mark.parametrize(
    ("written", "language"), [("\nlanguage: en\n", "en"), ("\nlanguage: nl\n", "nl"), ("", "nl")]
)
def test_a_statement_that_is_there_tells_the_language(
    written: str, language: str, folder: Path, run: Call
) -> None:
    folder.mkdir()
    (folder / "statement.yaml").write_text(f"gestand: statement/1{written}", "utf-8")

    run("-C", "my firm", "init")

    assert tomllib.loads((folder / "gestand.toml").read_text("utf-8"))["language"] == language


def test_settings_say_the_same_in_both_languages(folder: Path, run: Call) -> None:
    run("-C", "dutch", "init", "--lang", "nl", "--log-name", "example.org/log")
    run("-C", "english", "init", "--lang", "en", "--log-name", "example.org/log")
    dutch, english = (
        tomllib.loads((folder.parent / name / "gestand.toml").read_text("utf-8"))
        for name in ("dutch", "english")
    )
    assert dutch.pop("language") != english.pop("language")
    assert dutch == english


def test_keys_are_for_the_keeper_alone(folder: Path, run: Call) -> None:
    run("-C", "my firm", "init")
    keys = folder / ".gestand-keys"
    assert stat.S_IMODE(keys.stat().st_mode) == 0o700
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in keys.iterdir()}
    assert modes.pop("log.vkey") == 0o644
    assert len(modes) == 3
    assert set(modes.values()) == {0o600}
    assert not keys.is_relative_to(folder / ".gestand"), "apart from the book"


def test_a_second_init_leaves_everything_alone(folder: Path, run: Call) -> None:
    run("-C", "my firm", "init", "--lang", "en")
    (folder / "statement.yaml").write_text("mine")
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    ran = run("-C", "my firm", "init", "--lang", "en")
    assert ran.code == 0
    for file in FILES:
        assert f"kept     my firm/{file}" in ran.out
    assert {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()} == before


def test_a_name_that_no_log_can_have_is_refused(folder: Path, run: Call) -> None:
    ran = run("-C", "my firm", "init", "--log-name", "a+b")
    assert ran.code == 3
    assert "a+b" in ran.err
