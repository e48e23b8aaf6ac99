"""`gestand hold`: begin, list and end what must stay; by name and reason."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from tests.path.firm import DUE, FRESH, MARK, WAITING, Call, Firm, messages

TODAY = datetime.now(UTC).date()
REVIEW = str(TODAY + timedelta(days=60))
BEGIN = ("hold", "begin", "--reason", "a claim", "--by", "an officer", "--review", REVIEW)


def begun(ran: object) -> str:
    found = re.search(r"hold-[0-9a-f]{6}", str(ran))
    assert found
    return found[0]


def test_a_hold_says_what_stays_and_how_it_ends(english: Call) -> None:
    ran = english(*BEGIN, "--data", "recipient-number")
    assert ran.code == 0
    name = begun(ran.out)
    assert ran.first == f"{name} is in force. End it with: gestand hold end {name}"
    assert f"  messages (portal): {DUE + FRESH} rows stay" in ran.out
    assert len(ran.out.splitlines()) == 2, "only tables with these data"


def test_what_is_held_stays_and_falls_due_again_when_the_hold_ends(company: Firm, gestand: Call) -> None:
    name = begun(gestand(*BEGIN, "--data", "recipient-number").out)
    assert gestand("plan", "--json").json()["rows"] == WAITING - DUE
    assert gestand("hold", "end", name).out == f"{name} is beëindigd.\n"
    assert gestand("plan", "--json").json()["rows"] == WAITING
    assert company.rows(messages) == DUE + FRESH


def test_the_list_names_holds_with_their_reason_but_no_person(english: Call) -> None:
    assert english("hold").out == english("hold", "list").out == "No hold is in force.\n"
    name = begun(english(*BEGIN, "--data", "contact-details", "--person", f"email={MARK}0@example.org").out)
    line = english("hold").out.strip()
    assert line == f"{name} · contact-details · 1 person · approved by an officer, review {REVIEW}: a claim"
    assert MARK not in line


def test_a_hold_on_everything_says_so_in_dutch(gestand: Call) -> None:
    assert gestand("hold").out == "Er is geen bewaarbevel van kracht.\n"
    ends = str(TODAY + timedelta(days=30))
    name = begun(gestand(*BEGIN, "--ends", ends).out)
    assert gestand("hold", "list").said == (
        f"{name} · alle gegevens · iedereen · goedgekeurd door an officer, herzien op {REVIEW}, "
        f"eindigt {ends}: a claim"
    )


def test_json_has_every_hold_and_no_person(gestand: Call) -> None:
    assert gestand("hold", "list", "--json").json() == []
    name = begun(gestand(*BEGIN, "--person", f"email={MARK}0@example.org").out)
    ran = gestand("hold", "list", "--json")
    assert ran.json() == [
        {
            "id": name,
            "data": [],
            "persons": 1,
            "reason": "a claim",
            "by": "an officer",
            "begins": str(TODAY),
            "review": REVIEW,
            "ends": None,
        }
    ]
    assert MARK not in ran.out


def test_tables_in_which_a_person_cannot_be_told_are_named(english: Call) -> None:
    ran = english(*BEGIN, "--person", f"email={MARK}0@example.org")
    assert "contacts (portal): 1 row stay" in ran.said
    assert (
        "invoices (portal): not covered, for the data map knows no way to tell whose its rows are" in ran.said
    )


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--data", "recipient-numbr"), "Did you mean `recipient-number`?"),
        (("--data", "zzz"), "It knows: recipient-number, contact-details"),
        (("--person", "somebody"), "--person takes KIND=VALUE"),
        (("--review", str(TODAY)), "reviewed within six months"),
        (("--review", str(TODAY + timedelta(days=365))), "reviewed within six months"),
        (("--review", "soon"), "'soon' does not match the format"),
        (("--ends", str(TODAY - timedelta(days=1))), "A hold ends after today"),
        (("--by", " "), "--by is empty"),
        (("--reason", ""), "--reason is empty"),
    ],
)
def test_a_wrong_hold_is_refused_with_the_way_out(more: tuple[str, str], told: str, gestand: Call) -> None:
    ran = gestand(*BEGIN, *more)
    assert (ran.code, ran.out) == (3, "")
    assert told in ran.err
    assert gestand("hold", "list", "--json").json() == []


def test_a_hold_that_is_not_there_cannot_end(gestand: Call) -> None:
    ran = gestand("hold", "end", "hold-000000")
    assert (ran.code, ran.out) == (3, "")
    assert "hold-000000" in ran.err
