"""Her rows on the page: as a table while that is readable, else as a list; the first of many, and where the rest is."""

from collections.abc import Iterator

from gestand.core.package import Listing
from gestand.core.text import Text
from gestand.documents.package.filing import Filed
from gestand.documents.package.speaking import Speaker
from gestand.documents.package.values import page_value
from gestand.documents.page import Paragraph, Piece, Row, Table, Topic
from gestand.documents.voice import bullets, paragraph, plain, said

MOST_ROWS = 50
"""Of one table, on the page; the files have them all."""
MOST_COLUMNS = 4
"""Of a table that fits the width of a page."""
WIDEST = 45
"""Of a table that fits the width of a page: so many signs in the longest words of its columns together."""
LONGEST = 400
"""Of one value, on the page."""

_ROWS = Text("{table} in {system}: {rows} regels", "{table} in {system}: {rows} rows")
_ONE_ROW = Text("{table} in {system}: 1 regel", "{table} in {system}: 1 row")
_ROW = Text("Regel", "Row")
_NONE = Text("Hierin vonden wij niets van u.", "We found nothing of yours in this.")
_FIRST = Text(
    "Hier staan de eerste {shown} regels. Het bestand {file} heeft ze allemaal.",
    "These are the first {shown} rows. The file {file} has them all.",
)
_FIRST_OF_MORE = Text(
    "Hier staan de eerste {shown} regels. Het bestand {file} heeft er {rows}.",
    "These are the first {shown} rows. The file {file} has {rows} of them.",
)
_MORE = Text(
    "Wij hebben er nog meer. Die krijgt u apart van ons.",
    "We have even more of them. You get those from us apart.",
)
_LEFT_OUT = Text("… (de rest staat in het bestand)", "… (the file has the rest)")


def row_topics(anchor: str, one: Filed, speak: Speaker) -> Iterator[Topic]:
    """A topic for each table of a category."""
    for number, (file, listing) in enumerate(one.listings, 1):
        count = len(listing.rows.rows)
        title = speak(
            _ONE_ROW if count == 1 else _ROWS, table=listing.table, system=listing.system, rows=str(count)
        )
        yield Topic(title, tuple(_shown(listing, file, title, speak)), f"{anchor}-{number}")


def _shown(listing: Listing, file: str, title: str, speak: Speaker) -> Iterator[Piece]:
    every = listing.rows
    if not every.rows:
        yield paragraph(speak(_NONE))
        return
    rows = [[_cell(value, speak) for value in row] for row in every.rows[:MOST_ROWS]]
    columns = tuple(map(plain, every.columns))
    if _fits_a_table(columns, rows):
        yield _table(title, (speak(_ROW), *columns), rows)
    else:
        yield bullets(_as_line(columns, row) for row in rows)
    if len(every.rows) > MOST_ROWS:
        text = _FIRST_OF_MORE if every.more else _FIRST
        yield paragraph(speak(text, shown=str(MOST_ROWS), file=file, rows=str(len(every.rows))))
    if every.more:
        yield paragraph(speak(_MORE))


def _fits_a_table(columns: tuple[str, ...], rows: list[list[str]]) -> bool:
    """A cell does not break inside a word: long ones would push the others off the page."""
    longest = (
        max(len(word) for text in cells for word in text.split() or ("",))
        for cells in zip(columns, *rows, strict=True)
    )
    return len(columns) <= MOST_COLUMNS and sum(longest) <= WIDEST


def _table(title: str, columns: tuple[str, ...], rows: list[list[str]]) -> Table:
    """Each row by its number: its first value may be empty, and nothing would name the row."""
    return Table(title, columns, tuple(Row((said(str(n)), *map(said, row))) for n, row in enumerate(rows, 1)))


def _as_line(columns: tuple[str, ...], row: list[str]) -> Paragraph:
    told = (f"{column}: {value}" for column, value in zip(columns, row, strict=True) if value)
    return paragraph(" · ".join(told))


def _cell(value: object, speak: Speaker) -> str:
    text = plain(page_value(value, speak.language))
    return text if len(text) <= LONGEST else text[:LONGEST] + speak(_LEFT_OUT)
