"""A store that is away, slow or refuses stops its own promises only; the rest is kept, and check cannot tell."""

import re
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import pytest
import sqlalchemy as sa
from tests.path.firm import (
    DUE,
    FRESH,
    MARK,
    WAITING,
    Call,
    Firm,
    Ran,
    invoices,
    many,
    messages,
    old_messages,
    visits,
)
from tests.path.test_stopped import STILL, closed, held, until

from gestand.stores import engine

AWAY = {
    "sqlite": "sqlite:////nowhere/portal.db",
    "postgresql": f"postgresql://someone:{MARK}-secret@127.0.0.1:9/portal",
    "mariadb": f"mariadb://someone:{MARK}-secret@127.0.0.1:9/portal",
}
SERVERS = ("postgresql", "mariadb")


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lock is waited for a second, not five, so that the tests are quick."""
    manners = tuple(said.replace("timeout = 5", "timeout = 1") for said in engine._MARIADB_MANNERS)
    assert manners != engine._MARIADB_MANNERS
    monkeypatch.setattr(engine, "LOCK_SECONDS", 1)
    monkeypatch.setattr(engine, "_MARIADB_MANNERS", manners)


def verdicts(gestand: Call) -> tuple[int, dict[str, str]]:
    """The exit code of a check, and the gravest verdict on each promise."""
    ran = gestand("check", "--json")
    found: dict[str, str] = {}
    for finding in ran.json()["findings"]:
        found.setdefault(finding["promise"] or "", finding["verdict"])
    return ran.code, {promise.partition("/")[2]: verdict for promise, verdict in found.items()}


@pytest.mark.parametrize("kind", AWAY)
def test_a_store_that_is_away_stops_its_own_promises_only(
    in_sqlite: Firm, call: Callable[[Firm], Call], kind: str
) -> None:
    gestand = call(in_sqlite)
    in_sqlite.approve(gestand)
    in_sqlite.environment["PORTAL_URL"] = AWAY[kind]
    gestand = call(in_sqlite)
    ran = gestand("keep")
    assert ran.code == 2, ran.said
    assert "store portal: it" in ran.said
    assert "Traceback" not in ran.said
    assert in_sqlite.rows(visits) == 2
    assert in_sqlite.rows(messages) == DUE + FRESH
    code, found = verdicts(gestand)
    assert code == 2
    assert found["visits"] == "kept, as far as checked"
    assert {found[key] for key in ("recipient-numbers", "contact-details", "invoices")} == {"cannot tell"}
    assert "niet bereikbaar: portal" in gestand("check").first + gestand("check").said


def test_rows_that_somebody_holds_stop_their_own_promise_only(
    company: Firm, call: Callable[[Firm], Call], impatient: None
) -> None:
    gestand = call(company)
    company.approve(gestand)
    with held(company.engine, messages, old_messages()):
        ran = gestand("keep")
    assert ran.code == 2, ran.said
    assert "is locked by another session" in ran.said
    assert "wait for that session and run again" in ran.said
    assert company.rows(messages) == DUE + FRESH
    assert company.rows(visits) == 2
    if company.engine.dialect.name != "sqlite":
        assert company.rows(invoices) == 7
    failed = [entry for entry in company.log(gestand) if entry["kind"] == "failed"]
    assert {entry["word"] for entry in failed} == {"StoreRefuses"}
    again = gestand("keep")
    assert again.code == 0, again.said
    assert company.rows(messages) == FRESH
    closed(company, gestand)


@pytest.mark.parametrize("company", ["postgresql"], indirect=True)
def test_a_table_that_cannot_be_read_now_is_not_judged(
    company: Firm, call: Callable[[Firm], Call], impatient: None
) -> None:
    gestand = call(company)
    with company.engine.connect() as other:
        other.execute(sa.text("LOCK TABLE messages IN ACCESS EXCLUSIVE MODE"))
        ran = gestand("check", "--json")
    assert ran.code == 1, ran.said
    found = {finding["promise"]: finding for finding in ran.json()["findings"]}
    assert found["retention/recipient-numbers"]["verdict"] == "cannot tell"
    assert "is locked by another session" in found["retention/recipient-numbers"]["what"]
    assert found["retention/visits"]["verdict"] == "deviation"


@pytest.mark.parametrize("company", SERVERS, indirect=True)
def test_a_connection_that_breaks_in_mid_sweep_loses_nothing(
    company: Firm, call: Callable[[Firm], Call]
) -> None:
    gestand, due = call(company), many(company, 9)
    company.approve(gestand)
    last = company.ask(sa.select(sa.func.max(messages.c.id)).where(old_messages()))[0]
    with held(company.engine, messages, messages.c.id == last):
        process = company.start("keep", "--at-most", str(due + WAITING))
        until(lambda: company.rows(messages) < due + FRESH, process)
        time.sleep(STILL)
        cut_off(company)
        ran = company.end(process)
    assert ran.code == 2, ran.said
    assert "store portal, table messages: it does not answer" in ran.said
    assert company.rows(visits) == 2
    left = company.rows(messages) - FRESH
    (failed,) = [entry for entry in company.log(gestand) if entry["kind"] == "failed"]
    assert (failed["word"], failed["counts"]) == ("StoreAway", {"rows": due - left})
    assert gestand("keep", "--at-most", str(due + WAITING)).code == 0
    assert company.rows(messages) == FRESH
    closed(company, gestand)


def cut_off(company: Firm) -> None:
    """Take every other connection away from the database."""
    with company.engine.connect() as connection:
        if company.engine.dialect.name == "postgresql":
            waiting = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
            connection.execute(sa.text(f"{waiting} AND datname = current_database()"))
            return
        mine = "SELECT id FROM information_schema.processlist WHERE db = database() AND info LIKE 'DELETE%'"
        for number in connection.execute(sa.text(mine)).scalars().all():
            connection.execute(sa.text(f"KILL {int(number)}"))


@dataclass(frozen=True)
class Login:
    """A login of its own on the company's server, with one role."""

    name: str
    role: str


