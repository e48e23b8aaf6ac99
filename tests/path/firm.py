"""A small company in a folder, over a database of any engine, and the command line that is called in it.

Every text in its databases begins with MARK: it may come back in no output, no log and no book.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from click.testing import CliRunner

from gestand.cli import gestand

MARK = "zqxmark"
SMALL = Path(__file__).parent / "small"
DUE, FRESH = 40, 20
"""Messages past their week, and messages within it."""
GONE_VISITS = 3
LEFT_CONTACTS = 4
OLD_INVOICES = 5
WAITING = DUE + LEFT_CONTACTS + OLD_INVOICES + GONE_VISITS
"""Rows that a first keep changes."""

portal = sa.MetaData()
messages = sa.Table(
    "messages",
    portal,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("recipient", sa.String(60), nullable=False),
    sa.Column("body", sa.String(200)),
    sa.Column("sent_at", sa.DateTime, index=True),
)
contacts = sa.Table(
    "contacts",
    portal,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.String(60)),
    sa.Column("email", sa.String(60), nullable=False),
    sa.Column("ended_on", sa.Date, index=True),
)
invoices = sa.Table(
    "invoices",
    portal,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("number", sa.String(60)),
    sa.Column("name", sa.String(60)),
    sa.Column("issued_on", sa.Date, index=True),
)
archive = sa.MetaData()
visits = sa.Table(
    "visits",
    archive,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("ip", sa.String(60)),
    sa.Column("at", sa.DateTime, index=True),
)


@dataclass
class Ran:
    """A command that has ended: its exit code, and what it said."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """Everything it said, on one line."""
        return " ".join((self.out + " " + self.err).split())

    @property
    def first(self) -> str:
        return self.out.splitlines()[0]

    def json(self) -> Any:
        return json.loads(self.out)


Call = Callable[..., Ran]
"""A way to run a command: `call("check")`."""


@dataclass
class Firm:
    """One company, its databases filled, its keys and book made. `everything` is all that was ever said."""

    folder: Path
    engine: sa.Engine
    archive: sa.Engine
    environment: dict[str, str]
    everything: list[str] = field(default_factory=list)

    @property
    def statement(self) -> Path:
        return self.folder / "statement.yaml"

    @property
    def data_map(self) -> Path:
        return self.folder / "datamap.yaml"

    @property
    def settings(self) -> Path:
        return self.folder / "gestand.toml"

    @property
    def book(self) -> Path:
        return self.folder / ".gestand" / "book.db"

    def start(self, *arguments: str, **more: Any) -> "subprocess.Popen[str]":
        """A process of its own that runs a command in the folder."""
        return subprocess.Popen(
            [sys.executable, "-m", "gestand", "-C", str(self.folder), *arguments],
            env={**os.environ, **self.environment, "COLUMNS": "110"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **more,
        )

    def run(self, *arguments: str, **more: Any) -> Ran:
        """Run a command in a process of its own until its end."""
        return self.end(self.start(*arguments, **more))

    def end(self, process: "subprocess.Popen[str]") -> Ran:
        """Wait for the end of a process."""
        out, err = process.communicate(timeout=60)
        self.everything += [out, err]
        return Ran(process.returncode, out, err)

    def ask(self, statement: sa.Select[Any]) -> list[Any]:
        """The first column of what a question to the portal's database gives."""
        with self.engine.connect() as connection:
            return list(connection.execute(statement).scalars())

    def rows(self, table: sa.Table) -> int:
        engine = self.archive if table.metadata is archive else self.engine
        with engine.connect() as connection:
            return int(connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one())

    def do(self, statement: sa.Executable) -> None:
        with self.engine.begin() as connection:
            connection.execute(statement)

    def replace(self, file: Path, old: str, new: str) -> None:
        """Change a text in a file of the company; it must stand there."""
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")

    def log(self, call: Call | None = None) -> list[dict[str, Any]]:
        """The entries of the log, as `gestand log --json` tells them."""
        ran = (call or self.run)("log", "--json")
        assert ran.code == 0, ran.said
        return [json.loads(line) for line in ran.out.splitlines()]

    def approve(self, call: Call | None = None) -> str:
        """Plan, and have all that waits approved; the plan's digest."""
        digest = str((call or self.run)("plan", "--json").json()["digest"])
        told = (call or self.run)("approve", digest[:12], "--by", "an officer", "--reason", "the first sweep")
        assert told.code == 0, told.said
        return digest

    def state(self) -> tuple[object, ...]:
        """All rows of both databases, and all entries of the log as bytes."""
        tables = [(self.engine, table) for table in (messages, contacts, invoices)] + [(self.archive, visits)]
        return (*(tuple(_all(engine, table)) for engine, table in tables), self.entries())

    def written(self) -> dict[str, object]:
        """Every row of every table of the book, the log among them."""
        engine = sa.create_engine(f"sqlite:///{self.book}", poolclass=sa.NullPool)
        with engine.connect() as connection:
            names = sa.inspect(connection).get_table_names()
            return {
                name: connection.execute(sa.select(sa.text("*")).select_from(sa.table(name))).all()
                for name in names
            }

    def entries(self) -> tuple[bytes, ...]:
        """The lines of the log, read past gestand."""
        engine = sa.create_engine(f"sqlite:///{self.book}", poolclass=sa.NullPool)
        entries = sa.table("log_entries", sa.column("line"), sa.column("position"))
        with engine.connect() as connection:
            found = connection.execute(sa.select(entries.c.line).order_by(entries.c.position)).scalars()
            return tuple(bytes(line) for line in found)


