"""The archive: what is in it, that it keeps to its schema, and that nothing in it runs or leads away."""

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path, PureWindowsPath
from typing import Any

import jsonschema
import pytest
from docs.letters import LANGUAGES
from ruamel.yaml import YAML
from tests.documents.package.samples import AT, NAME, ORDERS, listed, packed

from gestand.core.package import Enclosed, Listing, Package
from gestand.core.question import Rows
from gestand.core.request import Right
from gestand.core.text import Language, Text
from gestand.documents.package import package
from gestand.documents.package.filing import slug
from gestand.documents.package.rows import LONGEST

HERE = Path(__file__).parent
CELLS = YAML(typ="safe").load((HERE / "cells.yaml").read_text("utf-8"))


def files(made: Package) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(package(made))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def words(html: str) -> str:
    return " ".join(re.sub(r"<style>.*?</style>|<[^>]+>", " ", html, flags=re.DOTALL).split())


def test_the_archive_has_a_page_a_readme_and_two_kinds_of_files_for_each_category() -> None:
    assert list(files(packed())) == [
        "index.html",
        "README.txt",
        "data/schema.json",
        "data/01-name-and-address.json",
        "data/01-name-and-address.csv",
        "data/02-orders.json",
        "data/02-orders-01-orders.csv",
        "data/02-orders-02-invoices.csv",
        "enclosed/01-mail-van-3-mei.eml",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_tells_all_that_a_copy_must_be_told_with(language: Language) -> None:
    made = files(packed(language))
    page, readme = words(made["index.html"]), " ".join(made["README.txt"].split())

    for category in (NAME, ORDERS):
        for use in category.used_for:
            assert use.purpose.said_in(language) in page
            assert all(basis.said_in(language) in page for basis in use.bases)
        assert category.source.said_in(language) in page
        assert category.kept.said_in(language) in page
        for to in category.receivers:
            assert to.name.said_in(language) in page
            assert to.where is None or to.where.said_in(language) in page
    shown = packed(language)
    for told in (*shown.withheld, *shown.unsearchable, shown.authority):
        assert told.said_in(language) in page
        assert told.said_in(language) in readme
    assert all(one in page and one in readme for one in ("shop", "books", "mailbox", shown.contact))
    assert shown.automated[0].said_in(language) in page
    assert "1 7 Jo de Vries +31612345678" in page
    for line in shown.checkpoint.splitlines():
        assert line in made["index.html"]
        assert line in made["README.txt"].splitlines()


def test_a_language_says_nothing_in_the_other() -> None:
    dutch, english = (words(files(packed(language))["index.html"]) for language in LANGUAGES)

    assert not re.search(r"\b(your|we|the|you)\b", dutch.lower().replace("the dutch", ""))
    assert not re.search(r"\b(uw|wij|het|een|niet)\b", english)


def test_every_data_file_keeps_to_the_schema_that_lies_beside_it() -> None:
    made = files(packed())
    schema = json.loads(made["data/schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)

    names = [name for name in made if name.endswith(".json") and name != "data/schema.json"]
    assert len(names) == 2
    for name in names:
        validator.validate(json.loads(made[name]))
    with pytest.raises(jsonschema.ValidationError):
        validator.validate(json.loads(made[names[0]]) | {"more": 1})


def test_values_mean_the_same_in_json_and_in_csv() -> None:
    made = files(packed())
    first, second = json.loads(made["data/02-orders.json"])["tables"][0]["rows"]
    header, *rows = cells(made["data/02-orders-01-orders.csv"])

    assert first == {
        "number": 1, "at": "2026-10-25T02:30:00+02:00", "day": "2026-10-25", "price": "12.50", "weight": 0.5,
        "took": "PT3600S", "gift": True, "photo": "AP8=", "note": None,
    }  # fmt: skip
    assert dict(zip(header, rows[0], strict=True)) == {
        "number": "1", "at": "2026-10-25T02:30:00+02:00", "day": "2026-10-25", "price": "12.50", "weight": "0.5",
        "took": "PT3600S", "gift": "true", "photo": "AP8=", "note": "",
    }  # fmt: skip
    assert second["note"] == rows[1][-1] == "Graag\nsnel"
    assert rows[1][3] == "-3"


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), 10**30, timedelta(0), "\ud800", Decimal("NaN")]
)
def test_odd_values_stay_readable_json(value: object) -> None:
    made = files(packed(categories=(listed((value,)),)))

    json.loads(made["data/01-word.json"], parse_constant=pytest.fail)


