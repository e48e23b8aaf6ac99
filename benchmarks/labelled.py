"""Databases with labels, of companies that gestand was not written with: made and filled."""

import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.datamap.suggest.legacy import account_number, citizen_number

from gestand.core.schema import TableName

FILES = sorted((Path(__file__).parent / "schemas").glob("*.sql"))
ROWS = 60
_TABLE = re.compile(r"CREATE TABLE (?P<name>\w+) \((?P<lines>.*?)\n\);", re.DOTALL)
_COLUMN = re.compile(r"^\s*(?P<name>\w+) (?P<type>\w+)[^\n]*?(?:-- (?P<label>\w+))?$", re.MULTILINE)
Look = Callable[[int], object]
_LABELLED: Mapping[str, Look] = {
    "email": lambda at: f"somebody.{at}@example.org",
    "phone": lambda at: f"+31 6 {20_000_000 + at * 7919}",
    "iban": account_number,
    "bsn": lambda at: citizen_number(at * 37),
    "birth": lambda at: f"{1940 + at}-05-{1 + at % 28:02}",
    "ip": lambda at: f"192.0.2.{at}",
    "postcode": lambda at: f"{1000 + at * 37} AB",
    "plate": lambda at: f"{at:02}-ZZZ-{at % 10}",
    "gender": lambda at: "mv"[at % 2],
    "bytes": lambda at: bytes([at]),
}
_PLAIN: Mapping[str, Look] = {
    "INTEGER": lambda at: at,
    "NUMERIC": lambda at: at * 1.25,
    "DATE": lambda at: f"2026-0{1 + at % 9}-11",
    "TIMESTAMP": lambda at: f"2026-0{1 + at % 9}-11 10:00:00",
    "JSON": lambda at: f'{{"step": {at}}}',
    "TEXT": lambda at: f"x{at}",
}


@dataclass(frozen=True)
class Column:
    """One column as its file has it; `label` is empty for what is not personal."""

    table: str
    name: str
    kind: str
    label: str

    def value(self, at: int) -> object:
        return _LABELLED.get(self.label, _PLAIN.get(self.kind, _PLAIN["TEXT"]))(at)


def columns(file: Path) -> Iterator[Column]:
    """Every column of every table."""
    for table in _TABLE.finditer(file.read_text("utf-8")):
        for line in table["lines"].splitlines():
            found = _COLUMN.match(line)
            if found:
                yield Column(table["name"], found["name"], found["type"], found["label"] or "")


def personal(file: Path) -> set[tuple[TableName, str]]:
    """The columns that are labelled."""
    return {(TableName(one.table), one.name) for one in columns(file) if one.label}


def make(file: Path, database: Path) -> None:
    """The database with some rows in it, each value of the look that its label names."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.executescript(file.read_text("utf-8"))
        by_table: dict[str, list[Column]] = {}
        for one in columns(file):
            by_table.setdefault(one.table, []).append(one)
        for table, held in by_table.items():
            signs = ", ".join("?" for _ in held)
            rows = [[one.value(at) for one in held] for at in range(1, ROWS + 1)]
            connection.executemany(f"INSERT INTO {table} VALUES ({signs})", rows)
