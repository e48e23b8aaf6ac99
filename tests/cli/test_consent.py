"""`gestand consent`: what staff enter, see and hand out, as an officer does it."""

import json
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from tests.path.firm import Call, Firm

from gestand.core.choice import Subject
from gestand.wiring import open_company

ANN = "email=Ann.Smit@example.org"
BY = ("--by", "B. Desk")
SAID = ("--said", "Mogen wij u de nieuwsbrief sturen?")


def entered(call: Call, *said: str) -> None:
    assert call("consent", "record", ANN, *said, *BY).code == 0


def test_a_choice_said_at_the_counter_is_on_record_with_who_heard_it(english: Call) -> None:
    ran = english("consent", "record", ANN, "--yes", "service", *SAID, *BY)
    assert (ran.code, ran.first) == (0, "Choice 1 is on record as entry 1 of the log: service: yes.")
    assert "Unproven" not in ran.out
    shown = english("consent", "show", "email= ann.smit@EXAMPLE.org ", "--by", "The officer")
    assert shown.code == 0
    assert "said to a member of the staff · service: yes · entered by B. Desk · stands now" in shown.said
    assert "The last word on each purpose: service: yes" in shown.said
    assert "unproven" not in shown.out
    assert shown.out.rstrip().endswith("The officer")


def test_the_company_s_own_language_is_spoken(gestand: Call) -> None:
    ran = gestand("consent", "record", ANN, "--no", "service", *BY)
    assert ran.first == "Keuze 1 ligt vast als regel 1 van het logboek: service: nee."
    assert "Onbewezen" in ran.out
    shown = gestand("consent", "show", ANN, *BY)
    assert "gezegd tegen een medewerker · service: nee · ingevoerd door B. Desk" in shown.said
    assert "keuze" in gestand("log").out


def test_without_the_words_a_yes_is_unproven_and_that_is_said(english: Call) -> None:
    ran = english("consent", "record", ANN, "--yes", "service", *BY)
    assert "Unproven: what was said is not with it." in ran.said
    assert "unproven: what was shown is not on record" in english("consent", "show", ANN, *BY).said


def test_an_older_word_that_is_entered_later_leaves_the_newer_one(english: Call) -> None:
    entered(english, "--no", "service")
    ran = english("consent", "record", ANN, "--yes", "service", "--at", "2026-01-05", *BY)
    assert "A later choice of this person goes on to stand." in ran.said
    told = english("consent", "show", ANN, *BY, "--json").json()
    assert [one["decisions"] for one in told["choices"]] == [{"service": False}, {"service": True}]
    assert (told["last"]["service"]["granted"], told["last"]["service"]["choice"]) == (False, 1)


def test_every_look_is_logged_before_anything_is_shown(english: Call) -> None:
    assert english("consent", "show", ANN, *BY).first == "No choice of this person is on record."
    entered(english, "--yes", "service", *SAID)
    english("consent", "show", ANN, "--by", "The officer")
    english("consent", "receipt", ANN, "--by", "The auditor")
    english("consent", "proof", ANN, "--by", "The lawyer")
    told = english("consent", "show", ANN, *BY, "--json").json()
    assert [one["by"] for one in told["looks"]] == [
        "B. Desk",
        "The officer",
        "The auditor",
        "The lawyer",
        "B. Desk",
    ]
    assert english("log").out.count("looked into") == 5
    for command in ("show", "receipt", "proof"):
        assert english("consent", command, ANN, "--by", " ").code == 3
        assert english("consent", command, ANN).code == 3


def test_what_is_handed_out_is_verified_with_the_public_key(company: Firm, english: Call) -> None:
    entered(english, "--yes", "service", *SAID)
    entered(english, "--no", "service", *SAID)
    for command in ("proof", "receipt"):
        file = company.folder / f"{command}.json"
        ran = english("consent", command, ANN, "--to", str(file), *BY)
        assert ran.code == 0
        assert f"`gestand verify --proof {file}`" in ran.said
        assert "personal data" in ran.said
        assert file.stat().st_mode & 0o777 == 0o600
        held = english("verify", "--proof", str(file))
        assert held.code == 0
        assert "of the choices of email ann.smit@example.org stand in example.org/test" in held.said
        assert "choices of the same person that were left out" in held.said
        assert english("consent", command, ANN, "--to", str(file), *BY).code == 3
    told = english("verify", "--proof", str(company.folder / "proof.json"), "--json").json()
    assert [one["decisions"] for one in told["choices"]] == [{"service": True}, {"service": False}]
    assert told["subject"] == {"kind": "email", "value": "ann.smit@example.org"}
    spoilt = company.folder / "proof.json"
    spoilt.write_text(spoilt.read_text().replace('"service": false', '"service": true'))
    ran = english("verify", "--proof", str(spoilt))
    assert (ran.code, ran.first[:11]) == (1, "Not proven.")
    assert english("verify", "--proof", str(spoilt), "--json").json()["sound"] is False