def test_portability_gives_what_is_portable_and_nothing_else() -> None:
    made = files(packed(kind=Right.PORTABILITY))

    assert "data/01-name-and-address.json" in made
    assert not [name for name in made if "orders" in name]
    assert "om te boeken" not in made["index.html"]
    assert "artikel 20 lid 1 AVG" in made["index.html"]


def test_the_page_shows_the_first_rows_and_says_where_the_rest_is() -> None:
    made = files(packed())

    page = words(made["index.html"])
    assert "Hier staan de eerste 50 regels. Het bestand data/02-orders-02-invoices.csv heeft er 60." in page
    assert "Wij hebben er nog meer. Die krijgt u apart van ons." in page
    assert len(cells(made["data/02-orders-02-invoices.csv"])) == 61
    assert json.loads(made["data/02-orders.json"])["tables"][1]["more"] is True


def test_a_long_value_is_whole_in_the_files_and_short_on_the_page() -> None:
    made = files(packed(categories=(listed(("y" * 5_000,)),)))

    assert "y" * (LONGEST + 1) not in made["index.html"]
    assert "de rest staat in het bestand" in made["index.html"]
    assert "y" * 5_000 in made["data/01-word.csv"]


def test_without_any_row_it_says_so_and_never_calls_that_complete() -> None:
    made = words(files(packed(categories=(listed(),)))["index.html"])

    assert "In de systemen die wij doorzochten, vonden wij geen gegevens van u." in made
    assert "Hierin vonden wij niets van u." in made
    assert "Ergens anders hebben wij niet gezocht." in made


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: cell["about"])
def test_a_spreadsheet_runs_nothing(cell: dict[str, Any]) -> None:
    written, shown = str(cell["value"]), str(cell["shown"])
    made = files(packed(categories=(listed((written,), columns=(written,)),)))

    assert cells(made["data/01-word.csv"]) == [[shown], [shown]]
    assert json.loads(made["data/01-word.json"])["tables"][0]["rows"] == [{written: written}]


NAMES = (
    "../../etc/passwd", "/etc/passwd", "C:\\Windows\\x", "..\\..\\x", "con", "a\x00b", "data/../../x", "",
    "...", "naïve café", "王小明", "x" * 500, "a\nb", "\u202egpj.exe", "nul.txt", "~/x", "-rf", "index.html",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_no_name_leads_out_of_the_archive_or_onto_another_file(name: str) -> None:
    category = replace(
        NAME,
        word=name,
        name=Text(name or "x", name or "x"),
        listings=tuple(Listing(name, name, Rows(("a",), ((1,),))) for _ in range(2)),
    )
    enclosed = (Enclosed(name, b"1"), Enclosed(name, b"2"), Enclosed(f"{name}.PDF", b"3"))
    with zipfile.ZipFile(
        io.BytesIO(package(packed(categories=(category, category), enclosed=enclosed)))
    ) as made:
        names = made.namelist()

    assert len(set(map(str.lower, names))) == len(names)
    for one in names:
        assert re.fullmatch(r"(data/|enclosed/)?[A-Za-z0-9-]+\.?[a-z0-9]*", one), one
        assert not PureWindowsPath(one).is_reserved()
        assert len(one) < 160
    assert names[-1].endswith(".pdf") or not name


def test_a_slug_keeps_what_can_be_read() -> None:
    assert slug("Naam & adrés") == "naam-adres"
    assert slug("../..") == "x"


HOSTILE = ("<script>alert(1)</script>", '" onmouseover="alert(1)', "{{ 7 * 7 }}", "</style><b>", "{listed}")


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_value_holds_on_the_page_it_is_text(text: str) -> None:
    category = listed((text,), columns=(text,), word=text)
    made = files(packed(categories=(category,), name=text, company=text, contact=text, systems=(text,)))[
        "index.html"
    ]

    assert "<script" not in made
    assert " onmouseover=" not in made.replace("&#34; onmouseover=", "")
    assert "<b>" not in made
    assert "49" not in words(made)
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;")
    assert made.count(escaped) >= 6


def test_the_same_package_gives_the_same_bytes_and_bears_no_time_of_the_machine() -> None:
    first, second = package(packed()), package(packed())

    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o644}


def test_a_large_package_holds_every_row_and_stays_small() -> None:
    rows = tuple(
        (n, "Jo de Vries", f"+31612{n:06}", AT, Decimal("1.5"), None, "text " * 5) for n in range(10_000)
    )
    many = packed(categories=(listed(*rows, columns=tuple("abcdefg")),))

    _, *written = cells(files(many)["data/01-word.csv"])

    assert [row[0] for row in written] == [str(n) for n in range(10_000)]
    assert len(package(many)) < 1_000_000
