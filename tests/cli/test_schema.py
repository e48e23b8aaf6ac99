"""`gestand schema`: what an editor needs to complete a file."""

import pytest
from tests.path.firm import Call


@pytest.mark.parametrize("name", ["statement", "datamap"])
def test_a_schema_is_json_schema_and_nothing_else(name: str, run: Call) -> None:
    ran = run("schema", name)
    assert ran.code == 0
    assert ran.json()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert ran.json()["properties"]


def test_another_format_is_refused_with_those_there_are(run: Call) -> None:
    ran = run("schema", "letter")
    assert ran.code == 3
    assert "'statement', 'datamap'" in ran.err
