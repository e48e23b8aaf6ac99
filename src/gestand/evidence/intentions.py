"""What is under way: intentions that nothing was logged after, and how far each has got."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, delete, select, text, update

from gestand.core.entry import Entry, Kind, Progress
from gestand.evidence.tables import open_intentions

_ACTING = (Kind.INTENDED, Kind.DONE, Kind.FAILED)
_OPEN = text(
    "INSERT INTO log_open_intentions (position, promise, action, rows, along) "
    "VALUES (:position, :promise, :action, 0, 0) ON CONFLICT (promise, action) "
    "DO UPDATE SET position = excluded.position, rows = 0, along = 0"
)
_CLOSE = delete(open_intentions).where(
    open_intentions.c.promise == bindparam("of"), open_intentions.c.action == bindparam("what")
)


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
    left: dict[tuple[str, str], int | None] = {}
    for position, entry in enumerate(new, begin):
        if entry.kind in _ACTING:
            left[entry.promise, entry.action] = position if entry.kind is Kind.INTENDED else None
    closed = [{"of": of, "what": what} for (of, what), position in left.items() if position is None]
    opened = [
        {"position": position, "promise": of, "action": what}
        for (of, what), position in left.items()
        if position is not None
    ]
    for statement, given in ((_CLOSE, closed), (_OPEN, opened)):
        if given:
            connection.execute(statement, given)
