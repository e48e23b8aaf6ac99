"""Proof that one entry stands in the log, as one small file that carries the entry (c2sp.org/tlog-proof)."""

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass

from gestand.evidence.note import Checkpoint, NoteError, Verifier, open_checkpoint
from gestand.evidence.tree import leaf_hash, verify_inclusion

_FIRST_LINE = "c2sp.org/tlog-proof@v1"


@dataclass(frozen=True)
class Proven:
    """The bytes of `entry` were at `index`, counted from zero, in the log of this checkpoint."""

    index: int
    entry: bytes
    checkpoint: Checkpoint

    @property
    def lines(self) -> tuple[str, str]:
        """What is proven, and the entry itself."""
        told = f"Sound. Entry {self.index} of {self.checkpoint.origin}, a log of {self.checkpoint.size:,} entries:"
        return told, self.entry.decode("utf-8", "backslashreplace")


def make_proof(index: int, entry: bytes, proof: Sequence[bytes], checkpoint: str) -> str:
    """The proof file of entry `index`, of the hashes that lead to a signed checkpoint; the entry is its extra data."""
    hashes = (base64.b64encode(one).decode() for one in proof)
    extra = base64.b64encode(entry).decode()
    return "\n".join([_FIRST_LINE, f"extra {extra}", f"index {index}", *hashes, "", checkpoint])


def check_proof(written: str, key: Verifier) -> Proven:
    """What a proof file shows; raises NoteError when it shows nothing."""
    head, _, checkpoint = written.partition("\n\n")
    lines = head.split("\n")
    if len(lines) < 3 or lines[0] != _FIRST_LINE or (lines[1][:6], lines[2][:6]) != ("extra ", "index "):
        raise NoteError(f"This is no proof: expected {_FIRST_LINE}, an entry and its number.")
    proven = Proven(_number(lines[2][6:]), _bytes(lines[1][6:]), open_checkpoint(checkpoint, key))
    proof = [_bytes(line) for line in lines[3:]]
    size, root = proven.checkpoint.size, proven.checkpoint.root
    if not verify_inclusion(leaf_hash(proven.entry), proven.index, size, proof, root):
        raise NoteError(f"The entry is not number {proven.index} of the log: it or its proof was changed.")
    return proven


def _number(written: str) -> int:
    if not (written.isascii() and written.isdigit() and len(written) < 19):
        raise NoteError("This is no proof: the number of its entry cannot be read.")
    return int(written)


def _bytes(line: str) -> bytes:
    """In the one spelling that the bytes have."""
    try:
        found = base64.b64decode(line, validate=True)
    except (binascii.Error, ValueError) as error:
        raise NoteError("This is no proof: its entry or one of its hashes is damaged.") from error
    if base64.b64encode(found).decode() != line:
        raise NoteError("This is no proof: its entry or one of its hashes was changed.")
    return found
