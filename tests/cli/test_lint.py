"""`gestand lint` and `gestand explain`, as people call them."""

import json
import shutil
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from tests.lint.conftest import SOUND
from tests.path.firm import Call

SPOILED = "basis: {LegalObligation: AWR 52}"


@pytest.fixture
def statement(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound statement in a folder of its own, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copy(SOUND, tmp_path / "statement.yaml"))


def test_a_sound_statement_is_clean(statement: Path, run: Call) -> None:
    ran = run("lint", "--lang", "en")

    assert ran.code == 0
    assert "Nothing found." in ran.out


def test_a_fault_in_a_statement_comes_with_its_line_its_law_and_a_caution(statement: Path, run: Call) -> None:
    statement.write_text(statement.read_text("utf-8").replace(SPOILED, "basis: unstated"), "utf-8")

    ran = run("lint", "statement.yaml", "--lang", "en")

    assert ran.code == 1
    assert "statement.yaml:33:3" in ran.out
    assert "AVG1306 no-legal-basis [error]" in ran.out
    assert "\n    purposes/books (33)\n" in ran.out
    assert "GDPR 6(1), 13(1)(c)" in ran.out
    assert "no legal advice" in ran.out
    assert "1 error. `gestand explain AVG1306` says why." in ran.out


def test_an_ignore_with_a_reason_passes_a_fault_over(statement: Path, run: Call) -> None:
    spoiled = "basis: unstated}  # gestand: ignore AVG1306 -- our auditor wrote it down elsewhere"
    statement.write_text(statement.read_text("utf-8").replace(SPOILED + "}", spoiled), "utf-8")

    ran = run("lint", "--lang", "en")

    assert ran.code == 0
    assert "1 ignored." in ran.out


def test_an_ignore_without_a_reason_is_told(statement: Path, run: Call) -> None:
    spoiled = "basis: unstated}  # gestand: ignore AVG1306"
    statement.write_text(statement.read_text("utf-8").replace(SPOILED + "}", spoiled), "utf-8")

    ran = run("lint", "--lang", "en")

    assert ran.code == 1
    assert "an ignore without a reason does nothing" in ran.out
    assert "AVG1306" in ran.out


def test_a_text_is_read_and_judged(tmp_path: Path, run: Call) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Wij bewaren reacties voor altijd.\n", "utf-8")

    ran = run("lint", str(page), "--select", "RET01")

    assert ran.code == 1
    assert "“Wij bewaren reacties voor altijd.”" in ran.out


