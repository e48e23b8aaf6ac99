"""Every fixed word has a twin, and there is a word for everything that can be said."""

import inspect
import string
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from gestand.cli import demo, diff, words, words_consent
from gestand.cli import init as starting
from gestand.core import errors
from gestand.core.action import Leaving, Level, Mode
from gestand.core.choice import AgeRoute, ChoiceWay
from gestand.core.entry import COUNTS, WORDS, Kind
from gestand.core.finding import Verdict
from gestand.core.text import Language, Text
from gestand.duties.retention import words as duty
from gestand.evidence import chosen, verify

LANGUAGES: tuple[Language, ...] = ("nl", "en")
SAME = {"", "Plan", "plan"}
"""What is the same in both languages."""


def texts(told: object) -> Iterator[Text]:
    """Every text in a value, however deep."""
    if isinstance(told, Text):
        yield told
    elif isinstance(told, dict):
        for value in told.values():
            yield from texts(value)
    elif isinstance(told, tuple):
        for value in told:
            yield from texts(value)


def fixed() -> list[Any]:
    found = [
        pytest.param(text, id=f"{module.__name__.rpartition('.')[2]}-{name}-{number}")
        for module in (words, words_consent, demo, diff, starting)
        for name, value in vars(module).items()
        if name.strip("_").isupper()
        for number, text in enumerate(texts(value))
    ]
    assert len(found) > 100
    return found


@pytest.mark.parametrize("text", fixed())
def test_a_text_says_the_same_in_both_languages(text: Text) -> None:
    assert text.nl
    assert text.en
    assert text.nl != text.en or text.en in SAME
    assert places(text.nl) == places(text.en)
    assert text.nl.count("`") == text.en.count("`")
    assert text.nl.endswith(".") == text.en.endswith(".")


def places(text: str) -> set[str | None]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}


def test_there_is_a_word_for_every_verdict_level_kind_and_way_of_leaving() -> None:
    assert set(words.VERDICTS) == set(words.SUMMED) == set(Verdict)
    assert set(words.LEVELS) == set(Level)
    assert set(Kind) <= set(words.KINDS)
    assert max(len(text.said_in(language)) for text in words.KINDS.values() for language in LANGUAGES) == 11
    assert set(words.LEAVING) == set(Leaving)


def test_there_is_a_word_for_every_count_and_word_of_the_log() -> None:
    assert set(words.LOG_COUNTS) >= COUNTS
    unsaid = WORDS - set(words.LOG_WORDS)
    assert all(word in vars(errors) or word in set(Mode) for word in unsaid), "these have but one name"


def test_a_verified_log_is_told_as_its_own_program_tells_it() -> None:
    assert words.CANNOT_SHOW.en.replace("`", "") == verify.CANNOT_SHOW
    assert words.COULD_SHOW.en == verify.COULD_SHOW
    assert words_consent.CANNOT_SHOW.en == chosen.CANNOT_SHOW


def test_there_is_a_word_for_every_way_to_choose_and_every_age_route() -> None:
    assert set(words_consent.WAYS) == set(ChoiceWay)
    assert set(words_consent.AGES) == set(AgeRoute)
    for language in LANGUAGES:
        assert [words_consent.way(one.value, language) for one in ChoiceWay] == [
            text.said_in(language) for text in words_consent.WAYS.values()
        ]
    assert words_consent.way("by pigeon", "nl") == "by pigeon"


def sentences() -> list[Any]:
    """What a duty says, each sentence once with few and once with many, and with things left out."""
    given: dict[str, tuple[Any, ...]] = {
        "rows": (1, 1234),
        "missing": (1, 1234),
        "table": ("messages (portal)",),
        "tables": ("messages (portal)",),
        "data": (Text("gegevens van de klant", "data of the customer"),),
        "oldest": (None, date(2026, 5, 1)),
        "articles": ((Text("artikel 52 AWR", "Article 52 AWR"),),),
        "article": (Text("artikel 52 AWR", "Article 52 AWR"),),
        "until": (date(2026, 5, 1),),
        "review": (date(2026, 5, 1),),
        "late": (False, True),
        "uncovered": (Text("", ""), Text("gesprekken", "conversations")),
    }
    found = []
    for name, say in inspect.getmembers(duty, inspect.isfunction):
        parameters = list(inspect.signature(say).parameters)
        if say.__module__ != duty.__name__ or name in ("number", "day", "of_rows", "quoted"):
            continue
        for which in (0, -1):
            told = {key: given.get(key, (f"the {key}",))[which] for key in parameters}
            if name == "not_mapped":
                told["data"] = "contact-details"
            found.append(pytest.param(say, told, id=f"{name}-{which}"))
    assert len(found) > 20
    return found


@pytest.mark.parametrize(("say", "told"), sentences())
def test_a_duty_says_the_same_in_both_languages(say: Any, told: dict[str, Any]) -> None:
    said: Text = say(**told)
    assert said.nl != said.en
    for name in ("table", "tables", "store", "reason", "holds", "places", "child", "moment"):
        if name in told:
            assert told[name] in said.nl
            assert told[name] in said.en
    if "rows" in told:
        few = told["rows"] == 1
        assert ("1 rij van" in said.nl, "1 row of" in said.en) == (few, few)
        assert ("1.234 rijen" in said.nl, "1,234 rows" in said.en) == (not few, not few)
