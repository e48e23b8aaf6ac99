"""One entry can be handed out with a proof that it is in the log; whoever has the public key can check that."""

import json
from collections.abc import Callable

import pytest
from tests.path.firm import Call, Firm


@pytest.fixture
def gestand(in_sqlite: Firm, call: Callable[[Firm], Call]) -> Call:
    return call(in_sqlite)


def test_an_entry_is_proven_with_the_public_key_alone(in_sqlite: Firm, gestand: Call) -> None:
    gestand("check")
    (in_sqlite.folder / "2.proof").write_text(gestand("log", "--prove", "2").out)
    ran = gestand("verify", "--proof", "2.proof", "--lang", "en")
    assert ran.code == 0, ran.said
    said, entry = ran.out.splitlines()
    assert said == "Sound. This is entry 2 of example.org/test, a log of 5 entries:"
    assert entry.encode() == in_sqlite.entries()[2]
    told = gestand("verify", "--proof", "2.proof", "--json").json()
    assert (told["sound"], told["number"], told["entry"]) == (True, 2, json.loads(entry))


def test_a_changed_proof_proves_nothing(in_sqlite: Firm, gestand: Call) -> None:
    gestand("check")
    proof = gestand("log", "--prove", "2").out
    (in_sqlite.folder / "3.proof").write_text(proof.replace("index 2", "index 3"))
    ran = gestand("verify", "--proof", "3.proof", "--lang", "en")
    assert ran.code == 1
    assert ran.out.startswith("Not proven. The entry is not number 3 of the log")
    assert gestand("verify", "--proof", "3.proof", "--json").json()["sound"] is False
    (in_sqlite.folder / "no.proof").write_bytes(b"\xff\xfe")
    assert gestand("verify", "--proof", "no.proof").code == 1


def test_an_entry_that_is_not_there_cannot_be_proven(gestand: Call) -> None:
    gestand("check")
    ran = gestand("log", "--prove", "5")
    assert ran.code == 3
    assert "The log has no entry 5: its entries are numbered 0 to 4." in ran.said


def test_verify_takes_an_export_or_a_proof(gestand: Call) -> None:
    assert "Name an export" in gestand("verify").said
    assert gestand("verify").code == 3
