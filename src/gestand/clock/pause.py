"""The term of an answer while a question about somebody's identity is open."""

from dataclasses import replace
from datetime import date, timedelta

from gestand.clock.deadline import Deadline, deadline
from gestand.clock.errors import TermError
from gestand.clock.holidays import ATW, Calendar, first_working_day
from gestand.clock.months import months_later


def paused(
    received: date, asked: date | None, answered: date | None, months: int = 1, calendar: Calendar = ATW
) -> Deadline:
    """The end of an answer's term that a question on reasonable doubt about identity paused, GDPR 12(6).

    The whole days between question and answer are added to the unshifted end, which then moves once
    past weekends and holidays (EDPB 01/2022 section 5.3: a suspension, no new month). Without both dates
    nothing is paused. The safe date counts no pause.
    TermError where the dates run back, or where the question came after the end of the term.
    """
    plain = deadline("gdpr_month", received, months, calendar=calendar)
    if asked is None and answered is None:
        return plain
    if asked is None or asked < received or (answered is not None and answered < asked):
        raise TermError(
            f"received {received}, asked {asked or 'never'}, answered {answered or 'not yet'}: "
            "these days do not follow each other; write them in this order"
        )
    if asked >= plain.over_at().date():
        raise TermError(
            f"asked on {asked}, after the term had ended on {plain.end}: nothing is left to pause"
        )
    return _longer(plain, (answered - asked).days, calendar) if answered else plain


def _longer(plain: Deadline, days: int, calendar: Calendar) -> Deadline:
    unshifted = months_later(plain.facts.first, plain.amount) + timedelta(days=days)
    end = first_working_day(unshifted, calendar)
    facts = replace(plain.facts, unshifted=unshifted, end=end, paused_days=days)
    return replace(plain, end=end, limit=end, why=f"{plain.why} + GDPR 12(6)", facts=facts)
