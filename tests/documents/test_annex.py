"""The annex to a processing agreement: what the statement says, and what is left to be filled in."""

import pytest
from tests.documents.statements import bare, read

from gestand.documents.annex import annex_page
from gestand.documents.html import html_page
from gestand.documents.markdown import markdown
from gestand.statement.absent import UNSTATED


def test_the_annex_names_data_terms_measures_and_the_time_to_tell_of_a_breach() -> None:
    annex = markdown(annex_page(read("sms_gateway"), "en"))

    assert "Phone number of the recipient" in annex
    assert "recipients of a text message" in annex
    assert "within 24 hours after we know of it" in annex
    assert "until 1 week after the message was sent" in annex
    assert "Encryption of what travels." in annex
    assert "invoices" not in annex


def test_the_annex_covers_each_letter_of_28_3() -> None:
    annex = markdown(annex_page(read("sms_gateway"), "nl"))

    for letter in "abcdefgh":
        assert f"onder {letter}" in annex


def test_what_is_not_known_is_left_to_be_filled_in() -> None:
    annex = markdown(annex_page(bare(), "nl"))

    assert annex.count("(in te vullen)") == 7


def test_a_company_without_an_address_leaves_its_contact_to_be_filled_in() -> None:
    statement = bare()
    contact = statement.controller.contact.model_copy(update={"email": UNSTATED})
    nowhere = statement.controller.model_copy(update={"contact": contact})
    made = html_page(annex_page(statement.model_copy(update={"controller": nowhere}), "nl"))

    assert "(in te vullen)" in made.partition('id="contact-title"')[2]
    assert "<ul>\n</ul>" not in made


def test_the_annex_is_a_page_with_contents() -> None:
    page = html_page(annex_page(read("sms_gateway"), "nl"))

    assert page.count('<a href="#parties">') == 1
    assert 'id="short"' not in page


@pytest.mark.parametrize(
    ("recipient", "told"),
    [
        ("role: ThirdParty, for: [delivery]", "engages no other processors"),
        ("for: [delivery]", "names no other processors"),
        ("data: [number]", "names no other processors"),
        ("role: DataProcessor, data: [number]", "Another"),
    ],
)
def test_other_processors_are_denied_only_where_no_recipient_may_be_one(recipient: str, told: str) -> None:
    statement = bare(recipients=f"{{one: {{nl: een ander, en: another, {recipient}}}}}")
    lent = statement.purposes["delivery"].model_copy(update={"as_": "processor"})
    annex = markdown(annex_page(statement.model_copy(update={"purposes": {"delivery": lent}}), "en"))

    assert told in annex.partition("Other processors")[2].partition("##")[0]
