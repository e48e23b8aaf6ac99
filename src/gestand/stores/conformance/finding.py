"""Finding: the values of rows as plain Python, in the order of the key, no more than were asked for."""

from datetime import date, datetime

from gestand.core.errors import StoreRefuses
from gestand.core.predicate import ALWAYS, NEVER, Equals, Predicate
from gestand.core.question import Find, Rows
from gestand.core.schema import ColumnKind, Schema, TableFacts, TableName
from gestand.stores.conformance.bench import STORE, Bench, column, fill, numbered, table
from gestand.stores.evaluate import Cell, PlainRow

CELLS: dict[ColumnKind, tuple[Cell, ...]] = {
    ColumnKind.TEXT: ("", "it's", "x%y", "é 😀", " blank ", "0612345678", "line\nline"),
    ColumnKind.INTEGER: (0, -1, 2**53, 31612345678),
    ColumnKind.NUMBER: (0.5, -12, 1234567.25),
    ColumnKind.DATE: (date(1899, 12, 31), date(2024, 2, 29), date(9999, 12, 31)),
    ColumnKind.DATETIME: (
        datetime(2024, 10, 27, 2, 30),
        datetime(2024, 2, 29, 23, 59, 59, 250_000),
    ),
    ColumnKind.OTHER: (b"", b"\x00\xff", b"plain"),
}
NOTES = TableName("notes")


def found(
    bench: Bench, name: TableName, columns: tuple[str, ...], where: Predicate = ALWAYS, most: int = 100
) -> Rows:
    answer = bench.open().answer(Find(STORE, name, where, columns, most))
    assert isinstance(answer, Rows)
    return answer


def every_kind_of_value_comes_as_it_was_kept(bench: Bench) -> None:
    for kind, cells in CELLS.items():
        facts = table(f"kept_{kind.value.replace(' ', '_')}", column("cell", kind))
        several = [None, *(_stored(bench, cell) for cell in cells)]
        fill(bench, Schema((facts,)), {facts.name: numbered({"cell": cell} for cell in several)})
        rows = found(bench, facts.name, ("cell",)).rows
        assert [cell for (cell,) in rows] == several, f"{kind}: {rows}"


def what_is_no_time_comes_as_text(bench: Bench) -> None:
    """Infinity, the year zero and the thirtieth of February stop no copy of somebody's data."""
    for kind in (ColumnKind.DATE, ColumnKind.DATETIME, ColumnKind.INSTANT):
        cells = bench.strange(kind)
        if not cells:
            continue
        facts = table(f"strange_{kind.value.replace(' ', '_')}", column("cell", kind))
        fill(bench, Schema((facts,)), {facts.name: numbered({"cell": cell} for cell in cells)})
        rows = found(bench, facts.name, ("cell",)).rows
        assert len(rows) == len(cells), kind
        assert not any(isinstance(cell, date) for (cell,) in rows), f"{kind}: {rows}"


def rows_come_in_the_order_of_the_key(bench: Bench) -> None:
    """Of one column, numbers as numbers; of two, the first before the second; and only the columns that were asked."""
    one = table("notes", column("word"))
    rows: list[PlainRow] = [{"id": number, "word": f"w{number}"} for number in (10, 9, 100, 1)]
    fill(bench, Schema((one,)), {NOTES: rows})
    assert found(bench, NOTES, ("word", "id")).rows == (("w1", 1), ("w9", 9), ("w10", 10), ("w100", 100))
    two = TableName("pages")
    parts = (
        column("site", nullable=False),
        column("page", ColumnKind.INTEGER, nullable=False),
        column("word"),
    )
    several: list[PlainRow] = [
        {"site": site, "page": page, "word": "x"} for page in (10, 9) for site in ("b", "a")
    ]
    fill(bench, Schema((TableFacts(two, parts, ("site", "page")),)), {two: several})
    assert found(bench, two, ("site", "page")).rows == (("a", 9), ("a", 10), ("b", 9), ("b", 10))


def what_comes_after_a_key_follows_it(bench: Bench) -> None:
    """A table is walked a batch at a time, by a key of numbers, of texts, or of both."""
    two = TableName("pages")
    parts = (
        column("site", nullable=False),
        column("page", ColumnKind.INTEGER, nullable=False),
        column("word"),
    )
    several: list[PlainRow] = [
        {"site": site, "page": page, "word": "x"} for page in (10, 9) for site in ("b", "a", "it's")
    ]
    fill(bench, Schema((TableFacts(two, parts, ("site", "page")),)), {two: several})
    whole, store = found(bench, two, ("site", "page")).rows, bench.open()
    walked: list[tuple[object, ...]] = []
    while len(walked) < len(whole):
        after = walked[-1] if walked else ()
        answer = store.answer(Find(STORE, two, ALWAYS, ("site", "page"), 2, after))
        assert isinstance(answer, Rows)
        walked += answer.rows
    assert tuple(walked) == whole


def more_is_told_and_not_given(bench: Bench) -> None:
    fill(bench, Schema((table("notes", column("word")),)), {NOTES: numbered({"word": "x"} for _ in range(5))})
    for most, rows, more in ((4, 4, True), (5, 5, False), (6, 5, False), (0, 0, True)):
        answer = found(bench, NOTES, ("id",), most=most)
        assert (len(answer.rows), answer.more) == (rows, more), most
    assert found(bench, NOTES, ("id",), Equals("id", 9)) == Rows(("id",), ())
    assert found(bench, NOTES, ("id",), NEVER, 0) == Rows(("id",), ())


def what_is_not_there_is_not_found(bench: Bench) -> None:
    bench.create(Schema((table("notes", column("word")),)))
    for name, columns in ((TableName("no such"), ("id",)), (NOTES, ("no such",))):
        try:
            found(bench, name, columns)
        except StoreRefuses as error:
            assert "no such" in str(error)
        else:
            raise AssertionError(f"{name} {columns} was found")


def _stored(bench: Bench, cell: Cell) -> Cell:
    """Where any value fits any column, days and times are kept as text."""
    return str(cell) if bench.loosely_typed and isinstance(cell, date) else cell


CHECKS = (
    every_kind_of_value_comes_as_it_was_kept,
    what_is_no_time_comes_as_text,
    rows_come_in_the_order_of_the_key,
    what_comes_after_a_key_follows_it,
    more_is_told_and_not_given,
    what_is_not_there_is_not_found,
)
