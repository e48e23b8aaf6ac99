"""What people accounted for: rows that went too early, the cause, the day of repair, and by whom."""

from sqlalchemy import BigInteger, Column, Connection, Date, Integer, String, Table, Text, insert, select

from gestand.book.schema import Moment, metadata
from gestand.core.told import Account, Accounted

accounts = Table(
    "accounts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("promise", String(500), nullable=False),
    Column("cause", Text, nullable=False),
    Column("repaired", Date, nullable=False),
    Column("told_by", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("rows", BigInteger, nullable=False),
)


def add(connection: Connection, accounted: Accounted) -> None:
    """Remember an account."""
    told = accounted.told
    row = {"promise": told.promise, "cause": told.cause, "repaired": told.repaired, "told_by": told.by}
    connection.execute(insert(accounts).values(**row, at=accounted.at, rows=accounted.rows))


def list_all(connection: Connection) -> tuple[Accounted, ...]:
    """Every account, oldest first."""
    return tuple(
        Accounted(Account(row.promise, row.cause, row.repaired, row.told_by), row.at, row.rows)
        for row in connection.execute(select(accounts).order_by(accounts.c.id))
    )
