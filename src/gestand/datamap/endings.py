"""Ties the data of a table: its columns, its owner, and what happens to it at the end."""

from gestand.core.schema import ColumnFacts, TableFacts
from gestand.datamap.bound import Act, BoundData
from gestand.datamap.model import Blank, Table
from gestand.datamap.replacement import as_value, check_replacements
from gestand.datamap.tying import Tying


def tie_data(tying: Tying, key: str) -> tuple[BoundData, ...]:
    """The data of a table; words that the statement does not know are left out."""
    _check_shared_columns(tying, key)
    check_replacements(tying, key)
    return tuple(_datum(tying, key, word) for word in tying.written(key).data if word in tying.words.owners)


def _datum(tying: Tying, key: str, word: str) -> BoundData:
    written, facts = tying.written(key), tying.found[key]
    spot = tying.spot(key, "data", word)
    named = (tying.column(key, name, spot) for name in written.data[word])
    columns = tuple(dict.fromkeys(column for column in named if column is not None))
    end = end_of(written, word)
    said = end.blank if isinstance(end, Blank) else {}
    values = {**written.emptied_to, **{name: value for name, value in said.items() if value is not None}}
    replaced = tuple((column, as_value(values.get(column.name), facts)) for column in columns)
    return BoundData(
        word,
        tuple(column.name for column in columns),
        tying.words.owners[word],
        Act.BLANK if isinstance(end, Blank) else Act.ERASE,
        blank=tuple(
            (column.name, value) for column, value in replaced if _can_take(facts, column, value is None)
        ),
        cannot_blank=tuple(
            column.name for column, value in replaced if not _can_take(facts, column, value is None)
        ),
    )


def _can_take(facts: TableFacts, column: ColumnFacts, empty: bool) -> bool:
    return column.name not in facts.key and (column.nullable or not empty)


def end_of(table: Table, word: str) -> Blank | str | None:
    """What the data map says of a datum's end: a Blank, `erase`, or nothing."""
    end = table.at_the_end
    return end if end is None or isinstance(end, (str, Blank)) else end.get(word)


def _check_shared_columns(tying: Tying, key: str) -> None:
    holds: dict[str, str] = {}
    for word, columns in tying.written(key).data.items():
        for name in columns:
            if holds.setdefault(name, word) != word:
                message = f"column `{name}` holds `{holds[name]}` already"
                way_out = "a column holds one datum: give it to the one that is kept longest"
                tying.faults.add(tying.spot(key, "data", word), f"{message}; {way_out}", name)
