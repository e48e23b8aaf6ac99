"""Counting: one statement, one snapshot, a subquery for each part; spans only where there are rows.

A part that is another one with a later end is counted from there: no row is read twice for it.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

import sqlalchemy as sa

from gestand.core.predicate import Moment, Predicate
from gestand.core.question import Count, Part, Tallies, Tally
from gestand.stores.band import band
from gestand.stores.compile import Compiler, Row
from gestand.stores.constants import Shaping
from gestand.stores.spans import local_day

Span = tuple[date | None, date | None]


def count(connection: sa.Connection, compiler: Compiler, question: Count) -> Tallies:
    """A tally for each part, all in the snapshot of the connection's transaction."""
    return count_all(connection, compiler, (question,))[0]


def count_all(
    connection: sa.Connection, compiler: Compiler, questions: tuple[Count, ...]
) -> tuple[Tallies, ...]:
    """The same for several questions, in one statement."""
    shaping = compiler.shaping()
    shape = ("count", *(_shape(shaping, question) for question in questions))
    counted, given = compiler.keep(shape, shaping.constants, lambda compiler: _counted(compiler, questions))
    found: Sequence[int] = connection.execute(counted.select, given).one() if any(counted.totals) else ()
    rows = iter(found)
    return tuple(
        _tallies(connection, compiler, question, totals, list(islice(rows, len(totals))))
        for question, totals in zip(questions, counted.totals, strict=True)
    )


def by_pages(connection: sa.Connection) -> None:
    """Let PostgreSQL count in the order in which rows lie: an index leads to every row just erased, one by one."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("SET LOCAL enable_indexscan = off"))
        connection.execute(sa.text("SET LOCAL enable_indexonlyscan = off"))


def _shape(shaping: Shaping, question: Count) -> Hashable:
    return question.table, *(
        (part.name, shaping.shape(part.where, question.table), part.span) for part in question.parts
    )


def _counted(compiler: Compiler, questions: tuple[Count, ...]) -> "_Counted":
    totals = tuple(
        tuple(
            _total(compiler, question, part, compiler.row(question.table).again()) for part in question.parts
        )
        for question in questions
    )
    return _Counted(sa.select(*(one.rows for several in totals for one in several)), totals)


def _tallies(
    connection: sa.Connection,
    compiler: Compiler,
    question: Count,
    totals: Sequence["_Total"],
    found: Sequence[int],
) -> Tallies:
    table, rows = compiler.row(question.table), _summed(question, totals, found)
    return Tallies(
        tuple(
            (part.name, _tally(connection, compiler, table, part, number))
            for part, number in zip(question.parts, rows, strict=True)
        )
    )


def _tally(connection: sa.Connection, compiler: Compiler, table: Row, part: Part, rows: int) -> Tally:
    first, last = _span(connection, compiler, table, part, rows)
    return Tally(rows, first, last)


@dataclass(frozen=True)
class _Total:
    """A subquery that counts a part, or what the part has more than the part `beyond`."""

    rows: sa.ScalarSelect[int]
    beyond: str = ""


@dataclass(frozen=True)
class _Counted:
    """One statement for several questions, and the totals of each."""

    select: sa.Executable
    totals: tuple[tuple[_Total, ...], ...]


def _total(compiler: Compiler, question: Count, part: Part, row: Row) -> _Total:
    counted = sa.select(sa.func.count()).select_from(row.table)
    more = band(part, question.parts)
    condition = more.condition(compiler, row) if more else None
    if more is None or condition is None:
        return _Total(counted.where(compiler.true(part.where, row)).scalar_subquery())
    return _Total(counted.where(condition).scalar_subquery(), more.narrower)


def _summed(question: Count, totals: Sequence[_Total], found: Sequence[int]) -> list[int]:
    """The rows of each part: its own count, and that of the parts which it goes beyond."""
    by_name = {
        part.name: (total, rows) for part, total, rows in zip(question.parts, totals, found, strict=True)
    }

    def whole(name: str) -> int:
        total, rows = by_name[name]
        return rows + (whole(total.beyond) if total.beyond else 0)

    return [whole(part.name) for part in question.parts]


def _span(connection: sa.Connection, compiler: Compiler, table: Row, part: Part, rows: int) -> Span:
    if part.span is None or not rows:
        return None, None
    shaping, span = compiler.shaping(), part.span
    shape = ("span", table.facts.name, shaping.shape(part.where, table.facts.name), span)
    edges = _edges if compiler.dialect != "sqlite" else _edges_apart
    asked, given = compiler.keep(
        shape, shaping.constants, lambda compiler: edges(compiler, table, part.where, span)
    )
    first, last = connection.execute(asked, given).one()
    face = compiler.clock(part.span, table).face
    return local_day(face, part.span.zone, first), local_day(face, part.span.zone, last)


def _edges(
    compiler: Compiler, row: Row, where: Predicate, moment: Moment, which: Sequence[str] = ("min", "max")
) -> sa.Select[Any]:
    clock = compiler.clock(moment, row)
    edges = (clock.edge(getattr(sa.func, one)(clock.column)) for one in which)
    return sa.select(*edges).select_from(row.table).where(compiler.true(where, row), clock.readable())


def _edges_apart(compiler: Compiler, row: Row, where: Predicate, moment: Moment) -> sa.Select[Any]:
    """SQLite takes an edge from the index only where it is asked alone."""
    alone = (_edges(compiler, row.again(), where, moment, (which,)) for which in ("min", "max"))
    return sa.select(*(one.scalar_subquery() for one in alone))
