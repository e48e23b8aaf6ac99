"""The longest that something may take, and whether a period goes beyond it."""

from dataclasses import dataclass

from gestand.clock.period import period_or_none
from gestand.clock.term import Period


@dataclass(frozen=True)
class Limit:
    """One length of time in every unit that a period may be written in: a month, 31 days, 22 working days."""

    months: int
    days: int
    working_days: int
    hours: int

    def is_passed_by(self, period: Period) -> bool:
        if period.months:
            return (period.months, period.days) > (self.months, 0)
        return period.days > self.days or period.working_days > self.working_days or period.hours > self.hours


def period_read(duration: str | None, working_days: int | None) -> Period:
    """A term as a text tells it: a number of working days or an ISO 8601 duration; nothing where it tells neither."""
    if working_days:
        return Period(working_days=working_days)
    return period_or_none(duration) or Period()
