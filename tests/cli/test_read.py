"""`gestand read`: a text into facts, a draft or a coverage, saying what was read and what was not."""

import io
import json
import sys
from pathlib import Path

import pytest
from tests.path.firm import Call
from tests.reading.sources import STATEMENT, pdf

from gestand.statement import parse_statement

FOREIGN = {
    "de": "Wir speichern Ihre Daten nur so lange, wie es für die Erfüllung des Vertrags erforderlich ist. Sie haben "
    "das Recht auf Auskunft und Löschung. Wir verwenden Cookies und Google Analytics auf unserer Website.",
    "fr": "Vos données sont conservées pendant trois ans après le dernier contact. Vous avez le droit d'accéder à vos "
    "données et de les rectifier. Nous utilisons des cookies et Google Analytics sur notre site.",
}


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "privacy.txt").write_text(STATEMENT, "utf-8")
    return "privacy.txt"


def test_a_draft_is_printed_that_parses_and_what_was_read_is_said_beside_it(run: Call, source: str) -> None:
    ran = run("read", source)
    assert parse_statement(ran.out).retention
    assert "Gelezen: " in ran.err
    assert "Alles in de bron is gelezen." in ran.err


def test_facts_are_json_and_nothing_else_stands_on_standard_output(run: Call, source: str) -> None:
    told = json.loads(run("read", "--facts", source).out)
    assert told["language"] == "nl"
    assert all(one["quote"] in STATEMENT for one in told["rights"])


def test_coverage_shows_each_sentence_with_what_it_was_read_as(run: Call, source: str) -> None:
    out = run("read", "--coverage", source).out
    assert "✓ Wij antwoorden binnen vier weken.\n    → ResponseTerm: " in out
    assert "## Uw rechten" in out


def test_standard_input_is_read(run: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STATEMENT.encode())))
    assert parse_statement(run("read", "-").out).retention


def test_a_draft_is_written_and_keeps_what_was_decided(run: Call, source: str, tmp_path: Path) -> None:
    run("read", source, "--into", "statement.yaml")
    file = tmp_path / "statement.yaml"
    text = file.read_text("utf-8").replace("version: 1", "version: 4  # decided")
    file.write_text(text, "utf-8")
    ran = run("read", source, "--into", "statement.yaml", "--lang", "en")
    assert parse_statement(file).version == 4
    assert "Kept what you decided: version." in ran.said


def test_a_statement_that_is_no_draft_is_never_written_over(run: Call, source: str, tmp_path: Path) -> None:
    (tmp_path / "statement.yaml").write_text("gestand: statement/1\n", "utf-8")
    ran = run("read", source, "--into", "statement.yaml")
    assert ran.code == 3
    assert "wordt niet overschreven" in ran.said
    assert (tmp_path / "statement.yaml").read_text("utf-8") == "gestand: statement/1\n"


def test_a_text_in_which_nothing_is_recognised_is_no_confident_empty_result(
    run: Call, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("Our privacy is green and the sky is blue, and so it was.", "utf-8")
    file = str(tmp_path / "a.txt")
    seen = run("read", "--facts", file)
    assert seen.code == 0
    assert "something was recognised in 0: 0 facts." in seen.said
    refused = run("read", file)
    assert (refused.code, refused.out) == (3, "")
    assert f"No draft is made of {file}: nothing was recognised in it." in refused.said


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        (
            "Bewaar de taart maximaal 3 dagen in de koelkast. Dan is hij op.",
            "over gegevens, cookies of privacy",
        ),
        ("Keep the soup for 3 days, or freeze it for 3 months.", "nothing of data, cookies or privacy"),
    ],
)
def test_a_recipe_makes_no_draft(run: Call, tmp_path: Path, text: str, refusal: str) -> None:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    refused = run("read", str(tmp_path / "a.txt"))
    assert (refused.code, refused.out) == (3, "")
    assert refusal in refused.said


@pytest.mark.parametrize("language", ["de", "fr"])
def test_a_statement_in_another_language_is_told_and_makes_no_draft(
    run: Call, tmp_path: Path, language: str
) -> None:
    (tmp_path / "a.txt").write_text(FOREIGN[language], "utf-8")
    file = str(tmp_path / "a.txt")
    refused = run("read", file, "--into", str(tmp_path / "statement.yaml"), "--lang", "en")
    assert refused.code == 3
    assert f"No draft is made of {file}: the text is neither in Dutch nor in English." in refused.said
    assert not (tmp_path / "statement.yaml").exists()
    seen = run("read", "--coverage", file, "--lang", "en")
    assert seen.code == 0
    assert "neither Dutch nor English" in seen.said


def test_one_sentence_and_one_fact_are_counted_in_the_singular(run: Call, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Wij bewaren facturen zeven jaar.", "utf-8")
    file = str(tmp_path / "a.txt")
    assert ", 1 zin; in 1 daarvan is iets herkend: 1 gegeven." in run("read", file, "--lang", "nl").said
    assert ", 1 sentence; something was recognised in 1: 1 fact." in run("read", file, "--lang", "en").said


def test_parts_that_were_not_read_are_named(run: Call, tmp_path: Path) -> None:
    lines = ("Wij bewaren facturen zeven jaar.", "Wij bewaren niets anders.")
    (tmp_path / "a.pdf").write_bytes(pdf(lines, ()))
    said = run("read", "--facts", str(tmp_path / "a.pdf")).said
    assert "Niet gelezen: bladzijde 2 is een afbeelding zonder tekst" in said
    assert "Alles in de bron" not in said


def test_a_source_that_cannot_be_read_ends_in_a_sentence(run: Call, tmp_path: Path) -> None:
    ran = run("read", str(tmp_path / "gone.txt"))
    assert ran.code == 3
    assert "gone.txt cannot be opened" in ran.said
