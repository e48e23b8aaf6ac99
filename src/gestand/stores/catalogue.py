"""What SQLAlchemy's inspector does not tell: triggers, partitions, and which tables may be read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import sqlalchemy as sa
from sqlalchemy.engine.reflection import Inspector

from gestand.core.schema import TableName

Names = Mapping[TableName, tuple[str, ...]]


@dataclass(frozen=True)
class Catalogue:
    """By table: the triggers that fire on DELETE or UPDATE, the columns it is partitioned by, its parent.

    `readable` is None where all that can be seen can be read; `row_security` are tables that may hide rows.
    """

    triggers: Names = field(default_factory=dict)
    partitioned_by: Names = field(default_factory=dict)
    partition_of: Mapping[TableName, TableName] = field(default_factory=dict)
    readable: frozenset[TableName] | None = None
    row_security: frozenset[TableName] = frozenset()

    def may_read(self, table: TableName) -> bool:
        return self.readable is None or table in self.readable


def schemas(inspector: Inspector) -> list[str | None]:
    """The connection's own schema (None) first; on PostgreSQL every other one that is no system's."""
    if inspector.dialect.name != "postgresql":
        return [None]
    others = (name for name in inspector.get_schema_names() if name != inspector.default_schema_name)
    return [None, *(name for name in others if name != "information_schema" and not name.startswith("pg_"))]


def of(connection: sa.Connection) -> Catalogue:
    """A handful of queries on the engine's own catalogue."""
    match connection.dialect.name:
        case "postgresql":
            return _postgresql(connection)
        case "sqlite":
            return _sqlite(connection)
        case _:
            return _mariadb(connection)


def _sqlite(connection: sa.Connection) -> Catalogue:
    rows = connection.execute(sa.text("SELECT tbl_name, name, sql FROM sqlite_master WHERE type = 'trigger'"))
    firing = [(TableName(table), name) for table, name, text in rows if _fires(text)]
    return Catalogue(triggers=_grouped(firing))


def _fires(text: str) -> bool:
    """Whether the head of a trigger's own text names DELETE or UPDATE; in doubt it does."""
    head = text.upper().partition("BEGIN")[0]
    return "DELETE" in head or "UPDATE" in head


_PG_TRIGGERS = """
SELECT n.nspname, c.relname, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND t.tgtype::int & 24 <> 0
"""
_PG_PARTITIONED = """
SELECT n.nspname, c.relname, a.attname FROM pg_partitioned_table p JOIN pg_class c ON c.oid = p.partrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL unnest(p.partattrs::int2[]) WITH ORDINALITY AS k(attnum, place)
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum ORDER BY k.place
"""
_PG_PARTITIONS = """
SELECT n.nspname, c.relname, pn.nspname, p.relname FROM pg_inherits i
JOIN pg_class c ON c.oid = i.inhrelid AND c.relispartition JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_class p ON p.oid = i.inhparent JOIN pg_namespace pn ON pn.oid = p.relnamespace
"""
_PG_READABLE = """
SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND has_schema_privilege(n.oid, 'USAGE')
AND (has_table_privilege(c.oid, 'SELECT') OR has_any_column_privilege(c.oid, 'SELECT'))
"""
_PG_ROW_SECURITY = """
SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relrowsecurity AND row_security_active(c.oid)
"""


def _postgresql(connection: sa.Connection) -> Catalogue:
    own = connection.dialect.default_schema_name
    named = [
        [(table_named(own, schema, name), *rest) for schema, name, *rest in rows]
        for rows in (
            connection.execute(sa.text(query))
            for query in (_PG_TRIGGERS, _PG_PARTITIONED, _PG_READABLE, _PG_ROW_SECURITY)
        )
    ]
    parts = connection.execute(sa.text(_PG_PARTITIONS)).all()
    return Catalogue(
        triggers=_grouped(named[0]),
        partitioned_by=_grouped(named[1]),
        partition_of={table_named(own, *row[:2]): table_named(own, *row[2:]) for row in parts},
        readable=frozenset(table for (table,) in named[2]),
        row_security=frozenset(table for (table,) in named[3]),
    )


def table_named(own: str | None, schema: str, name: str) -> TableName:
    """A table of PostgreSQL; the connection's own schema goes unsaid."""
    return TableName(name, "" if schema == own else schema)


_MARIADB_TRIGGERS = """
SELECT EVENT_OBJECT_TABLE, TRIGGER_NAME FROM information_schema.TRIGGERS
WHERE EVENT_OBJECT_SCHEMA = DATABASE() AND EVENT_MANIPULATION IN ('DELETE', 'UPDATE')
"""
_MARIADB_PARTITIONED = """
SELECT DISTINCT TABLE_NAME, PARTITION_EXPRESSION FROM information_schema.PARTITIONS
WHERE TABLE_SCHEMA = DATABASE() AND PARTITION_EXPRESSION IS NOT NULL
"""


def _mariadb(connection: sa.Connection) -> Catalogue:
    triggers = [(TableName(table), name) for table, name in connection.execute(sa.text(_MARIADB_TRIGGERS))]
    rows = connection.execute(sa.text(_MARIADB_PARTITIONED))
    return Catalogue(
        triggers=_grouped(triggers),
        partitioned_by={TableName(table): tuple(_unquoted(expression)) for table, expression in rows},
    )


def _unquoted(expression: str) -> Iterable[str]:
    """The columns of a partition expression; an expression over a column stands as it is."""
    return (part.strip().strip("`").replace("``", "`") for part in expression.split(","))


def _grouped(rows: Iterable[tuple[TableName, str]]) -> Names:
    found: dict[TableName, tuple[str, ...]] = {}
    for table, name in rows:
        found[table] = (*found.get(table, ()), name)
    return found
