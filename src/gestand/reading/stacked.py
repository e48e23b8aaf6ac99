"""A table that lost its shape when it was copied from a page: one cell on a line, the titles first."""

import re

from gestand.reading.lines import Lines

_TITLES = (
    "aanbieder activiteit basis bewaartermijn bewaren bron categorie cookie cookies doel doeleinde doeleinden duur "
    "functie gegevens grondslag land locatie looptijd naam ontvanger partij persoonsgegevens rol soort termijn type "
    "verwerking waar waarom waarvoor wat wie "
    "activity category country data duration expiry ground lifetime location name party period provider purpose "
    "reason recipient retention role source what where who why"
)
_TITLE = re.compile(
    rf"(?:(?:soort|type|welke|our|de|the) )?(?:{'|'.join(_TITLES.split())})(?:[ /]\w+){{0,2}}", re.I
)
_FEWEST_COLUMNS, _MOST_COLUMNS, _FEWEST_ROWS = 2, 6, 3
_LONGEST = 400
"""Lines of one table."""


def columns(lines: Lines, number: int) -> tuple[int, int]:
    """How many columns a table has that begins on this line, zero when none does; and how many lines it takes."""
    titled = 0
    while titled < _MOST_COLUMNS and _TITLE.fullmatch(lines[number + titled].text):
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
