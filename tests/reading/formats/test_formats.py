"""Pages, Word files and PDF come out as the headings, lists, tables and sentences that people see."""

import io
import time

import pypdf
import pytest
from tests.reading.sources import PAGE, paragraph, pdf, table, word_file

from gestand.core.document import Document, Segment, Shape
from gestand.core.errors import SourceError
from gestand.reading.segments import segments_of
from gestand.reading.source import document_of

MORE = (
    "<p>U heeft recht op inzage en verwijdering. Klagen kan bij de autoriteit, en bij ons natuurlijk ook.</p>"
)


def page(more: str = "") -> Document:
    return document_of(PAGE.format(more=MORE + more).encode(), "page.html")


def texts(document: Document, shape: Shape) -> list[str]:
    return [segment.text for segment in segments_of(document) if segment.shape is shape]


def the(document: Document, text: str) -> Segment:
    return next(segment for segment in segments_of(document) if segment.text == text)


def test_a_page_leaves_menus_and_footers_out() -> None:
    for chrome in ("Winkel van de week", "fietspad", "Fietsenmand\n"):
        assert chrome not in page().text


def test_a_page_says_that_something_was_passed_over() -> None:
    assert [remark.en for remark in page().remarks] == [
        "Menus, banners and the foot of the page were passed over."
    ]


@pytest.mark.parametrize("name", ["cookie-notice", "site-footer", "CybotCookiebotDialog", "cc-window banner"])
def test_a_banner_is_passed_over_and_a_statement_with_its_name_is_not(name: str) -> None:
    banner = f"<div class='{name}'><p>Lees dit deel.</p></div>"
    outside = PAGE.format(more=MORE).replace("<main>", f"{banner}<main>")
    assert "Lees dit deel." not in document_of(outside.encode(), "a.html").text
    assert "Lees dit deel." in page(banner).text


def test_a_page_has_its_headings_and_those_that_are_only_bold() -> None:
    headings = ["Privacyverklaring", "Wat wij gebruiken", "Hoe lang bewaren wij uw gegevens?"]
    assert texts(page(), Shape.HEADING) == headings


def test_a_nested_list_has_the_lead_of_the_lists_around_it() -> None:
    assert the(page(), "straat").lead == "Wij gebruiken van u: adres"
    assert the(page(), "naam").headings == ("Privacyverklaring", "Wat wij gebruiken")


def test_a_table_of_contents_is_no_list() -> None:
    assert "Hoe lang" not in texts(page(), Shape.ITEM)


def test_a_cell_that_spans_rows_stands_in_each_with_the_title_of_its_column() -> None:
    rows = [segment.cells for segment in segments_of(page()) if segment.shape is Shape.ROW]
    assert rows[2] == (("Gegevens", "Facturen"), ("Termijn", "na het boekjaar"))


def test_a_sentence_runs_on_past_a_line_break_and_an_address_does_not() -> None:
    assert "U bereikt ons via privacy@fietsenmand.example." in texts(page(), Shape.PARAGRAPH)
    assert "Proefpad 9" in texts(page("<p>Fietsenmand<br>Proefpad 9<br>Voorbeeldstad</p>"), Shape.PARAGRAPH)


@pytest.mark.parametrize(
    "more",
    ["<iframe src='https://lijst.example'></iframe>", "<script src='https://x.example/cd.js'></script>"],
)
def test_what_a_page_fetches_from_elsewhere_is_told_as_unread(more: str) -> None:
    assert len(page(more).unread) == 1


@pytest.mark.parametrize("src", ["https://www.youtube.com/embed/x", "https://www.google.com/maps/embed"])
def test_a_film_or_a_map_is_no_text(src: str) -> None:
    assert not page(f"<iframe src='{src}'></iframe>").unread


def test_a_page_without_the_ends_that_html_lets_go_is_read() -> None:
    markup = f"<html><head><title>x</title><body><p>Eerst.<p>Dan.<ul><li>naam<li>adres</ul>{MORE * 3}"
    document = document_of(markup.encode(), "a.html")
    assert texts(document, Shape.ITEM) == ["naam", "adres"]
    assert texts(document, Shape.PARAGRAPH)[:2] == ["Eerst.", "Dan."]


def test_a_list_that_is_typed_with_dashes_is_a_list_all_the_same() -> None:
    assert the(page("<p>Wij vragen:<br>- uw leeftijd<br>- uw maat</p>"), "- uw maat").lead == "Wij vragen:"
    typed = paragraph("Wij vragen:") + paragraph("• uw maat")
    assert the(document_of(word_file(typed), "a.docx"), "• uw maat").lead == "Wij vragen:"


def test_a_typed_number_makes_a_heading_unless_another_follows() -> None:
    typed = "<p>2. Wie leest mee</p><p>Niemand leest mee.</p><p>1. Naam</p><p>2. Adres</p><p>Meer niet.</p>"
    assert "2. Wie leest mee" in texts(page(typed), Shape.HEADING)
    assert texts(page(typed), Shape.ITEM)[-2:] == ["1. Naam", "2. Adres"]


def test_a_page_laid_out_in_a_table_is_running_text() -> None:
    laid = (
        f"<html><body><table><tr><td>menu</td><td><h1>Privacy</h1>{MORE * 3}</td></tr></table></body></html>"
    )
    assert texts(document_of(laid.encode(), "a.html"), Shape.HEADING) == ["Privacy"]


