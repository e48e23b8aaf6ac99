"""Where a row lies: the columns by which an engine finds one row again within a transaction."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from gestand.core.schema import ColumnKind, TableFacts
from gestand.stores.compile import Compiler, Row
from gestand.stores.edges import again
from gestand.stores.element import Column, Condition
from gestand.stores.system import rowid_name

_ORDERLY = (ColumnKind.INTEGER, ColumnKind.TEXT, ColumnKind.DATE, ColumnKind.DATETIME, ColumnKind.OTHER)

Places = Sequence[sa.Row[*tuple[Any, ...]]]
"""The addresses of several rows."""


def address(connection: sa.Connection, compiler: Compiler, row: Row) -> tuple[Column, ...]:
    """PostgreSQL: the place of the tuple; SQLite: the rowid; else the key. Empty for a table without any."""
    if compiler.dialect == "postgresql":
        return row.column("tableoid"), row.column("ctid")
    return ordered_key(connection, compiler, row)


def ordered_key(connection: sa.Connection, compiler: Compiler, row: Row) -> tuple[Column, ...]:
    """Columns that are never NULL, unique together and indexed in this order; empty where there are none."""
    if compiler.dialect == "sqlite" and _has_rowid(connection, row.facts):
        name = rowid_name(row.facts)
        return (row.column(name),) if name else ()
    kinds = [column.kind for name in row.facts.key if (column := row.facts.column(name))]
    return (
        tuple(row.column(name) for name in row.facts.key) if all(kind in _ORDERLY for kind in kinds) else ()
    )


def _has_rowid(connection: sa.Connection, facts: TableFacts) -> bool:
    names = sa.table("pragma_table_list", sa.column("name"), sa.column("schema"), sa.column("wr"))
    schema = facts.name.schema or "main"
    found = sa.select(names.c.wr).where(names.c.name == facts.name.name, names.c.schema == schema)
    return connection.execute(found).scalar() == 0


def at(row: Row, places: Places) -> Condition:
    """The rows that lie there; of at least one place."""
    columns = [row.table.c[name] for name in places[0]._fields]
    if places[0]._fields == ("tableoid", "ctid"):
        return sa.or_(*_by_table(row, places))
    if len(columns) == 1:
        return columns[0].in_([again(value) for (value,) in places])
    return sa.tuple_(*columns).in_([tuple(one) for one in places])


def _by_table(row: Row, places: Places) -> list[Condition]:
    """PostgreSQL goes straight to the places of one array; of a partitioned table, to those of each part."""
    tables: dict[int, list[str]] = {}
    for table, place in places:
        tables.setdefault(table, []).append(f'"{place}"')
    return [
        sa.and_(
            row.column("tableoid") == sa.literal(str(table), sa.types.NullType()),
            row.column("ctid") == sa.func.any(sa.literal(f"{{{','.join(several)}}}", sa.types.NullType())),
        )
        for table, several in tables.items()
    ]
