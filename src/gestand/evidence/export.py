"""Writes the log out as files that anyone can check with the public key alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection

from gestand.core.errors import NotInTheBook, Tampered, WrongKey
from gestand.evidence import log, nodes
from gestand.evidence.note import Checkpoint, NoteError, Signer, open_checkpoint, sign
from gestand.evidence.proof import make_proof
from gestand.evidence.tiles import CHECKPOINT, ENTRIES, WIDTH, Builder, Tile, bundles, to_bundle
from gestand.evidence.tree import Frontier, RangeRoot, inclusion_proof, leaf_hash, verify_inclusion


def make_checkpoint(connection: Connection, signer: Signer) -> str:
    """A signed checkpoint of the log as it stands: what one hands out."""
    return checkpoint_at(log.head(connection), signer)


def checkpoint_at(end: log.Head, signer: Signer) -> str:
    """The same, of where the log was seen to end."""
    return sign(Checkpoint(signer.name, end.tree.size, end.tree.root()).to_text(), [signer])


def prove(connection: Connection, signer: Signer, number: int) -> str:
    """A proof file that entry `number`, from zero, stands in the log as it is now. Raises NotInTheBook."""
    return proofs(connection, signer, [number])[0]


def proofs(connection: Connection, signer: Signer, numbers: Sequence[int]) -> list[str]:
    """A proof file for each of these entries, all under one checkpoint, without reading the rest of the log.

    Raises NotInTheBook for a number that the log does not have, and Tampered when its tree is not that of its head.
    """
    end = log.head(connection)
    checkpoint, roots = checkpoint_at(end, signer), nodes.range_roots(connection, end.tree)
    return [_proof(connection, number, end.tree, roots, checkpoint) for number in numbers]


def _proof(connection: Connection, number: int, tree: Frontier, roots: RangeRoot, checkpoint: str) -> str:
    lines = list(log.lines_between(connection, number, number + 1)) if 0 <= number < tree.size else []
    if not lines:
        raise NotInTheBook(f"The log has no entry {number}: its entries are numbered 0 to {tree.size - 1}.")
    hashes = inclusion_proof(number, tree.size, roots)
    if not verify_inclusion(leaf_hash(lines[0]), number, tree.size, hashes, tree.root()):
        raise Tampered(
            f"Entry {number} of the log does not fit its tree head: the book was changed by hand. Run `gestand verify` "
            "on an export, and restore the book from a back-up."
        )
    return make_proof(number, lines[0], hashes, checkpoint)


def export(connection: Connection, signer: Signer, folder: Path) -> str:
    """Write the log to `folder`, only what is new since the last export to it; return the checkpoint.

    The checkpoint comes last, so an export that is interrupted leaves the earlier one whole. Raises Tampered
    when the folder holds an export that this log does not continue, and WrongKey when another key signed it.
    """
    size, root = log.size_and_root(connection)
    before = _exported(folder, signer)
    _write_hashes(connection, Export(folder), before, Checkpoint(signer.name, size, root))
    old = 0 if before is None else before.size
    lines = log.lines_between(connection, old // WIDTH * WIDTH, size)
    for tile in bundles(size, old):
        _write(folder / tile.path(), to_bundle(islice(lines, tile.width)))
    checkpoint = sign(Checkpoint(signer.name, size, root).to_text(), [signer])
    _write(folder / CHECKPOINT, checkpoint.encode())
    _drop_outgrown(folder, old, size)
    return checkpoint


@dataclass(frozen=True)
class Export:
    """The folder of an export: a full tile that is there already is left as it is."""

    folder: Path

    def write(self, tile: Tile, content: bytes) -> None:
        file = self.folder / tile.path()
        if tile.width < WIDTH or not file.exists():
            _write(file, content)


def _exported(folder: Path, signer: Signer) -> Checkpoint | None:
    file = folder / CHECKPOINT
    if not file.exists():
        return None
    try:
        return open_checkpoint(file.read_text(encoding="utf-8"), signer.verifier)
    except (NoteError, UnicodeDecodeError) as error:
        raise WrongKey(f"{file} is not of this log: {error} Export to a new folder, and compare.") from error


def _write_hashes(connection: Connection, target: Export, before: Checkpoint | None, now: Checkpoint) -> None:
    """Write the hash tiles; nothing new before it is sure that the log begins with what was exported earlier."""
    builder = Builder(target.write)
    leaves = islice(log.leaf_hashes(connection), now.size)
    if before is not None:
        builder.add(islice(leaves, before.size))
        if (builder.size, builder.root()) != (before.size, before.root):
            raise Tampered(
                f"{target.folder} holds an export of {before.size} entries that this log does not continue: "
                "the log was cut or rewritten since. Keep that export, and ask who did it."
            )
    builder.add(leaves)
    if (builder.size, builder.root()) != (now.size, now.root):
        raise Tampered("The entries of the log do not fit its tree head: the book was changed by hand.")
    builder.finish()


def _write(file: Path, content: bytes) -> None:
    """Replace the file whole: a reader sees the old one or the new one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f"{file.name}.new")
    fresh.write_bytes(content)
    fresh.replace(file)


def _drop_outgrown(folder: Path, old: int, size: int) -> None:
    """Remove the partial tiles of the earlier export that a wider one has taken the place of."""
    for tile in _partial(old):
        if tile not in set(_partial(size)):
            file = folder / tile.path()
            file.unlink(missing_ok=True)
            if file.parent.exists() and not any(file.parent.iterdir()):
                file.parent.rmdir()


def _partial(size: int) -> Iterator[Tile]:
    level, count = 0, size
    while count:
        if count % WIDTH:
            yield Tile(str(level), count // WIDTH, count % WIDTH)
            if level == 0:
                yield Tile(ENTRIES, count // WIDTH, count % WIDTH)
        level, count = level + 1, count // WIDTH
