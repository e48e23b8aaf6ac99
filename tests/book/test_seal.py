"""A seal opens with its own key, in its own place; the ring of keys is its owner's alone."""

import shutil
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from gestand.book.keyring import KeyRing, Use
from gestand.book.seal import seal, unseal
from gestand.core.errors import BookAway, BookError

KEY = b"k" * 32


@pytest.fixture
def ring(tmp_path: Path) -> KeyRing:
    return KeyRing(tmp_path / "cases.keys")


def test_a_seal_opens_in_its_own_place_alone() -> None:
    sealed = seal(KEY, b"a name", ("case_steps", "2026-0001", 1))
    assert unseal(KEY, sealed, ("case_steps", "2026-0001", 1), "It") == b"a name"
    assert b"a name" not in sealed
    for place in (
        ("case_steps", "2026-0001", 2),
        ("case_steps", "2026-0001", "1"),
        ("letters", "2026-0001", 1),
        (),
    ):
        with pytest.raises(BookError, match="It cannot be read"):
            unseal(KEY, sealed, place, "It")
    with pytest.raises(BookError, match="It cannot be read"):
        unseal(b"x" * 32, sealed, ("case_steps", "2026-0001", 1), "It")


@pytest.mark.parametrize("length", [0, 5, 12, 20, 33])
def test_a_seal_that_was_cut_short_is_told(length: int) -> None:
    with pytest.raises(BookError, match="changed in the book by hand"):
        unseal(KEY, seal(KEY, b"a name", ("a",))[:length], ("a",), "It")


def test_the_same_content_is_never_sealed_alike() -> None:
    assert len({seal(KEY, b"a name", ("a",)) for _ in range(100)}) == 100


def test_every_case_has_two_keys_of_its_own(ring: KeyRing) -> None:
    made = [ring.make(case_id) for case_id in ("2026-0001", "2026-0002")]
    keys = {ring.key(case_id, use) for case_id in ("2026-0001", "2026-0002") for use in Use}
    assert len(keys) == 4
    assert {len(key or b"") for key in keys} == {32}
    assert made == [ring.of_file("2026-0001"), ring.of_file("2026-0002")]
    assert ring.for_found("2026-0001") == ring.key("2026-0001", Use.FOUND)


def test_keys_that_were_made_along_are_those_of_the_cases_that_follow(ring: KeyRing) -> None:
    ring.make("2026-0001", ["2026-0002", "2026-0003"])
    along = ring.of_file("2026-0002")
    assert ring.make("2026-0002", ["2026-0003", "2026-0004"]) == along == ring.of_file("2026-0002")
    assert ring.key("2026-0004", Use.CASE_FILE) is None
    assert ring.make("2026-0002") != along


def test_a_key_that_another_process_made_anew_is_the_one_that_counts(ring: KeyRing) -> None:
    ring.make("2026-0001", ["2026-0002", "2026-0003"])
    other = KeyRing(ring.file)
    second = other.make("2026-0002", ["2026-0003", "2026-0004"])
    third = other.of_file("2026-0003")
    assert ring.make("2026-0003") == third
    assert ring.of_file("2026-0002") == second


def test_the_ring_can_be_read_by_its_owner_alone(ring: KeyRing) -> None:
    ring.make("2026-0001")
    assert ring.file.stat().st_mode & 0o777 == 0o600
    ring.file.chmod(0o640)
    with pytest.raises(BookError, match=r"can be read by others.*chmod 600"):
        ring.of_file("2026-0001")


def test_a_ring_that_is_missing_or_broken_is_told(ring: KeyRing) -> None:
    with pytest.raises(BookError, match=r"missing.*Put that file back"):
        ring.key("2026-0001", Use.FOUND)
    ring.file.write_bytes(b"no ring of keys" * 100)
    ring.file.chmod(0o600)
    with pytest.raises(BookError, match="is not a database"):
        ring.key("2026-0001", Use.FOUND)


def test_a_ring_that_another_holds_is_told(ring: KeyRing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gestand.book.keyring._PATIENCE_SECONDS", 0.05)
    ring.make("2026-0001")
    with KeyRing(ring.file)._writing(), pytest.raises(BookAway, match="held by another process"):
        ring.make("2026-0002")
    assert ring.key("2026-0002", Use.CASE_FILE) is None


def test_a_ring_that_is_put_back_from_its_backup_is_read_from_then_on(ring: KeyRing) -> None:
    before = ring.make("2026-0001")
    backup = ring.file.with_suffix(".backup")
    shutil.copy2(ring.file, backup)
    ring.destroy([("2026-0001", Use.CASE_FILE)])
    backup.replace(ring.file)
    assert ring.of_file("2026-0001") == before


def test_what_was_not_finished_is_not_in_the_ring(ring: KeyRing) -> None:
    ring.make("2026-0001")
    with suppress(KeyError), ring._writing() as connection:
        connection.execute("DELETE FROM keys")
        raise KeyError
    assert ring.key("2026-0001", Use.CASE_FILE)


def test_a_destroyed_key_is_made_anew_for_what_is_found_next(ring: KeyRing) -> None:
    ring.make("2026-0001")
    first = ring.for_found("2026-0001")
    ring.destroy([("2026-0001", Use.FOUND), ("2026-0404", Use.FOUND)])
    assert ring.key("2026-0001", Use.FOUND) is None
    assert ring.for_found("2026-0001") != first
    ring.destroy([("2026-0001", Use.CASE_FILE)])
    with pytest.raises(BookError, match="2026-0001 is not in"):
        ring.of_file("2026-0001")


def test_many_may_make_keys_at_once(ring: KeyRing) -> None:
    makers = [threading.Thread(target=ring.make, args=(f"2026-{number:04d}",)) for number in range(16)]
    for maker in makers:
        maker.start()
    for maker in makers:
        maker.join()
    assert len({ring.of_file(f"2026-{number:04d}") for number in range(16)}) == 16
