"""`gestand check`: the reach first, then each promise, and a line that sums up."""

import pytest
import sqlalchemy as sa
from tests.path.firm import DUE, LEFT_CONTACTS, Call, Firm


def kept(company: Firm, gestand: Call) -> None:
    company.approve(gestand)
    assert gestand("keep").code == 0


def test_a_deviation_ends_in_1_and_the_last_line_says_where_to_go(english: Call) -> None:
    ran = english("check")
    assert ran.code == 1
    assert ran.out.splitlines()[-1] == "4 promises: 4 deviations. `gestand plan` shows what to do."


def test_kept_promises_end_in_0_and_there_is_nowhere_to_go(company: Firm, english: Call) -> None:
    kept(company, english)
    ran = english("check")
    assert ran.code == 0
    assert ran.out.splitlines()[-1] == "4 promises: 4 kept, as far as checked."


def test_a_store_that_is_away_ends_in_2_and_is_counted_apart(
    company: Firm, english: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(company, english)
    monkeypatch.setenv("ARCHIVE_URL", f"sqlite:///{company.folder}/gone/archive.db")
    ran = english("check")
    assert ran.code == 2
    assert "archive could not be reached, so of “data on visits” there nothing can be told." in ran.said
    assert ran.out.splitlines()[-1] == "4 promises: 1 cannot be told; 3 kept, as far as checked."


def test_a_folder_without_a_company_ends_in_3(company: Firm, run: Call) -> None:
    ran = run("-C", str(company.folder.parent / "nobody"), "check")
    assert (ran.code, ran.out) == (3, "")
    assert "`gestand init` writes a starter" in ran.err


def test_every_finding_names_the_data_as_the_statement_does_and_the_place(english: Call) -> None:
    said = english("check").said
    assert f"kept too long: “phone number of the recipient” in {DUE} rows of messages (portal)" in said
    assert f"kept too long: “name and e-mail address” in {LEFT_CONTACTS} rows of contacts (portal)" in said


@pytest.mark.parametrize("command", ["check", "map PORTAL_URL"])
def test_a_name_in_a_database_moves_no_cursor_and_imitates_no_line(
    company: Firm, english: Call, command: str
) -> None:
    name = sa.quoted_name("klant\x1b]0;x\x07\n✓ kept\u202e", quote=True)
    sa.Table(name, sa.MetaData(), sa.Column("phone", sa.String(20))).create(company.engine)

    ran = english(*command.split())

    assert "klant\\x1b]0;x\\x07\\n✓ kept\\u202e" in ran.said
    assert {"\x1b", "\x07", "\u202e"}.isdisjoint(ran.out + ran.err)


def test_the_way_out_is_said_once(gestand: Call) -> None:
    said = gestand("check").said
    assert said.count("gestand plan") == 1
    assert "gestand keep" not in said


def test_dutch_is_spoken_to_a_company_that_speaks_it(gestand: Call) -> None:
    last = gestand("check").out.splitlines()[-1]
    assert last == "4 beloften: 4 afwijkingen. `gestand plan` laat zien wat er te doen is."


def test_a_promise_s_name_and_sentence_stand_once_above_its_findings(gestand: Call) -> None:
    lines = gestand("check").out.splitlines()
    at = lines.index("retention/recipient-numbers")
    assert lines[at - 1] == ""
    assert lines[at + 1].startswith("  “Telefoonnummer van de ontvanger bewaren wij tot 1 week")
    assert lines[at + 2].startswith("  ✗ afwijking · te lang bewaard") or lines[at + 3].startswith("  ✗ afw")
    assert lines.count("retention/recipient-numbers") == 1
