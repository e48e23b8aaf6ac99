"""The format of a data map as a reference page for people, out of the model."""

from typing import Any

from gestand.datamap.eu import AS_OF, MEMBER_STATES
from gestand.datamap.model import json_schema
from gestand.statement.reference import table

_OPENING = """# The data map

One YAML file, `datamap.yaml`: where the words of the statement live. This page is made from the model in
`src/gestand/datamap/model.py`; `gestand schema datamap` prints the same for editors.

- Hyphenated words come from the statement; the rest is as the database spells it. Odd names are quoted
  (`"web visits"`), and a dot never splits one.
- A store's address is an environment variable: `url: $PORTAL_URL`. An address itself is refused.
- `TABLE via KEY` follows a foreign key and takes the same word there; TABLE is a key of `tables`, KEY a column of
  the foreign key. Further away: `TABLE via KEY, KEY`, the nearest first. Names with a comma stand in double quotes.
  A foreign key that the database does not declare is followed when TABLE has a key of one column of the same kind;
  `gestand check` hints at it. In `latest of`, KEY may also be a column of TABLE that points here.
- A moment's column is read as its type says; a text or a number says it with `as:`. A time without a zone needs
  `times without a zone` on the store, or `zone:` on the moment. A time before 1900 cannot be read.
- An empty moment cannot be told, unless `empty: not yet` says that it has not come.
- A condition on an empty column is met by `is: null`, and by `in:` a list with `null`. `not in:` is never met by it.
- At the end of a datum its row is erased, or its columns are blanked: to the value given, else to that under
  `emptied to`, else to NULL. In a text, `{key}` becomes the row's own key: `gone-{key}` keeps a column unique.
- Every table that holds a datum says where the moments are that the promises on it count from.
- A row is of one group of people. A column about others holds a datum of its own, whose owner the statement names;
  such a datum is blanked, never erased with the row.
"""


def reference_page() -> str:
    """The page `docs/reference/datamap.md`."""
    schema = json_schema()
    parts = [_OPENING, "## The file\n", *table(schema, _value)]
    for name, part in sorted(schema["$defs"].items()):
        if part.get("type") == "object":
            parts += [f"\n## {name}\n", f"{part['description']}\n", *table(part, _value)]
    countries = ", ".join(MEMBER_STATES)
    parts += ["\n## EU\n", f"The member states since {AS_OF}, by ISO 3166-1 code: {countries}."]
    return "\n".join(parts) + "\n"


def _value(field: dict[str, Any]) -> str:
    """What may stand there, in a few words."""
    for choice in ("anyOf", "oneOf"):
        if choice in field:
            said = (_value(option) for option in field[choice] if option.get("type") != "null")
            return " or ".join(dict.fromkeys(said))
    if "$ref" in field:
        name = str(field["$ref"]).rsplit("/", 1)[-1]
        return _readings() if name == "Reading" else f"[{name}](#{name.lower()})"
    if "const" in field:
        return f"`{field['const']}`"
    if field.get("type") == "array":
        return f"list of {_value(field['items'])}"
    if field.get("type") == "object":
        inside = field.get("additionalProperties") or next(iter(field["patternProperties"].values()))
        return f"map of {_value(inside)}"
    return (
        _PLAIN[str(field.get("type"))]
        if isinstance(field.get("type"), str)
        else "text, number, true, false, null"
    )


_PLAIN = {"string": "text", "integer": "number", "number": "number", "boolean": "true, false"}


def _readings() -> str:
    return " or ".join(f"`{word}`" for word in json_schema()["$defs"]["Reading"]["enum"])
