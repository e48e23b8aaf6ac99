"""The columns that a condition on a row reads, in its own table and along its paths."""

from collections.abc import Iterator
from typing import assert_never

from gestand.core.predicate import (
    All,
    Any,
    Before,
    Equals,
    Exists,
    Missing,
    Not,
    OneOf,
    Path,
    Predicate,
    SameDigits,
    SameFolded,
    Unreadable,
)
from gestand.core.schema import TableName

Column = tuple[TableName, str]


def reads(start: TableName, condition: Predicate) -> Iterator[Column]:
    """Every column that tells whether a row of `start` meets the condition."""
    match condition:
        case Exists(path, where):
            yield from read_along(start, path)
            yield from reads(end_of(start, path), where)
        case All(parts) | Any(parts):
            for part in parts:
                yield from reads(start, part)
        case Not(part):
            yield from reads(start, part)
        case Before(moment) | Unreadable(moment):
            yield start, moment.column
        case Missing(column) | Equals(column) | SameFolded(column) | SameDigits(column) | OneOf(column):
            yield start, column
        case _:
            assert_never(condition)


def read_along(start: TableName, path: Path) -> Iterator[Column]:
    """The columns of the keys along a path."""
    here = start
    for step in path:
        yield from ((here, column) for column in step.columns)
        yield from ((step.table, column) for column in step.to_columns)
        here = step.table


def end_of(start: TableName, path: Path) -> TableName:
    """The table in which a path ends."""
    return path[-1].table if path else start
