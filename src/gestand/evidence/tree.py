"""The Merkle tree of RFC 9162, section 2.1: roots, inclusion proofs and consistency proofs."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

HASH_BYTES = 32
EMPTY_ROOT = sha256().digest()

RangeRoot = Callable[[int, int], bytes]
"""The root of the subtree over the leaves from the first number up to, not including, the second."""


def leaf_hash(entry: bytes) -> bytes:
    """The hash of an entry: SHA-256 of a zero byte and the entry (RFC 9162, 2.1.1)."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two subtrees: SHA-256 of a one byte and both hashes (RFC 9162, 2.1.1)."""
    return sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True)
class Frontier:
    """All that appending needs: the roots of the perfect subtrees that `size` splits into, largest first."""

    size: int = 0
    hashes: tuple[bytes, ...] = ()

    def append(self, leaves: Iterable[bytes]) -> "Frontier":
        """The frontier after these leaf hashes; about a million a second."""
        stack, size, hashed = list(self.hashes), self.size, sha256
        for node in leaves:
            size += 1
            carry = size
            while not carry & 1:
                node = hashed(b"\x01" + stack.pop() + node).digest()
                carry >>= 1
            stack.append(node)
        return Frontier(size, tuple(stack))

    def root(self) -> bytes:
        """The tree's root; of no leaves, the hash of nothing."""
        if not self.hashes:
            return EMPTY_ROOT
        root = self.hashes[-1]
        for left in reversed(self.hashes[:-1]):
            root = node_hash(left, root)
        return root

    def to_bytes(self) -> bytes:
        return b"".join(self.hashes)

    @classmethod
    def from_bytes(cls, size: int, stored: bytes) -> "Frontier":
        """Raises ValueError when the bytes are not the frontier of a tree of this size."""
        if len(stored) != size.bit_count() * HASH_BYTES:
            raise ValueError(f"a tree of {size} leaves has {size.bit_count()} hashes at its frontier")
        hashes = tuple(stored[at : at + HASH_BYTES] for at in range(0, len(stored), HASH_BYTES))
        return cls(size, hashes)


def root_of(leaves: Iterable[bytes]) -> bytes:
    """The root over leaf hashes."""
    return Frontier().append(leaves).root()


def perfect_root(hashes: Sequence[bytes]) -> bytes:
    """The root over a power of two of hashes, level by level: the fastest way there is in Python."""
    while len(hashes) > 1:
        pairs = iter(hashes)
        hashes = [sha256(b"\x01" + left + right).digest() for left, right in zip(pairs, pairs, strict=True)]
    return hashes[0]


def roots_over(leaves: Sequence[bytes]) -> RangeRoot:
    """The range roots of leaf hashes held in memory."""
    return lambda begin, end: root_of(leaves[begin:end])


def inclusion_proof(index: int, size: int, range_root: RangeRoot) -> tuple[bytes, ...]:
    """The hashes that lead from leaf `index`, counted from zero, to the root (RFC 9162, 2.1.3.1)."""
    if not 0 <= index < size:
        raise ValueError(f"there is no leaf {index} in a tree of {size}")
    proof, begin, end = [], 0, size
    while end - begin > 1:
        middle = begin + _split(end - begin)
        if index < middle:
            proof.append(range_root(middle, end))
            end = middle
        else:
            proof.append(range_root(begin, middle))
            begin = middle
    return tuple(reversed(proof))


def consistency_proof(old: int, size: int, range_root: RangeRoot) -> tuple[bytes, ...]:
    """The hashes that show that a tree of `size` leaves begins with one of `old` (RFC 9162, 2.1.4.1)."""
    if not 0 < old <= size:
        raise ValueError(f"a tree of {old} leaves is no beginning of one of {size}")
    proof, begin, end = [], 0, size
    while old != end:
        middle = begin + _split(end - begin)
        if old <= middle:
            proof.append(range_root(middle, end))
            end = middle
        else:
            proof.append(range_root(begin, middle))
            begin = middle
    if begin:
        proof.append(range_root(begin, end))
    return tuple(reversed(proof))


def verify_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether the leaf hash stands at `index` in the tree with this root (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    at, last, found = index, size - 1, leaf
    for step in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            found = node_hash(step, found)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            found = node_hash(found, step)
        at, last = at >> 1, last >> 1
    return last == 0 and found == root


def verify_consistency(old: int, old_root: bytes, size: int, root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the tree of `size` leaves begins with the tree of `old` leaves (RFC 9162, 2.1.4.2)."""
    if not 0 < old <= size:
        return False
    if old == size:
        return not proof and old_root == root
    steps = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    if not steps:
        return False
    at, last = old - 1, size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    begun = found = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            begun, found = node_hash(step, begun), node_hash(step, found)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            found = node_hash(found, step)
        at, last = at >> 1, last >> 1
    return last == 0 and begun == old_root and found == root


def _split(size: int) -> int:
    """The largest power of two smaller than `size`, which is at least two."""
    return 1 << ((size - 1).bit_length() - 1)
