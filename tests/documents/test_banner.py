"""What is put before visitors, and goes on record as such: it follows the statement, and changes with it."""

import pytest
from tests.documents.statements import LANGUAGES, bare, read

from gestand.core.text import Language
from gestand.documents.banner import banner, offer
from gestand.statement.model import Statement
from gestand.wiring.choices import digest_of

COOKIES = """
  maps:
    consent: asked
    purpose: {nl: kaarten tonen, en: showing maps}
    refusing costs: {nl: geen kaarten, en: no maps}
    items:
      map_place: {party: third, lifetime: 1 year, domain: kaart.example}
      map_zoom: {party: own, technique: local storage}
"""


def maps(was: str = "", now: str = "") -> Statement:
    """A statement that asks for one purpose, with one text replaced by another."""
    assert was in COOKIES
    return bare(cookies=COOKIES.replace(was, now) if was else COOKIES)


def test_a_purpose_is_told_with_what_stays_on_the_device_and_for_how_long_and_what_refusing_costs() -> None:
    [asking] = banner(maps(), "en").purposes

    assert (asking.word, asking.name, asking.names) == ("maps", "showing maps", ("map_place", "map_zoom"))
    assert asking.told == (
        "On your device: map_place (1 year), map_zoom.",
        "What you miss if you refuse: no maps.",
    )


def test_who_receives_is_told_by_the_name_that_is_published() -> None:
    found = {one.word: one.told[0] for one in banner(read("cookie_site"), "nl").purposes}

    assert found == {
        "visit-statistics": "Wie het krijgt: Bezoekteller B.V. en Postkoets B.V.",
        "sharing": "Wie het krijgt: de sociale netwerken waarop u iets deelt.",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_offer_holds_every_text_button_and_purpose_of_the_banner(language: Language) -> None:
    shown, kept = banner(read("cookie_site"), language), offer(read("cookie_site"), language)
    texts = {shown.title, shown.opening, shown.free, shown.signal, shown.failed, shown.statement}

    assert set(kept.texts) == texts
    assert set(kept.buttons) == set(vars(shown.buttons).values())
    assert kept.purposes == tuple((one.word, "\n".join([one.name, *one.told])) for one in shown.purposes)
    assert kept.language == language


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("kaarten tonen", "kaarten laten zien"),
        ("1 year", "2 years"),
        ("map_place", "map_here"),
        ("geen kaarten", "niets"),
        ("maps:", "places:"),
    ],
)
def test_any_change_in_what_is_put_before_her_is_another_offer(was: str, now: str) -> None:
    assert digest_of(offer(maps(was, now), "nl")) != digest_of(offer(maps(), "nl"))


def test_the_same_words_are_the_same_offer_whatever_else_the_statement_says() -> None:
    assert offer(maps(), "nl") == offer(bare(cookies=COOKIES, sold="none"), "nl")


@pytest.mark.parametrize(
    ("signals", "gpc", "dnt"),
    [
        ("{GPC: refuses all that is asked, DNT: ignored}", True, False),
        ("{GPC: ignored, DNT: refuses all that is asked}", False, True),
        ("none", False, False),
        ("unstated", False, False),
    ],
)
def test_a_signal_counts_as_the_statement_says(signals: str, gpc: bool, dnt: bool) -> None:
    shown = banner(bare(cookies=COOKIES, signals=signals), "nl")

    assert (shown.gpc, shown.dnt) == (gpc, dnt)


def test_nothing_is_put_before_anybody_where_nothing_is_asked() -> None:
    assert offer(bare(cookies="none"), "nl").purposes == ()
