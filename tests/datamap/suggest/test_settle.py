"""What would stop a draft from binding is set aside, with the reason beside it; the rest stands."""

from dataclasses import replace

import pytest
from tests.datamap.conftest import schema_of

from gestand.core.schema import Schema, TableName
from gestand.datamap.bind import bind
from gestand.datamap.parse import parse_data_map
from gestand.datamap.suggest.draft import draft
from gestand.datamap.suggest.drafted import Draft
from gestand.datamap.suggest.handful import TableLook
from gestand.datamap.suggest.moments import TimeAt
from gestand.datamap.suggest.personal import Sure
from gestand.datamap.suggest.settle import settled
from gestand.datamap.suggest.writing import Writer
from gestand.statement.model import Statement

ODD = "klant\n  at the end: erase \x1b[31m"
WRITER = Writer("en", "OLD_URL", "Europe/Amsterdam")


def faulty(statement: Statement, name: str) -> tuple[Schema, Draft]:
    """A draft that takes the end of the relation from a text that nobody said how to read."""
    columns = {"id": "integer", "email": "text", "naam": "text", "einddatum": "date"}
    others = {"columns": {"id": "integer", "ontvanger": "text", "verzonden_op": "date"}}
    schema = schema_of({name: {"columns": columns}, "sms": others})
    made = draft("old", statement, schema, {})
    wrong = TimeAt("naam", None, False, False, Sure.MAYBE, 1.0)
    tables = tuple(
        replace(table, moments={"relation-ended": wrong}) if table.facts.name.name == name else table
        for table in made.tables
    )
    return schema, replace(made, tables=tables)


@pytest.mark.parametrize("name", ["klant", ODD])
def test_a_table_at_fault_waits_with_the_reason_and_the_others_stand(statement: Statement, name: str) -> None:
    schema, made = faulty(statement, name)

    text = WRITER.write(settled(made, statement, schema, WRITER.write))

    bound = bind(parse_data_map(text), statement, {"old": schema})
    held = {table.name.name: [datum.data for datum in table.data] for table in bound.tables}
    assert held == {name: [], "sms": ["message"]}
    assert "# waits: `naam` is text; say how its time is read" in text
    assert "\x1b" not in text


def test_a_draft_that_binds_is_left_as_it_is(statement: Statement) -> None:
    schema = schema_of({"klant": {"columns": {"id": "integer", "email": "text", "einddatum": "date"}}})
    made = draft("old", statement, schema, {})

    assert settled(made, statement, schema, WRITER.write) == made


def test_a_draft_of_a_thousand_tables_can_be_read_back(statement: Statement) -> None:
    schema = schema_of({"klant": {"columns": {"id": "integer", "email": "text", "einddatum": "date"}}})
    text = WRITER.write(draft("old", statement, schema, {}))

    assert parse_data_map(text + "# remark\n" * 150_000).databases


def test_why_values_were_not_read_stands_on_one_line_of_its_own(statement: Statement) -> None:
    schema = schema_of({"klant": {"columns": {"id": "integer", "email": "text", "einddatum": "date"}}})
    name = TableName("klant")
    made = draft(
        "old", statement, schema, {name: TableLook(name, unread="table \x1b[31mklant:\n  it lacks a right")}
    )

    text = WRITER.write(made)

    assert "# values not looked at: table  [31mklant: it lacks a right\n" in text
