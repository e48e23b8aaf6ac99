"""Segments: sentences, items and rows, each exact, with the headings and the lead above it."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reading.sources import STATEMENT

from gestand.core.document import Segment, Shape
from gestand.reading.blocks import blocks_of
from gestand.reading.segments import plain, segments_of
from gestand.reading.sentences import sentences
from gestand.reading.source import document_of


def read(text: str) -> tuple[Segment, ...]:
    return segments_of(document_of(text.encode(), "a.txt"))


def headings(text: str) -> list[str]:
    return [segment.text for segment in read(text) if segment.shape is Shape.HEADING]


def test_an_item_has_the_headings_above_it_and_the_sentence_that_introduces_its_list() -> None:
    item = next(segment for segment in read(STATEMENT) if "telefoonnummer" in segment.text)
    assert item.shape is Shape.ITEM
    assert item.headings == ("Privacyverklaring", "Welke gegevens gebruiken wij?")
    assert item.lead == "Van klanten die iets bestellen gebruiken wij:"


SENTENCES = {
    "abbreviations": ("Denk aan naam, e.d. en o.a. uw adres. Bijv. bij nr. 3 jo. art. 6 AVG. Klaar.", 3),
    "a company's form": (
        "Fietsenmand B.V. verkoopt manden. Dit doet Fietsenmand B.V. Wij staan achter haar.",
        3,
    ),
    "dates and numbers": ("Sinds 1 jan. 2026 kost het 3.500 euro. Op 25.05.2018 kwam de wet.", 2),
    "addresses": ("Mail a.b@c.example of zie www.c.example/a.b. Daarna bellen wij.", 2),
    "glued words": ("Wij bewaren uw gegevens.Wij wissen ze daarna weer.", 2),
    "a question and a call": ("Vragen? Mail ons! Wij helpen graag.", 3),
    "quotes": ("Wij zeggen “nee.” Dat blijft zo.", 2),
    "initials": ("Vraag het aan A. de Vries. Zij weet het.", 2),
    "english": ("We use cookies, e.g. for sign-in. Mr. Smith of Basket Ltd. decides. No. 5 is blue.", 3),
    "wrapped lines": ("Wij bewaren uw\ngegevens kort. Daarna\nwissen wij ze.", 2),
    "an ellipsis": ("Wij bewaren… nee, wij wissen. Meteen.", 2),
}


@pytest.mark.parametrize(("text", "count"), SENTENCES.values(), ids=SENTENCES)
def test_a_sentence_ends_where_it_ends(text: str, count: int) -> None:
    found = [text[begin:end] for begin, end in sentences(text, 0, len(text))]
    assert len(found) == count, found


HEADINGS = {
    "marked": ("# Een\n\nTekst hier.\n\n## Twee\n\nTekst.", ["# Een", "## Twee"]),
    "underlined": ("Een\n===\n\nTekst hier.\n\nTwee\n---\n\nTekst.", ["Een", "Twee"]),
    "capitals": ("UW RECHTEN\nU kunt vragen wat wij van u weten, en wij zeggen het.", ["UW RECHTEN"]),
    "numbered": (
        "1. Wie wij zijn\n\nTekst hier.\n\n2. Wat wij doen\n\nTekst.",
        ["1. Wie wij zijn", "2. Wat wij doen"],
    ),
    "numbered in parts": ("2.1 Bewaren\nWij bewaren niets dan wat moet.", ["2.1 Bewaren"]),
    "a question": (
        "Wat bewaren wij?\nWij bewaren niets.\n\nEn dan?\nNiets.",
        ["Wat bewaren wij?", "En dan?"],
    ),
    "bold": ("**Uw rechten**\n\nU mag alles vragen.", ["**Uw rechten**"]),
    "short lines": ("Contact\n\nMail ons gerust eens.", ["Contact"]),
    "no address": ("Fietsenmand\n\nProefpad 9\n\n0000 AA Voorbeeldstad\n\nmail@a.example", ["Fietsenmand"]),
    "no numbered list": ("Wij vragen:\n\n1. naam\n2. adres\n3. woonplaats", []),
    "no question to the reader": ("Tekst.\n\nHeeft u vragen?\n\nMail ons.", []),
    "no label": ("Tekst eerst.\n\nTelefoon: 000\n\nMeer tekst.", []),
}


@pytest.mark.parametrize(("text", "found"), HEADINGS.values(), ids=HEADINGS)
def test_a_heading_is_known_by_its_look(text: str, found: list[str]) -> None:
    assert headings(text) == found


def test_short_lines_below_a_colon_are_a_list() -> None:
    text = "Wij gebruiken:\n\nNaam\nAdres\nWoonplaats\n\nMeer niet."
    assert [one.text for one in read(text) if one.shape is Shape.ITEM] == ["Naam", "Adres", "Woonplaats"]


def test_phrases_right_below_a_heading_are_a_list_until_a_sentence_follows() -> None:
    text = "Een zin.\n\nUw rechten\nInzage\nVerwijdering\nBezwaar\nMail ons.\n"
    assert headings(text) == ["Uw rechten"]
    assert [one.text for one in read(text) if one.shape is Shape.ITEM] == [
        "Inzage",
        "Verwijdering",
        "Bezwaar",
    ]


def test_an_introduction_below_a_heading_is_no_item() -> None:
    text = "# Hoe lang\n\nWij hanteren deze termijnen:\nFacturen: 7 jaar\nBrieven: 4 weken\n"
    assert [one.text for one in read(text) if one.shape is Shape.ITEM] == [
        "Facturen: 7 jaar",
        "Brieven: 4 weken",
    ]


def test_lines_with_as_many_bars_are_rows_below_titles_that_name_columns() -> None:
    rows = read("Termijnen\n\nGegevens | Termijn\nFacturen | 7 jaar\nBrieven | 4 weken\n")
    assert [one.cells for one in rows if one.shape is Shape.ROW][1:] == [
        (("Gegevens", "Facturen"), ("Termijn", "7 jaar")),
        (("Gegevens", "Brieven"), ("Termijn", "4 weken")),
    ]


def test_a_single_line_with_bars_is_no_table() -> None:
    assert not [one for one in read("Home | Contact\n\nWij zijn er.\n") if one.shape is Shape.ROW]


def test_a_table_in_markdown_has_titles_above_its_cells() -> None:
    rows = read("| Wat | Hoe lang |\n|---|---|\n| Facturen | 7 jaar |\n| Brieven | 4 weken |\n")
    assert rows[2].cells == (("Wat", "Brieven"), ("Hoe lang", "4 weken"))


def test_lines_parted_by_arrows_are_rows() -> None:
    rows = read("Wat > Hoe lang > Waarom\nFacturen > 7 jaar > belasting\nBrieven > 4 weken > antwoord\n")
    assert rows[2].cells == (("Wat", "Brieven"), ("Hoe lang", "4 weken"), ("Waarom", "antwoord"))


def test_labelled_lines_stand_alone_where_the_text_was_not_wrapped() -> None:
    text = "Wie wij zijn\nNaam: Fietsenmand B.V.\nAdres: Proefpad 9\nTelefoon: 000\n"
    assert [one.text for one in read(text)] == text.splitlines()


def test_lines_that_were_wrapped_by_hand_are_one_paragraph() -> None:
    text = (
        "6.1 Van kopers van een mand worden de gegevens\nvier weken na de koop gewist, tenzij de koper de\n"
        "Fietsenmand heeft gevraagd om ze langer te\nbewaren. De overige administratie blijft zeven\njaar staan.\n"
    )
    assert [one.shape for one in read(text)] == [Shape.PARAGRAPH, Shape.PARAGRAPH]


def test_a_title_right_above_a_heading_stays_above_it() -> None:
    cookies = read("Privacy\n\nCookies\n\nWat zijn cookies?\nKleine bestanden zijn het.\n")[-1]
    assert cookies.headings[-2:] == ("Cookies", "Wat zijn cookies?")


def test_marks_are_no_part_of_a_heading_above() -> None:
    assert plain("## **Uw _rechten_** ##") == "Uw rechten"
    assert plain("### [Contact](#contact):") == "Contact"


@given(st.text(alphabet=st.sampled_from("aB1.?:-*#|_ \t\n\r\u00a0•é(")))
def test_every_segment_is_exactly_the_text_where_it_stands(text: str) -> None:
    blocks = blocks_of(text)
    assert all(0 <= block.begin <= block.end <= len(text) for block in blocks)
    assert all(one.end <= other.begin for one, other in pairwise(blocks))
    covered = set().union(*(range(block.begin, block.end) for block in blocks))
    lost = {text[at] for at in range(len(text)) if at not in covered}
    assert not any(letter.isalpha() for letter in lost)


def test_a_statement_of_30_kb_is_cut_in_well_under_a_fifth_of_a_second() -> None:
    document = document_of((STATEMENT * 50).encode(), "a.txt")
    begin = time.process_time()
    blocks_of(document.text)
    segments_of(document)
    assert len(document.text) > 30_000
    assert time.process_time() - begin < 0.2


@pytest.mark.parametrize(
    "hostile",
    [
        "- " * 40_000,
        "a. " * 40_000,
        "|a" * 40_000,
        "<!--\n" * 40_000,
        "```a\n" * 40_000,
        "# Privacyverklaring\n" * 20_000,
        "# \n" * 40_000,
        ".a" * 40_000,
        "\t\n" * 40_000,
    ],
)
def test_a_hostile_text_takes_no_more_time_than_its_length(hostile: str) -> None:
    begin = time.process_time()
    text = f"Wij bewaren:\n{hostile}"
    segments_of(document_of(text.encode(), "a.md"))
    assert time.process_time() - begin < 3


def test_a_table_with_a_cell_on_every_line_has_its_titles() -> None:
    text = "Wat wij doen\n\nGegevens\nDoel\nTermijn\nAdres\nBezorgen\n1 jaar\nIBAN\nBetalen\n7 jaar\n\nMeer niet.\n"
    rows = [one for one in read(text) if one.shape is Shape.ROW]

    assert [one.cells for one in rows][1:] == [
        (("Gegevens", "Adres"), ("Doel", "Bezorgen"), ("Termijn", "1 jaar")),
        (("Gegevens", "IBAN"), ("Doel", "Betalen"), ("Termijn", "7 jaar")),
    ]


def test_the_titles_of_such_a_table_may_be_plurals() -> None:
    text = "Doelen\nOntvangers\nBewaartermijnen\nBezorgen\nKoerier\n1 jaar\nBetalen\nBank\n7 jaar\n\nMeer niet.\n"
    rows = [one for one in read(text) if one.shape is Shape.ROW]

    assert rows[1].cells == (("Doelen", "Bezorgen"), ("Ontvangers", "Koerier"), ("Bewaartermijnen", "1 jaar"))


def test_lines_parted_by_two_dashes_or_more_are_rows() -> None:
    text = "Cookies\n\nmand – onthoudt uw mandje – 1 dag\nkeuze – onthoudt uw keuze – 1 jaar\n\nAnders – niets.\n"
    rows = [one for one in read(text) if one.shape is Shape.ROW]

    assert [[cell for _, cell in one.cells] for one in rows] == [
        ["mand", "onthoudt uw mandje", "1 dag"],
        ["keuze", "onthoudt uw keuze", "1 jaar"],
    ]


def test_a_line_with_a_label_does_not_go_on_with_the_one_above() -> None:
    lines = (
        "Kaartjes\n\nWat: de naam van wie bij ons een kaartje voor het museum",
        "koopt, en de dag en het uur van het bezoek aan ons museum",
        "en aan de winkel daar, met wat er werd gekocht en betaald",
        "en geruild, en ook de prijs van alles wat er is gekocht",
        "Waarvoor: het kaartje\n",
    )

    assert "Waarvoor: het kaartje" in [one.text for one in read("\n".join(lines))]


def test_short_lines_are_no_wrapped_sentence() -> None:
    text = (
        "Inzage\nVraag ons ernaar\nproef.example\nNaam\nproef.example\nSoort\nproef.example\nMeer\nen meer\n"
    )
    texts = [one.text for one in read(text)]

    assert "Vraag ons ernaar" in " ".join(texts[:2])
    assert "Inzage\nVraag ons ernaar" not in texts


def test_a_telephone_number_is_no_heading() -> None:
    assert headings("Wie zijn wij?\nProefhuis\nLaan 4\nT 0318 - 55 50 11\nE a@b.example\nKvK 30112233\n") == [
        "Wie zijn wij?"
    ]
