"""An entry of the log: promise, digests, counts and times; never a name, an address or an identifier."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """What an entry tells."""

    STATEMENT = "statement"
    APPROVED = "approved"
    INTENDED = "intended"
    DONE = "done"
    FAILED = "failed"
    CHECKED = "checked"
    HELD = "held"
    RELEASED = "released"


@dataclass(frozen=True)
class Entry:
    """One line of the log.

    `statement` is the SHA-256 of the statement's bytes, which are public; `action` the keyed digest of an
    action or a plan. `counts` are numbers by name. `word` is one of a few fixed words: a verdict, a level,
    a class of error.
    """

    kind: Kind
    at: datetime
    promise: str = ""
    statement: str = ""
    action: str = ""
    counts: tuple[tuple[str, int], ...] = ()
    word: str = ""
