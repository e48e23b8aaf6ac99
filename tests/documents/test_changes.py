"""The list of changes on the page: by kind, in whole sentences, each language its own."""

import pytest
from tests.documents.statements import STATEMENTS, bare, read

from gestand.core.text import Language
from gestand.documents.markdown import markdown
from gestand.documents.statement import statement_page
from gestand.statement.parse import parse_statement
from gestand.statement.sentences import retention_sentence


def test_changes_stand_below_their_kind_with_the_older_version_named() -> None:
    newer = (
        STATEMENTS["bare"]
        .read_text("utf-8")
        .replace("1 week after", "3 days after")
        .replace("version: 1", "version: 2")
    )
    page = markdown(statement_page(parse_statement(newer), "en", bare(sold="none")))
    changed = page.partition("What has changed?")[2]

    assert "This differs from version 1, in force from 1 December 2026." in changed
    assert "Stricter: we promise more" in changed
    assert "now until 3 days after the message was sent" in changed
    assert "Gone" in changed


def changed(old: str, new: str, language: Language) -> str:
    """The list of changes of a sample in which one text was another before."""
    newer = STATEMENTS["shop"].read_text("utf-8")
    older = parse_statement(newer.replace(new, old, 1))
    return markdown(statement_page(parse_statement(newer), language, older)).partition('id="changed"')[2]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nl", "- Achtergelaten winkelmanden: eerst tot 2 maanden nadat"),
        ("en", "- Carts that were left: first until 2 months after"),
    ],
)
def test_a_promise_is_called_by_its_data_and_not_by_its_key(language: Language, told: str) -> None:
    assert told in changed("2 months after cart-left", "1 month after cart-left", language)


@pytest.mark.parametrize("key", ["carts", "invoices", "testimonials"])
def test_a_sentence_that_holds_the_key_of_its_promise_is_left_as_it_is(key: str) -> None:
    newer = read("shop")
    kept = {name: promise for name, promise in newer.retention.items() if name != key}
    older = newer.model_copy(update={"retention": kept})
    told = markdown(statement_page(newer, "en", older)).partition('id="changed"')[2]

    assert f"- {retention_sentence(newer, key, 'en')}" in told


def test_a_stream_that_is_gone_is_called_by_what_it_was_about() -> None:
    older = read("shop")
    kept = {name: one for name, one in (older.marketing or {}).items() if name != "cart-reminder"}
    newer = older.model_copy(update={"marketing": kept})
    told = markdown(statement_page(newer, "nl", older)).partition('id="changed"')[2]

    assert "- Reclame “herinneren aan een achtergelaten winkelmand”." in told


def test_a_thing_is_called_by_its_text_alone() -> None:
    told = changed("role: ThirdParty", "role: DataProcessor", "nl")

    assert "“een bedrijf dat namens ons reclame verstuurt”, rol: eerst derde, nu verwerker." in told


def test_a_stream_of_messages_is_called_by_what_it_is_about() -> None:
    told = changed("confirmed: double opt-in", "confirmed: single opt-in", "nl")

    assert "Reclame “herinneren aan een achtergelaten winkelmand”, bevestiging:" in told


def test_a_moment_that_is_new_is_told_by_the_promise_alone() -> None:
    page = markdown(statement_page(read("shop"), "en", read("sms_gateway")))

    assert "Moment “" not in page.partition('id="changed-changed"')[0]


@pytest.mark.parametrize("name", STATEMENTS)
def test_nothing_changed_is_said_in_a_sentence(name: str) -> None:
    page = markdown(statement_page(read(name), "nl", read(name)))

    assert "Niets, sinds versie" in page


def test_without_an_older_version_there_is_no_list() -> None:
    assert "Wat is er gewijzigd?" not in markdown(statement_page(read("sms_gateway"), "nl"))
