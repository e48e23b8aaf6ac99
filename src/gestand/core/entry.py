"""An entry of the log: promise, digests, counts and times; never a name, an address or an identifier."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from gestand.core import errors
from gestand.core.action import Level, Mode
from gestand.core.finding import Verdict


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
    ACCOUNTED = "accounted for"
    CLOCK = "clock"
    ACCEPTED = "accepted"
    CASE = "case"
    STAFF = "staff"
    CHOICE = "choice"


WORDS = frozenset(
    {
        *(verdict.value for verdict in Verdict),
        *(level.value for level in Level),
        *(mode.value for mode in Mode),
        *(name for name in vars(errors) if name[0].isupper()),
        "first sweep",
        "first statement",
        "stricter",
        "laxer",
        "arrears",
        "interrupted",
        "erase",
        "blank",
        "impossible",
        "the clock is right",
        "correct",
        "restrict",
        "received",
        "asked",
        "identified",
        "extended",
        "judged",
        "found",
        "decided",
        "seconded",
        "advised",
        "did",
        "answered",
        "wrote",
        "lifted",
        "closed",
        "seen",
        "seen by the person",
        "keys destroyed",
        "suppressed",
        "invited",
        "role changed",
        "password set",
        "password refused",
        "signed in",
        "revoked",
        "replayed",
        "granted",
        "refused",
        "chosen",
    }
)
"""Every word that an entry may carry: verdicts, levels, paces, classes of error, and a few more."""

COUNTS = frozenset(
    {
        "approved",
        "at most",
        "cases",
        "along",
        "arrears",
        "blanked",
        "cannot tell",
        "deviation",
        "due",
        "emptied",
        "erased",
        "changed",
        "explained",
        "found",
        "letters",
        "remaining",
        "gone too early",
        "held",
        "impossible",
        "kept",
        "kept by law",
        "left",
        "not connected",
        "planned",
        "promises",
        "rows",
        "running",
        "stores",
        "unclaimed",
        "used",
    }
)
"""Every name that a count may have; besides these, `year 2026` for any year."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log.

    `statement` is the SHA-256 of the statement's bytes, which are public; `action` the keyed digest of an
    action or a plan. `counts` are numbers by name, out of COUNTS. `word` is one of WORDS: a verdict, a level,
    a class of error. The log refuses anything else: no personal data can get in as free text.
    """

    kind: Kind
    at: datetime
    promise: str = ""
    statement: str = ""
    action: str = ""
    counts: tuple[tuple[str, int], ...] = ()
    word: str = ""


@dataclass(frozen=True)
class Counted:
    """What a check counted of one promise, as the log keeps it: numbers by name, out of COUNTS, sorted by name."""

    promise: str
    counts: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Progress:
    """How far an intended action has got: rows of its table changed, and rows that went along with them."""

    promise: str
    action: str
    rows: int = 0
    along: int = 0

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """The same as counts of an entry."""
        return (("rows", self.rows), ("along", self.along)) if self.along else (("rows", self.rows),)
