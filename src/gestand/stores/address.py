"""Where a row lies: the columns by which an engine finds one row again within a transaction."""

import sqlalchemy as sa

from gestand.core.schema import ColumnKind, TableFacts
from gestand.stores.compile import Compiler, Row
from gestand.stores.element import Column
from gestand.stores.system import rowid_name

_ORDERLY = (ColumnKind.INTEGER, ColumnKind.TEXT, ColumnKind.DATE, ColumnKind.DATETIME, ColumnKind.OTHER)


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
