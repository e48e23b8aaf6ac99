"""Many cases at once: a page of them, and how many there are by right and urgency; nothing is unsealed."""

import json
from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, String, case, func, select, type_coerce

from gestand.book.cases import cases, line_of
from gestand.core.caselist import CaseCount, CaseLine, Urgency
from gestand.core.request import Right

_SHOWN = tuple(column for column in cases.c if column.name not in ("asked", "keep_until"))
_MOMENT = len("2026-03-01T09:30:00.000000Z")


def page(
    connection: Connection, limit: int | None, offset: int, right: Right | None, *, closed: bool
) -> tuple[CaseLine, ...]:
    """Open cases by their safe date, or closed ones, the last closed first."""
    order = (cases.c.closed.desc(), cases.c.id.desc()) if closed else (cases.c.safe, cases.c.id)
    asked = select(*_SHOWN).where(*_which(right, closed)).order_by(*order)
    return tuple(line_of(row) for row in connection.execute(asked.limit(limit).offset(offset)))


def how_many(connection: Connection, right: Right | None, *, closed: bool) -> int:
    """How many cases there are."""
    return int(connection.execute(select(func.count()).where(*_which(right, closed))).scalar_one())


def counts(connection: Connection, now: datetime, soon: datetime) -> tuple[CaseCount, ...]:
    """Open cases by right and urgency; a case of two rights counts for both."""
    found: dict[tuple[Right, Urgency], CaseCount] = {}
    for one in _grouped(connection, now, soon):
        this = (one.right, one.urgency)
        found[this] = _together(one, found[this]) if this in found else one
    return tuple(found[right, urgency] for right in Right for urgency in Urgency if (right, urgency) in found)


def _grouped(connection: Connection, now: datetime, soon: datetime) -> Iterator[CaseCount]:
    """By sets of rights. Moments are all of one length, so the least of moment and id together is the first case."""
    urgency = case(
        (cases.c.law_limit <= now, Urgency.BEYOND.value),
        (cases.c.answer_by <= now, Urgency.LATE.value),
        (cases.c.safe < soon, Urgency.SOON.value),
        else_=Urgency.IN_TIME.value,
    )
    first = type_coerce(cases.c.safe, String).concat(cases.c.id)
    each = select(cases.c.rights_json, urgency.label("urgency"), first.label("first"))
    open_ones = each.where(cases.c.closed.is_(None)).subquery()
    group = (open_ones.c.rights_json, open_ones.c.urgency)
    asked = select(*group, func.count().label("cases"), func.min(open_ones.c.first).label("first"))
    for row in connection.execute(asked.group_by(*group)):
        safe, first_id = datetime.fromisoformat(row.first[:_MOMENT]), row.first[_MOMENT:]
        for right in json.loads(row.rights_json):
            yield CaseCount(Right(right), Urgency(row.urgency), row.cases, first_id, safe)


def _together(one: CaseCount, other: CaseCount) -> CaseCount:
    first = min(one, other, key=lambda count: (count.safe, count.first))
    return CaseCount(one.right, one.urgency, one.cases + other.cases, first.first, first.safe)


def _which(right: Right | None, closed: bool) -> list[ColumnElement[bool]]:
    state = cases.c.closed.is_not(None) if closed else cases.c.closed.is_(None)
    word = [cases.c.rights_json.contains(json.dumps(right), autoescape=True)] if right else []
    return [state, *word]