ACCORDIONS = (
    "<h3><button aria-expanded='false'>Wie krijgt ze?</button></h3>",
    "<button class='accordion'>Wie krijgt ze?</button>",
    "<details><summary>Wie krijgt ze?</summary></details>",
    "<dl><dt>Wie krijgt ze?</dt></dl>",
)


@pytest.mark.parametrize("opened", ACCORDIONS)
def test_what_opens_a_part_of_a_page_is_its_heading(opened: str) -> None:
    assert "Wie krijgt ze?" in texts(page(f"{opened}<div class='panel'><p>Niemand.</p></div>"), Shape.HEADING)
    assert "Akkoord" not in page("<p>Tekst.</p><button>Akkoord</button>").text


def test_an_older_character_set_of_a_page_is_believed() -> None:
    markup = f"<html><head><meta charset='iso-8859-1'></head><body>{MORE * 3}<p>Eén.</p></body></html>"
    assert "Eén." in document_of(markup.encode("latin-1"), "a.html").text


def test_a_word_file_has_headings_lists_and_tables() -> None:
    body = (
        paragraph("Privacyverklaring", "Titel")
        + paragraph("Wie wij zijn", "Kop1")
        + paragraph("Inhoud", "Inhopg1")
        + paragraph("Wij zijn Fietsenmand. Mail ons gerust.")
        + paragraph("Wat wij gebruiken", bold=True)
        + paragraph("Wij gebruiken:")
        + paragraph("naam", listed=True)
        + table(("Gegevens", "Termijn"), ("Facturen", "7 jaar"))
    )
    document = document_of(word_file(body), "a.docx")
    assert texts(document, Shape.HEADING) == ["Privacyverklaring", "Wie wij zijn", "Wat wij gebruiken"]
    assert the(document, "naam").lead == "Wij gebruiken:"
    assert the(document, "Facturen\t7 jaar").cells == (("Gegevens", "Facturen"), ("Termijn", "7 jaar"))
    assert "Inhoud" not in document.text


def test_a_pdf_has_whole_words_and_paragraphs_and_no_page_numbers() -> None:
    wide = "Wij gebruiken de gegevens van klanten en bezoekers alleen met een doel, en zorg-"
    document = document_of(
        pdf(
            (
                "Privacyverklaring",
                wide,
                "vuldig.",
                "Hoe lang bewaren wij ze",
                "Facturen zeven jaar.",
                "Pagina 1 van 2",
            ),
            (
                "Contact",
                "Mail privacy@fietsenmand.example.Wij antwoorden binnen vier weken op uw vraag.",
                "Pagina 2 van 2",
            ),
        ),
        "a.pdf",
    )
    assert texts(document, Shape.HEADING) == ["Privacyverklaring", "Hoe lang bewaren wij ze", "Contact"]
    assert "Wij antwoorden binnen vier weken op uw vraag." in texts(document, Shape.PARAGRAPH)
    assert "zorgvuldig." in document.text
    assert "Pagina" not in document.text


def test_a_page_that_is_a_picture_is_told_as_unread() -> None:
    lines = ("Wij bewaren facturen zeven jaar.", "Wij bewaren niets anders.")
    document = document_of(pdf(lines, (), lines), "a.pdf")
    assert [part.what.en for part in document.unread] == ["page 2 is a picture without text"]


def test_a_pdf_behind_a_password_is_refused_and_one_with_an_empty_password_is_read() -> None:
    for password, refused in (("geheim", True), ("", False)):
        writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(("Wij bewaren facturen zeven jaar.",))))
        writer.encrypt(password, owner_password="eigenaar", algorithm="AES-256")
        locked = io.BytesIO()
        writer.write(locked)
        if refused:
            with pytest.raises(SourceError, match="behind a password"):
                document_of(locked.getvalue(), "a.pdf")
        else:
            assert "zeven jaar" in document_of(locked.getvalue(), "a.pdf").text


def test_the_preamble_comments_and_code_of_markdown_are_no_part_of_what_is_read() -> None:
    front, comment, code = "---\ntitle: Privacy\n---\n", "<!-- Wij bewaren alles. -->", "```\ncode\n```\n"
    text = f"{front}# Privacy\n\n{comment}\n\nWij bewaren niets.\n\n{code}"
    read = [segment.text for segment in segments_of(document_of(text.encode(), "a.md"))]
    assert read == ["# Privacy", "Wij bewaren niets."]


UNENDED = (
    "<!--",
    "<![CDATA[",
    "<a ",
    "<",
    "</",
    "&#",
    "<style>",
    "<script>",
    "<div>",
    "<?",
    "<!x",
    "<ul><li>",
    "<b>x",
)


@pytest.mark.parametrize("begin", [*UNENDED, "<table><tr><td>", "<a href='", "<td rowspan=50>x<tr>"])
def test_markup_that_never_ends_takes_no_more_time_than_its_length(begin: str) -> None:
    markup = "<html><body>" + "woord " * 50 + begin * (100_000 // len(begin))
    started = time.process_time()
    assert "woord" in document_of(markup.encode(), "a.html").text
    assert time.process_time() - started < 2
