"""Periods as people write them, in English, in Dutch and in ISO 8601, and back."""

import re
from difflib import get_close_matches
from typing import Literal, NoReturn
from unicodedata import normalize

from gestand.clock.errors import TermError
from gestand.clock.term import Period

Language = Literal["nl", "en"]
Unit = Literal["year", "month", "week", "day", "working day", "hour"]

EXPECTED = "a period such as '1 week', '5 working days', '13 months', '2 years', '72 hours' or 'P1Y6M'"

_SCALE: dict[Unit, tuple[str, int]] = {
    "year": ("months", 12),
    "month": ("months", 1),
    "week": ("days", 7),
    "day": ("days", 1),
    "working day": ("working_days", 1),
    "hour": ("hours", 1),
}
_LARGEST = {"months": 1_200, "days": 36_525, "working_days": 26_100, "hours": 876_600}  # a hundred years
_WORDS: dict[Language, dict[Unit, tuple[str, str]]] = {
    "en": {
        "year": ("year", "years"),
        "month": ("month", "months"),
        "week": ("week", "weeks"),
        "day": ("day", "days"),
        "working day": ("working day", "working days"),
        "hour": ("hour", "hours"),
    },
    "nl": {
        "year": ("jaar", "jaar"),
        "month": ("maand", "maanden"),
        "week": ("week", "weken"),
        "day": ("dag", "dagen"),
        "working day": ("werkdag", "werkdagen"),
        "hour": ("uur", "uur"),
    },
}
_ALSO: dict[str, Unit] = {
    "jaren": "year",
    "uren": "hour",
    "business day": "working day",
    "business days": "working day",
    "calendar day": "day",
    "calendar days": "day",
    "kalenderdag": "day",
    "kalenderdagen": "day",
}
_UNITS = _ALSO | {word: unit for table in _WORDS.values() for unit, pair in table.items() for word in pair}
_JOIN: dict[Language, str] = {"en": " and ", "nl": " en "}
_NUMBERS = {
    word: number
    for row in (
        "a an one two three four five six seven eight nine ten eleven twelve",
        "een een één twee drie vier vijf zes zeven acht negen tien elf twaalf",
    )
    for number, word in zip((1, 1, *range(1, 13)), row.split(), strict=True)
}
_HALVES = {
    "half a year": Period(months=6),
    "een half jaar": Period(months=6),
    "anderhalf jaar": Period(months=18),
    "one and a half years": Period(months=18),
}
_ISO = re.compile(
    r"P(?:(\d{1,9})Y)?(?:(\d{1,9})M)?(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(\d{1,9})H)?", re.ASCII | re.I
)
_ISO_UNITS: tuple[Unit, ...] = ("year", "month", "week", "day", "hour")
_PART = re.compile(r"([^\s\d]+(?=\s)|\d{1,9})\s*([^\d]+)", re.ASCII)


def parse_period(text: str) -> Period:
    """The period that `text` writes: English or Dutch words, or an ISO 8601 duration.

    TermError when it is none, is nought or negative, exceeds a hundred years, or mixes hours or working days
    with anything else. The message names the value, what is expected and the nearest valid form.
    """
    shown = " ".join(normalize("NFC", text).split())
    plain = shown.casefold()
    if plain in _HALVES:
        return _HALVES[plain]
    if len(shown) > 80 or not shown:
        _refuse(shown, "it is empty" if not shown else "it is far too long", "1 week")
    iso_match = _ISO.fullmatch(shown)
    parts = _iso_parts(iso_match) if iso_match else _word_parts(shown, plain)
    return _sum(shown, parts)


def period_or_none(text: str | None) -> Period | None:
    """The period that `text` writes, as `parse_period` reads it; None when it is none."""
    try:
        return parse_period(text or "")
    except TermError:
        return None


def words(period: Period, language: Language) -> str:
    """How people write the period, in the largest whole units: `1 week`, `2 years`, `13 maanden`."""
    parts = [counted(unit, count, language) for unit, count in _largest_whole(period)]
    return _JOIN[language].join(parts) or {"en": "no time", "nl": "geen tijd"}[language]


