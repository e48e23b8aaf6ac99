"""What is told of many cases at once, without unsealing one: how urgent they are, and who looked into them."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from gestand.core.case import Clocks
from gestand.core.request import Right, Way


class Urgency(StrEnum):
    """Where an open case stands against its clocks; the worst first."""

    BEYOND = "past the law"
    LATE = "late"
    SOON = "due soon"
    IN_TIME = "in time"


@dataclass(frozen=True)
class CaseLine:
    """A case as the list shows it, without anything sealed; `last` is the newest step's word (`decided`)."""

    id: str
    rights: tuple[Right, ...]
    way: Way
    received: datetime
    clocks: Clocks
    last: str
    closed: bool = False


@dataclass(frozen=True)
class CaseCount:
    """So many open cases ask for this right and are as urgent as this; `first` is the one whose `safe` comes first."""

    right: Right
    urgency: Urgency
    cases: int
    first: str
    safe: datetime


@dataclass(frozen=True)
class View:
    """Somebody of the staff looked into a case."""

    by: str = field(repr=False)
    at: datetime
