"""What a check found: a verdict on one promise, or on the reach of the whole."""

from dataclasses import dataclass
from enum import StrEnum

from gestand.core.place import Place
from gestand.core.text import Text


class Verdict(StrEnum):
    """The words of a verdict, gravest first."""

    DEVIATION = "deviation"
    CANNOT_TELL = "cannot tell"
    RUNNING = "running"
    EXPLAINED = "explained"
    KEPT = "kept, as far as checked"


@dataclass(frozen=True)
class Finding:
    """One verdict. `code` is a stable word for pipelines; `what` says what was seen, and what to do about it.

    `sentence` is the promise in the statement's own words, `place` where it stands. `rows` is the number of
    rows the verdict is about.
    """

    verdict: Verdict
    code: str
    what: Text
    promise: str = ""
    sentence: Text | None = None
    place: Place | None = None
    rows: int = 0


@dataclass(frozen=True)
class Reach:
    """How far a check could see: said first, before any verdict."""

    connected: tuple[str, ...] = ()
    away: tuple[str, ...] = ()
    by_hand: tuple[str, ...] = ()
    not_covered: tuple[str, ...] = ()
