"""What is sealed comes back as it was, of the same types; whatever is not on the list is refused."""

from collections import OrderedDict
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import get_args
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gestand.book.codec import decode, encode
from gestand.core.errors import BookError
from gestand.core.letter import Addressee, Written
from gestand.core.request import Known, Request
from gestand.core.step import Step

ZONES = st.sampled_from([UTC, timezone(timedelta(hours=2)), timezone(-timedelta(hours=3, minutes=30))])
MOMENTS = st.datetimes(timezones=ZONES)
SCALARS = st.one_of(
    *(
        st.none(),
        st.booleans(),
        st.integers(),
        st.text(),
        st.binary(),
        st.floats(allow_nan=False, allow_infinity=False),
    ),
    *(st.decimals(allow_nan=False), st.dates(), st.datetimes(), MOMENTS, st.times(), st.uuids()),
)
st.register_type_strategy(datetime, MOMENTS)
st.register_type_strategy(object, SCALARS)


def types_in(value: object) -> list[object]:
    if isinstance(value, tuple):
        return [types_in(one) for one in value]
    parts = fields(value) if is_dataclass(value) and not isinstance(value, type) else ()
    return [type(value), *(types_in(getattr(value, one.name)) for one in parts)]


@pytest.mark.parametrize(
    "kind", [*get_args(Step), Request, Addressee, Written], ids=lambda kind: kind.__name__
)
def test_every_step_comes_back_as_it_was(kind: type) -> None:
    @given(st.from_type(kind))
    def comes_back(value: object) -> None:
        again = decode(encode(value))
        assert again == value
        assert repr(types_in(again)) == repr(types_in(value))

    comes_back()


@given(st.tuples(SCALARS, SCALARS))
def test_the_keys_of_a_row_keep_their_types(key: tuple[object, ...]) -> None:
    again = decode(encode(key))
    assert again == key
    assert types_in(again) == types_in(key)


def test_what_looks_alike_stays_apart() -> None:
    alike = (1, True, "1", 1.0, Decimal("1"), Decimal("1.00"), b"1", None, "", b"", (), ((),))
    again = decode(encode(alike))
    assert repr(again) == repr(alike)
    days = (date(2026, 1, 1), datetime(2026, 1, 1), datetime(2026, 1, 1, tzinfo=UTC), "2026-01-01", time(1))  # noqa: DTZ001
    assert repr(decode(encode(days))) == repr(days)
    assert decode(encode((UUID(int=1), str(UUID(int=1))))) == (UUID(int=1), str(UUID(int=1)))


@dataclass(frozen=True)
class Stranger:
    """A class that the book knows nothing of."""

    name: str


class Sly(Known):
    """A class that pretends to be another."""


@pytest.mark.parametrize(
    "value",
    [
        Stranger("x"),
        Sly("email", "x"),
        [1],
        {"a": 1},
        OrderedDict(),
        {1},
        object(),
        1j,
        (Stranger("x"),),
        timedelta(1),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_class_that_is_not_on_the_list_is_not_written(value: object) -> None:
    with pytest.raises(TypeError, match="no way to write"):
        encode(value)


@pytest.mark.parametrize(
    "written",
    [
        b'{"Stranger":{"name":"x"}}',
        b'{"Known":{"kind":"email","value":"x","since":1}}',
        b'{"Known":{"kind":"email"}}',
        b'{"Right":"EVERYTHING"}',
        b'{"Known":{"kind":"a","value":"b"},"Root":{}}',
        b"{}",
        b'{"datetime":"yesterday"}',
        b'{"UUID":1}',
        b'{"Decimal":"one"}',
        b'{"bytes":"%%"}',
        b'{"Known":null}',
        b"[1",
        b"\xff",
        b"",
    ],
)
def test_what_this_gestand_did_not_write_is_not_read(written: bytes) -> None:
    with pytest.raises(BookError, match="a newer one wrote it"):
        decode(written)


def test_a_field_that_came_later_has_its_default() -> None:
    assert decode(b'{"Known":{"kind":"email","value":"x"}}') == Known("email", "x")
