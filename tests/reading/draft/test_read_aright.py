"""What a draft makes of words that are easily taken for something else."""

import pytest
from tests.reading.draft.reading import drafted, stated
from tests.reading.draft.test_draft import material

from gestand.core.fact import Controller, Fact, Quote, Recipient
from gestand.documents.markdown import markdown
from gestand.documents.statement import statement_page
from gestand.reading.draft.names import no_recipient, own_names
from gestand.statement import Absent, parse_statement
from gestand.statement.controller import OtherAuthority


@pytest.mark.parametrize(
    ("text", "documents", "number"),
    [
        ("Wij vragen uw naam, uw adres en uw paspoort of identiteitsbewijs.", True, False),
        ("We ask for your name, your address and your passport or driving licence.", True, False),
        ("Wij vragen uw naam, uw adres en uw burgerservicenummer.", False, True),
        (
            "Wij vragen uw naam en uw burgerservicenummer.\n\nWij vragen ook uw adres en uw paspoort.",
            True,
            True,
        ),
    ],
)
def test_a_passport_is_no_citizen_service_number(text: str, documents: bool, number: bool) -> None:
    data = stated(text).data
    assert ("identity-document" in data) is documents
    assert ("national-id" in data) is number


@pytest.mark.parametrize(
    "text",
    [
        "Wij vragen uw naam en gegevens over uw gezondheid.",
        "We ask for your name and your citizen service number.",
    ],
)
def test_data_that_only_a_law_allows_ask_for_that_law(text: str) -> None:
    written = drafted(text)
    assert written.count("    in use because: unstated  #: ") == 1
    assert parse_statement(written).data["name"].in_use_because is Absent.UNSTATED


@pytest.mark.parametrize(
    "text",
    [
        "Wij bewaren uw gegevens zolang dat nodig is.",
        "Wij bewaren uw gegevens zolang noodzakelijk voor het doel.",
        "We keep your data as long as necessary.",
        "We keep your data for as long as reasonably required.",
    ],
)
def test_as_long_as_necessary_is_no_moment(text: str) -> None:
    statement = stated(text)
    assert statement.retention == {}
    assert statement.moments == {}


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Wij bewaren facturen 7 jaar.\n\nEerder schreven wij: facturen bewaren wij 2 jaar.", "2 years"),
        ("We keep invoices for 7 years.\n\nElsewhere we keep invoices for 2 years.", "2 years"),
    ],
)
def test_a_second_term_without_a_case_is_listed_and_makes_no_promise(text: str, listed: str) -> None:
    written, statement = drafted(text), stated(text)
    assert [one.kept.text for one in statement.retention.values()] == ["7 years after collected"]
    assert statement.conditions == {}
    assert f"{listed} after collected" in written.replace("\n#:  ", "")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Wij stellen op basis van uw aankopen een profiel van u op om u passende aanbiedingen te sturen.",
            "op basis van uw aankopen",
        ),
        (
            "We use profiling based on your purchases, in order to show you offers that suit you.",
            "based on your purchases",
        ),
    ],
)
def test_a_profile_that_is_explained_stays_explained(text: str, told: str) -> None:
    statement = stated(f"Wij gebruiken uw naam, uw e-mailadres en uw bestellingen.\n\n{text}")
    assert [told in one.profiling.nl for one in statement.purposes.values() if one.profiling] == [True]
    assert told in markdown(statement_page(statement, statement.language))


@pytest.mark.parametrize(
    "text",
    [
        "Over uw aanvraag wordt automatisch beslist op basis van uw naam en uw betaalgegevens.",
        "Your application is decided automatically on the basis of your name and your payment details.",
    ],
)
def test_a_decision_that_is_explained_stays_explained(text: str) -> None:
    decisions = stated(text).automated_decisions
    assert [text.rstrip(".") in one.logic.nl for one in decisions.values()] == [True]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Article 28 GDPR", "a law"),
        ("Advocatenwet", "a law"),
        ("United States", "a country"),
        ("Verenigd Koninkrijk", "a country"),
        ("België", "a country"),
        ("De Mand B.V.", "yourself"),
        ("De Mand", "yourself"),
        ("het Kantoor", "yourself"),
        ("speelgoedwinkel", "receives nothing"),
        ("met", "no name"),
    ],
)
def test_what_is_no_recipient_is_said_to_be_none(name: str, why: str) -> None:
    found = no_recipient(name, said_of(name), frozenset({"de-mand", "de-mand-b-v", "het-kantoor"}))
    assert found is not None
    assert why in found.en


@pytest.mark.parametrize(
    "name", ["Canada Post", "US Bank", "De Mandenmaker", "banks (bank)", "Wetterskip", "Exact"]
)
def test_a_name_that_only_looks_like_one_of_these_is_a_recipient(name: str) -> None:
    assert no_recipient(name, said_of(name), frozenset({"de-mand"})) is None


def said_of(name: str) -> Fact:
    text = f"Wij hebben nog nooit iets aan een {name} gegeven." if name == "speelgoedwinkel" else name
    return Fact(Recipient(name), Quote(0, len(text), text), "recipients")


def test_the_controller_goes_by_the_word_that_the_text_gives_it() -> None:
    text = "Duinroos Advocaten N.V. (hierna: het Kantoor) is verantwoordelijk voor uw gegevens."
    own = own_names(material(Controller("Duinroos Advocaten N.V."), text=text))
    assert {"duinroos-advocaten", "het-kantoor"} <= own


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Voor klachten kunt u terecht bij de Gegevensbeschermingsautoriteit.", "GBA"),
        ("You can complain to the Belgian Data Protection Authority.", "GBA"),
        ("De Mand B.V., Kaai 12, 9130 Beveren, België, is verantwoordelijk voor uw gegevens.", "GBA"),
        ("De Mand B.V., Proefpad 9, 1234 AB Elders, is verantwoordelijk voor uw gegevens.", "AP"),
        ("U kunt een klacht indienen bij de Autoriteit Persoonsgegevens.", "AP"),
    ],
)
def test_people_complain_with_the_authority_of_the_text_or_of_the_country(text: str, name: str) -> None:
    authority = stated(text).authority
    assert name in (authority.en if isinstance(authority, OtherAuthority) else authority)


def test_an_authority_that_gestand_does_not_know_is_to_be_decided() -> None:
    written = drafted("U kunt een klacht indienen bij de Information Commissioner's Office.")
    assert "authority: AP  #: nog te beslissen" in written


@pytest.mark.parametrize(
    "text",
    [
        "Namen en e-mailadressen bewaren wij 2 jaar.\n\nNamen bewaren wij 5 jaar na uw laatste bezoek.",
        "We keep names and e-mail addresses for 2 years.\n\nWe keep names for 5 years after your last visit.",
    ],
)
def test_a_moment_that_no_promise_counts_from_is_not_declared(text: str) -> None:
    statement = stated(text)
    counted = {one.kept.moment for one in statement.retention.values()}
    assert set(statement.moments) == counted


@pytest.mark.parametrize(
    "text",
    [
        "Creditcardgegevens: 14 dagen\n\nCreditcardgegevens en geboortedatum: 1 jaar",
        "Credit card details: 14 days\n\nCredit card details and date of birth: 1 year",
    ],
)
def test_a_second_term_holds_for_the_data_that_it_does_not_share(text: str) -> None:
    kept = stated(f"# Privacy\n\n## Bewaartermijn (retention period)\n\n{text}\n").retention
    assert {one.kept.text: one.data for one in kept.values()} == {
        "2 weeks after collected": ("payment-card",),
        "1 year after collected": ("date-of-birth",),
    }
