"""The plain sentence of a promise."""

from collections.abc import Callable

import pytest

from gestand.statement.model import Statement
from gestand.statement.sentences import listed, retention_sentence

Changed = Callable[..., Statement]
NUMBERS = "kept: 1 week after message-sent"


def test_a_clause_follows_nadat_and_after(changed: Changed) -> None:
    statement = changed()
    assert retention_sentence(statement, "numbers", "nl") == (
        "Telefoonnummer bewaren wij tot 1 week nadat het bericht is verzonden."
    )
    assert retention_sentence(statement, "numbers", "en") == (
        "We keep the phone number until 1 week after the message was sent."
    )


def test_a_name_follows_na_and_after(changed: Changed) -> None:
    statement = changed((NUMBERS, "kept: 13 months after visit"))
    assert (
        retention_sentence(statement, "numbers", "nl")
        == "Telefoonnummer bewaren wij tot 13 maanden na het bezoek."
    )
    assert retention_sentence(statement, "numbers", "en").endswith("until 13 months after the visit.")


@pytest.mark.parametrize(
    "data", ["your phone number", "what a lender says of you", "every number that you call"]
)
def test_data_that_begin_with_a_word_of_their_own_take_no_article(changed: Changed, data: str) -> None:
    statement = changed(("en: phone number", f"en: {data}"))
    assert retention_sentence(statement, "numbers", "en").startswith(f"We keep {data} until ")


def test_until_needs_no_length(changed: Changed) -> None:
    statement = changed((NUMBERS, "kept: until message-sent"))
    assert (
        retention_sentence(statement, "numbers", "nl")
        == "Telefoonnummer bewaren wij tot het bericht is verzonden."
    )


def test_the_law_that_demands_keeping_is_named(changed: Changed) -> None:
    statement = changed()
    assert retention_sentence(statement, "invoices", "nl") == (
        "Factuur bewaren wij tot 7 jaar na het boekjaar waarin de factuur is verstuurd. De wet (artikel 52 AWR) "
        "verplicht ons deze gegevens te bewaren tot minstens 7 jaar na het boekjaar waarin de factuur is verstuurd."
    )
    assert "The law (Article 52 AWR) obliges us" in retention_sentence(statement, "invoices", "en")


def test_a_law_s_own_moment_is_in_its_own_sentence(changed: Changed) -> None:
    least = "kept at least: {law: AWR 52, after: visit}"
    sentence = retention_sentence(changed(("kept at least: AWR 52", least)), "invoices", "en")
    assert sentence.endswith("until at least 7 years after the book year of the visit.")


def test_a_condition_is_said(changed: Changed) -> None:
    statement = changed((NUMBERS, f"{NUMBERS}\n    when: foreign"))
    assert retention_sentence(statement, "numbers", "nl").endswith(
        "Dit geldt alleen als dit klopt: het nummer is buitenlands."
    )
    assert retention_sentence(statement, "numbers", "en").endswith(
        "This holds only if the number is foreign."
    )


def test_the_company_s_own_sentence_goes_before(changed: Changed) -> None:
    statement = changed((NUMBERS, f"{NUMBERS}\n    says: {{nl: Na een week weg., en: Gone in a week.}}"))
    assert retention_sentence(statement, "numbers", "en") == "Gone in a week."


def test_a_promise_that_is_not_there_is_a_key_error(changed: Changed) -> None:
    with pytest.raises(KeyError):
        retention_sentence(changed(), "nothing", "en")


def test_texts_with_commas_are_kept_apart() -> None:
    assert listed(["naam", "adres"], "nl") == "naam en adres"
    assert listed(["a", "b", "c"], "en") == "a, b and c"
    assert listed(["name, address", "age"], "en") == "name, address; and age"
