"""The statements of our own samples are sound, and so are the pages that people read of them."""

import pytest
from tests.documents.statements import read

from gestand.core.text import Language
from gestand.documents.markdown import markdown
from gestand.documents.statement import statement_page
from gestand.examples.folder import SAMPLES as KNOWN
from gestand.lint.judge import judge_statement, judge_text
from gestand.reading.facts import facts_of
from gestand.reading.segments import segments_of
from gestand.reading.source import document_of

SAMPLES = sorted(name.replace("-", "_") for name in KNOWN)


@pytest.mark.parametrize("name", SAMPLES)
def test_no_fault_is_found_in_the_statement_of_a_sample(name: str) -> None:
    assert [one.rule.code for one in judge_statement(read(name)) if one.found] == []


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_fault_is_found_in_the_page_of_a_sample(name: str, language: Language) -> None:
    page = markdown(statement_page(read(name), language))
    document = document_of(page.encode(), "page.md")
    segments = segments_of(document)

    found = [one for one in judge_text(document, segments, facts_of(segments, document)) if one.found]

    assert [(one.rule.code, [quote.text for quote in one.quotes]) for one in found] == []
