"""What is under way: intentions that nothing was logged after, and how far each has got."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select, update

from gestand.core.entry import Entry, Kind, Progress
from gestand.evidence.tables import open_intentions

_ACTING = (Kind.INTENDED, Kind.DONE, Kind.FAILED)


def unfinished(connection: Connection) -> tuple[Progress, ...]:
    """The intentions that nothing was logged after as done or failed, oldest first, and how far they had got."""
    told = open_intentions.c
    asked = select(told.promise, told.action, told.rows, told.along).order_by(told.position)
    return tuple(Progress(*row) for row in connection.execute(asked))


def progress(connection: Connection, so_far: Progress) -> int:
    """Remember how far an open intention has got; gives how many rows are new since the last time.

    One that was closed meanwhile has no news.
    """
    told = open_intentions.c
    this = (told.promise == so_far.promise) & (told.action == so_far.action)
    before = connection.execute(select(told.rows + told.along).where(this).with_for_update()).scalar()
    if before is None:
        return 0
    connection.execute(update(open_intentions).where(this).values(rows=so_far.rows, along=so_far.along))
    return so_far.rows + so_far.along - int(before)


def settle(connection: Connection, begin: int, new: Sequence[Entry]) -> None:
    """Keep the list of open intentions: each `done` or `failed` closes that of its promise and action."""
    if not any(entry.kind in _ACTING for entry in new):
        return
    asked = select(open_intentions.c.promise, open_intentions.c.action, open_intentions.c.position)
    before = {(promise, action): position for promise, action, position in connection.execute(asked)}
    after = dict(before)
    for position, entry in enumerate(new, begin):
        if entry.kind is Kind.INTENDED:
            after[entry.promise, entry.action] = position
        elif entry.kind in _ACTING:
            after.pop((entry.promise, entry.action), None)
    gone = set(before.values()) - set(after.values())
    added = [
        {"position": position, "promise": promise, "action": action, "rows": 0, "along": 0}
        for (promise, action), position in after.items()
        if position >= begin
    ]
    if gone:
        connection.execute(delete(open_intentions).where(open_intentions.c.position.in_(gone)))
    if added:
        connection.execute(insert(open_intentions), added)
