"""Lengths of time as a statement writes them, out of ISO 8601 or a number of working days."""

from gestand.clock.period import counted, period_or_none, words


def length(iso: str | None, working_days: int | None = None) -> str:
    """The time in words, `7 years`; empty when it is none that a statement can name."""
    told = counted("working day", working_days, "en") if working_days is not None else iso
    period = period_or_none(told)
    return words(period, "en") if period else ""
