"""Drafts of real databases: they bind, they say why, and they hold no value of any row."""

import re

import pytest
import sqlalchemy as sa
from tests.datamap.suggest.conftest import TODAY
from tests.datamap.suggest.legacy import MARK
from tests.servers import database

from gestand.core.schema import TableName
from gestand.core.text import Language
from gestand.datamap.bind import bind
from gestand.datamap.bound import MomentAt
from gestand.datamap.parse import parse_data_map
from gestand.datamap.suggest import report
from gestand.datamap.suggest.draft import draft
from gestand.datamap.suggest.drafted import Draft
from gestand.datamap.suggest.personal import Sure
from gestand.datamap.suggest.settle import settled
from gestand.datamap.suggest.writing import Writer
from gestand.statement.model import Statement
from gestand.wiring.mapping import Survey, survey


def drafted(
    url: str, statement: Statement | None, language: Language = "en", names_only: bool = False
) -> tuple[Survey, Draft, str]:
    seen = survey("old", url, TODAY, with_values=not names_only)
    made, writer = (
        draft("old", statement, seen.schema, seen.looks),
        Writer(language, "OLD_URL", "Europe/Amsterdam"),
    )
    if statement is not None:
        made = settled(made, statement, seen.schema, writer.write)
    return seen, made, writer.write(made)


def test_the_draft_binds_and_finds_people_data_moments_and_ends(
    old_company: str, statement: Statement
) -> None:
    seen, _, text = drafted(old_company, statement)

    bound = bind(parse_data_map(text), statement, {"old": seen.schema})
    tables = {table.name.name: table for table in bound.tables}
    customers, invoices, messages = tables["tbl_klant"], tables["tbl_factuur"], tables["SmsBericht"]
    assert (customers.people, invoices.people, messages.people) == ("customers", "customers", "recipients")
    assert [datum.data for datum in invoices.data] == ["invoice"]
    assert set(messages.data[0].columns) == {"veld3", "inhoud"}
    assert set(customers.known_by) == {"email", "phone", "number"}
    assert invoices.known_by["email"].path
    ended, sent = customers.moments["relation-ended"], messages.moments["message-sent"]
    assert isinstance(ended, MomentAt)
    assert isinstance(sent, MomentAt)
    assert (ended.moment.column, sent.moment.column) == ("einddat", "verzondenOp")
    assert bound.stores[0].no_personal_data == (TableName("landen"),)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_line_of_data_says_why_and_how_sure(
    old_file: object, statement: Statement, language: Language
) -> None:
    _, _, text = drafted(f"sqlite:///{old_file}", statement, language)

    columns = re.findall(r"^ +- (\w+) +# (.*)$", text, re.MULTILINE)
    sure = ("zeker", "waarschijnlijk", "misschien") if language == "nl" else ("sure", "likely", "maybe")
    assert len(columns) > 10
    assert all(why.startswith(sure) for _, why in columns)


def test_what_the_law_guards_is_told_loudly_and_kept_out_of_other_data(
    old_file: object, statement: Statement
) -> None:
    _, made, text = drafted(f"sqlite:///{old_file}", statement)

    told = " ".join(each.en for each in report.guarded(made))
    assert "`bsn` of `tbl_klant` seems to hold citizen service number" in told
    assert "`allergie` of `tbl_klant` seems to hold health" in told
    assert "MIND" in text.partition("tbl_klant:")[0]


def test_nothing_that_was_sampled_is_in_the_draft_or_in_what_is_told(
    old_company: str, statement: Statement
) -> None:
    seen, made, text = drafted(old_company, statement)

    told = [each.en for each in (*report.guarded(made), *report.unplaced(made, statement))]
    for written in (text, *told, repr(seen), repr(made)):
        assert MARK not in written
        assert "example.org" not in written
        assert not re.search(r"\d{9}", written)


def test_names_alone_find_what_names_tell(old_file: object, statement: Statement) -> None:
    _, made, _ = drafted(f"sqlite:///{old_file}", statement, names_only=True)

    found = {one.column for one in made.personal[TableName("tbl_klant")]}
    assert {"voornm", "gebdat", "bsn", "tel_nr", "emailAddress", "IBAN"} <= found
    assert "veld3" not in {one.column for one in made.personal.get(TableName("SmsBericht"), ())}


