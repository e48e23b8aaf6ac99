"""A small company: its statement, its data map, and the schema that its database shows."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from gestand.core.schema import ColumnFacts, ColumnKind, Link, OnDelete, Schema, TableFacts, TableName
from gestand.datamap.bind import bind
from gestand.datamap.bound import BoundMap
from gestand.datamap.parse import parse_data_map
from gestand.statement.parse import parse_statement

SMALL = Path(__file__).parent / "small"
KINDS = sorted(ColumnKind, key=lambda kind: -len(kind.value))
Tables = Mapping[str, Any]
Replacements = list[dict[str, str]]
Bind = Callable[..., BoundMap]


def read_yaml(path: Path) -> Any:
    return YAML(typ="safe", pure=True).load(path)


def replaced(text: str, replacements: Replacements) -> str:
    for one in replacements:
        assert one["old"] in text, f"the case replaces {one['old']!r}, which is not there"
        text = text.replace(one["old"], one["new"], 1)
    return text


def schema_of(tables: Tables, loosely_typed: bool = False) -> Schema:
    """A schema out of the shorthand of small/schema.yaml."""
    found = (_table(name, table) for name, table in tables.items() if table)
    return Schema(tuple(sorted(found, key=lambda table: table.name)), loosely_typed)


def _table(name: str, table: Tables) -> TableFacts:
    named = TableName(name, table.get("schema", ""))
    columns = tuple(_column(column, told) for column, told in table["columns"].items())
    links = tuple(_link(named, along, to) for along, to in table.get("links", {}).items())
    partition_of = TableName(table["partition of"]) if "partition of" in table else None
    key = tuple(table.get("key", (columns[0].name,)))
    triggers, parts = tuple(table.get("triggers", ())), tuple(table.get("partitioned by", ()))
    return TableFacts(named, columns, key, links, triggers, table.get("view", False), parts, partition_of)


def _column(name: str, told: str) -> ColumnFacts:
    kind = next(kind for kind in KINDS if told.startswith(kind.value))
    words = told.removeprefix(kind.value).split()
    length = next((int(word) for word in words if word.isdigit()), 0)
    leads = {word: word for word in ("folded", "digits") if word in words}
    return ColumnFacts(
        name, kind, "required" not in words, "indexed" in words, "unique" in words, length, **leads
    )


def _link(table: TableName, along: str, to: str) -> Link:
    """`ACCOUNTS`, or `ACCOUNTS cascade`; a composite key is written `a + b` to `id + tenant` behind the colon."""
    target, _, how = to.partition(" / ")
    name, _, columns = target.partition(": ")
    to_columns = tuple(columns.split(" + ")) if columns else ("id",)
    return Link(table, tuple(along.split(" + ")), TableName(name), to_columns, OnDelete(how or "restrict"))


@pytest.fixture
def make_schema() -> Callable[..., Schema]:
    return schema_of


@pytest.fixture
def small_schema() -> Schema:
    return schema_of(read_yaml(SMALL / "schema.yaml"))


@pytest.fixture
def small_map() -> str:
    return (SMALL / "datamap.yaml").read_text("utf-8")


@pytest.fixture
def small_bind(small_map: str) -> Bind:
    """Bind the small data map after replacements in it, in the statement, and of tables in the schema."""

    def bound(case: Mapping[str, Any] | None = None, source: Path | None = None) -> BoundMap:
        told = case or {}
        text = replaced(small_map, told.get("map", []))
        if source is not None:
            source.write_text(text, "utf-8")
        statement = replaced((SMALL / "statement.yaml").read_text("utf-8"), told.get("statement", []))
        tables = {**read_yaml(SMALL / "schema.yaml"), **told.get("schema", {})}
        schemas = {} if told.get("away") else {"portal": schema_of(tables, told.get("loosely typed", False))}
        return bind(parse_data_map(source or text), parse_statement(statement), schemas)

    return bound
