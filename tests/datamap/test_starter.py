"""The starters read as they stand, and fit each other."""

import re

import pytest

from gestand.core.text import Language
from gestand.datamap.bind import bind
from gestand.datamap.parse import parse_data_map
from gestand.datamap.starter import starter_data_map, starter_statement
from gestand.statement.parse import parse_statement


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_starters_fit_each_other(language: Language) -> None:
    statement = parse_statement(starter_statement(language))
    bound = bind(parse_data_map(starter_data_map(language)), statement, {})
    assert statement.language == language
    assert bound.unconnected
    assert bound.by_hand


@pytest.mark.parametrize("starter", [starter_statement, starter_data_map])
def test_both_languages_have_the_same_shape(starter: type) -> None:
    def indentation(language: str) -> list[str]:
        lines = re.sub(r"(?m)(^\s*|\s+)#.*$", "", starter(language)).splitlines()
        return [re.match(r" *", line)[0] for line in lines if line.strip()]  # type: ignore[index]

    assert indentation("nl") == indentation("en")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_starter_stays_within_a_screen_s_width(language: Language) -> None:
    for text in (starter_statement(language), starter_data_map(language)):
        assert max(map(len, text.splitlines())) <= 120
