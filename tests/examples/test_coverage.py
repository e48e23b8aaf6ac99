"""The page of coverage is what the verbs do: a part that changes changes what they say, and the rest does not."""

import pytest
from docs import coverage

from gestand.statement.model import Statement
from gestand.statement.parse import parse_statement


@pytest.fixture(scope="module")
def gateway() -> Statement:
    return parse_statement(coverage.SAMPLES / "sms_gateway" / "statement.yaml")


def test_the_page_is_what_the_verbs_do_today() -> None:
    assert coverage.PAGE.read_text("utf-8") == coverage.page(), "run `make docs`"


def test_there_are_136_claims_and_each_has_a_place() -> None:
    listed = [claim for claims in coverage.claims().values() for claim in claims]
    assert len({claim.id for claim in listed}) == len(listed) == 136
    assert all(claim.declared and claim.calls_for for claim in listed)


def test_a_term_of_retention_is_kept_checked_rendered_and_exported() -> None:
    verbs = {one.claim.id: one.verbs for one in coverage.covered()["uptime-monitor"]}
    assert {"check", "keep", "render", "export"} <= set(verbs["UM03"])


def test_what_the_databases_hold_nothing_of_is_not_said_to_be_kept() -> None:
    verbs = {one.claim.id: one.verbs for one in coverage.covered()["sms-gateway"]}
    assert not {"check", "keep"} & set(verbs["SG15"])


@pytest.mark.parametrize(
    "path",
    [
        "controller/contact/email",
        "authority",
        "rights/named",
        "retention/invoices",
        "cookies/analytics/items/visitor",
        "effective",
    ],
)
def test_a_part_that_is_changed_is_another(path: str, gateway: Statement) -> None:
    steps = tuple(path.split("/"))
    other = coverage.changed(gateway, steps)
    assert other != gateway
    assert gateway == parse_statement(coverage.SAMPLES / "sms_gateway" / "statement.yaml")


def test_a_path_where_nothing_stands_is_told(gateway: Statement) -> None:
    with pytest.raises(KeyError):
        coverage.changed(gateway, ("retention", "carrier-pigeons"))
