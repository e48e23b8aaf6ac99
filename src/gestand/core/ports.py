"""The doors between the keeper and the world: what a store and the records must be able to do."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from gestand.core.action import Action, Batch, Deed, Pace
from gestand.core.entry import Entry, Kind, Progress
from gestand.core.hold import Hold
from gestand.core.plan import Plan, Sweep
from gestand.core.question import Answer, Question
from gestand.core.schema import Schema
from gestand.core.told import AcceptDrift, Account, Accounted, Approve, Approved
from gestand.core.version import Version


class Store(Protocol):
    """A system that holds the company's data. Its methods raise StoreAway or StoreRefuses."""

    def answer(self, question: Question) -> Answer:
        """Answer without changing anything; read rights are enough."""
        ...

    def perform(self, action: Action, pace: Pace) -> Iterator[Batch]:
        """Act in committed batches, re-evaluating the predicate inside each; closing the iterator stops it.

        Ends by itself when nothing is left that meets the action's predicate, or when the next batch would
        go beyond `pace.at_most`.
        """
        ...

    def together(self, deeds: tuple[Deed, ...]) -> tuple[Batch, ...]:
        """Do all of them, in order, in one transaction; a batch for each. Whatever stops one undoes all."""
        ...


class Journal(Protocol):
    """The log: what was seen and done, appended and never changed."""

    def write(self, *entries: Entry) -> None:
        """Append to the log; all of them or none. Raises ClockRanBack."""
        ...

    def last(self, kind: Kind, promise: str = "") -> Entry | None:
        """The newest entry of a kind: of that promise, or of none where it is empty."""
        ...


class Intentions(Protocol):
    """What is under way: a keeper that dies leaves its intention open, with how far it had got."""

    def unfinished(self) -> Sequence[Progress]:
        """The intentions after which nothing was logged as done or failed, and how far they had got at least."""
        ...

    def progress(self, so_far: Progress, sweeps: Sequence[Sweep]) -> None:
        """Remember how far an open intention has got, and take what is new off the approvals of these sweeps."""
        ...


class Approvals(Protocol):
    """Plans that were shown, and what named people approved of them."""

    def remember(self, plan: Plan) -> None:
        """Keep a plan's digest and row counts, so that it can be approved."""
        ...

    def approve(self, told: Approve, now: datetime) -> Approved:
        """Remember an approval, and log that there is one. Raises NotInTheBook, and NotApproved when there is."""
        ...

    def approved(self, sweep: Sweep, now: datetime) -> int:
        """How many rows of this sweep a named person last approved, less those used; none once that has lapsed."""
        ...


class Holds(Protocol):
    """What must stay although its promise has ended."""

    def hold(self, hold: Hold, now: datetime) -> None:
        """Remember a hold, and log that one began; not whom it covers."""
        ...

    def release(self, hold_id: str, day: date, now: datetime) -> None:
        """End a hold from a day on, and log that one ended. Raises NotInTheBook."""
        ...

    def holds(self) -> tuple[Hold, ...]:
        """Every hold there ever was. Raises Tampered where the log tells of others."""
        ...

    def holds_mark(self) -> int:
        """A number that rises when a hold begins or ends: cheap enough to look at before every batch."""
        ...


class Accounts(Protocol):
    """What people accounted for."""

    def account(self, told: Account, missing: int, years: tuple[tuple[str, int], ...], now: datetime) -> None:
        """Remember an account of so many rows that went too early, and log the rows of each year as they are now."""
        ...

    def accounts(self) -> tuple[Accounted, ...]:
        """Everything that was accounted for, oldest first."""
        ...


class Leases(Protocol):
    """One keeper at a time."""

    def lease(self, now: datetime) -> AbstractContextManager[Callable[[datetime], None]]:
        """Keep other keepers out. Gives the heartbeat, to be called before every question and after every batch.

        Raises AnotherKeeper, and so does the heartbeat when the lease was lost.
        """
        ...


class Sweeps(Protocol):
    """How promises were last swept."""

    def swept(self, promise: str) -> Sweep | None:
        """How the promise was last swept to the end."""
        ...

    def finish(self, sweep: Sweep, now: datetime) -> None:
        """Remember that a promise has been swept to the end."""
        ...


class Looks(Protocol):
    """What the stores looked like when somebody, or the first keep, took them as they are."""

    def schema(self, store: str) -> Schema | None:
        """What the store looked like when a keep last ended well."""
        ...

    def accept(self, told: AcceptDrift, schemas: Mapping[str, Schema], now: datetime) -> None:
        """Remember what the stores look like, by name and reason, and log of how many."""
        ...

    def keep_schema(self, store: str, schema: Schema, now: datetime) -> None:
        """Remember what the store looks like."""
        ...


class Records(Journal, Intentions, Approvals, Holds, Accounts, Leases, Sweeps, Looks, Protocol):
    """What gestand remembers, and the log that proves it: one database, one transaction a call."""

    def digest(self, value: object) -> str:
        """A keyed digest in 64 hexadecimal digits, stable for equal frozen values."""
        ...


class Witness(Protocol):
    """The log as others see it: shown, signed, proven, written out."""

    def entries(self) -> Iterator[Entry]:
        """The whole log, oldest first."""
        ...

    def checkpoint(self) -> str:
        """A signed checkpoint of the log as it stands."""
        ...

    def prove(self, number: int) -> str:
        """A proof file that an entry stands in the log. Raises NotInTheBook."""
        ...

    def export(self, folder: Path) -> str:
        """Write the log as files that anyone can verify; gives their checkpoint."""
        ...


class Archive(Protocol):
    """Every version of the statement that was in use."""

    def archive(self, now: datetime) -> bool:
        """Keep the statement as it stands, and log it; False when it was kept already."""
        ...

    def versions(self) -> tuple[Version, ...]:
        """Every version there ever was, in the order in which they were first seen."""
        ...
