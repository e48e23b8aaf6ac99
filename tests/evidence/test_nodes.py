"""A proof is made of a few rows of the log, and is the one that the whole log gives."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, event, select, update
from tests.evidence.conftest import done

from gestand.book.database import Book
from gestand.core.errors import NotInTheBook, Tampered
from gestand.evidence import log, nodes, tables
from gestand.evidence.export import proofs
from gestand.evidence.keys import Keys
from gestand.evidence.line import to_line
from gestand.evidence.proof import check_proof
from gestand.evidence.tree import Frontier, inclusion_proof, perfect_root, root_of, roots_over

LEAVES = [number.to_bytes(32) for number in range(70_000)]
SIZES = (1, 2, 255, 256, 257, 511, 512, 513, 1_000, 4_096)


@given(st.lists(st.integers(1, 700), min_size=1, max_size=5))
def test_the_nodes_are_those_over_full_tiles_in_whatever_portions_the_log_grows(portions: list[int]) -> None:
    tree, at = Frontier(), 0
    found: list[nodes.Node] = []
    for portion in portions:
        tree, completed = nodes.grow(tree, LEAVES[at : at + portion])
        found, at = [*found, *completed], at + portion
    assert tree == Frontier().append(LEAVES[:at])
    assert found == [
        (1, place, perfect_root(LEAVES[place * 256 : place * 256 + 256])) for place in range(at // 256)
    ]


def test_a_tile_of_tiles_is_a_node_too() -> None:
    _, found = nodes.grow(Frontier(), LEAVES)
    assert [(level, place) for level, place, _ in found if level > 1] == [(2, 0)]
    assert found[256] == (2, 0, root_of(LEAVES[:65_536]))


@pytest.mark.parametrize("size", SIZES)
def test_every_entry_of_a_log_of_any_size_is_proven(book: Book, keys: Keys, size: int) -> None:
    entries = [done(number) for number in range(size)]
    with book.transaction() as connection:
        log.append(connection, entries[: size // 3])
        log.append(connection, entries[size // 3 :])
    numbers = sorted({*range(0, size, max(1, size // 40)), size - 1})
    with book.reading() as connection:
        leaves = list(log.leaf_hashes(connection))
        made = proofs(connection, keys.signer, numbers)
        range_root = nodes.range_roots(connection, log.head(connection).tree)
        for number in numbers:
            assert inclusion_proof(number, size, range_root) == inclusion_proof(
                number, size, roots_over(leaves)
            )
    proven = [check_proof(one, keys.verifier) for one in made]
    assert [(one.index, one.entry) for one in proven] == [
        (number, to_line(entries[number])) for number in numbers
    ]


@contextmanager
def fetched(book: Book) -> Iterator[list[str]]:
    """What is asked of the book meanwhile."""
    asked: list[str] = []

    def told(*words: object) -> None:
        asked.append(str(words[2]))

    event.listen(book.engine, "before_cursor_execute", told)
    yield asked
    event.remove(book.engine, "before_cursor_execute", told)


def test_a_proof_asks_as_many_times_of_a_long_log_as_of_a_short_one(book: Book, keys: Keys) -> None:
    counts = []
    for begin, end in ((0, 700), (700, 6_700)):
        with book.transaction() as connection:
            log.append(connection, [done(number) for number in range(begin, end)])
        with book.reading() as connection, fetched(book) as asked:
            proofs(connection, keys.signer, [100])
        counts.append(len(asked))
        leaves = [sql for sql in asked if "leaf_hash" in sql]
        assert all("position >=" in sql and "position <" in sql for sql in leaves)
    assert counts[0] == counts[1] <= 5


@pytest.mark.parametrize("number", [-1, 3, 1 << 40])
def test_an_entry_that_is_not_there_is_not_proven(book: Book, keys: Keys, number: int) -> None:
    with book.transaction() as connection:
        log.append(connection, [done(one) for one in range(3)])
    with book.reading() as connection, pytest.raises(NotInTheBook, match="numbered 0 to 2"):
        proofs(connection, keys.signer, [number])


def test_no_proof_is_made_of_a_log_that_was_changed_by_hand(book: Book, keys: Keys) -> None:
    with book.transaction() as connection:
        log.append(connection, [done(number) for number in range(600)])
        line = connection.execute(
            select(tables.entries.c.line).where(tables.entries.c.position == 5)
        ).scalar_one()
    inner, leaves = tables.inner_nodes, tables.entries
    for change in (
        update(inner).where(inner.c.place == 1).values(hash=b"x" * 32),
        delete(inner),
        update(leaves).where(leaves.c.position == 9).values(leaf_hash=b"x" * 32),
        update(leaves).where(leaves.c.position == 7).values(line=line),
    ):
        with book.engine.connect() as connection:
            connection.execute(change)
            with pytest.raises(Tampered):
                proofs(connection, keys.signer, [7])
            connection.rollback()