def test_json_and_sarif_say_the_same(tmp_path: Path, run: Call) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Wij bewaren reacties voor altijd.\n", "utf-8")

    told = json.loads(run("lint", str(page), "--select", "RET01", "--json").out)
    sarif = json.loads(run("lint", str(page), "--select", "RET01", "--sarif").out)["runs"][0]

    assert told["exit"] == 1
    assert [one["code"] for one in told["remarks"]] == ["RET01"]
    assert [one["ruleId"] for one in sarif["results"]] == ["RET01"]
    assert sarif["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] == 1
    assert sarif["tool"]["driver"]["rules"][0]["properties"]["law"].startswith("AVG")


def test_issues_are_printed_as_a_list(tmp_path: Path, run: Call) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Wij bewaren reacties voor altijd.\n", "utf-8")

    ran = run("lint", "--issues", str(page))
    found = json.loads(ran.out)

    assert ran.code == 0
    assert {"issue": "unlimited_retention", "quote": "Wij bewaren reacties voor altijd."} in found


def test_fix_writes_the_new_name_of_an_authority(statement: Path, run: Call) -> None:
    old = "explained:\n  breach: {nl: wij bellen het CBP, en: we call the CBP}\n"
    statement.write_text(statement.read_text("utf-8") + old, "utf-8")

    before = run("lint", "--lang", "en")
    ran = run("lint", "--fix", "--lang", "en")

    assert before.code == 1
    assert ran.code == 0
    assert "is now called Autoriteit Persoonsgegevens" in ran.out
    assert "we call the Autoriteit Persoonsgegevens" in statement.read_text("utf-8")


def test_a_published_text_is_not_fixed(tmp_path: Path, run: Call) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Het CBP houdt toezicht.\n", "utf-8")

    ran = run("lint", "--fix", str(page))

    assert ran.code == 3
    assert page.read_text("utf-8") == "Het CBP houdt toezicht.\n"


def test_a_code_that_is_none_is_a_usage_error(statement: Path, run: Call) -> None:
    assert run("lint", "--select", "XYZ").code == 3
    assert run("explain", "XYZ").code == 3


@pytest.mark.parametrize(
    ("language", "heading", "example"),
    [
        ("nl", "## Waarom", "Wij bewaren uw gegevens niet langer dan noodzakelijk."),
        ("en", "## Why", "We keep your data no longer than necessary."),
    ],
)
def test_explain_tells_law_reason_and_examples(run: Call, language: str, heading: str, example: str) -> None:
    ran = run("explain", "RET02", "--lang", language)

    assert ran.code == 0
    assert heading in ran.out
    assert "13(2)(a)" in ran.out
    assert example in ran.out


def test_explain_lists_the_rules_whose_code_begins_so(run: Call) -> None:
    listed = run("explain", " trf", "--lang", "en").out

    assert [line[:5] for line in listed.splitlines()] == [
        "TRF01",
        "TRF02",
        "TRF03",
        "TRF06",
        "TRF07",
        "TRF08",
    ]


def test_explain_folds_what_it_tells_and_no_example(run: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")

    told, *examples = run("explain", "AVG1304", "--lang", "en").out.split("```")

    assert max(len(line) for line in told.splitlines()) <= 60
    assert "The controller is Example Inc., 1 Market Street, San Francisco, United States.\n" in examples[0]


def test_explain_says_what_an_unmeasured_error_is_in_a_text(run: Call) -> None:
    assert "error, in a text a warning" in run("explain", "AVG1310", "--lang", "en").out
    assert "- Weight: error\n" in run("explain", "RET02", "--lang", "en").out


def test_explain_without_a_code_lists_every_rule(run: Call) -> None:
    listed = run("explain", "--lang", "en").out

    assert "RET02" in listed
    assert "LNG05" in listed


def test_an_ignore_in_a_saved_page_holds_for_the_page(tmp_path: Path, run: Call) -> None:
    page = tmp_path / "page.html"
    words = (
        "Wij bewaren reacties op deze site voor altijd. " + "Wij gaan zorgvuldig om met uw gegevens. " * 12
    )
    ignored = "<!-- gestand: ignore RET01 -- the forum has closed -->"
    page.write_text(f"<html><body><h1>Privacyverklaring</h1>{ignored}<p>{words}</p></body></html>", "utf-8")

    ran = run("lint", str(page), "--select", "RET01", "--lang", "en")

    assert ran.code == 0
    assert "1 ignored." in ran.out


def test_undecided_alone_has_an_exit_code_of_its_own(tmp_path: Path, run: Call) -> None:
    page = tmp_path / "page.txt"
    page.write_text("De bewaartermijn hangt af van de dienst.\n", "utf-8")

    assert run("lint", str(page), "--select", "RET03").code == 2


def test_a_file_that_is_no_text_is_refused_with_a_word(tmp_path: Path, run: Call) -> None:
    picture = tmp_path / "page.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))

    ran = run("lint", str(picture))

    assert ran.code == 3
    assert "picture" in ran.err


def test_a_statement_with_faults_is_refused_with_all_of_them(statement: Path, run: Call) -> None:
    statement.write_text("gestand: statement/1\nnonsense: true\n", "utf-8")

    ran = run("lint")

    assert ran.code == 3
    assert "nonsense" in ran.err


@pytest.mark.parametrize(
    "choice", ["--select=", "--select=,", "--ignore=", "--ignore=RET,,XYZ", "--select=RET --ignore=RET"]
)
def test_a_choice_that_leaves_no_rule_or_names_an_unknown_one_is_refused(
    statement: Path, run: Call, choice: str
) -> None:
    assert run("lint", *choice.split(" ")).code == 3


def test_a_rule_that_only_looks_at_texts_is_no_choice_for_a_statement(statement: Path, run: Call) -> None:
    ran = run("lint", "--select", "LNG01")

    assert ran.code == 3
    assert "None of the rules chosen judges a statement.yaml" in ran.err


def test_a_folder_without_a_statement_is_told_what_to_give(
    tmp_path: Path, run: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    for ran in (run("lint"), run("lint", str(tmp_path))):
        assert ran.code == 3
        assert f"There is no statement.yaml in {tmp_path}" in ran.err


def test_a_statement_under_another_name_is_not_taken_for_a_text(statement: Path, run: Call) -> None:
    ran = run("lint", str(statement.rename("statement.txt")))

    assert ran.code == 3
    assert "ends in .yaml" in ran.err


def test_an_ignore_on_standard_input_holds_as_in_a_file(run: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "# gestand: ignore RET01 -- the forum has closed\n\nWij bewaren reacties voor altijd.\n"
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(text.encode())))

    ran = run("lint", "-", "--select", "RET01", "--lang", "en")

    assert ran.code == 0
    assert "1 ignored." in ran.out


def test_the_lines_of_a_saved_page_are_not_told_for_they_are_not_its_own(tmp_path: Path, run: Call) -> None:
    page = tmp_path / "page.html"
    words = "Wij bewaren reacties voor altijd. " + "Wij gaan zorgvuldig om met uw gegevens. " * 12
    page.write_text(f"<html><body><h1>Privacyverklaring</h1><p>{words}</p></body></html>", "utf-8")

    ran = run("lint", str(page), "--select", "RET01")

    assert ran.out.startswith(f"{page} RET01")


def test_one_fault_in_two_places_names_the_line_of_each(tmp_path: Path, run: Call) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "Wij delen uw gegevens voor alle doelen.\n\nWij gebruiken uw gegevens voor alle doelen.\n", "utf-8"
    )

    ran = run("lint", str(page), "--select", "AVG1305")

    assert f"{page}:1:1 AVG1305" in ran.out
    assert "    regel 3: “Wij gebruiken uw gegevens voor alle doelen.”" in ran.out


def test_signs_that_a_screen_obeys_are_left_out_of_quotes(tmp_path: Path, run: Call) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Wij bewaren reacties \x1b[31mvoor altijd\u202e.\n", "utf-8")

    ran = run("lint", str(page), "--ignore", "LNG05")

    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out


def test_a_text_in_another_language_is_left_undecided(tmp_path: Path, run: Call) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "Nous conservons vos données pendant la durée nécessaire. Vous avez un droit d'accès et d'effacement "
        "de vos données, et nous les partageons avec des partenaires de confiance.\n",
        "utf-8",
    )

    ran = run("lint", str(page), "--select", "RGT", "--lang", "en")

    assert ran.code == 2
    assert "neither Dutch nor English" in ran.out
    assert "it says nothing of data" not in ran.out


def test_a_text_of_another_subject_is_told_as_such(tmp_path: Path, run: Call) -> None:
    page = tmp_path / "page.txt"
    page.write_text("De kat zit op de mat.\n", "utf-8")

    assert "Is it a privacy statement?" in run("lint", str(page), "--lang", "en").out


def test_a_statement_without_a_day_is_told_how_to_write_one(statement: Path, run: Call) -> None:
    statement.write_text(statement.read_text("utf-8").replace("effective: 2026-12-01\n", ""), "utf-8")

    ran = run("lint", "--select", "LNG04", "--lang", "en")

    assert (
        "from which day this statement holds is not said; write `effective: 2026-12-01`, for example"
        in ran.out
    )


def test_the_gravest_fault_is_the_one_to_have_explained(tmp_path: Path, run: Call) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "Controleer regelmatig deze privacyverklaring.\n\nWij bewaren reacties voor altijd.\n", "utf-8"
    )

    ran = run("lint", str(page), "--select", "LNG02,RET01", "--lang", "en")

    assert "1 error, 1 warning. `gestand explain RET01` says why." in ran.out
