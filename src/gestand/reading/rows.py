"""Which lines are rows of a table: cells parted by tabs, by bars, or by arrows (`Invoices > 7 years > tax`)."""

import re

TABLE_RULE = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?")
"""The line below the titles of a table in Markdown."""
_SEPARATORS = ("\t", " > ", "|")
_LINES = "\n"
"""Parts the cells of a row that a copy wrote one below the other."""
_BARS = re.compile(r"\|.*\||[^|\s][^|]*\|[^|]+\|.*")


def separator(row: str) -> str:
    """What parts the cells of a row."""
    return next((one for one in (_LINES, *_SEPARATORS) if one in row), "|")


def is_row(above: str, line: str, below: str, after_row: bool) -> bool:
    """Whether a line is a row: a neighbour is parted as it is, and bars without a rule around them are a menu."""
    for mark in _SEPARATORS[:-1]:
        if mark in line:
            return mark in above or mark in below
    bars = _BARS.fullmatch(line) and ("|" in above or "|" in below)
    return bool(bars) and (line.startswith("|") or after_row or TABLE_RULE.fullmatch(below) is not None)
