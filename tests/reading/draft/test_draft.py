"""A draft parses, says where each value comes from, and keeps what a person decided."""

import json
import re

import pytest
from tests.reading.sources import STATEMENT

from gestand.core.document import Document, Segment
from gestand.core.fact import (
    Automated,
    Beacons,
    BreachNotice,
    BrowserSignal,
    Contact,
    Controller,
    DataCategory,
    Denial,
    DeviceItem,
    Doubt,
    EffectiveDate,
    Fact,
    Kept,
    LegalBasis,
    MinorsAge,
    OptOut,
    Purpose,
    Quote,
    Recipient,
    ResponseTerm,
    Right,
    Said,
    SecurityMeasure,
    Transfer,
)
from gestand.reading.draft.compose import draft
from gestand.reading.draft.material import Material
from gestand.reading.draft.tree import slug
from gestand.reading.draft.writing import scalar
from gestand.reading.facts import facts_of
from gestand.reading.segments import segments_of
from gestand.reading.source import document_of
from gestand.statement import Absent, Statement, parse_statement, retention_sentence

TEXT = "Wij verkopen nooit iets."


def material(*said: Said, doubt: Doubt = Doubt.NONE, text: str = TEXT) -> Material:
    """What stands in a text of one sentence."""
    document = document_of(text.encode(), "a.txt")
    facts = tuple(Fact(one, Quote(0, len(text), text), "a_pattern", doubt) for one in said)
    return Material(document, segments_of(document), facts)


def parsed(*said: Said, doubt: Doubt = Doubt.NONE) -> Statement:
    return parse_statement(draft(material(*said, doubt=doubt)))


def evidence(key: str, text: str) -> str:
    """What gestand says above a key, in one line."""
    above: list[str] = []
    for line in map(str.strip, text.splitlines()):
        if line.startswith(f"{key}:"):
            return " ".join(above)
        above = [*above, line.removeprefix("#: ")] if line.startswith("#: ") else []
    raise LookupError(key)


def whole(text: str = STATEMENT) -> tuple[Document, tuple[Segment, ...], Material]:
    document = document_of(text.encode(), "a.txt")
    segments = segments_of(document)
    return document, segments, Material(document, segments, facts_of(segments, document))


def test_a_text_becomes_a_statement_that_parses() -> None:
    statement = parse_statement(draft(whole()[2]))
    assert statement.retention["invoices"].kept.text == "7 years after the book year of invoice-date"
    assert statement.authority == "AP"
    assert "access" in statement.rights.named  # type: ignore[operator,union-attr]


def test_every_value_that_was_read_has_its_quote_place_pattern_and_doubt_beside_it() -> None:
    quote = '"Wij bewaren facturen tot 7 jaar na het boekjaar." · tekens 277-325'
    assert evidence("kept", draft(whole()[2])) == f"{quote} · patroon retention · geen twijfel"


def test_a_quote_stands_once_where_it_matters_most_and_elsewhere_by_its_place_alone() -> None:
    text = draft(whole()[2])
    below = "tekens 277-325 (hieronder geciteerd) · patroon retention · enige twijfel"
    assert evidence("invoice-date", text) == evidence("invoices", text) == below
    again = draft(material(MinorsAge(16), Automated(False)))
    assert evidence("automated decisions", again).startswith("tekens 0-24 (hierboven geciteerd) · ")


def test_every_quote_in_a_draft_is_to_the_letter_what_stands_at_its_place() -> None:
    text = (
        'Wij zijn  "De Mand" \\ en\tco.\nWij bewaren facturen 7 jaar. '
        + "Wij bewaren  bestellingen 2 jaar. " * 9
    )
    found = draft(material(MinorsAge(16), Controller("De Mand"), text=text))
    (quote,) = re.findall(r'"([^·]*)" · tekens 0-', " ".join(re.sub(r"\n\s*#: ", " ", found).splitlines()))
    assert json.loads(f'"{quote}"'.replace('"De Mand"', r"\"De Mand\"")) == text


def test_no_line_of_evidence_is_wider_than_reads_well() -> None:
    found = draft(material(MinorsAge(16), Kept("all", vague=True), text="Wij bewaren facturen. " * 40))
    assert max(len(line) for line in found.splitlines() if line.lstrip().startswith("#:")) <= 110


