"""Names of columns, split into words and read: short, compound, prefixed, in Dutch and English."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from gestand.datamap.suggest.lexicon import Strength, kinds, phrases, roles, spellings
from gestand.datamap.suggest.names import meaning_of, words_in
from gestand.statement.vocabulary import terms

CASES = YAML(typ="safe", pure=True).load(Path(__file__).parent / "names.yaml")


@pytest.mark.parametrize(("name", "kind"), CASES["strong"].items())
def test_a_name_that_leaves_no_doubt_tells_its_kind(name: str, kind: str) -> None:
    meaning = meaning_of(name)

    assert meaning is not None
    assert (meaning.kind.key, meaning.strength) == (kind, Strength.STRONG)


@pytest.mark.parametrize(("name", "kind"), CASES["context"].items())
def test_a_name_that_others_have_too_needs_company(name: str, kind: str) -> None:
    meaning = meaning_of(name)

    assert meaning is not None
    assert meaning.kind.key == kind
    assert meaning.strength is not Strength.STRONG


@pytest.mark.parametrize("name", CASES["nothing"])
def test_a_name_of_something_else_tells_no_kind(name: str) -> None:
    assert meaning_of(name) is None


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("tbl_klant", ("customer",)),
        ("tblKlantAdres", ("customer", "address")),
        ("geboortedatum", ("birth", "date")),
        ("KLANT-FACTUREN", ("customer", "invoice")),
        ("bedrijfsnaam", ("company", "name")),
        ("web visits", ("web", "visit")),
        ("adres2", ("address",)),
    ],
)
def test_a_name_is_split_at_its_seams_and_compounds(name: str, words: tuple[str, ...]) -> None:
    assert words_in(name) == words


def test_a_very_long_name_is_read_in_no_time() -> None:
    assert words_in("a" * 100_000) == ("a" * 100_000,)


def test_every_kind_names_terms_of_the_vocabulary() -> None:
    unknown = [term for kind in kinds().values() for term in kind.terms if term not in terms("data")]

    assert not unknown


def test_every_phrase_is_found_by_its_own_words() -> None:
    lost = [
        (kind.key, phrase)
        for phrase, kind in phrases().items()
        if (found := meaning_of("_".join(phrase))) is None or found.kind is not kind
    ]

    assert not lost


def test_every_word_has_a_role_that_is_known() -> None:
    assert set(roles().values()) == {"", "people", "act", "time", "thing", "flag", "modifier", "neutral"}
    assert set(spellings().values()) <= set(roles())
