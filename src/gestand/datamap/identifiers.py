"""By what people are found in a store, and whether an index leads there however it is spelt."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gestand.core.schema import ColumnFacts, ColumnKind, TableName
from gestand.datamap.bound import BoundMap

is_phone = re.compile(r"phone|tel|mobil|mobiel|gsm|sms", re.IGNORECASE).search
"""Whether a kind of identifier is a phone number: then it is compared by its digits."""


@dataclass(frozen=True)
class Sought:
    """A column in which people are sought; `by_digits`: as phone numbers are."""

    store: str
    table: TableName
    column: ColumnFacts
    by_digits: bool

    @property
    def numbered(self) -> bool:
        """Whether it is compared as a number or UUID, so that an index on the bare column leads there."""
        return self.column.kind in (ColumnKind.INTEGER, ColumnKind.NUMBER, ColumnKind.UUID)

    @property
    def led_to(self) -> bool:
        """Whether an index leads to what is sought; otherwise every search reads all rows."""
        if self.numbered:
            return self.column.indexed
        return bool(self.column.digits if self.by_digits else self.column.folded)


def sought(bound: BoundMap) -> tuple[Sought, ...]:
    """Every column that bears an identifier or the address of a list, once, in the order of the map."""
    return tuple(dict.fromkeys(_sought(bound)))


def _sought(bound: BoundMap) -> Iterator[Sought]:
    for table in bound.tables:
        for kind, found in table.known_by.items():
            name = found.path[-1].table if found.path else table.name
            facts = bound.store(table.store).schema.table(name)
            column = facts.column(found.column) if facts else None
            if column:
                yield Sought(table.store, name, column, bool(is_phone(kind)))
        for mailing in table.lists:
            column = table.facts.column(mailing.address)
            if column:
                yield Sought(table.store, table.name, column, bool(is_phone(mailing.address)))
