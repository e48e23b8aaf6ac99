"""How long drafting a data map of two hundred tables takes, and how many personal columns of the samples it finds."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa
from tests.datamap.suggest import wide

from benchmarks import labelled, servers
from benchmarks.figure import Figure, Section, Size, below, said
from gestand.cli.demo import write
from gestand.core.schema import TableName
from gestand.datamap.parse import parse_data_map
from gestand.datamap.suggest.draft import draft
from gestand.datamap.suggest.drafted import Draft
from gestand.datamap.suggest.mentioned import tables_of
from gestand.statement.model import Statement
from gestand.statement.parse import parse_statement
from gestand.wiring import read_settings
from gestand.wiring.mapping import survey

HOW = """\
A PostgreSQL database of 200 tables of 12 columns, 300 rows each: its catalogue is read, 120 rows of each table are
judged, and the draft is made. Beside it: the personal columns of every sample company that its own data map names as
data, identifier or address, and those that the draft found. By hand is a SELECT of the same rows.
The lexicon was written with these samples at hand. The four below them (benchmarks/schemas, labelled by hand) were made
afterwards, and tell what to expect of a database that it never saw: at first sight precision was 0.93 to 1.00, and
recall 0.54 for the broker and 0.71 for the product for teams; what these two taught brought, again at first sight, 0.76
for the home and 0.81 for the web shop. The table shows what it finds today, knowing their words."""
_READ = 120
Columns = set[tuple[TableName, str]]


def run(size: Size) -> Section:
    """Needs a PostgreSQL server."""
    tables = wide.TABLES if size.rounds > 1 else 20
    return Section("Drafting a data map", HOW, (_speed(tables), *_found(), *_unseen()))


def _speed(tables: int) -> Figure:
    with servers.prepared("mapping", ["SELECT 1"]) as database:
        url = database.fresh()
        engine = sa.create_engine(
            url.replace("postgresql://", "postgresql+psycopg://", 1), poolclass=sa.NullPool
        )
        wide.fill(engine, tables)
        by_hand = _select(engine, tables)
        began = time.perf_counter()
        seen = survey("wide", url, datetime.now(UTC).date())
        draft("wide", None, seen.schema, seen.looks)
        took = time.perf_counter() - began
    return below(f"{tables} tables, to a draft", took, 10, "s", said(by_hand))


def _select(engine: sa.Engine, tables: int) -> float:
    began = time.perf_counter()
    with engine.connect() as connection:
        for table in wide.wide(tables).sorted_tables:
            connection.execute(sa.select(table).order_by(table.c.id).limit(_READ)).all()
    return time.perf_counter() - began


def _found() -> Iterator[Figure]:
    """Precision and recall of the columns of each sample against its own data map."""
    with TemporaryDirectory(prefix="gestand-bench-") as place:
        for sample in ("sms-gateway", "uptime-monitor", "software-maker", "cookie-site", "shop"):
            company = write(sample, Path(place) / sample, "en")
            wanted, found = _columns(company, parse_statement(company / "statement.yaml"))
            yield _agreed(f"personal columns of {sample}", wanted, found)


def _unseen() -> Iterator[Figure]:
    """The same of databases that are labelled by hand, without a statement."""
    for file in labelled.FILES:
        found = found_in(file)
        yield _agreed(f"personal columns of {file.stem}", labelled.personal(file), found)


def found_in(file: Path) -> Columns:
    """The personal columns that a draft of this labelled database finds."""
    with TemporaryDirectory(prefix="gestand-bench-") as place:
        database = Path(place) / "labelled.db"
        labelled.make(file, database)
        seen = survey("labelled", f"sqlite:///{database}", datetime.now(UTC).date())
        return _drafted(draft("labelled", None, seen.schema, seen.looks))


def _agreed(what: str, wanted: Columns, found: Columns) -> Figure:
    right = len(wanted & found)
    share = f"precision {right / len(found):.2f}, recall {right / len(wanted):.2f}"
    return Figure(what, str(len(wanted)), str(len(found)), share)


def _columns(company: Path, statement: Statement) -> tuple[Columns, Columns]:
    wanted: Columns = set()
    found: Columns = set()
    settings = read_settings(company)
    for name, database in parse_data_map(company / "datamap.yaml").databases.items():
        seen = survey(name, settings.address(database.url.removeprefix("$")), datetime.now(UTC).date())
        found |= _drafted(draft(name, statement, seen.schema, seen.looks))
        for table, written in tables_of(database).items():
            known = () if isinstance(written.known_by, str) else written.known_by.values()
            listed = (mailing.address for mailing in written.lists.values())
            held = (column for columns in written.data.values() for column in columns)
            wanted |= {(table, column) for column in (*held, *known, *listed)}
    return wanted, found


def _drafted(made: Draft) -> Columns:
    """Those matched with a datum, and those that no datum fits."""
    placed = {
        (table.facts.name, match.personal.column)
        for table in made.tables
        for datum in table.data
        for match in datum.matches
    }
    return placed | {(table.facts.name, one.column) for table in made.tables for one in table.unplaced}
