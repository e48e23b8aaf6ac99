"""Conditions, last activities and mailing lists: ready beside the draft, in doubt, and never a value of a row."""

import re
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.datamap.conftest import schema_of
from tests.datamap.suggest.conftest import TODAY
from tests.datamap.suggest.legacy import MARK, STATEMENT

from gestand.core.predicate import Exists
from gestand.core.schema import Schema
from gestand.datamap.bind import bind
from gestand.datamap.bound import BoundTable
from gestand.datamap.model import LatestMoment
from gestand.datamap.parse import parse_data_map
from gestand.datamap.suggest.draft import draft
from gestand.datamap.suggest.settle import settled
from gestand.datamap.suggest.writing import Writer
from gestand.statement.model import Statement
from gestand.statement.parse import parse_statement
from gestand.wiring.mapping import survey

TABLES = (
    "CREATE TABLE klanten (id INTEGER PRIMARY KEY, naam TEXT, email TEXT, status TEXT, gewijzigd_op TEXT, mail {mail})",
    "CREATE TABLE telefoons (id INTEGER PRIMARY KEY, klant_id INTEGER REFERENCES klanten (id), telnr TEXT)",
    "CREATE TABLE inlogpogingen (id INTEGER PRIMARY KEY, poging INTEGER)",
    "CREATE TABLE logins (id INTEGER PRIMARY KEY, klant_id INTEGER REFERENCES klanten (id), tijdstip INTEGER)",
)


@pytest.fixture
def statement() -> Statement:
    """Customers are kept a year after their last activity, and only once their account is closed."""
    text = STATEMENT.replace(
        "moments:\n",
        "conditions:\n  account-closed: {nl: de rekening is gesloten, en: the account is closed}\nmoments:\n"
        "  last-activity: {nl: er voor het laatst iets is gedaan, en: something was last done}\n",
    )
    return parse_statement(
        text.replace(
            "kept: until relation-ended", "kept: 1 year after last-activity, when: account-closed"
        ).replace(
            "retention:\n",
            "marketing:\n  newsletter: {to: customers, channel: email, purpose: service}\nretention:\n",
        )
    )


def drafted(
    folder: Path, statement: Statement, wants: str = "wil_nieuwsbrief", states: tuple[str, ...] = ()
) -> tuple[str, Schema]:
    engine = sa.create_engine(f"sqlite:///{folder / 'old.db'}", poolclass=sa.NullPool)
    every = states or ("gesloten", MARK)
    with engine.begin() as connection:
        for line in TABLES:
            connection.exec_driver_sql(line.format(mail="TEXT").replace("mail TEXT)", f"{wants} INTEGER)"))
        for at in range(1, 31):
            told = (
                at,
                f"{MARK}{at}",
                f"{MARK}{at}@example.org",
                every[at % len(every)],
                f"2026-01-{at:02} 10:00:00",
                at % 2,
            )
            connection.exec_driver_sql("INSERT INTO klanten VALUES (?, ?, ?, ?, ?, ?)", told)
            connection.exec_driver_sql("INSERT INTO telefoons VALUES (?, ?, ?)", (at, at, f"06 {at}"))
            connection.exec_driver_sql("INSERT INTO logins VALUES (?, ?, ?)", (at, at, 1_700_000_000 + at))
    engine.dispose()
    seen = survey("old", f"sqlite:///{folder / 'old.db'}", TODAY)
    assert MARK not in repr(seen)
    writer = Writer("en", "OLD_URL", "Europe/Amsterdam")
    made = settled(draft("old", statement, seen.schema, seen.looks), statement, seen.schema, writer.write)
    return writer.write(made), seen.schema


def taken_over(text: str) -> str:
    """The draft with every line that stands ready, less the remarks."""
    lines = (line for line in text.splitlines() if not re.match(r" *# (waits|and then at|not in|MIND)", line))
    return "\n".join(re.sub(r"^( +)# (?=[\w ]*\S+:|  - )", r"\1", line) for line in lines)


def test_nothing_of_it_counts_until_a_person_takes_it_over(tmp_path: Path, statement: Statement) -> None:
    text, schema = drafted(tmp_path, statement)

    (store,) = parse_data_map(text).databases.values()
    assert MARK not in text
    assert not any(table.conditions for table in store.tables.values())
    assert not any(
        isinstance(at, LatestMoment) for table in store.tables.values() for at in table.moments.values()
    )
    assert bind(parse_data_map(text), statement, {"old": schema})


def test_a_condition_is_proposed_by_the_statements_own_word_and_says_that_there_are_others(
    tmp_path: Path, statement: Statement
) -> None:
    text, _ = drafted(tmp_path, statement)

    assert (
        "# account-closed: {column: status, is: gesloten} # maybe: the column holds this word, and 1 others"
        in text
    )


@pytest.mark.parametrize("states", [(MARK, f"{MARK}2"), ("open", "nieuw"), ("1", "2")])
def test_a_condition_that_no_value_speaks_of_is_not_proposed(
    tmp_path: Path, statement: Statement, states: tuple[str, ...]
) -> None:
    text, _ = drafted(tmp_path, statement, states=states)

    assert ", is: " not in text
    assert (
        "waits: nothing here tells `last-activity`, `account-closed`; a condition is perhaps told by `status`"
        in text
    )


