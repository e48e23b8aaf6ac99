"""What a database looks like, asked from its own catalogue in a few queries however many tables there are."""

import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any as Anything
from typing import TypedDict

import sqlalchemy as sa
from sqlalchemy.engine.interfaces import ReflectedColumn, ReflectedIndex
from sqlalchemy.engine.reflection import Inspector, ObjectKind
from sqlalchemy.exc import SAWarning

from gestand.core.schema import ColumnFacts, Schema, TableFacts, TableName
from gestand.stores import catalogue
from gestand.stores.backticks import singled
from gestand.stores.kinds import kind_of, length_of
from gestand.stores.leading import Leading, leading
from gestand.stores.links import Links, links_in

Key = tuple[str | None, str]


class Asked(TypedDict):
    """Of which schema, and of which tables in it; None for all."""

    schema: str | None
    filter_names: Sequence[str] | None


def observe(connection: sa.Connection, only: Sequence[str] | None = None) -> Schema:
    """All tables and views that this connection may read, ordered by name; or `only` these.

    Beside them the tables that it may not read and that point at one of them: their rows may leave along.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SAWarning)  # a type that SQLAlchemy does not know is OTHER to us
        inspector = sa.inspect(connection)
        more, links = catalogue.of(connection), links_in(connection, inspector, only)
        led = leading(connection)
        tables = [
            facts
            for schema in catalogue.schemas(inspector)
            for facts in _tables(inspector, {"schema": schema, "filter_names": only}, more, links, led)
        ]
    if connection.dialect.name in ("mysql", "mariadb"):
        tables = [singled(facts) for facts in tables]
    loose = connection.dialect.name == "sqlite"
    seen = sorted(_that_matter(tables), key=lambda facts: facts.name)
    return Schema(tuple(seen), loosely_typed=loose)


def _that_matter(tables: list[TableFacts]) -> Iterable[TableFacts]:
    readable = {facts.name for facts in tables if facts.readable}
    for facts in tables:
        points_here = any(link.to in readable for link in facts.links) and facts.partition_of is None
        if facts.readable or points_here:
            yield facts


def _tables(
    inspector: Inspector, asked: Asked, more: catalogue.Catalogue, links: Links, led: Leading
) -> Iterable[TableFacts]:
    schema = asked["schema"]
    columns = inspector.get_multi_columns(**asked, kind=ObjectKind.ANY)
    keys = inspector.get_multi_pk_constraint(**asked, kind=ObjectKind.TABLE)
    indexes = _indexes(inspector, asked)
    views = {*inspector.get_view_names(schema), *_materialised(inspector, schema)}
    for at in columns:
        name = TableName(at[1], schema or "")
        key = tuple(keys[at]["constrained_columns"]) if at in keys else ()
        seen = _columns(inspector.dialect.name, columns[at], key, indexes.get(at, ()))
        yield TableFacts(
            name=name,
            columns=tuple(_led(inspector.dialect, name, seen, led)),
            key=key,
            links=links.get(name, ()),
            triggers=more.triggers.get(name, ()),
            view=at[1] in views,
            partitioned_by=more.partitioned_by.get(name, ()),
            partition_of=more.partition_of.get(name),
            readable=more.may_read(name),
            row_security=name in more.row_security,
        )


def _led(
    dialect: sa.Dialect, table: TableName, columns: tuple[ColumnFacts, ...], led: Leading
) -> Iterable[ColumnFacts]:
    """The columns with what leads to their identifiers; a column that only leads to another is left out."""
    told = [
        replace(
            column,
            folded=led.folded(dialect, table, column.name),
            digits=led.digits(dialect, table, column.name),
        )
        for column in columns
    ]
    leading_only = {column.digits for column in told if dialect.name in ("mysql", "mariadb")}
    return [column for column in told if column.name not in leading_only]


def _materialised(inspector: Inspector, schema: str | None) -> list[str]:
    return inspector.get_materialized_view_names(schema) if inspector.dialect.name == "postgresql" else []


def _indexes(inspector: Inspector, asked: Asked) -> Mapping[Key, list[tuple[tuple[str, ...], bool]]]:
    """For each table its whole indexes: their columns in order, and whether they are unique."""
    found: dict[Key, list[tuple[tuple[str, ...], bool]]] = {}
    for at, several in inspector.get_multi_indexes(**asked, kind=ObjectKind.ANY).items():
        whole = [index for index in several if not _partial(index)]
        found.setdefault(at, []).extend(
            (_names(index["column_names"]), bool(index["unique"])) for index in whole
        )
    for at, constraints in inspector.get_multi_unique_constraints(**asked, kind=ObjectKind.TABLE).items():
        found.setdefault(at, []).extend((_names(one["column_names"]), True) for one in constraints)
    return found


def _partial(index: ReflectedIndex) -> bool:
    options: Mapping[str, Anything] = index.get("dialect_options", {})
    return any(options.get(f"{dialect}_where") is not None for dialect in ("postgresql", "sqlite"))


def _names(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(name or "" for name in names)


def _columns(
    dialect: str,
    several: Iterable[ReflectedColumn],
    key: tuple[str, ...],
    indexes: Iterable[tuple[tuple[str, ...], bool]],
) -> tuple[ColumnFacts, ...]:
    every = [(key, True), *indexes] if key else list(indexes)
    first = {columns[0] for columns, _ in every}
    alone = {columns[0] for columns, unique in every if unique and len(columns) == 1}
    return tuple(
        ColumnFacts(
            name=str(column["name"]),
            kind=kind_of(dialect, column["type"]),
            nullable=column["nullable"] and (column["name"],) != key,
            indexed=column["name"] in first,
            unique=column["name"] in alone,
            length=length_of(column["type"]),
        )
        for column in several
    )
