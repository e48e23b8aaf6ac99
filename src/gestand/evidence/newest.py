"""The way to the newest entry of each kind and promise, and of each hold: a log needs no other index."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, func, select, text

from gestand.core.entry import Entry, Kind
from gestand.evidence.line import from_line
from gestand.evidence.tables import entries, newest_entries

_OF_A_HOLD = (Kind.HELD, Kind.RELEASED)
_SOUGHT = (Kind.STATEMENT, Kind.CHECKED, Kind.ACCOUNTED, Kind.DONE, *_OF_A_HOLD)
"""The kinds of which the newest is ever asked for."""
_POINT = text(
    "INSERT INTO log_newest_entries (kind, promise, hold, position) VALUES (:kind, :promise, :hold, :position) "
    "ON CONFLICT (kind, promise, hold) DO UPDATE SET position = excluded.position"
)


def last(connection: Connection, kind: Kind, promise: str = "") -> Entry | None:
    """The newest entry of a kind: of that promise, or of none. Raises ValueError for a kind that nothing leads to."""
    if kind not in _SOUGHT:
        raise ValueError(f"nothing leads to the newest entry of the kind {kind}")
    found = newest_entries.c
    asked = (
        select(entries.c.line)
        .join(newest_entries, found.position == entries.c.position)
        .where(found.kind == kind.value, found.promise == promise)
        .order_by(found.position.desc())
        .limit(1)
    )
    line = connection.execute(asked).scalar()
    return None if line is None else from_line(line)


def holds(connection: Connection) -> Iterator[Entry]:
    """Of each hold, that it began, and that it ended where it did."""
    found = newest_entries.c
    asked = select(entries.c.line).join(newest_entries, found.position == entries.c.position)
    for (line,) in connection.execute(asked.where(found.hold != "").order_by(found.position)):
        yield from_line(line)


def holds_mark(connection: Connection) -> int:
    """The number of entries up to and with the newest that tells of a hold."""
    asked = select(func.max(newest_entries.c.position)).where(newest_entries.c.hold != "")
    found = connection.execute(asked).scalar()
    return 0 if found is None else int(found) + 1


def point_to(connection: Connection, begin: int, new: Sequence[Entry]) -> None:
    """Remember where these entries stand, the first of them at number `begin`, in place of those before them."""
    newest = {_key(entry): at for at, entry in enumerate(new, begin) if entry.kind in _SOUGHT}
    found = [
        {"kind": kind, "promise": promise, "hold": hold, "position": position}
        for (kind, promise, hold), position in newest.items()
    ]
    if found:
        connection.execute(_POINT, found)


def _key(entry: Entry) -> tuple[str, str, str]:
    return entry.kind.value, entry.promise, entry.action if entry.kind in _OF_A_HOLD else ""
