"""Proof that one entry stands in the log, as one small file (c2sp.org/tlog-proof)."""

import base64
import binascii
from dataclasses import dataclass

from gestand.evidence.note import Checkpoint, NoteError, Verifier, open_checkpoint
from gestand.evidence.tree import RangeRoot, inclusion_proof, leaf_hash, verify_inclusion

_FIRST_LINE = "c2sp.org/tlog-proof@v1"


@dataclass(frozen=True)
class Proven:
    """An entry was at `index`, counted from zero, in the log of this checkpoint."""

    index: int
    checkpoint: Checkpoint


def make_proof(index: int, size: int, range_root: RangeRoot, checkpoint: str) -> str:
    """The proof file of entry `index` under a signed checkpoint of `size` entries."""
    hashes = (base64.b64encode(one).decode() for one in inclusion_proof(index, size, range_root))
    return "\n".join([_FIRST_LINE, f"index {index}", *hashes, "", checkpoint])


def check_proof(written: str, entry: bytes, key: Verifier) -> Proven:
    """What a proof file shows about the bytes of an entry; raises NoteError when it shows nothing."""
    head, _, checkpoint = written.partition("\n\n")
    lines = head.split("\n")
    if len(lines) < 2 or lines[0] != _FIRST_LINE or not lines[1].startswith("index "):
        raise NoteError(f"This is no proof: expected {_FIRST_LINE} and the number of an entry.")
    proven = Proven(_number(lines[1][6:]), open_checkpoint(checkpoint, key))
    proof = [_hash(line) for line in lines[2:]]
    size, root = proven.checkpoint.size, proven.checkpoint.root
    if not verify_inclusion(leaf_hash(entry), proven.index, size, proof, root):
        raise NoteError(f"The entry is not number {proven.index} of the log: it or its proof was changed.")
    return proven


def _number(written: str) -> int:
    if not (written.isascii() and written.isdigit() and len(written) < 19):
        raise NoteError("This is no proof: the number of its entry cannot be read.")
    return int(written)


def _hash(line: str) -> bytes:
    try:
        return base64.b64decode(line, validate=True)
    except (binascii.Error, ValueError) as error:
        raise NoteError("This is no proof: one of its hashes is damaged.") from error
