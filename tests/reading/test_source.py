"""What can be read, and a clear word for what cannot."""

from pathlib import Path

import pytest
from benchmarks.rendering import STATEMENTS
from tests.reading.sources import PAGE, STATEMENT, archive, pdf, word_file

from gestand.core.errors import SourceError
from gestand.reading import source
from gestand.reading.remarks import NEITHER_LANGUAGE
from gestand.reading.source import document_of, read_source


def test_a_text_keeps_every_character_of_its_source() -> None:
    raw = "Zorg\r\n\r\nBewaard: e\u0301e\u0301n jaar,\u00a0ten minste.\tPunt.".encode()
    assert document_of(raw, "a.txt").text.encode() == raw


def test_a_mark_at_the_beginning_is_no_part_of_the_text() -> None:
    assert document_of(b"\xef\xbb\xbfWij bewaren niets.", "a.txt").text == "Wij bewaren niets."
    assert document_of("Wij bewaren niets.".encode("utf-16"), "a.txt").text == "Wij bewaren niets."


def test_another_character_set_is_read_and_said() -> None:
    document = document_of("Eén café.".encode("cp1252"), "a.txt")
    assert document.text == "Eén café."
    assert "Windows-1252" in document.remarks[0].en


def test_damaged_letters_are_told_as_unread() -> None:
    damaged = "Wij bewaren gegevens Ã©Ã©n jaar in het cafÃ©, zolang het duurt."
    assert "Ã«" in document_of(damaged.encode(), "a.txt").unread[0].what.nl
    assert not document_of("Wij bewaren één Ã in het café.".encode(), "a.txt").unread


@pytest.mark.parametrize("shown", ["Loading...", "Bezig met laden…", "{{ contact.address }}"])
def test_a_part_that_did_not_load_is_told_as_unread(shown: str) -> None:
    unread = document_of(f"Wij bewaren niets.\n\n## Contact\n\n{shown}\n".encode(), "a.md").unread
    assert [part.what.en for part in unread] == [
        f"a part that had not loaded: only “{shown}” stands there, below “Contact”"
    ]


def test_two_languages_are_told() -> None:
    dutch = "Wij bewaren uw gegevens niet langer dan de wet van ons eist, en wij delen ze niet."
    english = "We keep your data for as long as the law tells us to, and we do not share them."
    both = "\n\n".join([dutch, english] * 4)
    assert "partly Dutch" in document_of(both.encode(), "a.txt").remarks[0].en
    assert not document_of("\n\n".join([dutch] * 8 + [english]).encode(), "a.txt").remarks


def test_two_statements_in_one_are_told() -> None:
    one = "# Privacyverklaring {}\n\nTekst.\n\n## Doel\n\nWij bewaren.\n\n## Rechten\n\nU mag vragen.\n\n"
    document = document_of((one.format("winkel") + one.format("app")).encode(), "a.md")
    assert "winkel" in document.remarks[0].nl
    assert not document_of(
        (one.format("winkel") + "## Wijziging van deze privacyverklaring\n").encode(), "a.md"
    ).remarks


ONE = {
    "nl": "{} van {}\n\n{} is verantwoordelijk voor wat hier staat. Wij bewaren gegevens zolang de wet het eist, en "
    "wij delen ze met niemand. Wie iets wil weten, mag het altijd vragen.\n\n",
    "en": "{} of {}\n\n{} is responsible for what stands here. We keep data as long as the law tells us to, and we "
    "share them with nobody. Who wants to know something can always ask.\n\n",
}


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [("nl", "Privacyverklaring", "Cookieverklaring"), ("en", "Privacy statement", "Cookie policy")],
)
def test_two_statements_without_headings_are_told_and_so_are_two_companies(
    language: str, first: str, second: str
) -> None:
    one = ONE[language].format(first, "De Mand B.V.", "De Mand B.V.")
    other = ONE[language].format(second, "Anders B.V.", "Anders B.V.")
    said = [remark.en for remark in document_of((one + other).encode(), "a.txt").remarks]
    assert len(said) == 2
    assert f"{second} of Anders B.V." in said[0] or f"{second} van Anders B.V." in said[0]
    assert "(De Mand B.V. · Anders B.V.)" in said[1]
    assert not document_of(one.encode(), "a.txt").remarks


@pytest.mark.parametrize(
    "said",
    [
        "De Mand B.V. en Anders B.V. zijn gezamenlijk verwerkingsverantwoordelijke.",
        "Anders B.V. is zelfstandig verwerkingsverantwoordelijke voor de betaling.",
        "Lees de cookieverklaring van Anders B.V.",
    ],
)
def test_another_company_within_a_statement_is_no_second_one(said: str) -> None:
    text = f"De Mand B.V. is verantwoordelijk voor uw gegevens. Wij bewaren ze kort.\n\n{said}\n"
    assert not document_of(text.encode(), "a.txt").remarks


