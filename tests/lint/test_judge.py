"""How rules are chosen, what may be called missing, and where a remark points."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.lint.conftest import patched

from gestand.core.document import Document, Segment, Unread
from gestand.core.fact import Doubt, Fact, Kept, LegalBasis, Quote, Right
from gestand.core.text import Text
from gestand.lint.judge import Choice, judge_statement, judge_text, unknown_codes
from gestand.lint.remark import Remark, exit_code
from gestand.lint.rule import Weight

Make = Callable[..., tuple[Document, tuple[Segment, ...]]]
PERIOD = Choice(select=("RET03",))


def _fact(document: Document, said: object, words: str, doubt: Doubt = Doubt.NONE) -> Fact:
    begin = document.text.index(words)
    return Fact(said, Quote(begin, begin + len(words), words), "made", doubt)  # type: ignore[arg-type]


def test_what_was_read_in_full_and_says_nothing_is_missing(plain: Make) -> None:
    document, segments = plain("Wij gebruiken uw adres om te bezorgen.")

    (remark,) = judge_text(document, segments, (), PERIOD)

    assert remark.found
    assert exit_code((remark,)) == 1


def test_nothing_is_missing_from_a_text_of_which_a_part_was_not_read(plain: Make) -> None:
    document, segments = plain("Wij gebruiken uw adres om te bezorgen.")
    unread = replace(document, unread=(Unread(Text("bladzijde 3 is een plaatje", "page 3 is a picture")),))

    (remark,) = judge_text(unread, segments, (), PERIOD)

    assert not remark.found
    assert "page 3 is a picture" in remark.what.en
    assert exit_code((remark,)) == 2


@pytest.mark.parametrize("doubt", [Doubt.SOME, Doubt.MUCH])
def test_nothing_is_missing_while_a_fact_in_doubt_stands(plain: Make, doubt: Doubt) -> None:
    document, segments = plain("Adressen een jaar.")
    fact = _fact(document, Kept("addresses", "P1Y"), "een jaar", doubt)

    (remark,) = judge_text(document, segments, (fact,), PERIOD)

    assert not remark.found
    assert remark.quotes[0].text == "een jaar"


def test_nothing_is_missing_while_a_passage_looks_like_it(plain: Make) -> None:
    document, segments = plain("De bewaartermijn hangt af van de dienst.")

    (remark,) = judge_text(document, segments, (), PERIOD)

    assert not remark.found


def test_nothing_is_said_of_what_is_stated(plain: Make) -> None:
    document, segments = plain("Wij bewaren uw adres 1 jaar na de bestelling.")

    assert judge_text(document, segments, (_fact(document, Kept("address", "P1Y"), "1 jaar"),), PERIOD) == ()


def test_a_right_that_nobody_has_on_these_bases_is_not_asked_for(plain: Make) -> None:
    document, segments = plain("Wij verwerken uw gegevens omdat de wet dat eist.")
    basis = _fact(document, LegalBasis("legal_obligation"), "de wet")

    codes = {remark.rule.code for remark in judge_text(document, segments, (basis,))}

    assert "RGT01" in codes
    assert not codes & {"RGT05", "RGT06", "CON03"}


def test_withdrawal_is_asked_for_where_consent_is_a_basis(plain: Make) -> None:
    document, segments = plain("Met uw toestemming. U heeft recht op inzage.")
    facts = (
        _fact(document, LegalBasis("consent"), "toestemming"),
        _fact(document, Right("access"), "inzage"),
    )

    found = {remark.rule.code for remark in judge_text(document, segments, facts) if remark.found}

    assert "CON03" in found
    assert "RGT01" not in found


def test_a_quote_is_in_the_letters_of_the_document(plain: Make) -> None:
    document, segments = plain("Wij bewaren uw ge\u0301gevens\nvoor\u00a0altijd.")

    (remark,) = judge_text(document, segments, (), Choice(select=("RET01",)))

    assert remark.quotes[0].text == document.text
    assert (remark.place.line, remark.place.column) == (1, 1)


def test_a_remark_on_a_text_points_at_its_line(plain: Make) -> None:
    document, segments = plain("Hallo.", "Wij bewaren alles voor altijd.")

    (remark,) = judge_text(document, segments, (), Choice(select=("RET01",)))

    assert (remark.place.line, remark.place.column) == (2, 1)


def test_a_remark_on_a_statement_points_at_its_line() -> None:
    (remark,) = judge_statement(
        patched("purposes: {delivery: {basis: unstated}}"), Choice(select=("AVG1306",))
    )

    assert remark.path == "purposes/delivery"
    assert remark.place.line > 1


def test_an_unmeasured_error_in_a_text_is_a_warning(plain: Make) -> None:
    document, segments = plain("1 Market Street")

    remarks = judge_text(document, segments, (), Choice(preview=True))
    unmeasured = [one for one in remarks if one.rule.weight is Weight.ERROR and one.rule.code == "AVG1310"]

    assert [one.weight for one in unmeasured] == [Weight.WARNING]


def test_rules_are_chosen_by_the_start_of_their_code() -> None:
    statement = patched("purposes: {delivery: {basis: unstated}}\nrights: {named: [access]}")

    def codes(choice: Choice) -> set[str]:
        return {remark.rule.code for remark in judge_statement(statement, choice)}

    assert codes(Choice(select=("RGT",))) == {"RGT02", "RGT03", "RGT04", "RGT06"}
    assert codes(Choice(select=("RGT",), ignore=("RGT02",))) == {"RGT03", "RGT04", "RGT06"}
    assert "AVG1306" in codes(Choice())


def test_a_rule_in_preview_speaks_only_when_asked() -> None:
    statement = patched("rights: {cost: 5 euros}")

    def codes(choice: Choice) -> list[str]:
        return [remark.rule.code for remark in judge_statement(statement, choice)]

    assert codes(Choice()) == []
    assert codes(Choice(preview=True)) == ["RGT09"]
    assert codes(Choice(select=("RGT09",))) == ["RGT09"]


def test_a_code_that_no_rule_has_is_named() -> None:
    assert unknown_codes(["RET", "RET02", "RET99"]) == ("RET99",)


def test_notes_and_ignored_remarks_leave_a_file_clean(plain: Make) -> None:
    document, segments = plain("Wij gebruiken uw adres om te bezorgen.")
    (missing,) = judge_text(document, segments, (), PERIOD)

    def code(remark: Remark) -> int:
        return exit_code((remark,))

    assert code(missing) == 1
    assert code(replace(missing, ignored="not a controller")) == 0
    assert code(replace(missing, weight=Weight.NOTE)) == 0


def test_a_contact_part_that_did_not_load_hides_the_contact_and_not_the_rights(plain: Make) -> None:
    document, segments = plain("Wij gebruiken uw adres om te bezorgen.")
    part = Text("onder “Contact met ons” stond niets", "nothing stood below “Contact met ons”")
    remarks = judge_text(replace(document, unread=(Unread(part),)), segments, ())

    found = {remark.rule.code for remark in remarks if remark.found}

    assert "RGT01" in found
    assert not found & {"AVG1301", "AVG1302"}


def test_a_choice_that_is_asked_for_may_still_be_changed_only_in_the_browser(plain: Make) -> None:
    browser = "U kunt analytische cookies in uw browser verwijderen."
    asked = "Bij uw eerste bezoek vragen wij in een pop-up uw toestemming."

    def verdicts(*sentences: str) -> list[bool]:
        document, segments = plain(*sentences)
        return [one.found for one in judge_text(document, segments, (), Choice(select=("COO06",)))]

    assert verdicts(browser) == [True]
    assert verdicts(browser, asked) == [False]
