"""What a data map does not say yet of its database, or says of what is gone: a second look against the first."""

from collections.abc import Iterator
from dataclasses import dataclass

from gestand.core.schema import Schema, TableName
from gestand.core.text import Text
from gestand.datamap.model import Database, Table
from gestand.datamap.suggest.draft import Draft
from gestand.datamap.suggest.mentioned import columns_of, tables_of, without_personal_data
from gestand.datamap.suggest.personal import Personal


@dataclass(frozen=True)
class Change:
    """One difference, with a stable word for programs: new-table, personal-column, contradiction, gone."""

    code: str
    what: Text


def changes(database: Database, draft: Draft, schema: Schema) -> tuple[Change, ...]:
    """Every difference between the data map and what the database shows now, table by table."""
    mapped, without = tables_of(database), without_personal_data(database)
    found = list(_gone(mapped, schema))
    for table in schema.tables:
        personal = draft.personal.get(table.name, ())
        if table.view or table.partition_of is not None or not table.readable:
            continue
        if table.name in mapped:
            found += _columns(table.name, mapped[table.name], personal)
        elif table.name not in without:
            found.append(_new(table.name, personal))
        elif personal:
            found.append(_contradiction(table.name, personal))
    return tuple(found)


def _gone(mapped: dict[TableName, Table], schema: Schema) -> Iterator[Change]:
    for name, written in mapped.items():
        facts = schema.table(name)
        if facts is None:
            what = f"`{name}`"
            yield Change(
                "gone", Text(f"{what} staat in de datakaart, en is hier niet te zien", _not_here(what))
            )
            continue
        for column in sorted(columns_of(written) - {column.name for column in facts.columns}):
            what = f"`{column}` ({name})"
            yield Change(
                "gone", Text(f"{what} staat in de datakaart, en is hier niet te zien", _not_here(what))
            )


def _not_here(what: str) -> str:
    return f"{what} is in the data map, and cannot be seen here"


def _columns(name: TableName, written: Table, personal: tuple[Personal, ...]) -> Iterator[Change]:
    named = columns_of(written)
    for one in personal:
        if one.column not in named:
            what = f"`{one.column}` ({name})"
            nl = f"{what} lijkt persoonlijk, en de datakaart noemt hem niet: {one.why.nl}"
            yield Change(
                "personal-column",
                Text(nl, f"{what} looks personal, and the data map leaves it out: {one.why.en}"),
            )


def _new(name: TableName, personal: tuple[Personal, ...]) -> Change:
    if not personal:
        return Change(
            "new-table",
            Text(
                f"`{name}` staat niet in de datakaart; iets persoonlijks is er niet gevonden",
                f"`{name}` is not in the data map; nothing personal was found in it",
            ),
        )
    columns = ", ".join(f"`{one.column}`" for one in personal)
    return Change(
        "new-table",
        Text(
            f"`{name}` staat niet in de datakaart, en lijkt persoonlijk: {columns}",
            f"`{name}` is not in the data map, and looks personal: {columns}",
        ),
    )


def _contradiction(name: TableName, personal: tuple[Personal, ...]) -> Change:
    columns = ", ".join(f"`{one.column}`" for one in personal)
    return Change(
        "contradiction",
        Text(
            f"`{name}` staat onder `no personal data`, en lijkt toch persoonlijk: {columns}",
            f"`{name}` is listed under `no personal data`, and looks personal all the same: {columns}",
        ),
    )
