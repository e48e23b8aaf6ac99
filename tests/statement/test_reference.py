"""What is published about the format is what the model says."""

import csv
import json
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

from gestand.cli import gestand
from gestand.statement import vocabulary
from gestand.statement.laws import laws
from gestand.statement.reference import json_schema, reference_page

ROOT = Path(__file__).parents[2]
TERMS = ROOT.parent / "shared" / "formats" / "dpv-2.3-terms.csv"


def test_the_published_schema_is_the_model_s() -> None:
    published = (ROOT / "schema" / "statement-1.json").read_text("utf-8")
    assert CliRunner().invoke(gestand, ["schema", "statement"]).output == published, (
        "run: gestand schema statement"
    )


def test_the_reference_page_is_the_model_s() -> None:
    page = (ROOT / "docs" / "reference" / "statement.md").read_text("utf-8")
    assert page == reference_page(), "docs/reference/statement.md lags behind the model"


def test_every_key_is_described() -> None:
    schema = json_schema()
    for name, part in {"Statement": schema, **schema["$defs"]}.items():
        for key, field in part.get("properties", {}).items():
            assert field.get("description"), f"{name}: {key}"
    assert json.dumps(schema)


def test_every_law_has_its_words_and_no_checker_is_invented() -> None:
    assert laws()["AWR 52"].at_least_words.en == "7 years after the book year of"
    for law in laws().values():
        assert law.article.nl
        assert law.covers.en
        assert law.verified is None


def test_fixed_words_of_the_vocabulary_are_its_own() -> None:
    assert set(get_args(vocabulary.BasisTerm)) == set(vocabulary.terms("basis"))
    assert set(get_args(vocabulary.RoleTerm)) == set(vocabulary.terms("role"))


def test_the_vocabulary_is_the_published_one() -> None:
    if not TERMS.exists():
        pytest.skip("the published list of DPV terms is not on this machine")
    with TERMS.open(encoding="utf-8") as stream:
        published = {(row["term"], row["iri"]) for row in csv.DictReader(stream)}
    for family in vocabulary.FAMILIES:
        assert set(vocabulary.terms(family).items()) <= published
