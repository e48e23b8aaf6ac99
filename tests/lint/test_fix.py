"""A fix changes a name that changed, on the lines that were remarked on, and nothing else."""

from tests.lint.conftest import SOUND, patched

from gestand.lint.fix import fixed
from gestand.lint.judge import judge_statement
from gestand.statement.parse import parse_statement

OLD = "{nl: melden wij bij het College bescherming persoonsgegevens, en: we tell the CBP}"


def test_a_renamed_authority_gets_its_new_name_and_the_statement_still_parses() -> None:
    source = SOUND.read_text("utf-8") + f"explained:\n  breach: {OLD}  # the CBP of old\n"
    statement = parse_statement(source)

    changed, edits = fixed(source, judge_statement(statement))

    assert parse_statement(changed).explained["breach"].en == "we tell the Autoriteit Persoonsgegevens"  # type: ignore[index]
    assert parse_statement(changed).explained["breach"].nl == "melden wij bij de Autoriteit Persoonsgegevens"  # type: ignore[index]
    assert changed.endswith("# the CBP of old\n")
    assert {edit.line for edit in edits} == {source.count("\n")}
    assert judge_statement(parse_statement(changed)) == ()


def test_a_law_that_was_replaced_by_another_is_left_for_a_person() -> None:
    statement = patched("explained: {law: {nl: Wij volgen de Wbp., en: We follow the Wbp.}}")
    source = "explained: {law: {nl: Wij volgen de Wbp., en: We follow the Wbp.}}\n" * 200

    assert fixed(source, judge_statement(statement))[1] == ()
