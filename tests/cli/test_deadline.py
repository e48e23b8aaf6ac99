"""`gestand deadline` explains one date and computes files of them."""

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from gestand.cli import main

VECTORS = Path(__file__).parent.parent / "vectors"


@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
def whole(words: tuple[str, ...]) -> None:
    main(["deadline", *words])


def run(*words: str) -> Result:
    """The outcome of `gestand deadline` with these words, through the door that people use."""
    return CliRunner().invoke(whole, list(words))


def test_a_date_is_explained_with_its_safe_date_and_legal_limit() -> None:
    result = run("gdpr_month", "2026-03-05", "1")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "2026-04-07"
    assert "runs on through Tuesday 7 April 2026." in lines[2]
    assert lines[4].startswith("safe date    2026-04-05")
    assert lines[5] == "legal limit  2026-04-07  the outer edge; the norm is without delay"


def test_a_promise_has_no_legal_limit_in_dutch_either() -> None:
    result = run("working_days", "2026-12-23", "5", "--lang", "nl")
    assert "wettelijke grens geen" in result.stdout
    assert "contract of belofte" in result.stdout


def test_json_says_the_same() -> None:
    found = json.loads(run("gdpr_month", "2025-12-01", "1", "--calendar", "ATW_KB", "--json").stdout)
    assert (found["end"], found["safe"], found["limit"]) == ("2026-01-05", "2026-01-01", "2026-01-05")
    assert found["over_at"] == "2026-01-06T00:00:00+01:00"


@pytest.mark.parametrize("name", ["deadlines.csv", "pauses.csv"])
def test_a_file_of_cases_gives_a_row_for_each(name: str) -> None:
    result = run("--cases", str(VECTORS / name))
    header, *rows = (VECTORS / name).read_text(encoding="utf-8").splitlines()
    column = header.split(",").index("expected_end")
    expected = [f"{row.split(',')[0]},{row.split(',')[column]}" for row in rows]
    assert result.exit_code == 0
    assert result.stdout.splitlines() == ["case_id,end", *expected]


def test_all_bad_rows_are_told_by_line_and_the_good_ones_still_count(tmp_path: Path) -> None:
    file = tmp_path / "cases.csv"
    file.write_text(
        "case_id,kind,start,amount,rule_basis\n"
        "A,weeks,2026-11-23,4,contract\n"
        "B,weekz,2026-11-23,4,contract\n"
        '"C,1",weeks,2026-11-23,1,"a basis\nof two lines"\n'
        "D,weeks,2026-13-23,4,contract\n"
        "E,gdpr_month,2040-01-01,1,Reg1182/71\n"
        "F,weeks\n"
        "G,weeks,2026-11-23,many,contract\n",
        encoding="utf-8-sig",
    )
    result = run("--cases", str(file))
    assert result.exit_code == 3
    assert result.stdout == 'case_id,end\nA,2026-12-21\n"C,1",2026-11-30\n'
    errors = result.stderr.splitlines()
    assert [line.removeprefix(str(file)).split(": ")[:2] for line in errors] == [
        [":3", "B"],
        [":6", "D"],
        [":7", "E"],
        [":8", "F"],
        [":9", "G"],
    ]
    assert "did you mean 'weeks'" in errors[0]


def test_a_pause_that_contradicts_its_days_is_told(tmp_path: Path) -> None:
    file = tmp_path / "pauses.csv"
    file.write_text(
        "case_id,received,asked_identity,answered,paused_days\n"
        "P,2026-09-01,2026-09-02,2026-09-09,8\n"
        "Q,,2026-09-02,2026-09-09,7\n",
        encoding="utf-8",
    )
    result = run("--cases", str(file))
    assert result.exit_code == 3
    assert "paused_days says 8, but from 2026-09-02 to 2026-09-09 is 7" in result.stderr
    assert "received is empty" in result.stderr


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the columns are none"),
        (b"a,b\n1,2\n", "expected case_id,kind,start,amount"),
        (b"\xff\xfe\x00c", "is no UTF-8 text"),
        (b'case_id,kind,start,amount\n"A,weeks', "this is no CSV"),
        (b'"case_id', "this is no CSV"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "cases.csv"
    file.write_bytes(content)
    result = run("--cases", str(file))
    assert result.exit_code == 3
    assert message in result.stderr


def test_a_missing_file_and_missing_words_are_refused(tmp_path: Path) -> None:
    assert run("--cases", str(tmp_path / "none.csv")).exit_code == 3
    assert "cannot be read" in run("--cases", str(tmp_path)).stderr
    assert "give KIND START AMOUNT" in run("weeks").stderr
    assert "did you mean 'gdpr_month'" in run("gdpr-month", "2026-03-05", "1").stderr
    assert run("gdpr_month", "2040-03-05", "1").exit_code == 3


def test_a_negative_amount_is_told_as_such_and_an_unknown_option_too() -> None:
    told = run("working_days", "2026-12-23", "-1")
    assert "-1 is no amount for working_days" in told.output
    assert "No such option '--bogus'" in run("working_days", "2026-12-23", "--bogus").output
