"""Legal holds, sealed with a key that lies outside the book: whom they cover and why, and against any change."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Date,
    LargeBinary,
    Row,
    String,
    Table,
    Text,
    insert,
    select,
    update,
)

from gestand.book.schema import metadata
from gestand.book.seal import seal, unseal
from gestand.core.errors import BookError, NotInTheBook
from gestand.core.hold import Hold

holds = Table(
    "holds",
    metadata,
    Column("id", String(100), primary_key=True),
    Column("data_json", Text, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("approver", Text, nullable=False),
    Column("begins", Date, nullable=False),
    Column("review", Date, nullable=False),
    Column("ends", Date),
)


def add(connection: Connection, hold: Hold, key: bytes) -> None:
    """Remember a hold; `key`, 32 bytes, seals its people and reason. Raises BookError if the id is taken."""
    if connection.execute(select(holds.c.id).where(holds.c.id == hold.id)).scalar() is not None:
        raise BookError(f"There is a hold {hold.id!r} already. Give this one another id.")
    connection.execute(
        insert(holds).values(
            id=hold.id,
            data_json=json.dumps(hold.data),
            sealed=_seal(hold, key),
            approver=hold.approver,
            begins=hold.begins,
            review=hold.review,
            ends=hold.ends,
        )
    )


def end(connection: Connection, hold_id: str, day: date, key: bytes) -> None:
    """From `day` on the hold holds nothing any more; raises NotInTheBook when there is no such hold."""
    row = connection.execute(select(holds).where(holds.c.id == hold_id)).one_or_none()
    if row is None:
        raise NotInTheBook(f"There is no hold {hold_id!r}. `gestand hold` lists those in force.")
    ended = replace(_opened(row, key), ends=day)
    changed = update(holds).where(holds.c.id == hold_id).values(ends=day, sealed=_seal(ended, key))
    connection.execute(changed)


def list_all(connection: Connection, key: bytes) -> tuple[Hold, ...]:
    """Every hold there ever was, by id. Raises BookError for one that was changed by hand."""
    return tuple(_opened(row, key) for row in connection.execute(select(holds).order_by(holds.c.id)))


def _seal(hold: Hold, key: bytes) -> bytes:
    told = json.dumps({"people": hold.people, "reason": hold.reason}).encode()
    open_part = (hold.id, hold.data, hold.approver, hold.begins, hold.review, hold.ends)
    return seal(key, told, _bound_to(*open_part))


def _bound_to(
    hold_id: str, data: tuple[str, ...], approver: str, begins: date, review: date, ends: date | None
) -> tuple[object, ...]:
    """What lies open beside the seal, as the seal knows it: change any of it, and the seal no longer opens."""
    days = (begins.isoformat(), review.isoformat(), ends.isoformat() if ends else None)
    return (hold_id, data, approver, *days)


def _unseal(row: Row[Any], data: tuple[str, ...], key: bytes) -> Mapping[str, Any]:
    bound = _bound_to(row.id, data, row.approver, row.begins, row.review, row.ends)
    opened: Mapping[str, Any] = json.loads(unseal(key, bytes(row.sealed), bound, f"The hold {row.id!r}"))
    return opened


def _opened(row: Row[Any], key: bytes) -> Hold:
    data = tuple(json.loads(row.data_json))
    told = _unseal(row, data, key)
    return Hold(
        id=row.id,
        data=data,
        people=tuple((kind, identifier) for kind, identifier in told["people"]),
        reason=told["reason"],
        approver=row.approver,
        begins=row.begins,
        review=row.review,
        ends=row.ends,
    )
