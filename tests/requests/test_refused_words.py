"""What the command line takes and refuses in a case: values from standard input, decisions, a plan that is stopped."""

import pytest
from tests.requests.company import HER, Club
from tests.requests.test_replay import erase

GRANT = ("--grant", "--by", "A. Decider")
REFUSE = ("--refuse", "--reason", "why", "--by", "A. Decider")


def opened(company: Club, *, typed: str = f"Ann Smit\n{HER}\n") -> str:
    """A case of which who asks was read from standard input."""
    asks = ("request", "add", "--right", "erasure", "--name", "-", "--email", "-")
    process = company.start(*asks, stdin=-1)
    said, trouble = process.communicate(typed, timeout=120)
    assert process.returncode == 0, trouble
    return said.split()[0]


def test_an_address_from_standard_input_is_an_identifier_as_one_that_was_typed(company: Club) -> None:
    case = opened(company)
    company.run("request", "identify", case, "--proof", "known facts", "--by", "B. Desk")
    company.run("request", "decide", case, *GRANT)
    assert "erase" in company.run("request", "plan", case)


@pytest.mark.parametrize(
    ("decides", "said"),
    [
        (
            (*REFUSE, "--ground", "GDPR 99(9)"),
            "GDPR 99(9) is no ground to refuse erasure. There is: GDPR 17(1)",
        ),
        ((*GRANT, "--data", "acount"), "the statement knows no `acount`. Did you mean `account`?"),
        ((*GRANT, "--right", "access"), "did not ask that, but erasure"),
    ],
)
def test_a_decision_that_nothing_can_rest_on_is_refused(
    decides: tuple[str, ...], said: str, company: Club
) -> None:
    case = opened(company)
    assert said in company.run("request", "decide", case, *decides, code=3)
    assert "decided" not in company.run("request", "show", case, "--by", "B. Desk")


def test_a_case_that_was_answered_takes_no_decision(company: Club) -> None:
    assert "Nothing is left to decide" in company.run("request", "decide", erase(company), *GRANT, code=3)


def test_a_plan_that_a_silent_store_stops_leads_on_to_nothing(company: Club) -> None:
    case = opened(company)
    company.run("request", "identify", case, "--proof", "known facts", "--by", "B. Desk")
    company.run("request", "decide", case, *GRANT)
    company.environment["HELP_URL"] = "postgresql://nobody@127.0.0.1:1/gone"
    said = company.run("request", "plan", case, code=3)
    assert "✗" in said
    assert "request keep" not in said
