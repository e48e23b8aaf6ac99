"""The column of a table that tells how long: by its cells, whatever its title says."""

import re
from collections.abc import Iterable, Mapping
from itertools import groupby

from gestand.core.document import Shape
from gestand.reading.patterns.words.durations import durations
from gestand.reading.patterns.words.folding import fold
from gestand.reading.patterns.words.keeping import KEEPS_ABOVE
from gestand.reading.patterns.words.passage import Passage, Span

_EVENT = re.compile(
    r"^(?:tot|totdat|zo ?lang|until|as long as|while|n\.?v\.?t|not applicable|zie|see|onbep|indef)"
)
_COOKIE = re.compile(r"\bcookies?\b|\bsess(?:ie|ion)\b|\bbrowser\b|\b_ga\b")
_LONGEST = 80
"""Characters of a cell that is mostly its period."""


def period_cells(places: Iterable[Passage]) -> Mapping[int, Span]:
    """Where the period stands in the folded text of each table row, by where the row begins in the text."""
    found: dict[int, Span] = {}
    for titles, group in groupby(places, _titles):
        rows = list(group) if titles else []
        best = max(range(len(titles)), key=lambda at: _share(rows, at), default=0)
        if any(_COOKIE.search(one.text) for one in rows):
            continue  # how long they live is no keeping
        if rows and (_share(rows, best) > 0.5 or KEEPS_ABOVE.search(fold(titles[best]).text)):
            found |= {one.segment.begin: span for one in rows if (span := _span(one, best))}
    return found


def _titles(one: Passage) -> tuple[str, ...]:
    """The titles above a row, empty ones too; none for what is no row."""
    return tuple(title for title, _ in one.segment.cells) if one.segment.shape is Shape.ROW else ()


def _share(rows: list[Passage], at: int) -> float:
    return sum(_is_period(one, at) for one in rows) / len(rows)


def _is_period(one: Passage, at: int) -> bool:
    cell = fold(one.segment.cells[at][1]).text
    return len(cell) <= _LONGEST and bool(_EVENT.match(cell) or any(durations(cell)))


def _span(one: Passage, at: int) -> Span | None:
    cell = fold(one.segment.cells[at][1]).text
    before = sum(len(fold(text).text) for _, text in one.segment.cells[:at])
    begin = one.text.find(cell, before) if cell else -1
    return (begin, begin + len(cell)) if begin >= 0 else None
