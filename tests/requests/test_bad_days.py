"""What goes wrong on an ordinary day: a store away, the same request twice, two officers at once, rows that move."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.requests.company import HER, PHONE, Club, customers, orders
from tests.requests.mailbox import Mailbox

from gestand.core.entry import Kind
from gestand.core.errors import CaseChanged
from gestand.core.request import Asker, Known, Request, Right, Way
from gestand.core.step import Decided, Decision, Wrote
from gestand.duties import requests

NOWHERE = "postgresql://postgres@127.0.0.1:1/nowhere"
ADD = ("request", "add", "--right", "erasure", "--name", "Ann Smit", "--email", HER)


def ready(company: Club) -> str:
    """A case of erasure of which everything is decided; its number."""
    case = company.call(*ADD).split()[0]
    company.call("request", "identify", case, "--proof", "mailed link", "--by", "An officer")
    company.call("request", "decide", case, "--grant", "--by", "An officer")
    company.call("request", "found", case, "paper", "0", "0", "--by", "An officer")
    return case


def shown_plan(company: Club, case: str) -> str:
    """The digest at the end of what `request plan` prints."""
    return company.call("request", "plan", case).split()[-1]


def test_while_a_store_is_away_for_a_day_a_case_waits_whole(company: Club) -> None:
    case, before, there = ready(company), company.rows(), company.environment["HELP_URL"]
    company.environment["HELP_URL"] = NOWHERE
    said = company.run("request", "keep", case, code=3)
    assert "second" in said
    assert "Nothing was touched" in said
    assert company.rows() == before
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    found = company.opened(tomorrow).check().findings
    told = {finding.code: finding.what.en for finding in found}
    assert case in told["request-due-soon"]
    assert any("second" in what and "answer" in what for what in told.values()), told
    company.environment["HELP_URL"] = there
    kept = company.opened(tomorrow).casework.keep(case, lambda: tomorrow)
    assert kept.case.closed
    assert not [row for row in company.rows()["tickets"] if str(row[1]).lower() == HER]


def test_the_same_request_twice_is_one_case_with_one_receipt(company: Club, mail: Mailbox) -> None:
    first, second = company.call(*ADD).split()[0], company.call(*ADD).split()[0]
    company.call("mail", "send")
    assert first == second
    assert company.opened().cases.how_many() == 1
    assert len(mail.to(HER)) == 1


def test_of_officers_who_keep_at_once_one_answers_and_the_others_are_told(
    company: Club, mail: Mailbox
) -> None:
    case = ready(company)
    officers = [company.start("request", "keep", case) for _ in range(3)]
    said = [" ".join(" ".join(one.communicate(timeout=120)).split()) for one in officers]
    assert sorted(one.returncode for one in officers) == [0, 3, 3], said
    for one, words in zip(officers, said, strict=True):
        if one.returncode:
            assert "somebody else went on with it" in words or "Nothing is left to do" in words
    opened = company.opened()
    assert [entry.word for entry in opened.log.entries()].count("closed") == 1
    assert [one.letter for one in opened.cases.case(case).all_of(Wrote)].count("answer") == 1
    assert not opened.records.unfinished()
    company.call("mail", "send")
    assert len([one for one in mail.to(HER) if "answer" in str(one["Subject"])]) == 1
    assert not [row for row in company.rows()["orders"] if row[1] == 1]
    assert len(company.rows()["orders"]) == 2


def test_of_officers_who_approve_the_same_plan_at_once_one_does(company: Club) -> None:
    digest = company.opened().plan().digest[:12]
    told = ("--reason", "the first sweep")
    officers = [company.start("approve", digest, "--by", f"Officer {one}", *told) for one in range(3)]
    said = [" ".join(" ".join(one.communicate(timeout=120)).split()) for one in officers]
    assert sorted(one.returncode for one in officers) == [0, 3, 3], said
    approved = [entry for entry in company.opened().log.entries() if entry.kind is Kind.APPROVED]
    assert len(approved) == 1
    sweepers = [company.start("keep", "--plan", digest) for _ in range(2)]
    said = [" ".join(" ".join(one.communicate(timeout=120)).split()) for one in sweepers]
    assert 0 in {one.returncode for one in sweepers}, said
    done = [dict(entry.counts) for entry in company.opened().log.entries() if entry.kind is Kind.DONE]
    assert sum(one.get("erased", 0) for one in done) == 4
    assert not company.opened().records.unfinished()


def test_of_two_who_decide_on_what_both_looked_at_the_second_is_told(company: Club) -> None:
    case = company.call(*ADD).split()[0]
    casework, now = company.opened().casework, datetime.now(UTC)
    looked_at = casework.cases.case(case)
    casework.add(looked_at, Decided(now, "First", (Decision(Right.ERASURE, True),)))
    with pytest.raises(CaseChanged, match="somebody else went on with it"):
        casework.add(looked_at, Decided(now, "Second", (Decision(Right.ERASURE, False),)))
    assert [step.by for step in casework.cases.case(case).all_of(Decided)] == ["First"]


def test_a_new_row_of_hers_stops_the_plan_that_was_shown_and_is_in_the_next(
    company: Club, mail: Mailbox
) -> None:
    case = ready(company)
    digest = shown_plan(company, case)
    company.do(orders.insert().values(id=9, customer_id=1, article="pen"))
    before = company.rows()
    assert "have changed" in company.run("request", "keep", case, "--plan", digest, code=3)
    assert company.rows() == before
    company.call("request", "keep", case)
    company.call("mail", "send")
    assert not [row for row in company.rows()["orders"] if row[1] == 1]
    assert "Orders: erased (4 rows)" in mail.to(HER)[-1].get_content()


def test_a_row_that_moved_to_somebody_else_stays(company: Club, mail: Mailbox) -> None:
    case = ready(company)
    digest = shown_plan(company, case)
    company.do(orders.update().where(orders.c.id == 1).values(customer_id=2))
    assert "have changed" in company.run("request", "keep", case, "--plan", digest, code=3)
    company.call("request", "keep", case)
    company.call("mail", "send")
    assert [row[0] for row in company.rows()["orders"]] == [1, 4, 5]
    assert "Orders: erased (2 rows)" in mail.to(HER)[-1].get_content()


@pytest.mark.parametrize("with_a_plan", [True, False], ids=["with a plan", "without"])
def test_her_number_in_the_row_of_another_stops_the_case_until_a_person_has_looked(
    company: Club, with_a_plan: bool
) -> None:
    case = ready(company)
    plan = ("--plan", shown_plan(company, case)) if with_a_plan else ()
    company.do(customers.update().where(customers.c.id == 2).values(phone=PHONE))
    before = company.rows()
    said = company.run("request", "keep", case, *plan, code=3)
    assert "Nothing was touched" in said
    assert company.rows() == before


@pytest.mark.parametrize(
    ("received", "over"),
    [
        ("2026-03-29T01:30:00+01:00", "2026-04-30T00:00:00+02:00"),
        ("2026-03-29T03:30:00+02:00", "2026-04-30T00:00:00+02:00"),
        ("2026-10-25T01:30:00+02:00", "2026-11-26T00:00:00+01:00"),
        ("2026-10-25T02:30:00+02:00", "2026-11-26T00:00:00+01:00"),
        ("2026-10-25T02:30:00+01:00", "2026-11-26T00:00:00+01:00"),
    ],
)
def test_a_clock_that_begins_while_the_hour_changes_ends_at_the_same_midnight(
    company: Club, received: str, over: str
) -> None:
    at, end = datetime.fromisoformat(received), datetime.fromisoformat(over)
    asked = Request((Right.ACCESS,), Way.POST, at, at, "en", Asker("Ann", HER), (Known("email", HER),))
    opened = company.opened(at)
    opened.casework.open(asked)
    (line,) = opened.cases.open_cases()
    assert line.clocks.limit == end
    assert line.clocks.answer_by == at.replace(hour=0, minute=0, tzinfo=opened.settings.zone) + timedelta(29)
    late = company.opened(end).cases.counts(end, end + requests.SOON)
    before = company.opened(end).cases.counts(end - timedelta(seconds=1), end + requests.SOON)
    assert [one.urgency.value for one in late] == ["past the law"]
    assert [one.urgency.value for one in before] == ["late"]
