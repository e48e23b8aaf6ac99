"""Cases as the list shows them, without anything sealed: what was asked and done lies in the case's file."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Index,
    Integer,
    Row,
    String,
    Table,
    Text,
    bindparam,
    delete,
    func,
    insert,
    select,
    text,
    update,
)

from gestand.book import case_steps
from gestand.book.case_steps import RECEIVED, word_of
from gestand.book.schema import Moment, metadata
from gestand.core.case import Case, Clocks
from gestand.core.caselist import CaseLine
from gestand.core.errors import BookError, NotInTheBook
from gestand.core.request import Request, Right, Way

case_numbers = Table(
    "case_numbers",
    metadata,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False),
)

cases = Table(
    "cases",
    metadata,
    Column("id", String(20), primary_key=True),
    Column("rights_json", Text, nullable=False),
    Column("way", String(20), nullable=False),
    Column("received", Moment, nullable=False),
    Column("safe", Moment, nullable=False),
    Column("answer_by", Moment, nullable=False),
    Column("law_limit", Moment, nullable=False),
    Column("paused", Boolean, nullable=False),
    Column("last", String(20), nullable=False),
    Column("closed", Moment),
    Column("keep_until", Moment),
    Column("asked", String(64), nullable=False),
    Column("extended", Boolean, nullable=False),
)
_OPEN = cases.c.closed.is_(None)
Index("cases_open", cases.c.safe, cases.c.id, sqlite_where=_OPEN, postgresql_where=_OPEN)
Index("cases_asked", cases.c.asked, sqlite_where=_OPEN, postgresql_where=_OPEN)
Index(
    "cases_closed",
    cases.c.closed,
    cases.c.id,
    sqlite_where=cases.c.closed.is_not(None),
    postgresql_where=cases.c.closed.is_not(None),
)
Index("cases_keep_until", cases.c.keep_until)

_ADD = insert(cases)
_FILES = case_steps.steps
_MOVING = ("last", "closed", "keep_until", "safe", "answer_by", "law_limit", "paused", "extended")
_WITH_FILE = (
    select(cases, _FILES)
    .join(_FILES, _FILES.c.case_id == cases.c.id, isouter=True)
    .where(cases.c.id == bindparam("of"))
    .order_by(_FILES.c.number)
)
_MOVE = (
    update(cases)
    .where(cases.c.id == bindparam("of"))
    .values(
        {
            column: func.coalesce(bindparam(f"new_{column.name}", type_=column.type), column)
            for column in (cases.c[name] for name in _MOVING)
        }
    )
)


def take_number(connection: Connection, year: int) -> int:
    """The next number of a year of receipt; nobody else opens a case of it before the transaction ends."""
    first = "INSERT INTO case_numbers (year, last) VALUES (:year, 1) "
    next_one = "ON CONFLICT (year) DO UPDATE SET last = case_numbers.last + 1 RETURNING last"
    return int(connection.execute(text(first + next_one), {"year": year}).scalar_one())


def give_back(connection: Connection, year: int) -> None:
    """Leave the number to the next case, for none was opened."""
    taken = update(case_numbers).where(case_numbers.c.year == year)
    connection.execute(taken.values(last=case_numbers.c.last - 1))


def any_yet(connection: Connection) -> bool:
    """Whether a case was ever opened in this book."""
    return (
        connection.execute(select(case_numbers.c.year).where(case_numbers.c.last > 0).limit(1)).scalar()
        is not None
    )


def open_like(connection: Connection, asked: str) -> str | None:
    """The id of the open case of the same request, by its keyed digest."""
    same = select(cases.c.id).where(cases.c.asked == asked, _OPEN)
    return connection.execute(same.order_by(cases.c.id).limit(1)).scalar()


def add(connection: Connection, case: Case, clocks: Clocks, asked: str) -> None:
    """Remember a case; `asked` is the keyed digest of the request."""
    request = case.request
    told = {"id": case.id, "rights_json": json.dumps(request.rights), "way": request.way.value}
    connection.execute(
        _ADD, told | {"received": request.received, "asked": asked} | _moving(case, clocks, None)
    )


def find(connection: Connection, case_id: str, *, hold: bool = False) -> Row[Any]:
    """The row of a case; with `hold`, nobody else changes the case before the transaction ends."""
    asked = select(cases).where(cases.c.id == case_id)
    row = connection.execute(asked.with_for_update() if hold else asked).one_or_none()
    if row is None:
        raise _absent(case_id)
    return row


def find_with_file(connection: Connection, case_id: str) -> Sequence[Row[Any]]:
    """The row of a case beside each row of its file, in their order: at least one."""
    rows = connection.execute(_WITH_FILE, {"of": case_id}).all()
    if not rows:
        raise _absent(case_id)
    return rows


def refuse_other(row: Row[Any], case: Case) -> None:
    """Raise BookError when what the list shows is not what lies sealed in the file of the case."""
    if (*_open_part(case.request), _newest(case)) != (row.rights_json, row.way, row.received, row.last):
        raise BookError(
            f"Case {row.id} was changed in the book by hand: its rights, way, day of receipt or newest step are not "
            "those in its file. Put the book back from its back-up."
        )


def _absent(case_id: str) -> NotInTheBook:
    return NotInTheBook(f"There is no case {case_id!r}. `gestand request list` shows those that are open.")


def _open_part(request: Request) -> tuple[object, ...]:
    return json.dumps(request.rights), request.way.value, request.received


def move(connection: Connection, case: Case, clocks: Clocks | None, keep_until: datetime | None) -> None:
    """The word of the newest step, and what it changes; None leaves a column as it is. Raises NotInTheBook."""
    moved = _moving(case, clocks, keep_until)
    if (
        connection.execute(
            _MOVE, {"of": case.id} | {f"new_{name}": new for name, new in moved.items()}
        ).rowcount
        == 0
    ):
        raise _absent(case.id)


def forget(connection: Connection, case_id: str) -> None:
    """Take a case out of the book, when all that hangs on it has gone."""
    connection.execute(delete(cases).where(cases.c.id == case_id))


def line_of(row: Row[Any]) -> CaseLine:
    """A row of the table as the list shows it."""
    return CaseLine(
        id=row.id,
        rights=tuple(Right(one) for one in json.loads(row.rights_json)),
        way=Way(row.way),
        received=row.received,
        clocks=Clocks(row.safe, row.answer_by, row.law_limit, row.paused, row.extended),
        last=row.last,
        closed=row.closed is not None,
    )


def _newest(case: Case) -> str:
    return word_of(case.steps[-1]) if case.steps else RECEIVED


def _moving(case: Case, clocks: Clocks | None, keep_until: datetime | None) -> dict[str, object]:
    """The columns that move with a case."""
    return {
        "last": _newest(case),
        "closed": case.closed.at if case.closed else None,
        "keep_until": keep_until,
        "safe": clocks.safe if clocks else None,
        "answer_by": clocks.answer_by if clocks else None,
        "law_limit": clocks.limit if clocks else None,
        "paused": clocks.paused if clocks else None,
        "extended": clocks.extended if clocks else None,
    }
