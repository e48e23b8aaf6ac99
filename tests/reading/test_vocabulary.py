"""The vocabulary of drafts: terms that W3C DPV has, in both languages, for every word that a pattern can give."""

import re

import pytest

from gestand.reading.draft.vocabulary import pattern, terms
from gestand.reading.patterns.data_categories import CATEGORIES
from gestand.reading.patterns.purposes import LISTED, PURPOSES
from gestand.reading.patterns.words.receivers import KINDS
from gestand.reading.patterns.words.subjects import SUBJECTS
from gestand.reading.patterns.words.table import Table
from gestand.statement.vocabulary import Family
from gestand.statement.vocabulary import terms as dpv

FAMILIES = ("data", "what", "purpose", "moment", "people", "recipient")


@pytest.mark.parametrize(
    ("family", "table"),
    [
        ("data", CATEGORIES),
        ("purpose", PURPOSES),
        ("purpose", LISTED),
        ("what", SUBJECTS),
        ("recipient", KINDS),
    ],
    ids=["data", "purposes", "listed purposes", "subjects", "recipients"],
)
def test_every_word_that_a_pattern_gives_is_known(family: str, table: Table) -> None:
    assert {word.lower() for word, _, _ in table._values} <= set(terms(family))


@pytest.mark.parametrize(("family", "kind"), [("data", "data"), ("what", "data"), ("purpose", "purpose")])
def test_every_term_is_one_of_dpv(family: str, kind: Family) -> None:
    assert {one.term for one in terms(family).values()} <= set(dpv(kind))
    assert {one.term for one in terms("measure").values()} <= set(dpv("measure"))


@pytest.mark.parametrize("family", FAMILIES)
def test_every_word_is_said_in_both_languages(family: str) -> None:
    assert terms(family)
    assert all(one.nl and one.en for one in terms(family).values())


@pytest.mark.parametrize("family", ["moment", "people"])
def test_every_pattern_of_the_vocabulary_is_one(family: str) -> None:
    assert all(isinstance(pattern(one.term), re.Pattern) for one in terms(family).values())
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", one.key) for one in terms(family).values())
