"""What a check tells besides: a database that has changed, neglect, and rows gone that a law demanded."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from tests.path.firm import WAITING, Call, Firm, invoices

from gestand.core.action import Mode
from gestand.core.entry import Entry, Kind
from gestand.core.told import Approve
from gestand.guard import Allowed
from gestand.wiring import open_company

ADDED = "ALTER TABLE contacts ADD COLUMN phone varchar(20)"


@pytest.fixture
def gestand(company: Firm, call: Callable[[Firm], Call]) -> Call:
    return call(company)


def findings(gestand: Call, code: str, language: str = "nl") -> list[dict[str, Any]]:
    told = gestand("check", "--json", "--lang", language).json()["findings"]
    return [finding for finding in told if finding["code"] == code]


def test_a_database_that_has_changed_is_told_until_it_is_accepted(company: Firm, gestand: Call) -> None:
    company.approve(gestand)
    assert gestand("keep").code == 0
    assert gestand("drift").code == 0
    company.do(sa.text(ADDED))
    (found,) = findings(gestand, "drift")
    assert "contacts" in found["what"]
    assert "phone" in found["what"]
    assert "`gestand drift --accept --by NAAM --reason WAAROM`" in found["what"]
    told = gestand("drift")
    assert told.code == 1
    assert "phone" in told.said
    assert "takes a name and a reason" in gestand("drift", "--accept").said
    assert gestand("drift").code == 1
    accepted = gestand("drift", "--accept", "--by", "an officer", "--reason", "no personal data in it")
    assert accepted.code == 0
    (entry,) = [entry for entry in company.log(gestand) if entry["kind"] == "accepted"]
    assert entry["counts"] == {"stores": 2}
    assert company.written()["snapshots"]
    assert gestand("drift").code == 0
    assert findings(gestand, "drift") == []
    company.do(sa.text("ALTER TABLE contacts DROP COLUMN phone"))


def test_a_column_of_the_map_that_is_gone_ends_in_a_clear_error(
    in_sqlite: Firm, call: Callable[[Firm], Call]
) -> None:
    gestand = call(in_sqlite)
    in_sqlite.approve(gestand)
    assert gestand("keep").code == 0
    in_sqlite.do(sa.text("ALTER TABLE contacts DROP COLUMN name"))
    before = in_sqlite.rows(invoices)
    for command, code in (("check", 2), ("plan", 0), ("keep", 2), ("drift", 1)):
        ran = gestand(command)
        assert ran.code == code, (command, ran.said)
        assert "datamap.yaml:16:16: table `contacts` has no column `name`" in ran.said
    assert in_sqlite.rows(invoices) == before


def test_a_keep_of_long_ago_is_told(in_sqlite: Firm, call: Callable[[Firm], Call]) -> None:
    gestand, then = call(in_sqlite), datetime.now(UTC) - timedelta(days=3)
    past = open_company(in_sqlite.folder, lambda: then)
    past.tell(Approve(past.plan().digest, "an officer", "the first sweep"))
    past.keep(Allowed(WAITING), Mode.POLITE)
    past.check()
    (found,) = findings(gestand, "no-keep-lately")
    assert f"`gestand keep` liep voor het laatst op {then:%Y-%m-%d %H:%M} UTC" in found["what"]


def test_that_nothing_was_ever_kept_is_told(in_sqlite: Firm, call: Callable[[Firm], Call]) -> None:
    gestand, then = call(in_sqlite), datetime.now(UTC) - timedelta(days=3)
    open_company(in_sqlite.folder, lambda: then).check()
    (found,) = findings(gestand, "no-keep-lately", "en")
    assert found["what"].startswith(
        f"`gestand keep` has never run to its end since {then:%Y-%m-%d %H:%M} UTC"
    )


def test_one_promise_that_was_swept_says_nothing_of_the_others(
    in_sqlite: Firm, call: Callable[[Firm], Call]
) -> None:
    gestand, then = call(in_sqlite), datetime.now(UTC) - timedelta(days=9)
    past, digest = open_company(in_sqlite.folder, lambda: then), "a" * 64
    past.records.write(Entry(Kind.DONE, then, statement=past.statement.digest))
    swept = Entry(Kind.DONE, then + timedelta(days=8, hours=23), "retention/contact-details", action=digest)
    past.records.write(swept)
    (found,) = findings(gestand, "no-keep-lately")
    assert found["promise"] == "retention/recipient-numbers"


def test_a_check_of_long_ago_is_told(in_sqlite: Firm, call: Callable[[Firm], Call]) -> None:
    gestand, then = call(in_sqlite), datetime.now(UTC) - timedelta(days=3)
    open_company(in_sqlite.folder, lambda: then).check()
    (found,) = findings(gestand, "no-check-lately", "en")
    assert f"`gestand check` last ran on {then:%Y-%m-%d %H:%M} UTC" in found["what"]


def test_an_invoice_that_goes_too_early_is_a_deviation(company: Firm, gestand: Call) -> None:
    company.approve(gestand)
    assert gestand("keep").code == 0
    assert gestand("check").code == 0
    year = datetime.now(UTC).year - 2
    victim = company.ask(sa.select(sa.func.max(invoices.c.id)))[0]
    company.do(sa.delete(invoices).where(invoices.c.id == victim))
    ran = gestand("check", "--json")
    assert ran.code == 1
    (found,) = [finding for finding in ran.json()["findings"] if finding["code"] == "gone-too-early"]
    assert found["promise"] == "retention/invoices"
    assert found["place"]["line"] == 36
    assert found["what"].startswith(f"te vroeg weg: 1 rij uit {year} minder dan een eerdere controle telde")
    assert "artikel 52" in found["what"]
    assert "Zet ze terug uit een back-up" in found["what"]


def test_what_is_kept_too_long_is_never_explained_away(in_sqlite: Firm, call: Callable[[Firm], Call]) -> None:
    gestand = call(in_sqlite)
    assert gestand("check").code == 1
    told = ("--cause", "no time", "--repaired", "2026-03-09", "--by", "an officer")
    ran = gestand("account", "retention/recipient-numbers", *told)
    assert ran.code == 3
    assert "never explained away" in ran.said
    assert "Did you mean `retention/invoices`?" in gestand("account", "retention/invoice", *told).said
    assert (
        "--repaired until"
        in gestand("account", "retention/invoices", *told[:3], "2999-01-01", *told[4:]).said
    )
