"""Durations in words and figures, Dutch and English: "vier weken", "zeven (7) jaar", "72 hours", "5 "
"werkdagen"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DUTCH = (
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
    "twintig",
)
_ENGLISH = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
)
_TENS = {
    "vierentwintig": 24,
    "achtentwintig": 28,
    "dertig": 30,
    "veertig": 40,
    "achtenveertig": 48,
    "vijftig": 50,
    "zestig": 60,
    "tweeenzeventig": 72,
    "negentig": 90,
    "honderd": 100,
    "twenty-four": 24,
    "twenty-eight": 28,
    "thirty": 30,
    "forty": 40,
    "forty-eight": 48,
    "sixty": 60,
    "seventy-two": 72,
    "ninety": 90,
    "hundred": 100,
    "a": 1,
    "an": 1,
    "1/2": 0,
}
NUMBERS = {word: n for words in (_DUTCH, _ENGLISH) for n, word in enumerate(words)} | _TENS
"""Number words, accents folded away, and what they stand for."""

_UNITS = {
    "hour": r"(?:uur|uren|hours?)",
    "working_day": r"(?:werkdag(?:en)?|(?:working|business|work)[ -]?days?|bankdagen)",
    "day": r"(?:(?:kalender)?dag(?:en)?|(?:calendar )?days?|etmalen|etmaal)",
    "week": r"(?:weken|week|weeks?)",
    "month": r"(?:(?:kalender)?maand(?:en)?|(?:calendar )?months?)",
    "quarter": r"(?:kwartaal|kwartalen|quarters?)",
    "year": r"(?:(?:kalender|boek)?jaar|jaren|(?:calendar )?years?)",
}
_WORDS = "|".join(sorted(map(re.escape, NUMBERS), key=len, reverse=True))
_UNIT = "|".join(f"(?P<{name}>{spelling})" for name, spelling in _UNITS.items())
_TERM = re.compile(
    rf"\b(?:(?P<half>half|anderhalf|half a|one and a half)|(?P<figures>\d{{1,4}}(?:[.,]5)?)|"
    rf"(?P<word>{_WORDS}))"
    rf"(?: ?\((?:(?P<again>\d{{1,4}})|[a-z-]{{1,20}})\))?[ -]?(?:volle |hele |full |consecutive |"
    rf"opeenvolgende )?"
    rf"(?:{_UNIT})(?:'s)?\b"
)
_ISO = {"hour": "PT{}H", "day": "P{}D", "week": "P{}W", "month": "P{}M", "year": "P{}Y"}


@dataclass(frozen=True)
class Duration:
    """How long: ISO 8601, or a number of working days; and the characters that say so."""

    begin: int
    end: int
    iso: str | None
    working_days: int | None = None


def durations(text: str) -> Iterator[Duration]:
    """The durations in a folded text, in order. Ages and calendar years are durations here; the "
    "caller knows."""
    for match in _TERM.finditer(text):
        unit = next(name for name in _UNITS if match[name])
        if match["half"]:
            yield _half(match, unit)
        elif match["figures"] and re.search(r"[.,]5$", match["figures"]):
            halves = int(re.split(r"[.,]", match["figures"])[0]) * 2 + 1
            yield Duration(match.start(), match.end(), f"P{halves * 6}M" if unit == "year" else None)
        else:
            yield _whole(match, unit)


def _whole(match: re.Match[str], unit: str) -> Duration:
    amount = int(match["figures"]) if match["figures"] else NUMBERS[match["word"]]
    if match["again"]:
        amount = int(match["again"])
    if unit == "working_day":
        return Duration(match.start(), match.end(), None, amount)
    if unit == "quarter":
        return Duration(match.start(), match.end(), f"P{amount * 3}M")
    return Duration(match.start(), match.end(), _ISO[unit].format(amount))


def _half(match: re.Match[str], unit: str) -> Duration:
    months = 18 if match["half"] in ("anderhalf", "one and a half") else 6
    return Duration(match.start(), match.end(), f"P{months}M" if unit == "year" else None)
