"""A CSV file of deadlines in, `case_id,end` out: one row for each, bad rows told by line."""

import csv
import io
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import click

from gestand.clock.deadline import Deadline, deadline, whole_number
from gestand.clock.holidays import Calendar
from gestand.clock.moment import parse_day, parse_start
from gestand.clock.pause import paused
from gestand.core.errors import ConfigurationError, GestandError, TermError

Row = dict[str, str]
Read = Callable[[Row, Calendar], Deadline]

_TERM_COLUMNS = ("case_id", "kind", "start", "amount")
_PAUSE_COLUMNS = ("case_id", "received", "asked_identity", "answered")
_LARGEST_FILE = 50_000_000


def print_cases(file: str, calendar: Calendar) -> int:
    """Print every row's end to standard output and every bad row to standard error; the exit code, 0 or 3.

    ConfigurationError where the file cannot be read as such a table at all.
    """
    rows = csv.DictReader(io.StringIO(_text(file)), strict=True, restval="", restkey="")
    read = _reader_of(file, _columns(file, rows))
    bad = 0
    click.echo("case_id,end")
    for line, row in _rows(file, rows):
        try:
            click.echo(_csv_line(row["case_id"], read(row, calendar).end.isoformat()))
        except GestandError as error:
            bad += 1
            click.echo(f"{file}:{line}: {row['case_id'] or 'no case_id'}: {error}", err=True)
    return 3 if bad else 0


def _text(file: str) -> str:
    path = Path(file)
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise ConfigurationError(f"{file} is larger than {_LARGEST_FILE // 1_000_000} MB; split it")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigurationError(f"{file} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{file} is no UTF-8 text (byte {error.start}); save it as UTF-8") from None


def _columns(file: str, rows: "csv.DictReader[str]") -> list[str]:
    try:
        return list(rows.fieldnames or [])
    except csv.Error as error:
        raise ConfigurationError(f"{file}:1: this is no CSV: {error}") from None


def _reader_of(file: str, columns: list[str]) -> Read:
    for wanted, read in ((_PAUSE_COLUMNS, _pause), (_TERM_COLUMNS, _term)):
        if set(wanted) <= set(columns):
            return read
    raise ConfigurationError(
        f"{file}:1: the columns are {', '.join(columns)[:200] or 'none'}; expected "
        f"{','.join(_TERM_COLUMNS)},rule_basis or {','.join(_PAUSE_COLUMNS)},paused_days"
    )


def _rows(file: str, rows: "csv.DictReader[str]") -> Iterator[tuple[int, Row]]:
    try:
        for row in rows:
            yield rows.line_num, row
    except csv.Error as error:
        raise ConfigurationError(f"{file}:{rows.line_num}: this is no CSV: {error}") from None


def _term(row: Row, calendar: Calendar) -> Deadline:
    basis = row.get("rule_basis", "")
    return deadline(
        row["kind"].strip(), parse_start(row["start"]), whole_number(row["amount"]), basis, calendar
    )


def _pause(row: Row, calendar: Calendar) -> Deadline:
    asked, answered = _day(row["asked_identity"]), _day(row["answered"])
    said = row.get("paused_days", "").strip()
    if said and asked and answered and whole_number(said) != (answered - asked).days:
        days = (answered - asked).days
        raise TermError(
            f"paused_days says {said}, but from {asked} to {answered} is {days}; correct one of them"
        )
    received = _day(row["received"])
    if received is None:
        raise TermError("received is empty; write the day on which the request came in")
    return paused(received, asked, answered, calendar=calendar)


def _day(text: str) -> date | None:
    return parse_day(text) if text.strip() else None


def _csv_line(*fields: str) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(fields)
    return line.getvalue()
