"""The path, walked by command over each engine: from a promise in a statement to proof that it was kept."""

import json
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
import sqlalchemy as sa
from tests.path.firm import (
    DUE,
    FRESH,
    LEFT_CONTACTS,
    WAITING,
    Call,
    Firm,
    contacts,
    invoices,
    messages,
    visits,
)

KEYS = ("recipient-numbers", "contact-details", "invoices", "visits")
SENTENCE = "Telefoonnummer van de ontvanger bewaren wij tot 1 week nadat het bericht is verzonden."
HINT = "hint-identifier-without-index"


@pytest.fixture
def gestand(company: Firm, call: Callable[[Firm], Call]) -> Call:
    return call(company)


def test_the_path_from_a_promise_to_proof_that_it_was_kept(company: Firm, gestand: Call) -> None:
    assert SENTENCE in gestand("promises").said
    assert gestand("check").code == 1
    digest = gestand("plan", "--json").json()["digest"]
    refused = gestand("keep")
    assert refused.code == 1
    assert f"gestand approve {digest[:12]}" in refused.said
    assert company.rows(messages) == DUE + FRESH
    approved = gestand("approve", digest[:12], "--by", "an officer", "--reason", "the first sweep")
    assert approved.code == 0
    assert f"gestand keep --plan {digest[:12]} --at-most {WAITING}" in approved.said
    assert gestand("keep", "--plan", digest[:12], "--at-most", str(WAITING)).code == 0
    assert company.rows(messages) == FRESH
    assert company.rows(invoices) == 7
    assert company.rows(visits) == 2
    assert len(company.ask(sa.select(contacts.c.id).where(contacts.c.name.is_(None)))) == LEFT_CONTACTS
    after = gestand("check")
    assert after.code == 0, after.said
    assert gestand("plan", "--json").json()["rows"] == 0
    again = gestand("keep")
    assert again.code == 0
    assert "Er is niets gewijzigd." in again.said
    export = company.folder / "export"
    assert gestand("log", "--export", str(export)).code == 0
    earlier = company.folder / "earlier"
    earlier.write_text(gestand("checkpoint").out)
    assert gestand("check").code == 0
    assert gestand("log", "--export", str(export)).code == 0
    assert gestand("verify", str(export), "--since", str(earlier)).code == 0


@pytest.fixture
def here(in_sqlite: Firm, call: Callable[[Firm], Call]) -> Call:
    return call(in_sqlite)


def line_of(company: Firm, promise: str) -> int:
    """The line of the statement on which a promise stands, found by hand."""
    key = promise.partition("/")[2]
    lines = company.statement.read_text("utf-8").splitlines()
    return next(n for n, line in enumerate(lines, 1) if line.startswith(f"  {key}: {{data"))


def test_the_first_line_of_a_check_is_its_reach(in_sqlite: Firm, here: Call) -> None:
    assert here("check").first.startswith("Bereik · verbonden: portal, archive · niet bereikbaar: geen")
    assert here("check", "--lang", "en").first.startswith(
        "Reach · connected: portal, archive · not connected: none"
    )


def test_every_finding_quotes_the_sentence_and_its_line(in_sqlite: Firm, here: Call) -> None:
    told = here("check", "--json").json()
    assert told["exit"] == 1
    assert told["reach"]["connected"] == ["portal", "archive"]
    verdicts = [finding for finding in told["findings"] if finding["promise"]]
    assert {finding["promise"] for finding in verdicts} == {f"retention/{key}" for key in KEYS}
    for finding in verdicts:
        assert finding["place"]["file"] == "statement.yaml"
        assert finding["place"]["line"] == line_of(in_sqlite, finding["promise"])
        assert finding["verdict"] == "deviation"
        assert "te lang bewaard" in finding["what"]
    (numbers,) = [finding for finding in verdicts if finding["promise"] == "retention/recipient-numbers"]
    assert (numbers["sentence"], numbers["rows"]) == (SENTENCE, DUE)
    table = here("check")
    assert f"“{SENTENCE}” statement.yaml:{line_of(in_sqlite, 'retention/recipient-numbers')}" in table.said


def test_a_check_speaks_english_too(in_sqlite: Firm, here: Call) -> None:
    said = here("check", "--lang", "en").said
    assert "“We keep the phone number of the recipient until 1 week after the message was sent.”" in said
    assert f"kept too long: “phone number of the recipient” in {DUE} rows of messages (portal)" in said


def test_junit_fails_a_test_case_for_each_deviation(in_sqlite: Firm, here: Call) -> None:
    ran = here("check", "--junit")
    suite = ElementTree.fromstring(ran.out)
    assert ran.code == 1
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("5", "4", "0")
    assert [case.get("name") for case in suite.findall("testcase") if case.find("failure") is None] == [HINT]
    (numbers,) = suite.findall("testcase[@name='retention/recipient-numbers']")
    failure = numbers.find("failure")
    assert failure is not None
    told = f"{failure.get('message')} {failure.text}"
    assert SENTENCE in told
    assert f"statement.yaml:{line_of(in_sqlite, 'retention/recipient-numbers')}" in told


def test_sarif_points_at_the_line_of_the_promise(in_sqlite: Firm, here: Call) -> None:
    ran = here("check", "--sarif")
    (run,) = json.loads(ran.out)["runs"]
    assert ran.code == 1
    failing = [result for result in run["results"] if result["kind"] == "fail"]
    assert len(failing) == len(KEYS)
    for result in failing:
        assert result["level"] == "error"
        (where,) = [location["physicalLocation"] for location in result["locations"]]
        assert where["artifactLocation"]["uri"] == "statement.yaml"
        promise = result["message"]["text"].partition(":")[0]
        assert where["region"]["startLine"] == line_of(in_sqlite, promise)
    assert any(SENTENCE in result["message"]["text"] for result in failing)


def test_after_keeping_the_reports_say_kept(in_sqlite: Firm, here: Call) -> None:
    in_sqlite.approve(here)
    assert here("keep").code == 0
    told = here("check", "--json").json()
    assert told["exit"] == 0
    assert {finding["verdict"] for finding in told["findings"] if finding["promise"]} == {
        "kept, as far as checked"
    }
    suite = ElementTree.fromstring(here("check", "--junit").out)
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("5", "0", "0")
    (run,) = json.loads(here("check", "--sarif").out)["runs"]
    assert {result["kind"] for result in run["results"] if result["ruleId"] != HINT} == {"pass"}
