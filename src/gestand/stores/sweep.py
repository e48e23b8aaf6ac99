"""A sweep: an action done in committed batches, the predicate re-evaluated inside each.

Batches are sized by time, so that others never wait long; the walk decides which share of the table comes next.
"""

import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from gestand.core.action import Action, Batch, Pace
from gestand.stores.acting import Act, act_of
from gestand.stores.compile import Compiler
from gestand.stores.hanging import LARGEST_WINDOW, Changed, erase_with_family
from gestand.stores.metre import Metre, metre_for
from gestand.stores.pages import PagesWalk
from gestand.stores.partitions import drop_whole
from gestand.stores.trouble import trouble
from gestand.stores.walk import MomentWalk, Walk, walk_for
from gestand.stores.window import Window

MOST_TRIES = 4


@dataclass
class Sweep:
    """One action on its way: what it does, how far it got."""

    connection: sa.Connection
    act: Act
    metre: Metre
    left: int
    done: int = 0

    def batch(self, walk: Walk) -> Changed | None:
        """Commit one batch; None when the walk has come to its end."""
        for _ in range(MOST_TRIES - 1):
            try:
                return self._try(walk)
            except DBAPIError as error:
                if not trouble(error).again:
                    raise
        return self._try(walk)

    def _try(self, walk: Walk) -> Changed | None:
        """A batch that would change more rows than are left is undone, and done again for as many as fit."""
        began = time.monotonic()
        with self.connection.begin() as transaction:
            window = walk.next(self.connection, self._size())
            if window is None:
                return None
            changed = self._change(window)
            # Without the commit: a slow disk is no reason for smaller batches.
            took = time.monotonic() - began
            too_many = changed.rows + changed.along > self.left
            if too_many:
                transaction.rollback()
        if too_many:
            changed = self._tight(window)
        elif changed.whole:
            walk.passed(changed.rows)
        self.metre.took(took)
        self.done += changed.rows
        self.left = 0 if changed.beyond else self.left - changed.rows - changed.along
        return changed

    def _size(self) -> int:
        return min(self.metre.size, LARGEST_WINDOW) if self.act.hangs else self.metre.size

    def _change(self, window: Window) -> Changed:
        if self.act.hangs:
            return erase_with_family(self.connection, self.act, window.where, self.left, window.limit)
        if window.limit:
            most = min(window.limit, self.left)
            return Changed(self.act.change_at_most(self.connection, window.where, most))
        return Changed(self.act.change(self.connection, window.where))

    def _tight(self, window: Window) -> Changed:
        with self.connection.begin():
            return Changed(self.act.change_at_most(self.connection, window.where, self.left))


def sweep(
    connection: sa.Connection, compiler: Compiler, action: Action, pace: Pace
) -> Generator[Batch, None, bool]:
    """Batches, those that changed no row too, until nothing is left, nothing moves, or `pace.at_most` is reached.

    Gives back whether it went by pages, so that an index still leads to what was erased.
    """
    act = act_of(compiler, action)
    metre = metre_for(compiler.dialect, pace.mode)
    going = Sweep(connection, act, metre, pace.at_most)
    with connection.begin():
        walk = walk_for(connection, compiler, action, act.row)
    for batch in drop_whole(connection, compiler, action, going.left):
        going.left -= batch.rows
        yield batch
    while going.left > 0:
        before = going.done
        yield from _walked(going, walk)
        if going.done == before or not _something_left(going, walk):
            break
        with connection.begin():
            walk = walk_for(connection, compiler, action, act.row)
    return isinstance(walk, PagesWalk)


def _something_left(going: Sweep, walk: Walk) -> bool:
    """Whether to walk again: looked up by the moment's index, else only where rows wait for other rows.

    To look through a whole table costs as much as the sweep. What others write behind it is counted afterwards,
    and waits for the next sweep.
    """
    if isinstance(walk, MomentWalk):
        window = sa.and_(walk.lower, walk.upper)
        return going.act.anything_left(going.connection, window, walk.column)
    return not going.act.alone and going.act.anything_left(going.connection, sa.true())


def _walked(going: Sweep, walk: Walk) -> Iterator[Batch]:
    while going.left > 0:
        changed = going.batch(walk)
        if changed is None:
            return
        # One of no rows is given too: a sign of life on the way to the next.
        yield Batch(changed.rows, along=changed.along)
        going.metre.rest(going.connection)
