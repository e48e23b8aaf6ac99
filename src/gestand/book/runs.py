"""When gestand last planned, kept and checked, and how many rows there were by year."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BigInteger, Column, Connection, Integer, String, Table, delete, insert, select

from gestand.book.schema import Moment, metadata

runs = Table(
    "runs",
    metadata,
    Column("verb", String(20), primary_key=True),
    Column("at", Moment, nullable=False),
)

year_counts = Table(
    "year_counts",
    metadata,
    Column("promise", String(500), primary_key=True),
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("rows", BigInteger, nullable=False),
    Column("at", Moment, nullable=False),
)


@dataclass(frozen=True)
class YearCount:
    """So many rows of a promise had their moment in this year, when last counted."""

    promise: str
    year: int
    rows: int
    at: datetime


def mark(connection: Connection, verb: str, at: datetime) -> None:
    """Remember that this verb (plan, keep, check) was done to its end."""
    connection.execute(delete(runs).where(runs.c.verb == verb))
    connection.execute(insert(runs).values(verb=verb, at=at))


def last(connection: Connection, verb: str) -> datetime | None:
    """When this verb was last done to its end, if ever."""
    return connection.execute(select(runs.c.at).where(runs.c.verb == verb)).scalar()


def count(connection: Connection, promise: str, rows: Mapping[int, int], at: datetime) -> None:
    """Remember the rows by year, in place of what was counted of this promise before."""
    connection.execute(delete(year_counts).where(year_counts.c.promise == promise))
    told = [{"promise": promise, "year": year, "rows": number, "at": at} for year, number in rows.items()]
    if told:
        connection.execute(insert(year_counts), told)


def counted(connection: Connection, promise: str) -> tuple[YearCount, ...]:
    """The last counts of a promise, by year."""
    asked = select(year_counts).where(year_counts.c.promise == promise).order_by(year_counts.c.year)
    return tuple(YearCount(*row) for row in connection.execute(asked))