@contextmanager
def logins(company: Firm) -> Iterator[tuple[Login, Login]]:
    """A reading and a keeping login."""
    name = f"gestand_{secrets.token_hex(4)}"
    both = (Login(f"{name}_reads", f"{name}_r"), Login(f"{name}_keeps", f"{name}_k"))
    with ExitStack() as stack:
        for login in both:
            stack.callback(_forget, company, login)
        yield both


def _forget(company: Firm, login: Login) -> None:
    if company.engine.dialect.name == "postgresql":
        for name in (login.role, login.name):
            _say(
                company,
                f"DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = '{name}') THEN "
                f"EXECUTE 'DROP OWNED BY {name}'; EXECUTE 'DROP ROLE {name}'; END IF; END $$",
            )
        return
    _say(company, f"DROP USER IF EXISTS {login.name}@'%%'", f"DROP ROLE IF EXISTS {login.role}")


def _say(company: Firm, *statements: str) -> None:
    with company.engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def enter(company: Firm, login: Login) -> None:
    """Make the login, give it its role, and let gestand use it."""
    if company.engine.dialect.name == "postgresql":
        _say(company, f"CREATE ROLE {login.name} LOGIN IN ROLE {login.role}")
    else:
        user = f"{login.name}@'%%'"
        _say(
            company,
            f"CREATE USER {user}",
            f"GRANT {login.role} TO {user}",
            f"SET DEFAULT ROLE {login.role} FOR {user}",
        )
    become(company, login)


def become(company: Firm, login: Login) -> None:
    url = company.engine.url.set(username=login.name, password=None)
    company.environment["PORTAL_URL"] = url.render_as_string(hide_password=False)


def run_sql(company: Firm, printed: Ran) -> None:
    """What an administrator does with what `gestand grants` prints."""
    lines = [re.sub(r";\s*--.*", ";", line) for line in printed.out.splitlines() if not line.startswith("--")]
    for statement in "\n".join(lines).split(";"):
        if statement.strip():
            _say(company, statement)


@pytest.mark.parametrize("company", SERVERS, indirect=True)
def test_the_printed_grants_suffice_for_check_and_for_keep_each_with_its_role(
    company: Firm, call: Callable[[Firm], Call]
) -> None:
    gestand = call(company)
    company.approve(gestand)
    with logins(company) as (reads, keeps):
        printed = gestand("grants", "--reader", reads.role, "--keeper", keeps.role)
        assert printed.code == 0, printed.said
        run_sql(company, printed)
        enter(company, reads)
        gestand = call(company)
        assert verdicts(gestand)[0] == 1
        refused = gestand("keep")
        assert refused.code == 2, refused.said
        assert "lacks a right" in refused.said
        assert "run the SQL that `gestand grants` prints" in refused.said
        assert company.rows(messages) == DUE + FRESH
        assert company.rows(visits) == 2
        enter(company, keeps)
        gestand = call(company)
        kept = gestand("keep")
        assert kept.code == 0, kept.said
        assert company.rows(messages) == FRESH
        become(company, reads)
        assert verdicts(call(company))[0] == 0
        closed(company, gestand)


def test_check_reads_a_file_that_is_opened_for_reading_only(
    in_sqlite: Firm, call: Callable[[Firm], Call]
) -> None:
    gestand = call(in_sqlite)
    in_sqlite.approve(gestand)
    in_sqlite.environment["PORTAL_URL"] = "sqlite:///file:../portal.db?mode=ro"
    gestand = call(in_sqlite)
    assert verdicts(gestand)[0] == 1
    ran = gestand("keep")
    assert ran.code == 2, ran.said
    assert "can only be read" in ran.said
    assert in_sqlite.rows(messages) == DUE + FRESH
    assert in_sqlite.rows(visits) == 2
