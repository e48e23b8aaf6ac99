"""The tables of words: every file reads, and no text makes a pattern run away."""

import re
import time
from importlib.resources import files

import pytest
from tests.reading.patterns.reading_cases import document

from gestand.reading.facts import finders
from gestand.reading.patterns import words
from gestand.reading.patterns.words.lexicon import Cues, spelled

TABLES = sorted(
    one.name.removesuffix(".toml") for one in files(words).iterdir() if one.name.endswith(".toml")
)
ENDLESS = {"letters": "a" * 20_000, "hyphens": "a-" * 10_000, "quotes": "a'" * 10_000}


@pytest.mark.parametrize("name", TABLES)
def test_every_value_of_a_table_can_be_searched_for(name: str) -> None:
    table = Cues(name)

    assert all(table[value].pattern for value in table)


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_an_endless_word_takes_no_endless_time(text: str) -> None:
    made, segments = document(["# Met wie delen wij uw gegevens, en welke cookies?", text])

    for name in ("data_categories", "purposes", "recipients", "transfers", "cookies", "security"):
        begin = time.process_time()
        list(finders()[name](segments, made))
        assert time.process_time() - begin < 5, name


def test_stars_blanks_and_hyphens_stand_for_letters_blanks_and_nothing() -> None:
    pattern = spelled("bestel* e-mail op_maat")

    assert [one[0] for one in re.finditer(pattern, "bestelling email e-mail op maat besteed")] == [
        "bestelling",
        "email",
        "e-mail",
        "op maat",
    ]
