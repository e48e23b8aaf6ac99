"""What a check says of personal columns that the map leaves out: by names alone, and only by those without doubt."""

from typing import Any

import pytest
from tests.datamap.conftest import schema_of
from tests.datamap.suggest.legacy import STATEMENT

from gestand.core.finding import Finding, Verdict
from gestand.datamap.bound import BoundStore
from gestand.datamap.parse import parse_data_map
from gestand.datamap.suggest.unmentioned import GUARDED, NOT_MENTIONED, WITHOUT_A_LAW, unmentioned
from gestand.statement.parse import parse_statement

MAP = """\
gestand: datamap/1
stores:
  portal:
    url: $PORTAL_URL
    tables:
      klant:
        rows of: customers
        known by: {email: email}
        data: {customer-data: [naam]}
        moments: {relation-ended: einddat}
        conditions: {}
        at the end: erase
    no personal data: [adressen]
"""


def found(
    columns: dict[str, str], table: str = "klant", text: str = MAP, statement: str = STATEMENT
) -> tuple[Finding, ...]:
    tables: dict[str, Any] = {table: {"columns": {"id": "integer", **columns}}}
    store = BoundStore("portal", "UTC", schema_of(tables))
    return unmentioned(parse_data_map(text), parse_statement(statement), [store])


def test_what_the_map_names_is_not_told() -> None:
    assert found({"naam": "text", "email": "text", "einddat": "date"}) == ()


def test_a_personal_column_that_the_map_leaves_out_is_told_at_its_table() -> None:
    (finding,) = found({"naam": "text", "email": "text", "tel_nr": "text"})

    assert (finding.verdict, finding.code) == (Verdict.RUNNING, NOT_MENTIONED)
    assert "personal data that the data map does not mention: `tel_nr` (phone number)" in finding.what.en
    assert finding.place is not None
    assert finding.place.line == 6


def test_a_kind_that_no_datum_of_the_statement_is_of_is_told_as_such() -> None:
    (finding,) = found({"kenteken": "text"})

    assert "personal data that the statement does not mention: `kenteken` (licence plate)" in finding.what.en


def test_a_table_that_the_map_says_nothing_of_is_looked_at_as_well() -> None:
    (finding,) = found({"emailadres": "text"}, table="nieuwsbrief")

    assert "`nieuwsbrief` holds personal data" in finding.what.en


def test_a_table_that_a_person_said_holds_none_is_left_to_that_person() -> None:
    assert found({"emailadres": "text"}, table="adressen") == ()


@pytest.mark.parametrize("column", ["bsn", "vakbond", "geloof", "allergie", "strafblad", "vingerafdruk"])
def test_what_the_law_guards_cannot_be_told(column: str) -> None:
    (finding,) = found({"email": "text", column: "text"})

    assert (finding.verdict, finding.code) == (Verdict.CANNOT_TELL, GUARDED)
    assert f"`{column}`" in finding.what.nl


def test_a_guarded_column_that_is_mapped_wants_a_law_in_the_statement() -> None:
    mapped = MAP.replace("[naam]", "[naam, bsn]")
    allowed = STATEMENT.replace(
        "    of: customers\n    from: the person\n  invoice",
        "    of: customers\n    from: the person\n    in use because: Example Act 1\n  invoice",
    )

    (finding,) = found({"naam": "text", "bsn": "text"}, text=mapped)

    assert (finding.verdict, finding.code) == (Verdict.CANNOT_TELL, WITHOUT_A_LAW)
    assert allowed != STATEMENT
    assert found({"naam": "text", "bsn": "text"}, text=mapped, statement=allowed) == ()


@pytest.mark.parametrize(
    "columns",
    [
        {"opmerking": "text"},
        {"land": "text"},
        {"email": "integer"},
        {"is_email_verified": "integer"},
        {"dieet": "text"},
        {"telefoon_type": "text"},
        {"email_verzonden_op": "date and time"},
    ],
    ids=lambda columns: next(iter(columns)),
)
def test_a_name_that_leaves_doubt_is_no_finding(columns: dict[str, str]) -> None:
    assert found(columns, table="deelnemers") == ()