@pytest.mark.parametrize("language", ["German", "French"])
def test_a_text_in_neither_language_is_told(language: str) -> None:
    text = {
        "German": "Wir speichern Ihre Daten nur so lange, wie es für die Erfüllung des Vertrags erforderlich ist. "
        "Sie haben jederzeit das Recht auf Auskunft und Löschung.",
        "French": "Vos données sont conservées pendant trois ans après le dernier contact, et vous avez le droit "
        "d'y accéder et de les rectifier en nous écrivant.",
    }[language]
    assert "neither Dutch nor English" in document_of(text.encode(), "a.txt").unread[0].what.en


@pytest.mark.parametrize("path", sorted(STATEMENTS.glob("*.txt")), ids=lambda path: path.stem)
def test_no_statement_in_dutch_or_english_is_taken_for_another_language_or_for_two(path: Path) -> None:
    read = read_source(path)

    assert not read.remarks
    assert NEITHER_LANGUAGE not in [part.what for part in read.unread]


@pytest.mark.parametrize(
    ("text", "language"), [(STATEMENT, "nl"), ("We keep your data and that of the others.", "en")]
)
def test_the_language_is_told_by_the_words_that_it_uses_most(text: str, language: str) -> None:
    assert document_of(text.encode(), "a.txt").language == language


def test_the_format_is_told_by_the_bytes_and_not_by_the_name() -> None:
    assert (
        "<main>"
        not in document_of(
            PAGE.format(more="<p>" + "Wij zeggen er meer over. " * 9 + "</p>").encode(), "a.txt"
        ).text
    )


REFUSED = {
    "empty": (b" \n", "is empty"),
    "binary": (b"text\0more", "is binary"),
    "no words": (b"12 34 --", "holds no words"),
    "older word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9, "an older Word file, or one behind a password"),
    "web archive": (b"From: <Saved by Blink>\nContent-Type: multipart/related\n", "a web archive (MHT)"),
    "rtf": (b"{\\rtf1 hello}", "an RTF file"),
    "picture": (b"\x89PNG\r\n\x1a\n", "a picture"),
    "no word file": (archive({"a.txt": b"x"}), "no Word file"),
    "damaged archive": (b"PK\x03\x04nonsense", "a damaged archive"),
    "damaged word file": (archive({"word/document.xml": b"<a>"}), "a damaged Word file"),
    "xml bomb": (word_file("", '<!DOCTYPE a [<!ENTITY x "xxxx">]>'), "declares XML entities"),
    "zip bomb": (archive({"word/document.xml": b"<a>" + b" " * 40_000_000}), "unpacks to far more"),
    "small zip bomb": (archive({"word/document.xml": b"<a>" + b" " * 9_000_000}), "unpacks to far more"),
    "empty word file": (word_file(""), "holds no text"),
    "scan": (pdf((), ()), "is a scan: its 2 pages"),
    "damaged pdf": (b"%PDF-1.4\nnonsense", "is damaged, or no PDF"),
    "navigation": (b"<html><body><nav><a>Home</a></nav></body></html>", "holds menus, banners and links"),
    "script": (b'<html><body><div id="root"></div></body></html>', "If a script fills the page"),
    "wrong mark": (b"\xff\xfeabc", "Save it as UTF-8"),
}


@pytest.mark.parametrize(("raw", "word"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused_with_a_word(raw: bytes, word: str) -> None:
    with pytest.raises(SourceError) as refused:
        document_of(raw, "the source")
    assert word in str(refused.value)
    assert str(refused.value).startswith("the source")


def test_an_endless_page_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(SourceError, match="characters of markup"):
        document_of(b"<html>" + b"<p>Wij bewaren gegevens.</p>\n" * 1_000_000, "a.html")


def test_a_picture_inside_a_page_does_not_count_as_text() -> None:
    picture = "<img src='data:image/png;base64," + "A" * 25_000_000 + "'>"
    page = PAGE.format(more=f"<p>{'Wij zeggen er meer over. ' * 9}</p>{picture}")
    assert "Wij zeggen" in document_of(page.encode(), "a.html").text


@pytest.mark.parametrize("tag", ["script", "style"])
def test_what_a_page_carries_along_unseen_does_not_count_as_text(tag: str) -> None:
    carried = f"<{tag} id='a'>{'x = 1;' * 2_000_000}</{tag}>"
    page = PAGE.format(more=f"{carried}<p>{'Wij zeggen er meer over. ' * 9}</p>{carried}")
    assert "Wij zeggen" in document_of(page.encode(), "a.html").text


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be opened"):
        read_source(tmp_path / "gone.txt")


def test_a_source_past_all_bounds_is_not_held_in_memory(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(source, "LARGEST", 10)
    (tmp_path / "a.txt").write_text("Wij bewaren niets.")
    with pytest.raises(SourceError, match="larger than 10 bytes"):
        read_source(tmp_path / "a.txt")
