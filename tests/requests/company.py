"""A small company with two stores or three and one system kept by hand, and one person in all of them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from click.testing import CliRunner

from gestand.cli import gestand
from gestand.wiring import Company, found_company, open_company, read_settings

CLUB = Path(__file__).parent / "club"
HER, PHONE = "ann.smit@example.org", "0612345678"
"""Her address and number. Nobody else bears them."""
IN_THE_FOLDER = "sqlite:///.gestand/book.db"

shop = sa.MetaData()
customers = sa.Table(
    "customers",
    shop,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.String(60), nullable=False),
    sa.Column("email", sa.String(60), nullable=False, unique=True),
    sa.Column("phone", sa.String(20)),
    sa.Column("ended_on", sa.Date),
    sa.Column("blocked", sa.Integer, nullable=False, server_default="0"),
)
orders = sa.Table(
    "orders",
    shop,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("customer_id", sa.ForeignKey("customers.id"), nullable=False),
    sa.Column("article", sa.String(60)),
    sa.Column("note", sa.String(60)),
    sa.Column("delivered_on", sa.Date),
)
invoices = sa.Table(
    "invoices",
    shop,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("customer_id", sa.ForeignKey("customers.id"), nullable=False),
    sa.Column("number", sa.String(20)),
    sa.Column("payer", sa.String(60)),
    sa.Column("issued_on", sa.Date),
)
helpdesk = sa.MetaData()
tickets = sa.Table(
    "tickets",
    helpdesk,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("email", sa.String(60)),
    sa.Column("words", sa.String(90)),
    sa.Column("closed_on", sa.Date),
    sa.Column("blocked", sa.Integer, nullable=False, server_default="0"),
)
reading_lists = sa.Table(
    "reading_lists",
    helpdesk,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("phone", sa.String(20)),
    sa.Column("title", sa.String(60)),
    sa.Column("ended_on", sa.Date),
)
post = sa.MetaData()
parcels = sa.Table(
    "parcels",
    post,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("email", sa.String(60)),
    sa.Column("street", sa.String(60)),
    sa.Column("delivered_on", sa.Date),
    sa.Column("blocked", sa.Integer, nullable=False, server_default="0"),
)
scans = sa.Table(
    "scans",
    post,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("parcel_id", sa.ForeignKey("parcels.id"), nullable=False),
    sa.Column("place", sa.String(60)),
)


@dataclass
class Club:
    """One company: its folder, its databases, the environment of its commands, and the database of its book."""

    folder: Path
    shop: sa.Engine
    help: sa.Engine
    environment: dict[str, str]
    post: sa.Engine | None = None
    book: str = ""

    @property
    def by_name(self) -> dict[str, sa.Engine]:
        third = {"post": self.post} if self.post else {}
        return {"shop": self.shop, "help": self.help, **third}

    @property
    def databases(self) -> list[tuple[sa.Engine, sa.MetaData]]:
        tables = {"shop": shop, "help": helpdesk, "post": post}
        return [(engine, tables[name]) for name, engine in self.by_name.items()]

    def start(self, *arguments: str, **more: Any) -> "subprocess.Popen[str]":
        """A process of its own that runs a command in the folder."""
        return subprocess.Popen(
            [sys.executable, "-m", "gestand", "-C", str(self.folder), *arguments],
            env={**os.environ, **self.environment, "COLUMNS": "200"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **more,
        )

    def run(self, *arguments: str, code: int = 0) -> str:
        """What a command says, on one line; it must end with this code."""
        process = self.start(*arguments)
        said = " ".join(" ".join(process.communicate(timeout=120)).split())
        assert process.returncode == code, said
        return said

    def call(self, *arguments: str) -> str:
        """The same within this process."""
        ran = CliRunner().invoke(gestand, ["-C", str(self.folder), *arguments], env=self.environment)
        assert ran.exit_code == 0, (ran.output, ran.exception)
        return ran.output

    def opened(self, at: datetime | None = None) -> Company:
        """The company in this process; `at` stops its clock."""
        for name, value in self.environment.items():
            os.environ[name] = value
        return open_company(self.folder, (lambda: at) if at else lambda: datetime.now(UTC))

    def rows(self) -> dict[str, list[tuple[object, ...]]]:
        """Every row of every table."""
        found = {}
        for engine, metadata in self.databases:
            with engine.connect() as connection:
                for table in metadata.sorted_tables:
                    read = connection.execute(sa.select(table).order_by(table.c.id))
                    found[table.name] = [tuple(row) for row in read]
        return found

    def do(self, statement: sa.Executable, at_the_desk: bool = False) -> None:
        """Change something in the shop, or at the help desk."""
        with (self.help if at_the_desk else self.shop).begin() as connection:
            connection.execute(statement)

    def fill(self, rows: Mapping[str, list[tuple[object, ...]]] | None = None) -> None:
        """Put the databases in their first state again, or in that of `rows`, by table."""
        for engine, metadata in self.databases:
            with engine.begin() as connection:
                for table in reversed(metadata.sorted_tables):
                    connection.execute(table.delete())
                for table in metadata.sorted_tables:
                    names = table.columns.keys()
                    told = (dict(zip(names, row, strict=True)) for row in rows[table.name]) if rows else ()
                    if new := list(told) if rows else _rows()[table]:
                        connection.execute(table.insert(), new)


def _rows() -> dict[sa.Table, list[dict[str, object]]]:
    """Hers are those of customer 1; an invoice of this year stays, and an old one goes."""
    today = datetime.now(UTC).date()
    recent, old = today - timedelta(days=30), date(today.year - 9, 3, 1)
    people = [{"name": "Ann Smit", "email": HER, "phone": PHONE}]
    people += [
        {"name": f"Other {n}", "email": f"other{n}@example.org", "phone": f"06000000{n:02}"}
        for n in range(2, 8)
    ]
    owners = (1, 1, 1, 2, 3)
    found: dict[sa.Table, list[dict[str, object]]] = {
        customers: [{**one, "ended_on": None} for one in people],
        orders: [
            {"customer_id": who, "article": "book", "note": f"for {who}", "delivered_on": recent}
            for who in owners
        ],
        invoices: [
            {
                "customer_id": who,
                "number": f"F{n}",
                "payer": f"Payer {who}",
                "issued_on": old if n else recent,
            }
            for n, who in enumerate(owners)
        ],
        tickets: [
            {"email": email, "words": "where is it?", "closed_on": None}
            for email in (HER, HER.upper(), "other2@example.org", None)
        ],
        reading_lists: [
            {"phone": phone, "title": "a book", "ended_on": None} for phone in (PHONE, "0600000003", None)
        ],
        parcels: [
            {"email": email, "street": f"for {n}", "delivered_on": recent}
            for n, email in enumerate((HER, "other2@example.org", HER))
        ],
        scans: [{"parcel_id": parcel, "place": "the depot"} for parcel in (1, 1, 2, 3)],
    }
    return {
        table: [{"id": number, **row} for number, row in enumerate(rows, 1)] for table, rows in found.items()
    }


@contextmanager
def club(
    folder: Path,
    shop_url: str,
    help_url: str,
    port: int = 25,
    post_url: str = "",
    order: Sequence[str] = ("shop", "help", "post"),
    book_url: str = "",
) -> Iterator[Club]:
    """The company over these databases; `order` says which store is acted upon first, `book_url` where its book is."""
    folder.mkdir(exist_ok=True)
    for file in CLUB.iterdir():
        shutil.copy(file, folder / file.name)
    data_map, settings, third = (folder / one for one in ("datamap.yaml", "gestand.toml", "post.yaml"))
    written = data_map.read_text("utf-8").replace("  POST\n", third.read_text("utf-8") if post_url else "")
    third.unlink()
    for store, name in zip(order, ("first", "second", "third"), strict=True):
        written = written.replace(f"{store.upper()}:", f"{name}:")
    data_map.write_text(written, "utf-8")
    told = settings.read_text("utf-8").replace("MAIL_PORT", str(port))
    settings.write_text(told.replace(IN_THE_FOLDER, book_url or IN_THE_FOLDER), "utf-8")
    urls = {"SHOP_URL": shop_url, "HELP_URL": help_url, "POST_URL": post_url}
    engines = [sa.create_engine(one, poolclass=sa.NullPool) for one in urls.values() if one]
    book = str(sa.make_url(book_url).database) if book_url else str(folder / ".gestand" / "book.db")
    made = Club(folder, engines[0], engines[1], urls, engines[2] if post_url else None, book)
    for engine, metadata in made.databases:
        metadata.create_all(engine)
    try:
        made.fill()
        found_company(read_settings(folder), "example.org/club")
        yield made
    finally:
        for name in urls:
            os.environ.pop(name, None)
        for engine, metadata in made.databases:
            metadata.drop_all(engine)
