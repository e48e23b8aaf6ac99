"""What a text must look like to be a time: patterns that each engine's own matching understands.

`2024-02-30` is no day and `25:00` no hour; a zone is only understood where UTC is declared.
"""

import re

import sqlalchemy as sa

from gestand.stores.element import Column, Condition
from gestand.stores.faces import Face

_YEAR = "(19|[2-9][0-9])[0-9]{2}"
_LONG = "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
_SHORT = "(0[469]|11)-(0[1-9]|[12][0-9]|30)"
_FEBRUARY = "02-(0[1-9]|1[0-9]|2[0-8])"
_LEAP = "((19|[2-9][0-9])(0[48]|[2468][048]|[13579][26])|([2468][048]|[3579][26])00)-02-29"
_DAY = f"({_YEAR}-({_LONG}|{_SHORT}|{_FEBRUARY})|{_LEAP})"
_TIME = "[ T]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,9})?)?"
_UTC = "(Z|[+]00(:00)?)?"
PATTERNS = {
    Face.TEXT_DAY: _DAY,
    Face.TEXT_LOCAL: f"{_DAY}({_TIME})?",
    Face.TEXT_UTC: f"{_DAY}({_TIME}{_UTC})?",
}
UTC_SUFFIXES = ("+00:00", "+00", "Z")

_GLOB_DAY = "[12-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]"
_GLOB_MINUTES = f"{_GLOB_DAY}[ T][0-2][0-9]:[0-5][0-9]"
_GLOB_SECONDS = f"{_GLOB_MINUTES}:[0-5][0-9]"
_MOST_DIGITS = 9
_COUNTED = "+0 days"


def matches(face: Face, text: str) -> bool:
    """Whether a text is a time of this shape."""
    return re.fullmatch(PATTERNS[face], text) is not None


def is_time(dialect: str, face: Face, column: Column) -> Condition:
    """The same as `matches`, in the engine: exact, whatever the column's collation."""
    if dialect == "postgresql":
        return sa.cast(column, sa.Text).regexp_match(f"^{PATTERNS[face]}$")
    if dialect == "mariadb":
        return column.regexp_match(f"(?-i)^{PATTERNS[face]}\\z")
    return _sqlite(face, column)


def exactly(dialect: str, text: Column, start: int) -> Column:
    """The time of day in a text, from its place on, without a mark of UTC, compared byte by byte."""
    rest: Column = sa.func.substr(text, start)
    for suffix in UTC_SUFFIXES:
        rest = sa.func.replace(rest, suffix, "")
    collation = {"postgresql": "C", "sqlite": "BINARY"}.get(dialect)
    return sa.collate(rest, collation) if collation else rest


def _sqlite(face: Face, column: Column) -> Condition:
    """SQLite's own functions, made to count, write a time out afresh: alike is a time. Other spellings by GLOB.

    What they write is text, and equals nothing else.
    """
    text = sa.collate(column, "BINARY")
    afresh = sa.func.datetime(column, _COUNTED)
    alike = [sa.func.date(column, _COUNTED) == text]
    if face is not Face.TEXT_DAY:
        suffixes = ("", *UTC_SUFFIXES) if face is Face.TEXT_UTC else ("",)
        alike = [
            afresh == text,
            *alike,
            sa.func.replace(afresh, " ", "T") == text,
            _spelled(column, suffixes),
        ]
    return sa.or_(*alike)


def _spelled(column: Column, suffixes: tuple[str, ...]) -> Condition:
    """GLOB knows no alternatives: one pattern a length; `date()`, made to count, moves 30 February to March."""
    day = sa.func.substr(column, 1, 10)
    real = sa.and_(sa.func.date(day, _COUNTED) == day, sa.func.substr(column, 12, 2) < "24")
    return sa.and_(sa.func.typeof(column) == "text", sa.or_(*_timed(column, suffixes)), real)


def _timed(column: Column, suffixes: tuple[str, ...]) -> list[Condition]:
    whole = [
        _glob(column, pattern + suffix) for pattern in (_GLOB_SECONDS, _GLOB_MINUTES) for suffix in suffixes
    ]
    return whole + [_fraction(column, suffix) for suffix in suffixes]


def _fraction(column: Column, suffix: str) -> Condition:
    length = sa.func.length(column) - (20 + len(suffix))
    digits = sa.func.substr(column, 21, length)
    few = sa.and_(length >= 1, length <= _MOST_DIGITS, sa.not_(_glob(digits, "*[^0-9]*")))
    return sa.and_(_glob(column, f"{_GLOB_SECONDS}.[0-9]*{suffix}"), few)


def _glob(text: Column, pattern: str) -> Condition:
    return text.op("GLOB", is_comparison=True, return_type=sa.Boolean())(sa.literal(pattern, sa.String()))
