"""The tables of a page or a Word file, cell by cell; a table that only lays out a page is none."""

import re
from collections.abc import Mapping

from gestand.core.document import Shape
from gestand.reading.extract import Sheet

MOST_SPANNED = 50
"""Rows or columns that one cell may span; more is a mistake, or an attack."""
LONGEST_CELL = 4_000
"""Characters. What is longer is a page laid out in a table."""

LONGEST_TITLE = 40
"""Characters of the title of a column."""

_DIGIT = re.compile(r"\d")


class Grid:
    """Collects cells into rows, and rows onto the sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._open = 0
        self._titles = False
        self._abandoned = False
        self._row: list[str] | None = None
        self._cell: list[str] | None = None
        self._all_titles = True
        self._row_titled = False
        self._first = True
        self._spans: dict[int, tuple[int, str]] = {}
        self._span = (1, 1)

    def enter(self, tag: str, told: Mapping[str, str]) -> None:
        """Begin a table, row or cell."""
        match tag:
            case "table":
                self._open += 1
                self._abandoned = self._open > 1
                self._row = self._cell = None
                self._spans = {}
                self._first = True
            case "thead":
                self._titles = True
            case "tr":
                self._end_row()
                self._row, self._all_titles = [], True
            case _ if self._row is not None:
                self._end_cell()
                self._cell = []
                self._all_titles = self._all_titles and tag == "th"
                self._span = _spanned(told.get("rowspan", "")), _spanned(told.get("colspan", ""))

    def titled(self) -> None:
        """The open row is one of titles."""
        self._row_titled = True

    def takes(self, text: str) -> bool:
        """Put text into the cell that is open; false when none is, or the table only lays out the page."""
        if self._cell is None or self._abandoned:
            return False
        self._cell.append(text)
        return True

    def abandon(self) -> None:
        """A heading stands in the table: it is the layout of a page, and what is in it is running text."""
        if self._cell is not None:
            held, self._cell = self._cell, None
            self._abandoned, self._row = True, None
            for text in held:
                self._sheet.add(Shape.PARAGRAPH, text)

    def leave(self, tag: str) -> None:
        """End a table, row or cell."""
        match tag:
            case "table":
                self._end_row()
                self._open = max(0, self._open - 1)
                self._abandoned = False
            case "thead":
                self._end_row()
                self._titles = False
            case "tr":
                self._end_row()
            case _:
                self._end_cell()

    def _end_cell(self) -> None:
        if self._cell is None or self._row is None:
            return
        self._carry()
        text = " ".join(" ".join(self._cell).split())[:LONGEST_CELL]
        down, across = self._span
        if down > 1:
            self._spans[len(self._row)] = (down - 1, text)
        self._row.extend([text, *[""] * (across - 1)])
        self._cell = None

    def _carry(self) -> None:
        """A cell that spans rows stands in each of them."""
        while self._row is not None and len(self._row) in self._spans:
            column = len(self._row)
            left, text = self._spans.pop(column)
            if left > 1:
                self._spans[column] = (left - 1, text)
            self._row.append(text)

    def _end_row(self) -> None:
        self._end_cell()
        if self._row is not None:
            self._carry()
            self._sheet.add_row(self._row, self._is_titles(self._row))
            self._first = self._first and not any(self._row)
        self._row, self._row_titled = None, False

    def _is_titles(self, row: list[str]) -> bool:
        """Marked as titles, or the first row of short and filled cells without a figure."""
        told = self._titles or self._row_titled or (self._all_titles and len(row) > 1)
        short = all(0 < len(cell) <= LONGEST_TITLE and not _DIGIT.search(cell) for cell in row)
        return told or (self._first and len(row) > 1 and short)


def _spanned(told: str) -> int:
    return min(int(told[:4]), MOST_SPANNED) if told.isascii() and told.isdigit() and int(told[:4]) > 0 else 1
