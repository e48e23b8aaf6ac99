"""How a drafted datum ends: with its row, or in columns that are emptied, and what stands in those that cannot be."""

from collections.abc import Collection

from gestand.core.schema import ColumnKind, TableFacts

_TIMES = (ColumnKind.DATE, ColumnKind.DATETIME, ColumnKind.INSTANT)
_LONGEST_NUMBER = 20
"""Characters of the longest key of a row; before it stands `gone-`."""


def is_most(facts: TableFacts, held: Collection[str]) -> bool:
    """Whether the row is little more than these columns: else it stays, for it holds something else as well.

    Keys and times are not counted, and the others may be three times as many.
    """
    keys = {*facts.key, *(name for link in facts.links for name in link.columns)}
    rest = [
        one
        for one in facts.columns
        if one.name not in keys and one.kind not in _TIMES and one.name not in held
    ]
    return len(held) * 3 >= len(rest)


def instead(facts: TableFacts, name: str) -> str:
    """What replaces the text of a column that cannot be NULL; empty where NULL will do, or nothing fits."""
    column = facts.column(name)
    if column is None or column.nullable or column.kind is not ColumnKind.TEXT or name in facts.key:
        return ""
    if not column.unique:
        return "-"
    roomy = not 0 < column.length < len("gone-") + _LONGEST_NUMBER
    return "gone-{key}" if len(facts.key) == 1 and roomy else ""
