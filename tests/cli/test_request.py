"""`gestand request`: who ended a case, what is no restriction, and when it was, as an officer reads it."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from tests.requests.company import HER, Club, club

WHO = ("--name", "Ann Smit", "--email", HER)
NONE = "no restriction was granted"
LIFT = ("--reason", "it was settled", "--by", "A. Decider")


@pytest.fixture(params=["nl", "en"])
def here(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Club]:
    """The company with both stores in SQLite, whose people read Dutch, or English."""
    shop, desk = (f"sqlite:///{tmp_path / name}.db" for name in ("shop", "desk"))
    with club(tmp_path / "club", shop, desk) as made:
        toml = made.folder / "gestand.toml"
        written = re.sub('language = ".."', f'language = "{request.param}"', toml.read_text("utf-8"))
        assert request.param in written
        toml.write_text(written, "utf-8")
        yield made


def case_of(company: Club, right: str) -> str:
    found = re.search(r"\d{4}-\d{4}", company.call("request", "add", "--right", right, *WHO))
    assert found
    return found[0]


def identified(company: Club, right: str) -> str:
    case = case_of(company, right)
    company.call("request", "identify", case, "--proof", "known facts", "--by", "B. Desk")
    return case


def in_one_line(said: str) -> str:
    return " ".join(said.split())


def test_a_case_is_ended_by_somebody_whose_name_stays_with_it(here: Club) -> None:
    for because, ended in (
        ("not identified", "(niet vastgesteld|not shown)"),
        ("taken back", "ing?e?trokken|taken"),
    ):
        case = case_of(here, "access")
        assert "--by" in here.run("request", "close", case, "--because", because, code=3)
        assert here.opened().cases.case(case).closed is None
        said = here.call("request", "close", case, "--because", because, "--by", "B. Desk")
        assert re.search(rf"(afgesloten|closed): .*{ended}.*\(B\. Desk\)", in_one_line(said)), said
    assert "B. Desk" not in here.call("log", "--json")


def test_nobody_ends_a_case(here: Club) -> None:
    case = case_of(here, "access")
    assert "Somebody did this" in here.run(
        "request", "close", case, "--because", "taken back", "--by", " ", code=3
    )
    assert here.opened().cases.case(case).closed is None


@pytest.mark.parametrize(
    ("right", "decided", "why"),
    [
        ("access", ("--grant",), NONE),
        ("restriction", (), NONE),
        ("restriction", ("--refuse", "--ground", "GDPR 18(1)", "--reason", "none applies"), NONE),
        ("restriction", ("--grant",), "nothing is kept out of use yet: `gestand request keep"),
        ("objection", (), "ends once it is decided on: `gestand request decide"),
    ],
)  # fmt: skip
def test_what_was_never_restricted_is_not_lifted_and_nobody_is_written_to(
    here: Club, right: str, decided: tuple[str, ...], why: str
) -> None:
    case = identified(here, right)
    if decided:
        here.call("request", "decide", case, *decided, "--by", "A. Decider")
    if right == "objection":
        here.opened().casework.meanwhile(case, here.opened().clock)
    before, letters = here.opened().cases.case(case), here.opened().outbox.postings(case)
    said = here.run("request", "lift", case, *LIFT, code=3)
    assert why in said, said
    assert "Nothing was changed, and nobody was written to" in said
    assert here.opened().cases.case(case) == before
    assert here.opened().outbox.postings(case) == letters


def test_the_log_and_a_case_tell_the_same_moment_alike_with_how_far_it_is_from_utc(here: Club) -> None:
    case = identified(here, "access")
    moment = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[+-]\d\d:\d\d"
    shown = re.findall(moment, here.call("request", "show", case, "--by", "B. Desk"))
    logged = re.findall(moment, here.call("log"))
    steps = [step.at.replace(microsecond=0) for step in here.opened().cases.case(case).steps]
    assert [datetime.fromisoformat(one) for one in shown] == steps
    assert set(shown) <= set(logged)
    offset = datetime.fromisoformat(shown[0]).utcoffset()
    assert offset == steps[0].astimezone(here.opened().settings.zone).utcoffset()
    assert offset


@pytest.mark.parametrize("command", [("request", "add", "--right", "access", *WHO), ("serve",)])
def test_a_recipient_that_the_statement_does_not_have_is_told_before_anything_begins(
    here: Club, command: tuple[str, ...]
) -> None:
    toml = here.folder / "gestand.toml"
    lines = toml.read_text("utf-8").splitlines()
    toml.write_text("\n".join([*lines, "[recipients]", 'printer = "office@printer.example"\n']), "utf-8")
    said = here.run(*command, code=3)
    assert f"gestand.toml:{len(lines) + 2}:1: `printer` is not a recipient of the statement" in said
    assert "office@printer.example" not in said
    assert "open" in here.call("request", "list")


def test_what_has_nothing_to_do_with_recipients_goes_on_while_one_is_misspelt(here: Club) -> None:
    toml = here.folder / "gestand.toml"
    toml.write_text(toml.read_text("utf-8") + '[recipients]\nprinter = "office@printer.example"\n', "utf-8")
    here.call("keep", "--quiet")
