"""The test vectors of docs/reference/log.md: this log writes them byte for byte, and judges each as they say."""

import json
from pathlib import Path

import pytest

from gestand.book.database import Book
from gestand.evidence import log
from gestand.evidence.export import export
from gestand.evidence.line import from_line
from gestand.evidence.note import parse_signer, parse_verifier
from gestand.evidence.verify import verify

VECTORS = Path(__file__).parents[1] / "vectors" / "log"
EXPECTED: dict[str, str] = json.loads((VECTORS / "expected.json").read_text(encoding="utf-8"))
ENTRIES = (VECTORS / "entries.jsonl").read_bytes().splitlines()


def test_the_log_writes_the_good_vector_byte_for_byte(book: Book, tmp_path: Path) -> None:
    signer = parse_signer((VECTORS / "signing.key").read_text(encoding="ascii").strip())
    with book.transaction() as connection:
        log.append(connection, [from_line(line) for line in ENTRIES])
        export(connection, signer, tmp_path / "good")
    assert _contents(tmp_path / "good") == _contents(VECTORS / "good")


@pytest.mark.parametrize("vector", EXPECTED)
def test_each_vector_is_judged_as_it_says(vector: str) -> None:
    key = parse_verifier((VECTORS / "log.vkey").read_text(encoding="ascii"))
    earlier = (VECTORS / "earlier-checkpoint").read_text(encoding="utf-8")
    report = verify(VECTORS / vector, key, earlier)
    assert EXPECTED[vector] in list(report.lines())
    assert report.sound == (vector == "good")


def test_every_vector_has_an_expected_judgment() -> None:
    assert {folder.name for folder in VECTORS.iterdir() if folder.is_dir()} == set(EXPECTED)


def _contents(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}


@pytest.mark.parametrize("vector", ["changed", "dropped", "swapped"])
def test_damage_to_an_export_is_not_called_rewriting(vector: str) -> None:
    key = parse_verifier((VECTORS / "log.vkey").read_text(encoding="ascii"))
    earlier = (VECTORS / "earlier-checkpoint").read_text(encoding="utf-8")
    assert not any("rewritten" in fault for fault in verify(VECTORS / vector, key, earlier).faults)
