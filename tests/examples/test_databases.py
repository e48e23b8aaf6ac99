"""What is in the sample databases: enough rows, invented people, and the deviations that a first check is to find.

The dates in the SQL were counted by hand for Sunday 22 November 2026, in Amsterdam.
"""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from gestand.core.question import Observe
from gestand.core.schema import Schema
from gestand.datamap.bind import bind
from gestand.datamap.parse import parse_data_map
from gestand.examples import database_url, write_sample
from gestand.statement.parse import parse_statement
from gestand.stores.sql import SqlStore

STORES = {
    "sms-gateway": "portal",
    "uptime-monitor": "monitor",
    "software-maker": "relations",
    "cookie-site": "site",
    "shop": "shop",
}

PORTAL = {
    "messages over a week old": (
        "SELECT count(*) FROM messages WHERE sent_at < unixepoch('2026-11-14 23:00')",
        (190_000, 199_000),
    ),
    "messages within the week": (
        "SELECT count(*) FROM messages WHERE sent_at >= unixepoch('2026-11-15 23:00')",
        (2_000, 4_000),
    ),
    "messages to numbers outside the EU": (
        "SELECT count(*) FROM messages WHERE country IN ('GB', 'US')",
        (10_000, 25_000),
    ),
    "invoices that the law has released": (
        "SELECT count(*) FROM invoices WHERE issued_on < '2019-01-01'",
        (1_000, 5_000),
    ),
    "invoices that the law still demands": (
        "SELECT count(*) FROM invoices WHERE issued_on >= '2019-01-01'",
        (10_000, 30_000),
    ),
    "invoices of this year": (
        "SELECT count(*) FROM invoices WHERE issued_on >= '2026-01-01'",
        (1_000, 5_000),
    ),
    "contacts of an ended relation": (
        "SELECT count(*) FROM contacts JOIN accounts a ON a.id = account_id WHERE ended_on < '2026-11-22'",
        (1_500, 1_500),
    ),
    "contacts that are to be emptied, for an invoice of theirs must stay": (
        "SELECT count(DISTINCT c.id) FROM contacts c JOIN accounts a ON a.id = c.account_id"
        " JOIN invoices i ON i.contact_id = c.id WHERE ended_on IS NOT NULL AND issued_on >= '2019-01-01'",
        (300, 500),
    ),
    "relations that ended, all of them": (
        "SELECT count(*) FROM accounts WHERE ended_on < '2026-11-22'",
        (500, 500),
    ),
    "visits past 13 months": (
        "SELECT count(*) FROM \"web visits\" WHERE at < '2025-10-22'",
        (15_000, 30_000),
    ),
    "visits of yesterday": ("SELECT count(*) FROM \"web visits\" WHERE at >= '2026-11-21'", (20, 200)),
    "rows of the future": (
        "SELECT (SELECT count(*) FROM messages"
        " WHERE sent_at >= unixepoch('2026-11-21 23:00'))"
        " + (SELECT count(*) FROM \"web visits\" WHERE at >= '2026-11-22')"
        " + (SELECT count(*) FROM sign_ins WHERE at >= '2026-11-22')"
        " + (SELECT count(*) FROM invoices WHERE issued_on >= '2026-11-22')",
        (0, 0),
    ),
}
MONITOR = {
    "trials that ended over 3 months ago": (
        "SELECT count(*) FROM accounts WHERE plan = 'trial' AND trial_ends_at < unixepoch('2026-08-21 22:00') * 1000",
        (700, 1_500),
    ),
    "trials that still run": (
        "SELECT count(*) FROM accounts WHERE trial_ends_at > unixepoch('2026-11-22') * 1000",
        (50, 200),
    ),
    "paid accounts over 2 years past": (
        "SELECT count(*) FROM accounts WHERE plan IN ('paid', 'paid-yearly') AND paid_until < '2024-11-22'",
        (300, 800),
    ),
    "paid accounts that run": ("SELECT count(*) FROM accounts WHERE paid_until > '2026-11-22'", (50, 400)),
    "free accounts that were used lately": (
        "SELECT count(*) FROM accounts a WHERE plan = 'free' AND EXISTS"
        " (SELECT 1 FROM sign_ins WHERE account_id = a.id AND at > unixepoch('2025-11-22') * 1000)",
        (200, 1_000),
    ),
    "free accounts with old sign-ins that a change keeps alive": (
        "SELECT count(*) FROM accounts a WHERE plan = 'free' AND registered_at < unixepoch('2024-11-22') * 1000"
        " AND NOT EXISTS (SELECT 1 FROM sign_ins s"
        " WHERE account_id = a.id AND at >= unixepoch('2024-11-22 23:00') * 1000)"
        " AND EXISTS (SELECT 1 FROM check_edits e"
        " WHERE account_id = a.id AND at >= unixepoch('2024-11-22 23:00') * 1000)",
        (3, 100),
    ),
    "free accounts that nobody ever signed in to": (
        "SELECT count(*) FROM accounts WHERE plan = 'free' AND id NOT IN (SELECT account_id FROM sign_ins)",
        (50, 400),
    ),
    "billing data of accounts that moved to the free plan": (
        "SELECT count(*) FROM billing_details JOIN accounts ON id = account_id WHERE moved_to_free_on < '2026-11-22'",
        (500, 500),
    ),
    "invoices that only the law keeps": (
        "SELECT count(*) FROM invoices i JOIN accounts a ON a.id = account_id"
        " WHERE paid_until < '2024-11-22' AND issued_on >= '2019-01-01'",
        (3_000, 8_000),
    ),
    "invoices that nothing keeps": (
        "SELECT count(*) FROM invoices i JOIN accounts a ON a.id = account_id"
        " WHERE paid_until < '2024-11-22' AND issued_on < '2019-01-01'",
        (300, 2_000),
    ),
    "contacts that did not confirm within a month": (
        "SELECT count(*) FROM contacts WHERE confirmed_at IS NULL AND added_at < unixepoch('2026-10-21 22:00') * 1000",
        (300, 900),
    ),
    "contacts that may still confirm": (
        "SELECT count(*) FROM contacts WHERE confirmed_at IS NULL AND added_at > unixepoch('2026-10-24') * 1000",
        (100, 900),
    ),
    "conversations past 6 months": (
        "SELECT count(*) FROM chat_conversations WHERE begun_at < '2026-05-21T22:00:00Z'",
        (10_000, 20_000),
    ),
    "addresses that are not unique": ("SELECT count(*) - count(DISTINCT email) FROM accounts", (0, 0)),
}


