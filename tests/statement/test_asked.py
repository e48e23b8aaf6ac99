"""What consent is asked for: under which word, by which name, and what a visitor is told of it."""

from collections.abc import Callable

from gestand.core.text import Text
from gestand.statement.asked import asked
from gestand.statement.model import Statement

COOKIES = "cookies:\n"
OWN_TEXT = """cookies:
  maps:
    consent: asked
    purpose: {nl: kaarten tonen, en: showing maps}
    refusing costs: {nl: geen kaarten, en: no maps}
    items:
      map_place: {party: third, lifetime: 1 year, read by: carrier}
"""
OF_A_PURPOSE = """cookies:
  first:
    consent: asked
    purpose: delivery
    items:
      b_one: {party: own, lifetime: session}
  other:
    consent: asked
    purpose: delivery
    refusing costs: none
    items:
      a_two: {party: own, technique: local storage, lifetime: 1 week}
"""
NAMELESS = """cookies:
  left:
    consent: left to the browser
    items:
      theirs: {party: third, lifetime: session}
  bare:
    consent: asked
    items:
      one: {party: own, lifetime: session}
      two: {party: own, lifetime: session}
"""


def test_nothing_is_asked_for_what_is_needed_or_left_to_the_browser(
    changed: Callable[..., Statement],
) -> None:
    assert asked(changed()) == {}
    assert list(asked(changed((COOKIES, NAMELESS)))) == ["bare"]


def test_a_group_with_a_text_of_its_own_is_chosen_under_its_own_word(
    changed: Callable[..., Statement],
) -> None:
    found = asked(changed((COOKIES, OWN_TEXT)))

    assert list(found) == ["maps"]
    assert found["maps"].name == Text("kaarten tonen", "showing maps")
    assert [name for name, _ in found["maps"].items] == ["map_place"]
    assert found["maps"].recipients == ("carrier",)
    assert found["maps"].costs == (Text("geen kaarten", "no maps"),)


def test_groups_of_one_purpose_are_one_choice_under_the_word_of_the_purpose(
    changed: Callable[..., Statement],
) -> None:
    found = asked(changed((COOKIES, OF_A_PURPOSE)))

    assert list(found) == ["delivery"]
    assert found["delivery"].name == Text("bezorgen", "delivering")
    assert [name for name, _ in found["delivery"].items] == ["b_one", "a_two"]


def test_who_receives_data_for_the_purpose_is_told_though_no_item_names_it(
    changed: Callable[..., Statement],
) -> None:
    assert asked(changed((COOKIES, OF_A_PURPOSE)))["delivery"].recipients == ("carrier",)


def test_a_group_without_a_purpose_goes_by_what_it_puts_on_the_device(
    changed: Callable[..., Statement],
) -> None:
    assert asked(changed((COOKIES, NAMELESS)))["bare"].name == Text("one, two", "one, two")
