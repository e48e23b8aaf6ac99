"""What `gestand request plan` says of what stays."""

import json
from datetime import datetime

from tests.wiring.requests import AMSTERDAM, NOW, request

from gestand.cli.request.showing import plan_lines, plan_told
from gestand.core.case import Case
from gestand.core.caseplan import CasePlan
from gestand.core.request import Right
from gestand.core.schema import TableName
from gestand.core.step import Amount, Decided, Decision, Identified, Proof, Trail

FIRST, LAST = (datetime(year, 1, 1, tzinfo=AMSTERDAM) for year in (2028, 2033))
KEPT = Amount("shop", TableName("invoices"), "invoice", 6, 6, LAST, first_until=FIRST)
PLAN = CasePlan("2026-0001", "d" * 64, NOW, Trail(), (KEPT,))


def case(*rights: Right) -> Case:
    """One of somebody who is known, in which erasure was granted."""
    granted = Decided(NOW, "A decider", (Decision(Right.ERASURE, True),))
    return Case("2026-0001", request("A", *rights), (Identified(NOW, "B", Proof.DESK, ()), granted))


def test_only_a_plan_in_which_all_is_decided_says_that_there_is_nothing_to_do() -> None:
    for rights, nothing, then in (
        ((Right.ERASURE,), True, "request keep"),
        ((Right.ERASURE, Right.ACCESS), False, "request decide"),
    ):
        said = " ".join(" ".join(plan_lines(PLAN, case(*rights), "en")).split())
        assert ("Nothing is to be done" in said) is nothing
        assert then in said


def test_a_plan_tells_until_when_the_oldest_stays_and_until_when_the_newest() -> None:
    for language, said in (
        ("en", "of which 6 stay, the oldest until 2028-01-01, the newest until 2033-01-01"),
        ("nl", "waarvan 6 blijven, het oudste tot 2028-01-01, het nieuwste tot 2033-01-01"),
    ):
        lines = plan_lines(PLAN, case(Right.ERASURE), language)  # type: ignore[arg-type]
        assert said in " ".join(" ".join(lines).split())
    (found,) = json.loads(json.dumps(plan_told(PLAN)))["found"]
    assert (found["first_until"], found["until"]) == (FIRST.isoformat(), LAST.isoformat())
