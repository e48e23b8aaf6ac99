"""Lengths of time as a statement writes them, out of ISO 8601 or a number of working days."""

from gestand.clock.errors import TermError
from gestand.clock.period import counted, parse_period, words


def length(iso: str | None, working_days: int | None = None) -> str:
    """The time in words, `7 years`; empty when it is none that a statement can name."""
    told = counted("working day", working_days, "en") if working_days is not None else iso or ""
    try:
        return words(parse_period(told), "en")
    except TermError:
        return ""
