"""Findings of `check`: personal data that the map and the statement do not mention, by the names of columns alone."""

from collections.abc import Iterable, Iterator

from gestand.core.finding import Finding, Verdict
from gestand.core.place import Place
from gestand.core.schema import Schema, TableName
from gestand.core.text import Text
from gestand.datamap.bound import BoundStore
from gestand.datamap.model import Table
from gestand.datamap.parse import DataMap
from gestand.datamap.suggest.lexicon import Kind, Strength
from gestand.datamap.suggest.mentioned import columns_of, tables_of, without_personal_data
from gestand.datamap.suggest.names import Meaning, meaning_of
from gestand.datamap.suggest.personal import Personal, Sure, personal_columns
from gestand.datamap.suggest.wider import WIDER
from gestand.statement.absent import Absent
from gestand.statement.model import Statement

NOT_MENTIONED = "personal-data-not-mentioned"
GUARDED = "guarded-data-not-mentioned"
WITHOUT_A_LAW = "guarded-data-without-a-law"
_NAMED = 8


def unmentioned(data_map: DataMap, statement: Statement, stores: Iterable[BoundStore]) -> tuple[Finding, ...]:
    """One finding a table and kind of finding. Looks at no value: cheap, and told of names that leave no doubt."""
    return tuple(
        finding for store in stores for finding in _of(store.name, data_map, statement, store.schema)
    )


def _of(store: str, data_map: DataMap, statement: Statement, schema: Schema) -> Iterator[Finding]:
    database = data_map.databases[store]
    mapped, without = tables_of(database), without_personal_data(database)
    for name, personal in personal_columns(schema, {}).items():
        table = mapped.get(name)
        if name in without:
            continue
        named = columns_of(table) if table else frozenset()
        place = _place(data_map, store, name, table)
        left = [one for one in personal if one.column not in named and one.sure is Sure.SURE]
        yield from _left(store, name, left, statement, place)
    for name, table in mapped.items():
        yield from _without_a_law(store, name, table, statement, _place(data_map, store, name, table))


def _place(data_map: DataMap, store: str, name: TableName, table: Table | None) -> Place:
    path = ("tables", name.name) if table else ()
    return data_map.place_of("stores", store, *path)


def _left(
    store: str, name: TableName, left: list[Personal], statement: Statement, place: Place
) -> Iterator[Finding]:
    guarded = [one for one in left if one.kind.special]
    if guarded:
        yield Finding(Verdict.CANNOT_TELL, GUARDED, _guarded(store, name, guarded), place=place)
    plain = [one for one in left if not one.kind.special]
    unsaid = [one for one in plain if not is_said(one.kind, statement)]
    if unsaid:
        yield Finding(Verdict.RUNNING, NOT_MENTIONED, _unsaid(store, name, unsaid), place=place)
    said = [one for one in plain if one not in unsaid]
    if said:
        yield Finding(Verdict.RUNNING, NOT_MENTIONED, _unmapped(store, name, said), place=place)


def is_said(kind: Kind, statement: Statement) -> bool:
    """Whether some datum of the statement is of this kind, or of a wider one."""
    terms = {*kind.terms, *(wider for term in kind.terms for wider in WIDER.get(term, ()))}
    return any(terms & set(datum.kind) for datum in statement.data.values())


def _guarded(store: str, name: TableName, columns: list[Personal]) -> Text:
    nl, en = _listed(columns)
    law = _together(one.kind.guard for one in columns)
    return Text(
        f"{store}: `{name}` lijkt gegevens te houden die de wet extra beschermt ({law.nl}), en de datakaart noemt ze "
        f"niet: {nl}. Zeg in de verklaring welke wet ze toestaat (`in use because`), of wis ze.",
        f"{store}: `{name}` seems to hold data that the law guards ({law.en}), and the data map does not mention them: "
        f"{en}. Say in the statement which law allows them (`in use because`), or erase them.",
    )


def _unsaid(store: str, name: TableName, columns: list[Personal]) -> Text:
    nl, en = _listed(columns)
    return Text(
        f"{store}: `{name}` houdt persoonsgegevens die de verklaring niet noemt: {nl}. Zeg daar onder `data` wat het "
        "is en hoelang het blijft, of wis ze.",
        f"{store}: `{name}` holds personal data that the statement does not mention: {en}. Say there, under `data`, "
        "what they are and how long they stay, or erase them.",
    )


def _unmapped(store: str, name: TableName, columns: list[Personal]) -> Text:
    nl, en = _listed(columns)
    return Text(
        f"{store}: `{name}` houdt persoonsgegevens die de datakaart niet noemt: {nl}. Geen belofte spreekt er nu over; "
        "`gestand map` stelt voor waar ze horen.",
        f"{store}: `{name}` holds personal data that the data map does not mention: {en}. No promise speaks of them "
        "now; `gestand map` suggests where they belong.",
    )


def _listed(columns: Iterable[Personal]) -> tuple[str, str]:
    """`column` (kind), the first few of them, in both languages."""
    every = list(columns)
    more = f" (+ {len(every) - _NAMED})" if len(every) > _NAMED else ""
    nl = ", ".join(f"`{one.column}` ({one.kind.text.nl})" for one in every[:_NAMED])
    return nl + more, ", ".join(f"`{one.column}` ({one.kind.text.en})" for one in every[:_NAMED]) + more


def _together(texts: Iterable[Text]) -> Text:
    """Each text once, in both languages."""
    every = tuple(dict.fromkeys(texts))
    return Text(", ".join(text.nl for text in every), ", ".join(text.en for text in every))


def _is_guarded(meaning: Meaning) -> bool:
    return bool(meaning.kind.special) and meaning.strength is Strength.STRONG


def _without_a_law(
    store: str, name: TableName, table: Table, statement: Statement, place: Place
) -> Iterator[Finding]:
    """Columns of guarded kinds that are mapped, while the statement names no law that allows them."""
    for word, columns in table.data.items():
        datum = statement.data.get(word)
        kinds = [
            meaning.kind for column in columns if (meaning := meaning_of(column)) and _is_guarded(meaning)
        ]
        if datum is None or not kinds or not isinstance(datum.in_use_because, Absent):
            continue
        held, law = _together(kind.text for kind in kinds), _together(kind.guard for kind in kinds)
        what = Text(
            f"{store}: `{word}` in `{name}` lijkt {held.nl} te houden, en de verklaring noemt geen wet die dat "
            f"toestaat ({law.nl}); zeg het daar met `in use because`",
            f"{store}: `{word}` in `{name}` seems to hold {held.en}, and the statement names no law that allows it "
            f"({law.en}); say so there with `in use because`",
        )
        yield Finding(Verdict.CANNOT_TELL, WITHOUT_A_LAW, what, place=place)
