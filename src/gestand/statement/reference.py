"""The format as a JSON Schema for editors and as a reference page for people, both out of the model."""

from collections.abc import Callable, Iterator
from typing import Any

from gestand.statement.laws import Law, laws
from gestand.statement.model import Statement

SCHEMA_ID = "https://gestand.example/schema/statement-1.json"

_OPENING = """# The statement

One YAML file, `statement.yaml`: everything that a company tells people about their data. This page is made from
the model in `src/gestand/statement/`; `gestand schema statement` prints the same for editors.

- `words with spaces` are gestand's, `hyphenated-words` are the company's own, `CapitalWords` are terms of the
  [W3C Data Privacy Vocabulary](https://w3id.org/dpv).
- What people read has both languages: `{nl: ..., en: ...}`.
- Things with an identity are maps. The section and the key are the promise's id, in the log for ever:
  `retention/recipient-numbers`.
- A term is `1 week after message-sent`, `until relation-ended` or `7 years after the book year of invoice-date`;
  `1 week na message-sent`, `tot relation-ended` and `P1W after message-sent` are read too. A moment may be written
  apart: `2 years after the paid period ends` is the moment `paid-period-ends`.
- The text of a moment is a clause that can follow *nadat* and *after* ("het bericht is verzonden"), or an article
  and one word ("het bezoek").
- Three absences mean three things. `unstated`: the statement does not say (leaving a key out means the same).
  `none`: a denial, a promise too. `not applicable`: the question does not arise. An empty map or list is refused,
  for it says none of the three.
- The file is YAML 1.2 in UTF-8, one document, at most a million bytes. Unknown keys and keys written twice are
  refused; all faults are told at once, each with file, line, column, the value, what was expected and the nearest
  valid word.
"""


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a statement."""
    schema = Statement.model_json_schema(by_alias=True)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_ID}
    return {**head, **schema}


def reference_page() -> str:
    """The page `docs/reference/statement.md`."""
    schema = json_schema()
    parts = [_OPENING, "## The file\n", *table(schema, _value)]
    for name, part in sorted(schema["$defs"].items()):
        if part.get("type") == "object" and name != "Bilingual":
            parts += [f"\n## {name}\n", f"{_first_line(part)}\n", *table(part, _value)]
    parts += ["\n## Laws that gestand knows\n", *_law_table()]
    return "\n".join(parts) + "\n"


def _first_line(part: dict[str, Any]) -> str:
    return str(part.get("description", "")).split("\n\n")[0].replace("\n", " ")


def table(part: dict[str, Any], value: Callable[[dict[str, Any]], str]) -> Iterator[str]:
    """The keys of one part of a JSON Schema as a table; `value` says in a few words what may stand there."""
    yield "| key | needed | value | what |"
    yield "|---|---|---|---|"
    for key, field in part["properties"].items():
        needed = "yes" if key in part.get("required", ()) else ""
        yield f"| `{key}` | {needed} | {value(field)} | {field.get('description', '')} |"


def _value(field: dict[str, Any]) -> str:
    """What may stand there, in a few words."""
    for choice in ("anyOf", "oneOf"):
        if choice in field:
            return " or ".join(dict.fromkeys(_value(option) for option in field[choice]))
    if "$ref" in field:
        return _named(field["$ref"].rsplit("/", 1)[-1])
    if "enum" in field:
        return ", ".join(f"`{word}`" for word in field["enum"])
    if "const" in field:
        return f"`{field['const']}`"
    if field.get("type") == "array":
        return f"list of {_value(field['items'])}"
    if field.get("type") == "object":
        inside = field.get("additionalProperties") or next(iter(field["patternProperties"].values()))
        return f"map of {_value(inside)}"
    if "examples" in field:
        return f"`{field['examples'][0]}`"
    return {"string": "text", "integer": "number", "boolean": "`true`, `false`"}.get(
        field.get("type", ""), "text"
    )


def _named(name: str) -> str:
    if name == "Absent":
        return "an absence"
    return "`{nl, en}`" if name == "Bilingual" else f"[{name}](#{name.lower()})"


def _law_table() -> Iterator[str]:
    yield "What `kept at least` can name. *Read by* is empty until a named person has read the article itself.\n"
    yield "| name | article | at least | for | source | read by |"
    yield "|---|---|---|---|---|---|"
    for law in laws().values():
        read = f"{law.verified.by}, {law.verified.on}" if law.verified else ""
        yield f"| `{law.name}` | {law.article.en} | {_at_least(law)} | {law.covers.en} | {law.source} | {read} |"


def _at_least(law: Law) -> str:
    return f"{law.at_least_words.en} the moment"