def _largest_whole(period: Period) -> list[tuple[Unit, int]]:
    """The period's units and counts, each in the largest unit that divides it, none of them nought."""
    years, weeks = period.months % 12 == 0, period.days % 7 == 0
    parts: list[tuple[Unit, int]] = [
        ("year", period.months // 12) if years else ("month", period.months),
        ("week", period.days // 7) if weeks else ("day", period.days),
        ("working day", period.working_days),
        ("hour", period.hours),
    ]
    return [(unit, count) for unit, count in parts if count]


def counted(unit: Unit, count: int, language: Language) -> str:
    """The number with its unit: `1 week`, `5 werkdagen`."""
    return f"{count} {_WORDS[language][unit][count != 1]}"


def _iso_parts(match: re.Match[str]) -> list[tuple[Unit, int]]:
    found = zip(_ISO_UNITS, match.groups(), strict=True)
    return [(unit, int(count)) for unit, count in found if count is not None]


def _word_parts(shown: str, plain: str) -> list[tuple[Unit, int]]:
    if plain.startswith(("-", "−", "minus ")) or re.match(r"p-?[\d.]*-", plain):
        _refuse(shown, "a period cannot be negative", _without_sign(plain))
    return [_part(shown, part) for part in re.split(r"\s+(?:and|en)\s+|\s*,\s*(?:and\s+|en\s+)?", plain)]


def _without_sign(plain: str) -> str:
    try:
        return words(parse_period(plain.replace("minus ", "", 1).replace("-", "").replace("−", "")), "en")
    except TermError:
        return "1 week"


def _part(shown: str, part: str) -> tuple[Unit, int]:
    if re.search(r"\d{10}", part):
        _refuse(shown, "that is more than a hundred years", "100 years")
    match = _PART.fullmatch(part)
    if match is None:
        _refuse(shown, "there is no whole number with a unit", _nearest(part))
    number, unit = match[1], match[2].strip()
    count = _NUMBERS.get(number, int(number) if number.isdecimal() else None)
    if count is None or unit not in _UNITS:
        _refuse(shown, f"{unit if count is not None else number!r} is unknown".strip(), _nearest(part))
    return _UNITS[unit], count


def _nearest(part: str) -> str:
    """A valid period that looks like `part`: its first number, and the unit that its words resemble most."""
    letters = " ".join(re.findall(r"[^\W\d_]+", part))
    tries = [word for word in (letters, *letters.split()) if word in _UNITS]
    tries += [
        unit for word in (letters, *letters.split()) for unit in get_close_matches(word, _UNITS, 1, 0.7)
    ]
    if not tries:
        return "1 week"
    number = re.search(r"\d{1,4}", part)
    dutch = all(tries[0] not in pair for pair in _WORDS["en"].values())
    return counted(_UNITS[tries[0]], max(int(number[0]), 1) if number else 1, "nl" if dutch else "en")


def _sum(shown: str, parts: list[tuple[Unit, int]]) -> Period:
    order = [list(_SCALE).index(unit) for unit, _ in parts]
    if not parts:
        _refuse(shown, "it holds no number with a unit", "P1W")
    if order != sorted(set(order)):
        _refuse(shown, "each unit is written once, the largest first", _nearest(shown))
    if len(parts) > 1 and {"working day", "hour"} & {unit for unit, _ in parts}:
        _refuse(shown, "working days and hours stand alone", counted(*parts[-1], "en"))
    totals = dict.fromkeys(_LARGEST, 0)
    for unit, count in parts:
        field, scale = _SCALE[unit]
        totals[field] += count * scale
    if not any(totals.values()):
        _refuse(shown, "that is no time at all; what ends with its moment is written 'until' it", "1 day")
    if any(totals[field] > _LARGEST[field] for field in totals):
        _refuse(shown, "that is more than a hundred years", "100 years")
    return Period(**totals)


def _refuse(shown: str, why: str, nearest: str) -> NoReturn:
    quoted = shown if len(shown) <= 60 else shown[:57] + "..."
    message = f"'{quoted}' is no term: {why}; expected {EXPECTED}; nearest valid form: '{nearest}'"
    raise TermError(message, found=shown, expected=EXPECTED, nearest=nearest)
