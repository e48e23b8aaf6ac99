"""The log: entries are appended in the caller's transaction, and read back; nothing is ever changed."""

from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    insert,
    select,
    update,
)

from gestand.core.entry import Entry, Kind
from gestand.core.errors import ClockRanBack, Tampered
from gestand.evidence.line import from_line, moment, to_line
from gestand.evidence.tree import Frontier, leaf_hash

SLACK = timedelta(minutes=1)

metadata = MetaData()

entries = Table(
    "log_entries",
    metadata,
    Column("position", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("line", LargeBinary, nullable=False),
    Column("leaf_hash", LargeBinary, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("promise", String(500), nullable=False),
    Index("log_entries_found_by", "promise", "kind", "position"),
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

    Other writers wait on the tree head until that transaction ends. Raises NotInTheVocabulary, or
    ClockRanBack when an entry lies more than a minute before the last one; then nothing was written.
    """
    head, last_at = _head(connection, hold=True)
    if not new:
        return head.size
    lines = [to_line(entry) for entry in new]
    last_at = _refuse_to_run_back(last_at, new)
    hashes = [leaf_hash(line) for line in lines]
    grown = head.append(hashes)
    connection.execute(insert(entries), _rows(head.size, new, lines, hashes))
    connection.execute(
        update(tree_head).values(size=grown.size, frontier=grown.to_bytes(), last_at=moment(last_at))
    )
    return grown.size


def read(
    connection: Connection,
    kinds: Collection[Kind] = (),
    promise: str | None = None,
    after: int = 0,
) -> Iterator[Entry]:
    """Entries in order, from number `after` on, counted from zero; of these kinds, or of all."""
    asked = select(entries.c.line).where(entries.c.position >= after).order_by(entries.c.position)
    if kinds:
        asked = asked.where(entries.c.kind.in_([kind.value for kind in kinds]))
    if promise is not None:
        asked = asked.where(entries.c.promise == promise)
    for (line,) in connection.execution_options(yield_per=1_000).execute(asked):
        yield from_line(line)


def last(connection: Connection, kind: Kind, promise: str = "") -> Entry | None:
    """The newest entry of a kind about a promise; an entry about no promise has an empty one."""
    asked = (
        select(entries.c.line)
        .where(entries.c.kind == kind.value, entries.c.promise == promise)
        .order_by(entries.c.position.desc())
        .limit(1)
    )
    line = connection.execute(asked).scalar()
    return None if line is None else from_line(line)


def size_and_root(connection: Connection) -> tuple[int, bytes]:
    """How many entries there are, and the root of the tree over them."""
    head, _ = _head(connection)
    return head.size, head.root()


def leaf_hashes(connection: Connection) -> Iterator[bytes]:
    """The leaf hash of every entry, in order, in constant memory."""
    asked = select(entries.c.leaf_hash).order_by(entries.c.position)
    for (found,) in connection.execution_options(yield_per=10_000).execute(asked):
        yield bytes(found)


def lines(connection: Connection, begin: int, end: int) -> Iterator[bytes]:
    """The bytes of the entries from number `begin` up to, not including, `end`."""
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


def _refuse_to_run_back(last_at: datetime | None, new: Sequence[Entry]) -> datetime:
    """The latest moment of all; a moment more than a minute before it is refused."""
    latest = last_at or new[0].at
    for entry in new:
        if entry.at > latest:
            latest = entry.at
        elif latest - entry.at > SLACK:
            raise ClockRanBack(
                f"The clock says {_shown(entry.at)}, but the last entry of the log is of {_shown(latest)}. "
                "Nothing was written. Set the clock right (`timedatectl` shows it), or wait until it has "
                "passed the last entry."
            )
    return latest


def _shown(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")


def _rows(
    begin: int, new: Sequence[Entry], written: Sequence[bytes], hashes: Sequence[bytes]
) -> list[dict[str, object]]:
    return [
        {"position": at, "line": line, "leaf_hash": found, "kind": entry.kind.value, "promise": entry.promise}
        for at, (entry, line, found) in enumerate(zip(new, written, hashes, strict=True), begin)
    ]
