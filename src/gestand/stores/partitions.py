"""PostgreSQL: a partition in which nothing may stay is dropped whole, and its storage given back at once.

Dropped is only a partition by range of the action's own moment whose upper bound lies at or before the end: what
would be written into it later would be past its term at once. Whatever stands in the way (a right, a lock, a link
that points here, a trigger) means that its rows are erased one by one as in any other table.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ARRAY, quoted_name
from sqlalchemy.exc import DBAPIError
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

_SETTINGS = {
    "lock_timeout": "400ms",  # shorter than the second after which PostgreSQL looks for a deadlock
    "constraint_exclusion": "on",
    "enable_seqscan": "off",  # an index is smaller than its table
}
_CANDIDATES = """
WITH parted AS MATERIALIZED (
  SELECT p.oid FROM pg_class p JOIN pg_namespace n ON n.oid = p.relnamespace
  JOIN pg_partitioned_table t ON t.partrelid = p.oid AND t.partstrat = 'r' AND t.partnatts = 1
  JOIN pg_attribute a ON a.attrelid = p.oid AND a.attnum = t.partattrs[0] AND a.attname = :column
  WHERE p.relname = :name AND n.nspname = :schema AND pg_has_role(p.relowner, 'USAGE')
), parts AS MATERIALIZED (
  SELECT c.*, i.inhparent FROM parted JOIN pg_inherits i ON i.inhparent = parted.oid AND NOT i.inhdetachpending
  JOIN pg_class c ON c.oid = i.inhrelid AND c.relkind = 'r'
  WHERE pg_has_role(c.relowner, 'USAGE') AND NOT row_security_active(c.oid)
)
SELECT n.nspname, c.relname, greatest(c.reltuples, 0)::bigint, pg_get_expr(c.relpartbound, c.oid)
FROM parts c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE NOT EXISTS (SELECT 1 FROM pg_constraint f WHERE f.contype = 'f' AND f.confrelid IN (c.inhparent, c.oid))
AND NOT EXISTS (SELECT 1 FROM pg_trigger g WHERE g.tgrelid = c.oid AND NOT g.tgisinternal AND g.tgtype::int & 8 <> 0)
ORDER BY n.nspname, c.relname
"""
_ROWS_TOGETHER = 2_000_000
_UPPER = re.compile(r"TO \('([^']*)'\)$")
_TYPES: dict[Face, TypeEngine[Any]] = {
    Face.DAY: sa.Date(),
    Face.LOCAL: sa.DateTime(),
    Face.INSTANT: sa.DateTime(timezone=True),
    Face.SECONDS: sa.BigInteger(),
    Face.MILLISECONDS: sa.BigInteger(),
}


@dataclass(frozen=True)
class Partition:
    """A partition, the rows that PostgreSQL estimates in it, and its bounds as they are spelled in this session."""

    name: TableName
    estimate: int
    bounds: str


def drop_whole(connection: sa.Connection, compiler: Compiler, action: Action, most: int) -> Iterator[Batch]:
    """Drop what can be dropped, never more rows than `most`: some partitions together, one by one if that fails."""
    before = before_of(action.where, action.walk)
    if compiler.dialect != "postgresql" or not isinstance(action, Erase) or action.along or before is None:
        return
    if compiler.row(action.table).facts.partitioned_by != (before.moment.column,):
        return
    with connection.begin():
        found = _over(connection, compiler, action, before, _candidates(connection, action))
    waiting = list(_together(found))
    while waiting:
        group = waiting.pop(0)
        rows = _drop(connection, compiler, action, group, most)
        if rows:
            most -= rows
            yield Batch(rows, Level.RECLAIMED)
        elif len(group) > 1:
            waiting[:0] = [[one] for one in group]


def _candidates(connection: sa.Connection, action: Erase) -> list[Partition]:
    own = connection.dialect.default_schema_name or "public"
    column = action.walk.column if action.walk else ""
    at = {"name": action.table.name, "schema": action.table.schema or own, "column": column}
    rows = connection.execute(sa.text(_CANDIDATES), at)
    return [
        Partition(TableName(name, "" if schema == own else schema), estimate, bounds)
        for schema, name, estimate, bounds in rows
    ]


def _over(
    connection: sa.Connection,
    compiler: Compiler,
    action: Erase,
    before: Before,
    candidates: list[Partition],
) -> list[Partition]:
    """Those whose upper bound, as PostgreSQL spells it in this session, lies at or before the end."""
    clock = compiler.clock(before.moment, compiler.row(action.table))
    bounds = [(one, upper[1]) for one in candidates if (upper := _UPPER.search(one.bounds))]
    if not bounds or clock.face not in _TYPES:
        return []
    texts = sa.literal([bound for _, bound in bounds], ARRAY(sa.Text()))
    bound = sa.cast(sa.func.unnest(texts).column_valued("bound"), _TYPES[clock.face])
    asked = sa.select(replace(clock, column=bound).ends_by(before.end))
    return [
        one
        for (one, _), over in zip(bounds, connection.execute(asked).scalars(), strict=True)
        if over is True
    ]


def _together(partitions: Iterable[Partition]) -> Iterator[list[Partition]]:
    """Groups of at most so many rows that counting them, while they are locked, takes little time."""
    group: list[Partition] = []
    for one in partitions:
        if group and sum(member.estimate for member in (*group, one)) > _ROWS_TOGETHER:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _drop(
    connection: sa.Connection, compiler: Compiler, action: Erase, partitions: list[Partition], most: int
) -> int:
    """The rows that went with the partitions in which nothing stays; 0 if they had to stay all."""
    acts = [act_of(compiler, replace(action, table=one.name)) for one in partitions]
    try:
        with connection.begin():
            settings = (sa.func.set_config(name, value, True) for name, value in _SETTINGS.items())
            connection.execute(sa.select(*settings))
            connection.execute(_upon(connection, acts, "LOCK TABLE %(names)s IN SHARE MODE", "ONLY "))
            going = _that_may_go(connection, acts)
            rows = _count(connection, going) if going else 0
            if 0 < rows <= most:
                connection.execute(_upon(connection, going, "DROP TABLE %(names)s"))
                return rows
    except DBAPIError as error:
        if trouble(error).error is StoreAway:
            raise
    return 0


def _upon(connection: sa.Connection, acts: Sequence[Act], statement: str, before: str = "") -> sa.DDL:
    """SQLAlchemy doubles each % of a name once as a name and once as a text: once is right."""
    quoted = connection.dialect.identifier_preparer.format_table
    names = ", ".join(f"{before}{quoted(_named(act)).replace('%%', '%')}" for act in acts)
    return sa.DDL(statement, context={"names": names})  # type: ignore[no-untyped-call]


def _named(act: Act) -> sa.Table:
    name = act.row.facts.name
    return sa.Table(
        quoted_name(name.name, True), sa.MetaData(), schema=quoted_name(name.schema, True) or None
    )


def _that_may_go(connection: sa.Connection, acts: Sequence[Act]) -> list[Act]:
    """Those without a row that stays: with the bounds in mind, PostgreSQL often need not look at a single one."""
    staying = (sa.exists().select_from(act.row.table).where(act.stays) for act in acts)
    found: Sequence[bool] = connection.execute(sa.select(*staying)).one()
    return [act for act, stays in zip(acts, found, strict=True) if not stays]


def _count(connection: sa.Connection, acts: Sequence[Act]) -> int:
    """All their rows, exactly."""
    rows: list[sa.Select[Any]] = [
        sa.select(sa.literal_column("1")).select_from(act.row.table) for act in acts
    ]
    counted = sa.select(sa.func.count()).select_from(sa.union_all(*rows).subquery())
    return int(connection.execute(counted).scalar_one())
