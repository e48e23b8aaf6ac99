"""What cannot be judged in a row: whether a condition holds, and so whether a law demands that it stays."""

from typing import assert_never

from gestand.core.predicate import (
    ALWAYS,
    NEVER,
    All,
    Any,
    Before,
    Equals,
    Exists,
    Missing,
    Not,
    OneOf,
    Predicate,
    SameDigits,
    SameFolded,
    Unreadable,
    any_of,
)
from gestand.core.promise import RetentionPromise
from gestand.datamap.bound import BoundTable


def condition_in_doubt(table: BoundTable, promise: RetentionPromise) -> Predicate:
    """The promise has a condition, and something that it reads is empty."""
    return reads_nothing(table.conditions[promise.when]) if promise.when else NEVER


def reads_nothing(condition: Predicate) -> Predicate:
    """A column that the condition compares is empty, or its path leads nowhere; `is: null` asks for just that."""
    match condition:
        case Equals(column) | SameFolded(column) | SameDigits(column) | OneOf(column):
            return Missing(column)
        case Before(moment):
            return any_of(Missing(moment.column), Unreadable(moment))
        case Missing() | Unreadable():
            return NEVER
        case Exists(path, where):
            empty = reads_nothing(where)
            return any_of(Not(Exists(path, ALWAYS)), Exists(path, empty) if empty != NEVER else NEVER)
        case All(parts) | Any(parts):
            return any_of(*map(reads_nothing, parts))
        case Not(part):
            return reads_nothing(part)
        case _:
            assert_never(condition)
