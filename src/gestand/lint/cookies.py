"""Cookies as rules walk them: the rows of a table, the items of a statement, and whether any takes consent."""

import re
from collections.abc import Iterator

from gestand.core.document import Segment
from gestand.core.fact import DeviceItem
from gestand.lint.law.tables import vendors
from gestand.lint.published import Published
from gestand.statement.devices import DeviceGroup, Item
from gestand.statement.model import Statement

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


def items_of(statement: Statement) -> Iterator[tuple[str, DeviceGroup, Item]]:
    """Every item in a statement with its path and its group."""
    for word, group in (statement.cookies or {}).items():
        for name, item in group.items.items():
            yield f"cookies/{word}/items/{name}", group, item


def take_consent(published: Published) -> bool:
    """Whether a text tells of cookies that take consent: by what they are for, or by the name of a known tracker."""
    items = (item.category for item, _ in published.of(DeviceItem))
    return any(one in ("analytics", "marketing", "social") for one in items) or any(
        one.tracks and published.quotes(one.words) for one in vendors()
    )
