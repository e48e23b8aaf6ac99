"""One store while its part of the data map is tied to what the store says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from gestand.core.schema import ColumnFacts, Schema, TableFacts, TableName
from gestand.datamap.faults import Faults, Spot
from gestand.datamap.model import Database, Table
from gestand.datamap.words import Words


@dataclass(frozen=True)
class Tying:
    """A connected store, the statement's words, and the tables found so far by their key in the data map."""

    store: str
    database: Database
    schema: Schema
    words: Words
    faults: Faults
    found: Mapping[str, TableFacts]

    def written(self, key: str) -> Table:
        return self.database.tables[key]

    def spot(self, key: str, *path: str | int) -> Spot:
        return ("stores", self.store, "tables", key, *path)

    def key_of(self, name: TableName) -> str | None:
        """The data map's key for a table of the store."""
        return next((key for key, facts in self.found.items() if facts.name == name), None)

    def column(self, key: str, name: str, spot: Spot) -> ColumnFacts | None:
        """The column of a table that was found, or a fault with the nearest name."""
        facts = self.found[key]
        column = facts.column(name)
        if column is None:
            message = f"table `{facts.name}` has no column `{name}`"
            self.faults.unknown(spot, message, name, (known.name for known in facts.columns))
        return column


def find_tables(store: str, database: Database, schema: Schema, faults: Faults) -> dict[str, TableFacts]:
    """The tables of the data map that the store has, by their key; the others are faults."""
    found: dict[str, TableFacts] = {}
    taken: dict[TableName, str] = {}
    for key, table in database.tables.items():
        spot: Spot = ("stores", store, "tables", key)
        facts = _base_table(schema, table.table or key, table.in_schema or "", spot, faults)
        if facts is None:
            continue
        if facts.name in taken:
            message = (
                f"table `{facts.name}` is mapped already, as `{taken[facts.name]}`: two claims on one row"
            )
            faults.add(spot, f"{message}; keep one", key)
            continue
        taken[facts.name] = key
        found[key] = facts
    return found


def _base_table(schema: Schema, name: str, in_schema: str, spot: Spot, faults: Faults) -> TableFacts | None:
    """The table that is meant; a view, or a part of another table, is a fault."""
    facts = schema.table(TableName(name, in_schema))
    if facts is None:
        _no_such_table(schema, name, in_schema, spot, faults)
        return None
    if facts.view:
        message = f"`{facts.name}` is a view; map the table that holds its rows, for rows are erased there"
        faults.add(spot, message, name, "a table")
        return None
    if facts.partition_of is not None:
        message = f"`{facts.name}` is a partition of `{facts.partition_of}`; map that table instead"
        faults.add(spot, message, name, str(facts.partition_of))
        return None
    return facts


def _no_such_table(schema: Schema, name: str, in_schema: str, spot: Spot, faults: Faults) -> None:
    elsewhere = [str(table.name) for table in schema.tables if table.name.name == name]
    schemas = sorted({table.name.schema for table in schema.tables if table.name.schema})
    if in_schema and in_schema not in schemas:
        faults.unknown((*spot, "in schema"), f"the store shows no schema `{in_schema}`", in_schema, schemas)
    elif elsewhere:
        where = f"there is `{elsewhere[0]}`; say so with `in schema:`"
        faults.add(spot, f"no table `{TableName(name, in_schema)}` here: {where}", name, elsewhere[0])
    else:
        names = tuple(table.name.name for table in schema.tables if table.name.schema == in_schema)
        faults.unknown(spot, f"the store shows no table `{TableName(name, in_schema)}`", name, names)
