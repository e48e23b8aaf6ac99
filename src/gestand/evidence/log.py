"""The log: entries are appended in the caller's transaction, and read back; nothing is ever changed."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from sqlalchemy import Connection, Dialect, bindparam, insert, select, update

from gestand.core.entry import Entry, Kind
from gestand.core.errors import ClockRanAhead, ClockRanBack, Tampered
from gestand.evidence import intentions, newest, nodes
from gestand.evidence.line import from_line, moment, to_line
from gestand.evidence.tables import entries, tree_head
from gestand.evidence.tree import Frontier, leaf_hash

SLACK = timedelta(minutes=1)
AHEAD = timedelta(days=32)
"""How far beyond the last entry a next one may lie: a run once a month is ordinary, a clock of next year is not."""

_HEAD = select(tree_head.c.size, tree_head.c.frontier, tree_head.c.last_at).where(tree_head.c.id == 1)
_HELD_HEAD = _HEAD.with_for_update()
_GROW = update(tree_head).where(
    tree_head.c.size == bindparam("was_size"), tree_head.c.frontier == bindparam("was_frontier")
)


@dataclass(frozen=True)
class Head:
    """Where the log ends: the tree over its entries, and the latest moment in it."""

    tree: Frontier
    last_at: datetime | None


def append(connection: Connection, new: Sequence[Entry], seen: Head | None = None) -> Head:
    """Append entries in the caller's transaction; gives where the log ends then.

    Other writers wait on the tree head until that transaction ends. Raises NotInTheVocabulary, ClockRanBack
    when an entry lies more than a minute before the last one, ClockRanAhead when it lies more than 32 days
    beyond it; then nothing was written. An entry that says that the clock is right goes in, whatever it says.
    `seen` is where it was last seen to end: only if it ends elsewhere by now, it is looked at again.
    """
    lines = [to_line(entry) for entry in new]
    with suppress(ClockRanBack, ClockRanAhead):
        if seen is not None and (grown := _grow(connection, seen, new, lines)):
            return grown
    end = head(connection, hold=True)
    return (_grow(connection, end, new, lines) if new else None) or end


def _grow(connection: Connection, end: Head, new: Sequence[Entry], lines: list[bytes]) -> Head | None:
    """The log with these entries; None where it does not end there any more."""
    hashes = [leaf_hash(line) for line in lines]
    last_at = _refuse_to_jump(end.last_at, new)
    tree, completed = nodes.grow(end.tree, hashes)
    grown = Head(tree, last_at)
    was = {"was_size": end.tree.size, "was_frontier": end.tree.to_bytes()}
    now = {"size": grown.tree.size, "frontier": grown.tree.to_bytes(), "last_at": moment(last_at)}
    if connection.execute(_GROW, was | now).rowcount == 0:
        return None
    begin = end.tree.size
    _insert(connection, list(zip(range(begin, grown.tree.size), lines, hashes, strict=True)))
    nodes.keep(connection, completed)
    newest.point_to(connection, begin, new)
    intentions.settle(connection, begin, new)
    return grown


def read(connection: Connection) -> Iterator[Entry]:
    """Every entry, in order."""
    return map(from_line, lines_between(connection, 0, head(connection).tree.size))


def size_and_root(connection: Connection) -> tuple[int, bytes]:
    """How many entries there are, and the root of the tree over them."""
    tree = head(connection).tree
    return tree.size, tree.root()


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


def head(connection: Connection, *, hold: bool = False) -> Head:
    """Where the log ends; with `hold`, nobody else can take it before the transaction ends."""
    row = connection.execute(_HELD_HEAD if hold else _HEAD).one_or_none()
    if row is None:
        raise Tampered(
            "The log has lost its tree head. Restore the book from a back-up and run `gestand verify`."
        )
    try:
        return Head(Frontier.from_bytes(row.size, bytes(row.frontier)), _read_moment(row.last_at))
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
    sql, positional = _insertion(connection.dialect)
    if positional:
        connection.exec_driver_sql(sql, rows)
    else:
        names = entries.columns.keys()
        connection.exec_driver_sql(sql, [dict(zip(names, row, strict=True)) for row in rows])


@lru_cache(maxsize=4)
def _insertion(dialect: Dialect) -> tuple[str, bool]:
    """The statement as the driver takes it, and whether it takes its values by their places."""
    compiled = insert(entries).compile(dialect=dialect)
    return str(compiled), compiled.positional
