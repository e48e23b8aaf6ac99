"""Counting: one statement, one snapshot, a subquery for each part; spans only where there are rows.

A part that is another one with a later end is counted from there: no row is read twice for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from gestand.core.predicate import Moment
from gestand.core.question import Count, Part, Tallies, Tally
from gestand.stores.band import band
from gestand.stores.compile import Compiler, Row
from gestand.stores.spans import local_day

Span = tuple[date | None, date | None]


def count(connection: sa.Connection, compiler: Compiler, question: Count) -> Tallies:
    """A tally for each part, all in the snapshot of the connection's transaction."""
    if not question.parts:
        return Tallies(())
    totals = [_total(compiler, question, part) for part in question.parts]
    found: Sequence[int] = connection.execute(sa.select(*(total.rows for total in totals))).one()
    rows = _summed(question, totals, found)
    return Tallies(
        tuple(
            (part.name, _tally(connection, compiler, question, part, number))
            for part, number in zip(question.parts, rows, strict=True)
        )
    )


def by_pages(connection: sa.Connection) -> None:
    """Let PostgreSQL count in the order in which rows lie: an index leads to every row just erased, one by one."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("SET LOCAL enable_indexscan = off"))
        connection.execute(sa.text("SET LOCAL enable_indexonlyscan = off"))


def _tally(connection: sa.Connection, compiler: Compiler, question: Count, part: Part, rows: int) -> Tally:
    first, last = _span(connection, compiler, question, part, rows)
    return Tally(rows, first, last)


@dataclass(frozen=True)
class _Total:
    """A subquery that counts a part, or what the part has more than the part `beyond`."""

    rows: sa.ScalarSelect[int]
    beyond: str = ""


def _total(compiler: Compiler, question: Count, part: Part) -> _Total:
    row = compiler.row(question.table, aliased=True)
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


def _span(connection: sa.Connection, compiler: Compiler, question: Count, part: Part, rows: int) -> Span:
    if part.span is None or not rows:
        return None, None
    clock = compiler.clock(part.span, compiler.row(question.table))
    edges = [_edge(compiler, question, part, part.span, which) for which in ("min", "max")]
    found: Sequence[object] = connection.execute(sa.select(*edges)).one()
    return local_day(clock.face, part.span.zone, found[0]), local_day(clock.face, part.span.zone, found[1])


def _edge(
    compiler: Compiler, question: Count, part: Part, moment: Moment, which: str
) -> sa.ScalarSelect[object]:
    row: Row = compiler.row(question.table, aliased=True)
    clock = compiler.clock(moment, row)
    edge = clock.edge(getattr(sa.func, which)(clock.column))
    found = sa.select(edge).select_from(row.table)
    return found.where(compiler.true(part.where, row), clock.readable()).scalar_subquery()
