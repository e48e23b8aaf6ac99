"""One case's proof, to hand out: it holds without the book, says nothing of her, and shows a changed letter of it."""

import json
from contextlib import suppress
from itertools import product
from pathlib import Path

import pytest
from tests.requests.company import HER, Club, club
from tests.requests.test_replay import erase

from gestand.evidence.verify import NoteError, key_of, verify_proof


def test_the_proof_of_a_case_holds_and_names_nobody(company: Club, tmp_path: Path) -> None:
    case = erase(company)
    folder = tmp_path / "proof"
    said = company.call("request", "proof", case, "--to", str(folder), "--by", "An officer")
    assert f"verify --proof {folder}" in " ".join(said.split())
    key = str(company.folder / ".gestand-keys" / "log.vkey")
    told = company.call("verify", "--proof", str(folder), "--key", key, "--json")
    entries = [one["entry"] for one in json.loads(told)]
    words = [one.get("word") for one in entries]
    assert words[0] == "received"
    assert words[-2:] == ["closed", "seen"]
    assert {one["kind"] for one in entries} == {"case", "intended", "done"}
    everything = b"".join(file.read_bytes() for file in folder.iterdir())
    for private in (HER, "Ann", "Smit", case, "officer"):
        assert private.encode() not in everything


def proof(company: Club, folder: Path) -> Path:
    """The proof of a whole case of erasure."""
    company.call("request", "proof", erase(company), "--to", str(folder), "--by", "An officer")
    return folder


def test_a_proof_of_which_any_byte_was_changed_does_not_hold(company: Club, tmp_path: Path) -> None:
    """Each bit of each byte: what was written differs is refused, also where it decodes to the same."""
    folder = proof(company, tmp_path / "proof")
    key = key_of(str(company.folder / ".gestand-keys" / "log.vkey"))
    first = sorted(folder.glob("*.proof"))[0]
    whole = first.read_bytes()
    held = []
    for place, bit in product(range(len(whole)), range(8)):
        changed = bytearray(whole)
        changed[place] ^= 1 << bit
        first.write_bytes(changed)
        with suppress(NoteError, UnicodeDecodeError):
            verify_proof(first, key)
            held.append((place, bit))
    assert not held
    first.write_bytes(whole)
    assert verify_proof(first, key)


SIGNED = "\N{EM DASH} example.org/club "
CHANGES = {
    "the entry": (1, "extra ABC", "The entry is not number"),
    "its number": (2, "index ", "The entry is not number"),
    "a hash on the way to the root": (3, "ABC", "The entry is not number"),
    "the name of the log": (-6, "exam", "does not fit the text"),
    "the number of entries": (-5, "", "does not fit the text"),
    "the root": (-4, "ABC", "does not fit the text"),
    "the key of the signature": (-2, SIGNED, "not signed by the key"),
    "the signature": (-2, f"{SIGNED}ABCDEFGHIJ", "does not fit the text"),
}
"""The line of a proof, what stands before the character that is changed, and what is told of it."""


@pytest.mark.parametrize("what", CHANGES)
def test_what_was_changed_in_which_file_is_told(company: Club, tmp_path: Path, what: str) -> None:
    folder = proof(company, tmp_path / "proof")
    line, before, told = CHANGES[what]
    second = sorted(folder.glob("*.proof"))[1]
    lines = second.read_text("utf-8").split("\n")
    at = len(before)
    lines[line] = lines[line][:at] + ("1" if lines[line][at] != "1" else "2") + lines[line][at + 1 :]
    second.write_text("\n".join(lines), "utf-8")
    said = company.run("verify", "--proof", str(folder), code=1)
    assert f"Not proven. {second.name}: " in said
    assert told in said
    assert said.count("Not proven") == 1
    key = str(company.folder / ".gestand-keys" / "log.vkey")
    shown = company.run("verify", "--proof", str(folder), "--key", key, "--json", code=1)
    assert [one["file"] for one in json.loads(shown) if not one["sound"]] == [second.name]


def test_a_checkpoint_that_was_changed_is_told(company: Club, tmp_path: Path) -> None:
    folder = proof(company, tmp_path / "proof")
    checkpoint = folder / "checkpoint"
    lines = checkpoint.read_text("utf-8").split("\n")
    checkpoint.write_text("\n".join([lines[0], str(int(lines[1]) - 1), *lines[2:]]), "utf-8")
    said = company.run("verify", "--proof", str(folder), code=1)
    assert "Not proven. checkpoint: The signature by example.org/club does not fit the text" in said


def test_a_proof_of_another_log_is_told(company: Club, tmp_path: Path) -> None:
    folder = proof(company, tmp_path / "proof")
    with club(
        tmp_path / "other", f"sqlite:///{tmp_path / 'a.db'}", f"sqlite:///{tmp_path / 'b.db'}"
    ) as other:
        key = str(other.folder / ".gestand-keys" / "log.vkey")
        assert "not signed by the key" in company.run("verify", "--proof", str(folder), "--key", key, code=1)


def test_a_folder_that_is_there_already_is_not_written_over(company: Club, tmp_path: Path) -> None:
    case = erase(company)
    assert "Name a folder" in company.run(
        "request", "proof", case, "--to", str(tmp_path), "--by", "An officer", code=3
    )
    assert "holds no proof" in company.run("verify", "--proof", str(tmp_path), code=3)
