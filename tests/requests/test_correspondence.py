"""Requests walked by command in a real company: every way out is written to her, and nothing ends in silence."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.requests.company import HER, Club, club, customers
from tests.requests.mailbox import Mailbox

from gestand.core.letter import Template
from gestand.core.request import Asker, Known, Request, Right, Way
from gestand.core.step import Asked, Closed, Did, Identified, Proof, Result
from gestand.wiring import Company
from gestand.wiring.schedule import Schedule

NOW = datetime.now(UTC)


@pytest.fixture
def sqlite(tmp_path: Path, mail: Mailbox) -> Iterator[Club]:
    """The company with both stores in SQLite."""
    shop, desk = (f"sqlite:///{tmp_path / name}.db" for name in ("shop", "desk"))
    with club(tmp_path / "club", shop, desk, mail.port) as made:
        yield made


@dataclass
class Running:
    """The company with its schedule, whose clock the test moves."""

    club: Club
    now: datetime = NOW
    schedule: Schedule = field(init=False)

    def __post_init__(self) -> None:
        self.company = Company(self.club.opened().settings, lambda: self.now)
        self.schedule = Schedule(self.company, self.company.postman)

    def after(self, **time: float) -> None:
        self.now += timedelta(**time)
        self.schedule.tick()

    def opened(self, right: Right, *, linked: bool = True) -> str:
        asker = Asker("Ann Smit", HER)
        asked = Request((right,), Way.FORM, self.now, self.now, "en", asker, (Known("email", HER),))
        case = self.company.casework.open(asked)
        if linked:
            self.company.casework.confirm(case.id, self.now)
        return case.id

    def letters(self, case: str) -> list[Template]:
        return [one.template for one in self.company.outbox.postings(case)]


def result(company: Company, case: str) -> Result | None:
    closed = company.cases.case(case).last(Closed)
    return closed.result if closed else None


def test_whoever_does_not_open_the_link_is_answered_before_the_term_ends(sqlite: Club, mail: Mailbox) -> None:
    here = Running(sqlite)
    case = here.opened(Right.ACCESS)
    here.after(days=20)
    assert result(here.company, case) is None
    here.after(days=7, hours=20)
    assert result(here.company, case) is Result.NOT_IDENTIFIED
    here.after(minutes=1)
    assert here.letters(case) == [Template.RECEIPT, Template.LINK, Template.NOT_IDENTIFIED]
    assert "We are not sure that it is you" in mail.to(HER)[-1]["Subject"]


def test_who_opened_the_link_was_mailed_none_or_was_asked_on_a_doubt_is_not_closed_by_the_clock(
    sqlite: Club,
) -> None:
    here = Running(sqlite)
    clicked, by_post, asked = (here.opened(right, linked=right is not Right.ERASURE) for right in
                               (Right.ACCESS, Right.ERASURE, Right.RESTRICTION))  # fmt: skip
    here.company.casework.confirmed(clicked, "email", here.now)
    here.company.correspondence.ask(asked, Asked(here.now, "desk", "two of this name", "what did you order?"))
    here.after(days=29)
    assert [result(here.company, one) for one in (clicked, by_post, asked)] == [None, None, None]


def test_while_an_objection_waits_the_rows_are_kept_out_of_use_by_themselves(sqlite: Club) -> None:
    file = sqlite.folder / "statement.yaml"
    contract, interest = "basis: Contract", "basis: {LegitimateInterest: {nl: verkopen, en: selling}}"
    assert contract in file.read_text("utf-8")
    file.write_text(file.read_text("utf-8").replace(contract, interest, 1), "utf-8")
    here = Running(sqlite)
    case = here.opened(Right.OBJECTION)
    here.after(minutes=1)
    assert blocked(sqlite) == []
    hers = (Known("email", HER, proven=True),)
    held = here.company.cases.case(case)
    here.company.casework.add(held, Identified(here.now, "desk", Proof.LINK, hers))
    here.after(minutes=1)
    assert blocked(sqlite) == [1]
    steps = len(here.company.cases.case(case).steps)
    here.after(minutes=1)
    here.after(hours=2)
    assert len(here.company.cases.case(case).steps) == steps
    assert [did.store for did in here.company.cases.case(case).all_of(Did)] == ["first", "second"]


def blocked(company: Club) -> list[int]:
    """Who is kept out of use, by number."""
    with company.shop.connect() as connection:
        rows = connection.execute(sa.text("SELECT id FROM customers WHERE blocked = 1"))
        return [row.id for row in rows]


def case_of(said: str) -> str:
    return re.search(r"\d{4}-\d{4}", said)[0]  # type: ignore[index]


def test_a_question_a_withdrawal_and_an_end_without_identity_are_written_by_command(
    sqlite: Club, mail: Mailbox
) -> None:
    who = ("--name", "Ann Smit", "--email", HER)
    first = case_of(sqlite.call("request", "add", "--right", "access", *who))
    second = case_of(sqlite.call("request", "add", "--right", "erasure", *who))
    why = ("--doubt", "two of this name", "--question", "what did you order last?")
    assert "question who asks" in sqlite.call("request", "ask", first, *why, "--by", "B. Desk")
    assert [one.id for one in sqlite.opened().cases.open_cases() if one.clocks.paused] == [first]
    sqlite.call("request", "close", first, "--because", "not identified", "--by", "B. Desk")
    sqlite.call("request", "close", second, "--because", "taken back", "--by", "B. Desk")
    sqlite.call("mail", "send")
    told = " ".join(one.get_content() for one in mail.to(HER))
    for said in (
        "What did you order last?",
        "We are not sure yet that it is you",
        "you take the request back",
    ):
        assert said in " ".join(told.split())
    assert [result(sqlite.opened(), one) for one in (first, second)] == [
        Result.NOT_IDENTIFIED,
        Result.WITHDRAWN,
    ]


def test_a_link_is_mailed_by_command_and_a_restriction_lifted_after_its_letter(
    sqlite: Club, mail: Mailbox
) -> None:
    case = case_of(sqlite.call("request", "add", "--right", "restriction", "--name", "Ann", "--email", HER))
    assert "letter 2: link to confirm" in sqlite.call("request", "link", case)
    sqlite.call("request", "identify", case, "--proof", "known facts", "--by", "B. Desk")
    sqlite.call("request", "decide", case, "--grant", "--by", "A. Decider")
    for store in ("paper", "first", "second"):
        sqlite.call("request", "found", case, store, "0", "0", "--by", "C")
    sqlite.call("request", "keep", case)
    held = [one.id for one in sqlite.opened().records.holds() if not one.ends]
    assert held == [f"case-{case}"]
    lift = ("request", "lift", case, "--reason", "it was settled", "--by", "A. Decider")
    assert "tells of it first" in sqlite.call(*lift)
    assert [one.ends for one in sqlite.opened().records.holds()] == [None]
    sqlite.call("mail", "send")
    assert "tells of it first" not in sqlite.call(*lift)
    assert [bool(one.ends) for one in sqlite.opened().records.holds()] == [True]
    assert "it was settled" in mail.to(HER)[-1].get_content()


def test_a_task_without_counts_is_said_to_be_done_and_one_with_counts_is_not(sqlite: Club) -> None:
    case = case_of(sqlite.call("request", "add", "--right", "restriction", "--name", "Ann", "--email", HER))
    sqlite.call("request", "identify", case, "--proof", "known facts", "--by", "B. Desk")
    sqlite.call("request", "decide", case, "--grant", "--by", "A. Decider")
    waits = sqlite.call("request", "keep", case)
    assert f"request done {case} first --by NAME" in waits
    assert f"request found {case} paper FOUND DONE --by NAME" in waits
    by = ("--by", "C. Desk")
    assert f"gestand request found {case} paper" in sqlite.run("request", "done", case, "paper", *by, code=3)
    assert "no task for `nobody`" in sqlite.run("request", "done", case, "nobody", *by, code=3)
    for store in ("first", "second"):
        sqlite.call("request", "done", case, store, *by)
    sqlite.call("request", "found", case, "paper", "0", "0", *by)
    sqlite.call("request", "keep", case)
    assert sqlite.opened().cases.case(case).closed


def test_a_restriction_whose_letter_came_back_waits_until_somebody_told_her(
    sqlite: Club, mail: Mailbox, tmp_path: Path
) -> None:
    case = case_of(sqlite.call("request", "add", "--right", "restriction", "--name", "Ann", "--email", HER))
    sqlite.call("request", "identify", case, "--proof", "known facts", "--by", "B. Desk")
    sqlite.call("request", "decide", case, "--grant", "--by", "A. Decider")
    for store in ("paper", "first", "second"):
        sqlite.call("request", "found", case, store, "0", "0", "--by", "C")
    sqlite.call("request", "keep", case)
    lift = ("request", "lift", case, "--reason", "it was settled", "--by", "A. Decider")
    sqlite.call(*lift)
    sqlite.call("mail", "send")
    letter = mail.to(HER)[-1]
    report = tmp_path / "bounce.eml"
    report.write_bytes(
        b"Content-Type: multipart/report; boundary=x\n\n--x\nContent-Type: message/rfc822\n\n"
        + bytes(letter)
        + b"\n--x--\n"
    )
    assert "bounced" in sqlite.call("mail", "bounced", str(report))
    number = str(sqlite.opened().outbox.postings()[0].number)
    said = " ".join(sqlite.call(*lift).split())
    assert f"Letter {number} came back: she does not know it yet (GDPR 18(3))" in said
    assert f"mail again {number}" in said
    assert f"mail told {number} --by NAME" in said
    assert [one.ends for one in sqlite.opened().records.holds()] == [None]

    assert "told in another way" in sqlite.call("mail", "told", number, "--by", "B. Desk")
    assert sqlite.opened().outbox.postings() == ()
    assert "told the person in another way (B. Desk)" in " ".join(sqlite.call(*lift).split())
    assert [bool(one.ends) for one in sqlite.opened().records.holds()] == [True]


def test_after_an_extension_the_list_tells_her_new_day_and_our_own_promise(sqlite: Club) -> None:
    case = case_of(sqlite.call("request", "add", "--right", "access", "--name", "Ann", "--email", HER))
    assert "our own promise" not in sqlite.call("request", "list")
    sqlite.call("request", "extend", case, "--reason", "many systems", "--by", "A. Decider")
    clocks = sqlite.opened().cases.open_cases()[0].clocks
    her, own = (
        f"{(one - timedelta(seconds=1)).astimezone(sqlite.opened().settings.zone):%Y-%m-%d}"
        for one in (clocks.limit, clocks.answer_by)
    )
    for said in (sqlite.call("request", "list"), sqlite.call("request", "show", case, "--by", "B")):
        assert f"to be answered {her}" in " ".join(said.split())
        assert f"our own promise {own} (28 days left)" in " ".join(said.split())
    assert json.loads(sqlite.call("request", "list", "--json"))[0]["extended"] is True


def test_a_plan_of_somebody_unknown_says_that_nothing_was_searched_and_what_comes_next(sqlite: Club) -> None:
    said = sqlite.call("request", "add", "--right", "erasure", "--name", "Ann", "--email", HER)
    case = case_of(said)
    assert f"gestand -C {sqlite.folder} request link {case} or" in said
    plan = sqlite.call("request", "plan", case)
    assert "Nothing was searched yet" in plan
    assert "request identify" in plan
    assert "keep" not in plan
    sqlite.call("request", "identify", case, "--proof", "known facts", "--by", "B")
    assert f"request decide {case}" in sqlite.call("request", "plan", case)
    sqlite.call("request", "decide", case, "--grant", "--by", "A")
    assert re.search(rf"request keep {case} --plan [0-9a-f]{{12}}", sqlite.call("request", "plan", case))
    assert f"request found {case} paper FOUND DONE" in sqlite.call("request", "keep", case)


def test_more_is_not_done_by_hand_than_was_found(sqlite: Club) -> None:
    case = case_of(sqlite.call("request", "add", "--right", "erasure", "--name", "Ann", "--email", HER))
    sqlite.call("request", "identify", case, "--proof", "known facts", "--by", "B")
    sqlite.call("request", "decide", case, "--grant", "--by", "A")
    said = sqlite.run("request", "found", case, "paper", "1", "2", "--by", "C", code=3)
    assert "No more can be done than was found: 1 found, 2 done." in said
    assert customers.name in sqlite.rows()


def refused(company: Club, *options: str) -> str:
    return company.run("request", "add", "--name", "Ann", *options, code=3)


def test_what_an_answer_cannot_do_without_is_asked_when_a_request_is_entered(sqlite: Club) -> None:
    access, mail, child = ("--right", "access"), ("--email", HER), ("--for", "parent")
    assert "--email, or --address for the post" in refused(sqlite, *access)
    assert "--email takes one mail address" in refused(sqlite, *access, "--email", f"{HER}, b@example.org")
    assert "A parent asks for somebody else: --authority" in refused(sqlite, *access, *mail, *child)
    on = ("--to", "Other B.V. <intake@other.example>")
    assert "--to goes with --right portability" in refused(sqlite, *access, *mail, *on)
    moved = ("--right", "portability", *mail, "--to", "Other B.V.")
    assert "--to takes the mail address" in refused(sqlite, *moved)
    assert "no open requests" in sqlite.call("request", "list")


def test_a_request_by_post_for_a_child_keeps_both_times_and_its_letters_can_be_printed(
    sqlite: Club, tmp_path: Path
) -> None:
    received = (NOW - timedelta(days=3)).date()
    said = sqlite.call(
        *("request", "add", "--right", "access", "--way", "post", "--received", f"{received}"),
        *("--name", "B. Smit", "--for", "parent", "--authority", "has parental authority (register seen)"),
        *("--address", "Straat 1\n1234 AB Dorp", "--known", f"email={HER}", "--language", "nl"),
    )
    case, folder = case_of(said), tmp_path / "letters"
    request = sqlite.opened().cases.case(case).request
    assert request.received.date() == received
    assert request.entered >= NOW
    assert f"received {received}" in said
    sqlite.call("request", "letters", case, "--to", str(folder), "--by", "B. Desk")
    (pdf,) = folder.glob("*.pdf")
    assert pdf.read_bytes().startswith(b"%PDF")
    (text,) = folder.glob("*.txt")
    assert "U schrijft ons als ouder van iemand anders." in " ".join(text.read_text("utf-8").split())
    assert folder.stat().st_mode & 0o077 == 0
    assert [view.by for view in sqlite.opened().cases.views(case)] == ["B. Desk"]
