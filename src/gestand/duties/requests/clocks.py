"""When a request must be answered: the law's month, its extension and its pause, and the statement's own promise."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from gestand.clock.cutoff import last_day
from gestand.clock.deadline import Deadline, deadline
from gestand.clock.moment import local_day
from gestand.clock.pause import paused
from gestand.clock.term import Period, Term
from gestand.core.case import Case, Clocks
from gestand.core.promise import RightPromise
from gestand.core.request import Request, Right
from gestand.core.step import Asked, Extended, Identified

AT_ONCE = Period(hours=48)
"""What ends marketing or a consent takes effect at once; two days are the outer edge (GDPR 7(3), 21(3))."""
PROMPTLY = timedelta(days=7)
"""A question who asks pauses the clock only if it came without undue delay (EDPB 01/2022); no law names a number."""
MONTHS, EXTENDED = 1, 3
"""The term of GDPR 12(3) and, counted from receipt too, the longest that it can be extended to."""


def clocks(case: Case, promises: tuple[RightPromise, ...], zone: ZoneInfo) -> Clocks:
    """The earliest of all rights that were asked: one letter answers them."""
    ends, asked = deadlines(case, promises, zone), _open_question(case, zone)
    return Clocks(
        safe=min(end.safe_over_at(zone) for end in ends),
        answer_by=min(end.over_at(zone) for end in ends),
        limit=ends[0].over_at(zone),
        paused=asked is not None,
        extended=case.last(Extended) is not None,
    )


def deadlines(case: Case, promises: tuple[RightPromise, ...], zone: ZoneInfo) -> tuple[Deadline, ...]:
    """The ends that the clocks are made of: the law's first, then what was promised for each right."""
    own = (end for right in case.request.rights for end in _promised(case, right, promises, zone))
    return (_law(case, zone), *own)


def first_clocks(request: Request, promises: tuple[RightPromise, ...], zone: ZoneInfo) -> Clocks:
    """The clocks of a request that has just come in."""
    return clocks(Case("", request), promises, zone)


def _law(case: Case, zone: ZoneInfo) -> Deadline:
    received, (asked, answered) = local_day(case.request.received, zone), _pause(case, zone)
    if not case.last(Extended):
        return paused(received, asked, answered, MONTHS)
    extended = deadline("gdpr_extension", received, EXTENDED)
    return replace(paused(received, asked, answered, EXTENDED), kind=extended.kind, safe=extended.safe)


def _pause(case: Case, zone: ZoneInfo) -> tuple[date | None, date | None]:
    """The days of a question on recorded doubt and of its answer; while one of them is open, none."""
    asked = _question(case, zone)
    answered = asked and next((step for step in case.all_of(Identified) if step.at >= asked.at), None)
    return (local_day(asked.at, zone), local_day(answered.at, zone)) if asked and answered else (None, None)


def _question(case: Case, zone: ZoneInfo) -> Asked | None:
    """The first question on recorded doubt; a routine one pauses nothing, nor one that came late.

    Nor does one that bears a day before the receipt.
    """
    received = local_day(case.request.received, zone)
    in_time = (
        step for step in case.all_of(Asked) if received <= local_day(step.at, zone) <= received + PROMPTLY
    )
    return next((step for step in in_time if step.doubt), None)


def _open_question(case: Case, zone: ZoneInfo) -> Asked | None:
    asked = _question(case, zone)
    answered = asked and any(step.at >= asked.at for step in case.all_of(Identified))
    return None if answered else asked


def _promised(
    case: Case, right: Right, promises: tuple[RightPromise, ...], zone: ZoneInfo
) -> Iterator[Deadline]:
    """A promise has no weekends to lean on and is never extended: it is the company's own word."""
    promise = next((one for one in promises if one.right is right), None)
    term = AT_ONCE if not right.needs_identity else promise.within if promise else None
    if term:
        yield _of_term(case.request.received, term, zone)


def _of_term(received: datetime, term: Period, zone: ZoneInfo) -> Deadline:
    if term.hours:
        return deadline("hours", received, term.hours)
    day = local_day(received, zone)
    if term.working_days:
        return deadline("working_days", day, term.working_days)
    if term.months and not term.days:
        return deadline("months_after", day, term.months)
    return deadline("calendar_days", day, (last_day(Term(term), day) - day).days)