def test_nothing_read_is_a_draft_that_says_so_everywhere() -> None:
    text = draft(material())
    statement = parse_statement(text)
    assert statement.controller.name is statement.controller.address is statement.effective is Absent.UNSTATED
    assert text.count("#: nog te beslissen") >= 5
    assert "Niet begrepen" in text


def test_what_was_not_understood_is_listed_with_its_place() -> None:
    text = "Wij houden van fietsen en van mensen die fietsen."
    assert f"#: - 0-{len(text)}: {text}" in draft(material(text=text))


def test_every_kind_of_fact_finds_its_place() -> None:
    statement = parsed(
        Controller("Fietsenmand B.V.", "Proefpad 9", "00000000"),
        Contact("email", "a@b.example"),
        Contact("phone", "000 0000000"),
        Contact("form", "https://b.example/vraag"),
        Contact("dpo", "fg@b.example"),
        EffectiveDate("2026-03"),
        DataCategory("email"),
        DataCategory("ip_address"),
        Purpose("newsletter"),
        LegalBasis("consent"),
        Recipient("De drukker", "processor"),
        Transfer("Verenigde Staten", "sccs"),
        Right("access"),
        Right("withdraw_consent"),
        ResponseTerm("any request", "P1M"),
        ResponseTerm("erasure", working_days=5),
        DeviceItem("analytics", "_ga", "third", "P2Y", True),
        BrowserSignal(True),
        MinorsAge(16),
        SecurityMeasure("encryption"),
        BreachNotice("authority", "PT72H"),
        BreachNotice("customer", "P2D"),
        OptOut("link in the message"),
        Automated(False),
    )
    assert statement.controller.trade_register == "KvK 00000000"
    assert str(statement.effective) == "2026-03-01"
    assert statement.purposes["newsletter"].basis == "Consent"
    assert statement.recipients["de-drukker"].role == "DataProcessor"  # type: ignore[index]
    assert statement.rights.answered_within.erasure.working_days == 5  # type: ignore[union-attr]
    assert statement.cookies["analytics"].items["_ga"].party == "third"  # type: ignore[index]
    assert statement.breach.authority  # type: ignore[union-attr]
    assert statement.breach.people  # type: ignore[union-attr]
    assert statement.security == ("Encryption",)
    assert statement.automated_decisions is Absent.NONE
    assert statement.marketing["newsletter"].opt_out == ("link in every message",)  # type: ignore[index]


def test_a_criterion_and_keeping_without_end_are_no_promises_and_are_listed() -> None:
    text = draft(material(Kept("all", vague=True), Kept("archive", unlimited=True)))
    assert parse_statement(text).retention == {}
    assert "een criterium, en geen termijn" in text
    assert "zonder einde bewaard" in text


def test_a_term_without_a_moment_counts_from_collecting_in_much_doubt() -> None:
    text = draft(material(Kept("invoices", "P7Y")))
    assert parse_statement(text).retention["invoices"].kept.text == "7 years after collected"
    assert evidence("collected", text) == "de tekst noemt geen moment · veel twijfel"


def test_of_two_terms_for_the_same_data_each_holds_in_a_case_of_its_own() -> None:
    text = "Voor klanten met een proefpakket: 3 maanden."
    statement = parse_statement(draft(material(Kept("invoices", "P7Y"), Kept("invoices", "P2Y"), text=text)))
    assert statement.retention["invoices"].when == "case-of-invoices"
    assert statement.retention["invoices-2"].when == "case-of-invoices-2"
    assert statement.conditions["case-of-invoices"].nl == "het gaat om klanten met een proefpakket"


def test_a_term_in_a_table_is_about_the_data_of_its_row() -> None:
    rows = "| Doel | Gegevens | Bewaartermijn |\n|---|---|---|\n| Boekhouding | facturen | bewaren wij 7 jaar |\n"
    statement = parse_statement(draft(whole(f"# Privacyverklaring\n\n## Hoe lang bewaren wij?\n\n{rows}")[2]))
    assert statement.retention["facturen"].data == ("facturen",)


def test_the_rest_of_the_data_is_what_no_other_term_names() -> None:
    said = (DataCategory("email"), Kept("all", "P1Y"), Kept("invoices", "P7Y"))
    statement = parse_statement(draft(material(*said, text="Uw gegevens bewaren wij 1 jaar.")))
    assert statement.retention["personal-data"].data == ("email",)


