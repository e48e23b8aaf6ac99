"""The SQL that makes two roles of least rights: one that can only read, one that can also keep the promises."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from gestand.core.schema import TableName
from gestand.datamap.bound import BoundMap
from gestand.datamap.rights import Right, rights

if TYPE_CHECKING:
    from sqlalchemy.sql.compiler import IdentifierPreparer

Dialect = Literal["postgresql", "mariadb", "sqlite"]
OWN_SCHEMA = "public"

_SQLITE = """\
-- SQLite knows no roles: the rights are those of the file, its -wal and -shm, and their folder.
-- Reading: let {reader} read the file (chmod 640, group {reader}); with a write-ahead log it must also be able
--   to write the -shm file, or open the database as file:NAME?mode=ro.
-- Keeping: let {keeper} own the file and its folder (chmod 750), for SQLite writes its journal beside it.
-- No role here can be held to some tables or columns: {keeper} can change all of
--   {tables}.
"""


@dataclass(frozen=True)
class _Names:
    """How a dialect spells the names in its SQL; `own` is the schema of tables that name none."""

    preparer: "IdentifierPreparer"
    own: str

    def quoted(self, name: str) -> str:
        return self.preparer.quote_identifier(name)

    def table(self, name: TableName) -> str:
        schema = name.schema or self.own
        return ".".join(self.quoted(part) for part in (schema, name.name) if part)


def grants(
    bound: BoundMap,
    store: str,
    dialect: Dialect,
    reader: str,
    keeper: str,
    promised: Collection[str],
    own_schema: str = "",
    requests: bool = False,
) -> str:
    """SQL for a store's administrator to read and run.

    `promised` are the data that some promise speaks of: only they are ever erased or changed. `own_schema` is
    the schema of tables that the map gives none; on PostgreSQL it is `public` unless said. `requests`: the keeper
    also does what people ask, to all data of theirs, and the indexes that lead to them are shown.
    """
    needed = rights(bound, store, promised, requests)
    own = own_schema or (OWN_SCHEMA if dialect == "postgresql" else "")
    text = _text(store, dialect, own, reader, keeper, needed)
    return text + "".join(_leading(bound, store, dialect, own)) if requests else text


def _text(store: str, dialect: Dialect, own: str, reader: str, keeper: str, needed: tuple[Right, ...]) -> str:
    if dialect == "sqlite":
        tables = ", ".join(str(right.table) for right in needed)
        return _SQLITE.format(reader=_comment(reader), keeper=_comment(keeper), tables=_comment(tables))
    lines = _postgresql if dialect == "postgresql" else _mariadb
    names = _Names(_preparer(dialect), own)
    return "\n".join(lines(names, store, names.quoted(reader), names.quoted(keeper), needed)) + "\n"


def _leading(bound: BoundMap, store: str, dialect: Dialect, own: str) -> Iterator[str]:
    from gestand.datamap.indexes import indexes

    wanted = list(indexes(bound, store, dialect, own))
    if wanted:
        yield "-- For requests to find a person in any spelling without reading all rows; make them at a quiet hour:\n"
    for statement in wanted:
        yield f"-- {_comment(statement)}\n"


def _preparer(dialect: Dialect) -> "IdentifierPreparer":
    """SQLAlchemy's own quoting; a paramstyle without % leaves a % in a name as it is."""
    from sqlalchemy.dialects import mysql, postgresql

    make: Callable[..., object] = postgresql.dialect if dialect == "postgresql" else mysql.dialect
    preparer: IdentifierPreparer = make(paramstyle="named").identifier_preparer  # type: ignore[attr-defined]
    return preparer


def _postgresql(
    names: _Names, store: str, reader: str, keeper: str, needed: tuple[Right, ...]
) -> Iterator[str]:
    yield f"-- Store {_comment(store)}: run as the owner of these tables, once, and again when the data map changes."
    yield f"CREATE ROLE {reader} NOLOGIN;"
    yield f"CREATE ROLE {keeper} NOLOGIN;"
    for schema in sorted({right.table.schema or names.own for right in needed}):
        yield f"GRANT USAGE ON SCHEMA {names.quoted(schema)} TO {reader}, {keeper};"
    yield from _reading(names, f"{reader}, {keeper}", needed)
    yield from _keeping(names, keeper, needed, locks=True)
    given = f"GRANT {_comment(reader)} TO ...; GRANT {_comment(keeper)} TO ...;"
    yield f"-- Then give them to the logins that gestand uses: {given}"


def _mariadb(names: _Names, store: str, reader: str, keeper: str, needed: tuple[Right, ...]) -> Iterator[str]:
    yield f"-- Store {_comment(store)}: run in its own database (USE ...), and again when the data map changes."
    yield f"CREATE ROLE IF NOT EXISTS {reader};"
    yield f"CREATE ROLE IF NOT EXISTS {keeper};"
    for role in (reader, keeper):
        yield from _reading(names, role, needed)
    yield from _keeping(names, keeper, needed, locks=False)
    yield "-- Triggers can only be named in a plan with the TRIGGER right, which also lets one make them: not given."
    role = _comment(keeper)
    yield f"-- Then, for the login that gestand uses: GRANT {role} TO ...; SET DEFAULT ROLE {role} FOR ...;"


def _reading(names: _Names, roles: str, needed: tuple[Right, ...]) -> Iterator[str]:
    for right in needed:
        yield f"GRANT SELECT ON {names.table(right.table)} TO {roles};"


def _keeping(names: _Names, keeper: str, needed: tuple[Right, ...], locks: bool) -> Iterator[str]:
    for right in needed:
        table = names.table(right.table)
        if right.erase:
            yield f"GRANT DELETE ON {table} TO {keeper};"
        if right.change:
            columns = ", ".join(map(names.quoted, right.change))
            yield f"GRANT UPDATE ({columns}) ON {table} TO {keeper};"
        if right.locks and locks:
            column = names.quoted(right.locks)
            yield f"GRANT UPDATE ({column}) ON {table} TO {keeper};  -- to lock rows before they are erased"
        if right.erase and right.partitioned:
            yield f"-- Dropping whole partitions of {_comment(table)} takes its owner; without, their rows are erased."


def _comment(text: str) -> str:
    return " ".join(text.split())
