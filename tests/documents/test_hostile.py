"""Whatever a text of a statement holds, on the page it is text: in HTML, in Markdown, in PDF and in a spreadsheet."""

import csv
import io
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt
from tests.documents.statements import bare

from gestand.documents.html import html_fragment, html_page
from gestand.documents.markdown import escaped, markdown
from gestand.documents.pdf import pdf
from gestand.documents.register import controller_register
from gestand.documents.statement import statement_page
from gestand.statement.model import Statement

HOSTILE = (
    "<script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "{{ 7 * 7 }} {% raw %}",
    "# heading *bold* [link](https://evil.example) ![x](y) `code` | cell | <b>",
    '#set page(width: 1cm) $x$ #read("/etc/passwd") @cite',
    '=HYPERLINK("https://evil.example")',
    "{length} {0} {}",
    "1. first",
    "- item",
    "&lt;b&gt; &amp;",
)


def hostile(text: str) -> Statement:
    """A statement that says this in a heading, a paragraph and a table."""
    quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    said = f"{{nl: {quoted}, en: {quoted}}}"
    return bare(
        explained=f"{{word: {said}}}",
        recipients=f"{{one: {{nl: {quoted}, en: {quoted}, role: ThirdParty, for: [delivery], data: [number]}}}}",
        cookies=f"{{group: {{purpose: {said}, items: {{{quoted}: {{party: own, lifetime: session}}}}}}}}",
    )


class Seen(HTMLParser):
    """The text of a page, and the names of its elements and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self.names = "", set[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names |= {tag, *(name for name, _ in attrs)}

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("text", HOSTILE)
def test_html_shows_it_as_text(text: str) -> None:
    page = statement_page(hostile(text), "nl")
    for made in (html_page(page), html_fragment(page)):
        seen = Seen()
        seen.feed(made)
        assert not seen.names & {"script", "b", "onmouseover", "img"}
        assert seen.text.count(text) >= 3


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_it_as_text(text: str) -> None:
    reader = MarkdownIt("commonmark", {"html": True}).enable("table")
    for shown in (escaped(text), f"- {escaped(text)}", f"### {escaped(text)}"):
        seen = Seen()
        seen.feed(reader.render(shown))
        assert seen.text.strip() == text
        assert seen.names <= {"p", "ul", "li", "h3"}


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_tables_keep_their_cells(text: str) -> None:
    reader = MarkdownIt("commonmark", {"html": True}).enable("table")
    seen = Seen()
    seen.feed(reader.render(markdown(statement_page(hostile(text), "nl"))))

    assert not seen.names & {"script", "b", "onmouseover", "img"}
    assert seen.text.count(text) >= 3


@pytest.mark.parametrize("text", HOSTILE)
def test_pdf_is_set_all_the_same(text: str) -> None:
    pytest.importorskip("typst")

    assert pdf(statement_page(hostile(text), "nl")).startswith(b"%PDF")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1"])
def test_no_cell_of_a_register_is_a_formula(text: str) -> None:
    statement = bare()
    hostile_purpose = statement.purposes["delivery"].model_copy(update={"nl": text})
    made = controller_register(statement.model_copy(update={"purposes": {"delivery": hostile_purpose}}), "nl")
    cells = [cell for row in csv.reader(io.StringIO(made)) for cell in row]

    assert f"'{text}" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "＝"))]
