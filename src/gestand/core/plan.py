"""A plan and what came of it: what `plan` prints, what `keep` reports."""

from dataclasses import dataclass
from datetime import datetime

from gestand.core.action import Action, Erase, Impossible, Leaving, Level
from gestand.core.promise import Limit
from gestand.core.question import Silence

SHOWN = 12
"""Characters of a plan's digest that people see and type."""

SHORTEST = 8
"""The fewest of them that name a plan."""


@dataclass(frozen=True)
class Sweep:
    """How a promise was swept: `fingerprint` is a keyed digest of its rule and of where the map finds its data."""

    promise: str
    fingerprint: str
    kept: Limit
    statement: str


@dataclass(frozen=True)
class Arrears:
    """Rows that wait for a named approval, because the promise was never swept, or has become stricter."""

    sweep: Sweep
    rows: int
    why: str


@dataclass(frozen=True)
class Plan:
    """Everything that keeping takes today. `digest` is keyed; the same rows on the same day give the same one."""

    digest: str
    statement: str
    at: datetime
    actions: tuple[Action, ...]
    impossible: tuple[Impossible, ...]
    silences: tuple[Silence, ...]
    arrears: tuple[Arrears, ...]

    @property
    def rows(self) -> int:
        """All rows that would change, those that leave along with others included."""
        return sum(map(touched, self.actions))

    def rows_of(self, promise: str) -> int:
        return sum(touched(action) for action in self.actions if action.promise == promise)


def touched(action: Action) -> int:
    """The rows an action changes, in its table and along with it."""
    along = sum(along.rows for along in action.along) if isinstance(action, Erase) else 0
    return action.rows + along


def leaving(action: Action) -> int:
    """The rows that an action erases or blanks, without those that stay and lose their link."""
    along = action.along if isinstance(action, Erase) else ()
    return action.rows + sum(one.rows for one in along if one.how is not Leaving.CUT)


def promises_of(action: Action) -> tuple[str, ...]:
    """Every promise that an action keeps: the one it is counted under, and those that free the row with it."""
    return (action.promise, *action.also) if isinstance(action, Erase) else (action.promise,)


@dataclass(frozen=True)
class Outcome:
    """What came of one action: rows changed, rows still left, the level reached; or the trouble that stopped it.

    `gone`: the trouble is that of its whole store, which does not answer or cannot be written to. `along` are the
    rows of other tables that changed with them. `stops`: nothing more was done after it, in any store.
    """

    action: Action
    rows: int
    left: int | None
    level: Level
    trouble: str = ""
    gone: bool = False
    along: int = 0
    stops: bool = False


@dataclass(frozen=True)
class Kept:
    """What `keep` did: outcomes in order, and the promises that wait for an approval."""

    plan: Plan
    outcomes: tuple[Outcome, ...]
    waiting: tuple[Arrears, ...]

    @property
    def rows(self) -> int:
        return sum(outcome.rows for outcome in self.outcomes)

    @property
    def along(self) -> int:
        return sum(outcome.along for outcome in self.outcomes)
