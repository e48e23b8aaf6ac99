"""Durations in words and figures, Dutch and English: "vier weken", "zeven (7) jaar", "72 hours", "5 werkdagen"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TO_NINETEEN = (
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien "
    "achttien negentien",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen",
)
_TENS = (
    "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "twenty thirty forty fifty sixty seventy eighty ninety",
)
_DUTCH, _ENGLISH = (words.split() for words in _TO_NINETEEN)
_COMPOUND = {
    word: ten + unit
    for unit in range(10)
    for ten, dutch, english in zip(range(20, 100, 10), *(words.split() for words in _TENS), strict=True)
    for word in ((f"{_DUTCH[unit]}en{dutch}", f"{english}-{_ENGLISH[unit]}") if unit else (dutch, english))
}
NUMBERS = (
    {word: number for words in (_DUTCH, _ENGLISH) for number, word in enumerate(words)}
    | _COMPOUND
    | {"honderd": 100, "hundred": 100, "a": 1, "an": 1}
)
"""Number words, accents folded away, and what they stand for."""

_UNITS = {
    "minute": r"(?:minuten|minuut|minutes?|mins?)",
    "hour": r"(?:uur|uren|hours?|hrs?|h)",
    "working_day": r"(?:werkdag(?:en)?|(?:working|business|work|office)[ -]?days?|(?:bank|kantoor)dagen)",
    "day": r"(?:(?:kalender)?dag(?:en)?|(?:calendar )?days?|etmalen|etmaal)",
    "week": r"(?:weken|week|weeks?|wkn?)",
    "fortnight": r"fortnights?",
    "month": r"(?:(?:kalender)?maand(?:en)?|mnd|(?:calendar )?months?|mths?)",
    "quarter": r"(?:kwartaal|kwartalen|quarters?)",
    "year": r"(?:(?:kalender|boek)?(?:jaar|jaren)|jr|(?:calendar )?years?|yrs?)",
}
_WORDS = "|".join(sorted(map(re.escape, NUMBERS), key=len, reverse=True))
_UNIT = "|".join(f"(?P<{name}>{spelling})" for name, spelling in _UNITS.items())
_TERM = re.compile(
    rf"\b(?:(?P<half>half|anderhalf|half a|one and a half)|(?P<figures>\d{{1,4}}(?:[.,]5)?)|"
    rf"(?P<single>(?<=binnen )(?:de|het))|(?P<word>{_WORDS}))"
    r"(?: ?\((?:(?P<again>\d{1,4})|[a-z-]{1,20})\))?(?P<more> (?:en een half|and a half))?"
    rf"[ -]?(?:volle |hele |full |consecutive |opeenvolgende |aaneengesloten )?(?:{_UNIT})(?:'s)?\b"
)
_MULTIPLES = {"quarter": (3, "month"), "fortnight": (2, "week")}
_ISO = {"minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "week": "P{}W", "month": "P{}M", "year": "P{}Y"}


@dataclass(frozen=True)
class Duration:
    """How long: ISO 8601, or a number of working days; and the characters that say so."""

    begin: int
    end: int
    iso: str | None
    working_days: int | None = None


def durations(text: str) -> Iterator[Duration]:
    """The durations in a folded text, in order. Ages and calendar years are durations here; the caller knows."""
    for match in _TERM.finditer(text):
        unit = next(name for name in _UNITS if match[name])
        amount = _amount(match)
        if unit == "working_day":
            yield Duration(match.start(), match.end(), None, int(amount))
        else:
            yield Duration(match.start(), match.end(), _iso(amount, unit))


def _amount(match: re.Match[str]) -> float:
    """How many, in halves at the finest."""
    if match["half"]:
        return 0.5 if match["half"].startswith("half") else 1.5
    if match["single"]:
        return 1
    told = match["again"] or (match["figures"] or "").replace(",", ".")
    return (float(told) if told else NUMBERS[match["word"]]) + (0.5 if match["more"] else 0)


def _iso(amount: float, unit: str) -> str | None:
    """Half a year is six months; half of anything else is not told in ISO 8601."""
    if unit in _MULTIPLES:
        times, unit = _MULTIPLES[unit]
        amount *= times
    if unit == "year" and amount % 1:
        amount, unit = amount * 12, "month"
    return None if amount % 1 else _ISO[unit].format(int(amount))
