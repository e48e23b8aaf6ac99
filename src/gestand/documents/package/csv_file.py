"""Her rows as CSV (RFC 4180) that a spreadsheet opens as text and runs nothing of."""

import csv
import io
import re

from gestand.core.question import Rows
from gestand.documents.package.values import text_value

_BOM = "\ufeff"
"""Tells a spreadsheet that the file is UTF-8."""
_FORMULA = re.compile(r"[\s\x00-\x1f\ufeff]*[=+\-@＝＋－＠|%]|[\t\r\n]")
_NUMBER = re.compile(r"[+-]?[0-9]+( [0-9]+)*([.,][0-9]+)?")
"""A number, or a phone number with its plus: a spreadsheet reads it, and runs nothing."""


def csv_file(rows: Rows) -> bytes:
    """The rows with a header; a cell that a spreadsheet could run begins with an apostrophe."""
    made = io.StringIO(newline="")
    lines = csv.writer(made, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    lines.writerow([cell(column) for column in rows.columns])
    lines.writerows([cell(value) for value in row] for row in rows.rows)
    return (_BOM + made.getvalue()).encode("utf-8", "replace")


def cell(value: object) -> str:
    """A value as a cell; JSON has it without an apostrophe."""
    if not isinstance(value, str):
        return text_value(value)
    is_formula = _FORMULA.match(value) and not _NUMBER.fullmatch(value)
    return f"'{value}" if is_formula else value