def test_a_last_activity_is_proposed_as_the_last_of_what_says_so(
    tmp_path: Path, statement: Statement
) -> None:
    text, _ = drafted(tmp_path, statement)

    assert "# last-activity: {latest of: [{column: gewijzigd_op, as: ISO text}, logins via klant_id]}" in text
    assert "# and then at logins: moments: {last-activity: {column: tijdstip, as: epoch seconds}}" in text


def test_what_stands_ready_binds_once_it_is_taken_over(tmp_path: Path, statement: Statement) -> None:
    text, schema = drafted(tmp_path, statement)
    logins = "      logins:\n        moments: {last-activity: {column: tijdstip, as: epoch seconds}}\n"

    whole = taken_over(text).replace("      logins:\n", logins)

    bound = bind(parse_data_map(whole), statement, {"old": schema})
    tables: dict[str, BoundTable] = {table.name.name: table for table in bound.tables}
    assert set(tables["klanten"].conditions) == {"account-closed"}
    assert set(tables["klanten"].moments) == {"last-activity"}
    assert [datum.data for datum in tables["klanten"].data] == ["customer-data"]
    assert isinstance(tables["telefoons"].conditions["account-closed"], Exists)


@pytest.mark.parametrize(
    ("wants", "subscribed"),
    [
        ("wil_nieuwsbrief", "wil_nieuwsbrief"),
        ("newsletter", "newsletter"),
        ("marketing_opt_in", "marketing_opt_in"),
    ],
)
def test_a_list_is_proposed_with_the_column_that_says_who_wants_the_mail(
    tmp_path: Path, statement: Statement, wants: str, subscribed: str
) -> None:
    text, _ = drafted(tmp_path, statement, wants)

    assert f"newsletter: {{address: email, subscribed: {subscribed}}} # maybe" in text


@pytest.mark.parametrize("wants", ["marketing_opt_out", "mail_bounced", "afgemeld", "kleur"])
def test_a_column_that_says_the_contrary_is_no_list(tmp_path: Path, statement: Statement, wants: str) -> None:
    text, _ = drafted(tmp_path, statement, wants)

    assert "lists:" not in text


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        ("contract-signed: {nl: het contract is ondertekend, en: the contract was signed}", True),
        ("account-closed: {nl: de rekening is gesloten, en: the account was closed}", False),
    ],
)
def test_the_only_time_of_a_row_is_proposed_for_a_moment_that_is_no_end(moment: str, told: bool) -> None:
    word = moment.partition(":")[0]
    statement = parse_statement(
        STATEMENT.replace("moments:\n", f"moments:\n  {moment}\n").replace(
            "after message-sent", f"after {word}"
        )
    )
    schema = schema_of({"sms": {"columns": {"id": "integer", "ontvanger": "text", "aangemaakt_op": "date"}}})

    text = Writer("en", "OLD_URL", "UTC").write(draft("old", statement, schema, {}))

    line = f"          # {word}: aangemaakt_op"
    assert (line in text) is told
    assert f"waits: nothing here tells `{word}`" in text
    assert "        # at the end:\n          # message: erase" in text


def test_the_end_of_what_waits_stands_among_the_ends_of_what_stands(statement: Statement) -> None:
    columns = {
        "id": "integer",
        "ontvanger": "text",
        "iban": "text",
        "geboortedatum": "date",
        "verzonden_op": "date",
    }

    made = draft("old", statement, schema_of({"sms": {"columns": columns}}), {})
    text = Writer("en", "OLD_URL", "UTC").write(made)

    assert "\n        at the end:\n          message: " in text
    assert "\n          # customer-data: " in text
    assert set(parse_data_map(taken_over(text)).databases["old"].tables["sms"].data) == {
        "message",
        "customer-data",
    }


NOT_YET = "{nl: het adres is niet bevestigd, en: the address was not confirmed}"


@pytest.mark.parametrize(
    ("said", "columns", "told"),
    [
        (NOT_YET, {"bevestigd_op": "date"}, True),
        (NOT_YET, {"bevestigd_op": "date required"}, False),
        (NOT_YET, {"betaald_op": "date"}, False),
        (NOT_YET.replace("niet ", "").replace("not ", ""), {"bevestigd_op": "date"}, False),
    ],
    ids=["a time that may be empty", "never empty", "another time", "nothing denied"],
)
def test_what_has_not_happened_is_perhaps_told_by_a_time_that_is_empty(
    said: str, columns: dict[str, str], told: bool
) -> None:
    statement = parse_statement(
        STATEMENT.replace("moments:\n", f"conditions:\n  in-doubt: {said}\nmoments:\n").replace(
            "kept: until relation-ended", "kept: until relation-ended, when: in-doubt"
        )
    )
    schema = schema_of(
        {"klant": {"columns": {"id": "integer", "email": "text", "einddatum": "date", **columns}}}
    )

    text = Writer("en", "OLD_URL", "UTC").write(draft("old", statement, schema, {}))

    assert (
        "# in-doubt: {column: bevestigd_op, is: null} # maybe: empty as long as it has not" in text
    ) is told
    bound = bind(parse_data_map(taken_over(text)), statement, {"old": schema}) if told else None
    assert bound is None or set(bound.tables[0].conditions) == {"in-doubt"}
