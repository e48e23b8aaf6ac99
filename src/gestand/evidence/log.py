"""The log: entries are appended in the caller's transaction, and read back; nothing is ever changed."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)

from gestand.core.entry import Entry, Kind, Progress
from gestand.core.errors import ClockRanAhead, ClockRanBack, Tampered
from gestand.evidence.line import from_line, moment, to_line
from gestand.evidence.tree import Frontier, leaf_hash

SLACK = timedelta(minutes=1)
AHEAD = timedelta(days=32)
"""How far beyond the last entry a next one may lie: a run once a month is ordinary, a clock of next year is not."""

_ACTING = (Kind.INTENDED, Kind.DONE, Kind.FAILED)
_OF_A_HOLD = (Kind.HELD, Kind.RELEASED)
_NUMBER = BigInteger().with_variant(Integer, "sqlite")

metadata = MetaData()

entries = Table(
    "log_entries",
    metadata,
    Column("position", _NUMBER, primary_key=True, autoincrement=False),
    Column("line", LargeBinary, nullable=False),
    Column("leaf_hash", LargeBinary, nullable=False),
)

newest_entries = Table(
    "log_newest_entries",
    metadata,
    Column("kind", String(20), primary_key=True),
    Column("promise", String(500), primary_key=True),
    Column("hold", String(64), primary_key=True),
    Column("position", _NUMBER, nullable=False),
)

open_intentions = Table(
    "log_open_intentions",
    metadata,
    Column("position", _NUMBER, primary_key=True, autoincrement=False),
    Column("promise", String(500), nullable=False),
    Column("action", String(64), nullable=False),
    Column("rows", BigInteger, nullable=False),
    Column("along", BigInteger, nullable=False),
)

tree_head = Table(
    "log_tree_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("size", BigInteger, nullable=False),
    Column("frontier", LargeBinary, nullable=False),
    Column("last_at", String(27), nullable=False),
)


def append(connection: Connection, new: Sequence[Entry]) -> int:
    """Append entries in the caller's transaction; return the size of the log after them.

    Other writers wait on the tree head until that transaction ends. Raises NotInTheVocabulary, ClockRanBack
    when an entry lies more than a minute before the last one, ClockRanAhead when it lies more than 32 days
    beyond it; then nothing was written. An entry that says that the clock is right goes in, whatever it says.
    """
    head, last_at = _head(connection, hold=True)
    if not new:
        return head.size
    lines = [to_line(entry) for entry in new]
    last_at = _refuse_to_jump(last_at, new)
    hashes = [leaf_hash(line) for line in lines]
    grown = head.append(hashes)
    _insert(connection, list(zip(range(head.size, grown.size), lines, hashes, strict=True)))
    _point_to_newest(connection, head.size, new)
    _settle(connection, head.size, new)
    connection.execute(
        update(tree_head).values(size=grown.size, frontier=grown.to_bytes(), last_at=moment(last_at))
    )
    return grown.size


def read(connection: Connection) -> Iterator[Entry]:
    """Every entry, in order."""
    return map(from_line, lines_between(connection, 0, _head(connection)[0].size))


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


def holds_mark(connection: Connection) -> int:
    """The number of entries up to and with the newest that tells of a hold."""
    asked = select(func.max(newest_entries.c.position)).where(newest_entries.c.hold != "")
    found = connection.execute(asked).scalar()
    return 0 if found is None else int(found) + 1


def size_and_root(connection: Connection) -> tuple[int, bytes]:
    """How many entries there are, and the root of the tree over them."""
    head, _ = _head(connection)
    return head.size, head.root()


def leaf_hashes(connection: Connection) -> Iterator[bytes]:
    """The leaf hash of every entry, in order, in constant memory."""
    asked = select(entries.c.leaf_hash).order_by(entries.c.position)
    for (found,) in connection.execution_options(yield_per=10_000).execute(asked):
        yield bytes(found)


def lines_between(connection: Connection, begin: int, end: int) -> Iterator[bytes]:
    """The bytes of the entries from number `begin` up to, not including, `end`, counted from zero."""
    asked = select(entries.c.line).where(entries.c.position >= begin, entries.c.position < end)
    ordered = asked.order_by(entries.c.position)
    for (line,) in connection.execution_options(yield_per=1_000).execute(ordered):
        yield bytes(line)


def _head(connection: Connection, *, hold: bool = False) -> tuple[Frontier, datetime | None]:
    """The tree head; with `hold`, nobody else can take it before the transaction ends."""
    asked = select(tree_head.c.size, tree_head.c.frontier, tree_head.c.last_at).where(tree_head.c.id == 1)
    row = connection.execute(asked.with_for_update() if hold else asked).one_or_none()
    if row is None:
        raise Tampered(
            "The log has lost its tree head. Restore the book from a back-up and run `gestand verify`."
        )
    try:
        return Frontier.from_bytes(row.size, bytes(row.frontier)), _read_moment(row.last_at)
    except ValueError as error:
        raise Tampered(
            "The tree head of the log was changed by hand. Restore the book from a back-up."
        ) from error


def _read_moment(written: str) -> datetime | None:
    return datetime.fromisoformat(written) if written else None


def _refuse_to_jump(last_at: datetime | None, new: Sequence[Entry]) -> datetime:
    """The latest moment of all. A moment far beyond it is refused, and one more than a minute before it."""
    latest = last_at or new[0].at
    for entry in new:
        if entry.kind is Kind.CLOCK:
            latest = entry.at
        elif entry.at > latest:
            if entry.at - latest > AHEAD:
                raise ClockRanAhead(_jumped("which is long after", entry.at, latest))
            latest = entry.at
        elif latest - entry.at > SLACK:
            raise ClockRanBack(_jumped("which is before", entry.at, latest))
    return latest


def _jumped(where: str, at: datetime, latest: datetime) -> str:
    return (
        f"The clock says {_shown(at)}, {where} the last entry of the log, of {_shown(latest)}. Nothing was written. "
        "If the clock is wrong, set it right (`timedatectl` shows it). If it is right, say so once, and the log "
        "keeps that you did: `gestand check --clock-is-right`."
    )


def _shown(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")


def _insert(connection: Connection, rows: list[tuple[int, bytes, bytes]]) -> None:
    """Hand the rows to the driver without a dict and a type check for each: that halves an append."""
    sql = insert(entries).compile(dialect=connection.dialect)
    if sql.positional:
        connection.exec_driver_sql(str(sql), rows)
    else:
        names = entries.columns.keys()
        connection.exec_driver_sql(str(sql), [dict(zip(names, row, strict=True)) for row in rows])


def _point_to_newest(connection: Connection, begin: int, new: Sequence[Entry]) -> None:
    """Keep the way to the newest entry of each kind and promise, and of each hold: a log needs no other index."""
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


def _settle(connection: Connection, begin: int, new: Sequence[Entry]) -> None:
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
