"""Checks what the data map puts in the place of a value: it must fit its column, and stay unique where that counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from gestand.core.predicate import Value, WithKey
from gestand.core.schema import ColumnFacts, ColumnKind, TableFacts
from gestand.datamap.conditions import fits
from gestand.datamap.faults import Spot
from gestand.datamap.model import Blank, Plain, Table
from gestand.datamap.tying import Tying

KEY = "{key}"
LONGEST_NUMBER = 20
"""Characters of the longest whole number that a database counts with: -9223372036854775808."""
_TIMES = (ColumnKind.DATE, ColumnKind.DATETIME, ColumnKind.INSTANT)


@dataclass(frozen=True)
class _Replaced:
    """A column that the map names with its replacement; `among` are the columns it may be."""

    column: str
    value: Plain
    among: tuple[str, ...]
    spot: Spot


def as_value(plain: Plain, facts: TableFacts) -> Value:
    """The replacement as stores know it: a text with `{key}` is one around the row's own key."""
    if not isinstance(plain, str) or KEY not in plain or len(facts.key) != 1:
        return plain
    before, _, after = plain.partition(KEY)
    return WithKey(before, facts.key[0], after)


def check_replacements(tying: Tying, key: str) -> None:
    """Every column that is replaced exists, holds data, and can take its replacement."""
    for replaced in _all_replaced(tying, key):
        column = tying.column(key, replaced.column, replaced.spot)
        if column is None:
            continue
        if column.name not in replaced.among:
            message = (
                f"column `{column.name}` holds none of the data that ends here; name it under `data` first"
            )
            tying.faults.add(replaced.spot, message, column.name)
        elif replaced.value is not None:
            _check(tying, tying.found[key], column, replaced)


def _all_replaced(tying: Tying, key: str) -> Iterator[_Replaced]:
    table = tying.written(key)
    everything = tuple(name for columns in table.data.values() for name in columns)
    for name, value in table.emptied_to.items():
        yield _Replaced(name, value, everything, tying.spot(key, "emptied to", name))
    for among, blank, spot in _blanks(table, everything, tying.spot(key, "at the end")):
        for name, value in blank.blank.items():
            yield _Replaced(name, value, among, (*spot, "blank", name))


def _blanks(
    table: Table, everything: tuple[str, ...], spot: Spot
) -> Iterator[tuple[tuple[str, ...], Blank, Spot]]:
    end = table.at_the_end
    if isinstance(end, Blank):
        yield everything, end, spot
    elif end is not None and not isinstance(end, str):
        for word, part in end.items():
            if isinstance(part, Blank):
                yield table.data.get(word, ()), part, (*spot, word)


def _check(tying: Tying, facts: TableFacts, column: ColumnFacts, replaced: _Replaced) -> None:
    value = as_value(replaced.value, facts)
    if column.name in facts.key:
        message = f"column `{column.name}` is the row's own key and is never replaced; let the row be erased"
        tying.faults.add(replaced.spot, message, str(replaced.value))
    elif isinstance(replaced.value, str) and replaced.value.count(KEY) > int(isinstance(value, WithKey)):
        message = f"`{replaced.value}`: {{key}} stands once, and only in a table with a key of one column"
        tying.faults.add(replaced.spot, message, replaced.value)
    elif column.unique and not isinstance(value, WithKey):
        message = f"column `{column.name}` is unique, and every emptied row would get `{replaced.value}`"
        tying.faults.add(
            replaced.spot, f"{message}; write a text with {{key}}, such as gone-{{key}}", column.name
        )
    elif fits(tying, column, replaced.value, replaced.spot):
        _check_size(tying, facts, column, value, replaced)


def _check_size(
    tying: Tying, facts: TableFacts, column: ColumnFacts, value: Value, replaced: _Replaced
) -> None:
    if column.kind in _TIMES and not tying.schema.loosely_typed and not _is_time(replaced.value):
        message = f"column `{column.name}` is {column.kind.value} and cannot hold `{replaced.value}`"
        tying.faults.add(replaced.spot, f'{message}; write a day such as "1900-01-01"', str(replaced.value))
    longest = _length(value, facts)
    if 0 < column.length < longest:
        message = (
            f"`{replaced.value}` may take {longest} characters; column `{column.name}` holds {column.length}"
        )
        tying.faults.add(replaced.spot, f"{message}; write a shorter one", str(replaced.value))


def _length(value: Value, facts: TableFacts) -> int:
    if not isinstance(value, WithKey):
        return len(value) if isinstance(value, str) else 0
    keyed = facts.column(value.key)
    number = keyed is None or keyed.kind is not ColumnKind.TEXT
    return len(value.before) + len(value.after) + (LONGEST_NUMBER if number or not keyed else keyed.length)


def _is_time(value: Plain) -> bool:
    try:
        datetime.fromisoformat(str(value))
    except ValueError:
        return False
    return True
