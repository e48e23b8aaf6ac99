"""Which columns of a store are personal: by their names, their values, and the company that they are in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from gestand.core.schema import ColumnFacts, ColumnKind, Schema, TableFacts, TableName
from gestand.core.text import Text
from gestand.datamap.suggest import documents
from gestand.datamap.suggest.about import (
    BY_VALUE,
    guarded_kind,
    has_places,
    is_list,
    is_of_people,
    is_of_trade,
    is_strong,
)
from gestand.datamap.suggest.handful import ColumnLook, Share, TableLook
from gestand.datamap.suggest.lexicon import Kind, Strength, kinds
from gestand.datamap.suggest.names import Meaning, meaning_of, words_in

_GENERIC = ("recipient", "name", "message", "customer-number", "tax-number")
"""Kinds of names that say less than the values do."""
_NUMBERED = ("customer-number", "visitor", "recipient", "family", "username")
"""Kinds whose name is that of a key as well: where it points at another table, it is that key."""
_ADDRESSED = ("region", "address-line")
"""Kinds whose names mean something else (`state`, `line`) where no address stands around them."""
_FLAG = (1, 2)
"""So many different values are a yes and a no, whatever the name says."""
_TYPES = {
    ColumnKind.INTEGER: "number",
    ColumnKind.NUMBER: "number",
    ColumnKind.DATE: "time",
    ColumnKind.DATETIME: "time",
    ColumnKind.INSTANT: "time",
    ColumnKind.UUID: "other",
    ColumnKind.OTHER: "other",
}
"""By the type of a column, the word that `held` of a kind has for it; a text may be anything."""
_NAME_SAYS = Text("de naam zegt {nl}", "the name says {en}")
_TABLE_SAYS = Text("de tabel heet naar {nl}", "the table is called after {en}")
_BOTH_SAY = Text(
    "de naam zegt {nl}, en {hits} van {seen} waarden zien er zo uit",
    "the name says {en}, and {hits} of {seen} values look like one",
)
_VALUES_SAY = Text("{hits} van {seen} waarden zien eruit als {nl}", "{hits} of {seen} values look like: {en}")
_VALUES_DIFFER = Text(
    "de naam zegt {nl}, maar van {seen} waarden ziet bijna geen er zo uit",
    "the name says {en}, but of {seen} values hardly any looks like one",
)


class Sure(StrEnum):
    """How sure a suggestion is."""

    SURE = "sure"
    LIKELY = "likely"
    MAYBE = "maybe"


@dataclass(frozen=True)
class Personal:
    """A column that holds personal data, of which kind, and why that is thought."""

    column: str
    kind: Kind
    sure: Sure
    why: Text


Found = Mapping[TableName, tuple[Personal, ...]]


def personal_columns(
    schema: Schema, looks: Mapping[TableName, TableLook]
) -> dict[TableName, tuple[Personal, ...]]:
    """The personal columns of every table that has some; views and partitions are left out."""
    tables = [table for table in schema.tables if not table.view and table.partition_of is None]
    people = {table.name for table in tables if is_of_people(table, looks.get(table.name))}
    found = {
        table.name: tuple(_columns(table, looks.get(table.name, TableLook(table.name)), people))
        for table in tables
    }
    return {name: columns for name, columns in found.items() if columns}


def _columns(table: TableFacts, look: TableLook, people: set[TableName]) -> Iterator[Personal]:
    pointing = {name for link in table.links for name in link.columns}
    guarded = guarded_kind(table, people)
    for column in table.columns:
        is_key = column.name in pointing or column.name in table.key
        meaning = _borne_out(table, column, look.column(column.name), pointing, people)
        personal = _judged(column, meaning, look.column(column.name))
        if personal is None and guarded and not is_key and not _is_of_the_row(column.name):
            personal = Personal(column.name, guarded, Sure.MAYBE, _because(_TABLE_SAYS, guarded))
        if personal is None or (is_key and meaning is None):
            continue
        things = is_list(table) and not personal.kind.special
        yield replace(personal, sure=Sure.MAYBE) if things else personal


def _borne_out(
    table: TableFacts, column: ColumnFacts, look: ColumnLook, pointing: set[str], people: set[TableName]
) -> Meaning | None:
    """What the name says, where the column's type and what stands around it allow that."""
    meaning = meaning_of(column.name)
    if meaning is None or not _can_hold(column, meaning.kind, look):
        return None
    if column.name in pointing and meaning.kind.key in _NUMBERED:
        return None
    is_key = column.name in pointing or column.name in table.key
    return meaning if _has_company(meaning, table, is_key, people) else None


def _is_of_the_row(name: str) -> bool:
    """Whether a column says when the row itself was made or changed."""
    return bool({"created", "changed"} & set(words_in(name)))


def _can_hold(column: ColumnFacts, kind: Kind, look: ColumnLook) -> bool:
    """Whether the type of the column, and how many different values it has, let it hold such data."""
    held = _TYPES.get(column.kind)
    if held != "time" and look.texts and look.seen not in _FLAG:  # SQLite keeps a text in any column
        return True
    return held is None or (held in kind.held and not (held == "number" and look.seen in _FLAG))


def _has_company(meaning: Meaning, table: TableFacts, is_key: bool, people: set[TableName]) -> bool:
    """Whether what stands around a name bears it out; a strong name needs nothing."""
    if meaning.strength is Strength.STRONG:
        return True
    near = table.name in people or any(link.to in people for link in table.links)
    if is_key or not near or is_list(table):
        return False
    if meaning.kind.key in _ADDRESSED:
        return has_places(table)
    return meaning.strength is not Strength.TRADE or is_of_trade(table)


def _judged(column: ColumnFacts, meaning: Meaning | None, look: ColumnLook) -> Personal | None:
    """What documents hold, then what values say against or beside a name, then the name."""
    if look.inside and not is_strong(meaning):
        return Personal(column.name, documents.kind_of(look.inside), Sure.LIKELY, documents.why(look.inside))
    shares = {share.kind: share for share in look.shares}
    told = next((shares[key] for key in BY_VALUE if key in shares), None)
    key, unlike = (meaning.kind.key, meaning.kind.key in look.unlike) if meaning else ("", False)
    if meaning and key in shares:
        return Personal(column.name, meaning.kind, Sure.SURE, _because(_BOTH_SAY, meaning.kind, shares[key]))
    if told and (meaning is None or unlike or key in _GENERIC):
        kind = kinds()[told.kind]
        return Personal(column.name, kind, Sure.LIKELY, _because(_VALUES_SAY, kind, told))
    if meaning is None:
        return None
    if unlike:
        why = _because(_VALUES_DIFFER, meaning.kind, Share(key, 0, look.seen))
        return Personal(column.name, meaning.kind, Sure.MAYBE, why)
    return Personal(column.name, meaning.kind, _by_name(column, meaning), _because(_NAME_SAYS, meaning.kind))


def _by_name(column: ColumnFacts, meaning: Meaning) -> Sure:
    """A number that is called `phone` may as well count calls."""
    if column.kind is ColumnKind.INTEGER and meaning.kind.key == "phone":
        return Sure.MAYBE
    return Sure.SURE if is_strong(meaning) else Sure.LIKELY


def _because(reason: Text, kind: Kind, share: Share | None = None) -> Text:
    hits, seen = (share.hits, share.seen) if share else (0, 0)
    return reason.filled(nl=kind.text.nl, en=kind.text.en, hits=hits, seen=seen)
