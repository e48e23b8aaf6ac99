"""PostgreSQL: through a table by its physical pages, in the order in which they lie on the disk."""

from dataclasses import dataclass

import sqlalchemy as sa

from gestand.core.schema import TableName
from gestand.stores.compile import Row
from gestand.stores.element import Column, Condition
from gestand.stores.window import Window

ROWS_A_PAGE = 50
CORRELATED = 0.8
_TREE = """
WITH RECURSIVE tree AS (
  SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relname = :name AND n.nspname = :schema
  UNION SELECT i.inhrelid FROM pg_inherits i JOIN tree ON i.inhparent = tree.oid)
SELECT coalesce(max(pg_relation_size(oid) / current_setting('block_size')::bigint), 0) FROM tree
"""
_CORRELATION = """
SELECT correlation FROM pg_stats
WHERE schemaname = :schema AND tablename = :name AND attname = :column AND NOT inherited
"""


@dataclass
class PagesWalk:
    """By ranges of pages within `scope`; of a partitioned table, the same pages of all its parts at once.

    Pages that were added on the way, for rows that others wrote or moved, are walked too.
    """

    row: Row
    scope: Condition
    total: int
    at: int = 0
    upto: int = 0

    def next(self, connection: sa.Connection, size: int) -> Window | None:
        if self.at >= self.total:
            self.total = count(connection, self.row.facts.name)
        if self.at >= self.total:
            return None
        self.upto = self.at + max(1, size // ROWS_A_PAGE)
        place = self.row.column("ctid")
        return Window(sa.and_(place >= _place(self.at), place < _place(self.upto), self.scope))

    def passed(self, changed: int) -> None:  # noqa: ARG002
        self.at = self.upto


def count(connection: sa.Connection, table: TableName) -> int:
    """The pages of the table, or of its largest part."""
    return int(connection.execute(sa.text(_TREE), _names(connection, table)).scalar_one())


def windows_are_shorter(connection: sa.Connection, table: TableName, column: str, rows: int) -> bool:
    """Whether the rows lie in the order of the column, or are few: else most pages are visited anyway."""
    found = connection.execute(
        sa.text(_CORRELATION), {**_names(connection, table), "column": column}
    ).scalar()
    if found is not None and abs(found) >= CORRELATED:
        return True
    return rows * 4 < count(connection, table)


def _names(connection: sa.Connection, table: TableName) -> dict[str, str]:
    return {"name": table.name, "schema": table.schema or connection.dialect.default_schema_name or "public"}


def _place(page: int) -> Column:
    return sa.literal(f"({page},0)", sa.types.NullType())
