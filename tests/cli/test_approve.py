"""`gestand approve`: a name and a reason, and then the command that may do it."""

import shlex

import pytest
from tests.path.firm import DUE, FRESH, WAITING, Call, Firm, messages


@pytest.fixture
def digest(gestand: Call) -> str:
    """The plan of today, as it is shown."""
    return str(gestand("plan", "--json").json()["digest"][:12])


def test_an_approval_names_each_promise_with_its_rows(english: Call, digest: str) -> None:
    ran = english("approve", digest, "--by", "an officer", "--reason", "first sweep")
    assert ran.code == 0
    assert ran.out.startswith("Approved:\n")
    assert f"✓ {DUE}  retention/recipient-numbers" in ran.out
    assert "✓  4  retention/contact-details" in ran.out


def test_the_command_it_names_does_the_plan(company: Firm, gestand: Call, digest: str) -> None:
    ran = gestand("approve", digest, "--by", "an officer", "--reason", "first sweep")
    assert ran.out.startswith("Goedgekeurd:\n")
    last = ran.out.splitlines()[-1].strip()
    assert last == f"gestand keep --plan {digest} --at-most {WAITING}"
    assert gestand(*shlex.split(last)[1:]).code == 0
    assert company.rows(messages) == FRESH


@pytest.mark.parametrize(("by", "reason"), [(" ", "first sweep"), ("an officer", "")])
def test_without_a_name_or_a_reason_nothing_is_approved(
    by: str, reason: str, gestand: Call, digest: str
) -> None:
    ran = gestand("approve", digest, "--by", by, "--reason", reason)
    assert (ran.code, ran.out) == (3, "")
    assert "An approval needs a name and a reason: --by NAME --reason WHY." in ran.err
    assert gestand("keep").code == 1


@pytest.mark.parametrize("unknown", ["0" * 12, "1234", "no-plan"])
def test_a_plan_that_nobody_made_is_refused(unknown: str, gestand: Call, digest: str) -> None:
    ran = gestand("approve", unknown, "--by", "an officer", "--reason", "first sweep")
    assert (ran.code, ran.out) == (3, "")
    assert unknown in ran.err


def test_neither_name_nor_reason_reaches_the_log(gestand: Call, digest: str) -> None:
    gestand("approve", digest, "--by", "Officer Example", "--reason", "arrears of years")
    told = gestand("log", "--json").out
    assert '"kind": "approved"' in told
    assert "Example" not in told
    assert "years" not in told
