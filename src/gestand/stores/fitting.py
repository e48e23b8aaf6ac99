"""A constant as a column of some kind would hold it: nothing is converted that the column would not hold."""

from uuid import UUID

from gestand.core.predicate import Value, WithKey
from gestand.core.schema import ColumnKind

Plain = str | int | float
LARGEST = 2**63 - 1


def fitting(kind: ColumnKind, value: Value) -> Plain | None:
    """The value as a column of this kind would hold it; None where it never could."""
    if value is None or isinstance(value, WithKey):
        return None
    if kind in (ColumnKind.INTEGER, ColumnKind.NUMBER):
        return _number(kind, value)
    return _uuid(value) if kind is ColumnKind.UUID else as_text(value)


def compared_exactly(kind: ColumnKind, value: str, loosely_typed: bool) -> bool:
    """Whether a text is sought as the number or UUID that it stands for: then no letter has a case."""
    number = kind in (ColumnKind.INTEGER, ColumnKind.NUMBER)
    if loosely_typed:
        return number and fitting(kind, value) is not None
    return number or kind is ColumnKind.UUID


def as_text(value: str | int | float | bool) -> str:
    """How a plain value is written in a column of text."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _number(kind: ColumnKind, value: str | int | float | bool) -> int | float | None:
    try:
        number = float(value) if isinstance(value, float) or not _is_whole(value) else int(value)
        whole = int(number)
    except (ValueError, OverflowError):
        return None
    if abs(whole) > LARGEST:
        return None
    return whole if whole == number else number if kind is ColumnKind.NUMBER else None


def _uuid(value: str | int | float | bool) -> str | None:
    """As engines write it: small letters, in five groups."""
    try:
        return str(UUID(as_text(value).strip()))
    except ValueError:
        return None


def _is_whole(value: str | int) -> bool:
    return isinstance(value, int) or value.strip().lstrip("+-").isdecimal()
