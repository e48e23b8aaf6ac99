"""What a data map does not say yet of its database, or says of what is gone: a second look against the first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gestand.core.schema import Schema, TableName
from gestand.core.text import Text
from gestand.datamap.model import Database, Table
from gestand.datamap.suggest.drafted import Draft
from gestand.datamap.suggest.mentioned import columns_of, tables_of, without_personal_data
from gestand.datamap.suggest.names import meaning_of
from gestand.datamap.suggest.personal import Personal


@dataclass(frozen=True)
class Change:
    """One difference, with a stable word for programs: new-table, personal-column, contradiction, gone."""

    code: str
    what: Text


def changes(database: Database, draft: Draft, schema: Schema) -> tuple[Change, ...]:
    """Every difference between the data map and what the database shows now, table by table."""
    mapped, without = tables_of(database), without_personal_data(database)
    found = list(_gone(mapped, draft, schema))
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


def _gone(mapped: dict[TableName, Table], draft: Draft, schema: Schema) -> Iterator[Change]:
    for name, written in mapped.items():
        facts = schema.table(name)
        if facts is None:
            yield _not_here(f"`{name}`")
            continue
        named = columns_of(written)
        new = [one for one in draft.personal.get(name, ()) if one.column not in named]
        for column in sorted(named - {column.name for column in facts.columns}):
            yield _not_here(f"`{column}` ({name})", _renamed(column, new))


def _renamed(column: str, new: Sequence[Personal]) -> str:
    """The only new column that holds what the old one was called after."""
    meaning = meaning_of(column)
    alike = [one.column for one in new if meaning and one.kind.key == meaning.kind.key]
    return alike[0] if len(alike) == 1 else ""


def _not_here(what: str, renamed: str = "") -> Change:
    nl, en = (f"; heet zij nu `{renamed}`?", f"; is it called `{renamed}` now?") if renamed else ("", "")
    return Change(
        "gone",
        Text(
            f"{what} staat in de datakaart, en is hier niet te zien{nl}",
            f"{what} is in the data map, and cannot be seen here{en}",
        ),
    )


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
