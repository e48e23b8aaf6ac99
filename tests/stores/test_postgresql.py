"""What only PostgreSQL has: partitions, rights, schemas, statistics, infinity."""

import secrets
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from gestand.core.action import Along, Erase, Leaving, Level, Mode, Pace
from gestand.core.errors import StoreRefuses
from gestand.core.predicate import ALWAYS, Before, Equals, Exists, Moment, Not, Reading, Step, all_of
from gestand.core.question import Observe
from gestand.core.schema import OnDelete, Schema, TableName
from gestand.stores.conformance.bench import counted, done
from gestand.stores.sql import SqlStore

ROLE = f"gestand_reader_{secrets.token_hex(6)}"
AT = Moment("at", Reading.INSTANT, "Europe/Amsterdam")
END = datetime(2024, 3, 1, tzinfo=UTC)
DUE = Before(AT, END)
EVENTS = TableName("odd %s events")
PARTS = """
CREATE TABLE "odd %s events" (id bigint, at timestamptz, kept boolean) PARTITION BY RANGE (at);
CREATE TABLE "jan % 'uary" PARTITION OF "odd %s events" FOR VALUES FROM ('2024-01-01+00') TO ('2024-02-01+00');
CREATE TABLE february PARTITION OF "odd %s events" FOR VALUES FROM ('2024-02-01+00') TO ('2024-03-01+00');
CREATE TABLE march PARTITION OF "odd %s events" FOR VALUES FROM ('2024-03-01+00') TO ('2024-04-01+00');
INSERT INTO "odd %s events" SELECT n, timestamptz '2024-01-01+00' + n * interval '1 hour', n % 100 = 0
FROM generate_series(0, 2000) n;
"""


_EMPTY = """
DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT USAGE ON SCHEMA public TO public;
DROP SCHEMA IF EXISTS other CASCADE;
"""


@pytest.fixture
def url(postgresql: str) -> Iterator[str]:
    """The database, emptied afterwards."""
    yield postgresql
    _run(
        postgresql,
        _EMPTY,
    )


def _run(url: str, sql: str) -> None:
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        cursor = connection.connection.cursor()
        cursor.execute(sql.encode())
        cursor.close()
    engine.dispose()


@contextmanager
def opened(url: str) -> Iterator[SqlStore]:
    store = SqlStore("events", url)
    yield store
    store.close()


def _erase(**more: object) -> Erase:
    return Erase("retention/events", "events", EVENTS, DUE, 1440, walk=AT, **more)  # type: ignore[arg-type]


def test_partitions_past_the_end_are_dropped_whole(url: str) -> None:
    _run(url, PARTS)
    with opened(url) as store:
        batches = list(store.perform(_erase(), Pace(Mode.POLITE, 5_000)))
        assert [(batch.rows, batch.level) for batch in batches if batch.rows] == [(1440, Level.RECLAIMED)]
        assert counted(store, EVENTS, ALWAYS, DUE) == [561, 0]
        seen = store.answer(Observe("events"))
        assert isinstance(seen, Schema)
        assert [str(table.name) for table in seen.tables] == ["march", "odd %s events"]


def test_partitions_that_cannot_go_together_go_one_by_one(url: str) -> None:
    _run(url, PARTS)
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with opened(url) as store, engine.connect() as other:
        other.execute(sa.text("LOCK TABLE february IN ROW EXCLUSIVE MODE"))
        batches = store.perform(_erase(), Pace(Mode.POLITE, 5_000))
        first = next(batch for batch in batches if batch.rows)
        assert (first.rows, first.level) == (744, Level.RECLAIMED)
        other.rollback()
        assert sum(batch.rows for batch in batches) == 696


def test_a_partition_in_which_a_row_stays_is_not_dropped(url: str) -> None:
    _run(url, PARTS + 'UPDATE february SET kept = true; UPDATE "jan % \'uary" SET kept = false')
    held = _erase()
    with opened(url) as store:
        action = Erase(held.promise, "events", EVENTS, all_of(DUE, Not(Equals("kept", True))), 744, walk=AT)
        batches = list(store.perform(action, Pace(Mode.POLITE, 5_000)))
        assert [(batch.rows, batch.level) for batch in batches if batch.rows] == [(744, Level.RECLAIMED)]
        assert counted(store, EVENTS, DUE) == [696]


