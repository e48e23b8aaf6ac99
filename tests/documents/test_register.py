"""The registers of Article 30: a row for each purpose, and every column that the law asks."""

import csv
import io

import pytest
from tests.documents.statements import LANGUAGES, STATEMENTS, bare, read

from gestand.core.text import Language
from gestand.documents.register import controller_register, processor_register
from gestand.statement.absent import UNSTATED
from gestand.statement.model import Statement


def rows(written: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written, newline="")))


def roles(statement: Statement) -> list[str]:
    return [purpose.as_ for purpose in statement.purposes.values()]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", STATEMENTS)
def test_each_purpose_is_a_row_of_one_register(name: str, language: Language) -> None:
    statement = read(name)

    assert len(rows(controller_register(statement, language))) == roles(statement).count("controller")
    assert len(rows(processor_register(statement, language))) == roles(statement).count("processor")


def test_the_register_of_a_controller_answers_all_of_30_1() -> None:
    row = next(
        one
        for one in rows(controller_register(read("everything"), "en"))
        if one["Purpose"] == "Choosing advertisements"
    )

    assert row["Controller"].startswith("Voorbeeld B.V.; Voorbeeldweg 1, 3500 AA Utrecht")
    assert row["Data protection officer"] == "fg@example.org"
    assert row["Representative"] == "none"
    assert row["Categories of data subjects"] == "customers"
    assert row["Categories of personal data"] == "phone number"
    assert row["Categories of recipients"] == "a partner (joint controller)"
    assert "the United States" in row["Transfers outside the EEA"]
    assert "Article 46(2)(c) GDPR" in row["Transfers outside the EEA"]
    assert row["Time limits for erasure"] == "phone number: until 1 week after the message was sent"
    assert "encryption of what is stored" in row["Security measures"]


def test_the_register_of_a_processor_says_for_whom_and_what() -> None:
    (row,) = rows(processor_register(read("sms_gateway"), "en"))

    assert row["On behalf of"] == "every customer"
    assert row["Categories of processing"] == "Delivering messages"


def test_what_the_statement_does_not_say_is_told_as_such() -> None:
    (row,) = rows(controller_register(bare(), "en"))

    assert row["Representative"] == "not stated"
    assert row["Data protection officer"] == "not stated"


def test_the_officer_is_reached_at_the_address_of_the_company() -> None:
    row = rows(controller_register(read("shop"), "nl"))[0]

    assert row["Functionaris gegevensbescherming"].endswith("Magazijnstraat 40, 0000 AA Voorbeeldstad")


def test_no_cell_is_left_empty() -> None:
    draft = bare(cookies="unstated")
    purpose = draft.purposes["delivery"].model_copy(update={"basis": UNSTATED, "data": UNSTATED})
    (row,) = rows(controller_register(draft.model_copy(update={"purposes": {"delivery": purpose}}), "nl"))

    assert all(row.values())
    assert row["Grondslag"] == row["Gegevens"] == row["Bewaartermijnen"] == "niet vermeld"


def test_no_recipient_is_left_out_for_not_saying_what_for() -> None:
    row = only_row(
        "{tied: {nl: een, en: tied by data, data: [number]}, loose: {nl: twee, en: said of nothing}}"
    )

    assert row["Categories of recipients"] == "tied by data; said of nothing"


@pytest.mark.parametrize(
    ("recipients", "told"),
    [
        ("none", "none"),
        ("unstated", "not stated"),
        ("{one: {nl: een, en: one, data: [number]}}", "not stated"),
        ("{one: {nl: een, en: one, data: [number], also elsewhere: none}}", "none"),
    ],
)
def test_transfers_are_denied_only_where_the_statement_denies_them(recipients: str, told: str) -> None:
    assert only_row(recipients)["Transfers outside the EEA"] == told


def test_a_company_that_takes_no_measures_says_so() -> None:
    (row,) = rows(controller_register(bare(security="none"), "en"))

    assert row["Security measures"] == "none"


def only_row(recipients: str) -> dict[str, str]:
    (row,) = rows(controller_register(bare(recipients=recipients), "en"))
    return row
