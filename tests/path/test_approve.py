"""`gestand approve` alone tells what waits, until it does not."""

from collections.abc import Callable

import pytest
from tests.path.firm import Call, Firm


@pytest.fixture
def gestand(in_sqlite: Firm, call: Callable[[Firm], Call]) -> Call:
    return call(in_sqlite)


def test_without_a_digest_what_waits_is_listed_with_the_command(in_sqlite: Firm, gestand: Call) -> None:
    ran = gestand("approve")
    assert ran.code == 0, ran.said
    assert "40 retention/recipient-numbers · eerste keer: achterstand" in ran.said
    digest = gestand("plan", "--json").json()["digest"][:12]
    assert f"gestand approve {digest} --by NAME --reason WHY" in ran.said
    in_sqlite.approve(gestand)
    assert gestand("approve").out == "Er wacht niets op goedkeuring.\n"
