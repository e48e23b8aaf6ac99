"""Judges a handful of values: a share against chance, never one value; what it gives back holds none of them."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from gestand.core.predicate import Reading
from gestand.datamap.suggest.handful import ColumnLook, Handful, Held, Share, TableLook
from gestand.datamap.suggest.inside import by_key, is_of_documents, kinds_told, pieces
from gestand.datamap.suggest.lexicon import spellings
from gestand.datamap.suggest.looks import Look, looks
from gestand.datamap.suggest.names import STATES, words_in

FEWEST = 5
"""Distinct values below which nothing is said."""
CHANCE = 0.001
"""A share is told when values that are no such thing would show it less often than this."""
HARDLY = 0.2
_FIRST = 12
_MOST_STATES = 12
_TWO_SIDED_95 = 1.96
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?)?")
_SECONDS = (631_152_000, 4_102_444_800)
"""From 1990 up to 2100, in seconds since 1970."""
_OLDEST, _YOUNGEST = 110, 12
_YEARS = 15
"""Dates of birth are spread over at least so many years."""


def look_at(handful: Handful, today: date) -> TableLook:
    """What the values of a table look like."""
    columns = tuple(
        replace(_column(name, values, today), states=_states(name, values))
        for name, values in handful.columns
    )
    return TableLook(handful.table, columns, bytes=handful.bytes)


def _states(name: str, values: tuple[Held, ...]) -> tuple[str, ...]:
    """The words of the lexicon among the few values of a column that is called after states."""
    if len(values) > _MOST_STATES or not STATES & set(words_in(name)):
        return ()
    return tuple(value for value in values if isinstance(value, str) and value.casefold() in spellings())


def _column(name: str, values: tuple[Held, ...], today: date) -> ColumnLook:
    """Documents are judged by what their keys hold, lists by what is listed."""
    texts = tuple(value for value in values if isinstance(value, str))
    if not texts or not is_of_documents(texts):
        return _judged(name, values, today)
    listed = tuple(dict.fromkeys(each for text in texts for each in pieces(text)))
    held = by_key(texts)
    looks = {key: _judged("", tuple(dict.fromkeys(below)), today) for key, below in held.items()}
    inside = kinds_told({key: (look, len(held[key])) for key, look in looks.items()}, len(texts))
    return replace(_judged(name, listed, today), seen=len(values), inside=inside, unlike=(), texts=True)


def _judged(name: str, values: tuple[Held, ...], today: date) -> ColumnLook:
    seen, textual = len(values), sum(isinstance(value, str) for value in values) * 2 > len(values)
    if seen < FEWEST:
        return ColumnLook(name, seen, texts=textual)
    texts = [text for value in values if (text := _text(value))]
    tested = [(look, _share(look, texts)) for look in looks()] if texts else []
    told = {share.kind: share for look, share in tested if is_told(share, look.chance)}
    unlike = {share.kind for _, share in tested if share.hits < share.seen * HARDLY}
    born = _born(values, today)
    shares = (*told.values(), *((born,) if born else ()))
    liked = {share.kind for _, share in tested if share.hits >= share.seen * HARDLY}
    return ColumnLook(name, seen, shares, tuple(sorted(unlike - liked)), _reading(values), texts=textual)


def _text(value: Held) -> str:
    """A text or a whole number as it would be typed; empty for other values. A BSN may lie in an integer."""
    if isinstance(value, bool):
        return ""
    return str(value).strip() if isinstance(value, str | int) else ""


def _share(look: Look, texts: Sequence[str]) -> Share:
    """Ends early where the first few are none of it: most of them would have to be."""
    for some in (texts[:_FIRST], texts[: look.most]):
        hits = sum(map(look.passes, some))
        if not hits:
            break
    return Share(look.kind, hits, len(some))


def is_told(share: Share, chance: float) -> bool:
    """Whether most values are of the kind, and more than chance would give."""
    if share.seen < FEWEST or least_share(share.hits, share.seen) <= 0.5:
        return False
    return at_least_by_chance(share.hits, share.seen, chance) < CHANCE


def least_share(hits: int, seen: int) -> float:
    """The lower end of Wilson's 95 % interval for the share among all values."""
    z2, share = _TWO_SIDED_95**2, hits / seen
    middle = share + z2 / (2 * seen)
    spread = _TWO_SIDED_95 * math.sqrt(share * (1 - share) / seen + z2 / (4 * seen * seen))
    return (middle - spread) / (1 + z2 / seen)


def at_least_by_chance(hits: int, seen: int, chance: float) -> float:
    """How likely so many hits or more are among values that each pass by chance (binomial)."""
    return sum(math.comb(seen, k) * chance**k * (1 - chance) ** (seen - k) for k in range(hits, seen + 1))


def _born(values: Sequence[Held], today: date) -> Share | None:
    """Bare dates of people who live today, spread over many years."""
    if all(_day(value) is None for value in values[:FEWEST]):
        return None
    days = [day for value in values if (day := _day(value)) is not None]
    if len(days) < len(values) * 0.9 or len(days) < FEWEST * 2:
        return None
    first, last = today - timedelta(days=_OLDEST * 365), today - timedelta(days=_YOUNGEST * 365)
    hits = [day for day in days if first <= day <= last]
    if len(hits) < len(days) * 0.9 or len({day.year for day in hits}) < _YEARS:
        return None
    return Share("birth-date", len(hits), len(days))


def _day(value: Held) -> date | None:
    if isinstance(value, datetime):
        return None
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _reading(values: Sequence[Held]) -> Reading | None:
    """How the values can be read as times, if nearly all of them can."""
    return next((reading for reading, share in _readings(values) if share >= 0.9), None)


def _readings(values: Sequence[Held]) -> Iterator[tuple[Reading, float]]:
    numbers = [value for value in values if isinstance(value, int | float) and not isinstance(value, bool)]
    found = [match for value in values if isinstance(value, str) if (match := _ISO.fullmatch(value))]
    zoned = [match for match in found if match["zone"] in ("Z", "+00:00", "+00")]
    seen = len(values)
    yield Reading.EPOCH_SECONDS, sum(_within(value, 1) for value in numbers) / seen
    yield Reading.EPOCH_MILLISECONDS, sum(_within(value, 1000) for value in numbers) / seen
    yield Reading.ISO_TEXT_UTC, len(zoned) / seen
    yield Reading.ISO_TEXT, sum(match["zone"] is None for match in found) / seen


def _within(value: float, scale: int) -> bool:
    return _SECONDS[0] * scale <= value < _SECONDS[1] * scale
