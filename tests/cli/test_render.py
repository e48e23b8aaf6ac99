"""`gestand render`: the statement as people read it, today's or of an earlier day."""

import csv
import io
from html import unescape
from pathlib import Path

import pytest
from tests.path.firm import Call, Firm


def newer(company: Firm, effective: str) -> None:
    """The company's statement, a version further: stricter, and in force from that day."""
    text = company.statement.read_text("utf-8")
    line = next(one for one in text.splitlines() if one.startswith("effective:"))
    version = next(one for one in text.splitlines() if one.startswith("version:"))
    text = text.replace(line, f"effective: {effective}").replace(version, "version: 99")
    company.statement.write_text(text.replace("1 week after", "3 days after"), "utf-8")


def test_the_page_comes_in_the_language_of_the_statement(gestand: Call) -> None:
    ran = gestand("render")

    assert ran.code == 0
    assert ran.out.startswith('<!doctype html>\n<html lang="nl">')


@pytest.mark.parametrize(
    ("form", "begin"),
    [
        ("fragment", '<article class="gestand" lang="en">'),
        ("markdown", "# "),
        ("annex", "<!doctype"),
        ("annex-markdown", "# "),
    ],
)
def test_every_form_has_its_beginning(gestand: Call, form: str, begin: str) -> None:
    assert gestand("render", "--as", form, "--lang", "en").out.startswith(begin)


def test_a_pdf_is_written_to_a_file(gestand: Call, company: Firm) -> None:
    pytest.importorskip("typst")
    ran = gestand("render", "--as", "pdf", "--to", "statement.pdf")

    assert (ran.code, ran.out) == (0, "")
    assert (company.folder / "statement.pdf").read_bytes().startswith(b"%PDF-")


def test_the_register_is_csv_and_begins_with_a_mark_where_asked(gestand: Call, company: Firm) -> None:
    plain, marked = (gestand("render", "--as", "register", *more).out for more in ((), ("--bom",)))

    assert marked == f"\ufeff{plain}"
    assert len(list(csv.reader(io.StringIO(plain)))) > 1


def test_a_file_needs_no_company(
    run: Call, company: Firm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert "<!doctype html>" in run("render", str(company.statement)).out


def test_the_archive_answers_what_the_statement_said_on_a_day(gestand: Call, company: Firm) -> None:
    gestand("render", "--archive")
    newer(company, "2031-01-01")
    kept = gestand("render", "--archive")

    before, after = (
        gestand("render", "--on", day, "--as", "markdown", "--lang", "en")
        for day in ("2030-12-31", "2031-01-01")
    )

    assert (kept.code, "versie 99" in kept.out) == (0, True)
    assert "1 week after" in before.out
    assert "3 days after" in after.out


def test_what_is_kept_already_is_kept_once(gestand: Call) -> None:
    first, second = gestand("render", "--archive"), gestand("render", "--archive")

    assert first.out.startswith("Bewaard: versie ")
    assert second.out.startswith("Was al bewaard: versie ")
    assert gestand("log", "--json").out.count('"kind": "statement"') == 1


def test_a_text_first_seen_after_the_day_is_given_with_a_word(gestand: Call) -> None:
    gestand("render", "--archive")
    ran = gestand("render", "--on", "2026-01-02")

    assert ran.code == 0
    assert "zag hem pas op" in ran.err


def test_a_day_before_all_versions_is_told(gestand: Call) -> None:
    gestand("render", "--archive")
    ran = gestand("render", "--on", "1999-01-01")

    assert (ran.code, ran.out) == (3, "")
    assert "No version held on 1999-01-01" in ran.err


@pytest.mark.parametrize("since", ["old.yaml", "2030-12-31", "last"])
def test_changes_are_listed_since_a_file_a_day_or_the_version_before(
    gestand: Call, company: Firm, since: str
) -> None:
    gestand("render", "--archive")
    (company.folder / "old.yaml").write_bytes(company.statement.read_bytes())
    newer(company, "2031-01-01")

    out = gestand("render", "--as", "markdown", "--lang", "en", "--since", since).out

    assert "What has changed?" in out
    assert "now until 3 days after" in out


def test_without_a_version_before_it_says_how_there_comes_one(gestand: Call) -> None:
    ran = gestand("render", "--since", "last")

    assert ran.code == 3
    assert "gestand render --archive" in ran.err


def test_a_file_and_the_archive_do_not_go_together(gestand: Call) -> None:
    for more in (("--archive",), ("--on", "2026-01-01"), ("--since", "last"), ("--checkpoint",)):
        assert gestand("render", "statement.yaml", *more).code == 3


@pytest.mark.parametrize(
    ("form", "option"),
    [
        ("html", ("--bom",)),
        ("annex", ("--checkpoint",)),
        ("register", ("--since", "last")),
    ],
)
def test_an_option_that_says_nothing_of_the_form_is_refused(
    gestand: Call, form: str, option: tuple[str, ...]
) -> None:
    ran = gestand("render", "--as", form, *option)

    assert (ran.code, ran.out) == (3, "")
    assert f"{option[0]} goes with --as " in ran.err
    assert f"not with --as {form}." in ran.err


def test_a_file_that_cannot_be_written_is_told(gestand: Call) -> None:
    ran = gestand("render", "--to", "nowhere/page.html")

    assert (ran.code, ran.out) == (3, "")
    assert "nowhere/page.html cannot be written" in ran.err


@pytest.mark.parametrize("form", ["html", "fragment", "markdown"])
def test_a_page_can_make_a_witness_of_whoever_keeps_it(gestand: Call, form: str) -> None:
    gestand("render", "--archive")
    checkpoint = gestand("checkpoint").out.split()
    made = gestand("render", "--as", form, "--checkpoint", "--lang", "en").out

    assert "can hold us to it" in made
    assert checkpoint[2] in unescape(made)
