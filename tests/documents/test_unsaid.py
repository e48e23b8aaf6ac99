"""What the law asks and only the company can say: the page does not make it up, and asks it as a question."""

import pytest
from tests.documents.statements import LANGUAGES, STATEMENTS, bare

from gestand.core.text import Language
from gestand.documents.markdown import markdown
from gestand.documents.sections.unsaid import questions
from gestand.documents.statement import statement_page
from gestand.documents.voice import Voice
from gestand.statement.parse import parse_statement

BARE = STATEMENTS["bare"].read_text("utf-8")
WHOLE = BARE.replace("from: the person}", "from: the person, required: none}") + "recipients: none\n"
"""A statement that leaves none of the questions open."""


def asked(text: str, language: Language = "nl") -> list[str]:
    return list(questions(Voice(parse_statement(text), language)))


def test_a_statement_that_answers_all_has_no_such_part() -> None:
    assert asked(WHOLE) == []
    assert "nog niet" not in markdown(statement_page(parse_statement(WHOLE), "nl"))


OPEN = {
    "basis": (", basis: Contract", "", "Wat is de grondslag voor: bezorgen?"),
    "interest": ("basis: Contract", "basis: LegitimateInterest", "Welk belang hebben wij bij: bezorgen?"),
    "kept": (
        "numbers: {data: [number], kept: 1 week after message-sent}",
        "{}",
        "Hoe lang bewaren wij dit (de bewaartermijn): telefoonnummer?",
    ),
    "must": (", required: none", "", "Bent u verplicht om dit te geven: telefoonnummer?"),
    "who receives": ("recipients: none\n", "", "Wie krijgt uw gegevens?"),
    "contact": (
        "address: Voorbeeldweg 1, 3500 AA Utrecht\n  contact: {email: privacy@example.org}",
        "address: unstated\n  contact: {email: unstated}",
        "Hoe bereikt u ons?",
    ),
    "name": ("name: Voorbeeld B.V.", "name: unstated", "Wie is verantwoordelijk voor uw gegevens?"),
}


@pytest.mark.parametrize("what", OPEN)
def test_each_thing_that_is_left_out_is_one_question(what: str) -> None:
    stated, left_out, question = OPEN[what]
    text = WHOLE.replace(stated, left_out)

    assert text != WHOLE
    assert asked(text) == [question]
    assert question in markdown(statement_page(parse_statement(text), "nl"))
    assert len(asked(text, "en")) == 1


def test_a_country_that_is_not_named_is_asked_for() -> None:
    carrier = "{nl: bezorger, en: carrier, role: ThirdParty, for: [delivery], data: [number]"
    elsewhere = "also elsewhere: {safeguard: GDPR 45}}"
    text = WHOLE.replace("recipients: none", f"recipients: {{carrier: {carrier}, {elsewhere}}}")

    assert asked(text) == ["In welk land komen de gegevens terecht van deze ontvanger: bezorger?"]


def test_a_safeguard_that_is_not_named_is_asked_for() -> None:
    carrier = "{nl: bezorger, en: carrier, role: ThirdParty, for: [delivery], data: [number]"
    elsewhere = "also elsewhere: {where: [US]}}"
    text = WHOLE.replace("recipients: none", f"recipients: {{carrier: {carrier}, {elsewhere}}}")

    assert asked(text, "en") == ["Which safeguard protects the data with this recipient: carrier?"]


def test_whether_consent_is_asked_is_never_made_up() -> None:
    text = (
        WHOLE + "cookies: {stats: {kind: analytics, purpose: {nl: tellen, en: counting}, items: {_n: {}}}}\n"
    )
    page = markdown(statement_page(parse_statement(text), "nl"))

    assert asked(text) == ["Kunt u deze cookies weigeren: _n?"]
    assert "- Cookies om bezoek te meten\n" in page
    assert "Zonder toestemming" not in page


def test_what_is_done_for_others_is_for_the_customer_to_say() -> None:
    text = BARE.replace("basis: Contract}", "as: processor}").partition("retention:")[0]

    assert asked(text) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_is_told_where_to_ask(language: Language) -> None:
    told = markdown(statement_page(bare(), language)).partition('id="unsaid"')[2]

    assert "privacy@example.org" in told
