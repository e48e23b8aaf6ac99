"""A company out of a few lines of YAML: its statement, its data map, its tables with rows, its holds."""

import json
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from gestand.core.hold import Hold
from gestand.core.schema import ColumnFacts, ColumnKind, Link, OnDelete, Schema, TableFacts, TableName
from gestand.datamap.bind import bind
from gestand.datamap.parse import DataMap, parse_data_map
from gestand.duties import retention
from gestand.duties.world import World
from gestand.statement.model import Statement
from gestand.statement.parse import parse_statement
from gestand.stores.memory import MemoryStore

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
STORE = "shop"
KINDS = sorted(ColumnKind, key=lambda kind: -len(kind.value))
OURS = ("columns", "links", "rows", "triggers", "key", "partition of", "unreadable")
"""What a case says of a table that is no part of a data map."""

Told = Mapping[str, Any]
Row = dict[str, Any]


@dataclass(frozen=True)
class Company:
    """What a case tells, read by the product's own parsers; `store` holds the rows."""

    statement: Statement
    data_map: DataMap
    store: MemoryStore
    now: datetime
    holds: tuple[Hold, ...] = ()
    holds_just_ended: tuple[Hold, ...] = ()
    told: Told = field(default_factory=dict, repr=False)

    def world(self, now: datetime | None = None) -> World:
        schemas = {STORE: schema_of(self.told["tables"], self.told.get("loosely typed", False))}
        bound = bind(self.data_map, self.statement, schemas)
        promises = retention.promises(self.statement)
        return World(promises, bound, now or self.now, AMSTERDAM, self.holds, self.holds_just_ended)


def company(told: Told) -> Company:
    """Read a case, or any mapping of its shape."""
    holds = tuple(hold(one) for one in told.get("holds", ()))
    ended = tuple(hold(one) for one in told.get("holds until yesterday", ()))
    return Company(
        parse_statement(statement_text(told)),
        parse_data_map(data_map_text(told)),
        store_of(told),
        moment_of(told["today"]),
        holds,
        ended,
        told,
    )


def store_of(told: Told, name: str = STORE) -> MemoryStore:
    """The tables of a case with their rows."""
    tables = told["tables"]
    rows = {TableName(table): rows_of(facts) for table, facts in tables.items()}
    return MemoryStore(name, schema_of(tables, told.get("loosely typed", False)), rows)


def rows_of(table: Told) -> list[Row]:
    columns = list(table["columns"])
    return [dict(zip(columns, row, strict=True)) for row in table.get("rows", ())]


def moment_of(today: date | str) -> datetime:
    """Noon in Amsterdam on a day, or the local time given."""
    if isinstance(today, str):
        return datetime.fromisoformat(today).replace(tzinfo=AMSTERDAM)
    return datetime.combine(today, time(12), AMSTERDAM)


def hold(told: Told) -> Hold:
    return Hold(
        told["id"],
        tuple(told.get("data", ())),
        tuple((kind, who) for kind, who in told.get("people", {}).items()),
        "a claim",
        "the officer",
        told.get("begins", date(2026, 1, 1)),
        told.get("review", date(2027, 1, 1)),
    )


def statement_text(told: Told) -> str:
    """A statement with the retention of the case; every other word is there because the case uses it."""
    tables = [table for table in told["tables"].values() if is_mapped(table)]
    words = {word for table in tables for word in table.get("data", {})}
    words |= {word for promise in told["retention"].values() for word in promise["data"]}
    owners = told.get("owners", {})
    people = {str(table.get("rows of", "people")) for table in tables} | set(owners.values()) | {"people"}
    moments = {word for table in tables for word in table.get("moments", {})} | set(told.get("moments", ()))
    conditions = {word for table in tables for word in table.get("conditions", {})}
    return written(
        {
            "gestand": "statement/1",
            "version": told.get("version", 1),
            "effective": date(2026, 1, 1),
            "controller": {
                "name": "Voorbeeld B.V.",
                "address": "Voorbeeldweg 1, 3500 AA Utrecht",
                "contact": {"email": "privacy@example.org"},
                "sites": ["www.example.org"],
                "book year ends": told.get("book year ends", "31 December"),
            },
            "people": {word: bilingual(word) for word in sorted(people - {"none"})},
            "moments": {word: bilingual(word) for word in sorted(moments)},
            "conditions": {word: bilingual(word) for word in sorted(conditions)},
            "data": {word: datum(word, owners.get(word, "people")) for word in sorted(words)},
            "retention": told["retention"],
        }
    )


def datum(word: str, owner: str) -> Told:
    return {**bilingual(word), "kind": ["Name"], "of": owner, "from": "the person"}


def bilingual(word: str) -> dict[str, str]:
    return {"nl": f"het {word}", "en": f"the {word}"}


def data_map_text(told: Told, name: str = STORE) -> str:
    tables = {
        table: {"rows of": "people", **{key: value for key, value in facts.items() if key not in OURS}}
        for table, facts in told["tables"].items()
        if is_mapped(facts)
    }
    for table in tables.values():
        if table.get("data") and "at the end" not in table:
            table["at the end"] = "erase"
    database = {"url": "$SHOP_URL", "times without a zone": "Europe/Amsterdam", "tables": tables}
    return written({"gestand": "datamap/1", "stores": {name: database, **told.get("other stores", {})}})


def is_mapped(table: Told) -> bool:
    return bool(set(table) - set(OURS))


def written(document: Mapping[str, object]) -> str:
    """As YAML, of which JSON is a part; the order stays."""
    return json.dumps(document, indent=1, default=str)


def schema_of(tables: Told, loosely_typed: bool = False) -> Schema:
    found = (table_facts(name, table) for name, table in tables.items())
    return Schema(tuple(sorted(found, key=lambda table: table.name)), loosely_typed)


def table_facts(name: str, table: Told) -> TableFacts:
    columns = tuple(column_facts(column, kind) for column, kind in table["columns"].items())
    required = {column.name for column in columns if not column.nullable}
    links = tuple(link_of(name, along, to, required) for along, to in table.get("links", {}).items())
    return TableFacts(
        TableName(name),
        columns,
        tuple(table.get("key", (columns[0].name,))),
        links,
        tuple(table.get("triggers", ())),
        partition_of=TableName(table["partition of"]) if "partition of" in table else None,
        readable=not table.get("unreadable", False),
    )


def column_facts(name: str, told: str) -> ColumnFacts:
    """A kind, and perhaps `required`, `unique` or `indexed`."""
    kind = next(kind for kind in KINDS if told.startswith(kind.value))
    words = told.removeprefix(kind.value).split()
    return ColumnFacts(name, kind, "required" not in words, "indexed" in words, "unique" in words)


def link_of(table: str, along: str, to: str, required: Set[str]) -> Link:
    """`accounts`, or `accounts / cascade`, along one column to the column `id`; along `a + b` to `part` and `id`.

    What is required cannot be emptied: such a link stops its parent.
    """
    target, _, how = to.partition(" / ")
    columns = tuple(along.split(" + "))
    does = OnDelete(how or "restrict")
    if does is OnDelete.CUT and not required.isdisjoint(columns):
        does = OnDelete.STOP
    return Link(TableName(table), columns, TableName(target), pointed_at(columns), does)


def pointed_at(columns: Sequence[str]) -> tuple[str, ...]:
    """The columns at the other end of a link of so many columns."""
    return ("part", "id")[-len(columns) :]
