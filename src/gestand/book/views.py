"""Who of the staff looked into which case, sealed under the case's key."""

from datetime import UTC, datetime

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Integer,
    LargeBinary,
    Table,
    delete,
    insert,
    select,
)

from gestand.book.schema import Moment, metadata
from gestand.book.seal import seal, unseal
from gestand.core.caselist import View

views = Table(
    "case_views",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("case_id", ForeignKey("cases.id"), nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)


def add(connection: Connection, case_id: str, view: View, key: bytes) -> None:
    """Remember that somebody looked."""
    sealed = seal(key, view.by.encode(), _place(case_id, view.at))
    connection.execute(insert(views).values(case_id=case_id, at=view.at, sealed=sealed))


def list_all(connection: Connection, case_id: str, key: bytes) -> tuple[View, ...]:
    """Everyone who looked, oldest first."""
    asked = select(views).where(views.c.case_id == case_id).order_by(views.c.number)
    what = f"Who looked into case {case_id}"
    return tuple(
        View(unseal(key, bytes(row.sealed), _place(case_id, row.at), what).decode(), row.at)
        for row in connection.execute(asked)
    )


def forget(connection: Connection, case_id: str) -> None:
    """Take the views of a case out of the book."""
    connection.execute(delete(views).where(views.c.case_id == case_id))


def _place(case_id: str, at: datetime) -> tuple[object, ...]:
    return ("case_views", case_id, at.astimezone(UTC).isoformat())
