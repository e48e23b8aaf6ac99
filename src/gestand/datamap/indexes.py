"""The indexes that lead to identifiers however they are spelt, for the administrator of a store to make."""

from collections.abc import Callable, Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import mysql, postgresql, sqlite

from gestand.datamap.bound import BoundMap
from gestand.datamap.identifiers import Sought, sought
from gestand.datamap.lookup import LONGEST, digits, small

_DIALECTS: dict[str, Callable[..., sa.Dialect]] = {
    "postgresql": postgresql.dialect,
    "mariadb": mysql.dialect,
    "sqlite": sqlite.dialect,
}


def indexes(bound: BoundMap, store: str, dialect: str, own: str) -> Iterator[str]:
    """A statement for each identifier of the store to which nothing leads yet; `own` is the schema of tables that
    name none."""
    spoken = _DIALECTS[dialect](paramstyle="named")
    return (
        _index(one, dialect, spoken, own) for one in sought(bound) if one.store == store and not one.led_to
    )


def _index(one: Sought, dialect: str, spoken: sa.Dialect, own: str) -> str:
    quoted = spoken.identifier_preparer.quote_identifier
    table = ".".join(quoted(part) for part in (one.table.schema or own, one.table.name) if part)
    column, name = quoted(one.column.name), quoted(f"{one.table.name}_{one.column.name}_sought")
    if one.numbered or (dialect == "mariadb" and not one.by_digits):
        return f"CREATE INDEX {name} ON {table} ({column});"
    bare: sa.ColumnClause[Any] = sa.column(sa.quoted_name(one.column.name, True))
    expression = (digits if one.by_digits else small)(dialect, bare).compile(dialect=spoken)
    if dialect == "mariadb":
        kind = f"varchar({LONGEST}) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"
        made = f"ADD COLUMN {name} {kind} AS ({expression}) VIRTUAL INVISIBLE"
        return f"ALTER TABLE {table} {made}, ADD INDEX ({name});"
    return f"CREATE INDEX {name} ON {table} ({expression});"
