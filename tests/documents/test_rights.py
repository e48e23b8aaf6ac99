"""The rights on the page: those that the statement names, and those that the law gives people in any case."""

import pytest
from tests.documents.statements import LANGUAGES, STATEMENTS, bare, read

from gestand.core.text import Language
from gestand.documents.markdown import markdown
from gestand.documents.rights import answered_within, by_law, rights_of
from gestand.documents.statement import statement_page
from gestand.statement.model import Statement
from gestand.statement.parse import parse_statement

NAMED = "{ways: [email], named: [access, erasure]}"
SIX = ("access", "rectification", "erasure", "restriction", "portability", "objection")


def page(statement: Statement, language: Language = "nl") -> str:
    return markdown(statement_page(statement, language))


def on(basis: str) -> Statement:
    """The barest statement, with another basis or role for what it does."""
    return parse_statement(STATEMENTS["bare"].read_text("utf-8").replace("basis: Contract", basis))


def test_a_statement_that_names_no_rights_tells_those_of_the_law() -> None:
    assert by_law(bare()) == SIX
    assert "De wet geeft u deze rechten:" in page(bare())
    assert "The law gives you these rights:" in page(bare(), "en")


def test_rights_that_are_named_stand_apart_from_those_that_the_law_adds() -> None:
    told = page(bare(rights=NAMED))
    named, added = told.split("De wet geeft u ook deze rechten:")

    assert rights_of(bare(rights=NAMED)) == ("access", "erasure", *by_law(bare(rights=NAMED)))
    assert 'id="rights-access"' in named
    assert 'id="rights-portability"' in added
    assert 'id="rights-access"' not in added


@pytest.mark.parametrize("name", ["sms_gateway", "shop"])
def test_the_law_adds_nothing_where_all_is_named(name: str) -> None:
    assert by_law(read(name)) == ()
    assert "De wet geeft u" not in page(read(name))


def test_what_is_done_for_others_gives_no_rights_here_for_the_customer_answers() -> None:
    assert by_law(on("as: processor")) == ()
    assert "Welke rechten heeft u?" not in page(on("as: processor"))


def test_withdrawal_is_added_where_anything_rests_on_consent() -> None:
    items = "{_ad: {party: own, lifetime: session}}"
    asked = bare(cookies=f"{{ads: {{consent: asked, purpose: {{nl: reclame, en: ads}}, items: {items}}}}}")

    assert by_law(on("basis: Consent")) == (*SIX, "withdrawal of consent")
    assert by_law(asked) == (*SIX, "withdrawal of consent")


def test_a_person_may_look_where_a_computer_decides() -> None:
    decided = "{score: {nl: krediet, en: credit, data: [number], logic: {nl: een som, en: a sum}}}"

    assert by_law(bare(**{"automated decisions": decided})) == (*SIX, "no automated decision")


def test_without_a_term_of_its_own_the_month_of_the_law_holds() -> None:
    assert "U krijgt binnen 1 maand antwoord (artikel 12 lid 3 AVG)." in page(bare())
    assert str(answered_within(bare(), "erasure")) == str(answered_within(bare()))

    sooner = bare(rights="{ways: [email], answered within: {any right: 2 weeks}}")
    assert "Wij antwoorden binnen 2 weken na uw verzoek." in page(sooner)
    assert "1 maand" not in page(sooner)


def test_answers_stand_by_each_right_only_where_they_differ() -> None:
    differ = bare(rights="{ways: [email], answered within: {any right: 4 weeks, erasure: 5 working days}}")

    assert "| Recht | Wat het betekent | Antwoord |" in page(differ)
    assert "| Recht | Wat het betekent |\n" in page(bare())


def test_asking_is_free_unless_the_statement_names_a_cost() -> None:
    assert "Het kost u niets." in page(bare())
    assert "Het kost u niets." not in page(bare(rights="{ways: [email], cost: 5 euro}"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_can_ask_where_the_company_is_reached(language: Language) -> None:
    how = page(bare(), language).partition('id="rights-how"')[2]

    assert "privacy@example.org" in how.partition("## ")[0]


def test_advertising_may_always_be_objected_to_and_own_interest_where_it_may_be_the_basis() -> None:
    interest = on("basis: LegitimateInterest")

    assert "Tegen reclame mag u altijd bezwaar maken." in page(bare())
    assert "Vertel ons waarom dat voor u een probleem is." not in page(bare())
    assert "Vertel ons waarom dat voor u een probleem is." in page(interest)


def test_no_right_says_on_which_basis_data_are_used() -> None:
    """The reader would take it for a basis of the company, and look no further."""
    rights = page(bare()).partition("Welke rechten heeft u?")[2].lower()

    for basis in ("wettelijk", "verplicht", "overeenkomst", "gerechtvaardigd"):
        assert basis not in rights.partition("heeft u een klacht")[0]
