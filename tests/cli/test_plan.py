"""`gestand plan`: what keeping takes, with its amounts below each other, and the commands that do it."""

import re

from tests.path.firm import DUE, WAITING, Call, Firm, messages


def test_the_amounts_stand_below_each_other(gestand: Call) -> None:
    lines = gestand("plan").out.splitlines()
    ends = {len(found[0]) for line in lines if (found := re.match(r" +\d[\d.]*(?=  \S)", line))}
    assert len(ends) == 1


def test_a_plan_says_what_where_and_how_many(english: Call) -> None:
    ran = english("plan")
    assert ran.code == 0
    assert re.match(rf"Plan [0-9a-f]{{12}} · {WAITING} rows\n", ran.out)
    assert f"{DUE}  erase from messages (portal)" in ran.out
    assert "4  make unusable in contacts (portal): name, email" in ran.out
    assert f"Waits for an approval:\n  {DUE}  retention/recipient-numbers · first sweep: arrears" in ran.out


def test_a_plan_in_dutch_says_the_same(gestand: Call) -> None:
    out = gestand("plan").out
    assert f"{DUE}  wissen uit messages (portal)" in out
    assert "Wacht op goedkeuring:" in out


def test_a_plan_changes_nothing_and_json_says_the_same(company: Firm, gestand: Call) -> None:
    before = company.rows(messages)
    told = gestand("plan", "--json").json()
    assert told["rows"] == WAITING == sum(action["rows"] for action in told["actions"])
    assert [waiting["why"] for waiting in told["waiting"]] == ["first sweep"] * 4
    assert told["digest"][:12] in gestand("plan").out
    assert company.rows(messages) == before


def test_when_all_is_kept_there_is_nothing_to_do(company: Firm, english: Call) -> None:
    company.approve(english)
    assert english("keep").code == 0
    out = english("plan").out
    assert "Nothing to do: all is within its term today." in out
    assert "gestand keep" not in out


def test_a_larger_plan_than_allowed_names_the_number_to_allow(company: Firm, gestand: Call) -> None:
    assert "--at-most" not in gestand("plan").out
    settings = company.settings.read_text("utf-8")
    company.settings.write_text(settings.replace('"at most" = 10000', '"at most" = 10'), "utf-8")
    assert f"--at-most {WAITING}" in gestand("plan").out
