"""The docs do not lie: their output is real, their links lead somewhere, their words are those of the code."""

import ast
import re
from pathlib import Path

import pytest
from docs import generate
from ruamel.yaml import YAML
from tests.house.repository import PRODUCT, ROOT, files, modules, shown

from gestand.cli import COMMANDS, file_of

PAGES = [path for path in files() if path.suffix == ".md"]
ROW = re.compile(r"^\| ([^|]+) \| ([^|]+) \| [^|]* \| [^|]+ \|$", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def test_the_page_of_commands_is_what_the_commands_say() -> None:
    assert generate.COMMANDS.read_text() == generate.commands_page(), "run `make docs`"


@pytest.mark.parametrize("page", generate.SHOWN, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_output_in_the_docs_is_what_the_commands_print(page: Path, tmp_path: Path) -> None:
    written = page.read_text()

    printed = generate.shown(written, generate.company_of(page, tmp_path))

    assert generate.alike(printed) == generate.alike(written), "run `make docs`"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_file_and_a_place_in_the_reference(command: str) -> None:
    folder = PRODUCT / "cli"
    assert any((folder / file).exists() for file in (f"{file_of(command)}.py", f"{command}/__init__.py"))
    assert f"\n## gestand {command}\n" in generate.COMMANDS.read_text()


def test_readme_shows_ten_lines_of_yaml_that_parse() -> None:
    written = re.findall(r"```yaml\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)

    assert len(written) == 1
    assert len(written[0].splitlines()) == 10
    assert YAML(typ="safe").load(written[0])["retention"]


def test_the_first_screen_of_the_readme_shows_three_commands() -> None:
    first_block = re.findall(r"```console\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)[0]

    assert len(re.findall(r"^\$ gestand ", first_block, re.MULTILINE)) == 3


def test_every_link_in_the_docs_leads_to_a_file() -> None:
    dead = [
        f"{shown(page)} -> {link}"
        for page in PAGES
        for link in LINK.findall(page.read_text())
        if not (page.parent / link).exists()
    ]

    assert not dead


def test_every_word_of_core_is_in_the_glossary() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text()
    missing = [
        node.name
        for path, module in modules().items()
        if path.parent.name == "core" and path.stem != "errors"
        for node in module.body
        if isinstance(node, ast.ClassDef)
        and not node.name.startswith("_")
        and f"`{node.name}`" not in glossary
    ]

    assert not missing


def test_the_glossary_is_sorted_and_has_the_dutch_word() -> None:
    rows = ROW.findall((ROOT / "docs" / "glossary.md").read_text())
    words = [word.casefold() for word, dutch in rows if word != "word" and dutch.strip()]

    assert len(words) > 50
    assert words == sorted(words)


def test_the_changelog_has_an_unreleased_part_with_a_line_in_it() -> None:
    unreleased = (ROOT / "CHANGELOG.md").read_text().partition("## Unreleased")[2].partition("\n## ")[0]

    assert "\n- " in unreleased


def test_decisions_are_numbered_without_a_gap_and_listed() -> None:
    records = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
    listed = (ROOT / "docs" / "decisions" / "README.md").read_text()

    assert [int(path.name[:4]) for path in records] == list(range(1, len(records) + 1))
    assert all(f"({path.name})" in listed for path in records)
