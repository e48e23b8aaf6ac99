"""Times: every reading, every nasty value, ends in the middle of a day and in the hour that comes twice."""

from datetime import UTC, date, datetime, timedelta, timezone

from gestand.core.predicate import Before, Equals, Missing, Moment, Not, Reading, Unreadable, all_of
from gestand.core.question import Count, Part
from gestand.core.schema import ColumnKind, Schema, TableFacts, TableName
from gestand.stores.conformance.bench import STORE, Bench, column, counted, fill, numbered, table
from gestand.stores.evaluate import Cell
from gestand.stores.memory import MemoryStore

ZONE = "Europe/Amsterdam"
ENDS = (
    datetime(2024, 2, 29, 23, 0, tzinfo=UTC),  # midnight in Amsterdam
    datetime(2024, 3, 1, 11, 30, tzinfo=UTC),
    datetime(2024, 10, 27, 0, 30, tzinfo=UTC),  # 02:30, which comes again
    datetime(2024, 10, 27, 1, 30, tzinfo=UTC),  # 02:30, the second time
    datetime(2024, 3, 1, 11, 30, 15, 250_000, tzinfo=UTC),
    datetime(1901, 1, 1, tzinfo=UTC),
)
DAYS = [
    date(1899, 12, 31),
    date(1900, 1, 1),
    date(2024, 2, 29),
    date(2024, 3, 1),
    date(2024, 10, 27),
    date(9999, 12, 31),
]
TIMES = [
    datetime(1899, 12, 31, 23, 59, 59), datetime(1900, 1, 1), datetime(2024, 2, 29, 23, 59, 59), datetime(2024, 3, 1),
    datetime(2024, 3, 1, 12, 30), datetime(2024, 3, 1, 12, 30, 15, 249_999), datetime(2024, 3, 1, 12, 30, 15, 250_000),
    datetime(2024, 10, 27, 2, 0), datetime(2024, 10, 27, 2, 15), datetime(2024, 10, 27, 2, 30),
    datetime(2024, 10, 27, 3),
]  # fmt: skip
TEXTS = [
    "2024-02-29", "2023-02-29", "2024-02-30", "1900-02-29", "2000-02-29", "2024-03-01 12:30", "2024-03-01T12:30:15",
    "2024-03-01T12:30:15.25", "2024-03-01 12:30:15.249", "2024-03-01T12:30:15.1234567890", "2024-03-01T12:30:00Z",
    "2024-03-01T12:30+00:00", "2024-03-01 12:30:15.5+00", "2024-03-01T12:30:00+02:00", "2024-03-01t12:30:00", "",
    "2024-03-01 24:00", "2024-03-01 12:60", "2024-13-01", "2024-3-1", " 2024-03-01", "2024-03-01 ", "2024-03-01\n",
    "0000-00-00", "1899-12-31", "1900-01-01", "01-03-2024", "20240301", "soon", "2024-10-27 02:15:00", "9999-12-31",
    "2024-10-27 02:30", "2024-10-27T03:00", "10000-01-01", "-2024-03-01", "2024-03-01Z", "2024-02-29T23:59:59Z",
]  # fmt: skip
NUMBERS = [
    0,
    1,
    -1,
    1_709_247_600,
    1_709_247_599,
    1_709_289_015,
    253_402_300_799,
    253_402_300_800,
    1_709_247_600_000,
    100_000_000_000,
    100_000_000_001,
]


def _aware() -> list[Cell]:
    offset = timezone(timedelta(hours=2))
    in_utc = (one.replace(tzinfo=UTC) for one in TIMES if one.year > 1900)
    return [*in_utc, datetime(2024, 3, 1, 0, 30, tzinfo=offset)]


Case = tuple[ColumnKind, Reading, list[Cell]]
CASES: tuple[Case, ...] = (
    (ColumnKind.DATE, Reading.DATE, list(DAYS)),
    (ColumnKind.DATETIME, Reading.DATETIME, list(TIMES)),
    (ColumnKind.INSTANT, Reading.INSTANT, _aware()),
    (ColumnKind.TEXT, Reading.ISO_TEXT, list(TEXTS)),
    (ColumnKind.TEXT, Reading.ISO_TEXT_UTC, list(TEXTS)),
    (ColumnKind.TEXT, Reading.DATE, list(TEXTS)),
    (ColumnKind.INTEGER, Reading.EPOCH_SECONDS, list(NUMBERS)),
    (ColumnKind.INTEGER, Reading.EPOCH_MILLISECONDS, list(NUMBERS)),
    (ColumnKind.NUMBER, Reading.EPOCH_SECONDS, [0.5, 1_709_247_599.75, *NUMBERS]),
)
LOOSE_CASES: tuple[Case, ...] = (
    (ColumnKind.TEXT, Reading.EPOCH_SECONDS, [str(number) for number in NUMBERS]),
    (ColumnKind.DATETIME, Reading.EPOCH_SECONDS, [*NUMBERS, "soon"]),
)


