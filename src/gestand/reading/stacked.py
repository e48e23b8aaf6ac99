"""A table that lost its shape when it was copied from a page: one cell on a line, the titles first."""

from gestand.reading.lines import Lines
from gestand.reading.rows import TITLE

_FEWEST_COLUMNS, _MOST_COLUMNS, _FEWEST_ROWS = 2, 6, 3
_LONGEST = 400
"""Lines of one table."""


def columns(lines: Lines, number: int) -> tuple[int, int]:
    """How many columns a table has that begins on this line, zero when none does; and how many lines it takes."""
    titled = 0
    while titled < _MOST_COLUMNS and TITLE.fullmatch(lines[number + titled].text):
        titled += 1
    if titled < _FEWEST_COLUMNS or lines[number - 1].text:
        return 0, 0
    length = titled
    while length < _LONGEST and not lines[number + length].begins:
        length += 1
    for width in range(titled, _FEWEST_COLUMNS - 1, -1):
        if length % width == 0 and length >= width * _FEWEST_ROWS:
            return width, length
    return 0, 0
