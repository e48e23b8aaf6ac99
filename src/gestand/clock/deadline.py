"""A deadline: the day or instant at which a legal or promised term ends, and why."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from difflib import get_close_matches
from typing import Literal
from zoneinfo import ZoneInfo

from gestand.clock.cutoff import last_day
from gestand.clock.errors import BeyondTheTable, TermError
from gestand.clock.holidays import ATW, NO_HOLIDAYS, Calendar, first_working_day, working_days_later
from gestand.clock.moment import HOME_ZONE, instant, local_day, midnight
from gestand.clock.months import months_later
from gestand.clock.period import Language
from gestand.clock.sentence import Facts, one_sentence
from gestand.clock.term import Period, Term

Force = Literal["law", "minimum", "promise"]
Unit = Literal["months", "days", "weeks", "years", "working days", "hours"]

_LARGEST: dict[Unit, int] = {
    "months": 1_200,
    "days": 36_525,
    "weeks": 5_217,
    "years": 100,
    "working days": 26_100,
    "hours": 876_600,
}
"""A hundred years in each unit: longer is a slip of the pen."""

EU_RULE = "Reg1182/71"
"""A basis that begins with this moves an end that falls on a weekend or holiday: art. 3(4). No other does."""
_ANSWER = f"{EU_RULE} art. 3 + GDPR 12(3)"
PROMISE = "contract or promise"
"""The basis of a kind that no law prescribes."""


@dataclass(frozen=True)
class Kind:
    """A kind of deadline: what it counts, the basis where none is given, and its second reading, if any."""

    unit: Unit
    basis: str = PROMISE
    chained: bool = False


KINDS: dict[str, Kind] = {
    "gdpr_month": Kind("months", _ANSWER),
    "gdpr_extension": Kind("months", _ANSWER, chained=True),
    "working_days": Kind("working days"),
    "calendar_days": Kind("days"),
    "weeks": Kind("weeks"),
    "months_after": Kind("months"),
    "years": Kind("years"),
    "hours": Kind("hours"),
    "hours_48": Kind("hours"),
    "hours_72": Kind("hours", "GDPR 33(1)"),
}
"""The kinds by name; `hours_24` and its like are taken too, as `hours` that name their amount."""


@dataclass(frozen=True)
class Deadline:
    """When a term ends.

    `end` is a local date, through which the term runs (to 24:00), or an aware instant for terms in hours.
    `safe` is the earliest end under every reading of the rules: alarms run on it. `limit` is the end that the
    law itself sets ("without delay" is its norm, the limit its outer edge); None for a promise, which has
    none of its own. `why` is the rule that the end rests on.
    """

    kind: str
    start: date | datetime
    amount: int
    end: date | datetime
    safe: date | datetime
    limit: date | datetime | None
    why: str
    force: Force
    facts: Facts

    def sentence(self, language: Language) -> str:
        """The deadline explained in one sentence, in Dutch or English."""
        return one_sentence(self.facts, language)

    def over_at(self, zone: ZoneInfo | None = None) -> datetime:
        """The first instant that is too late: of a date, the next local midnight."""
        return _over_at(self.end, zone)

    def safe_over_at(self, zone: ZoneInfo | None = None) -> datetime:
        """The same of the safe date."""
        return _over_at(self.safe, zone)


def _over_at(end: date | datetime, zone: ZoneInfo | None) -> datetime:
    if isinstance(end, datetime):
        return end
    return midnight(end + timedelta(days=1), zone or ZoneInfo(HOME_ZONE))


def deadline(
    kind: str, start: date | datetime, amount: int, basis: str = "", calendar: Calendar = ATW
) -> Deadline:
    """The end of `amount` units of `kind`, counted from `start` (the event, which is not itself counted).

    Of a moment its local day in Europe/Amsterdam counts; for hours the instant itself. `basis` is the rule
    that the term rests on; empty takes the kind's own. TermError for an unknown kind or an absurd amount,
    BeyondTheTable where a holiday that is needed is not known.
    Source: Reg. (EEC, Euratom) 1182/71 art. 3; GDPR 12(3), 33(1).
    """
    found = _kind(kind, amount)
    _check_amount(kind, found.unit, amount)
    why = basis.strip() or found.basis
    if found.unit == "hours":
        return _in_hours(kind, start, amount, why)
    day = local_day(start, ZoneInfo(HOME_ZONE))
    plain = _plain_end(found.unit, day, amount, NO_HOLIDAYS)
    safe = min(plain, months_later(months_later(day, 1), amount - 1)) if found.chained else plain
    try:
        unshifted = _plain_end(found.unit, day, amount, calendar)
        end = first_working_day(unshifted, calendar) if _moves(why) else unshifted
    except BeyondTheTable as error:
        raise BeyondTheTable(f"{error} ({safe})") from None
    force = _force(why)
    facts = Facts(found.unit, amount, day, unshifted, end, _moves(why), force, calendar)
    return Deadline(kind, start, amount, end, safe, None if force == "promise" else end, why, force, facts)


def whole_number(text: str) -> int:
    """The whole number that `text` writes in ASCII digits, at most nine of them; else TermError."""
    bare = text.strip().removeprefix("-")
    if bare.isascii() and bare.isdecimal() and len(bare) < 10:
        return int(text)
    raise TermError(f"{text[:40]!r} is no amount; write a whole number such as 1", found=text, nearest="1")


def _in_hours(kind: str, start: date | datetime, amount: int, why: str) -> Deadline:
    """Elapsed hours, in UTC; no rounding, and no shift: Reg. 1182/71 art. 3(4) excludes hours."""
    zone = ZoneInfo(HOME_ZONE)
    begin = instant(start, zone)
    try:
        end = (begin.astimezone(UTC) + timedelta(hours=amount)).astimezone(zone)
    except OverflowError:
        raise _too_late(begin) from None
    force = _force(why)
    facts = Facts("hours", amount, begin, end, end, False, force, ATW)
    return Deadline(kind, start, amount, end, end, None if force == "promise" else end, why, force, facts)


def _plain_end(unit: Unit, day: date, amount: int, calendar: Calendar) -> date:
    """The end before any shift; only working days look at the calendar."""
    periods = {
        "months": Period(months=amount),
        "years": Period(months=amount * 12),
        "weeks": Period(days=amount * 7),
        "days": Period(days=amount),
    }
    if unit in periods:
        return last_day(Term(periods[unit]), day)
    try:
        return working_days_later(day, amount, calendar)
    except OverflowError:
        raise _too_late(day) from None


def _too_late(start: date) -> TermError:
    return TermError(f"a term from {start:%Y-%m-%d} would end after the year 9999; write an earlier start")


def _kind(name: str, amount: int) -> Kind:
    """The kind of that name; `hours_N` must say the same number as the amount."""
    hours = re.fullmatch(r"hours_(\d{1,6})", name, re.ASCII)
    if hours and int(hours[1]) != amount:
        raise TermError(
            f"{name} names {int(hours[1])} hours, but the amount is {amount}; write one number twice"
        )
    if name in KINDS or hours:
        return KINDS.get(name, KINDS["hours"])
    near = next(iter(get_close_matches(name.casefold().replace(" ", "_"), KINDS, 1, 0.5)), "")
    known = ", ".join(KINDS)
    hint = f"did you mean {near!r}? The kinds are" if near else "the kinds are"
    message = f"{name[:40]!r} is no kind of deadline; {hint} {known}"
    raise TermError(message, found=name, expected=known, nearest=near)


def _check_amount(kind: str, unit: Unit, amount: int) -> None:
    largest = _LARGEST[unit]
    if not 1 <= amount <= largest:
        nearest = str(min(max(amount, 1), largest))
        expected = f"a whole number of {unit} from 1 to {largest} (a hundred years)"
        message = f"{amount} is no amount for {kind}: expected {expected}; nearest {nearest}"
        raise TermError(message, found=str(amount), expected=expected, nearest=nearest)


def _moves(why: str) -> bool:
    return re.sub(r"[\s.]", "", why).casefold().startswith(EU_RULE.casefold())


def _force(why: str) -> Force:
    if why.startswith("minimum"):
        return "minimum"
    return "law" if _moves(why) or why.startswith(("GDPR", "AVG", "UAVG", "Tw ")) else "promise"
