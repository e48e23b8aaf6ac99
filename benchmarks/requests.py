"""Requests: hand-written SQL for access and erasure beside a whole case, with its package, letter and log."""

import json
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median

import psycopg
import sqlalchemy as sa

from benchmarks import desk, people
from benchmarks.figure import Figure, Section, Size, below, spread
from benchmarks.rounds import in_turn
from benchmarks.servers import prepared
from gestand.core.request import Asker, Known, Request, Right, Way
from gestand.core.step import Decided, Decision, Identified, Proof
from gestand.datamap.indexes import indexes
from gestand.wiring import Company, found_company, open_company, read_settings

HOW = """\
Eleven tables, 44 rows a person, every key indexed, and the index that `gestand grants --requests` prints on the e-mail
address. By hand: one connection that stays open; access is eleven `SELECT`s by the same expression and their rows as
JSON, erasure eleven `DELETE`s in one transaction. gestand: a whole case, from a request that is entered, identified
and decided to its answer: the search, the deeds in one transaction, what remains asked again, the package sealed, the
letter written and kept, every step in the log, each durable. The difference of the medians is what it costs. Of
statements on our own book, BEGIN and COMMIT are not counted. The desk is a `gestand serve` of its own with as many open
cases in its book; its list is asked for over HTTP by somebody who signed in, and `check` judges the same shop."""

_CHILD = "SELECT c.* FROM {table} c JOIN {parent} p ON p.id = c.{key}"


def run(size: Size) -> Section:
    """Needs a server that takes databases of ours."""
    persons = max(200, size.rows // 200)
    rounds = max(3, size.rounds * 8)
    with (
        prepared("people", people.postgresql(persons)) as database,
        _company(database.fresh()) as (company, url),
    ):
        figures = list(_figures(company, url, persons, rounds))
    rows = persons * sum(people.TABLES.values())
    return Section(f"Requests, {len(people.TABLES)} tables, {rows:,} rows", HOW, tuple(figures))


def _figures(company: Company, url: str, persons: int, rounds: int) -> Iterator[Figure]:
    numbers = iter(range(1, persons))
    with psycopg.connect(url.replace("+psycopg", "")) as connection:
        for right, limit, by_hand in (
            (Right.ACCESS, 20, _access_by_hand),
            (Right.ERASURE, 30, _erasure_by_hand),
        ):
            answer(company, right, next(numbers))  # once, so that both sides have met the tables
            by_hand(connection, next(numbers))
            found = in_turn(
                rounds,
                {
                    "hand": partial(_next, numbers, partial(by_hand, connection)),
                    "gestand": partial(_next, numbers, partial(answer, company, right)),
                },
            )
            yield _more(f"{right.value}, from request to answer", found["hand"], found["gestand"], limit)
            with _statements(company) as counted:
                answer(company, right, next(numbers))
            yield below(f"{right.value}: statements on our own book", counted[0], 30, "statements")
        yield from _many(company, numbers)
    yield from desk.figures(url, max(200, min(persons * 2, 100_000)), rounds)


def _more(what: str, by_hand: list[float], gestand: list[float], limit: float) -> Figure:
    more = (median(gestand) - median(by_hand)) * 1000
    return Figure(
        what,
        spread(by_hand),
        spread(gestand),
        f"{more:.1f} ms more",
        f"at most {limit:g} ms more",
        more <= limit,
    )


def _many(company: Company, numbers: Iterator[int]) -> Iterator[Figure]:
    """Fifty accesses by eight at once."""
    chosen = [next(numbers) for _ in range(50)]
    began = time.monotonic()
    with ThreadPoolExecutor(8) as clients:
        done = list(clients.map(lambda one: _tried(company, one), chosen))
    rate = 50 / (time.monotonic() - began)
    yield Figure("50 accesses, 8 clients: failed", "", str(done.count(False)), "", "none", all(done))
    yield Figure("50 accesses, 8 clients", "", f"{rate:.1f} a second", "", "over 25 a second", rate > 25)


def _tried(company: Company, person: int) -> bool:
    try:
        answer(company, Right.ACCESS, person)
    except Exception as error:  # noqa: BLE001  a failure is what is counted
        print(type(error).__name__, error)
        return False
    return True


def answer(company: Company, right: Right, person: int) -> None:
    """One case, from receipt to answer. Raises AssertionError when it is not closed."""
    now, known = company.clock(), (Known("email", people.email(person).upper()),)
    asker = Asker(f"Person {person}", people.email(person))
    case = company.casework.open(Request((right,), Way.API, now, now, "nl", asker, known))
    proven = tuple(Known(one.kind, one.value, True) for one in known)
    case = company.casework.add(
        case,
        Identified(company.clock(), "the portal", Proof.SIGNED_IN, proven),
        Decided(company.clock(), "the officer", (Decision(right, True),)),
    )
    kept = company.casework.keep(case.id, company.clock)
    assert kept.case.closed is not None


def _access_by_hand(connection: "psycopg.Connection[tuple[object, ...]]", person: int) -> None:
    rows = {}
    for table, select in _selects():
        rows[table] = connection.execute(select, {"email": people.email(person)}).fetchall()
    connection.commit()
    json.dumps(rows, default=str)


def _erasure_by_hand(connection: "psycopg.Connection[tuple[object, ...]]", person: int) -> None:
    for table, select in reversed(_selects()):
        delete = f"DELETE FROM {table} WHERE id IN ({select.replace('c.*', 'c.id')})"
        connection.execute(delete.encode(), {"email": people.email(person)})
    connection.commit()


def _selects() -> list[tuple[str, str]]:
    hers = "lower(btrim(CAST({p}.email AS TEXT) COLLATE \"C\", E' \\t\\n\\r\\u00a0')) = %(email)s"
    found = [("customers", "SELECT c.* FROM customers c WHERE " + hers.format(p="c"))]
    for table in people.TABLES:
        grand = {"order_lines": "orders", "payments": "invoices"}.get(table)
        if grand:
            found.append(
                (
                    table,
                    f"SELECT c.* FROM {table} c JOIN {grand} g ON g.id = c.{grand}_id "
                    f"JOIN customers p ON p.id = g.customer_id WHERE {hers.format(p='p')}",
                )
            )
        elif table != "customers":
            found.append(
                (
                    table,
                    f"SELECT c.* FROM {table} c JOIN customers p ON p.id = c.customer_id WHERE {hers.format(p='p')}",
                )
            )
    return found


def _next(numbers: Iterator[int], do: Callable[[int], None]) -> Callable[[], None]:
    """For somebody new: who is found once is not asked for again."""
    return partial(do, next(numbers))


@contextmanager
def _company(url: str) -> Iterator[tuple[Company, str]]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "shop"
        people.write_company(place, url)
        found_company(read_settings(place), "shop.example/gestand")
        company = open_company(place)
        bound = company.world().bound
        with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
            for statement in indexes(bound, "shop", "postgresql", "public"):
                connection.execute(statement.encode())
            connection.execute("ANALYZE customers")
        yield company, url


@contextmanager
def _statements(company: Company) -> Iterator[list[int]]:
    """How many statements the book is given meanwhile; where a transaction begins and ends is none."""
    counted, engine = [0], company.cases.book.engine  # type: ignore[attr-defined]

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        counted[0] += not statement.startswith("BEGIN")

    sa.event.listen(engine, "before_cursor_execute", note)
    try:
        yield counted
    finally:
        sa.event.remove(engine, "before_cursor_execute", note)
