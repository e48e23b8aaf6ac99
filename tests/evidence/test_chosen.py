"""A bundle shows what was chosen to whoever has the public key, and shows nothing once a byte was changed."""

import hmac
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from gestand.book.database import Book
from gestand.core.choice import Choice, ChoiceWay, Offer, Subject
from gestand.core.entry import Entry, Kind
from gestand.evidence import log
from gestand.evidence.chosen import BUNDLE, check_choices
from gestand.evidence.commitment import commitment
from gestand.evidence.export import proofs
from gestand.evidence.keys import Keys, make_keys
from gestand.evidence.note import NoteError
from gestand.wiring.choices import BookChoices, told_choice, told_subject

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
PERSON = Subject("email", " Wilhelmina@Example.org")
VECTOR = "3b5b31385c9705ed8e694c7e88f9bb76e17bee89576aae2888edf0c08484397c"
OFFER = Offer("nl", "banner 1", ("Mogen wij meten?",), ("Ja", "Nee"), (("statistics", "Meten"),))


@pytest.fixture
def ledger(book: Book, keys: Keys) -> BookChoices:
    return BookChoices(book, keys, lambda: NOW)


@pytest.fixture
def bundle(ledger: BookChoices) -> str:
    """Two choices of one person among those of others; what was shown at the second one is not on record."""
    shown = ledger.offer(OFFER)
    ledger.record([(Subject("visitor", f"{number}"), choice(shown)) for number in range(300)])
    ledger.record([(PERSON, choice(shown))])
    ledger.record([(Subject("visitor", "x"), choice(shown)), (PERSON, choice("f" * 64, granted=False))])
    return ledger.proof(PERSON)


def choice(offer: str, granted: bool = True) -> Choice:
    return Choice(NOW, (("statistics", granted),), offer, "a" * 64, 1, "nl", ChoiceWay.BANNER)


def test_a_bundle_shows_every_choice_of_a_subject_with_what_was_shown(bundle: str, keys: Keys) -> None:
    found = check_choices(bundle, keys.verifier)
    assert (found.kind, found.value) == ("email", "wilhelmina@example.org")
    assert [(one.proven.index, one.choice["decisions"], one.shown) for one in found.made] == [
        (300, {"statistics": True}, True),
        (302, {"statistics": False}, False),
    ]
    assert found.checkpoint.size == 303
    first, yes, no, reach = found.lines
    assert first.startswith("Sound. 2 of the choices of email wilhelmina@example.org stand in")
    assert yes.endswith("banner: statistics: yes")
    assert no.endswith("banner: statistics: no (what was shown is not here: unproven)")
    assert reach.startswith("What this cannot show: choices of the same person that were left out")


def changed(bundle: str, change: Callable[[Any], object]) -> str:
    told = json.loads(bundle)
    change(told)
    return json.dumps(told)


def first(told: Any) -> Any:
    return told["choices"][0]


