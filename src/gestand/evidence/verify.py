"""Checks an exported log with the public key alone: `python -m gestand.evidence.verify EXPORT --key VKEY`.

Stands alone: the standard library, an Ed25519 check, and the files beside this one that need no more.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from gestand.evidence.chosen import Chosen, check_choices, is_bundle
from gestand.evidence.differences import MOST_NAMED, name_differences, name_ranges
from gestand.evidence.note import Checkpoint, NoteError, Verifier, open_checkpoint, parse_verifier
from gestand.evidence.proof import Proven, check_proof
from gestand.evidence.sense import Sense
from gestand.evidence.tiles import CHECKPOINT, Builder, Tile, bundles, from_bundle, hashes_of
from gestand.evidence.tree import root_of

__all__ = [
    "MOST_NAMED",
    "Chosen",
    "NoteError",
    "Proven",
    "Report",
    "key_of",
    "main",
    "verify",
    "verify_any_proof",
    "verify_checkpoint",
    "verify_proof",
]

KEPT_TO, TAMPERED, USAGE = 0, 1, 3

CANNOT_SHOW = (
    "What this cannot show: entries that were cut off or rewritten before this checkpoint was signed. "
    "Whoever kept an earlier checkpoint can: gestand verify EXPORT --since CHECKPOINT"
)
COULD_SHOW = (
    "What this cannot show: entries that were cut off or rewritten before the earlier checkpoint was signed, "
    "and things that were done but never logged."
)


@dataclass(frozen=True)
class Report:
    """What was found. `faults` are sentences, none in a sound log; `open` are numbers of entries, from zero:
    intentions that nothing was logged after as done or failed, which is no tampering."""

    checkpoint: Checkpoint | None
    faults: tuple[str, ...]
    open: tuple[int, ...] = ()
    since: Checkpoint | None = None

    @property
    def sound(self) -> bool:
        return not self.faults

    def lines(self) -> Iterator[str]:
        """The report as people read it."""
        if self.faults:
            yield "TAMPERED. This log is not what was signed."
            yield from (f"  {fault}" for fault in self.faults)
        elif self.checkpoint:
            yield f"Sound. All {self.checkpoint.size:,} entries of {self.checkpoint.origin} are as signed."
            if self.since:
                yield f"They begin with the {self.since.size:,} entries of the earlier checkpoint, unchanged."
        for number in self.open[:MOST_NAMED]:
            yield f"Entry {number} intends an action, and nothing tells how it ended: it runs, or was cut off."
        yield COULD_SHOW if self.since else CANNOT_SHOW


def verify(folder: Path, key: Verifier, since: str | None = None) -> Report:
    """Check an export, and with `since` that it continues an earlier checkpoint, given as its signed text.

    Raises NoteError when `since` is not a checkpoint signed by this key, OSError when there is no export.
    """
    earlier = None if since is None else open_checkpoint(since, key)
    signed = (folder / CHECKPOINT).read_bytes()
    try:
        checkpoint = open_checkpoint(signed.decode(), key)
    except (NoteError, UnicodeDecodeError) as error:
        return Report(None, (f"The checkpoint cannot be trusted. {error}",), since=earlier)
    found = _read(folder, checkpoint.size)
    faults = [*found.faults, *_compare(folder, checkpoint, found.leaves), *found.sense.faults]
    if earlier is not None:
        faults += _compare_earlier(folder, earlier, checkpoint, found.leaves)
    faults += _strangers(folder, checkpoint.size)
    return Report(checkpoint, tuple(faults), tuple(found.sense.open.values()), earlier)


@dataclass(frozen=True)
class Found:
    """The leaf hashes of the entries as they lie in the export, and what was wrong in reading them."""

    leaves: list[bytes]
    faults: list[str]
    sense: Sense


def _read(folder: Path, size: int) -> Found:
    found = Found([], [], Sense())
    hashed = sha256
    for tile in bundles(size):
        first = tile.index * 256
        try:
            entries = from_bundle((folder / tile.path()).read_bytes())
        except FileNotFoundError:
            found.faults.append(
                f"Entries {first} to {first + tile.width - 1} are missing: {tile.path()} is gone."
            )
            continue
        except ValueError:
            found.faults.append(f"Entries {first} to {first + tile.width - 1}: {tile.path()} is cut short.")
            continue
        found.leaves.extend([hashed(b"\x00" + entry).digest() for entry in entries])
        found.sense.read(entries)
    return found


def _compare(folder: Path, checkpoint: Checkpoint, leaves: list[bytes]) -> Iterator[str]:
    """Sentences on what does not fit: entries, tiles, or the checkpoint itself."""
    computed: dict[str, bytes] = {}
    builder = Builder(lambda tile, content: computed.update({tile.path(): content}))
    builder.add(leaves)
    builder.finish()
    if (builder.size, builder.root()) == (checkpoint.size, checkpoint.root):
        yield from _compare_tiles(folder, computed)
        return
    stored = _stored(folder, checkpoint.size)
    if root_of(stored[0]) == checkpoint.root and len(stored[0]) == checkpoint.size:
        yield from name_differences(stored[0], leaves)
    elif len(leaves) == checkpoint.size:
        yield from _rewritten(stored, leaves)
    else:
        yield f"The checkpoint is of {checkpoint.size:,} entries, and {len(leaves):,} are here."


def _rewritten(stored: dict[int, list[bytes]], leaves: list[bytes]) -> Iterator[str]:
    levels: dict[int, list[bytes]] = {0: leaves}
    builder = Builder(lambda tile, content: levels.setdefault(int(tile.level), []).extend(hashes_of(content)))
    del levels[0]
    builder.add(leaves)
    builder.finish()
    named = list(name_ranges(stored, levels))
    yield from named
    if not named:
        yield "Entries were rewritten along with every tile over them: only the checkpoint tells, not which entry."


def _compare_tiles(folder: Path, computed: dict[str, bytes]) -> Iterator[str]:
    for path, content in computed.items():
        file = folder / path
        if not file.exists():
            yield f"The tile {path} is missing; the entries under it are whole."
        elif file.read_bytes() != content:
            yield f"The tile {path} was changed; the entries under it are whole."


def _stored(folder: Path, size: int) -> dict[int, list[bytes]]:
    """The hashes of every level as they lie in the export; where a tile is missing, empty ones."""
    levels: dict[int, list[bytes]] = {}
    for tile in _tiles(size):
        file = folder / tile.path()
        hashes = hashes_of(file.read_bytes()) if file.exists() else []
        whole = hashes[: tile.width] + [b""] * (tile.width - len(hashes))
        levels.setdefault(int(tile.level), []).extend(whole)
    return levels or {0: []}


def _tiles(size: int) -> Iterator[Tile]:
    level, count = 0, size
    while count:
        for tile in bundles(count):
            yield Tile(str(level), tile.index, tile.width)
        level, count = level + 1, count // 256


def _compare_earlier(
    folder: Path, earlier: Checkpoint, now: Checkpoint, leaves: list[bytes]
) -> Iterator[str]:
    """What was signed now against what was signed then; damage to the export alone is no rewriting."""
    if root_of(leaves) != now.root and root_of(stored := _stored(folder, now.size)[0]) == now.root:
        leaves = stored
    if earlier.size > now.size:
        yield f"The log was cut: the earlier checkpoint is of {earlier.size:,} entries, this one of {now.size:,}."
    elif root_of(leaves[: earlier.size]) != earlier.root:
        yield (
            f"The log was rewritten: its first {earlier.size:,} entries are not those of the earlier checkpoint, "
            f"whose root was {earlier.root.hex()}."
        )


def _strangers(folder: Path, size: int) -> Iterator[str]:
    """Files below `tile` that no log of this size has: entries added beside the checkpoint hide there."""
    expected = {tile.path() for tile in (*bundles(size), *_tiles(size))}
    strangers = sorted(
        path
        for file in (folder / "tile").rglob("*")
        if file.is_file() and (path := file.relative_to(folder).as_posix()) not in expected
    )
    for path in strangers[:MOST_NAMED]:
        yield f"The file {path} does not belong to this checkpoint: it was added, or is left from a cut log."


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; returns 0 for a sound log, 1 for tampering, 3 when it was called wrongly."""
    parser = argparse.ArgumentParser(prog="gestand.evidence.verify", description=verify.__doc__)
    parser.add_argument("export", type=Path, help="the folder of the export, or the proof of one entry")
    parser.add_argument("--key", required=True, help="the public key, name+hash+base64, or a file with it")
    parser.add_argument("--since", type=Path, help="an earlier checkpoint, held elsewhere")
    asked = parser.parse_args(arguments)
    try:
        key = key_of(asked.key)
        if asked.export.is_file():
            return _main_of_proof(asked.export, key)
        report = verify(asked.export, key, asked.since and asked.since.read_text("utf-8"))
    except (NoteError, OSError, UnicodeDecodeError) as error:
        sys.stderr.write(f"{error}\n")
        return USAGE
    sys.stdout.writelines(f"{line}\n" for line in report.lines())
    return KEPT_TO if report.sound else TAMPERED


def _main_of_proof(file: Path, key: Verifier) -> int:
    try:
        lines = verify_any_proof(file, key).lines
    except (NoteError, UnicodeDecodeError) as error:
        sys.stdout.write(f"Not proven. {error}\n")
        return TAMPERED
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return KEPT_TO


def verify_proof(file: Path, key: Verifier) -> Proven:
    """The entry that a proof file shows to be in a log. Raises NoteError when it shows nothing, or OSError."""
    return check_proof(file.read_text(encoding="utf-8"), key)


def verify_any_proof(file: Path, key: Verifier) -> Proven | Chosen:
    """What a file shows: the proof of one entry, of one subject's choices, or a receipt. NoteError when nothing."""
    written = file.read_text(encoding="utf-8")
    return check_choices(written, key) if is_bundle(written) else check_proof(written, key)


def verify_checkpoint(file: Path, key: Verifier) -> Checkpoint:
    """The checkpoint in a file. Raises NoteError when this key did not sign it, or OSError."""
    return open_checkpoint(file.read_text(encoding="utf-8"), key)


def key_of(written: str) -> Verifier:
    """The public key itself, or that in a file of this name; raises NoteError or OSError."""
    return parse_verifier(written if "+" in written else Path(written).read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.exit(main())
