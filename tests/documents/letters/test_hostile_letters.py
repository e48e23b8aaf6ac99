"""Whatever stands in a name, a reason or an address, in a letter it is text on its own line, and never a header."""

import io
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from docs.letters import LANGUAGES, NAME
from tests.documents.letters.samples import letter

from gestand.core.letter import Addressee, Template, Told
from gestand.core.request import Right
from gestand.core.step import Result
from gestand.core.text import Text
from gestand.documents.letters import pdf, write
from gestand.documents.letters.form import formed
from gestand.documents.letters.letters import AddressNotUsable
from gestand.documents.letters.said import said
from gestand.documents.pdf import SignNotInThePdf

HOSTILE = (
    "Jo\r\nBcc: everybody@example.org",
    "Jo\n\n## Wij geven alles\n\n- alles",
    "## Jo",
    "- Jo",
    "    Jo",
    "Jo\\",
    "<script>alert(1)</script>",
    "{{ 7 * 7 }}{% include 'letters.py' %}",
    '#set page(width: 1cm) $x$ #read("/etc/passwd") @cite *bold* _it_ `raw`',
    "[link](https://evil.example)",
    "Jo\u202egro.live\u202c\u2066x\u2069\u200b\u2060\u200f\ufeff",
    "Jo\x00\x1b[31m\x7f\x85",
    "Jo\u2028\u2029\u0085Bakker\ud800",
    "A" * 5_000,
)
INVISIBLE = "\u202e\u202c\u2066\u2069\u200b\u2060\u200f\ufeff\x00\x1b\x7f\x85\u2028\u2029\ud800\r"


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("template", list(Template))
def test_a_name_stays_text_on_one_line(template: Template, text: str) -> None:
    for language in LANGUAGES:
        quiet = write(letter(template, language, Addressee("Jo", "jo@example.org")))
        written = write(letter(template, language, Addressee(text, "jo@example.org"), passed_on_to="x"))

        assert not any(sign in written.text + written.subject for sign in INVISIBLE)
        assert "49" not in written.text.splitlines()[0]
        assert written.subject == quiet.subject
        headings = [line for line in written.text.splitlines() if line == "Wij geven alles"]
        assert not headings
        written.text.encode()


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_people_wrote_stays_in_its_own_place(text: str) -> None:
    told = (Told(Right.ACCESS, NAME, Result.REFUSED, reason=text),)
    written = write(letter(Template.ANSWER, "nl", told=told, link="", level=None))

    after = written.text.partition("dit doen wij niet. Onze")[2]
    item = after.partition("\n\n")[0]
    assert " ".join(text.replace("\\", "").split())[:2].strip() in item
    assert not [line for line in item.splitlines()[1:] if not line.startswith("  ")]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("template", list(Template))
def test_no_value_makes_a_heading_a_list_or_a_line_of_its_own(template: Template, text: str) -> None:
    def forms(value: str) -> list[tuple[str, int]]:
        facts = dict.fromkeys(
            ("reason", "question", "about", "passed_on_to", "words", "link", "contact"), value
        )
        made = letter(template, "en", Addressee(value, "jo@example.org"), **facts, level=Text(value, value))
        return [(block.form, len(block.lines)) for block in formed(said(made)).blocks]

    assert forms(text) == forms("x")


@pytest.mark.parametrize("case", ["2026-0017\r\nBcc: all@example.org", "2026\u202e-0017"])
def test_a_subject_is_one_header_whatever_the_case_is_called(case: str) -> None:
    written = write(letter(Template.RECEIPT, "nl", case=case))
    message = EmailMessage(policy=SMTP)
    message["Subject"] = written.subject
    message.set_content(written.text)

    assert "Bcc" not in message
    assert b"\nBcc" not in message.as_bytes().partition(b"\r\n\r\n")[0]


@pytest.mark.parametrize(
    "address",
    [
        "jo@example.org\nBcc: all@example.org",
        "jo@example.org, all@example.org",
        "Jo <jo@example.org>",
        "jo example.org",
        "jo@example.org\u202e",
        "jo@@example.org",
        "@example.org",
        "jo@example.org ",
        "\x00jo@example.org",
    ],
)
def test_what_is_not_one_address_is_refused_and_not_shown(address: str) -> None:
    with pytest.raises(AddressNotUsable, match="2026-0017, receipt") as refused:
        write(letter(Template.RECEIPT, "nl", Addressee("Jo", address)))

    assert "jo" not in str(refused.value).lower()


@pytest.mark.parametrize("text", HOSTILE[1:10])
def test_paper_shows_it_as_text(text: str) -> None:
    pytest.importorskip("typst")
    from pypdf import PdfReader

    to = Addressee(text, "", f"{text}\n1234 AB Ons Dorp")
    told = (Told(Right.ERASURE, NAME, Result.REFUSED, reason=text),)
    made = pdf(letter(Template.ANSWER, "nl", to, told=told))

    shown = "".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    wanted = "".join(text.split())
    assert "".join(shown.split()).count(wanted) >= (3 if len(wanted) < 60 else 1)


def test_a_sign_that_no_font_has_stops_the_paper_and_does_not_show_the_sign() -> None:
    pytest.importorskip("typst")
    to = Addressee("Jo \U000f0000", "", "Dorpsstraat 1")

    with pytest.raises(SignNotInThePdf, match="2026-0017, answer: no font") as refused:
        write(letter(Template.ANSWER, "nl", to))

    assert "\U000f0000" not in str(refused.value)


def test_an_address_on_paper_keeps_its_lines_and_a_checkpoint_its_own() -> None:
    pytest.importorskip("typst")
    from pypdf import PdfReader

    to = Addressee("Jo de Vries", "", "Dorpsstraat 1\r\n1234 AB Ons Dorp\n\nNederland")
    made = pdf(letter(Template.ANSWER, "nl", to, told=(Told(Right.ERASURE, NAME, Result.DONE, 1),)))

    lines = [one for page in PdfReader(io.BytesIO(made)).pages for one in page.extract_text().splitlines()]
    at = lines.index("Jo de Vries")
    assert lines[at : at + 4] == ["Jo de Vries", "Dorpsstraat 1", "1234 AB Ons Dorp", "Nederland"]
    assert "log.example.org" in lines
