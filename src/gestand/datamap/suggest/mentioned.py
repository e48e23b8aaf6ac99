"""What a written data map says of a table: the columns that it names, whatever for."""

from collections.abc import Iterator

from gestand.core.schema import TableName
from gestand.datamap.model import ColumnCondition, ColumnMoment, Database, LatestMoment, OtherTable, Table
from gestand.datamap.route import parse_route


def tables_of(database: Database) -> dict[TableName, Table]:
    """The tables that a store's part of the map speaks of, by the name that the database has for them."""
    return {
        TableName(table.table or key, table.in_schema or ""): table for key, table in database.tables.items()
    }


def without_personal_data(database: Database) -> frozenset[TableName]:
    """The tables that are said to hold none."""
    return frozenset(
        TableName(other.table, other.in_schema) if isinstance(other, OtherTable) else TableName(other)
        for other in database.no_personal_data
    )


def columns_of(table: Table) -> frozenset[str]:
    """Every column that the map names, as a datum, an identifier, a moment, a condition or an address."""
    return frozenset(_columns(table))


def _columns(table: Table) -> Iterator[str]:
    for columns in table.data.values():
        yield from columns
    if not isinstance(table.known_by, str):
        yield from table.known_by.values()
    for moment in table.moments.values():
        for part in moment.latest_of if isinstance(moment, LatestMoment) else (moment,):
            yield from (
                (part.column,) if isinstance(part, ColumnMoment) else () if parse_route(part) else (part,)
            )
    yield from (one.column for one in table.conditions.values() if isinstance(one, ColumnCondition))
    for mailing in table.lists.values():
        yield from (name for name in (mailing.address, mailing.subscribed) if name)
