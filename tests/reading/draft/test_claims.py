"""The drafts of the five founding statements hold what those texts promise, claim by claim."""

from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel
from ruamel.yaml import YAML
from tests.house.repository import ROOT

from gestand.clock.period import words
from gestand.clock.term import Period
from gestand.reading.draft.compose import draft
from gestand.reading.draft.material import material_of
from gestand.reading.source import read_source
from gestand.statement import Absent, Statement, parse_statement
from gestand.statement.terms import Kept
from gestand.statement.written import key_of

EXPECTED = YAML(typ="safe").load(Path(__file__).with_name("claims.yaml"))
REASONS = EXPECTED.pop("reasons")
TEXTS = ROOT.parent / "shared" / "corpus" / "texts"
CLAIMS = ROOT.parent / "shared" / "claims.yaml"
EVERY = [(of, claim) for of, told in EXPECTED.items() for claim in told["claims"]]
FOUND = [(of, claim) for of, claim in EVERY if "found" in EXPECTED[of]["claims"][claim]]
here = pytest.mark.skipif(not TEXTS.is_dir(), reason="the founding statements are not on this machine")


@here
@pytest.mark.parametrize(("of", "claim"), FOUND, ids=[claim for _, claim in FOUND])
def test_a_draft_holds_what_the_text_states(of: str, claim: str) -> None:
    statement = drafted(EXPECTED[of]["text"])
    for path, wanted in EXPECTED[of]["claims"][claim]["found"].items():
        found = [told(value) for value in at(statement, *path.split("/"))]
        if isinstance(wanted, list):
            assert all(any(fnmatch(one, word) for one in found[0]) for word in wanted), (path, found)
        else:
            assert wanted in found, (path, found)


@here
@pytest.mark.parametrize("of", EXPECTED)
def test_every_claim_is_found_or_has_its_reason(of: str) -> None:
    claimed = [claim["id"] for claim in YAML(typ="safe").load(CLAIMS)[of]]
    assert list(EXPECTED[of]["claims"]) == claimed


def test_every_reason_is_one_of_the_list_and_every_one_is_used() -> None:
    given = {EXPECTED[of]["claims"][claim].get("lacks") for of, claim in EVERY} - {None}
    assert given == set(REASONS)


def test_a_claim_that_is_not_found_says_why() -> None:
    assert all({"found", "lacks"} & set(EXPECTED[of]["claims"][claim]) for of, claim in EVERY)


@cache
def drafted(name: str) -> Statement:
    return parse_statement(draft(material_of(read_source(TEXTS / f"{name}.txt"))))


def at(part: Any, *path: str) -> Iterator[Any]:
    """Every value at a path of the statement, where * is any key; none where the path breaks off."""
    if not path:
        yield part
        return
    below = part if isinstance(part, dict) else _fields(part)
    for key, value in below.items():
        if path[0] in ("*", key):
            yield from at(value, *path[1:])


def _fields(part: Any) -> dict[str, Any]:
    """The fields of a part by their keys in the file; none of a section that is unstated."""
    if not isinstance(part, BaseModel):
        return {}
    fields = type(part).model_fields.items()
    return {field.alias or key_of(name): getattr(part, name) for name, field in fields}


def told(value: Any) -> Any:
    """A value as it is written; of a section its keys."""
    match value:
        case dict() | tuple():
            return list(value)
        case Period():
            return words(value, "en")
        case Kept():
            return value.text
        case Absent():
            return value.value
    return str(value)
