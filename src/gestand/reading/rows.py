"""Which lines are rows of a table: cells parted by tabs, bars, arrows (`Invoices > 7 years > tax`) or dashes."""

import re

TABLE_RULE = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?")
"""The line below the titles of a table in Markdown."""
_SEPARATORS = ("\t", " > ", "|")
_DASHES = (" – ", " — ", " - ")
"""Part cells only where every row has two or more of them."""
_LINES = "\n"
"""Parts the cells of a row that a copy wrote one below the other."""
_BARS = re.compile(r"\|.*\||[^|\s][^|]*\|[^|]*[^|\s].*")

_TITLES = (
    "aanbieder activiteit basis bewaartermijn bewaren bron categorie cookie cookies doel doeleinde doeleinden duur "
    "functie gegevens grondslag land locatie looptijd naam ontvanger partij persoonsgegevens rol soort termijn type "
    "verwerking waar waarom waarvoor wat wie "
    "activity category country data duration expiry ground lifetime location name party period provider purpose "
    "reason recipient retention role source what where who why"
)
TITLE = re.compile(
    rf"(?:(?:soort|type|welke|our|de|the) )?(?:{'|'.join(_TITLES.split())})(?:s|en)?(?:[ /]\w+){{0,2}}", re.I
)
"""What stands above a column."""


def separator(row: str) -> str:
    """What parts the cells of a row."""
    dashes = (one for one in _DASHES if row.count(one) > 1)
    return next((one for one in (_LINES, *_SEPARATORS) if one in row), next(dashes, "|"))


def is_dashed(above: str, line: str, below: str) -> bool:
    """Whether dashes part a line and a neighbour into as many cells, of three or more."""
    return any(
        line.count(one) > 1 and line.count(one) in (above.count(one), below.count(one)) for one in _DASHES
    )


def is_row(above: str, line: str, below: str, after_row: bool) -> bool:
    """Whether a line is a row: a neighbour is parted as it is, into as many cells where no bars stand around them."""
    for mark in _SEPARATORS[:-1]:
        if mark in line:
            return mark in above or mark in below
    if is_dashed(above, line, below):
        return True
    if not _BARS.fullmatch(line) or ("|" not in above and "|" not in below):
        return False
    alike = line.count("|") in (above.count("|"), below.count("|"))
    return line.startswith("|") or after_row or alike or TABLE_RULE.fullmatch(below) is not None


def names_columns(row: str) -> bool:
    """Whether all cells of a row parted by bars are titles: `Data | Period`."""
    return "|" in row and all(TITLE.fullmatch(cell.strip()) for cell in row.strip("|").split("|"))
