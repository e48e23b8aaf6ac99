"""The rows of tables about cookies, as rules walk them."""

import re
from collections.abc import Iterator

from gestand.core.document import Segment
from gestand.lint.published import Published

_COOKIE = re.compile(r"cookie", re.IGNORECASE)
_NAME = re.compile(r"cookie|\bnaam|\bname", re.IGNORECASE)


def cookie_cells(published: Published, column: re.Pattern[str]) -> Iterator[tuple[Segment, str]]:
    """Every row about a cookie, with its cell in the first column whose title fits."""
    for segment in published.segments:
        cells = dict(segment.cells)
        title = next((title for title in cells if column.search(title)), None)
        where = f"{' '.join(segment.headings)} {segment.lead} {' '.join(cells)}"
        if title and _COOKIE.search(where) and any(_NAME.search(one) for one in cells):
            yield segment, cells[title]