def test_a_dropped_partition_never_goes_beyond_what_is_allowed(url: str) -> None:
    _run(url, PARTS)
    with opened(url) as store:
        batches = list(store.perform(_erase(), Pace(Mode.POLITE, 700)))
        assert sum(batch.rows for batch in batches) == 700
        assert counted(store, EVENTS, DUE) == [740]


def test_a_trigger_keeps_its_partition_from_being_dropped(url: str) -> None:
    trigger = """
    CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END';
    CREATE TRIGGER told BEFORE DELETE ON "odd %s events" FOR EACH ROW EXECUTE FUNCTION note();
    """
    _run(url, PARTS + trigger)
    with opened(url) as store:
        seen = store.answer(Observe("events"))
        assert isinstance(seen, Schema)
        facts = seen.table(EVENTS)
        assert facts is not None
        assert facts.triggers == ("told",)
        assert facts.partitioned_by == ("at",)
        assert {table.partition_of for table in seen.tables} == {None, EVENTS}
        levels = {batch.level for batch in store.perform(_erase(), Pace(Mode.POLITE, 5_000))}
        assert levels == {Level.LOGICAL}
        assert counted(store, EVENTS, DUE) == [0]


def test_a_role_without_rights_is_refused_and_told_the_way_out(url: str) -> None:
    _run(
        url,
        PARTS + f"CREATE ROLE {ROLE} LOGIN; GRANT SELECT ON ALL TABLES IN SCHEMA public TO {ROLE}",
    )
    reader = sa.make_url(url).set(username=ROLE).render_as_string(hide_password=False)
    try:
        with opened(reader) as store:
            assert counted(store, EVENTS, DUE) == [1440]
            with pytest.raises(StoreRefuses, match=r"events.*lacks a right.*42501.*gestand grants"):
                done(store, _erase())
    finally:
        _run(url, f"DROP OWNED BY {ROLE}; DROP ROLE {ROLE}")


def test_only_what_the_role_may_read_is_seen(url: str) -> None:
    _run(url, f"CREATE TABLE secret (id int); CREATE TABLE open (id int); CREATE ROLE {ROLE} LOGIN")
    _run(url, f"GRANT SELECT ON open TO {ROLE}")
    reader = sa.make_url(url).set(username=ROLE).render_as_string(hide_password=False)
    try:
        with opened(reader) as store:
            seen = store.answer(Observe("events"))
            assert isinstance(seen, Schema)
            assert [str(table.name) for table in seen.tables] == ["open"]
    finally:
        _run(url, f"DROP OWNED BY {ROLE}; DROP ROLE {ROLE}")


ACCOUNTS = TableName("accounts")
HANGING = """
CREATE TABLE accounts (id int PRIMARY KEY, state text);
CREATE TABLE ledger (id int PRIMARY KEY, account int REFERENCES accounts ON DELETE CASCADE);
CREATE TABLE notes (id int PRIMARY KEY);
INSERT INTO accounts VALUES (1, 'over'); INSERT INTO ledger VALUES (1, 1), (2, 1);
"""


@contextmanager
def reader_of(url: str, grants: str) -> Iterator[SqlStore]:
    """The store as a role sees it that has just these rights."""
    _run(url, f"CREATE ROLE {ROLE} LOGIN; {grants}")
    try:
        with opened(sa.make_url(url).set(username=ROLE).render_as_string(hide_password=False)) as store:
            yield store
    finally:
        _run(url, f"DROP OWNED BY {ROLE}; DROP ROLE {ROLE}")


def test_a_table_that_points_here_is_seen_although_it_may_not_be_read(url: str) -> None:
    _run(url, HANGING)
    with reader_of(url, f"GRANT SELECT, DELETE ON accounts TO {ROLE}") as store:
        seen = store.answer(Observe("events"))
        assert isinstance(seen, Schema)
        assert [(str(table.name), table.readable) for table in seen.tables] == [
            ("accounts", True),
            ("ledger", False),
        ]
        assert [link.on_delete for link in seen.children_of(ACCOUNTS)] == [OnDelete.CASCADE]


def test_nothing_is_told_of_rows_below_which_nothing_may_be_read(url: str) -> None:
    _run(url, HANGING)
    below = Step(("id",), TableName("ledger"), ("account",))
    with (
        reader_of(url, f"GRANT SELECT ON accounts TO {ROLE}") as store,
        pytest.raises(
            StoreRefuses, match=r"table ledger: gestand may not read it; GRANT SELECT.*gestand grants"
        ),
    ):
        counted(store, ACCOUNTS, Not(Exists((below,), ALWAYS)))