@pytest.mark.parametrize("what", PORTAL)
def test_the_sms_gateway_has(what: str, portal: sqlite3.Connection) -> None:
    statement, (least, most) = PORTAL[what]
    assert least <= portal.execute(statement).fetchone()[0] <= most


@pytest.mark.parametrize("what", MONITOR)
def test_the_uptime_monitor_has(what: str, monitor: sqlite3.Connection) -> None:
    statement, (least, most) = MONITOR[what]
    assert least <= monitor.execute(statement).fetchone()[0] <= most


def rows_of(connection: sqlite3.Connection) -> dict[str, int]:
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    )
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for (name,) in names.fetchall()
    }


def test_the_samples_are_as_large_as_a_small_company(
    portal: sqlite3.Connection, monitor: sqlite3.Connection
) -> None:
    assert 300_000 <= sum(rows_of(portal).values()) <= 330_000
    assert rows_of(portal)["messages"] == 200_000
    assert 150_000 <= sum(rows_of(monitor).values()) <= 300_000
    assert min([*rows_of(portal).values(), *rows_of(monitor).values()]) > 0


def test_no_row_points_at_nothing(portal: sqlite3.Connection, monitor: sqlite3.Connection) -> None:
    for connection in (portal, monitor):
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_nobody_in_a_sample_exists(portal: sqlite3.Connection, monitor: sqlite3.Connection) -> None:
    for connection, table in (
        (portal, "contacts"),
        (portal, "invoices"),
        (monitor, "accounts"),
        (monitor, "contacts"),
    ):
        others = f"SELECT count(*) FROM {table} WHERE email NOT LIKE '%@example.org'"
        assert connection.execute(others).fetchone()[0] == 0
    real = (
        "SELECT count(*) FROM messages"
        " WHERE recipient NOT LIKE '+31 6 0000 ____' AND recipient NOT LIKE '+32 460 00 ____'"
        " AND recipient NOT LIKE '+44 7700 900___' AND recipient NOT LIKE '+1 202 555 01__'"
    )
    assert portal.execute(real).fetchone()[0] == 0


@pytest.mark.parametrize("name", ["software-maker", "cookie-site", "shop"])
def test_a_smaller_sample_is_whole_filled_and_about_nobody_who_exists(name: str, samples: Path) -> None:
    with closing(sqlite3.connect(samples / name / f"{STORES[name]}.db")) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        rows = rows_of(connection)
        others = {
            table: connection.execute(
                f"SELECT count(*) FROM \"{table}\" WHERE {column} NOT LIKE '%@example.org'"
            ).fetchone()[0]
            for table in rows
            for (_, column, *_) in connection.execute(f'PRAGMA table_info("{table}")').fetchall()
            if column.endswith("email") and table != "preferences"
        }
    assert 60_000 <= sum(rows.values()) <= 100_000
    assert min(rows.values()) > 0
    assert others
    assert set(others.values()) == {0}


@pytest.mark.parametrize("name", STORES)
def test_the_same_day_gives_the_same_database(name: str, samples: Path, tmp_path: Path) -> None:
    again = write_sample(name, tmp_path, date(2026, 11, 22))
    first, second = (next(folder.glob("*.db")) for folder in (samples / name, again))
    assert first.read_bytes() == second.read_bytes()


def test_another_day_moves_every_date_along(
    samples: Path, tmp_path: Path, monitor: sqlite3.Connection
) -> None:
    later = write_sample("uptime-monitor", tmp_path, date(2028, 2, 29))
    with sqlite3.connect(later / "monitor.db") as connection:
        newest = "SELECT max(added_at) FROM contacts"
        moved = connection.execute(newest).fetchone()[0] - monitor.execute(newest).fetchone()[0]
    connection.close()
    assert moved == (date(2028, 2, 29) - date(2026, 11, 22)).days * 86_400_000


@pytest.mark.parametrize("name", STORES)
def test_the_data_map_fits_its_database(name: str, samples: Path) -> None:
    folder, store = samples / name, STORES[name]
    schema = SqlStore(store, database_url(name, folder)).answer(Observe(store))
    assert isinstance(schema, Schema)
    statement, data_map = parse_statement(folder / "statement.yaml"), parse_data_map(folder / "datamap.yaml")
    bound = bind(data_map, statement, {store: schema})
    mapped = {str(table.name) for table in bound.tables} | {
        str(other) for other in bound.stores[0].no_personal_data
    }
    assert mapped == {str(table.name) for table in schema.tables}
    emptied = [
        table for table in bound.tables if str(table.name) in ("accounts", "contacts", "customers", "members")
    ]
    assert [data.cannot_blank for table in emptied for data in table.data if data.cannot_blank] == []
