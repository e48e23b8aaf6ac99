"""What somebody might do to an export: each is a function on its folder."""

import shutil
from collections.abc import Callable
from pathlib import Path

from gestand.evidence.tiles import CHECKPOINT, Builder, Tile, from_bundle, to_bundle
from gestand.evidence.tree import leaf_hash

Tampering = Callable[[Path], None]


def edit_entries(folder: Path, edit: Callable[[list[bytes]], list[bytes]]) -> list[bytes]:
    """Read all entries, edit them, and write them back in bundles of the same names."""
    files = sorted(file for file in (folder / "tile" / "entries").rglob("*") if file.is_file())
    entries = [entry for file in files for entry in from_bundle(file.read_bytes())]
    edited = edit(entries)
    for number, file in enumerate(files):
        last = number == len(files) - 1
        file.write_bytes(to_bundle(edited[number * 256 : None if last else number * 256 + 256]))
    return edited


def editing(edit: Callable[[list[bytes]], list[bytes]]) -> Tampering:
    def tamper(folder: Path) -> None:
        edit_entries(folder, edit)

    return tamper


def change(number: int) -> Tampering:
    def edit(entries: list[bytes]) -> list[bytes]:
        changed = entries[number].replace(b'"deviation"', b'"cannot tell"')
        return [*entries[:number], changed, *entries[number + 1 :]]

    return editing(edit)


def drop(number: int) -> Tampering:
    return editing(lambda all_: all_[:number] + all_[number + 1 :])


def add(number: int) -> Tampering:
    return editing(lambda all_: [*all_[:number], all_[0], *all_[number:]])


def swap(one: int, other: int) -> Tampering:
    def edit(entries: list[bytes]) -> list[bytes]:
        entries[one], entries[other] = entries[other], entries[one]
        return entries

    return editing(edit)


def change_along_with_tile(number: int) -> Tampering:
    """The entry is changed, and its hash in the lowest tile made to fit."""

    def tamper(folder: Path) -> None:
        change(number)(folder)
        entry = edit_entries(folder, lambda entries: entries)[number]
        file = next(f for f in (folder / Tile("0", number // 256).path(), *_partials(folder)) if f.is_file())
        tile, at = bytearray(file.read_bytes()), number % 256 * 32
        tile[at : at + 32] = leaf_hash(entry)
        file.write_bytes(bytes(tile))

    return tamper


def rewrite_everything(folder: Path) -> None:
    """An entry is changed and every tile made to fit; only the checkpoint is left."""
    change(0)(folder)
    entries = edit_entries(folder, lambda entries: entries)

    def write(tile: Tile, content: bytes) -> None:
        (folder / tile.path()).write_bytes(content)

    builder = Builder(write)
    builder.add(leaf_hash(entry) for entry in entries)
    builder.finish()


def change_tile(folder: Path) -> None:
    file = next(file for file in sorted((folder / "tile" / "0").rglob("*")) if file.is_file())
    file.write_bytes(bytes(32) + file.read_bytes()[32:])


def change_checkpoint(folder: Path) -> None:
    file = folder / CHECKPOINT
    lines = file.read_text(encoding="utf-8").split("\n")
    lines[1] = str(int(lines[1]) - 1)
    file.write_text("\n".join(lines), encoding="utf-8")


def lose_bundle(folder: Path) -> None:
    shutil.rmtree(folder / "tile" / "entries")


def cut_bundle(folder: Path) -> None:
    file = next(file for file in sorted((folder / "tile" / "entries").rglob("*")) if file.is_file())
    file.write_bytes(file.read_bytes()[:-1])


def smuggle_file(folder: Path) -> None:
    (folder / "tile" / "entries" / "999").write_bytes(b"")


def _partials(folder: Path) -> list[Path]:
    return sorted(file for file in (folder / "tile" / "0").glob("*.p/*"))
