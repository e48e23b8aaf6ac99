"""TILT output always fits the schema of TILT, says every text that it says it carries, and tells the rest."""

import json
from pathlib import Path

import pytest
from docs.coverage import changed
from jsonschema import Draft7Validator, FormatChecker
from tests.exchange.statements import STATEMENTS, said, statement

from gestand.core.text import Language, Text
from gestand.exchange.carried import fits
from gestand.exchange.tilt import CARRIED, tilt
from gestand.statement.absent import NONE, UNSTATED, Absent
from gestand.statement.leaves import leaves

SCHEMA = json.loads((Path(__file__).parent / "tilt-schema.json").read_text("utf-8"))
TILT = Draft7Validator(SCHEMA, format_checker=FormatChecker())
LANGUAGES: tuple[Language, ...] = ("nl", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", STATEMENTS)
def test_every_statement_fits_the_schema(name: str, language: Language) -> None:
    TILT.validate(json.loads(tilt(statement(name), language).text))


@pytest.mark.parametrize("name", ["full", "minimal"])
def test_a_statement_with_any_part_changed_or_left_out_fits_too(name: str) -> None:
    parsed = statement(name)
    parts = {path[:depth] for path in leaves(parsed) for depth in (1, 2, 3)} - {("gestand",), ("version",)}
    said_of = [path for path in parts if path[-1] not in ("text", "language", "effective")]
    for path in sorted(said_of):
        other = tilt(changed(parsed, path), "nl").text
        assert TILT.is_valid(json.loads(other)), path


@pytest.mark.parametrize(
    "phone", ["+31 20 000 00 00", "(020) 000 0000", "0900-0000 (gratis)", "bel ons", "+"]
)
def test_a_telephone_number_of_any_kind_fits_or_is_left_out(phone: str) -> None:
    parsed = statement("shop")
    contact = parsed.controller.contact.model_copy(update={"phone": phone})
    controller = parsed.controller.model_copy(update={"contact": contact})
    TILT.validate(json.loads(tilt(parsed.model_copy(update={"controller": controller}), "nl").text))


def test_the_nought_that_is_dialled_at_home_only_is_left_out() -> None:
    parsed = statement("shop")
    contact = parsed.controller.contact.model_copy(update={"phone": "+31 (0)20 000 00 00"})
    controller = parsed.controller.model_copy(update={"contact": contact})
    document = json.loads(tilt(parsed.model_copy(update={"controller": controller}), "nl").text)

    assert document["controller"]["representative"]["phone"] == "+31 20 000 00 00"


def test_rights_are_called_by_the_language_of_the_document() -> None:
    document = json.loads(tilt(statement("shop"), "nl").text)

    assert document["rightToRectificationOrDeletion"]["description"].startswith("verbetering, wissen.")
    assert document["rightToInformation"]["identificationEvidences"] == ["link per mail"]


@pytest.mark.parametrize(("officer", "name"), [(NONE, "no officer"), (UNSTATED, "unstated")])
def test_an_officer_is_denied_only_where_the_statement_denies_one(officer: Absent, name: str) -> None:
    parsed = statement("shop")
    controller = parsed.controller.model_copy(update={"protection_officer": officer})
    document = json.loads(tilt(parsed.model_copy(update={"controller": controller}), "en").text)

    assert document["dataProtectionOfficer"]["name"] == name


def test_the_schema_refuses_what_is_no_tilt() -> None:
    document = json.loads(tilt(statement("shop"), "en").text)
    document["dataDisclosed"][0]["storage"][0]["aggregationFunction"] = "longest"
    assert not TILT.is_valid(document)


@pytest.mark.parametrize("name", [name for name in STATEMENTS if name != "unstated"])
def test_every_text_that_has_a_place_is_said(name: str) -> None:
    parsed = statement(name)
    strings = said(json.loads(tilt(parsed, "en").text))
    silent = [
        path
        for path, value in leaves(parsed).items()
        if isinstance(value, Text)
        and fits(path, CARRIED)
        and path[0] not in ("conditions", "moments", "sources")
        if not any(value.en in one for one in strings)
    ]
    assert silent == []


def test_what_is_not_tied_to_data_has_no_place_and_is_told() -> None:
    exported = tilt(statement("unstated"), "en")
    assert dict(exported.lost).items() >= {("purposes/without data", 1), ("recipients/without data", 1)}
    assert "the name of the company: unstated" in [text.en for text in exported.filled]


def test_what_has_no_place_is_told_with_its_size() -> None:
    lost = dict(tilt(statement("cookie-site"), "en").lost)
    assert lost["data/kind"] == 7
    assert lost["signals"] == 2
    assert lost["rights/named (restriction, objection)"] == 2
    assert "retention/kept" not in lost


def test_what_tilt_demands_and_nobody_stated_is_told() -> None:
    filled = [text.en for text in tilt(statement("sms-gateway"), "en").filled]
    assert any("data protection officer" in one for one in filled)
    assert tilt(statement("minimal"), "en").filled != ()


@pytest.mark.parametrize(
    "told",
    [
        "whether a machine decides about people: no",
        "whether data must be given, where that is not said: no",
        "whether there is a legitimate interest, where no basis is stated: no",
        "a representative: the company itself",
        "the country of the controller: NL, for it answers to the Dutch authority",
    ],
)
def test_no_answer_is_made_up_without_a_word(told: str) -> None:
    assert told in [text.en for text in tilt(statement("unstated"), "en").filled]


def test_the_middle_of_a_document_is_what_the_statement_says() -> None:
    document = json.loads(tilt(statement("sms-gateway"), "en").text)
    (number,) = [one for one in document["dataDisclosed"] if one["_id"] == "recipient-number"]
    assert number["storage"][0]["temporal"][0]["ttl"] == "P7D"
    assert "1 week after the message was sent" in number["storage"][0]["temporal"][0]["description"]
    assert number["nonDisclosure"]["contractualRegulation"] is True
    (invoice,) = [one for one in document["dataDisclosed"] if one["_id"] == "invoice"]
    assert invoice["legalBases"] == [{"reference": "GDPR-6-1-c", "description": "AWR 52"}]
    assert document["meta"]["_hash"] == statement("sms-gateway").digest
