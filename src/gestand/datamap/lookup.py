"""How an engine finds an identifier however it is spelt: an index and a question write the same expression."""

from typing import Any, Literal

import sqlalchemy as sa

Dialect = Literal["postgresql", "mariadb", "sqlite"]
Column = sa.ColumnElement[Any]

BLANKS = (" ", "\t", "\n", "\r", "\u00a0")
"""What stands around a text without being part of it."""
SIGNS = (" ", ".", "-", "/", "(", ")", "+", "\t", "\u00a0")
"""What people write between and before the digits of a number."""
LONGEST = 64
"""More characters than any number has: what a column of MariaDB keeps of a text without its signs."""

_BLANKS = {"postgresql": r"E' \t\n\r\u00a0'", "sqlite": "char(32, 9, 10, 13, 160)"}
_SIGNS_OF_POSTGRESQL = r"E' .-/()+\t\u00a0'"
_UNSEEN = {
    "sqlite": {"\t": "char(9)", "\u00a0": "char(160)"},
    "mariadb": {"\t": "char(9 using utf8mb4)", "\u00a0": "char(49824 using utf8mb4)"},
}
"""How an engine writes a sign that nobody sees, in letters that survive being copied."""


def small(dialect: str, column: Column) -> Column:
    """The text without blanks around it, its letters a to z small; nothing else is changed in every engine."""
    if dialect == "mariadb":
        blanks = f"[{''.join(BLANKS)}]+"
        return sa.func.lower(sa.func.regexp_replace(exact(dialect, column), f"^{blanks}|{blanks}$", ""))
    if dialect == "sqlite":
        return sa.func.lower(sa.func.trim(column, sa.literal_column(_BLANKS[dialect])))
    return sa.func.lower(sa.func.btrim(exact(dialect, column), sa.literal_column(_BLANKS[dialect])))


def digits(dialect: str, column: Column) -> Column:
    """The text without the signs that people write between digits."""
    if dialect == "postgresql":
        signs: Column = sa.literal_column(_SIGNS_OF_POSTGRESQL)
        return sa.func.translate(sa.cast(column, sa.Text), signs, sa.literal_column("''"))
    left = sa.cast(column, sa.Text) if dialect == "sqlite" else column
    for sign in SIGNS:
        written = _UNSEEN[dialect].get(sign, f"'{sign}'")
        left = sa.func.replace(left, sa.literal_column(written), sa.literal_column("''"))
    return sa.func.left(left, sa.literal_column(str(LONGEST))) if dialect == "mariadb" else left


def exact(dialect: str, column: Column) -> Column:
    """The column as text that compares byte by byte, and folds no letters by the rules of a language."""
    if dialect == "postgresql":
        return sa.collate(sa.cast(column, sa.Text), "C")
    if dialect == "mariadb":
        return sa.collate(sa.cast(column, text_type(dialect)), "utf8mb4_nopad_bin")
    return sa.collate(column, "BINARY")


def text_type(dialect: str) -> sa.types.TypeEngine[str]:
    """Text of any length; the dialect of MariaDB is loaded where it is used."""
    if dialect != "mariadb":
        return sa.Text()
    from sqlalchemy.dialects import mysql

    return mysql.CHAR(charset="utf8mb4")
