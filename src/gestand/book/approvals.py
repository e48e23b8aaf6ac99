"""Approvals by name and reason: a first sweep over arrears, or a stricter promise, waits for one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    insert,
    select,
    update,
)

from gestand.book.schema import Moment, metadata
from gestand.core.errors import NotApproved, NotInTheBook

approvals = Table(
    "approvals",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("plan_digest", String(64), nullable=False),
    Column("approver", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", Moment, nullable=False),
)

approved_promises = Table(
    "approved_promises",
    metadata,
    Column("approval", ForeignKey("approvals.id"), primary_key=True),
    Column("promise", String(500), primary_key=True),
    Column("fingerprint", String(64), nullable=False),
    Column("rows", BigInteger, nullable=False),
    Column("used", BigInteger, nullable=False),
)


@dataclass(frozen=True)
class ApprovedPromise:
    """So many rows of a promise; `fingerprint` is that of its rule, `used` the rows done since."""

    promise: str
    fingerprint: str
    rows: int
    used: int = 0

    @property
    def left(self) -> int:
        return self.rows - self.used


@dataclass(frozen=True)
class Approval:
    """Who approved which plan, why and when."""

    id: int
    plan_digest: str
    approver: str
    reason: str
    at: datetime
    promises: tuple[ApprovedPromise, ...]

    def of(self, promise: str) -> ApprovedPromise | None:
        return next((one for one in self.promises if one.promise == promise), None)


def add(
    connection: Connection,
    plan_digest: str,
    approver: str,
    reason: str,
    at: datetime,
    promises: Sequence[ApprovedPromise],
) -> Approval:
    """Remember an approval; it gets a number of its own."""
    told = {"plan_digest": plan_digest, "approver": approver, "reason": reason, "at": at}
    number = int(connection.execute(insert(approvals).values(told).returning(approvals.c.id)).scalar_one())
    rows = [
        {
            "approval": number,
            "promise": one.promise,
            "fingerprint": one.fingerprint,
            "rows": one.rows,
            "used": one.used,
        }
        for one in promises
    ]
    if rows:
        connection.execute(insert(approved_promises), rows)
    return Approval(number, plan_digest, approver, reason, at, tuple(promises))


def list_all(connection: Connection) -> tuple[Approval, ...]:
    """Every approval, oldest first."""
    promises: dict[int, list[ApprovedPromise]] = {}
    for row in connection.execute(select(approved_promises).order_by(approved_promises.c.promise)):
        one = ApprovedPromise(row.promise, row.fingerprint, row.rows, row.used)
        promises.setdefault(row.approval, []).append(one)
    return tuple(
        Approval(row.id, row.plan_digest, row.approver, row.reason, row.at, tuple(promises.get(row.id, ())))
        for row in connection.execute(select(approvals).order_by(approvals.c.id))
    )


def list_open(connection: Connection) -> tuple[Approval, ...]:
    """The approvals under which some promise still has rows left, oldest first."""
    return tuple(one for one in list_all(connection) if any(promise.left > 0 for promise in one.promises))


def use(connection: Connection, approval: int, promise: str, rows: int) -> ApprovedPromise:
    """Subtract the rows of one slice; raises NotApproved when more rows are used than are left."""
    this = (approved_promises.c.approval == approval) & (approved_promises.c.promise == promise)
    found = connection.execute(select(approved_promises).where(this).with_for_update()).one_or_none()
    if found is None:
        raise NotInTheBook(f"Approval {approval} is not about {promise}. `gestand approve` lists what waits.")
    left = found.rows - found.used
    if rows > left:
        raise NotApproved(
            f"Approval {approval} leaves {left:,} rows of {promise}, not {rows:,}. "
            "Make a new plan with `gestand plan`, and have it approved."
        )
    connection.execute(update(approved_promises).where(this).values(used=found.used + rows))
    return ApprovedPromise(promise, found.fingerprint, found.rows, found.used + rows)
