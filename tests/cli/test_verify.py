"""`gestand verify`: sound, or what was done to the log; with the public key alone."""

from pathlib import Path

import pytest
from tests.path.firm import Call, Firm


@pytest.fixture
def export(company: Firm, gestand: Call) -> Path:
    """The log of a check, as files."""
    assert gestand("check").code == 1
    assert gestand("log", "--export", "export").code == 0
    return company.folder / "export"


def entries(export: Path) -> Path:
    (file,) = [file for file in (export / "tile" / "entries").rglob("*") if file.is_file()]
    return file


def spoil(export: Path) -> None:
    """Change one figure in one entry."""
    content = entries(export).read_bytes()
    at = content.index(b'"deviation":40') + len(b'"deviation":')
    entries(export).write_bytes(content[:at] + b"1" + content[at + 1 :])


def test_a_sound_log_ends_in_0_and_says_what_this_cannot_show(english: Call, export: Path) -> None:
    ran = english("verify", str(export))
    assert ran.code == 0
    assert ran.first == "Sound. All 5 entries of example.org/test are as signed."
    assert "Whoever kept an earlier checkpoint can: `gestand verify EXPORT --since CHECKPOINT`" in ran.out


def test_one_changed_figure_ends_in_1_and_is_named(english: Call, export: Path) -> None:
    spoil(export)
    ran = english("verify", str(export))
    assert ran.code == 1
    assert ran.first == "TAMPERED. This log is not what was signed."
    assert "Entry 1 was changed." in ran.said


def test_the_company_s_language_is_spoken_or_the_one_asked_for(gestand: Call, export: Path) -> None:
    assert gestand("verify", str(export)).first.startswith("In orde. Alle 5 regels van example.org/test")
    assert gestand("verify", str(export), "--lang", "en").first.startswith("Sound. All 5 entries")
    spoil(export)
    assert gestand("verify", str(export)).first == "GEKNOEID. Dit logboek is niet wat ondertekend is."


def test_a_later_log_begins_with_the_entries_of_an_earlier_checkpoint(
    company: Firm, english: Call, export: Path
) -> None:
    earlier = company.folder / "earlier"
    earlier.write_text(english("checkpoint").out)
    english("check")
    english("log", "--export", str(export))
    ran = english("verify", str(export), "--since", str(earlier))
    assert ran.code == 0
    assert "They begin with the 5 entries of the earlier checkpoint, unchanged." in ran.out


def test_a_log_that_was_cut_since_is_found(company: Firm, english: Call, export: Path) -> None:
    english("check")
    later = company.folder / "later"
    later.write_text(english("checkpoint").out)
    ran = english("verify", str(export), "--since", str(later))
    assert ran.code == 1
    assert "The log was cut" in ran.said


def test_json_says_the_same(gestand: Call, export: Path) -> None:
    told = gestand("verify", str(export), "--json").json()
    assert told == {
        "sound": True,
        "origin": "example.org/test",
        "entries": 5,
        "since": None,
        "faults": [],
        "open": [],
    }
    spoil(export)
    ran = gestand("verify", str(export), "--json")
    assert ran.code == 1
    assert ran.json()["sound"] is False
    assert ran.json()["faults"]


def test_others_verify_with_the_public_key_and_no_company(
    company: Firm, run: Call, export: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    key = (company.folder / ".gestand-keys" / "log.vkey").read_text().strip()
    assert run("verify", str(export), "--key", key).code == 0
    assert run("verify", str(export), "--key", str(company.folder / ".gestand-keys" / "log.vkey")).code == 0


def test_without_any_key_the_way_out_is_told(
    run: Call, export: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("verify", str(export))
    assert (ran.code, ran.out) == (3, "")
    assert "There is no public key .gestand-keys/log.vkey." in ran.err
    assert "--key FILE" in ran.err


@pytest.mark.parametrize("key", ["nonsense", "a+b+c"])
def test_what_is_no_key_is_refused(key: str, gestand: Call, export: Path) -> None:
    ran = gestand("verify", str(export), "--key", key)
    assert ran.code == 3
    assert "Nothing was verified." in ran.err
