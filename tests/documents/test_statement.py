"""The statement as a page: what it says, what it denies, and what it leaves unsaid."""

import pytest
from tests.documents.statements import STATEMENTS, read

from gestand.core.text import Language
from gestand.documents.html import html_fragment, html_page
from gestand.documents.statement import statement_page

LANGUAGES: tuple[Language, Language] = ("nl", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", STATEMENTS)
def test_every_promise_has_its_place_on_the_page(name: str, language: Language) -> None:
    statement = read(name)
    page = html_page(statement_page(statement, language))

    for key in statement.retention:
        assert page.count(f'id="retention-{key}"') == 1


@pytest.mark.parametrize("name", STATEMENTS)
def test_the_same_statement_gives_the_same_bytes(name: str) -> None:
    first, second = (html_page(statement_page(read(name), "nl")) for _ in range(2))

    assert first == second


def test_a_fragment_brings_no_page_around_it() -> None:
    fragment = html_fragment(statement_page(read("sms_gateway"), "en"))

    assert fragment.startswith('<article class="gestand" lang="en">')
    assert "<html" not in fragment