def test_values_find_what_no_name_tells(old_file: object, statement: Statement) -> None:
    _, made, _ = drafted(f"sqlite:///{old_file}", statement)

    found = {one.column: one for one in made.personal[TableName("SmsBericht")]}
    assert found["veld3"].kind.key == "phone"
    assert found["veld3"].sure is Sure.LIKELY


def test_a_name_that_its_values_belie_is_in_doubt(tmp_path: object, statement: Statement) -> None:
    url = f"sqlite:///{tmp_path}/belied.db"
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE klant (id INTEGER PRIMARY KEY, email TEXT)")
        for at in range(30):
            connection.exec_driver_sql("INSERT INTO klant (email) VALUES (?)", (f"soort {at}",))

    _, made, _ = drafted(url, statement)

    assert made.personal[TableName("klant")][0].sure is Sure.MAYBE


def test_without_a_statement_all_is_unplaced_and_the_file_still_parses(old_file: object) -> None:
    _, made, text = drafted(f"sqlite:///{old_file}", None)

    assert parse_data_map(text)
    assert not any(table.data for table in made.tables)
    assert any(table.unplaced for table in made.tables)


def test_odd_names_are_written_so_that_they_are_read_back(tmp_path: object, statement: Statement) -> None:
    url = f"sqlite:///{tmp_path}/odd.db"
    names = (
        "e-mail: adres",
        "yes",
        "# email",
        'Naam "x"',
        "123",
        "email\nrows of: none",
        "mail\x1b[0m \x85 tel",
    )
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        connection.exec_driver_sql(
            'CREATE TABLE "klant, oud: #1\n erase" (id INTEGER PRIMARY KEY, email TEXT)'
        )
        columns = ", ".join('"' + name.replace('"', '""') + '" TEXT' for name in names)
        connection.exec_driver_sql(f'CREATE TABLE "Klant - nieuw" (id INTEGER PRIMARY KEY, {columns})')

    seen, _, text = drafted(url, statement)

    assert bind(parse_data_map(text), statement, {"old": seen.schema})


def test_a_table_of_settings_of_someone_goes_with_that_person(tmp_path: object, statement: Statement) -> None:
    url = f"sqlite:///{tmp_path}/child.db"
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE tbl_klant (id INTEGER PRIMARY KEY, email TEXT)")
        connection.exec_driver_sql(
            "CREATE TABLE instellingen (id INTEGER PRIMARY KEY, klant_id INTEGER, kleur TEXT)"
        )
        connection.exec_driver_sql(
            "CREATE TABLE taken (id INTEGER PRIMARY KEY, gewijzigd_door INTEGER REFERENCES tbl_klant (id))"
        )

    seen, _, text = drafted(url, statement)

    bound = bind(parse_data_map(text), statement, {"old": seen.schema})
    assert {table.name.name: table.people for table in bound.tables} == {
        "tbl_klant": "customers",
        "instellingen": "customers",
    }
    assert bound.stores[0].no_personal_data == (TableName("taken"),)


def test_tables_alike_in_two_schemas_and_partitions_bind(postgresql: str, statement: Statement) -> None:
    with database(postgresql) as url:
        engine = sa.create_engine(url, poolclass=sa.NullPool)
        with engine.begin() as connection:
            for line in (
                "CREATE SCHEMA oud",
                "CREATE TABLE klant (id int PRIMARY KEY, email text, einddatum date)",
                "CREATE TABLE oud.klant (id int PRIMARY KEY, email text, einddatum date)",
                "CREATE TABLE oud.landen (code text PRIMARY KEY)",
                "CREATE TABLE sms (id int, ontvanger text, verzonden_op timestamptz NOT NULL) "
                "PARTITION BY RANGE (verzonden_op)",
                "CREATE TABLE sms_1 PARTITION OF sms FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')",
                "CREATE VIEW mensen AS SELECT * FROM klant",
            ):
                connection.exec_driver_sql(line)

        seen, _, text = drafted(url, statement)

    bound = bind(parse_data_map(text), statement, {"old": seen.schema})
    assert {table.name for table in bound.tables} == {
        TableName("klant"),
        TableName("klant", "oud"),
        TableName("sms"),
    }
    assert bound.stores[0].no_personal_data == (TableName("landen", "oud"),)
    assert all(table.data for table in bound.tables)
