"""Foreign keys, as the engines tell them.

A link that is to be emptied, of which a column cannot be empty, stops its parent: so a key of two columns, of which one
is part of the row's own key, is often declared. MariaDB lets nobody declare it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.engine.interfaces import ReflectedForeignKeyConstraint
from sqlalchemy.engine.reflection import Inspector, ObjectKind

from gestand.core.schema import Link, OnDelete, TableName
from gestand.stores.backticks import single
from gestand.stores.catalogue import table_named

Links = Mapping[TableName, tuple[Link, ...]]
_ON_DELETE = {"CASCADE": OnDelete.CASCADE, "SET NULL": OnDelete.CUT, "SET DEFAULT": OnDelete.CUT}
_PG_ON_DELETE = {"c": OnDelete.CASCADE, "n": OnDelete.CUT, "d": OnDelete.CUT}
_PG_LINKS = """
SELECT n.nspname, c.relname, pn.nspname, p.relname,
CASE WHEN k.confdeltype = 'n' AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnotnull
  AND a.attnum = ANY (COALESCE((SELECT array_agg(e::smallint) FROM jsonb_array_elements_text(
    NULLIF(to_jsonb(k) -> 'confdelsetcols', 'null')) e), k.conkey))) THEN 'r' ELSE k.confdeltype::text END,
ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY AS u (attnum, place)
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.attnum ORDER BY u.place),
ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY AS u (attnum, place)
  JOIN pg_attribute a ON a.attrelid = p.oid AND a.attnum = u.attnum ORDER BY u.place)
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_class p ON p.oid = k.confrelid JOIN pg_namespace pn ON pn.oid = p.relnamespace
WHERE k.contype = 'f' ORDER BY k.conname
"""
_SQLITE_ON_DELETE = """
SELECT m.name, f.id, f."table", f."from",
CASE WHEN f.on_delete = 'SET NULL' AND EXISTS (SELECT 1 FROM pragma_foreign_key_list(m.name) o
  JOIN pragma_table_info(m.name) c ON c.name = o."from" COLLATE NOCASE
  WHERE o.id = f.id AND (c."notnull" OR (c.pk AND upper(c.type) = 'INTEGER'))) THEN 'RESTRICT' ELSE f.on_delete END
FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' ORDER BY m.name, f.id, f.seq
"""
_MARIADB_LINKS = """
SELECT TABLE_NAME, CONSTRAINT_NAME, COLUMN_NAME, REFERENCED_TABLE_SCHEMA, REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME
FROM information_schema.KEY_COLUMN_USAGE
WHERE TABLE_SCHEMA = DATABASE() AND REFERENCED_TABLE_NAME IS NOT NULL
ORDER BY TABLE_NAME, CONSTRAINT_NAME, ORDINAL_POSITION
"""
_NAMES = r"`(?:[^`]|``)+`(?:, ?`(?:[^`]|``)+`)*"
_MARIADB_LINK = re.compile(
    rf"CONSTRAINT `(?P<name>(?:[^`]|``)+)` FOREIGN KEY \({_NAMES}\) REFERENCES {_NAMES}(?:\.{_NAMES})? \({_NAMES}\)"
    r"(?: ON DELETE (?P<does>CASCADE|SET NULL|SET DEFAULT))?"
)
OnDeletes = Mapping[tuple[str, tuple[str, ...], str], OnDelete]
"""By table, columns of a link, and the table they point at."""


def links_in(connection: sa.Connection, inspector: Inspector, only: Sequence[str] | None) -> Links:
    """The links of every table, or of `only` these."""
    if (
        connection.dialect.name == "postgresql"
    ):  # where SQLAlchemy takes a text apart, and breaks on odd names
        return _postgresql(connection)
    if connection.dialect.name in ("mysql", "mariadb"):
        return _mariadb(connection, only)
    on_delete = _sqlite_on_delete(connection) if connection.dialect.name == "sqlite" else {}
    told = inspector.get_multi_foreign_keys(None, only, kind=ObjectKind.TABLE)
    every = ((TableName(table), links) for (_, table), links in told.items())
    return {table: tuple(_link(table, link, on_delete) for link in links) for table, links in every}


def _postgresql(connection: sa.Connection) -> Links:
    own, found = connection.dialect.default_schema_name, defaultdict[TableName, list[Link]](list)
    for *table, to_schema, to, on_delete, columns, to_columns in connection.execute(sa.text(_PG_LINKS)):
        at, there = table_named(own, *table), table_named(own, to_schema, to)
        does = _PG_ON_DELETE.get(on_delete, OnDelete.STOP)
        found[at].append(Link(at, tuple(columns), there, tuple(to_columns), does))
    return {table: tuple(links) for table, links in found.items()}


def _mariadb(connection: sa.Connection, only: Sequence[str] | None) -> Links:
    """From the catalogue, which tells every name as it is; what a delete does stands in the table's text alone."""
    rows: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for table, name, *row in connection.execute(sa.text(_MARIADB_LINKS)):
        if only is None or table in only:
            rows.setdefault(table, {}).setdefault(name, []).append(tuple(row))
    return {
        TableName(table): tuple(_mariadb_links(connection, table, named)) for table, named in rows.items()
    }


def _mariadb_links(
    connection: sa.Connection, table: str, named: Mapping[str, list[tuple[str, ...]]]
) -> Iterable[Link]:
    own, does = connection.dialect.default_schema_name, _mariadb_on_delete(connection, table)
    for name, rows in named.items():
        columns, schemas, tables, to_columns = zip(*rows, strict=True)
        there = table_named(own, schemas[0], tables[0])
        yield Link(TableName(table), columns, there, to_columns, _does(does.get(name)))


def _mariadb_on_delete(connection: sa.Connection, table: str) -> Mapping[str, str | None]:
    """What a delete does at the other end, by the name of the link."""
    quoted = connection.dialect.identifier_preparer.quote_identifier(table)
    made = connection.exec_driver_sql(f"SHOW CREATE TABLE {quoted}").one()[1]
    return {single(link["name"]): link["does"] for link in _MARIADB_LINK.finditer(made)}


def _sqlite_on_delete(connection: sa.Connection) -> OnDeletes:
    """SQLAlchemy reads this from the table's text, and misses a link that is declared at its column."""
    columns: dict[tuple[str, int, str, str], tuple[str, ...]] = {}
    for table, link, to, column, on_delete in connection.execute(sa.text(_SQLITE_ON_DELETE)):
        at = (table, link, to, on_delete)
        columns[at] = (*columns.get(at, ()), column)
    return {(table, names, to): _does(on_delete) for (table, _, to, on_delete), names in columns.items()}


def _link(table: TableName, link: ReflectedForeignKeyConstraint, on_delete: OnDeletes) -> Link:
    columns, to = tuple(map(str, link["constrained_columns"])), str(link["referred_table"])
    does = on_delete.get((table.name, columns, to)) or _does(link.get("options", {}).get("ondelete"))
    there = TableName(to, link.get("referred_schema") or "")
    return Link(table, columns, there, tuple(map(str, link["referred_columns"])), does)


def _does(on_delete: str | None) -> OnDelete:
    return _ON_DELETE.get((on_delete or "").upper(), OnDelete.STOP)
