"""How large the next batch is, and how long to rest: sized by the time that the last one took."""

import time
from dataclasses import dataclass

import sqlalchemy as sa

from gestand.core.action import Mode


@dataclass(frozen=True)
class Gait:
    """Seconds that a batch aims at, seconds of rest after it, rows of the first batch and of the largest."""

    aim: float
    rest: float
    first: int
    most: int


WRITERS_TRY = 0.026
"""A writer that waits for SQLite's lock tries again after 25 ms at most, at first: a rest of more lets it in."""

GAITS = {
    ("sqlite", Mode.POLITE): Gait(aim=0.010, rest=WRITERS_TRY, first=200, most=50_000),
    ("sqlite", Mode.EXCLUSIVE): Gait(aim=1.0, rest=0.0, first=5_000, most=2_000_000),
    ("server", Mode.POLITE): Gait(aim=0.05, rest=0.0, first=2_000, most=200_000),
    ("server", Mode.EXCLUSIVE): Gait(aim=1.0, rest=0.0, first=20_000, most=2_000_000),
}
CHECKPOINT_EVERY = 8
SMALLEST = 50


@dataclass
class Metre:
    """Measures batches and sets the size of the next."""

    gait: Gait
    sqlite: bool
    size: int
    batches: int = 0

    def took(self, seconds: float) -> None:
        """At most twice as large as the last batch, at least a quarter of it."""
        factor = self.gait.aim / max(seconds, 1e-6)
        self.size = max(SMALLEST, min(self.gait.most, int(self.size * min(2.0, max(0.25, factor)))))

    def rest(self, connection: sa.Connection) -> None:
        """Between batches, outside transactions: SQLite's log is folded in without making anyone wait."""
        self.batches += 1
        if self.sqlite and self.batches % CHECKPOINT_EVERY == 0:
            _fold_in(connection)
        if self.gait.rest:
            time.sleep(self.gait.rest)


def metre_for(dialect: str, mode: Mode) -> Metre:
    gait = GAITS["sqlite" if dialect == "sqlite" else "server", mode]
    return Metre(gait, dialect == "sqlite", gait.first)


def _fold_in(connection: sa.Connection) -> None:
    """Said to the driver itself: a checkpoint cannot be part of a transaction."""
    driver = connection.connection.driver_connection
    if driver is not None:
        driver.execute("PRAGMA wal_checkpoint(PASSIVE)")
