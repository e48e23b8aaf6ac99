"""Reading again keeps what a person decided and wrote, and puts aside what it changes."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.reading.sources import STATEMENT

from gestand.cli import gestand
from gestand.core.document import Document, Segment
from gestand.core.errors import StatementError
from gestand.reading.draft.beside import beside
from gestand.reading.draft.compose import draft
from gestand.reading.draft.decided import decided_in
from gestand.reading.draft.material import Material
from gestand.reading.facts import facts_of
from gestand.reading.segments import segments_of
from gestand.reading.source import document_of
from gestand.statement import parse_statement
from gestand.statement.yaml import load_yaml


def whole(text: str = STATEMENT) -> tuple[Document, tuple[Segment, ...], Material]:
    document = document_of(text.encode(), "a.txt")
    segments = segments_of(document)
    return document, segments, Material(document, segments, facts_of(segments, document))


def test_what_a_person_decided_stays_when_the_text_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "statement.yaml"
    lines = draft(whole()[2]).splitlines()
    for number, line in enumerate(lines):
        if line.strip().startswith("address:"):
            lines[number] = '  address: "Elders 1, Voorbeeldstad"  # decided by the board'
        if line.strip().startswith("kept: 7 years"):
            lines[number] = "    kept: 8 years after invoice-date # decided"
    file.write_text("\n".join(["# decided to leave out: rights/answered within", *lines]))
    again = draft(whole()[2], decided_in(file))
    statement = parse_statement(again)
    assert statement.controller.address == "Elders 1, Voorbeeldstad"
    assert statement.retention["invoices"].kept.text == "8 years after invoice-date"
    assert not statement.rights.answered_within  # type: ignore[union-attr]
    file.write_text(again)
    assert draft(whole()[2], decided_in(file)) == again


def test_a_whole_section_can_be_decided(tmp_path: Path) -> None:
    file = tmp_path / "statement.yaml"
    file.write_text("minors:  # decided\n  nl: kinderen\n  en: children\n  under: 13\n")
    assert parse_statement(draft(whole()[2], decided_in(file))).minors.under == 13  # type: ignore[union-attr]


def test_a_draft_that_is_no_yaml_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "statement.yaml"
    file.write_text("a: [\n")
    with pytest.raises(StatementError, match=r"statement\.yaml:"):
        decided_in(file)


def test_no_comment_of_gestand_is_taken_for_a_person_s() -> None:
    text = draft(whole(f"{STATEMENT}\nWij houden van fietsen en van mensen die fietsen.")[2])
    assert "#: " in text
    assert beside(text, load_yaml(text, "a statement", StatementError).root) == ()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "privacy.md").write_text(STATEMENT)
    read(tmp_path)
    return tmp_path


def read(folder: Path) -> str:
    ran = CliRunner().invoke(
        gestand,
        ["read", str(folder / "privacy.md"), "--into", str(folder / "statement.yaml"), "--lang", "en"],
    )
    assert ran.exit_code == 0, ran.output
    return ran.stderr


def change(folder: Path, old: str, new: str) -> None:
    file = folder / "statement.yaml"
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))


def test_a_person_s_comments_stand_above_their_keys_again(folder: Path) -> None:
    change(folder, "version: 1\n", "version: 1  # the first one\n")
    change(folder, "  address: ", "  # ask the board, it may move\n  address: ")
    change(folder, "  sites: [", "  sites: [   # and 'the shop' # too\n    ")
    read(folder)
    text = (folder / "statement.yaml").read_text()
    assert "# the first one\nversion: 1\n" in text
    assert "  # ask the board, it may move\n  address: " in text
    assert "  # and 'the shop' # too\n  sites: [" in text
    read(folder)
    assert (folder / "statement.yaml").read_text() == text


def test_a_mark_of_gestand_s_gives_way_to_a_decision_and_leaves_a_person_s_words(folder: Path) -> None:
    mark = "#: nog te beslissen"
    change(folder, f"  address: unstated  {mark}", f"  address: Elders 1  {mark} # decided")
    change(folder, f"  sites: []  {mark}", f"  sites: []  {mark} # ask the builder")
    for _ in range(2):
        read(folder)
        text = (folder / "statement.yaml").read_text()
        assert "\n  address: Elders 1  # decided\n" in text
        assert f"  # ask the builder\n  sites: []  {mark}\n" in text


def test_a_comment_at_no_key_stands_at_the_end(folder: Path) -> None:
    file = folder / "statement.yaml"
    file.write_text(
        f"{file.read_text()}badges:\n  # ask the porter\n  kept: long\n# the newsletter is still to do\n"
    )
    read(folder)
    title = "#: Met de hand geschreven, bij een sleutel die er niet meer is:"
    ends = f"{title}\n# ask the porter\n# the newsletter is still to do\n"
    assert file.read_text().endswith(ends)


def test_a_value_that_was_changed_and_not_marked_is_put_aside(folder: Path) -> None:
    change(folder, "kept: 7 years", "kept: 8 years")
    edited = (folder / "statement.yaml").read_text()
    told = read(folder)
    assert "retention/invoices/kept" in told
    assert "statement.yaml.before" in told
    assert (folder / "statement.yaml.before").read_text() == edited
    assert "kept: 7 years" in (folder / "statement.yaml").read_text()


def test_what_was_put_aside_is_never_written_over(folder: Path) -> None:
    for years in (8, 9):
        change(folder, "kept: 7 years", f"kept: {years} years")
        read(folder)
    assert "8 years" in (folder / "statement.yaml.before").read_text()
    assert "9 years" in (folder / "statement.yaml.before1").read_text()


def test_nothing_is_put_aside_when_nothing_was_changed(folder: Path) -> None:
    assert "before" not in read(folder)
    assert sorted(file.name for file in folder.iterdir()) == ["privacy.md", "statement.yaml"]


def test_what_is_left_out_on_purpose_is_not_put_aside(folder: Path) -> None:
    change(folder, "controller:\n", "# decided to leave out: rights\ncontroller:\n")
    read(folder)
    text = (folder / "statement.yaml").read_text()
    assert "\nrights:" not in text
    assert "een verklaring heeft er geen plaats voor" not in text
    assert sorted(file.name for file in folder.iterdir()) == ["privacy.md", "statement.yaml"]


def test_a_decided_section_keeps_its_quotes_but_beside_what_was_changed(folder: Path) -> None:
    change(folder, "\nretention:\n", "\nretention:  # decided\n")
    change(folder, "kept: 7 years", "kept: 8 years")
    read(folder)
    lines = (folder / "statement.yaml").read_text().splitlines()
    kept = [(lines[at - 1].strip(), one.strip()) for at, one in enumerate(lines) if "kept:" in one]
    assert kept[0] == ("data: [invoices]", "kept: 8 years after the book year of invoice-date")
    assert kept[1][0].startswith("#: ")
