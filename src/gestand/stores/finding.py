"""Finding: the values of rows, as plain Python, in the order of the table's key."""

import json
from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from gestand.core.predicate import ALWAYS
from gestand.core.question import Find, Rows
from gestand.stores.compile import Compiler, Row
from gestand.stores.edges import RawText

_PLAIN = (bool, int, float, Decimal, str, bytes, date, time, timedelta)


def find(connection: sa.Connection, compiler: Compiler, question: Find) -> Rows:
    """The rows that meet the condition, no more than are asked for."""
    shaping = compiler.shaping()
    shape = ("find", replace(question, where=ALWAYS), shaping.shape(question.where, question.table))
    chosen, given = compiler.keep(shape, shaping.constants, lambda compiler: _chosen(compiler, question))
    found = connection.execute(chosen, given).all()
    rows = tuple(tuple(map(_plain, values)) for values in found[: question.most])
    return Rows(question.columns, rows, len(found) > question.most)


def _chosen(compiler: Compiler, question: Find) -> sa.Select[Any]:
    row = compiler.row(question.table)
    columns = [compiler.column(name, row) for name in question.columns]
    chosen = sa.select(*columns).select_from(row.table).where(compiler.true(question.where, row))
    order = [row.column(name) for name in row.facts.key]
    if question.after:
        chosen = chosen.where(_beyond(row, question.after))
    return chosen.order_by(*order).limit(question.most + 1)


def _beyond(row: Row, after: tuple[object, ...]) -> sa.ColumnElement[bool]:
    """Past a key: further in its last column, or in one before it and equal up to there."""
    parts: list[sa.ColumnElement[bool]] = []
    equal: sa.ColumnElement[bool] = sa.true()
    for name, value in zip(row.facts.key, after, strict=True):
        column, bound = row.column(name), sa.literal(value, sa.types.NullType())
        parts.append(sa.and_(equal, column > bound))
        equal = sa.and_(equal, column == bound)
    return sa.or_(*parts)


def _plain(value: object) -> object:
    """A value as it is; a list or document as JSON; of a type that only its driver knows, the text."""
    if isinstance(value, memoryview | bytearray | RawText):
        return bytes(value)
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False, default=str)
    return value if value is None or isinstance(value, _PLAIN) else str(value)
