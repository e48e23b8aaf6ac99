"""A store's schema as JSON and back: what the book remembers of how a database looked."""

import json
from dataclasses import asdict
from typing import Any

from gestand.core.schema import ColumnFacts, ColumnKind, Link, OnDelete, Schema, TableFacts, TableName


def schema_json(schema: Schema) -> str:
    """The schema as one line of JSON, the same for equal schemas."""
    return json.dumps(asdict(schema), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def schema_from_json(text: str) -> Schema:
    """The schema that `schema_json` wrote."""
    plain = json.loads(text)
    return Schema(tuple(_table(table) for table in plain["tables"]), plain["loosely_typed"])


def _table(plain: dict[str, Any]) -> TableFacts:
    return TableFacts(
        name=TableName(**plain["name"]),
        columns=tuple(
            ColumnFacts(**{**column, "kind": ColumnKind(column["kind"])}) for column in plain["columns"]
        ),
        key=tuple(plain["key"]),
        links=tuple(_link(link) for link in plain["links"]),
        triggers=tuple(plain["triggers"]),
        view=plain["view"],
        partitioned_by=tuple(plain["partitioned_by"]),
        partition_of=TableName(**plain["partition_of"]) if plain["partition_of"] else None,
    )


def _link(plain: dict[str, Any]) -> Link:
    return Link(
        table=TableName(**plain["table"]),
        columns=tuple(plain["columns"]),
        to=TableName(**plain["to"]),
        to_columns=tuple(plain["to_columns"]),
        on_delete=OnDelete(plain["on_delete"]),
    )
