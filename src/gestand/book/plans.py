"""The plans that were shown, so that one can be approved by the first letters of its digest."""

import json
import re
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Connection, String, Table, Text, delete, insert, select

from gestand.book.schema import Moment, metadata
from gestand.core.errors import NotInTheBook
from gestand.core.plan import SHORTEST

plans = Table(
    "plans",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("at", Moment, nullable=False),
    Column("promises_json", Text, nullable=False),
)


@dataclass(frozen=True)
class PlannedPromise:
    """So many rows of a promise would be changed; `fingerprint` is that of its rule."""

    promise: str
    fingerprint: str
    rows: int


@dataclass(frozen=True)
class Plan:
    """A plan that was shown: its keyed digest, when, and its rows by promise."""

    digest: str
    at: datetime
    promises: tuple[PlannedPromise, ...]


def remember(connection: Connection, plan: Plan) -> None:
    """Remember a plan, in place of the same one as it was shown before."""
    connection.execute(delete(plans).where(plans.c.digest == plan.digest))
    told = json.dumps([[one.promise, one.fingerprint, one.rows] for one in plan.promises])
    connection.execute(insert(plans).values(digest=plan.digest, at=plan.at, promises_json=told))


def find(connection: Connection, prefix: str) -> Plan:
    """The plan whose digest begins with `prefix`, at least 8 characters; raises NotInTheBook."""
    if not re.fullmatch(rf"[0-9a-f]{{{SHORTEST},64}}", prefix):
        raise NotInTheBook(f"{prefix!r} names no plan: give at least {SHORTEST} digits of its digest.")
    asked = select(plans).where(plans.c.digest.startswith(prefix)).limit(2)
    found = connection.execute(asked).all()
    if not found:
        raise NotInTheBook(
            f"The book knows no plan {prefix!r}. `gestand plan` shows today's with its digest."
        )
    if len(found) > 1:
        raise NotInTheBook(f"More than one plan begins with {prefix!r}: give more of the digest.")
    told = json.loads(found[0].promises_json)
    return Plan(found[0].digest, found[0].at, tuple(PlannedPromise(*one) for one in told))
