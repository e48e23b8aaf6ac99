"""Constants against columns: a value meets a column only in the column's own kind, exactly.

Engines convert on their own: in MariaDB 'abc' = 0 is true, 'NL' = 'nl' is true. A promise must not turn on that.
"""

from collections.abc import Sequence
from typing import Any as Anything

import sqlalchemy as sa

from gestand.core.predicate import WithKey
from gestand.core.schema import ColumnKind
from gestand.stores.element import Column, Condition
from gestand.stores.fitting import Plain
from gestand.stores.folding import folded, replacements


def literal(value: Plain | None) -> Column:
    """A bound constant; text is left untyped, so that the engine reads it as the column's own type."""
    if isinstance(value, str):
        return sa.literal(value, sa.types.NullType())
    if value is None:
        return sa.null()
    return sa.literal(value, sa.BigInteger() if isinstance(value, int) else sa.Double())


def equals(dialect: str, kind: ColumnKind, column: Column, several: Sequence[Plain]) -> Condition:
    """The column holds one of the values; bare where that is exact, so that an index works."""
    if not several:
        return sa.false()
    if kind in (ColumnKind.INTEGER, ColumnKind.NUMBER):
        return _among(column, several, sa.BigInteger() if kind is ColumnKind.INTEGER else sa.Double())
    bare = _among(column, several, sa.String())
    if kind is not ColumnKind.TEXT:
        return _among(exact(dialect, column), several, sa.String())
    return (
        bare
        if dialect == "postgresql"
        else sa.and_(bare, _among(exact(dialect, column), several, sa.String()))
    )


def is_text(dialect: str, column: Column, text: Column) -> Condition:
    """The column holds exactly this text."""
    return exact(dialect, column) == text


def is_folded(dialect: str, column: Column, wanted: str) -> Condition:
    """The column holds this text, but for the case of its letters and the blanks around it."""
    first = replacements(wanted)
    text = exact(dialect, column)
    for letter, small in first:
        text = sa.func.replace(text, letter, small)
    if dialect == "postgresql":  # elsewhere than in C, small letters follow a language: I is not always i
        text = sa.collate(text, "C")
    same = sa.func.lower(sa.func.trim(text)) == folded(wanted, first)
    return sa.and_(sa.func.typeof(column) == "text", same) if dialect == "sqlite" else same


def exact(dialect: str, column: Column) -> Column:
    """The column as text that compares byte by byte."""
    if dialect == "postgresql":
        return sa.cast(column, sa.Text)
    if dialect == "mariadb":
        return sa.collate(sa.cast(column, _characters()), "utf8mb4_nopad_bin")
    return sa.collate(column, "BINARY")


def with_key(dialect: str, value: WithKey, key: Column) -> Column:
    """The text around the row's own key."""
    text = sa.cast(key, _characters() if dialect == "mariadb" else sa.Text())
    return sa.literal(value.before, sa.Text()).concat(text).concat(sa.literal(value.after, sa.Text()))


def _among(column: Column, several: Sequence[Plain], kind: sa.types.TypeEngine[Anything]) -> Condition:
    constants = [sa.literal(value, kind) for value in several]
    return column == constants[0] if len(constants) == 1 else column.in_(constants)


def _characters() -> sa.types.TypeEngine[str]:
    """Text of any length in MariaDB; its dialect is loaded where it is used."""
    from sqlalchemy.dialects import mysql

    return mysql.CHAR(charset="utf8mb4")
