"""The algebra of predicates over plain rows: what every engine's own answer is compared with."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import assert_never
from zoneinfo import ZoneInfo

from gestand.core.errors import StoreRefuses
from gestand.core.predicate import (
    All,
    Any,
    Before,
    Equals,
    Exists,
    Missing,
    Moment,
    Not,
    OneOf,
    Path,
    Predicate,
    SameDigits,
    SameFolded,
    Unreadable,
    Value,
    WithKey,
)
from gestand.core.schema import ColumnFacts, ColumnKind, Schema, TableFacts, TableName
from gestand.stores import shapes
from gestand.stores.cutoff import (
    FIRST_DAY,
    FIRST_EPOCH,
    FIRST_INSTANT,
    FIRST_TIME,
    LAST_EPOCH_SECOND,
    day_end,
    epoch_end,
    local_end,
)
from gestand.stores.faces import EPOCHS, Face, face
from gestand.stores.fitting import as_text, compared_exactly, fitting
from gestand.stores.folding import bare_digits, folded, mailbox, replacements
from gestand.stores.hidden import refuse_in_part

Cell = str | int | float | Decimal | date | datetime | bytes | bool | None
PlainRow = dict[str, Cell]
_NUMBERS = (ColumnKind.INTEGER, ColumnKind.NUMBER)
Time = date | datetime | int | float | Decimal


@dataclass(frozen=True)
class Evaluator:
    """Judges rows of one set of tables, one at a time."""

    store: str
    schema: Schema
    rows: Mapping[TableName, list[PlainRow]]

    def holds(self, predicate: Predicate, table: TableName, row: PlainRow) -> bool:
        """Whether the row meets the predicate; an unknown does not."""
        match predicate:
            case Before(moment, end):
                found = self.time(moment, table, row)
                return found is not None and _before(found, self._face(moment, table), moment.zone, end)
            case Unreadable(moment):
                return (
                    self._cell(moment.column, table, row) is not None
                    and self.time(moment, table, row) is None
                )
            case Missing(column):
                return self._cell(column, table, row) is None
            case Equals(column, value):
                return self._equals(column, value, table, row)
            case SameFolded(column, value, plus):
                if compared_exactly(self.column(column, table).kind, value, self.schema.loosely_typed):
                    return self._equals(column, value, table, row)
                return _is_folded(self._cell(column, table, row), value, plus)
            case SameDigits(column, spellings):
                return self._has_digits(column, spellings, table, row)
            case OneOf(column, several):
                return any(self._equals(column, value, table, row) for value in several)
            case Exists(path, where):
                end_of_path = path[-1].table if path else table
                return any(self.holds(where, end_of_path, far) for far in self.reached(path, row))
            case All(parts):
                return all(self.holds(part, table, row) for part in parts)
            case Any(parts):
                return any(self.holds(part, table, row) for part in parts)
            case Not(part):
                return not self.holds(part, table, row)
            case _:
                assert_never(predicate)

    def reached(self, path: Path, row: PlainRow) -> Iterator[PlainRow]:
        """The rows at the end of the path; a link with an empty part leads nowhere."""
        if not path:
            yield row
            return
        step = path[0]
        self.facts(step.table)
        wanted = [row[column] for column in step.columns]
        for other in self.rows[step.table]:
            if None not in wanted and [other[column] for column in step.to_columns] == wanted:
                yield from self.reached(path[1:], other)

    def time(self, moment: Moment, table: TableName, row: PlainRow) -> Time | None:
        """What can be read in the column: a day, a time, a number; None where nothing can."""
        return read(self._face(moment, table), self._cell(moment.column, table, row))

    def local_day(self, moment: Moment, table: TableName, row: PlainRow) -> date | None:
        """The local day of the moment, if it can be read."""
        found, shown = self.time(moment, table, row), self._face(moment, table)
        if isinstance(found, int | float | Decimal):
            found = datetime.fromtimestamp(float(found) / EPOCHS[shown], UTC)
        if isinstance(found, datetime):
            aware = found.replace(tzinfo=UTC) if shown is Face.TEXT_UTC else found
            return (aware.astimezone(ZoneInfo(moment.zone)) if aware.tzinfo else aware).date()
        return found

    def replacement(self, value: Value, column: ColumnFacts, row: PlainRow) -> Cell:
        """A value to set the column to."""
        if isinstance(value, WithKey):
            return _with_key(value, row)
        return fitting(column.kind, value)

    def _equals(self, column: str, value: Value, table: TableName, row: PlainRow) -> bool:
        cell = self._cell(column, table, row)
        if value is None or cell is None:
            return value is None and cell is None
        if isinstance(value, WithKey):
            return cell == _with_key(value, row)
        kind = self.column(column, table).kind
        wanted = fitting(kind, value)
        return wanted is not None and (cell == wanted if kind in _NUMBERS else _text(cell) == wanted)

    def _has_digits(self, column: str, spellings: tuple[str, ...], table: TableName, row: PlainRow) -> bool:
        cell = self._cell(column, table, row)
        if self.column(column, table).kind in _NUMBERS and isinstance(cell, int | float | Decimal):
            return cell in [int(spelling) for spelling in spellings]
        return bare_digits(cell) in spellings

    def _face(self, moment: Moment, table: TableName) -> Face:
        kind = self.column(moment.column, table).kind
        found = face("sqlite" if self.schema.loosely_typed else "memory", kind, moment.read_as)
        if found is None:
            raise StoreRefuses(
                f"store {self.store}, table {table}: column {moment.column} holds {kind} and cannot be read as "
                f"{moment.read_as}; mend `as:` in the data map"
            )
        return found

    def facts(self, table: TableName) -> TableFacts:
        """Raises StoreRefuses where there is no such table, or not all of it is shown."""
        found = self.schema.table(table)
        if found is None:
            raise StoreRefuses(f"store {self.store} has no table {table}; run `gestand drift`")
        refuse_in_part(self.store, found)
        return found

    def column(self, column: str, table: TableName) -> ColumnFacts:
        """Raises StoreRefuses where the table has no such column."""
        found = self.facts(table).column(column)
        if found is None:
            raise StoreRefuses(
                f"store {self.store}, table {table} has no column {column}; run `gestand drift`"
            )
        return found

    def _cell(self, column: str, table: TableName, row: PlainRow) -> Cell:
        return row[self.column(column, table).name]


def read(shown: Face, cell: Cell) -> Time | None:
    """The time in a cell, if it is one, in or after 1900, and of the declared shape."""
    if shown in EPOCHS:
        number = isinstance(cell, int | float | Decimal) and not isinstance(cell, bool)
        below, last = FIRST_EPOCH[EPOCHS[shown]], LAST_EPOCH_SECOND * EPOCHS[shown]
        return cell if number and below < cell <= last else None  # type: ignore[operator,return-value]
    if shown in (Face.TEXT_DAY, Face.TEXT_LOCAL, Face.TEXT_UTC):
        return _read_text(shown, cell) if isinstance(cell, str) and shapes.matches(shown, cell) else None
    if isinstance(cell, datetime):
        aware = shown is Face.INSTANT
        first = FIRST_INSTANT if aware else FIRST_TIME
        return (
            cell if shown is not Face.DAY and (cell.tzinfo is not None) is aware and cell >= first else None
        )
    return cell if isinstance(cell, date) and shown is Face.DAY and cell >= FIRST_DAY else None


def _read_text(shown: Face, text: str) -> Time:
    for suffix in shapes.UTC_SUFFIXES:
        text = text.removesuffix(suffix)
    if shown is Face.TEXT_DAY:
        return date.fromisoformat(text)
    return datetime.fromisoformat(text[:26])


def _before(found: Time, shown: Face, zone: str, end: datetime) -> bool:
    match found:
        case datetime():
            if shown is Face.INSTANT:
                return found < end
            return found < local_end(end, "UTC" if shown is Face.TEXT_UTC else zone)
        case date():
            return found < day_end(end, zone)
        case _:
            return found < epoch_end(end, EPOCHS[shown])


def _is_folded(cell: Cell, wanted: str, plus: bool) -> bool:
    if not isinstance(cell, str):
        return False
    first = replacements(wanted)
    text, whole = folded(cell, first), folded(wanted, first)
    return text == whole or (plus and mailbox(whole).holds(text))


def _text(cell: Cell) -> str:
    return as_text(cell) if isinstance(cell, str | int | float | bool) else str(cell)


def _with_key(value: WithKey, row: PlainRow) -> str:
    return value.before + _text(row[value.key]) + value.after
