"""Constants against columns: a value meets a column only in the column's own kind, exactly.

Engines convert on their own: in MariaDB 'abc' = 0 is true, 'NL' = 'nl' is true. A promise must not turn on that.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy import ColumnElement
from sqlalchemy.dialects import mysql

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
    return as_text(value)


def as_text(value: str | int | float | bool) -> str:
    """How a plain value is written in a column of text."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def literal(value: Plain | None) -> ColumnElement[object]:
    """A bound constant; text is left untyped, so that the engine reads it as the column's own type."""
    if isinstance(value, str):
        return sa.literal(value, sa.types.NullType())
    if value is None:
        return sa.null()
    return sa.literal(value, sa.BigInteger() if isinstance(value, int) else sa.Double())


def equals(
    dialect: str, kind: ColumnKind, column: ColumnElement[object], several: Sequence[Plain]
) -> ColumnElement[bool]:
    """The column holds one of the values; bare where that is exact, so that an index works."""
    if not several:
        return sa.false()
    if kind in (ColumnKind.INTEGER, ColumnKind.NUMBER):
        return _among(column, several, sa.BigInteger() if kind is ColumnKind.INTEGER else sa.Double())
    bare = _among(column, several, sa.String())
    if kind is not ColumnKind.TEXT:
        return _among(exact(dialect, column), several, sa.String())
    return bare if dialect == "postgresql" else sa.and_(bare, _among(exact(dialect, column), several, sa.String()))


def is_text(dialect: str, column: ColumnElement[object], text: ColumnElement[object]) -> ColumnElement[bool]:
    """The column holds exactly this text."""
    return exact(dialect, column) == text


def exact(dialect: str, column: ColumnElement[object]) -> ColumnElement[object]:
    """The column as text that compares byte by byte."""
    if dialect == "postgresql":
        return sa.cast(column, sa.Text)
    if dialect == "mariadb":
        return sa.collate(sa.cast(column, mysql.CHAR(charset="utf8mb4")), "utf8mb4_nopad_bin")
    return sa.collate(column, "BINARY")


def with_key(dialect: str, value: WithKey, key: ColumnElement[object]) -> ColumnElement[object]:
    """The text around the row's own key."""
    text = sa.cast(key, mysql.CHAR(charset="utf8mb4") if dialect == "mariadb" else sa.Text)
    return sa.literal(value.before, sa.Text()).concat(text).concat(sa.literal(value.after, sa.Text()))


def _among(
    column: ColumnElement[object], several: Sequence[Plain], kind: sa.types.TypeEngine[object]
) -> ColumnElement[bool]:
    constants = [sa.literal(value, kind) for value in several]
    return column == constants[0] if len(constants) == 1 else column.in_(constants)


def _number(kind: ColumnKind, value: str | int | float | bool) -> int | float | None:
    try:
        number = float(value) if isinstance(value, float) or not _is_whole(value) else int(value)
        whole = int(number)
    except (ValueError, OverflowError):
        return None
    if abs(whole) > LARGEST:
        return None
    return whole if whole == number else number if kind is ColumnKind.NUMBER else None


def _is_whole(value: str | int) -> bool:
    return isinstance(value, int) or value.strip().lstrip("+-").isdecimal()
