"""A fix changes a name that changed, on the lines that were remarked on, and nothing else."""

import pytest
from tests.lint.conftest import SOUND

from gestand.lint.fix import fixed
from gestand.lint.judge import judge_statement
from gestand.statement.parse import parse_statement

SOUND_TEXT = SOUND.read_text("utf-8")
OLD = "{nl: melden wij bij het College bescherming persoonsgegevens, en: we tell the CBP}"
OLDER = f"{SOUND_TEXT}explained:\n  breach: {OLD}  # the CBP of old\n"


def test_a_renamed_authority_gets_its_new_name_and_the_statement_still_parses() -> None:
    changed, edits = fixed(OLDER, judge_statement(parse_statement(OLDER)))

    assert parse_statement(changed).explained["breach"].en == "we tell the Autoriteit Persoonsgegevens"  # type: ignore[index]
    assert parse_statement(changed).explained["breach"].nl == "melden wij bij de Autoriteit Persoonsgegevens"  # type: ignore[index]
    assert changed.endswith("# the CBP of old\n")
    assert {edit.line for edit in edits} == {OLDER.count("\n")}
    assert judge_statement(parse_statement(changed)) == ()


def test_a_law_that_was_replaced_by_another_is_left_for_a_person() -> None:
    source = SOUND_TEXT + "explained: {law: {nl: Wij volgen de Wbp., en: We follow the Wbp.}}\n"
    remarks = judge_statement(parse_statement(source))

    assert remarks
    assert fixed(source, remarks) == (source, ())


AP = "Autoriteit Persoonsgegevens"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("cbp: {nl: het CBP, en: AP}  # CBP", f"cbp: {{nl: de {AP}, en: AP}}  # CBP"),
        ("x: {nl: 'CBP # het CBP', en: AP}", f"x: {{nl: '{AP} # de {AP}', en: AP}}"),
        ("x: {nl: Het College bescherming persoonsgegevens (CBP), en: AP}", f"x: {{nl: De {AP}, en: AP}}"),
        ("x: {nl: www.cbp.nl van OPTA (info@opta.nl), en: AP}", "x: {nl: www.cbp.nl van ACM (info@opta.nl), en: AP}"),
        ("x:\n    nl: >-  # CBP\n      bij het\n      CBP\n    # CBP\n    en: AP",
         f"x:\n    nl: >-  # CBP\n      bij de\n      {AP}\n    # CBP\n    en: AP"),
    ],
    ids=["a key and a comment", "a hash in quotes", "its letters in brackets", "addresses", "folded lines"],
)  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_only_the_name_in_a_value_changes(written: str, expected: str, end: str) -> None:
    sound = f"{SOUND_TEXT}explained:\n  "
    source = (sound + written).replace("\n", end)

    changed, _ = fixed(source, judge_statement(parse_statement(source)))

    assert changed == (sound + expected).replace("\n", end)


def test_fixing_twice_changes_nothing_more() -> None:
    once, _ = fixed(OLDER, judge_statement(parse_statement(OLDER)))

    assert once != OLDER
    assert fixed(once, judge_statement(parse_statement(once))) == (once, ())