CHANGES: dict[str, Callable[[Any], object]] = {
    "another subject": lambda told: told["subject"].update(value="ann@example.org"),
    "another kind": lambda told: told["subject"].update(kind="visitor"),
    "more is told of her": lambda told: told["subject"].update(name="Ann"),
    "a yes for a no": lambda told: told["choices"][1]["choice"].update(decisions={"statistics": True}),
    "a purpose more": lambda told: first(told)["choice"]["decisions"].update(adverts=True),
    "another moment": lambda told: first(told)["choice"].update(at="2025-11-23T12:00:00.000000Z"),
    "another statement": lambda told: first(told)["choice"].update(statement="b" * 64),
    "another way": lambda told: first(told)["choice"].update(way="staff"),
    "another offer": lambda told: first(told)["choice"].update(offer="f" * 64),
    "a number for a truth": lambda told: first(told)["choice"].update(decisions={"statistics": 1}),
    "another salt": lambda told: first(told).update(salt="00" * 16),
    "a longer salt": lambda told: first(told).update(salt=first(told)["salt"] + "00"),
    "no salt": lambda told: first(told).update(salt=""),
    "the proof of another": lambda told: first(told).update(proof=told["choices"][1]["proof"]),
    "a changed proof": lambda told: first(told).update(
        proof=first(told)["proof"].replace("index 300", "index 301")
    ),
    "another text shown": lambda told: [one.update(texts=["Mag het?"]) for one in told["offers"].values()],
    "one choice twice": lambda told: told["choices"].append(first(told)),
    "no choices": lambda told: told["choices"].clear(),
    "another file": lambda told: told.update(what="something else"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_changed_bundle_shows_nothing(bundle: str, keys: Keys, change: Callable[[Any], object]) -> None:
    with pytest.raises(NoteError):
        check_choices(changed(bundle, change), keys.verifier)


def test_a_choice_whose_text_was_taken_out_is_unproven(bundle: str, keys: Keys) -> None:
    found = check_choices(changed(bundle, lambda told: told["offers"].clear()), keys.verifier)
    assert [one.shown for one in found.made] == [False, False]


@pytest.mark.parametrize(
    "written",
    ["", "{", "[]", "{}", "null", '{"@graph": 1}', '{"@graph": [1]}', '{"what": []}', "[" * 100_000],
)
def test_what_is_no_bundle_is_refused_in_a_sentence(written: str, keys: Keys) -> None:
    with pytest.raises(NoteError, match="no proof of choices"):
        check_choices(written, keys.verifier)


def test_a_bundle_of_another_company_is_refused(bundle: str, tmp_path: Path) -> None:
    with pytest.raises(NoteError):
        check_choices(bundle, make_keys(tmp_path / "others", "example.org/other").verifier)


def test_another_line_of_the_log_stands_for_no_choice(ledger: BookChoices, bundle: str, keys: Keys) -> None:
    """Somebody who looked is a line of the same kind, and its digest is no commitment."""
    ledger.seen(PERSON, "The desk")
    told = json.loads(ledger.proof(PERSON))
    assert len(told["choices"]) == 2
    assert check_choices(json.dumps(told), keys.verifier).checkpoint.size == 304


@pytest.mark.parametrize(
    ("line", "sound"),
    [
        (Entry(Kind.CHOICE, NOW, statement="a" * 64, word="granted"), True),
        (Entry(Kind.STAFF, NOW, statement="a" * 64, word="granted"), False),
        (Entry(Kind.CHOICE, NOW, statement="b" * 64, word="granted"), False),
        (Entry(Kind.CHOICE, NOW, statement="a" * 64, word="refused"), False),
        (Entry(Kind.CHOICE, NOW, statement="a" * 64, word="granted", action="c" * 64), False),
    ],
    ids=["as it was", "another kind", "another statement", "another word", "another commitment"],
)
def test_the_line_of_the_log_says_what_the_choice_says(
    book: Book, keys: Keys, line: Entry, sound: bool
) -> None:
    salt, told = b"s" * 16, told_choice(choice("f" * 64))
    subject = told_subject(PERSON)
    with book.transaction() as connection:
        log.append(connection, [replace(line, action=line.action or commitment(salt, subject, told))])
        (proof,) = proofs(connection, keys.signer, [0])
    made = {"number": 1, "choice": told, "salt": salt.hex(), "proof": proof}
    written = json.dumps({"what": BUNDLE, "subject": subject, "offers": {}, "choices": [made]})
    if sound:
        assert check_choices(written, keys.verifier).made[0].proven.index == 0
    else:
        with pytest.raises(NoteError, match="is not this choice"):
            check_choices(written, keys.verifier)


def test_a_salt_has_one_length_for_zeros_at_its_end_change_nothing_in_hmac() -> None:
    subject, said = {"kind": "email", "value": "a@b"}, {"decisions": {"x": True}}
    assert commitment(b"s" * 16, subject, said) != commitment(b"t" * 16, subject, said)
    for salt in (b"", b"s" * 15, b"s" * 16 + b"\0"):
        with pytest.raises(ValueError, match="16 bytes"):
            commitment(salt, subject, said)


def test_the_form_of_a_commitment_never_changes_for_receipts_are_kept_for_years() -> None:
    """The same by hand: `openssl dgst -sha256 -mac HMAC -macopt hexkey:000102030405060708090a0b0c0d0e0f`."""
    subject = {"kind": "email", "value": "zoë@example.org"}
    said = {"at": "2026-03-01T06:00:00.000000Z", "decisions": {"statistics": True}, "version": 1}
    written = (
        '{"choice":{"at":"2026-03-01T06:00:00.000000Z","decisions":{"statistics":true},"version":1},'
        '"subject":{"kind":"email","value":"zoë@example.org"}}'
    )
    salt = bytes(range(16))
    assert commitment(salt, subject, said) == hmac.new(salt, written.encode(), "sha256").hexdigest()
    assert commitment(salt, subject, said) == VECTOR


@pytest.mark.parametrize(("tampered", "code", "said"), [(False, 0, "Sound. 2 of"), (True, 1, "Not proven.")])
def test_the_verifier_alone_holds_a_bundle_to_the_public_key(
    bundle: str, keys: Keys, tmp_path: Path, tampered: bool, code: int, said: str
) -> None:
    file = tmp_path / "choices.json"
    file.write_text(bundle.replace('"statistics": false', '"statistics": true') if tampered else bundle)
    command = [sys.executable, "-m", "gestand.evidence.verify", str(file), "--key", str(keys.verifier)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout[: len(said)], ran.stderr) == (code, said, "")
