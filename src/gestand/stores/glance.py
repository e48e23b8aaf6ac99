"""How a column is read for a sample: cut short by the engine itself, odd types as text, and bytes never."""

from gestand.core.schema import ColumnFacts, ColumnKind

LONGEST = 200
"""Characters read of a text: enough to know it by."""
LONGEST_DOCUMENT = 4_000
"""Characters read of a text that begins as a document does: its keys stand further on."""
_BARE = (ColumnKind.INTEGER, ColumnKind.NUMBER)
_TIMES = (ColumnKind.DATE, ColumnKind.DATETIME)

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


def read(dialect: str, column: ColumnFacts, name: str) -> str:
    """The SQL for a column, whose `name` is quoted: for SQLAlchemy to compile it took longer than the rows."""
    if dialect == "sqlite":  # a number in a column of text stays one: substr would make a text of it
        return f"CASE typeof({name}) WHEN 'text' THEN {_cut(name)} WHEN 'blob' THEN x'00' ELSE {name} END"
    if column.kind in _BARE or (column.kind in _TIMES and dialect != "postgresql"):
        return name
    text = "TEXT" if dialect == "postgresql" else "CHAR"  # a date of PostgreSQL may lie beyond Python's
    return _cut(name if column.kind is ColumnKind.TEXT else f"CAST({name} AS {text})")


def _cut(text: str) -> str:
    longest = f"CASE WHEN substr({text}, 1, 1) IN ('{{', '[') THEN {LONGEST_DOCUMENT} ELSE {LONGEST} END"
    return f"substr({text}, 1, {longest})"
