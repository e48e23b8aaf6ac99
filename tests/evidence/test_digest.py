"""Keyed digests: the same for equal values, different for different ones, nothing without the key."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from types import MappingProxyType

import pytest

from gestand.core.action import Blank
from gestand.core.predicate import Before, Moment, Reading
from gestand.core.schema import TableName
from gestand.evidence.digest import keyed_digest
from gestand.evidence.keys import Secret

KEY = Secret(b"k" * 32)
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


@dataclass(frozen=True)
class One:
    number: int
    text: str = ""


class Colour(Enum):
    RED = 1


def two_fields_the_other_way() -> object:
    @dataclass(frozen=True)
    class One:
        text: str
        number: int

    return One("", 1)


def test_a_digest_stays_the_same_over_releases() -> None:
    where = Before(Moment("sent", Reading.INSTANT, "Europe/Amsterdam"), NOON)
    action = Blank("retention/numbers", "main", TableName("messages"), where, 3, (("number", None),))
    assert keyed_digest(KEY, action) == STABLE


def test_neither_the_order_of_fields_nor_the_zone_matters() -> None:
    assert keyed_digest(KEY, One(1)) == keyed_digest(KEY, two_fields_the_other_way())
    elsewhere = NOON.astimezone(timezone(timedelta(hours=5)))
    assert keyed_digest(KEY, NOON) == keyed_digest(KEY, elsewhere)
    assert keyed_digest(KEY, {"a": 1, "b": 2}) == keyed_digest(KEY, MappingProxyType({"b": 2, "a": 1}))
    assert keyed_digest(KEY, frozenset("ab")) == keyed_digest(KEY, {"b", "a"})


def test_different_values_have_different_digests() -> None:
    values: list[object] = [
        None, False, 0, 0.0, "", "0", (), frozenset(), {}, One(0), One(1), Colour.RED, "RED", b"", Decimal(0),
        NOON, NOON.date(), NOON.isoformat(), (("a",),), ("a",), {"a": 1}, (("a", 1),), {"One": 1},
    ]  # fmt: skip
    digests = {keyed_digest(KEY, value) for value in values}
    assert len(digests) == len(values)


def test_another_key_gives_another_digest() -> None:
    assert keyed_digest(KEY, 1) != keyed_digest(Secret(b"l" * 32), 1)


@pytest.mark.parametrize("value", [object(), float("nan"), datetime(2026, 1, 1), {1: 2}, One, Decimal("NaN")])  # noqa: DTZ001
def test_what_has_no_one_way_to_be_written_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        keyed_digest(KEY, value)


def test_a_date_is_not_its_midnight() -> None:
    assert keyed_digest(KEY, date(2026, 5, 1)) != keyed_digest(KEY, datetime(2026, 5, 1, tzinfo=UTC))


STABLE = "daa2d706bac9fd4d52876c75252ca41b564bea3b88770a930e839888dbf2c9f2"
