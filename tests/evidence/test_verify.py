"""An exported log is sound, or what was done to it is found and named."""

import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, update
from tests.evidence import tampering as t
from tests.evidence.conftest import BEGIN, done

from gestand.book.database import Book
from gestand.core.entry import Entry, Kind
from gestand.core.errors import Tampered, WrongKey
from gestand.evidence import log, tables
from gestand.evidence.export import export, make_checkpoint, prove
from gestand.evidence.keys import Keys
from gestand.evidence.line import to_line
from gestand.evidence.note import NoteError, Signer, open_checkpoint
from gestand.evidence.proof import check_proof, make_proof
from gestand.evidence.tree import inclusion_proof, leaf_hash, roots_over
from gestand.evidence.verify import main, verify

SIZE = 600


@pytest.fixture
def folder(book: Book, keys: Keys, tmp_path: Path) -> Path:
    """The export of a log of 600 entries: three bundles, two levels of tiles."""
    with book.transaction() as connection:
        log.append(connection, [done(number) for number in range(SIZE)])
        export(connection, keys.signer, tmp_path / "export")
    return tmp_path / "export"


def test_a_sound_log_is_called_sound_and_the_reach_is_said(folder: Path, keys: Keys) -> None:
    report = verify(folder, keys.verifier)
    assert report.sound
    assert report.open == ()
    first, *_, last = report.lines()
    assert first == "Sound. All 600 entries of example.org/log are as signed."
    assert last.startswith("What this cannot show: entries that were cut off or rewritten before")


@pytest.mark.parametrize(
    ("tamper", "named"),
    [
        (t.change(300), "Entry 300 was changed."),
        (t.drop(300), "Entry 300 was dropped."),
        (t.drop(599), "Entry 599 was dropped."),
        (t.add(300), "Entry 300 was added."),
        (t.add(600), "Entry 600 was added."),
        (t.swap(3, 400), "Entries 3 and 400 were swapped."),
        (
            t.change_along_with_tile(300),
            "Among entries 256 to 511, something was changed along with its tile.",
        ),
        (t.rewrite_everything, "Entries were rewritten along with every tile over them"),
        (t.change_tile, "The tile tile/0/000 was changed; the entries under it are whole."),
        (t.change_checkpoint, "The checkpoint cannot be trusted."),
        (t.lose_bundle, "Entries 512 to 599 are missing: tile/entries/002.p/88 is gone."),
        (t.cut_bundle, "Entries 0 to 255: tile/entries/000 is cut short."),
        (t.smuggle_file, "The file tile/entries/999 does not belong to this checkpoint"),
    ],
)
def test_tampering_is_found_and_named(folder: Path, keys: Keys, tamper: t.Tampering, named: str) -> None:
    tamper(folder)
    report = verify(folder, keys.verifier)
    assert not report.sound
    assert any(fault.startswith(named) for fault in report.faults), report.faults
    assert next(report.lines()) == "TAMPERED. This log is not what was signed."


def test_every_changed_byte_of_an_export_is_found(book: Book, keys: Keys, tmp_path: Path) -> None:
    with book.transaction() as connection:
        log.append(connection, [done(number) for number in range(3)])
        export(connection, keys.signer, tmp_path / "small")
    for file in [file for file in (tmp_path / "small").rglob("*") if file.is_file()]:
        content = file.read_bytes()
        for at in range(0, len(content), 5):
            file.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
            assert not verify(tmp_path / "small", keys.verifier).sound, (file.name, at)
        file.write_bytes(content)
    assert verify(tmp_path / "small", keys.verifier).sound


def test_a_log_that_grew_continues_its_earlier_checkpoint(book: Book, keys: Keys, folder: Path) -> None:
    earlier = (folder / "checkpoint").read_text(encoding="utf-8")
    with book.transaction() as connection:
        log.append(connection, [done(number) for number in range(SIZE, 1200)])
        export(connection, keys.signer, folder)
    report = verify(folder, keys.verifier, earlier)
    assert report.sound, report.faults
    assert "They begin with the 600 entries of the earlier checkpoint, unchanged." in report.lines()


