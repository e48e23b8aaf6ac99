"""No name, address or number out of a database comes back: in no output, no log, no book, whatever goes wrong.

After every test of this folder all that was said and all that was written is searched for the mark, which
each text in the databases carries; here are the situations in which a database itself repeats a value.
"""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from tests.path.firm import DUE, FRESH, MARK, Call, Firm, contacts, messages

SHOUTING = {
    "sqlite": (
        f"CREATE TRIGGER shouts BEFORE DELETE ON messages BEGIN SELECT RAISE(ABORT, '{MARK} of a person'); END",
        "DROP TRIGGER IF EXISTS shouts",
    ),
    "postgresql": (
        "CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS "
        "'BEGIN RAISE EXCEPTION ''no: %%'', OLD.recipient; END'",
        "CREATE TRIGGER shouts BEFORE DELETE ON messages FOR EACH ROW EXECUTE FUNCTION shout()",
        "DROP FUNCTION IF EXISTS shout() CASCADE",
    ),
    "mariadb": (
        "CREATE TRIGGER shouts BEFORE DELETE ON messages FOR EACH ROW "
        "SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = OLD.recipient",
        "DROP TRIGGER IF EXISTS shouts",
    ),
}
"""Triggers that refuse, and put a value of the row into their message; the last line takes them away."""


def test_what_a_trigger_shouts_is_not_repeated(company: Firm, call: Callable[[Firm], Call]) -> None:
    gestand = call(company)
    *make, drop = SHOUTING[company.engine.dialect.name]
    with company.engine.begin() as connection:
        for statement in make:
            connection.exec_driver_sql(statement)
    digest = company.approve(gestand)
    assert "shouts" in gestand("plan").said
    ran = gestand("keep", "--plan", digest)
    with company.engine.begin() as connection:
        connection.exec_driver_sql(drop)
    assert ran.code == 2, ran.said
    assert "store portal, table messages: it " in ran.said
    assert company.rows(messages) == DUE + FRESH


def test_a_key_that_is_taken_already_is_not_repeated(company: Firm, call: Callable[[Firm], Call]) -> None:
    company.do(sa.text("CREATE UNIQUE INDEX one_email ON contacts (email)"))
    taken = company.ask(sa.select(sa.func.min(contacts.c.id)))[0]
    company.do(sa.insert(contacts).values(name=f"{MARK} Taken", email=f"gone-{taken}"))
    gestand = call(company)
    company.approve(gestand)
    ran = gestand("keep")
    assert ran.code == 2, ran.said
    assert "store portal, table contacts: it stopped it by a constraint" in ran.said
    assert f"gone-{taken}" not in ran.said


def test_a_moment_that_cannot_be_read_is_counted_and_not_repeated(
    in_sqlite: Firm, call: Callable[[Firm], Call]
) -> None:
    in_sqlite.do(sa.text(f"UPDATE messages SET sent_at = '{MARK} yesterday' WHERE id IN (1, 2)"))
    gestand = call(in_sqlite)
    in_sqlite.approve(gestand)
    assert gestand("keep").code == 0
    ran = gestand("check", "--json")
    assert ran.code == 2
    (found,) = [finding for finding in ran.json()["findings"] if finding["verdict"] == "cannot tell"]
    assert (found["promise"], found["rows"]) == ("retention/recipient-numbers", 2)
    assert in_sqlite.rows(messages) == FRESH + 2


def test_whom_a_hold_covers_stays_sealed_in_the_book(in_sqlite: Firm, call: Callable[[Firm], Call]) -> None:
    gestand = call(in_sqlite)
    review = (datetime.now(UTC) + timedelta(days=90)).date().isoformat()
    told = ("--reason", "a claim", "--by", "an officer", "--review", review)
    begun = gestand(
        "hold", "begin", "--data", "contact-details", "--person", f"email={MARK}1@example.org", *told
    )
    assert begun.code == 0, begun.said
    assert "contacts (portal): 1 r" in begun.said
    in_sqlite.approve(gestand)
    assert gestand("keep").code == 0
    assert len(in_sqlite.ask(sa.select(contacts.c.id).where(contacts.c.name.is_(None)))) == 3
    checked = gestand("check", "--json").json()
    assert [finding["rows"] for finding in checked["findings"] if finding["code"] == "held"] == [1]
    hold = gestand("hold").said.split()[0]
    assert gestand("hold", "end", hold).code == 0
    assert gestand("keep").code == 0
    assert len(in_sqlite.ask(sa.select(contacts.c.id).where(contacts.c.name.is_(None)))) == 4


def test_an_export_of_all_this_holds_words_and_numbers_only(
    company: Firm, call: Callable[[Firm], Call]
) -> None:
    gestand = call(company)
    company.approve(gestand)
    for command in ("check", "keep", "check", "drift", "log"):
        gestand(command)
    export = company.folder / "export"
    assert gestand("log", "--export", str(export)).code == 0
    for entry in company.log(gestand):
        assert set(entry) <= {"number", "at", "kind", "promise", "statement", "action", "counts", "word"}
        assert "an officer" not in json.dumps(entry)
        assert "the first sweep" not in json.dumps(entry)
