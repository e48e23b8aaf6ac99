"""Her own rows, as a condition: those that bear the keys by which they are remembered."""

from collections.abc import Iterator
from itertools import chain

from gestand.core.predicate import MOST_CONSTANTS, Equals, OneOf, Predicate, Value, all_of, any_of
from gestand.core.schema import TableName
from gestand.core.step import Key, Root, Trail


def can_be_named(trail: Trail, store: str, table: TableName) -> bool:
    """A key of bytes is no constant of a condition."""
    keys = (root.keys for root in trail.roots if (root.store, root.table) == (store, table))
    return not any(isinstance(part, bytes) for part in chain.from_iterable(chain.from_iterable(keys)))


def own_rows(trail: Trail, store: str, table: TableName) -> Iterator[Predicate]:
    """A condition for each so many of her rows in this table; none where she has no row of her own."""
    for root in trail.roots:
        if (root.store, root.table) == (store, table):
            yield from _keyed(root)


def _keyed(root: Root) -> Iterator[Predicate]:
    if len(root.key) > 1:
        yield any_of(*(_one(root.key, key) for key in root.keys))
        return
    values = tuple(_value(key[0]) for key in root.keys)
    for begin in range(0, len(values), MOST_CONSTANTS):
        yield OneOf(root.key[0], values[begin : begin + MOST_CONSTANTS])


def _one(columns: tuple[str, ...], key: Key) -> Predicate:
    return all_of(*(Equals(column, _value(part)) for column, part in zip(columns, key, strict=True)))


def _value(part: object) -> Value:
    """A key as a constant: numbers and texts as they are, all else (a date, a UUID) as its text."""
    return part if isinstance(part, int | str | float) else str(part)
