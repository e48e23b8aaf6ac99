"""Legal holds; whom they cover and why is sealed with a key that lies outside the book."""

import json
import os
from collections.abc import Mapping
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
    or_,
    select,
    update,
)

from gestand.book.schema import metadata
from gestand.core.errors import BookError, NotInTheBook
from gestand.core.hold import Hold

_NONCE_BYTES = 12

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


def end(connection: Connection, hold_id: str, day: date) -> None:
    """From `day` on the hold holds nothing any more; raises NotInTheBook when there is no such hold."""
    ended = connection.execute(update(holds).where(holds.c.id == hold_id).values(ends=day))
    if ended.rowcount == 0:
        raise NotInTheBook(f"There is no hold {hold_id!r}. `gestand hold` lists those in force.")


def in_force(connection: Connection, day: date, key: bytes) -> tuple[Hold, ...]:
    """The holds that begin on or before `day` and end after it, by id; an open hold has no end."""
    asked = select(holds).where(holds.c.begins <= day, or_(holds.c.ends.is_(None), holds.c.ends > day))
    return tuple(_opened(row, key) for row in connection.execute(asked.order_by(holds.c.id)))


def list_all(connection: Connection, key: bytes) -> tuple[Hold, ...]:
    """Every hold there ever was, by id."""
    return tuple(_opened(row, key) for row in connection.execute(select(holds).order_by(holds.c.id)))


def _seal(hold: Hold, key: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(_NONCE_BYTES)
    told = json.dumps({"people": hold.people, "reason": hold.reason}).encode()
    return nonce + AESGCM(key).encrypt(nonce, told, hold.id.encode())


def _unseal(sealed: bytes, hold_id: str, key: bytes) -> Mapping[str, Any]:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        told = AESGCM(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], hold_id.encode())
    except InvalidTag as error:
        raise BookError(
            f"The hold {hold_id!r} cannot be read with this key: the key or the book was replaced. "
            "Put back the keys that belong to this book."
        ) from error
    opened: Mapping[str, Any] = json.loads(told)
    return opened


def _opened(row: Row[Any], key: bytes) -> Hold:
    told = _unseal(bytes(row.sealed), row.id, key)
    return Hold(
        id=row.id,
        data=tuple(json.loads(row.data_json)),
        people=tuple((kind, identifier) for kind, identifier in told["people"]),
        reason=told["reason"],
        approver=row.approver,
        begins=row.begins,
        review=row.review,
        ends=row.ends,
    )