LEDGER = (Step(("id",), TableName("ledger"), ("account",)),)
BILLS = """
INSERT INTO accounts VALUES (2, 'over');
CREATE TABLE bills (id int PRIMARY KEY, account int REFERENCES accounts ON DELETE CASCADE);
"""
_WAITING = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
)


@pytest.mark.parametrize("along", [(), (Along(LEDGER, Leaving.CASCADE, 2),)], ids=["alone", "with others"])
def test_a_child_that_another_session_is_hanging_on_a_row_keeps_it(
    url: str, along: tuple[Along, ...]
) -> None:
    """Its commit comes while the sweep waits for it: the row is judged again before it goes."""
    _run(url, HANGING + BILLS)
    bills = (Step(("id",), TableName("bills"), ("account",)),)
    action = Erase("retention/accounts", "events", ACCOUNTS, ALWAYS, 2, unless=(bills,), along=along)
    engine = sa.create_engine(url)
    with opened(url) as store, ThreadPoolExecutor(1) as threads, engine.connect() as other:
        store.answer(Observe("events"))
        other.execute(sa.text("INSERT INTO bills VALUES (1, 1)"))
        sweep = threads.submit(done, store, action)
        with engine.connect() as looking:
            while not looking.execute(sa.text(_WAITING)).scalar() and not sweep.done():
                looking.rollback()
        other.commit()
        assert sweep.result() == 1
        assert counted(store, ACCOUNTS, ALWAYS, Equals("id", 1)) == [1, 1]
        assert counted(store, TableName("bills"), ALWAYS) == [1]
    engine.dispose()


ROW_SECURITY = "ALTER TABLE accounts ENABLE ROW LEVEL SECURITY"


def test_a_table_with_row_level_security_is_neither_counted_nor_acted_upon(url: str) -> None:
    """A role that sees no row would take the promise for kept."""
    _run(url, f"{HANGING}; {ROW_SECURITY}")
    with reader_of(url, f"GRANT SELECT, DELETE, UPDATE ON accounts, ledger TO {ROLE}") as store:
        for ask in (
            lambda: counted(store, ACCOUNTS, ALWAYS),
            lambda: done(store, Erase("retention/accounts", "events", ACCOUNTS, ALWAYS, 1)),
            lambda: counted(
                store, TableName("ledger"), Exists((Step(("account",), ACCOUNTS, ("id",)),), ALWAYS)
            ),
        ):
            with pytest.raises(StoreRefuses, match=r"table accounts: row-level security.*BYPASSRLS"):
                ask()
        assert counted(store, TableName("ledger"), ALWAYS) == [2]


def test_a_role_that_row_level_security_does_not_bind_sees_every_row(url: str) -> None:
    _run(url, f"{HANGING}; {ROW_SECURITY}")
    with opened(url) as store:
        assert counted(store, ACCOUNTS, ALWAYS) == [1]


def test_a_partition_that_hides_rows_from_its_owner_is_not_dropped(url: str) -> None:
    forced = "ALTER TABLE february ENABLE ROW LEVEL SECURITY; ALTER TABLE february FORCE ROW LEVEL SECURITY"
    owned = "".join(
        f'ALTER TABLE "{name}" OWNER TO {ROLE}; '
        for name in ("odd %s events", "jan % 'uary", "february", "march")
    )
    _run(url, f"{PARTS}; {forced}")
    with reader_of(url, owned) as store:
        batches = list(store.perform(_erase(), Pace(Mode.POLITE, 5_000)))
        assert [(batch.rows, batch.level) for batch in batches if batch.rows] == [
            (744, Level.RECLAIMED),
            (696, Level.LOGICAL),
        ]


def test_tables_of_other_schemas_carry_its_name(url: str) -> None:
    _run(url, "CREATE SCHEMA other; CREATE TABLE people (id int PRIMARY KEY)")
    _run(
        url,
        "CREATE TABLE other.people (id int PRIMARY KEY, up int REFERENCES people); INSERT INTO people VALUES (1)",
    )
    _run(url, "INSERT INTO other.people VALUES (1, 1), (2, NULL)")
    name, people = TableName("people", "other"), TableName("people")
    with opened(url) as store:
        seen = store.answer(Observe("events"))
        assert isinstance(seen, Schema)
        assert [table.name for table in seen.tables] == [people, name]
        assert [link.to for link in seen.children_of(people)] == [people]
        up = Exists((Step(("up",), people, ("id",)),), ALWAYS)
        assert counted(store, name, up, Not(up)) == [1, 1]
        assert done(store, Erase("retention/people", "events", name, up, 1)) == 1


