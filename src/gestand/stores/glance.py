"""How a column is read for a sample: cut short by the engine itself, odd types as text, and bytes never."""

from functools import cache
from typing import Any

import sqlalchemy as sa

from gestand.core.schema import ColumnFacts, ColumnKind

LONGEST = 200
"""Characters read of a text: enough to know it by."""
LONGEST_DOCUMENT = 4_000
"""Characters read of a text that begins as a document does: its keys stand further on."""
_BARE = (ColumnKind.INTEGER, ColumnKind.NUMBER)
_TIMES = (ColumnKind.DATE, ColumnKind.DATETIME)
Read = sa.ColumnElement[Any]

BYTES = {
    "postgresql": "SELECT table_schema, table_name, column_name FROM information_schema.columns "
    "WHERE data_type = 'bytea'",
    "mariadb": "SELECT '', table_name, column_name FROM information_schema.columns WHERE table_schema = DATABASE() "
    "AND (data_type LIKE '%blob' OR data_type IN ('binary', 'varbinary', 'bit', 'geometry', 'point', 'linestring', "
    "'polygon', 'multipoint', 'multilinestring', 'multipolygon', 'geometrycollection'))",
}
"""Columns of bytes: schema, table, column. SQLite takes bytes in any column, and tells value by value."""


def is_read(column: ColumnFacts) -> bool:
    """An instant is known as a time by its type, and nothing else is to be told of it."""
    return column.kind is not ColumnKind.INSTANT


def read(dialect: str, facts: ColumnFacts) -> Read:
    """What is selected for the column."""
    column = sa.column(facts.name, sa.Text() if facts.kind is ColumnKind.TEXT else sa.types.NullType())
    if dialect == "sqlite":
        return _as_it_lies(column)
    if facts.kind in _BARE or (facts.kind in _TIMES and dialect != "postgresql"):
        return column
    text = sa.CHAR() if dialect != "postgresql" else sa.Text()  # a date of PostgreSQL may lie beyond Python's
    return _cut(column if facts.kind is ColumnKind.TEXT else sa.cast(column, text))


def _as_it_lies(column: Read) -> Read:
    """SQLite keeps numbers in columns of text as they are; substr would make texts of them."""
    kind = sa.func.typeof(column)
    return sa.case(
        (kind == _word("'text'"), _cut(column)), (kind == _word("'blob'"), _word("x'00'")), else_=column
    )


def _cut(text: Read) -> Read:
    begins = sa.func.substr(text, _word("1"), _word("1"))
    document = sa.or_(begins == _word("'{'"), begins == _word("'['"))
    longest = sa.case((document, _word(str(LONGEST_DOCUMENT))), else_=_word(str(LONGEST)))
    return sa.func.substr(text, _word("1"), longest)


@cache
def _word(constant: str) -> Read:
    """A constant of our own as it is written: bound ones take longer to compile than the rows to read."""
    return sa.literal_column(constant)
