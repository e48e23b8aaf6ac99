"""What a term of keeping is about: recognised data, all of them where the text says so, else its own words."""

import pytest
from tests.reading.draft.reading import drafted
from tests.reading.draft.test_draft import evidence

from gestand.reading.draft.writing import TO_BE_DECIDED
from gestand.statement import Statement, parse_statement

BEFORE = {
    "nl": "# Verklaring\n\nVan klanten gebruiken wij naam en e-mailadres.\n\n## Hoe lang bewaren wij?\n\n",
    "en": "# Statement\n\nOf customers we use name and e-mail address.\n\n## How long do we keep data?\n\n",
}


def read(language: str, text: str) -> tuple[str, Statement]:
    written = drafted(f"{BEFORE[language]}{text}\n")
    return written, parse_statement(written)


@pytest.mark.parametrize(
    ("language", "text", "key"),
    [
        ("en", "Parking tickets: 6 months", "parking-tickets"),
        ("en", "We keep ticket stubs for three months.", "ticket-stubs"),
        ("en", "Ticket stubs are deleted after three months.", "ticket-stubs"),
        ("en", "Browsing records are kept for at most 2 years.", "browsing-records"),
        ("nl", "Wij bewaren parkeerkaarten 3 weken.", "parkeerkaarten"),
        ("nl", "Parkeerkaarten worden na 3 weken verwijderd.", "parkeerkaarten"),
        ("nl", "Parkeerkaarten: maximaal 3 weken", "parkeerkaarten"),
    ],
)
def test_a_subject_that_nobody_knows_is_data_in_the_text_s_own_words(
    language: str, text: str, key: str
) -> None:
    written, statement = read(language, text)
    assert statement.retention[key].data == (key,)
    assert statement.data[key].nl.lower() == key.replace("-", " ")
    assert f"  {key}:  #: {TO_BE_DECIDED.said_in(statement.language)}" in written
    assert evidence(key, written).endswith({"nl": "veel twijfel", "en": "doubt much"}[language])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Wij bewaren uw gegevens 2 jaar."),
        ("nl", "Persoonsgegevens worden na 2 jaar verwijderd."),
        ("en", "We keep your personal data for 2 years."),
        ("en", "Your information is kept for 2 years."),
        ("nl", "Wij verwijderen je meeste gegevens 2 jaar na je bestelling."),
        ("en", "We keep your personal data for as long as your account is active."),
    ],
)
def test_a_term_for_all_data_is_one_for_all_data(language: str, text: str) -> None:
    assert read(language, text)[1].retention["personal-data"].data == ("name", "email")


def test_data_in_the_line_of_a_term_are_what_it_is_about() -> None:
    assert read("en", "Credit card details: 14 days")[1].retention["payment-card"].data == ("payment-card",)


def test_as_long_as_something_holds_ends_when_it_holds_no_longer() -> None:
    statement = read("en", "Parking tickets: as long as the garage is rented")[1]
    moment = statement.retention["parking-tickets"].kept.moment
    assert statement.moments[moment].en.startswith("this no longer holds: ")


def test_a_bare_term_is_about_what_its_heading_names() -> None:
    statement = read("nl", "### 1. Parkeerkaarten\n\nBewaartermijn: 12 maanden.")[1]
    assert statement.retention["parkeerkaarten"].data == ("parkeerkaarten",)


def test_a_bare_term_under_a_heading_of_cookies_is_a_lifetime() -> None:
    assert read("nl", "### 2. Analytische cookies\n\nBewaartermijn: 12 maanden.")[1].retention == {}


def test_a_cell_that_names_kinds_of_data_is_of_those_kinds() -> None:
    rows = "| Data | Term |\n|---|---|\n| Phone numbers and e-mail addresses of visitors | kept for 1 week |"
    statement = read("en", rows)[1]
    (key,) = statement.retention
    assert key == "phone-numbers-and-e-mail-addresses"
    assert statement.data[key].kind == ("TelephoneNumber", "EmailAddress")
