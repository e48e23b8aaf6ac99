"""A path is read in one way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gestand.datamap.route import Route, parse_route

NAMES = st.text(
    st.characters(exclude_characters='"', exclude_categories=["Cs", "Cc", "Zl", "Zp", "Zs"]), min_size=1
)


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("accounts via account_id", Route("accounts", ("account_id",))),
        ("accounts via contact_id, account_id", Route("accounts", ("contact_id", "account_id"))),
        ("web visits via visit id", Route("web visits", ("visit id",))),
        ('"a via b" via "c, d", e', Route("a via b", ("c, d", "e"))),
        ("shop.accounts via a.b", Route("shop.accounts", ("a.b",))),
        ("  accounts   via   id  ", Route("accounts", ("id",))),
        ("account_id", None),
        ("viaduct", None),
        ("accounts via", None),
        ("via id", None),
        ("accounts via a,", None),
    ],
)
def test_a_path_is_a_table_and_its_keys(text: str, route: Route | None) -> None:
    assert parse_route(text) == route


@given(NAMES, st.lists(NAMES, min_size=1, max_size=4))
def test_quoted_names_come_back_as_they_were(table: str, keys: list[str]) -> None:
    quoted = ", ".join(f'"{key}"' for key in keys)
    assert parse_route(f'"{table}" via {quoted}') == Route(table, tuple(keys))
