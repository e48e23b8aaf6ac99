"""`gestand log`: what was seen and done, in words, in JSON, or as files for others."""

import json
import shlex

from tests.path.firm import DUE, Call, Firm


def test_an_entry_stands_on_one_line_with_its_number_and_moment(company: Firm, english: Call) -> None:
    company.approve(english)
    english("keep")
    english("check")
    lines = english("log").out.splitlines()
    assert [int(line.split()[0]) for line in lines] == list(range(len(lines)))
    assert any(
        f"done         retention/recipient-numbers · logically erased · erased {DUE}" in line
        for line in lines
    )
    assert any("checked      retention/recipient-numbers · kept, as far as checked" in line for line in lines)
    assert any("approved     retention/recipient-numbers" in line for line in lines)


def test_the_log_speaks_the_company_s_language(company: Firm, gestand: Call) -> None:
    company.approve(gestand)
    gestand("keep")
    said = gestand("log").out
    assert f"gedaan       retention/recipient-numbers · logisch gewist · gewist {DUE}" in said
    assert "van plan     retention/recipient-numbers · wissen · gepland 40 · handeling " in said


def test_counts_per_year_are_told_as_one_and_json_has_each(english: Call) -> None:
    english("check")
    (line,) = [one for one in english("log").out.splitlines() if "retention/invoices" in one]
    (told,) = [
        one
        for one in map(json.loads, english("log", "--json").out.splitlines())
        if "invoices" in one.get("promise", "")
    ]
    years = {name: rows for name, rows in told["counts"].items() if name.startswith("year ")}
    assert sum(years.values()) > 0
    assert f"years {min(years)[5:]} to {max(years)[5:]}: {sum(years.values())}" in line


def test_a_count_of_nothing_is_left_out_for_people_and_there_for_programs(
    company: Firm, gestand: Call
) -> None:
    company.approve(gestand)
    gestand("keep")
    gestand("check")
    told = [line.split("nagegaan")[1] for line in gestand("log", "--last", "4").out.splitlines()]
    assert not [line for line in told if " 0" in line]
    assert '"deviation": 0' in gestand("log", "--json", "--last", "4").out


def test_the_newest_entries_are_the_last_of_the_whole(gestand: Call) -> None:
    gestand("check")
    assert gestand("log", "--last", "2").out.splitlines() == gestand("log").out.splitlines()[-2:]
    assert gestand("log", "--last", "0").code == 3


def test_every_line_of_json_is_an_object_of_its_own(gestand: Call) -> None:
    gestand("check")
    told = [json.loads(line) for line in gestand("log", "--json").out.splitlines()]
    assert [one["number"] for one in told] == list(range(len(told)))
    assert {"statement", "checked"} == {one["kind"] for one in told}


def test_an_export_names_the_command_that_verifies_it(company: Firm, english: Call) -> None:
    english("check")
    ran = english("log", "--export", "to others")
    assert ran.out == "5 entries lie in to others. Verify: gestand verify 'to others'\n"
    command = ran.out.partition("Verify: gestand ")[2]
    assert english(*shlex.split(command)).code == 0


def test_an_export_is_told_in_dutch(gestand: Call) -> None:
    gestand("check")
    assert gestand("log", "--export", "export").out.startswith("5 regels staan in export. Nakijken:")
