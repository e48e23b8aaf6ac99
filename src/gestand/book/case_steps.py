"""The file of a case: the request and the steps after it, sealed each for its place; added once, never changed."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Integer,
    LargeBinary,
    Row,
    String,
    Table,
    delete,
    insert,
)
from sqlalchemy.exc import IntegrityError

from gestand.book.codec import decode, encode
from gestand.book.schema import Moment, metadata
from gestand.book.seal import seal, unseal
from gestand.core.case import Case
from gestand.core.errors import BookError, CaseChanged
from gestand.core.request import Request
from gestand.core.step import Step

steps = Table(
    "case_steps",
    metadata,
    Column("case_id", ForeignKey("cases.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(20), nullable=False),
    Column("at", Moment, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)

_ADD = insert(steps)
RECEIVED = "received"
"""The word for the request itself, which is number 0 in the file."""


def word_of(step: Step) -> str:
    """The one word by which the list and the log know a step."""
    return type(step).__name__.lower()


def add(connection: Connection, case: Case, before: int | None, key: bytes) -> None:
    """Add the steps after the `before` that there are; None: the file begins with its request.

    Raises CaseChanged when there are others by now.
    """
    new = list(enumerate(case.steps, 1))[before or 0 :]
    rows = [_row(case.id, number, word_of(step), step.at, step, key) for number, step in new]
    if before is None:
        rows.insert(0, _row(case.id, 0, RECEIVED, case.request.entered, case.request, key))
    try:
        connection.execute(_ADD, rows)
    except IntegrityError:
        raise CaseChanged(
            f"Case {case.id} had {before} steps when it was looked at, and somebody else went on with it. Nothing was "
            "changed. Look at it again."
        ) from None


def opened(case_id: str, rows: Sequence[Row[Any]], key: bytes) -> Case:
    """The whole case. Raises BookError when a step was changed, swapped or taken out by hand."""
    if [row.number for row in rows] == list(range(len(rows))):
        request, *after = (_opened(row, key) for row in rows)
        told = tuple(one for one in after if isinstance(one, Step))
        if isinstance(request, Request) and len(told) == len(after):
            return Case(case_id, request, told)
    raise BookError(
        f"A step of case {case_id} was taken out of the book, or added, by hand. Put the book back from its back-up."
    )


def forget(connection: Connection, case_id: str) -> None:
    """Take the steps of a case out of the book."""
    connection.execute(delete(steps).where(steps.c.case_id == case_id))


def _row(
    case_id: str, number: int, kind: str, at: datetime, content: object, key: bytes
) -> dict[str, object]:
    sealed = seal(key, encode(content), _place(case_id, number, kind, at))
    return {"case_id": case_id, "number": number, "kind": kind, "at": at, "sealed": sealed}


def _opened(row: Row[Any], key: bytes) -> object:
    what = f"Step {row.number} of case {row.case_id}"
    return decode(unseal(key, bytes(row.sealed), _place(row.case_id, row.number, row.kind, row.at), what))


def _place(case_id: str, number: int, kind: str, at: datetime) -> tuple[object, ...]:
    return ("case_steps", case_id, number, kind, at.astimezone(UTC).isoformat())
