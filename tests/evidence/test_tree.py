"""The Merkle tree against the RFC's definition written out naively, published values, and another implementation."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pymerkle import InmemoryTree  # type: ignore[import-untyped]

from gestand.evidence.tree import (
    EMPTY_ROOT,
    Frontier,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    perfect_root,
    root_of,
    roots_over,
    verify_consistency,
    verify_inclusion,
)

ENTRIES = st.lists(st.binary(max_size=20), max_size=70)

# The eight inputs and roots that Certificate Transparency's own tests publish for RFC 6962.
PUBLISHED = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def naive(leaves: list[bytes]) -> bytes:
    """RFC 9162, 2.1.1, word for word."""
    if len(leaves) < 2:
        return leaves[0] if leaves else sha256().digest()
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return sha256(b"\x01" + naive(leaves[:split]) + naive(leaves[split:])).digest()


@pytest.mark.parametrize("size", range(1, 9))
def test_the_published_roots_come_out(size: int) -> None:
    leaves = [leaf_hash(bytes.fromhex(entry)) for entry in PUBLISHED[:size]]
    assert root_of(leaves).hex() == ROOTS[size - 1]


def test_the_root_of_nothing_is_the_hash_of_nothing() -> None:
    assert Frontier().root() == EMPTY_ROOT == sha256().digest()


@given(ENTRIES, st.integers(0, 70))
def test_appending_in_two_goes_gives_the_root_of_the_definition(entries: list[bytes], cut: int) -> None:
    leaves = [leaf_hash(entry) for entry in entries]
    first = Frontier().append(leaves[:cut])
    stored = Frontier.from_bytes(first.size, first.to_bytes())
    assert stored.append(leaves[cut:]).root() == naive(leaves)


@given(ENTRIES)
def test_another_implementation_finds_the_same_root(entries: list[bytes]) -> None:
    other = InmemoryTree(algorithm="sha256")
    for entry in entries:
        other.append_entry(entry)
    assert root_of([leaf_hash(entry) for entry in entries]) == other.get_root()


@given(st.integers(0, 8))
def test_a_perfect_tree_may_be_hashed_level_by_level(height: int) -> None:
    leaves = [leaf_hash(bytes([number % 256])) for number in range(2**height)]
    assert perfect_root(leaves) == naive(leaves)


@given(st.integers(1, 70), st.data())
def test_an_inclusion_proof_holds_for_its_leaf_alone(size: int, data: st.DataObject) -> None:
    leaves = [leaf_hash(str(number).encode()) for number in range(size)]
    index = data.draw(st.integers(0, size - 1))
    proof, root = inclusion_proof(index, size, roots_over(leaves)), root_of(leaves)
    assert verify_inclusion(leaves[index], index, size, proof, root)
    assert not verify_inclusion(leaf_hash(b"another"), index, size, proof, root)
    assert not verify_inclusion(leaves[index], index, size, (*proof, root), root)
    for other in set(range(size)) - {index}:
        assert not verify_inclusion(leaves[index], other, size, proof, root)


@given(st.integers(1, 70), st.data())
def test_a_consistency_proof_holds_for_a_true_beginning_alone(size: int, data: st.DataObject) -> None:
    leaves = [leaf_hash(str(number).encode()) for number in range(size)]
    old = data.draw(st.integers(1, size))
    proof = consistency_proof(old, size, roots_over(leaves))
    old_root, root = root_of(leaves[:old]), root_of(leaves)
    assert verify_consistency(old, old_root, size, root, proof)
    rewritten = root_of([leaf_hash(b"another"), *leaves[1:old]])
    assert not verify_consistency(old, rewritten, size, root, proof)
    assert not verify_consistency(old, old_root, size, leaf_hash(b"another"), proof)
    assert not verify_consistency(old, old_root, size, root, (*proof, root))


@pytest.mark.parametrize(("index", "size"), [(0, 0), (5, 5), (-1, 3)])
def test_there_is_no_proof_of_a_leaf_that_is_not_there(index: int, size: int) -> None:
    with pytest.raises(ValueError, match="no leaf"):
        inclusion_proof(index, size, roots_over([]))
    assert not verify_inclusion(EMPTY_ROOT, index, size, (), EMPTY_ROOT)


def test_a_stored_frontier_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError, match="3 leaves has 2 hashes"):
        Frontier.from_bytes(3, b"x" * 32)
