"""The way to the newest entry of each kind and promise, and of each hold: a log needs no other index."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from gestand.core.entry import Entry, Kind
from gestand.evidence.line import from_line
from gestand.evidence.tables import entries, newest_entries

_OF_A_HOLD = (Kind.HELD, Kind.RELEASED)


def last(connection: Connection, kind: Kind, promise: str = "") -> Entry | None:
    """The newest entry of a kind: of that promise, or of none."""
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
    found = newest_entries.c
    newest = {_key(entry): position for position, entry in enumerate(new, begin)}
    rows = [
        {"kind": kind, "promise": promise, "hold": hold, "position": position}
        for (kind, promise, hold), position in newest.items()
    ]
    this = (found[name] == bindparam(f"this_{name}") for name in ("kind", "promise", "hold"))
    connection.execute(
        delete(newest_entries).where(*this), [{f"this_{name}": row[name] for name in row} for row in rows]
    )
    connection.execute(insert(newest_entries), rows)


def _key(entry: Entry) -> tuple[str, str, str]:
    return entry.kind.value, entry.promise, entry.action if entry.kind in _OF_A_HOLD else ""
