"""Every rule is held to its own page: what is wrong there is found, what is right is not."""

import re
from dataclasses import replace

import pytest
from docs import generate
from tests.house.repository import ROOT
from tests.lint.conftest import patched

from gestand.core.document import Unread
from gestand.core.text import Language, Text
from gestand.lint.discovery import Example, Loaded, all_rules
from gestand.lint.judge import Choice, judge_statement, judge_text
from gestand.lint.law.tables import adequate, eea, old_clauses, repealed, rights, third_countries, vendors
from gestand.lint.page import explained
from gestand.reading.facts import facts_of
from gestand.reading.segments import segments_of
from gestand.reading.source import document_of

EVERYTHING = Choice(preview=True)
LANGUAGES: tuple[Language, ...] = ("nl", "en")
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.rule.code}-{example.verdict}-{number}")
    for rule in all_rules().values()
    for number, example in enumerate(rule.examples, 1)
]
FIRST_RELEASE = {
    "AVG": (1301, 1302, 1303, 1304, 1305, 1306, 1309, 1310, 1311, 1312, 1313, 1316),
    "RET": (1, 2, 3, 4, 6),
    "TRF": (1, 2, 3, 6, 7, 8),
    "CON": (1, 2, 3, 4, 6, 7),
    "COO": (1, 2, 3, 4, 5, 6, 8),
    "RGT": (1, 2, 3, 4, 5, 6, 7, 8),
    "LNG": (1, 2, 3, 5),
}
ABSENT = [
    *(f"AVG13{number:02}" for number in (1, 2, 3, 4, 6, 9, 10, 11, 13, 16)),
    *("CON03", "CON06", "COO04", "COO06", "LNG04", "RET03", "TRF02", "TRF06"),
    *(f"RGT{number:02}" for number in range(1, 8)),
]
"""What these find is that something is said nowhere."""
SINCE = {"COO11", "LNG10", "RGT10"}
"""In force after the first release, once each was measured."""


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_rule_says_of_its_examples_what_its_page_says(rule: Loaded, example: Example) -> None:
    assert _verdict(rule.rule.code, example) == example.verdict


@pytest.mark.parametrize("code", ABSENT)
@pytest.mark.parametrize("kind", LANGUAGES)
def test_nothing_is_called_absent_while_a_part_was_not_read(code: str, kind: str) -> None:
    wrong = next(one for one in all_rules()[code].examples if (one.verdict, one.kind) == ("Wrong", kind))
    page = Unread(Text("bladzijde 3 is een plaatje", "page 3 is a picture"))

    assert _verdict(code, wrong) == "Wrong"
    assert _verdict(code, wrong, (page,)) == "Undecided"


def _verdict(code: str, example: Example, unread: tuple[Unread, ...] = ()) -> str:
    if example.kind == "statement":
        remarks = judge_statement(patched(example.text), EVERYTHING)
    else:
        document = replace(document_of(example.text.encode(), "example"), unread=unread)
        segments = segments_of(document)
        remarks = judge_text(document, segments, facts_of(segments, document), EVERYTHING)
    mine = [remark for remark in remarks if remark.rule.code == code]
    if any(remark.found for remark in mine):
        return "Wrong"
    return "Undecided" if mine else "Right"


def test_a_sound_statement_is_left_alone() -> None:
    assert judge_statement(patched("{}"), EVERYTHING) == ()


def test_the_first_release_has_its_48_rules_in_force_and_three_have_followed() -> None:
    first = {f"{room}{number:02}" for room, codes in FIRST_RELEASE.items() for number in codes}

    assert len(first) == 48
    assert {code for code, rule in all_rules().items() if not rule.rule.preview} == first | SINCE


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.rule.code)
def test_a_rule_judges_something_and_has_a_file_named_after_it(rule: Loaded) -> None:
    named = f"{rule.rule.code.lower()}_*.py"

    assert len(list((ROOT / "src" / "gestand" / "lint" / "rules").glob(named))) == 1
    assert rule.judge_text or rule.judge_statement
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.rule.name)


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.rule.code)
def test_a_rule_shows_what_is_wrong_and_what_is_right_in_every_kind_that_it_judges(rule: Loaded) -> None:
    shown = {(example.verdict == "Right", example.kind) for example in rule.examples}
    texts = {(right, kind) for right in (False, True) for kind in ("nl", "en")}

    assert shown >= (texts if rule.judge_text else {(True, "statement")})
    assert not rule.judge_statement or (False, "statement") in shown


def test_a_page_shows_examples_in_its_own_language() -> None:
    rule = all_rules()["RET01"]
    shown = {language: explained(rule, language) for language in LANGUAGES}

    for example in rule.examples:
        assert [one for one in LANGUAGES if example.text in shown[one]] == (
            list(LANGUAGES) if example.kind == "statement" else [example.kind]
        )


def test_no_two_rules_have_one_name() -> None:
    names = [rule.rule.name for rule in all_rules().values()]

    assert len(names) == len(set(names))


def test_the_tables_of_the_law_can_be_read_and_know_the_main_rows() -> None:
    assert {"NL", "NO", "IS", "LI"} <= eea()
    assert "US" in third_countries()
    assert "US" not in adequate()
    assert "CH" in adequate()
    assert any(one.words.search("volgens de Wbp") for one in repealed())
    assert old_clauses().words.search("Besluit 2010/87/EU")
    assert any(one.name == "Google Analytics" and one.tracks for one in vendors())
    assert rights()["withdraw_consent"].on == ("consent",)


def test_the_pages_of_the_reference_are_what_the_rules_say() -> None:
    written = dict(generate.lint_pages())

    assert {path.name for path in generate.LINT.glob("*.md")} == {path.name for path in written}
    assert [path.name for path, text in written.items() if path.read_text("utf-8") != text] == [], (
        "run `make docs`"
    )
