"""The statement as a page: what it says, what it denies, and what it leaves unsaid."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.documents.statements import LANGUAGES, STATEMENTS, bare, read

from gestand.core.text import Language
from gestand.documents.annex import annex_page
from gestand.documents.html import html_page
from gestand.documents.markdown import markdown
from gestand.documents.measures import measure
from gestand.documents.page import Bullets, Page, Paragraph, Piece, Table
from gestand.documents.points import point
from gestand.documents.statement import statement_page
from gestand.statement.absent import NONE, UNSTATED
from gestand.statement.controller import ProtectionOfficer
from gestand.statement.parse import parse_statement


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", STATEMENTS)
def test_every_promise_has_one_place_on_the_page(name: str, language: Language) -> None:
    statement = read(name)
    page = html_page(statement_page(statement, language))

    for key in statement.retention:
        assert page.count(f'id="retention-{key}"') == 1


@pytest.mark.parametrize("name", STATEMENTS)
def test_no_anchor_stands_twice_and_every_link_on_the_page_leads_somewhere(name: str) -> None:
    page = statement_page(read(name), "nl")
    anchors = [anchor for anchor in _anchors(page) if anchor]
    links = [topic.link[1:] for section in page.sections for topic in section.topics if topic.link]

    assert len(anchors) == len(set(anchors))
    assert set(links) <= set(anchors)


def _anchors(page: Page) -> Iterator[str]:
    for section in page.sections:
        yield section.anchor
        yield from _inside(section.pieces)
        for topic in section.topics:
            yield topic.anchor
            yield from _inside(topic.pieces)


def _inside(pieces: tuple[Piece, ...]) -> Iterator[str]:
    for piece in pieces:
        match piece:
            case Paragraph():
                yield piece.anchor
            case Bullets():
                yield from (item.anchor for item in piece.items)
            case Table():
                yield from (row.anchor for row in piece.rows)


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("", "The data go to the United States."),
        (
            "where: EU, ",
            "The data are in the European Union. They also go to the United States.",
        ),
    ],
)
def test_data_also_go_somewhere_only_where_it_is_said_where_else_they_are(where: str, told: str) -> None:
    recipient = f"{{nl: een, en: one, {where}also elsewhere: {{where: [US]}}}}"
    lines = markdown(statement_page(bare(recipients=f"{{one: {recipient}}}"), "en")).splitlines()

    assert told in lines


def test_cookies_of_which_consent_is_not_said_stand_apart_from_those_that_are_asked_for() -> None:
    groups = "{a: {kind: analytics, consent: asked, items: {x: {}}}, b: {kind: social, items: {y: {}}}}"
    short = markdown(statement_page(bare(cookies=groups), "en")).partition('id="controller"')[0]

    assert (
        "Only with your consent: cookies that measure visits. "
        "Not said is whether we ask consent for: cookies of social networks."
    ) in short


@pytest.mark.parametrize(
    ("within", "language", "told"),
    [
        ("72 hours after aware", "nl", "binnen 72 uur nadat wij ervan weten."),
        ("until aware", "nl", "zodra wij ervan weten."),
        ("until detected", "en", "as soon as it was detected."),
    ],
)
def test_a_breach_is_told_within_a_term_or_as_soon_as_it_is_known(
    within: str, language: Language, told: str
) -> None:
    statement = bare(breach=f"{{authority: {within}, as processor: {{within: {within}}}}}")

    assert markdown(statement_page(statement, language)).count(told) == 2
    assert told in markdown(annex_page(statement, language))


def test_cookies_that_differ_in_capitals_only_keep_anchors_apart() -> None:
    page = html_page(statement_page(bare(cookies=TWINS), "nl"))

    assert page.count('id="cookies-needed-_ga"') == 1
    assert page.count('id="cookies-needed-_ga-2"') == 1


TWINS = """
  needed:
    consent: not applicable
    purpose: {nl: ingelogd blijven, en: staying signed in}
    items: {_ga: {party: own, lifetime: session}, _GA: {party: own, lifetime: session}}
