"""Which columns of a store are personal: by their names, their values, and the company that they are in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from gestand.core.schema import ColumnFacts, ColumnKind, Schema, TableFacts, TableName
from gestand.core.text import Text
from gestand.datamap.suggest import documents
from gestand.datamap.suggest.handful import ColumnLook, Share, TableLook
from gestand.datamap.suggest.lexicon import Kind, Strength, kinds, roles
from gestand.datamap.suggest.names import Meaning, meaning_of, words_in

_TRADE = frozenset(
    ("invoice", "order", "payment", "booking", "subscription", "donation", "ticket", "billing", "receipt")
)
_LISTS = frozenset(
    (
        "country",
        "city",
        "province",
        "language",
        "timezone",
        "category",
        "plan",
        "template",
        "config",
        "product",
        "type",
    )
)
"""Tables of these hold what is the same for everyone."""
_BY_VALUE = ("email", "iban", "mac", "ip", "phone", "citizen-number", "licence-plate", "birth-date")
_GENERIC = ("recipient", "name", "message", "customer-number", "tax-number")
"""Kinds of names that say less than the values do."""
_TIMES = (ColumnKind.DATE, ColumnKind.DATETIME, ColumnKind.INSTANT)
_MAY_BE_TIMES = ("birth-date", "health", "health-maybe", "card")


_IN_NUMBERS = frozenset(
    (
        "citizen-number", "gender", "house-number", "birth-date", "age", "postcode", "salary", "income", "credit",
        "body", "customer-number", "invoice", "pin", "location", "card-number", "phone", "insurance", "passport",
    )
)  # fmt: skip
"""Kinds that may lie in a column of numbers; of others a number is a setting or a count."""
_NUMBERED = ("customer-number", "visitor", "recipient", "family", "username")
"""Kinds whose name is that of a key as well: where it points at another table, it is that key."""
_OTHER = ("ip", "mac", "gender", "marital", "photo", "signature")
"""Kinds that an engine may have a type of its own for, or that lie in a closed list or in bytes."""


_ADDRESSED = ("region", "address-line")
"""Kinds whose names mean something else (`state`, `line`) where no address stands around them."""
_PLACES = ("street", "postcode", "city", "address", "house-number")


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


def is_list(table: TableFacts) -> bool:
    """Whether the table holds what is the same for everyone: countries, plans, settings of the system."""
    words = words_in(table.name.name)
    return bool(words) and (words[-1] in _LISTS or roles().get(words[-1]) in ("thing", "flag"))


def is_of_people(table: TableFacts, look: TableLook | None) -> bool:
    """Whether its rows are about persons: its name says so, or a column that only a person has.

    What people do (a question, an order, an entry) is about them as well.
    """
    if is_list(table):
        return False
    if any(roles().get(word) in ("people", "act") for word in words_in(table.name.name)):
        return True
    if look and any(share.kind in _BY_VALUE for column in look.columns for share in column.shares):
        return True
    return any(_is_strong(meaning_of(column.name)) for column in table.columns)


def _guarded(table: TableFacts, people: set[TableName]) -> Kind | None:
    """What the law guards of somebody, where the table is called after it: when and why one was ill, all of it."""
    meaning = meaning_of(table.name.name)
    whose = any(link.to in people for link in table.links)
    return meaning.kind if meaning and meaning.kind.special and _is_strong(meaning) and whose else None


def _is_of_the_row(name: str) -> bool:
    """Whether a column says when the row itself was made or changed."""
    return bool({"created", "changed"} & set(words_in(name)))


def _is_place(meaning: Meaning | None) -> bool:
    return meaning is not None and meaning.kind.key in _PLACES


def _is_strong(meaning: Meaning | None) -> bool:
    return meaning is not None and meaning.strength is Strength.STRONG


def _columns(table: TableFacts, look: TableLook, people: set[TableName]) -> Iterator[Personal]:
    pointing = {name for link in table.links for name in link.columns}
    keys = {*table.key, *pointing}
    guarded = _guarded(table, people)
    for column in table.columns:
        meaning = meaning_of(column.name)
        if meaning and column.name in pointing and meaning.kind.key in _NUMBERED:
            meaning = None
        if meaning and not _can_hold(column, meaning.kind, look.column(column.name)):
            meaning = None
        if meaning and not _has_company(meaning, table, column, keys, people):
            meaning = None
        personal = _judged(column, meaning, look.column(column.name))
        if personal is None and guarded and column.name not in keys and not _is_of_the_row(column.name):
            personal = Personal(column.name, guarded, Sure.MAYBE, _table_says(guarded))
        if personal is None or (column.name in keys and meaning is None):
            continue
        things = is_list(table) and not personal.kind.special
        yield replace(personal, sure=Sure.MAYBE) if things else personal


def _can_hold(column: ColumnFacts, kind: Kind, look: ColumnLook) -> bool:
    """Whether the type of the column, and how many different values it has, let it hold such data."""
    if look.texts and look.seen not in (
        1,
        2,
    ):  # SQLite keeps a text in any column; other engines have types of texts
        return True
    if column.kind in (ColumnKind.INTEGER, ColumnKind.NUMBER):
        return kind.key in _IN_NUMBERS and look.seen not in (1, 2)
    return column.kind is not ColumnKind.OTHER or kind.key in _OTHER or bool(kind.special)


def _has_company(
    meaning: Meaning, table: TableFacts, column: ColumnFacts, keys: set[str], people: set[TableName]
) -> bool:
    """Whether what stands around a name bears it out; a strong name needs nothing."""
    if column.kind in _TIMES and meaning.kind.key not in _MAY_BE_TIMES:
        return False
    if meaning.strength is Strength.STRONG:
        return True
    near = table.name in people or any(link.to in people for link in table.links)
    if is_list(table) or column.name in keys or not near:
        return False
    if meaning.kind.key in _ADDRESSED:
        return any(_is_place(meaning_of(one.name)) for one in table.columns)
    trade = bool(_TRADE & set(words_in(table.name.name)))
    return trade if meaning.strength is Strength.TRADE else True


def _judged(column: ColumnFacts, meaning: Meaning | None, look: ColumnLook) -> Personal | None:
    if look.inside and (meaning is None or meaning.strength is not Strength.STRONG):
        return Personal(column.name, documents.kind_of(look.inside), Sure.LIKELY, documents.why(look.inside))
    shares = {share.kind: share for share in look.shares}
    if meaning and meaning.kind.key in shares:
        return Personal(
            column.name, meaning.kind, Sure.SURE, _both_say(meaning.kind, shares[meaning.kind.key])
        )
    told = next((shares[key] for key in _BY_VALUE if key in shares), None)
    if told and (meaning is None or meaning.kind.key in _GENERIC or meaning.kind.key in look.unlike):
        kind = kinds()[told.kind]
        return Personal(column.name, kind, Sure.LIKELY, _values_say(kind, told))
    if meaning is None:
        return None
    if meaning.kind.key in look.unlike:
        return Personal(column.name, meaning.kind, Sure.MAYBE, _values_differ(meaning.kind, look.seen))
    in_doubt = column.kind is ColumnKind.INTEGER and meaning.kind.key == "phone"
    sure = Sure.MAYBE if in_doubt else Sure.SURE if meaning.strength is Strength.STRONG else Sure.LIKELY
    return Personal(column.name, meaning.kind, sure, _name_says(meaning.kind))


def _name_says(kind: Kind) -> Text:
    return Text(f"de naam zegt {kind.text.nl}", f"the name says {kind.text.en}")


def _table_says(kind: Kind) -> Text:
    return Text(f"de tabel heet naar {kind.text.nl}", f"the table is called after {kind.text.en}")


def _both_say(kind: Kind, share: Share) -> Text:
    return Text(
        f"de naam zegt {kind.text.nl}, en {share.hits} van {share.seen} waarden zien er zo uit",
        f"the name says {kind.text.en}, and {share.hits} of {share.seen} values look like one",
    )


def _values_say(kind: Kind, share: Share) -> Text:
    return Text(
        f"{share.hits} van {share.seen} waarden zien eruit als {kind.text.nl}",
        f"{share.hits} of {share.seen} values look like: {kind.text.en}",
    )


def _values_differ(kind: Kind, seen: int) -> Text:
    return Text(
        f"de naam zegt {kind.text.nl}, maar van {seen} waarden ziet bijna geen er zo uit",
        f"the name says {kind.text.en}, but of {seen} values hardly any looks like one",
    )
