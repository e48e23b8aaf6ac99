"""What a table is about, by its name and its columns: persons, what they do, or what is the same for everyone."""

from collections.abc import Collection

from gestand.core.schema import TableFacts, TableName
from gestand.datamap.suggest.handful import TableLook
from gestand.datamap.suggest.lexicon import Kind, Strength, roles
from gestand.datamap.suggest.names import Meaning, meaning_of, words_in

_TRADE = frozenset(
    ["invoice", "order", "payment", "booking", "subscription", "donation", "ticket", "billing", "receipt"]
)
_LISTS = frozenset(
    [
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
    ]
)
BY_VALUE = ("email", "iban", "mac", "ip", "phone", "citizen-number", "licence-plate", "birth-date")
"""Kinds that values alone tell, the surest first."""
_PLACES = ("street", "postcode", "city", "address", "house-number")


def is_list(table: TableFacts) -> bool:
    """Whether the table holds what is the same for everyone: countries, plans, settings of the system."""
    words = words_in(table.name.name)
    return bool(words) and (words[-1] in _LISTS or roles().get(words[-1]) in ("thing", "flag"))


def is_of_trade(table: TableFacts) -> bool:
    """Whether it is about what people buy, order or pay."""
    return bool(_TRADE & set(words_in(table.name.name)))


def is_of_people(table: TableFacts, look: TableLook | None) -> bool:
    """Whether its rows are about persons: its name says so, or a column that only a person has.

    What people do (a question, an order, an entry) is about them as well.
    """
    if is_list(table):
        return False
    if any(roles().get(word) in ("people", "act") for word in words_in(table.name.name)):
        return True
    if look and any(share.kind in BY_VALUE for column in look.columns for share in column.shares):
        return True
    return any(is_strong(meaning_of(column.name)) for column in table.columns)


def has_places(table: TableFacts) -> bool:
    """Whether an address stands in it."""
    meanings = (meaning_of(column.name) for column in table.columns)
    return any(meaning is not None and meaning.kind.key in _PLACES for meaning in meanings)


def guarded_kind(table: TableFacts, people: Collection[TableName]) -> Kind | None:
    """What the law guards of somebody, where the table is called after it: when and why one was ill, all of it."""
    meaning = meaning_of(table.name.name)
    whose = any(link.to in people for link in table.links)
    return meaning.kind if meaning and meaning.kind.special and is_strong(meaning) and whose else None


def is_strong(meaning: Meaning | None) -> bool:
    """Whether the name leaves no doubt."""
    return meaning is not None and meaning.strength is Strength.STRONG