def test_known_moments_are_said_in_both_languages() -> None:
    said, text = (
        Kept("account", None, "zolang uw account bestaat"),
        "Uw profiel bewaren wij zolang uw account bestaat.",
    )
    statement = parse_statement(draft(material(said, text=text)))
    promise = statement.retention["account"]
    assert promise.kept.text == "until account-ended"
    assert (
        retention_sentence(statement, "account", "en")
        == "We keep the account data until the account has ended."
    )


def test_a_breach_told_within_the_law_s_own_time_is_told_to_the_authority() -> None:
    text = "Een datalek melden wij binnen 72 uur na de ontdekking."
    statement = parse_statement(draft(material(BreachNotice("unknown", "PT72H"), text=text)))
    assert statement.breach.authority.text == "72 hours after detected"  # type: ignore[union-attr]


def test_how_soon_messages_stop_is_no_term_for_an_answer() -> None:
    said = (Purpose("newsletter"), OptOut("unsubscribe"), ResponseTerm("any request", working_days=10))
    text = "Na afmelding duurt het hooguit 10 werkdagen."
    statement = parse_statement(draft(material(*said, text=text)))
    assert statement.rights is Absent.UNSTATED
    assert statement.marketing["newsletter"].opt_out_effective_within.working_days == 10  # type: ignore[index,union-attr]


def test_a_denial_of_selling_is_no_denial_of_sharing() -> None:
    statement = parsed(Denial("sharing"))
    assert statement.sold is Absent.NONE
    assert statement.recipients is Absent.UNSTATED


@pytest.mark.parametrize(
    ("text", "denied"), [("Wij delen niets.", True), ("Wij delen niets, tenzij de wet het eist.", False)]
)
def test_a_denial_with_an_exception_is_none(text: str, denied: bool) -> None:
    statement = parse_statement(draft(material(Denial("sharing"), text=text)))
    assert (statement.recipients is Absent.NONE) is denied


def test_what_is_much_in_doubt_makes_no_field_and_is_listed() -> None:
    text = draft(material(MinorsAge(16), doubt=Doubt.MUCH))
    assert parse_statement(text).minors is Absent.UNSTATED
    assert '#: - "Wij verkopen nooit iets."' in text.partition("#: Misschien gezegd")[2]
    text = draft(material(DataCategory("payment_data"), doubt=Doubt.MUCH))
    assert '#: - payment_data · "Wij verkopen nooit iets."' in text.partition("#: Misschien gezegd")[2]


@pytest.mark.parametrize(
    "hostile",
    ['a: "b" # c', "- x", "# no", "yes", "{a}", "'q'", "12", "*x", "&y", "a\tb", "null", "a, b", "é: ü", "`"],
)
def test_any_name_is_written_so_that_it_reads_back_the_same(hostile: str) -> None:
    assert parsed(Controller(hostile)).controller.name == hostile.strip()
    assert parsed(Controller(f"{hostile} B.V.")).controller.name == f"{hostile} B.V.".strip()


def test_a_word_is_made_of_any_text() -> None:
    assert slug("Cliënten & Leden (oud)") == "clienten-leden-oud"
    assert slug("Phone numbers of recipients and the text of messages") == "phone-numbers-of-recipients"
    assert scalar("KvK 1") == "KvK 1"


def test_a_recipient_has_the_data_and_purposes_of_its_own_sentence_and_no_others() -> None:
    text = "Wij mailen een nieuwsbrief.\n\nUw naam geven wij aan de bezorger om te bezorgen."
    document = document_of(text.encode(), "a.txt")

    def fact(said: Said, begin: int) -> Fact:
        return Fact(said, Quote(begin, begin + 3, text[begin : begin + 3]), "a_pattern")

    second = text.index("Uw naam")
    facts = (
        fact(DataCategory("email"), 4),
        fact(Purpose("newsletter"), 10),
        fact(DataCategory("name"), second),
        fact(Purpose("order_fulfilment"), second + 10),
        fact(Recipient("De bezorger"), second + 20),
    )
    statement = parse_statement(draft(Material(document, segments_of(document), facts)))
    carrier = statement.recipients["de-bezorger"]  # type: ignore[index]
    assert carrier.data == ("name",)
    assert carrier.for_ == ("order-fulfilment",)
    assert carrier.role is Absent.UNSTATED


def test_what_the_text_does_not_say_of_a_recipient_is_unstated() -> None:
    recipient = parsed(Recipient("De drukker")).recipients["de-drukker"]  # type: ignore[index]
    assert recipient.for_ is recipient.data is recipient.role is Absent.UNSTATED