def test_links_between_things_of_any_name_are_seen(url: str) -> None:
    _run(
        url,
        f"""
        CREATE SCHEMA other;
        CREATE TABLE "one, (1)" ("a, b" int, "c""d" int, PRIMARY KEY ("a, b", "c""d"));
        CREATE TABLE other."two via" (id int PRIMARY KEY);
        CREATE TABLE lines (
            "😀, " int, "x y" int, "of" int REFERENCES other."two via" ON DELETE SET NULL,
            FOREIGN KEY ("😀, ", "x y") REFERENCES "one, (1)" ON DELETE SET NULL ("x y")
        );
        ALTER DATABASE {sa.make_url(url).database} SET search_path = public, other;
        """,
    )

    with opened(url) as store:
        seen = store.answer(Observe("events"))
        assert isinstance(seen, Schema)
    links = {link.columns: link for table in seen.tables for link in table.links}

    assert links["😀, ", "x y"].to_columns == ("a, b", 'c"d')
    assert links["😀, ", "x y"].to == TableName("one, (1)")
    assert links["of",].to == TableName("two via", "other")
    assert {link.on_delete for link in links.values()} == {OnDelete.CUT}
    _run(url, f"ALTER DATABASE {sa.make_url(url).database} RESET search_path")


@pytest.mark.parametrize("order", ["n", "hashtext(n::text)"])
def test_windows_and_pages_come_to_the_same_end(url: str, order: str) -> None:
    """With statistics, dates that follow the table are walked by windows, others by pages; so is a crowd."""
    _run(
        url,
        f"""
        CREATE TABLE calls (id int PRIMARY KEY, at date);
        INSERT INTO calls SELECT n, date '2024-01-01' + greatest(0, n - 9000) / 200 FROM generate_series(1, 30000) n
        ORDER BY {order};
        CREATE INDEX ON calls (at); ANALYZE calls;
        """,
    )
    calls, at = TableName("calls"), Moment("at", Reading.DATE, "Europe/Amsterdam")
    due = Before(at, datetime(2024, 2, 1, tzinfo=UTC))
    with opened(url) as store:
        before = counted(store, calls, due, ALWAYS)
        assert done(store, Erase("retention/calls", "events", calls, due, before[0], walk=at)) == before[0]
        assert counted(store, calls, due, ALWAYS) == [0, before[1] - before[0]]


TO_BRANCHES = """
CREATE TABLE members (branch int, id int, PRIMARY KEY (branch, id));
CREATE TABLE loose (branch int, id int, FOREIGN KEY (branch, id) REFERENCES members ON DELETE SET NULL);
CREATE TABLE bound (branch int NOT NULL, id int, FOREIGN KEY (branch, id) REFERENCES members ON DELETE SET NULL);
CREATE TABLE moved (branch int NOT NULL DEFAULT 0, id int NOT NULL DEFAULT 0,
  FOREIGN KEY (branch, id) REFERENCES members ON DELETE SET DEFAULT);
"""
IN_PART = """
CREATE TABLE partly (branch int NOT NULL, id int,
  FOREIGN KEY (branch, id) REFERENCES members ON DELETE SET NULL (id));
"""


def test_a_link_that_cannot_be_emptied_stops_its_parent(url: str) -> None:
    """PostgreSQL lets anybody declare it, and refuses the delete; since 15 a part of the key may be emptied alone."""
    _run(url, TO_BRANCHES)
    knows_parts = _version(url) >= 150_000
    if knows_parts:
        _run(url, IN_PART)
    store = SqlStore("shop", url)
    schema = store.answer(Observe("shop"))
    store.close()
    assert isinstance(schema, Schema)
    found = {link.table.name: link for link in schema.children_of(TableName("members"))}
    told = {"loose": OnDelete.CUT, "bound": OnDelete.STOP, "moved": OnDelete.CUT}
    told |= {"partly": OnDelete.CUT} if knows_parts else {}
    assert {name: link.on_delete for name, link in found.items()} == told
    assert {(link.columns, link.to_columns) for link in found.values()} == {(("branch", "id"),) * 2}


def _version(url: str) -> int:
    engine = sa.create_engine(url)
    with engine.connect() as connection:
        found = int(connection.execute(sa.text("SHOW server_version_num")).scalar_one())
    engine.dispose()
    return found
