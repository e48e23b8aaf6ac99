"""Rows on which others hang: locked first, judged once more, counted with all that leaves along, and then erased.

A row that another session hangs on ours comes after our lock, or before it and then is seen: READ COMMITTED looks
anew in every statement, but within one it erases what it had found before it waited.
"""

from dataclasses import dataclass

import sqlalchemy as sa

from gestand.core.action import Along, Leaving
from gestand.stores.acting import MOST_PLACES, Act, run, target
from gestand.stores.address import Places, at
from gestand.stores.element import Condition

LARGEST_WINDOW = 10 * MOST_PLACES


@dataclass(frozen=True)
class Changed:
    """Rows of the table, and those that left along. `whole`: of the window nothing is left for later.

    `beyond`: even one row would take more along than is allowed.
    """

    rows: int
    along: int = 0
    whole: bool = True
    beyond: bool = False


def erase_with_family(
    connection: sa.Connection, act: Act, window: Condition, most: int, limit: int
) -> Changed:
    """Erase rows of the window, together with what leaves along no more than `most`; of `limit` rows, if not 0."""
    share = min(limit or most, most, MOST_PLACES)
    locked = act.locked(connection, window, share)
    if not act.along:
        rows = act.change_locked(connection, locked) if locked else 0
        return Changed(rows, whole=len(locked) < share)
    due = act.still_due(connection, locked)
    chosen, along = _that_fit(connection, act, due, most)
    whole = len(locked) < share and len(chosen) == len(due)
    if not chosen:
        return Changed(0, whole=whole, beyond=bool(due))
    for one in sorted(act.along, key=lambda one: -len(one.path)):
        if one.how is Leaving.FIRST:
            _erase_first(connection, act, one, chosen)
    return Changed(run(connection, act.statement.where(at(act.row, chosen))), along, whole)


def _that_fit(connection: sa.Connection, act: Act, due: Places, most: int) -> tuple[Places, int]:
    """As many of the rows as fit within `most` with what leaves along, and how much that is."""
    while due:
        here = at(act.row, due)
        asked = (act.compiler.reached(one.path, act.row, here) for one in act.along)
        along = sum(int(connection.execute(count).scalar_one()) for count in asked)
        if len(due) + along <= most:
            return due, along
        fitting = len(due) * most // (len(due) + along)
        due = due[: max(fitting, 1)] if len(due) > 1 else ()
    return (), 0


def _erase_first(connection: sa.Connection, act: Act, along: Along, chosen: Places) -> None:
    child = act.compiler.row(along.path[-1].table)
    parent = act.row.again()
    reaches = act.compiler.exists_above(along.path, child, parent, at(parent, chosen))
    run(connection, sa.delete(target(child)).where(reaches))
