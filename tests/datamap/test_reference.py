"""What is published about the format is what the model says."""

import json
from pathlib import Path

from gestand.datamap.model import json_schema
from gestand.datamap.reference import reference_page

ROOT = Path(__file__).parents[2]


def test_the_published_schema_is_the_model_s() -> None:
    published = (ROOT / "schema" / "datamap-1.json").read_text("utf-8")
    assert published == json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n", (
        "run: gestand schema datamap"
    )


def test_the_reference_page_is_the_model_s() -> None:
    page = (ROOT / "docs" / "reference" / "datamap.md").read_text("utf-8")
    assert page == reference_page(), "docs/reference/datamap.md lags behind the model"


def test_every_key_is_described() -> None:
    schema = json_schema()
    for name, part in {"the file": schema, **schema["$defs"]}.items():
        for key, field in part.get("properties", {}).items():
            assert field.get("description"), f"{name}: {key}"
