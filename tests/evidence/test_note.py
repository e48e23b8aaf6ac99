"""Signed notes: what is signed opens, what is malformed is refused in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gestand.evidence.note import (
    Checkpoint,
    NoteError,
    Signer,
    open_checkpoint,
    open_note,
    parse_checkpoint,
    parse_note,
    parse_signer,
    parse_verifier,
    sign,
)

# The example of golang.org/x/mod/sumdb/note, which defined the format.
PETER_KEY = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
PUBLISHED = (
    TEXT + "\n— PeterNeumann "
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)
OURS = Signer("example.org/log", bytes(range(32)))
OTHER = Signer("example.org/witness", bytes(32))
CHECKPOINT = Checkpoint("example.org/log", 7, b"\x07" * 32)


def test_the_published_note_opens_and_is_signed_the_same() -> None:
    assert open_note(PUBLISHED, parse_verifier(PETER)) == TEXT
    assert sign(TEXT, [parse_signer(PETER_KEY)]) == PUBLISHED
    assert str(parse_signer(PETER_KEY).verifier) == PETER


@given(st.binary(min_size=32, max_size=32))
def test_keys_survive_being_written_down(seed: bytes) -> None:
    signer = Signer("example.org/log", seed)
    assert parse_signer(signer.to_file()) == signer
    assert parse_verifier(str(signer.verifier)) == signer.verifier


def test_a_note_with_several_signatures_opens_with_each_key() -> None:
    note = sign(CHECKPOINT.to_text(), [OURS, OTHER])
    assert open_note(note, OURS.verifier) == open_note(note, OTHER.verifier) == CHECKPOINT.to_text()
    assert open_checkpoint(note, OURS.verifier) == CHECKPOINT
    with pytest.raises(NoteError, match=r"of 'example.org/log', the key of 'example.org/witness'"):
        open_checkpoint(note, OTHER.verifier)


def test_another_key_of_the_same_name_does_not_open_it() -> None:
    stranger = Signer("example.org/log", bytes(32)).verifier
    with pytest.raises(NoteError, match="not signed by the key"):
        open_note(sign(TEXT, [OURS]), stranger)


@given(st.data())
def test_a_note_with_one_character_changed_does_not_open(data: st.DataObject) -> None:
    note = sign(CHECKPOINT.to_text(), [OURS])
    at = data.draw(st.integers(0, len(note) - 1))
    changed = (
        note[:at]
        + data.draw(st.characters().filter(lambda character: character != note[at]))
        + note[at + 1 :]
    )
    try:
        opened = open_note(changed, OURS.verifier)
    except NoteError:
        return
    assert opened == CHECKPOINT.to_text()  # only unused bits of base64 can change without harm


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", "no signed note"),
        ("text\n", "no signed note"),
        ("text\n\n— name\n", "signature line"),
        ("text\n\n— name ????\n", "base64"),
        ("text\n\n— name AAAA\n", "cut short"),
        ("te\txt\n\n— name AAAAAAAA\n", "control characters"),
        ("text\n\n" + "— name AAAAAAAA\n" * 101, "101 signatures"),
        ("x" * 1_000_001, "too long"),
    ],
)
def test_a_malformed_note_is_refused_with_a_clear_word(written: str, said: str) -> None:
    with pytest.raises(NoteError, match=said):
        parse_note(written)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "name\n1\n",
        "name\n01\nAAAA\n",
        "name\n-1\nAAAA\n",
        "name\n1\nAAAA\n",
        "\n1\nAAAA\n",
        "name\n1\n!\n",
    ],
)
def test_a_malformed_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(NoteError):
        parse_checkpoint(text)


@pytest.mark.parametrize(
    "key", ["", "name", "name+00000000+AAAA", "na me+x+y", PETER[:-4], PETER.replace("c7", "c8")]
)
def test_a_malformed_key_is_refused(key: str) -> None:
    with pytest.raises(NoteError):
        parse_verifier(key)
    with pytest.raises(NoteError):
        parse_signer(f"PRIVATE+KEY+{key}")


def test_a_signing_key_hides_its_secret() -> None:
    assert "seed" not in repr(OURS)
