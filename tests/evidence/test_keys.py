"""Keys are files that only their owner can read, and that are never overwritten."""

from pathlib import Path

import pytest

from gestand.core.errors import SettingsError
from gestand.evidence.keys import DIGEST, PUBLIC, SIGNING, make_keys, read_keys
from gestand.evidence.note import parse_verifier


def test_keys_are_made_private_and_read_back(tmp_path: Path) -> None:
    made = make_keys(tmp_path / "keys", "example.org/log")
    assert read_keys(tmp_path / "keys") == made
    assert (tmp_path / "keys").stat().st_mode & 0o777 == 0o700
    modes = {file.name: file.stat().st_mode & 0o777 for file in (tmp_path / "keys").iterdir()}
    assert modes == {SIGNING: 0o600, DIGEST: 0o600, "people.key": 0o600, PUBLIC: 0o644}
    assert parse_verifier((tmp_path / "keys" / PUBLIC).read_text()) == made.verifier
    assert made.digest != made.people


def test_a_key_is_never_overwritten(tmp_path: Path) -> None:
    made = make_keys(tmp_path / "keys", "example.org/log")
    with pytest.raises(SettingsError, match="never overwritten"):
        make_keys(tmp_path / "keys", "example.org/log")
    assert read_keys(tmp_path / "keys") == made


@pytest.mark.parametrize("file", [SIGNING, DIGEST])
def test_a_key_that_others_can_read_is_refused_with_the_way_out(tmp_path: Path, file: str) -> None:
    make_keys(tmp_path / "keys", "example.org/log")
    (tmp_path / "keys" / file).chmod(0o640)
    with pytest.raises(SettingsError, match=f"chmod 600 .*{file}"):
        read_keys(tmp_path / "keys")


def test_a_folder_that_others_can_read_is_refused(tmp_path: Path) -> None:
    make_keys(tmp_path / "keys", "example.org/log")
    (tmp_path / "keys").chmod(0o755)
    with pytest.raises(SettingsError, match="chmod 700"):
        read_keys(tmp_path / "keys")


@pytest.mark.parametrize("content", ["", "abc", "é", "00" * 31])
@pytest.mark.parametrize("file", [SIGNING, DIGEST])
def test_a_damaged_key_is_told_without_showing_it(tmp_path: Path, file: str, content: str) -> None:
    make_keys(tmp_path / "keys", "example.org/log")
    (tmp_path / "keys" / file).write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match=file) as refused:
        read_keys(tmp_path / "keys")
    assert "00" * 31 not in str(refused.value)


def test_a_missing_key_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="gestand init"):
        read_keys(tmp_path)


def test_a_name_with_spaces_cannot_name_a_log(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="without spaces"):
        make_keys(tmp_path / "keys", "my log")
    assert not (tmp_path / "keys").exists()


def test_keys_hide_their_secrets(tmp_path: Path) -> None:
    made = make_keys(tmp_path / "keys", "example.org/log")
    assert made.digest.bytes.hex() not in repr(made)
    assert repr(made.digest.bytes) not in repr(made)
    assert repr(made.signer.seed) not in repr(made)
