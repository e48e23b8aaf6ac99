"""Her data of one category as JSON, in the statement's words, and the schema that these files keep to."""

import json
from functools import cache

from gestand.core.package import Category, Listing, Package
from gestand.core.text import Language, Text
from gestand.documents.package.values import json_value

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_WORD = Text(
    "Het woord voor deze gegevens in de privacyverklaring.",
    "The word for these data in the privacy statement.",
)
_NAME = Text("Hoe mensen deze gegevens noemen.", "What people call these data.")
_SYSTEM = Text("Het systeem waarin de tabel staat.", "The system that the table stands in.")
_MORE = Text(
    "Er zijn meer regels dan in dit bestand staan; die krijgt u apart.",
    "There are more rows than this file holds; you get those apart.",
)
_ROW = Text(
    "Een regel: kolommen bij naam. Tijd is ISO 8601, bytes zijn base64, precieze getallen zijn tekst.",
    "A row: columns by name. Time is ISO 8601, bytes are base64, exact numbers are text.",
)


def json_file(packed: Package, category: Category) -> bytes:
    """One category; the columns of a row by name."""
    told = {
        "$schema": "schema.json",
        "case": packed.case,
        "category": category.word,
        "name": category.name.said_in(packed.language),
        "tables": [_table(listing) for listing in category.listings],
    }
    return json.dumps(told, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace")


def _table(listing: Listing) -> dict[str, object]:
    columns = listing.rows.columns
    return {
        "system": listing.system,
        "table": listing.table,
        "columns": columns,
        "more": listing.rows.more,
        "rows": [dict(zip(columns, map(json_value, row), strict=True)) for row in listing.rows.rows],
    }


@cache
def schema_file(language: Language) -> bytes:
    """The schema, for people to read too."""
    return json.dumps(schema(language), ensure_ascii=False, indent=2).encode()


def schema(language: Language) -> dict[str, object]:
    """The JSON Schema of every data file, its descriptions in her language."""
    text = {"type": "string"}
    table = {
        "system": text | {"description": _SYSTEM.said_in(language)},
        "table": text,
        "columns": {"type": "array", "items": text, "uniqueItems": True},
        "more": {"type": "boolean", "description": _MORE.said_in(language)},
        "rows": {"type": "array", "items": {"$ref": "#/$defs/row"}},
    }
    top = {
        "$schema": text,
        "case": text,
        "category": text | {"description": _WORD.said_in(language)},
        "name": text | {"description": _NAME.said_in(language)},
        "tables": {"type": "array", "items": {"$ref": "#/$defs/table"}},
    }
    row = {
        "type": "object",
        "description": _ROW.said_in(language),
        "additionalProperties": {"type": ["string", "number", "boolean", "null"]},
    }
    return {"$schema": _DRAFT, **_closed(top), "$defs": {"table": _closed(table), "row": row}}


def _closed(properties: dict[str, object] | dict[str, dict[str, object]]) -> dict[str, object]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
