"""What has changed in a database since it was last looked at, in sentences."""

from collections.abc import Hashable, Iterator, Mapping
from typing import TypeVar

from gestand.core.schema import ColumnFacts, Link, Schema, TableFacts
from gestand.core.text import Text
from gestand.datamap.snapshot import schema_from_json, schema_json

__all__ = ["drift", "schema_from_json", "schema_json"]

Name = TypeVar("Name", bound=Hashable)
Thing = TypeVar("Thing")


def drift(before: Schema, now: Schema) -> tuple[Text, ...]:
    """A sentence for each table, column, key, link or trigger that came, went or changed.

    Partitions come and go by themselves and are left out. Indexes are not told: they change nothing that is kept.
    """
    return tuple(_tables(before, now))


def _tables(before: Schema, now: Schema) -> Iterator[Text]:
    old, new = _whole(before), _whole(now)
    for name in _both(old, new):
        was, is_ = old.get(name), new.get(name)
        if was is None:
            yield Text(f"tabel `{name}` is nieuw", f"table `{name}` is new")
        elif is_ is None:
            yield Text(f"tabel `{name}` is weg", f"table `{name}` is gone")
        else:
            yield from _table(was, is_)


def _whole(schema: Schema) -> dict[str, TableFacts]:
    return {str(table.name): table for table in schema.tables if table.partition_of is None}


def _both(old: Mapping[Name, Thing], new: Mapping[Name, Thing]) -> tuple[Name, ...]:
    return tuple(dict.fromkeys((*old, *new)))


def _table(was: TableFacts, is_: TableFacts) -> Iterator[Text]:
    name = is_.name
    old = {column.name: column for column in was.columns}
    new = {column.name: column for column in is_.columns}
    for column in _both(old, new):
        yield from _column(f"`{column}`", f"`{name}`", old.get(column), new.get(column))
    if was.key != is_.key:
        yield Text(
            f"de sleutel van `{name}` was {_named(was.key, 'geen')} en is {_named(is_.key, 'geen')}",
            f"the key of `{name}` was {_named(was.key, 'none')} and is {_named(is_.key, 'none')}",
        )
    yield from _links(was, is_)
    yield from _triggers(was, is_)
    if was.view != is_.view or was.partitioned_by != is_.partitioned_by:
        yield Text(f"`{name}` is anders opgebouwd", f"`{name}` is built differently")


def _named(columns: tuple[str, ...], nothing: str) -> str:
    return " + ".join(f"`{column}`" for column in columns) or nothing


def _column(column: str, table: str, was: ColumnFacts | None, is_: ColumnFacts | None) -> Iterator[Text]:
    if was is None:
        yield Text(f"kolom {column} van {table} is nieuw", f"column {column} of {table} is new")
    elif is_ is None:
        yield Text(f"kolom {column} van {table} is weg", f"column {column} of {table} is gone")
    else:
        yield from _changed(f"kolom {column} van {table}", f"column {column} of {table}", was, is_)


def _changed(nl: str, en: str, was: ColumnFacts, is_: ColumnFacts) -> Iterator[Text]:
    if was.kind != is_.kind:
        dutch = f"{nl} is van ander type ({was.kind.value} → {is_.kind.value})"
        yield Text(dutch, f"{en} is of another type ({was.kind.value} → {is_.kind.value})")
    if was.nullable != is_.nullable:
        yield Text(
            f"{nl} kan {'nu' if is_.nullable else 'niet meer'} leeg zijn",
            f"{en} can {'now' if is_.nullable else 'no longer'} be empty",
        )
    if was.unique != is_.unique:
        yield Text(
            f"{nl} is {'nu' if is_.unique else 'niet meer'} uniek",
            f"{en} is {'now' if is_.unique else 'no longer'} unique",
        )
    if was.length != is_.length:
        yield Text(f"{nl} heeft een andere lengte", f"{en} has another length")


def _links(was: TableFacts, is_: TableFacts) -> Iterator[Text]:
    old, new = ({_end_of(link): link for link in table.links} for table in (was, is_))
    for end in _both(old, new):
        before, now = old.get(end), new.get(end)
        if before == now:
            continue
        nl, en = f"de verwijzing van `{is_.name}` langs {end}", f"the link of `{is_.name}` along {end}"
        if before is None or now is None:
            yield Text(
                f"{nl} is {'nieuw' if before is None else 'weg'}",
                f"{en} is {'new' if before is None else 'gone'}",
            )
        else:
            change = f"(ON DELETE: {before.on_delete.value} → {now.on_delete.value})"
            yield Text(f"{nl} wist nu anders {change}", f"{en} erases differently {change}")


def _end_of(link: Link) -> str:
    return f"{_named(link.columns, '')} (→ `{link.to}`)"


def _triggers(was: TableFacts, is_: TableFacts) -> Iterator[Text]:
    for trigger in sorted({*was.triggers} ^ {*is_.triggers}):
        new = trigger in is_.triggers
        yield Text(
            f"trigger `{trigger}` op `{is_.name}` is {'nieuw' if new else 'weg'}",
            f"trigger `{trigger}` on `{is_.name}` is {'new' if new else 'gone'}",
        )
