"""What is not wrong in a data map, but worth knowing: each a finding without a verdict on any promise."""

from collections.abc import Iterator

from gestand.core.finding import Finding, Verdict
from gestand.core.predicate import All, Any, Exists, Not, OneOf, Predicate
from gestand.core.schema import Link
from gestand.core.text import Text
from gestand.datamap.bound import BoundMap, BoundStore, BoundTable, LatestOf, MomentAt
from gestand.datamap.identifiers import sought
from gestand.datamap.links import undeclared_links

NO_INDEX = "hint-no-index"
NOT_LED_TO = "hint-identifier-without-index"
NOT_MAPPED = "hint-table-not-mapped"
NOT_DECLARED = "hint-key-not-declared"
MAY_BE_EMPTY = "hint-condition-may-be-empty"
_NAMED = 12


def hints(bound: BoundMap) -> tuple[Finding, ...]:
    """Moments and identifiers without an index, undeclared keys, conditions on empty columns, tables left out."""
    found = [hint for table in bound.tables for hint in (*_without_index(table), *_may_be_empty(table))]
    for store in bound.stores:
        found += [_not_declared(bound, store, link) for link in undeclared_links(bound, store.name)]
        found += _not_led_to(bound, store)
        found += _not_mapped(bound, store)
    return tuple(found)


def _without_index(table: BoundTable) -> Iterator[Finding]:
    """A moment of the table's own that its data are counted from: without an index, every check reads all rows."""
    if not table.data:
        return
    columns = {part.moment.column: word for word, part in _own_moments(table) if not part.indexed}
    for column, word in columns.items():
        what = Text(
            f"{table.store}: kolom `{column}` van `{table.name}` ({word}) heeft geen index; elke controle leest "
            "alle rijen. Maak er een index op.",
            f"{table.store}: column `{column}` of `{table.name}` ({word}) has no index, so that every check reads "
            "all rows. Create an index on it.",
        )
        yield Finding(Verdict.RUNNING, NO_INDEX, what, place=table.place)


def _own_moments(table: BoundTable) -> Iterator[tuple[str, MomentAt]]:
    for word, moment in table.moments.items():
        for part in moment.parts if isinstance(moment, LatestOf) else (moment,):
            if not part.path:
                yield word, part


def _not_led_to(bound: BoundMap, store: BoundStore) -> list[Finding]:
    """A person is sought by any spelling of what she gave: an index on the bare column does not lead there."""
    found = [one for one in sought(bound) if one.store == store.name and not one.led_to]
    if not found:
        return []
    names = _cut([f"`{one.column.name}` ({one.table})" for one in found])
    what = Text(
        f"{store.name}: geen index leidt naar {names} bij elke schrijfwijze, zodat een verzoek daar alle rijen leest. "
        "`gestand grants --requests` toont de index die helpt.",
        f"{store.name}: no index leads to {names} in any spelling, so that a request reads all rows there. "
        "`gestand grants --requests` shows the index that helps.",
    )
    table = bound.table(store.name, found[0].table)
    return [Finding(Verdict.RUNNING, NOT_LED_TO, what, place=table.place if table else None)]


def _not_declared(bound: BoundMap, store: BoundStore, link: Link) -> Finding:
    via = f"`{' + '.join(link.columns)}`"
    what = Text(
        f"{store.name}: {via} van `{link.table}` wijst volgens de datakaart naar `{link.to}`, maar de database "
        "kent daar geen vreemde sleutel. Klopt dat? Leg hem dan vast in de database.",
        f"{store.name}: {via} of `{link.table}` points at `{link.to}` by the data map, but the database declares "
        "no foreign key there. If that is right, declare it in the database.",
    )
    table = bound.table(store.name, link.table)
    return Finding(Verdict.RUNNING, NOT_DECLARED, what, place=table.place if table else None)


def _may_be_empty(table: BoundTable) -> Iterator[Finding]:
    for word, condition in table.conditions.items():
        for column in dict.fromkeys(_listed(condition)):
            facts = table.facts.column(column)
            if facts is None or not facts.nullable:
                continue
            what = Text(
                f"{table.store}: `{column}` van `{table.name}` kan leeg zijn; zo'n rij voldoet niet aan `{word}`",
                f"{table.store}: `{column}` of `{table.name}` can be empty; such a row does not meet `{word}`",
            )
            yield Finding(Verdict.RUNNING, MAY_BE_EMPTY, what, place=table.place)


def _listed(predicate: Predicate) -> Iterator[str]:
    """Columns of the row itself that are compared with "not in" a list."""
    match predicate:
        case Not(OneOf(column)):
            yield column
        case All(parts) | Any(parts):
            for part in parts:
                yield from _listed(part)
        case Exists():
            return
        case _:
            return


def _not_mapped(bound: BoundMap, store: BoundStore) -> list[Finding]:
    """The tables that the store shows and the map says nothing of, in one finding."""
    mapped = {table.name for table in bound.tables if table.store == store.name}
    known = mapped | set(store.no_personal_data)
    left = [
        str(table.name)
        for table in store.schema.tables
        if table.name not in known and not table.view and table.partition_of is None
    ]
    if not left:
        return []
    names = _cut([f"`{name}`" for name in left])
    what = Text(
        f"{store.name}: de datakaart zegt niets over {names}. Neem ze op, of zet ze onder `no personal data`.",
        f"{store.name}: the data map says nothing of {names}. Map them, or list them under `no personal data`.",
    )
    return [Finding(Verdict.RUNNING, NOT_MAPPED, what)]


def _cut(names: list[str]) -> str:
    """The first dozen, and how many more there are."""
    more = f" (+ {len(names) - _NAMED})" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
