"""Where a row lies: the columns by which an engine finds one row again within a transaction."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import sqlalchemy as sa

from gestand.core.schema import ColumnKind, TableFacts
from gestand.stores.compile import Compiler, Row
from gestand.stores.constants import Parameters
from gestand.stores.edges import again
from gestand.stores.element import Column, Condition
from gestand.stores.system import rowid_name

_ORDERLY = tuple(kind for kind in ColumnKind if kind not in (ColumnKind.INSTANT, ColumnKind.NUMBER))

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
    bound = partial(sa.literal, type_=sa.types.NullType())
    return [_in_one(row, *map(bound, one.values())) for one in in_each(places)]


def in_each(places: Places) -> list[Parameters]:
    """PostgreSQL goes straight to the places of one array; of a partitioned table, to those of each part."""
    tables: dict[int, list[str]] = {}
    for table, place in places:
        tables.setdefault(table, []).append(f'"{place}"')
    return [
        {"one_table": str(table), "its_places": f"{{{','.join(several)}}}"}
        for table, several in tables.items()
    ]


def in_one(row: Row) -> Condition:
    """The rows that lie where the parameters of `in_each` say."""
    bound = (sa.bindparam(name, type_=sa.types.NullType()) for name in ("one_table", "its_places"))
    return _in_one(row, *bound)


def _in_one(row: Row, table: Column, places: Column) -> Condition:
    return sa.and_(row.column("tableoid") == table, row.column("ctid") == sa.func.any(places))
