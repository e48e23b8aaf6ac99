"""The PDF: tagged, the same bytes every time, and a clear word where the part that sets it is missing."""

import sys

import pytest
from tests.documents.statements import LANGUAGES, STATEMENTS, read

from gestand.core.text import Language
from gestand.documents.pdf import PdfPartMissing, pdf
from gestand.documents.statement import statement_page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", STATEMENTS)
def test_every_statement_becomes_a_tagged_pdf_the_same_every_time(name: str, language: Language) -> None:
    pytest.importorskip("typst")
    first, second = (pdf(statement_page(read(name), language)) for _ in range(2))

    assert first == second
    assert b"/StructTreeRoot" in first


def test_without_typst_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)

    with pytest.raises(PdfPartMissing, match=r"pip install 'gestand\[pdf\]'"):
        pdf(statement_page(read("bare"), "nl"))
