"""The list of changes on the page: by kind, in whole sentences, each language its own."""

import pytest
from tests.documents.statements import STATEMENTS, bare, read

from gestand.documents.markdown import markdown
from gestand.documents.statement import statement_page
from gestand.statement.parse import parse_statement


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


@pytest.mark.parametrize("name", STATEMENTS)
def test_nothing_changed_is_said_in_a_sentence(name: str) -> None:
    page = markdown(statement_page(read(name), "nl", read(name)))

    assert "Niets, sinds versie" in page


def test_without_an_older_version_there_is_no_list() -> None:
    assert "Wat is er gewijzigd?" not in markdown(statement_page(read("sms_gateway"), "nl"))
