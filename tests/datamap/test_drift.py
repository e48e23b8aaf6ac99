"""Drift tells what has changed in a database since it was last looked at."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from gestand.core.schema import Schema
from gestand.datamap.drift import drift, schema_from_json, schema_json

Make = Callable[..., Schema]
BEFORE = {
    "accounts": {"columns": {"id": "integer required", "email": "text 20"}, "triggers": ["on_gone"]},
    "orders": {
        "columns": {"id": "integer required", "account_id": "integer"},
        "links": {"account_id": "accounts"},
    },
}
ORDER = {"id": "integer required", "account_id": "integer"}
ACCOUNT = {"id": "integer required", "email": "text 20"}


@pytest.mark.parametrize(
    ("changed", "sentences"),
    [
        ({}, []),
        ({"letters": {"columns": {"id": "integer required"}}}, ["table `letters` is new"]),
        ({"orders": None}, ["table `orders` is gone"]),
        (
            {"accounts": {"columns": {**ACCOUNT, "phone": "text"}, "triggers": ["on_gone"]}},
            ["column `phone` of `accounts` is new"],
        ),
        (
            {"orders": {"columns": {"id": "integer required"}}},
            [
                "column `account_id` of `orders` is gone",
                "the link of `orders` along `account_id` (→ `accounts`) is gone",
            ],
        ),
        (
            {"orders": {"columns": ORDER, "links": {"account_id": "accounts / cascade"}}},
            [
                "the link of `orders` along `account_id` (→ `accounts`) erases differently "
                "(ON DELETE: restrict → cascade)"
            ],
        ),
        (
            {
                "accounts": {
                    "columns": {**ACCOUNT, "email": "integer required unique"},
                    "triggers": ["on_gone"],
                }
            },
            [
                "column `email` of `accounts` is of another type (text → integer)",
                "column `email` of `accounts` can no longer be empty",
                "column `email` of `accounts` is now unique",
                "column `email` of `accounts` has another length",
            ],
        ),
        (
            {"accounts": {"columns": ACCOUNT, "triggers": ["on_change"]}},
            ["trigger `on_change` on `accounts` is new", "trigger `on_gone` on `accounts` is gone"],
        ),
        (
            {"accounts": {"columns": ACCOUNT, "triggers": ["on_gone"], "key": ["email"]}},
            ["the key of `accounts` was `id` and is `email`"],
        ),
        (
            {"accounts": {"columns": ACCOUNT, "triggers": ["on_gone"], "view": True}},
            ["`accounts` is built differently"],
        ),
        (
            {"accounts": {"columns": {**ACCOUNT, "id": "integer required indexed"}, "triggers": ["on_gone"]}},
            [],
        ),
        ({"p2026": {"partition of": "orders", "columns": ORDER}}, []),
    ],
)
def test_every_change_is_a_sentence(
    make_schema: Make, changed: dict[str, object], sentences: list[str]
) -> None:
    told = drift(make_schema(BEFORE), make_schema({**BEFORE, **changed}))
    assert [text.en for text in told] == sentences
    assert all(text.nl and text.nl != text.en for text in told)


def test_a_schema_comes_back_out_of_its_snapshot(small_schema: Schema, make_schema: Make) -> None:
    parted = {"part": {"schema": "s", "partition of": "orders", "partitioned by": ["id"], "columns": ORDER}}
    for schema in (small_schema, replace(make_schema({**BEFORE, **parted}), loosely_typed=True)):
        assert schema_from_json(schema_json(schema)) == schema


def test_a_snapshot_of_the_same_schema_is_the_same_text(make_schema: Make) -> None:
    assert schema_json(make_schema(BEFORE)) == schema_json(make_schema(dict(reversed(BEFORE.items()))))
