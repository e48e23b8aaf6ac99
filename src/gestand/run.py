"""One keeping under way: acts in batches, and logs each action as intended before and as ended after.

Between two batches it stops for a hold that has begun, or for another keeper that has taken over.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from gestand.asking import Asking
from gestand.core.action import Action, Batch, Erase, Level, Mode, Pace, rows_of
from gestand.core.entry import Entry, Kind, Progress
from gestand.core.errors import (
    AnotherKeeper,
    BookError,
    GestandError,
    HoldBegan,
    StoreAway,
    StoreError,
    StoreReadOnly,
)
from gestand.core.plan import Outcome, Sweep, leaving, promises_of
from gestand.core.ports import Records
from gestand.duties.world import World

Watcher = Callable[[Action, int], None]
"""Is told after every batch which action runs, and how many rows of its table it has changed so far."""

TELL_EVERY = timedelta(seconds=1)
"""How long the book may not know what was done: a keeper that is killed leaves at most so much untold."""


def unwatched(action: Action, rows: int) -> None:
    """Nobody looks on."""


@dataclass
class Going:
    """An action on its way: rows of its table and rows along with them, the level, and what the book knows of it."""

    action: Action
    digest: str
    told_at: datetime
    rows: int = 0
    along: int = 0
    level: Level = Level.LOGICAL
    told: Progress = field(default_factory=lambda: Progress("", ""))

    def add(self, batch: Batch) -> None:
        self.rows, self.along = self.rows + batch.rows, self.along + batch.along
        self.level = batch.level if batch.rows else self.level

    @property
    def progress(self) -> Progress:
        return Progress(self.action.promise, self.digest, self.rows, self.along)

    @property
    def untold(self) -> Progress:
        """What the book does not know yet."""
        return Progress(self.action.promise, "", self.rows - self.told.rows, self.along - self.told.along)


@dataclass(frozen=True)
class Run:
    """Does actions in the world that they were planned in. `mark` is that of the holds which the world knows."""

    world: World
    statement: str
    records: Records
    asking: Asking
    now: Callable[[], datetime]
    beat: Callable[[datetime], None]
    watcher: Watcher
    mode: Mode
    approved: Mapping[str, Sweep]
    mark: int

    def act(self, actions: tuple[Action, ...], most: int) -> Iterator[Outcome]:
        """Do the actions in order, at most `most` rows in all, those that go along included.

        A store that is away or read-only is left alone from then on; one that refuses an action is not. A hold
        that began meanwhile ends it all: the next keep plans anew.
        """
        gone: set[str] = set()
        left = most
        for action in actions:
            if action.store in gone or left <= 0:
                continue
            outcome = self._one(action, min(leaving(action), left))
            yield _too_large(outcome, most) if left == most else outcome
            left -= outcome.rows + outcome.along
            if outcome.stops:
                return
            if outcome.gone:
                gone.add(action.store)

    def _one(self, action: Action, most: int) -> Outcome:
        going = Going(action, self.records.digest(action), self.now())
        self._log(Kind.INTENDED, going, (("planned", action.rows),), type(action).__name__.lower())
        try:
            self._batches(going, most)
            left = self.asking.rows(rows_of(action))
        except (StoreError, HoldBegan) as trouble:
            return self._failed(going, type(trouble), str(trouble))
        except AnotherKeeper:  # it has closed the intention with what the book knew; the rest belongs to none
            self._log(Kind.FAILED, going, going.untold.counts, "AnotherKeeper", digest="")
            raise
        except GestandError as trouble:
            with suppress(BookError):  # a book past telling: the next keeper tells what it still knew
                self._end(going, Kind.FAILED, going.progress.counts, type(trouble).__name__)
            raise
        except Exception as trouble:  # noqa: BLE001 the one boundary: a store broke as nobody foresaw
            return self._failed(going, StoreError, _unforeseen(action, trouble))
        except BaseException:  # at least so many rows: one more batch may have ended just now
            self._end(going, Kind.FAILED, going.progress.counts, "interrupted")
            raise
        return self._done(going, left)

    def _batches(self, going: Going, most: int) -> None:
        action = going.action
        self._refuse_new_holds()
        for batch in self.asking.stores[action.store].perform(action, Pace(self.mode, most)):
            going.add(batch)
            self.beat(self.now())
            if self.now() - going.told_at >= TELL_EVERY:
                self._tell(going)
            self.watcher(action, going.rows)
            self._refuse_new_holds()

    def _refuse_new_holds(self) -> None:
        """A hold begins by command, or because its first day has come."""
        day = self.now().astimezone(self.world.zone).date()
        planned = self.world.now.astimezone(self.world.zone).date()
        if self.records.holds_mark() == self.mark and day == planned:
            return
        if {hold for hold in self.records.holds() if hold.in_force(day)} - set(self.world.holds):
            raise HoldBegan(
                "A hold began while this ran, so it stopped between two batches. Run `gestand keep` again: it "
                "plans anew, with the hold."
            )

    def _tell(self, going: Going) -> None:
        """Let the book know how far it is, and take that off the approvals."""
        sweeps = [self.approved[name] for name in promises_of(going.action) if name in self.approved]
        self.records.progress(going.progress, sweeps)
        going.told, going.told_at = going.progress, self.now()

    def _done(self, going: Going, left: int | None) -> Outcome:
        changed = "erased" if isinstance(going.action, Erase) else "blanked"
        counts = ((changed, going.rows), *going.progress.counts[1:])
        self._end(going, Kind.DONE, counts if left is None else (*counts, ("left", left)), going.level.value)
        return Outcome(going.action, going.rows, left, going.level, along=going.along)

    def _failed(self, going: Going, kind: type[GestandError], why: str) -> Outcome:
        self._end(going, Kind.FAILED, going.progress.counts, kind.__name__)
        gone, stops = issubclass(kind, StoreAway | StoreReadOnly), kind is HoldBegan
        return Outcome(going.action, going.rows, None, going.level, why, gone, going.along, stops)

    def _end(self, going: Going, kind: Kind, counts: tuple[tuple[str, int], ...], word: str) -> None:
        self._tell(going)
        self._log(kind, going, counts, word)

    def _log(
        self,
        kind: Kind,
        going: Going,
        counts: tuple[tuple[str, int], ...],
        word: str,
        digest: str | None = None,
    ) -> None:
        named, promise = going.digest if digest is None else digest, going.action.promise
        self.records.write(Entry(kind, self.now(), promise, self.statement, named, counts, word))


def _too_large(outcome: Outcome, most: int) -> Outcome:
    """Says so when one row, with all that leaves along, is more than may go at once: it would never go."""
    if outcome.rows or outcome.trouble or not outcome.left or leaving(outcome.action) <= most:
        return outcome
    why = (
        f"nothing went: the next row leaves with more rows along than the {most:,} that may go at once. Take a "
        "larger slice, and a higher limit (`gestand keep --slice ROWS --at-most ROWS`)"
    )
    return replace(outcome, trouble=why)


def _unforeseen(action: Action, trouble: Exception) -> str:
    """Names the class of the error alone: its words may hold personal data."""
    return (
        f"store {action.store}, table {action.table} failed in a way that gestand has no word for "
        f"({type(trouble).__name__}). Nothing more was done there; please report it."
    )