def test_a_receipt_is_of_the_newest_choice_or_of_the_one_that_is_named(english: Call) -> None:
    entered(english, "--yes", "service", *SAID)
    entered(english, "--no", "service", *SAID)
    status = [
        [node["dpv:hasConsentStatus"]["@id"] for node in made["@graph"] if "dpv:hasConsentStatus" in node]
        for made in (
            english("consent", "receipt", ANN, *BY).json(),
            english("consent", "receipt", ANN, "--number", "1", *BY).json(),
        )
    ]
    assert status == [["dpv:ConsentWithdrawn"], ["dpv:ConsentGiven"]]
    assert english("consent", "receipt", ANN, "--number", "3", *BY).code == 3


def test_a_receipt_is_made_from_the_statement_of_that_day(company: Firm, english: Call) -> None:
    entered(english, "--yes", "service", *SAID)
    company.replace(company.statement, "version: 1", "version: 2")
    company.replace(company.statement, "en: the service", "en: the other service")
    made = english("consent", "receipt", ANN, *BY)
    assert made.code == 0
    assert "the service" in made.out
    assert "the other service" not in made.out


def test_a_receipt_is_not_made_from_a_statement_that_nobody_kept(company: Firm, english: Call) -> None:
    entered(english, "--yes", "service", *SAID)
    opened = open_company(company.folder)
    (one,) = opened.choices.history(Subject("email", "ann.smit@example.org"))
    opened.choices.record([(Subject("email", "bo@example.org"), replace(one.choice, statement="b" * 64))])
    ran = english("consent", "receipt", "email=bo@example.org", *BY)
    assert ran.code == 3
    assert "not in the archive" in ran.said
    assert english("consent", "proof", "email=bo@example.org", *BY).code == 0


WRONG = {
    "nothing said": ((), "What was said?"),
    "both": (("--yes", "service", "--no", "service"), "Both yes and no"),
    "no purpose": (("--yes", "servis"), "Did you mean `service`?"),
    "tomorrow": (("--yes", "service", "--at", "2199-01-01"), "still to come"),
}


@pytest.mark.parametrize(("said", "why"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_entered_is_refused_with_the_way_out(
    english: Call, said: tuple[str, ...], why: str
) -> None:
    ran = english("consent", "record", ANN, *said, *BY)
    assert ran.code == 3
    assert why in ran.said
    assert english("consent", "show", ANN, *BY).first == "No choice of this person is on record."


@pytest.mark.parametrize("who", ["shoe=Zonnebloem-7781", "Zonnebloem-7781", "email=", "="])
def test_whose_choices_are_not_known_is_said_without_who(english: Call, who: str) -> None:
    for command in (("show",), ("receipt",), ("proof",), ("record", "--yes", "service")):
        ran = english("consent", *command, who, *BY)
        assert ran.code == 3
        assert "email" in ran.said
        assert "Zonnebloem" not in ran.out + ran.err


def test_who_it_is_can_stay_out_of_the_shell_s_history(
    company: Firm, english: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(f"{ANN}\n"))
    assert english("consent", "record", "-", "--yes", "service", *BY).code == 0
    assert "service: yes" in english("consent", "show", ANN, *BY).said


def test_nothing_of_who_chose_or_looked_lies_in_the_company_s_folder(company: Firm, english: Call) -> None:
    entered(english, "--yes", "service", *SAID)
    english("consent", "show", ANN, "--by", "Officier-Achternaam")
    english("log", "--export", "export")
    held = b"".join(file.read_bytes() for file in Path(company.folder).rglob("*") if file.is_file())
    assert [word for word in (b"ann.smit", b"Ann.Smit", b"Officier") if word in held] == []


def test_a_receipt_is_json_that_carries_her_own_words(english: Call) -> None:
    entered(english, "--yes", "service", *SAID)
    assert SAID[1] in json.dumps(english("consent", "receipt", ANN, *BY).json(), ensure_ascii=False)
