"""Foreign keys that a database does not declare, told by names: `klant_id` points at `tbl_klant`."""

from collections.abc import Iterator
from dataclasses import replace

from gestand.core.schema import ColumnFacts, Link, Schema, TableFacts
from gestand.datamap.suggest.lexicon import roles
from gestand.datamap.suggest.names import words_in

_KEYS = ("id", "number", "code")


def with_likely_links(schema: Schema) -> Schema:
    """The schema, with the links that names tell added to those that are declared."""
    by_words: dict[tuple[str, ...], TableFacts | None] = {}
    for table in schema.tables:
        if len(table.key) == 1 and not table.view and table.partition_of is None:
            words = _singular(words_in(table.name.name))
            by_words[words] = None if words in by_words else table
    tables = tuple(replace(table, links=(*table.links, *_likely(table, by_words))) for table in schema.tables)
    return replace(schema, tables=tables)


def _likely(table: TableFacts, by_words: dict[tuple[str, ...], TableFacts | None]) -> Iterator[Link]:
    declared = {name for link in table.links for name in link.columns}
    for column in table.columns:
        words = words_in(column.name)
        if column.name in declared or len(words) < 2:
            continue
        ends, begins = words[-1] in _KEYS, roles().get(words[0]) == "flag" and words[0] == "id"
        if not (ends or begins):
            continue
        parent = by_words.get(_singular(words[:-1] if ends else words[1:]))
        if parent is not None and parent.name != table.name and _same_kind(parent, column):
            yield Link(table.name, (column.name,), parent.name, parent.key)


def _same_kind(parent: TableFacts, column: ColumnFacts) -> bool:
    keyed = parent.column(parent.key[0])
    return keyed is not None and keyed.kind == column.kind


def _singular(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in words)