"""


@pytest.mark.parametrize("name", STATEMENTS)
def test_dutch_and_english_have_the_same_shape(name: str) -> None:
    dutch, english = (statement_page(read(name), language) for language in LANGUAGES)

    assert tuple(_anchors(dutch)) == tuple(_anchors(english))
    assert [len(one.topics) for one in dutch.sections] == [len(one.topics) for one in english.sections]


UNSAID = {
    "sold": "verkopen",
    "marketing": "berichten",
    "cookies": "cookie",
    "automated decisions": "besluiten",
    "security": "maatregelen",
    "minors": "kinderen",
    "signals": "browser",
    "recipients": "aan niemand anders",
}
DENIED = {
    "sold": "Wij verkopen uw gegevens niet",
    "marketing": "Wij sturen u geen reclame.",
    "messages": "Wij sturen u geen berichten over de dienst.",
    "cookies": "Wij zetten niets op uw apparaat",
    "automated decisions": "Wij nemen geen besluiten over u zonder dat er een mens naar kijkt.",
    "minors": "Wij gebruiken geen gegevens van kinderen.",
    "recipients": "Wij geven uw gegevens aan niemand anders.",
    "anonymous data": "Wij geven ook geen anonieme cijfers door.",
    "disclosures": "Ook in bijzondere gevallen geven wij uw gegevens niet door.",
    "linked networks": "geen onderdelen van sociale netwerken",
    "changes": "Wij vertellen u niet van wijzigingen.",
    "security": "Wij nemen geen maatregelen.",
    "signals": "Met signalen van uw browser doen wij niets.",
    "subscriptions": "Niets wordt vanzelf opnieuw in rekening gebracht.",
}


@pytest.mark.parametrize(("key", "word"), UNSAID.items())
def test_what_is_unstated_is_not_spoken_of(key: str, word: str) -> None:
    for statement in (bare(), bare(**{key: "unstated"})):
        assert word not in markdown(statement_page(statement, "nl")).lower().partition("gemaakt uit")[0]


@pytest.mark.parametrize(("key", "denial"), DENIED.items())
def test_none_is_a_denial(key: str, denial: str) -> None:
    assert denial in markdown(statement_page(bare(**{key: "none"}), "nl"))


def test_not_applicable_says_a_short_word_where_there_is_one_and_nothing_else() -> None:
    minors = markdown(statement_page(bare(minors="not applicable"), "nl"))
    sold = markdown(statement_page(bare(sold="not applicable"), "nl"))

    assert "Onze dienst is niet bedoeld voor kinderen." in minors
    assert "verkopen" not in sold


@pytest.mark.parametrize("name", ["sms_gateway", "uptime_monitor", "everything"])
def test_the_authority_and_the_right_to_complain_are_always_told(name: str) -> None:
    page = markdown(statement_page(read(name), "nl"))

    assert "U kunt" in page
    assert "altijd een klacht indienen bij de toezichthouder" in page


def test_the_right_to_object_stands_apart() -> None:
    page = statement_page(read("sms_gateway"), "en")
    rights = next(section for section in page.sections if section.anchor == "rights")

    assert "rights-object" in [topic.anchor for topic in rights.topics]


def test_no_empty_text_and_no_brace_is_left_over() -> None:
    for language in LANGUAGES:
        page = markdown(statement_page(read("everything"), language))
        assert "{" not in page
        assert ".." not in page
        assert not [line for line in page.splitlines() if "  " in line and not line.startswith("| ")]


@pytest.mark.parametrize("name", STATEMENTS)
def test_every_measure_of_a_sample_has_plain_words(name: str) -> None:
    for term in read(name).security or ():
        assert "“" not in measure(term).nl


def test_a_measure_that_only_the_vocabulary_knows_leads_to_it() -> None:
    page = markdown(statement_page(bare(security="[QuantumCryptography]"), "nl"))

    assert "[“quantum cryptography”.](https://w3id.org/dpv#QuantumCryptography)" in page


def test_a_long_list_is_cut_in_the_short_layer_and_whole_below() -> None:
    purposes = "".join(
        f"\n  use-{n}: {{nl: doel {n}, en: use {n}, kind: Marketing, data: [number]}}" for n in range(12)
    )
    text = STATEMENTS["bare"].read_text("utf-8")
    begin = text[: text.index("purposes:")]
    page = statement_page(parse_statement(f"{begin}purposes:{purposes}\n"), "nl")
    short = markdown(replace(page, sections=page.sections[:1]))

    assert "- Doel 5\n- En nog 6 andere\n" in short
    assert "Doel 11" in markdown(page)


def test_an_address_that_a_draft_does_not_have_yet_is_left_out() -> None:
    draft = read("bare")
    controller = draft.controller.model_copy(update={"address": UNSTATED, "name": "Voorbeeld B.V."})
    page = markdown(statement_page(draft.model_copy(update={"controller": controller}), "nl"))

    assert "Wij zijn Voorbeeld B.V. Voorbeeld B.V. is de verwerkingsverantwoordelijke" in page
    assert "unstated" not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_statement_leaves_unstated_is_on_no_page(language: Language) -> None:
    page = markdown(statement_page(read("unstated"), language))

    assert {"nl": "bezorger", "en": "carrier"}[language] in page
    assert "unstated" not in page.lower()
    assert {"nl": "deze organisatie", "en": "this organisation"}[language] in page


def test_where_data_are_collected_is_told_in_the_reader_s_language() -> None:
    dutch, english = (markdown(statement_page(read("shop"), language)) for language in LANGUAGES)

    assert "van uzelf, bij: bestelling" in dutch
    assert "from you, at: order" in english


def test_a_contact_point_that_nobody_knows_is_told_as_it_is_called() -> None:
    assert point("tea-party").said_in("nl") == "tea party"


STREAM = "{news: {to: customers, channel: email, purpose: delivery, chosen in: CHOSEN, at most: OFTEN}}"


@pytest.mark.parametrize(
    ("language", "often", "chosen"),
    [("nl", "elke maand", "Voorkeuren"), ("en", "every month", "Preferences")],
)
def test_texts_of_a_stream_of_messages_are_told_in_the_reader_s_language(
    language: Language, often: str, chosen: str
) -> None:
    written = STREAM.replace("OFTEN", "{nl: elke maand, en: every month}")
    written = written.replace("CHOSEN", "{nl: Voorkeuren, en: Preferences}")
    page = markdown(statement_page(bare(marketing=written), language))

    assert f": {often}." in page
    assert f" {chosen}." in page


def test_advertising_without_a_way_to_stop_can_be_stopped_all_the_same() -> None:
    stream = "{news: {to: customers, channel: email, purpose: delivery}}"

    assert "Zeg het ons, dan stoppen wij ermee." in markdown(statement_page(bare(marketing=stream), "nl"))
    assert "Zeg het ons, dan stoppen wij" not in markdown(statement_page(bare(messages=stream), "nl"))


def test_the_authority_of_the_netherlands_is_told_by_its_name_and_site_and_by_no_address() -> None:
    page = markdown(statement_page(bare(), "nl"))

    assert "Autoriteit Persoonsgegevens: [www.autoriteitpersoonsgegevens.nl]" in page
    assert "Postbus" not in page


def test_a_term_that_holds_in_some_cases_says_so_in_the_short_layer_too() -> None:
    text = (
        STATEMENTS["bare"]
        .read_text("utf-8")
        .replace("after message-sent}", "after message-sent, when: foreign}")
    )
    statement = parse_statement(
        text + "conditions: {foreign: {nl: het nummer is buitenlands, en: it is foreign}}\n"
    )
    page = statement_page(statement, "nl")
    short = markdown(replace(page, sections=page.sections[:1]))

    assert "(alleen als: het nummer is buitenlands)" in short


@pytest.mark.parametrize(("language", "longer"), [("nl", "langer als artikel 52 AWR dat eist"),
                                                 ("en", "longer if Article 52 AWR demands it")])  # fmt: skip
def test_a_law_that_may_keep_data_longer_is_told_in_the_short_layer(language: Language, longer: str) -> None:
    page = statement_page(read("uptime_monitor"), language)

    assert f"({longer})" in markdown(replace(page, sections=page.sections[:1]))


def test_purposes_of_which_nothing_is_told_stand_in_one_list() -> None:
    statement = bare()
    silent = statement.purposes["delivery"].model_copy(update={"basis": UNSTATED, "data": UNSTATED})
    page = statement_page(statement.model_copy(update={"purposes": {"delivery": silent}}), "nl")
    purposes = next(one for one in page.sections if one.anchor == "purposes")

    assert purposes.topics == ()
    assert '- <a id="purposes-delivery"></a>Bezorgen' in markdown(page)


def test_a_table_of_one_column_is_a_list() -> None:
    items = "{purpose: {nl: tellen, en: counting}, items: {_count: {}}}"

    assert '- <a id="cookies-stats-_count"></a>\\_count' in markdown(
        statement_page(bare(cookies=f"{{stats: {items}}}"), "nl")
    )


@pytest.mark.parametrize(
    ("language", "there"), [("nl", "de toezichthouder daar"), ("en", "the authority there")]
)
def test_who_lives_in_another_country_may_go_to_the_authority_there(language: Language, there: str) -> None:
    assert there in markdown(statement_page(bare(), language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_that_ends_in_a_full_stop_ends_its_sentence(language: Language) -> None:
    statement = bare(agreements="{terms: {nl: voorwaarden, en: terms, with: Partner N.V.}}")
    told = {
        "address": UNSTATED,
        "representative": "Vertegenwoordiger B.V.",
        "protection_officer": ProtectionOfficer.model_validate({"post": "the address"}),
    }
    controller = statement.controller.model_copy(update=told)
    page = markdown(statement_page(statement.model_copy(update={"controller": controller}), language))

    assert ".." not in page
    assert page.count("N.V.") == page.count("Vertegenwoordiger B.V.") == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("denied", ["signals", "cookies", "linked_networks"])
def test_no_list_is_empty(denied: str, language: Language) -> None:
    statement = bare().model_copy(update={denied: NONE})

    assert "<ul>\n</ul>" not in html_page(statement_page(statement, language))