def every_reading_agrees_with_the_yardstick(bench: Bench) -> None:
    """Before, Unreadable and Missing exclude each other, and with "readable, not before" leave nothing out."""
    columns: list[Case] = [
        (kind, reading, [*(_stored(bench, value) for value in values), *bench.strange(kind), None])
        for kind, reading, values in _cases(bench)
    ]
    twin, tables = _filled(bench, "moments", columns)
    for facts, (kind, reading, cells) in zip(tables, columns, strict=True):
        _one_reading(bench, twin, facts.name, kind, reading, len(cells))


def _cases(bench: Bench) -> list[Case]:
    if not bench.loosely_typed:
        return list(CASES)
    return [*(case for case in CASES if case[0] is not ColumnKind.INSTANT), *LOOSE_CASES]


def _filled(bench: Bench, name: str, columns: list[Case]) -> tuple[MemoryStore, list[TableFacts]]:
    """A table for each column of cells."""
    tables = [
        table(f"{name}_{number}", column("at", kind, indexed=True))
        for number, (kind, _, _) in enumerate(columns)
    ]
    rows = {
        facts.name: numbered([{"at": cell} for cell in cells])
        for facts, (_, _, cells) in zip(tables, columns, strict=True)
    }
    return fill(bench, Schema(tuple(tables)), rows), tables


def _one_reading(
    bench: Bench, twin: MemoryStore, name: TableName, kind: ColumnKind, reading: Reading, rows: int
) -> None:
    moment, store = Moment("at", reading, ZONE), bench.open()
    for end in ENDS:
        before, unreadable, missing = Before(moment, end), Unreadable(moment), Missing("at")
        later = all_of(*(Not(part) for part in (before, unreadable, missing)))
        wheres = (before, unreadable, missing, later, Not(before), Not(unreadable), Not(Not(before)))
        found = counted(store, name, *wheres)
        expected = counted(twin, name, *wheres)
        assert found == expected, f"{kind} read as {reading}, before {end}: {found}, not {expected}"
        assert sum(found[:4]) == rows, f"{kind} read as {reading}: parts overlap or leave rows out"
    ends = [all_of(Before(moment, end), Not(Missing("at"))) for end in (*ENDS, *ENDS)]
    ends += [all_of(Before(moment, end), Not(Before(moment, begin))) for begin in ENDS for end in ENDS]
    assert counted(store, name, *ends) == counted(twin, name, *ends), f"{kind}: ends asked together"


def what_counts_in_another_unit_is_unreadable(bench: Bench) -> None:
    """Seconds read as milliseconds would lie in 1970, milliseconds read as seconds in the year 56000."""
    facts = table("units", column("at", ColumnKind.INTEGER, indexed=True))
    fill(bench, Schema((facts,)), {facts.name: numbered([{"at": 1_709_247_600}, {"at": 1_709_247_600_000}])})
    for number, reading in enumerate((Reading.EPOCH_SECONDS, Reading.EPOCH_MILLISECONDS), 1):
        moment, this = Moment("at", reading, ZONE), Equals("id", number)
        before, unreadable = Before(moment, ENDS[1]), Unreadable(moment)
        wheres = (before, all_of(before, this), unreadable, all_of(unreadable, this))
        assert counted(bench.open(), facts.name, *wheres) == [1, 1, 1, 0], reading


def spans_are_local_days(bench: Bench) -> None:
    """The first and last day of a moment, in its zone, among rows that have any."""
    columns: list[Case] = [
        (kind, reading, [*(_stored(bench, value) for value in values), None])
        for kind, reading, values in _cases(bench)
    ]
    twin, tables = _filled(bench, "spans", columns)
    for facts, (kind, reading, _) in zip(tables, columns, strict=True):
        moment = Moment("at", reading, ZONE)
        parts = (Part("before", Before(moment, ENDS[1]), moment), Part("none", Missing("at"), moment))
        question = Count(STORE, facts.name, parts)
        assert bench.open().answer(question) == twin.answer(question), f"{kind} read as {reading}"


def _stored(bench: Bench, value: Cell) -> Cell:
    """Where any value fits any column, days and times are written as text."""
    if bench.loosely_typed and isinstance(value, datetime):
        return str(value.replace(tzinfo=None))
    return str(value) if bench.loosely_typed and isinstance(value, date) else value


CHECKS = (
    every_reading_agrees_with_the_yardstick,
    what_counts_in_another_unit_is_unreadable,
    spans_are_local_days,
)
