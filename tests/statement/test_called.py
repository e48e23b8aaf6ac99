"""Every fixed value and every key of the format has a name in both languages, so that changes are told in one."""

from collections.abc import Iterator
from typing import Annotated, Literal, get_args, get_origin

from pydantic import BaseModel

from gestand.statement.called import FIELDS, VALUES
from gestand.statement.diff import compare
from gestand.statement.model import Statement
from gestand.statement.parse import parse_statement
from gestand.statement.written import key_of

ALIKE = {"account", "post", "fax", "cookie", "pixel", "CSV", "JSON", "XML", "EU", "AP", "GPC", "DNT"}
"""What reads the same in both languages."""
NEVER_TOLD = {"statement/1", "nl", "en", "gestand", "version", "effective", "language", "after"}
"""What no list of changes tells: the format's own housekeeping; `after` stands inside a term."""


def models(of: object, seen: set[type]) -> Iterator[object]:
    """The models and literals that a model is made of."""
    if get_origin(of) is Annotated:
        yield from models(get_args(of)[0], seen)
    elif get_origin(of) is Literal:
        yield of
    elif isinstance(of, type) and issubclass(of, BaseModel):
        if of not in seen:
            seen.add(of)
            yield of
            for field in of.model_fields.values():
                yield from models(field.annotation, seen)
    else:
        for part in get_args(of):
            yield from models(part, seen)


def test_every_fixed_value_has_a_name() -> None:
    offered = {
        value
        for one in models(Statement, set())
        if get_origin(one) is Literal
        for value in get_args(one)
        if isinstance(value, str)
    }

    assert offered - VALUES.keys() - ALIKE - NEVER_TOLD == set()


def test_every_key_inside_a_part_has_a_name() -> None:
    parts = {one for one in models(Statement, set()) if isinstance(one, type) and issubclass(one, BaseModel)}
    keys = {
        field.alias or key_of(name)
        for part in parts - {Statement}
        for name, field in part.model_fields.items()
    }
    named_by_their_value = {key for key in keys if key[0].isupper()}

    assert keys - FIELDS.keys() - NEVER_TOLD - named_by_their_value == set()


def test_a_change_of_data_is_told_in_the_words_of_the_statement(small: str) -> None:
    newer = parse_statement(small.replace("data: [number], where: EU", "data: [number, invoice], where: EU"))
    (change,) = compare(parse_statement(small), newer)

    assert change.what.nl.endswith("eerst telefoonnummer, nu telefoonnummer, factuur.")
