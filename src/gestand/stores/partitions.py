"""PostgreSQL: a partition in which nothing may stay is dropped whole, and its storage given back at once.

Dropped is only a partition by range of the action's own moment whose upper bound lies at or before the end: what
would be written into it later would be past its term at once. Whatever stands in the way (a right, a lock, a link
that points here, a trigger) means that its rows are erased one by one as in any other table.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy import quoted_name
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import DropTable
from sqlalchemy.types import TypeEngine

from gestand.core.action import Action, Batch, Erase, Level
from gestand.core.errors import StoreAway
from gestand.core.predicate import Before
from gestand.core.schema import TableName
from gestand.stores.acting import Act, act_of
from gestand.stores.compile import Compiler
from gestand.stores.faces import Face
from gestand.stores.trouble import trouble
from gestand.stores.walk import before_of

_SETTINGS = (
    "SET LOCAL lock_timeout = '400ms'",  # shorter than the second after which PostgreSQL looks for a deadlock
    "SET LOCAL constraint_exclusion = on",
)
_CANDIDATES = """
SELECT n.nspname, c.relname, pg_get_expr(c.relpartbound, c.oid) FROM pg_inherits i
JOIN pg_class p ON p.oid = i.inhparent JOIN pg_namespace pn ON pn.oid = p.relnamespace
JOIN pg_partitioned_table t ON t.partrelid = p.oid AND t.partstrat = 'r' AND t.partnatts = 1
JOIN pg_attribute a ON a.attrelid = p.oid AND a.attnum = t.partattrs[0] AND a.attname = :column
JOIN pg_class c ON c.oid = i.inhrelid AND c.relkind = 'r' JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE p.relname = :name AND pn.nspname = :schema AND pg_has_role(c.relowner, 'USAGE')
AND pg_has_role(p.relowner, 'USAGE') AND NOT i.inhdetachpending AND NOT row_security_active(c.oid)
AND NOT EXISTS (SELECT 1 FROM pg_constraint f WHERE f.contype = 'f' AND f.confrelid IN (p.oid, c.oid))
AND NOT EXISTS (SELECT 1 FROM pg_trigger g WHERE g.tgrelid = c.oid AND NOT g.tgisinternal AND g.tgtype::int & 8 <> 0)
ORDER BY n.nspname, c.relname
"""


_UPPER = re.compile(r"TO \('([^']*)'\)$")
_TYPES: dict[Face, TypeEngine[Any]] = {
    Face.DAY: sa.Date(),
    Face.LOCAL: sa.DateTime(),
    Face.INSTANT: sa.DateTime(timezone=True),
    Face.SECONDS: sa.BigInteger(),
    Face.MILLISECONDS: sa.BigInteger(),
}


def drop_whole(connection: sa.Connection, compiler: Compiler, action: Action, most: int) -> Iterator[Batch]:
    """Drop what can be dropped, a transaction each; a batch for each partition, never more rows than `most`."""
    before = before_of(action.where, action.walk)
    if compiler.dialect != "postgresql" or not isinstance(action, Erase) or action.along or before is None:
        return
    if compiler.row(action.table).facts.partitioned_by != (before.moment.column,):
        return
    with connection.begin():
        found = _over(connection, compiler, action, before, _candidates(connection, action))
    for name in found:
        rows = _drop(connection, compiler, replace(action, table=name), most)
        most -= rows
        if rows:
            yield Batch(rows, Level.RECLAIMED)


def _candidates(connection: sa.Connection, action: Erase) -> list[tuple[TableName, str]]:
    own = connection.dialect.default_schema_name or "public"
    column = action.walk.column if action.walk else ""
    at = {"name": action.table.name, "schema": action.table.schema or own, "column": column}
    rows = connection.execute(sa.text(_CANDIDATES), at)
    return [(TableName(name, "" if schema == own else schema), text) for schema, name, text in rows]


def _over(
    connection: sa.Connection,
    compiler: Compiler,
    action: Erase,
    before: Before,
    candidates: list[tuple[TableName, str]],
) -> list[TableName]:
    """Those whose upper bound, as PostgreSQL spells it in this session, lies at or before the end."""
    clock = compiler.clock(before.moment, compiler.row(action.table))
    bounds = [(name, upper[1]) for name, text in candidates if (upper := _UPPER.search(text))]
    if not bounds or clock.face not in _TYPES:
        return []
    casts = [sa.cast(sa.literal(bound, sa.Text()), _TYPES[clock.face]) for _, bound in bounds]
    asked = sa.select(*(replace(clock, column=cast).ends_by(before.end) for cast in casts))
    answers: Sequence[object] = connection.execute(asked).one()
    return [name for (name, _), over in zip(bounds, answers, strict=True) if over is True]


def _drop(connection: sa.Connection, compiler: Compiler, action: Erase, most: int) -> int:
    """The rows of the partition that went with it; 0 if it had to stay."""
    act = act_of(compiler, action)
    table = sa.Table(
        quoted_name(action.table.name, True),
        sa.MetaData(),
        schema=quoted_name(action.table.schema, True) or None,
    )
    try:
        with connection.begin():
            for setting in _SETTINGS:
                connection.execute(sa.text(setting))
            connection.execute(_lock(connection, table))
            rows = _rows_if_all_go(connection, act)
            if 0 < rows <= most:
                connection.execute(DropTable(table))
                return rows
    except DBAPIError as error:
        if trouble(error).error is StoreAway:
            raise
    return 0


def _lock(connection: sa.Connection, table: sa.Table) -> sa.DDL:
    """SQLAlchemy doubles each % of a name once as a name and once as a text: once is right."""
    name = connection.dialect.identifier_preparer.format_table(table).replace("%%", "%")
    statement = "LOCK TABLE ONLY %(name)s IN SHARE MODE"
    return sa.DDL(statement, context={"name": name})  # type: ignore[no-untyped-call]


def _rows_if_all_go(connection: sa.Connection, act: Act) -> int:
    """Stays are looked for first: with its bounds in mind, PostgreSQL often need not look at a single row."""
    one: sa.Select[Any] = (
        sa.select(sa.literal_column("1")).select_from(act.row.table).where(act.stays).limit(1)
    )
    if connection.execute(one).first() is not None:
        return 0
    connection.execute(sa.text("SET LOCAL enable_seqscan = off"))  # an index is smaller than its table
    return int(connection.execute(sa.select(sa.func.count()).select_from(act.row.table)).scalar_one())
