"""Approvals by name and reason: a first sweep over arrears, or a stricter promise, waits for one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    func,
    insert,
    select,
    update,
)

from gestand.book.schema import Moment, metadata
from gestand.core.errors import NotApproved

LASTS = timedelta(days=90)
"""How long an approval lasts. Who approved it looked at the rows of that day."""

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


def newest(connection: Connection, promise: str, fingerprint: str) -> Approval | None:
    """The approval that counts for a promise under a rule: a later one takes the place of those before it."""
    this = (approved_promises.c.promise == promise) & (approved_promises.c.fingerprint == fingerprint)
    found = connection.execute(select(func.max(approved_promises.c.approval)).where(this)).scalar()
    return next((one for one in list_all(connection) if one.id == found), None)


def left(connection: Connection, promise: str, fingerprint: str, now: datetime) -> int:
    """The rows that may still be done of a promise under a rule; none once the approval has lapsed."""
    approval = newest(connection, promise, fingerprint)
    told = approval.of(promise) if approval and now - approval.at <= LASTS else None
    return told.left if told else 0


def refuse_twice(
    connection: Connection, plan_digest: str, promises: Sequence[ApprovedPromise], now: datetime
) -> None:
    """Raise NotApproved when all of this plan was approved already, and that approval has not lapsed."""
    given = [newest(connection, one.promise, one.fingerprint) for one in promises]
    same = [one for one in given if one and one.plan_digest == plan_digest and now - one.at <= LASTS]
    if same and len(same) == len(given):
        raise NotApproved(
            f"Plan {plan_digest[:12]} was approved already, on {same[0].at:%Y-%m-%d %H:%M} UTC; twice does not double "
            "it. Nothing was changed. `gestand keep` goes on under that approval."
        )


def use(connection: Connection, promise: str, fingerprint: str, rows: int) -> None:
    """Take rows off the approval that counts, as far as it reaches; of what nobody approved, nothing."""
    approval = newest(connection, promise, fingerprint)
    told = approval.of(promise) if approval else None
    if approval is None or told is None:
        return
    this = (approved_promises.c.approval == approval.id) & (approved_promises.c.promise == promise)
    used = approved_promises.c.used + min(rows, told.left)
    connection.execute(update(approved_promises).where(this).values(used=used))
