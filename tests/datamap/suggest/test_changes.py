"""A second look: what the database shows and the data map does not say, and the other way around."""

from tests.datamap.conftest import schema_of

from gestand.core.schema import Schema
from gestand.datamap.parse import parse_data_map
from gestand.datamap.suggest.changes import changes
from gestand.datamap.suggest.draft import draft

MAP = """\
gestand: datamap/1
stores:
  portal:
    url: $PORTAL_URL
    tables:
      tbl_klant:
        rows of: customers
        known by: {email: email}
        data: {contact-details: [naam, verdwenen]}
        moments: {relation-ended: einddat}
        at the end: erase
      weg:
        rows of: none
    no personal data: [landen, lijst]
"""
TABLES = {
    "landen": {"columns": {"code": "text", "naam": "text"}},
    "lijst": {"columns": {"id": "integer", "emailadres": "text"}},
    "nieuw": {"columns": {"id": "integer", "telefoon": "text"}},
    "saai": {"columns": {"id": "integer", "kleur": "text"}},
    "tbl_klant": {
        "columns": {"id": "integer", "naam": "text", "email": "text", "gebdat": "date", "einddat": "date"}
    },
}


def told(schema: Schema) -> list[tuple[str, str]]:
    database = parse_data_map(MAP).databases["portal"]
    found = changes(database, draft("portal", None, schema, {}), schema)
    return [(change.code, change.what.en) for change in found]


def test_each_difference_is_told_once_and_by_name() -> None:
    assert told(schema_of(TABLES)) == [
        ("gone", "`verdwenen` (tbl_klant) is in the data map, and cannot be seen here"),
        ("gone", "`weg` is in the data map, and cannot be seen here"),
        (
            "contradiction",
            "`lijst` is listed under `no personal data`, and looks personal all the same: `emailadres`",
        ),
        ("new-table", "`nieuw` is not in the data map, and looks personal: `telefoon`"),
        ("new-table", "`saai` is not in the data map; nothing personal was found in it"),
        (
            "personal-column",
            "`gebdat` (tbl_klant) looks personal, and the data map leaves it out: the name says date of birth",
        ),
    ]


def test_a_column_that_came_in_the_place_of_another_of_its_kind_is_asked_about() -> None:
    columns = {"id": "integer", "klantnaam": "text", "email": "text", "verdwenen": "text", "einddat": "date"}

    found = told(schema_of({**TABLES, "tbl_klant": {"columns": columns}}))

    assert (
        "gone",
        "`naam` (tbl_klant) is in the data map, and cannot be seen here; is it called `klantnaam` now?",
    ) in found


def test_a_database_that_is_as_the_map_says_has_no_changes() -> None:
    text = (
        MAP.replace(", verdwenen", "")
        .replace("      weg:\n        rows of: none\n", "")
        .replace(", lijst", "")
    )
    tables = {name: TABLES[name] for name in ("landen", "tbl_klant")}
    customers = {"columns": {"id": "integer", "naam": "text", "email": "text", "einddat": "date"}}
    schema = schema_of({**tables, "tbl_klant": customers})

    database = parse_data_map(text).databases["portal"]

    assert changes(database, draft("portal", None, schema, {}), schema) == ()