def test_an_export_written_anew_is_the_same_as_one_that_grew(book: Book, keys: Keys, folder: Path) -> None:
    fresh = folder.with_name("fresh")
    with book.transaction() as connection:
        for size in (601, 767, 768, 1024):
            log.append(connection, [done(number) for number in range(log.size_and_root(connection)[0], size)])
            export(connection, keys.signer, folder)
        export(connection, keys.signer, fresh)
    assert _contents(folder) == _contents(fresh)


def _contents(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}


def test_a_cut_and_a_rewritten_log_are_found_against_an_earlier_checkpoint_alone(
    book: Book, keys: Keys, folder: Path
) -> None:
    earlier = (folder / "checkpoint").read_text(encoding="utf-8")
    for begin, said in ((0, "The log was cut"), (1, "The log was rewritten")):
        size = 500 if begin == 0 else 700
        with book.transaction() as connection:
            connection.execute(delete(tables.entries))
            connection.execute(delete(tables.inner_nodes))
            connection.execute(update(tables.tree_head).values(size=0, frontier=b"", last_at=""))
            log.append(connection, [done(number) for number in range(begin, begin + size)])
            forged = folder.with_name(f"forged-{begin}")
            export(connection, keys.signer, forged)
            with pytest.raises(Tampered, match="this log does not continue"):
                export(connection, keys.signer, folder)
        assert verify(forged, keys.verifier).sound
        assert any(fault.startswith(said) for fault in verify(forged, keys.verifier, earlier).faults)


def test_a_row_changed_in_the_book_is_not_signed(
    book: Book, keys: Keys, tmp_path: Path, folder: Path
) -> None:
    with book.transaction() as connection:
        changed = update(tables.entries).where(tables.entries.c.position == 5)
        connection.execute(changed.values(line=to_line(done(6)), leaf_hash=leaf_hash(to_line(done(6)))))
        with pytest.raises(Tampered, match="changed by hand"):
            export(connection, keys.signer, tmp_path / "new")
    assert not (tmp_path / "new" / "checkpoint").exists()


def test_a_wrong_key_is_told(book: Book, keys: Keys, folder: Path) -> None:
    stranger = Signer("example.org/log", bytes(32))
    assert "not signed by the key" in verify(folder, stranger.verifier).faults[0]
    with pytest.raises(NoteError, match="not signed by the key"):
        verify(folder, keys.verifier, make_other_checkpoint(book, stranger))
    with book.reading() as connection, pytest.raises(WrongKey, match="not of this log"):
        export(connection, stranger, folder)


def make_other_checkpoint(book: Book, signer: Signer) -> str:
    with book.reading() as connection:
        return make_checkpoint(connection, signer)


def test_times_that_run_back_and_lines_of_another_hand_are_named(
    book: Book, keys: Keys, tmp_path: Path
) -> None:
    late = Entry(Kind.CHECKED, BEGIN + timedelta(hours=1))
    with book.transaction() as connection:
        log.append(connection, [done(0), done(1), done(2), done(3)])
        _force(book, keys, tmp_path, [to_line(late), to_line(done(1)), b'{"at":"whenever"}', to_line(late)])
    report = verify(tmp_path / "forced", keys.verifier)
    assert report.faults[0].startswith("Entry 1 is of 2026-01-05T08:00:01.000000Z, more than a minute before")
    assert report.faults[1] == "Entry 2 is not written as an entry of this log."


