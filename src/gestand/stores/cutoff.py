"""What an aware end becomes for a column of days, of local times or of epoch numbers: constants only.

Pure, and shared by every store: the same end gives the same constant in each engine.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

FIRST_DAY = date(1900, 1, 1)
FIRST_TIME = datetime(1900, 1, 1)  # noqa: DTZ001  a bare column of local times is compared with it
FIRST_INSTANT = datetime(1900, 1, 1, tzinfo=UTC)
LAST_EPOCH_SECOND = 253_402_300_799
"""9999-12-31T23:59:59Z. A larger number of seconds is no time: most likely it counts milliseconds."""

FIRST_EPOCH = {1: 0, 1_000: 100_000_000_000}
"""By how many there are in a second: what is not above this is no time. A smaller number of milliseconds, of before
3 March 1973, most likely counts seconds, and would lie long past every term."""


def day_end(end: datetime, zone: str) -> date:
    """The first day whose local midnight does not lie before `end`; a midnight that comes twice counts late."""
    day = end.astimezone(ZoneInfo(zone)).date()
    return day if _midnight(day, zone) >= end.astimezone(UTC) else day + timedelta(days=1)


def local_end(end: datetime, zone: str) -> datetime:
    """The local time, without zone, such that no earlier one can stand for a moment at or after `end`.

    In the hour that comes twice an earlier reading of the clock may be the later moment; then the whole hour
    is spared.
    """
    local = end.astimezone(ZoneInfo(zone))
    repeated = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    if repeated and local.fold == 0:
        local = _start_of_repeated(local)
    return local.replace(tzinfo=None, fold=0)


def epoch_end(end: datetime, per_second: int) -> int:
    """`end` in whole seconds (1) or milliseconds (1000) since 1970, rounded down: a part of one is spared."""
    since = end.astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)
    return since // timedelta(microseconds=1_000_000 // per_second)


def iso_time(moment: datetime) -> str:
    """The time of day in as few characters as say it, none for midnight: so longer texts of it sort after."""
    if moment.time() == time():
        return ""
    if moment.microsecond:
        return moment.strftime("%H:%M:%S.%f").rstrip("0")
    return moment.strftime("%H:%M:%S" if moment.second else "%H:%M")


def _midnight(day: date, zone: str) -> datetime:
    midnight = datetime.combine(day, time(), ZoneInfo(zone))
    return max(midnight.replace(fold=fold).astimezone(UTC) for fold in (0, 1))


def _start_of_repeated(local: datetime) -> datetime:
    """The local time to which the clock is put back, found by halving the hours after `local`."""
    zone = local.tzinfo
    before, after = local.astimezone(UTC), local.replace(fold=1).astimezone(UTC)
    old = local.utcoffset()
    while after - before > timedelta(microseconds=1):
        middle = before + (after - before) / 2
        if middle.astimezone(zone).utcoffset() == old:
            before = middle
        else:
            after = middle
    return after.astimezone(zone)
