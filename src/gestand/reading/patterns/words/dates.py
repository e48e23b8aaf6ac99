"""Dates in words and figures, Dutch and English: "3 mei 2024", "25-05-2018", "May 3rd, 2024", "
""maart 2022"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = (
    ("januari", "january", "jan"),
    ("februari", "february", "feb"),
    ("maart", "march", "mrt", "mar"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("augustus", "august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_NAME = "|".join(sorted(_NUMBER, key=len, reverse=True))
_DATE = re.compile(
    rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th|e)?(?: of)? (?P<m1>{_NAME})\.?,? (?P<y1>(?:19|20)\d\d)"
    rf"|(?P<m2>{_NAME})\.? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>(?:19|20)\d\d)"
    rf"|(?P<m3>{_NAME})\.?,? (?P<y3>(?:19|20)\d\d)"
    r"|(?P<d4>\d{1,2})(?P<s4>[-/.])(?P<m4>\d{1,2})(?P=s4)'?(?P<y4>(?:19|20)?\d\d)"
    r"|(?P<y5>(?:19|20)\d\d)-(?P<m5>\d\d)-(?P<d5>\d\d)|(?P<y6>(?:19|20)\d\d)-(?P<m6>0[1-9]|1[0-2])(?!-))\b"
)


@dataclass(frozen=True)
class Day:
    """A day or a month, ISO 8601, and the characters that say so."""

    begin: int
    end: int
    iso: str

    @property
    def has_day(self) -> bool:
        return len(self.iso) > len("2024-05")


def days(text: str) -> Iterator[Day]:
    """The dates in a folded text, in order. 03-04-2021 is the third of April, as in Europe."""
    for match in _DATE.finditer(text):
        found = {name[0]: value for name, value in match.groupdict().items() if value}
        month = _NUMBER.get(found["m"]) or int(found["m"])
        year = int(found["y"]) + (2000 if len(found["y"]) == 2 else 0)
        if iso := _iso(year, month, int(found["d"]) if "d" in found else None):
            yield Day(match.start(), match.end(), iso)


def _iso(year: int, month: int, day: int | None) -> str | None:
    if day is None:
        return f"{year:04}-{month:02}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