def _all(engine: sa.Engine, table: sa.Table) -> Iterator[tuple[object, ...]]:
    with engine.connect() as connection:
        yield from (tuple(row) for row in connection.execute(sa.select(table).order_by(table.c.id)))


@contextmanager
def firm(folder: Path, url: str) -> Iterator[Firm]:
    """A company whose portal lies behind `url`, and whose archive is a file; its tables are dropped afterwards."""
    folder.mkdir(exist_ok=True)
    for file in SMALL.iterdir():
        shutil.copy(file, folder / file.name)
    away = f"sqlite:///{folder / 'archive.db'}"
    engine, other = (sa.create_engine(one, poolclass=sa.NullPool) for one in (url, away))
    portal.create_all(engine)
    archive.create_all(other)
    made = Firm(folder, engine, other, {"PORTAL_URL": url, "ARCHIVE_URL": away})
    try:
        fill(made)
        ran = CliRunner().invoke(gestand, ["-C", str(folder), "init", "--log-name", "example.org/test"])
        assert ran.exit_code == 0, ran.output
        yield made
    finally:
        portal.drop_all(engine)


def fill(made: Firm) -> None:
    """Rows past their term and rows within it; each text carries the mark."""
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    ended, old = now.date() - timedelta(days=9), date(now.year - 8, 6, 30)
    with made.engine.begin() as connection:
        sent = [now - timedelta(days=10)] * DUE + [now - timedelta(days=1)] * FRESH
        told = [
            {"recipient": f"{MARK}-number-{n}", "body": f"{MARK} dear {n}", "sent_at": at}
            for n, at in enumerate(sent)
        ]
        connection.execute(messages.insert(), told)
        people = [
            {"name": f"{MARK} Person {n}", "email": f"{MARK}{n}@example.org", "ended_on": at}
            for n, at in enumerate([ended] * LEFT_CONTACTS + [None] * 6)
        ]
        connection.execute(contacts.insert(), people)
        issued = [old] * OLD_INVOICES + [date(now.year - 2, 3, 1)] * 7
        bills = [
            {"number": f"{MARK}-{n}", "name": f"{MARK} Payer", "issued_on": at} for n, at in enumerate(issued)
        ]
        connection.execute(invoices.insert(), bills)
    with made.archive.begin() as connection:
        seen = [now - timedelta(days=500)] * GONE_VISITS + [now] * 2
        connection.execute(
            visits.insert(), [{"ip": f"{MARK} 192.0.2.{n}", "at": at} for n, at in enumerate(seen)]
        )


def many(made: Firm, doublings: int) -> int:
    """Double the messages past their term so many times; how many there are then."""
    with made.engine.begin() as connection:
        for _ in range(doublings):
            due = sa.select(messages.c.recipient, messages.c.body, messages.c.sent_at).where(old_messages())
            connection.execute(messages.insert().from_select(["recipient", "body", "sent_at"], due))
    return DUE << doublings


def old_messages() -> sa.ColumnElement[bool]:
    """The messages that are past their week, by hand."""
    return messages.c.sent_at < datetime.now(UTC).replace(tzinfo=None) - timedelta(days=9)
