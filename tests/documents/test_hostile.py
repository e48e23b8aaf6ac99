"""Whatever a text of a statement holds, on the page it is text: in HTML, in Markdown, in PDF and in a spreadsheet."""

import csv
import io
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt
from tests.documents.statements import bare

from gestand.documents.html import html_fragment, html_page
from gestand.documents.markdown import escaped, markdown
from gestand.documents.page import Span
from gestand.documents.pdf import SignNotInThePdf, pdf
from gestand.documents.register import controller_register
from gestand.documents.sections.controller import mail
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


@pytest.mark.parametrize("sign", ["\\0", "\\e", "\\x9b", "\\u202E", "\\u2066"])
def test_signs_that_nobody_sees_become_blanks(sign: str) -> None:
    page = statement_page(bare(explained=f'{{word: {{nl: "een{sign}twee", en: "one{sign}two"}}}}'), "nl")

    assert "Een twee." in html_page(page)
    assert "Een twee." in markdown(page)


@pytest.mark.parametrize("sign", ["中", "🎉", "ไ"])
def test_a_sign_that_the_letters_of_a_pdf_lack_is_told_with_its_place(sign: str) -> None:
    pytest.importorskip("typst")
    page = statement_page(bare(explained=f"{{word: {{nl: een {sign}, en: a {sign}}}}}"), "nl")

    with pytest.raises(SignNotInThePdf, match=f"“{sign}”, below “Wat betekenen deze woorden\\?”"):
        pdf(page)


def test_an_address_adds_nothing_to_the_mail_that_it_begins() -> None:
    assert mail("a?bcc=b&c%0d@example.org") == Span(
        "a?bcc=b&c%0d@example.org", "mailto:a%3Fbcc%3Db%26c%250d@example.org"
    )
    assert mail("privacy+nl@example.org").link == "mailto:privacy+nl@example.org"


def test_abuse_is_reported_by_a_link_only_where_an_address_stands_alone() -> None:
    told = "0800 0123, of mail abuse@example.org"
    recipient = f"{{nl: een, en: one, reports of abuse: '{told}'}}"
    made = html_page(statement_page(bare(recipients=f"{{one: {recipient}}}"), "nl"))

    assert f"{told}." in made
    assert "mailto:0800" not in made


def test_markdown_keeps_a_link_whole_whatever_its_address_holds() -> None:
    link = "https://example.org/`a|b`?x&lt;y"
    page = statement_page(bare(recipients=f"{{one: {{nl: een, en: one, terms: '{link}'}}}}"), "nl")
    seen = MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown(page))

    assert 'href="https://example.org/%60a%7Cb%60?x%26lt;y"' in seen
