"""A term: how long something takes, and what its count begins with."""

from dataclasses import dataclass
from typing import Literal

CountedFrom = Literal["the moment", "the calendar year", "the book year"]


@dataclass(frozen=True)
class Period:
    """A length of time in calendar units; years are twelve months, weeks seven days.

    At most one of `working_days` and `hours` is set, and then nothing else is.
    """

    months: int = 0
    days: int = 0
    working_days: int = 0
    hours: int = 0


@dataclass(frozen=True)
class Term:
    """`period` counted from a moment, or from the end of the calendar or book year in which it falls.

    `book_year_ends` is (month, day). A period of nothing at all ends on the day of the moment itself
    ("until the relation ended").
    """

    period: Period
    counted_from: CountedFrom = "the moment"
    book_year_ends: tuple[int, int] = (12, 31)