def test_one_kind_of_recipients_in_two_wordings_is_one_recipient() -> None:
    text = draft(material(Recipient("banks (bank)"), Recipient("banks (banken)")))
    assert list(parse_statement(text).recipients or ()) == ["banks"]
    assert text.count("#: ook · ") == 1


def test_a_transfer_without_a_ground_is_told_with_its_ground_unstated() -> None:
    statement = parsed(Recipient("De drukker"), Transfer("Verenigde Staten"))
    elsewhere = statement.recipients["de-drukker"].also_elsewhere  # type: ignore[index]
    assert elsewhere.where == ("US",)  # type: ignore[union-attr]
    assert elsewhere.safeguard is Absent.UNSTATED  # type: ignore[union-attr]


def test_a_cookie_without_a_lifetime_has_its_place() -> None:
    groups = parsed(DeviceItem("analytics", "_ga"), DeviceItem("unspecified"), Beacons(True)).cookies or {}
    assert groups["analytics"].items["_ga"].lifetime is Absent.UNSTATED
    assert groups["analytics"].items["_ga"].party is Absent.UNSTATED
    assert groups["unspecified"].purpose is Absent.UNSTATED
    assert groups["beacons"].items["onzichtbare afbeelding"].technique == "pixel"


def test_cookies_without_a_name_are_told_once_for_each_way_in_which_they_differ() -> None:
    unnamed = (DeviceItem("analytics"), DeviceItem("analytics"), DeviceItem("analytics", lifetime="P1Y"))
    groups = parsed(*unnamed).cookies or {}
    assert list(groups["analytics"].items) == ["cookie voor statistiek", "cookie voor statistiek (2)"]


def test_a_month_without_a_day_is_in_doubt() -> None:
    above = evidence("effective", draft(material(EffectiveDate("2026-03"))))
    assert above.startswith("de tekst noemt geen dag van de maand · ")
    assert above.endswith("enige twijfel")


def test_sites_that_stand_beside_the_own_one_are_covered_too() -> None:
    text = "Dit geldt voor www.voorbeeld.example en www.anders.example. Mail ons: a@voorbeeld.example."
    statement = parse_statement(draft(whole(text)[2]))
    assert statement.controller.sites == ("www.voorbeeld.example", "www.anders.example")


def test_messages_stop_for_the_purpose_that_was_named_last() -> None:
    statement = parsed(Purpose("newsletter"), Purpose("marketing_email"), OptOut("unsubscribe link"))
    assert len(statement.marketing or ()) == 1


def test_a_fact_without_a_place_is_listed() -> None:
    assert "#: - een verklaring heeft er geen plaats voor · " in draft(material(Right("information")))


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("Wij sturen niets naar de VS, tenzij u daar woont.", "u daar woont"),
        ("We send nothing to the US, unless you live there.", "you live there"),
    ],
)
def test_a_transfer_in_one_case_has_that_case(text: str, case: str) -> None:
    said = (Recipient("De drukker"), Transfer("United States"))
    statement = parse_statement(draft(material(*said, text=text)))
    elsewhere = statement.recipients["de-drukker"].also_elsewhere  # type: ignore[index]
    assert elsewhere.when == "case-of-de-drukker"  # type: ignore[union-attr]
    assert statement.conditions["case-of-de-drukker"].en == case


def test_a_basis_of_another_sentence_is_much_in_doubt() -> None:
    text = "Wij mailen een nieuwsbrief. Dat doen wij met uw toestemming."
    document = document_of(text.encode(), "a.txt")
    purpose = Fact(Purpose("newsletter"), Quote(0, 3, text[:3]), "a_pattern")
    basis = Fact(LegalBasis("consent"), Quote(30, 33, text[30:33]), "a_pattern")
    written = draft(Material(document, segments_of(document), (purpose, basis)))
    assert evidence("basis", written).endswith("veel twijfel")


@pytest.mark.parametrize(
    ("text", "where"),
    [("Uw gegevens blijven in de EU.", "EU"), ("Your data stay within the EEA.", "EEA")],
)
def test_a_denial_of_transfers_says_where_the_data_stay(text: str, where: str) -> None:
    statement = parse_statement(draft(material(Recipient("De drukker"), Denial("transfer"), text=text)))
    printer = statement.recipients["de-drukker"]  # type: ignore[index]
    assert printer.where == where
    assert printer.also_elsewhere is Absent.NONE
