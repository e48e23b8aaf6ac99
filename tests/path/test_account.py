"""A person accounts for rows that went too early: explained from then on, and the norm is what is there."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import groupby

import sqlalchemy as sa
from tests.path.firm import Call, Firm, invoices


def test_rows_that_went_too_early_can_be_accounted_for_by_name(
    in_sqlite: Firm, call: Callable[[Firm], Call]
) -> None:
    gestand = call(in_sqlite)
    in_sqlite.approve(gestand)
    assert gestand("keep").code == 0
    assert gestand("check").code == 0
    victim = in_sqlite.ask(sa.select(sa.func.max(invoices.c.id)))[0]
    in_sqlite.do(sa.delete(invoices).where(invoices.c.id == victim))
    assert gestand("check").code == 1
    told = ("--cause", "a script of 3 March", "--repaired", "2026-03-09", "--by", "an officer")
    assert gestand("account", "retention/invoices", *told).code == 0
    ran = gestand("check", "--json", "--lang", "en")
    assert ran.code == 0, ran.said
    (found,) = [finding for finding in ran.json()["findings"] if finding["code"] == "accounted-for"]
    assert (found["verdict"], found["rows"], found["place"]["line"]) == ("explained", 1, 36)
    assert found["what"].endswith("(cause, repaired on, by): a script of 3 March · 2026-03-09 · an officer")
    promises = [finding["promise"] for finding in ran.json()["findings"]]
    assert len([promise for promise, _ in groupby(promises)]) == len(set(promises)), (
        "each promise stands once"
    )
    (entry,) = [entry for entry in in_sqlite.log(gestand) if entry["kind"] == "accounted for"]
    year = datetime.now(UTC).year - 2
    assert entry["counts"]["gone too early"] == 1
    assert entry["counts"][f"year {year}"] == 6
    assert "officer" not in json.dumps(in_sqlite.log(gestand))
    again = in_sqlite.ask(sa.select(sa.func.max(invoices.c.id)))[0]
    in_sqlite.do(sa.delete(invoices).where(invoices.c.id == again))
    assert gestand("check").code == 1