def _force(book: Book, keys: Keys, tmp_path: Path, lines: list[bytes]) -> None:
    """Export what the log itself would have refused, signed with the true key."""
    from gestand.evidence.note import Checkpoint, sign
    from gestand.evidence.tiles import Builder, Tile, to_bundle

    folder = tmp_path / "forced"

    def write(tile: Tile, content: bytes) -> None:
        (folder / tile.path()).parent.mkdir(parents=True)
        (folder / tile.path()).write_bytes(content)

    builder = Builder(write)
    builder.add(map(leaf_hash, lines))
    builder.finish()
    write(Tile("entries", 0, len(lines)), to_bundle(lines))
    text = Checkpoint("example.org/log", len(lines), builder.root()).to_text()
    (folder / "checkpoint").write_text(sign(text, [keys.signer]), encoding="utf-8")


def test_open_intentions_are_told_and_are_no_tampering(book: Book, keys: Keys, tmp_path: Path) -> None:
    intended = replace(done(0), kind=Kind.INTENDED, action="b" * 64)
    with book.transaction() as connection:
        log.append(connection, [intended, replace(done(1), kind=Kind.INTENDED, action="c" * 64)])
        log.append(connection, [replace(done(2), kind=Kind.DONE, action="b" * 64)])
        export(connection, keys.signer, tmp_path / "export")
    report = verify(tmp_path / "export", keys.verifier)
    assert report.sound
    assert report.open == (1,)


def test_an_empty_log_can_be_exported_and_is_sound(book: Book, keys: Keys, tmp_path: Path) -> None:
    with book.reading() as connection:
        export(connection, keys.signer, tmp_path / "export")
    assert verify(tmp_path / "export", keys.verifier).sound


def test_one_entry_can_be_proven_without_the_others(book: Book, keys: Keys, folder: Path) -> None:
    with book.reading() as connection:
        leaves, checkpoint = list(log.leaf_hashes(connection)), make_checkpoint(connection, keys.signer)
    hashes = inclusion_proof(300, SIZE, roots_over(leaves))
    proof = make_proof(300, to_line(done(300)), hashes, checkpoint)
    proven = check_proof(proof, keys.verifier)
    assert (proven.index, proven.checkpoint) == (300, open_checkpoint(checkpoint, keys.verifier))
    with pytest.raises(NoteError, match="not number 300"):
        check_proof(make_proof(300, to_line(done(301)), hashes, checkpoint), keys.verifier)
    for damaged in (
        "",
        proof.replace("index 300", "index x"),
        proof.replace("v1", "v2"),
        "x\n\n" + checkpoint,
    ):
        with pytest.raises(NoteError, match="no proof"):
            check_proof(damaged, keys.verifier)


def test_the_verifier_runs_alone(folder: Path, keys: Keys, tmp_path: Path) -> None:
    script = (
        "import sys; from gestand.evidence.verify import main; code = main(sys.argv[1:]);"
        "print(sorted(name for name in sys.modules if name.startswith(('gestand.', 'sqlalchemy', 'click'))));"
        "sys.exit(code)"
    )
    asked = [sys.executable, "-c", script, str(folder), "--key", str(tmp_path / "keys" / "log.vkey")]
    ran = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    alone = (
        "",
        ".chosen",
        ".commitment",
        ".differences",
        ".note",
        ".proof",
        ".sense",
        ".tiles",
        ".tree",
        ".verify",
    )
    assert ran.stdout.splitlines()[-1] == str([f"gestand.evidence{name}" for name in alone])
    t.change(3)(folder)
    assert subprocess.run(asked, capture_output=True, check=False).returncode == 1
    shutil.rmtree(folder)
    assert subprocess.run(asked, capture_output=True, check=False).returncode == 3


def test_the_verifier_alone_checks_a_proof_as_well(
    book: Book, keys: Keys, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    proof, key = tmp_path / "300.proof", str(tmp_path / "keys" / "log.vkey")
    with book.reading() as connection:
        proof.write_text(prove(connection, keys.signer, 300))
    assert main([str(proof), "--key", key]) == 0
    said, entry = capsys.readouterr().out.splitlines()
    assert said.startswith("Sound. Entry 300 of example.org/log")
    assert entry.encode() == to_line(done(300))
    proof.write_text(proof.read_text().replace("index 300", "index 299"))
    assert main([str(proof), "--key", key]) == 1
