"""The keys: files of mode 0600 in a folder of mode 0700, apart from the book and its back-ups."""

import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from gestand.core.errors import SettingsError
from gestand.evidence.note import NoteError, Signer, Verifier, check_name, parse_signer

SIGNING = "signing.key"
DIGEST = "digest.key"
PEOPLE = "people.key"
PUBLIC = "log.vkey"
_SECRET_BYTES = 32


@dataclass(frozen=True)
class Secret:
    """32 secret bytes; the repr hides them."""

    bytes: bytes = field(repr=False)


@dataclass(frozen=True)
class Keys:
    """`signer` signs checkpoints, `digest` keys the digests in the log, `people` seals whom a hold covers."""

    signer: Signer
    digest: Secret
    people: Secret

    @property
    def verifier(self) -> Verifier:
        """The public key, to hand out."""
        return self.signer.verifier


def make_keys(folder: Path, name: str) -> Keys:
    """Make all keys of a log with this name, such as example.org/gestand.

    Raises SettingsError when a key is there already (a key is never overwritten) or the name cannot be used.
    """
    try:
        signer = Signer(check_name(name), secrets.token_bytes(_SECRET_BYTES))
    except NoteError as error:
        raise SettingsError(str(error)) from error
    _make_folder(folder)
    for file in (SIGNING, DIGEST, PEOPLE, PUBLIC):
        if (folder / file).exists():
            raise SettingsError(
                f"{folder / file} is there already, and a key is never overwritten. Move it away first."
            )
    _write_new(folder / DIGEST, secrets.token_hex(_SECRET_BYTES))
    _write_new(folder / PEOPLE, secrets.token_hex(_SECRET_BYTES))
    _write_new(folder / PUBLIC, str(signer.verifier), mode=0o644)
    _write_new(folder / SIGNING, signer.to_file())
    return read_keys(folder)


def read_keys(folder: Path) -> Keys:
    """Read the keys; raises SettingsError when one is missing, damaged, or can be read by others."""
    try:
        signer = parse_signer(_read_private(folder / SIGNING))
    except NoteError as error:
        raise SettingsError(
            f"{folder / SIGNING}: {error} Put back the key that belongs to this log."
        ) from error
    return Keys(signer, _read_secret(folder / DIGEST), _read_secret(folder / PEOPLE))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"The folder {folder} for the keys cannot be made: {error.strerror}.") from error
    _refuse_others(folder, "700")


def _write_new(file: Path, content: str, mode: int = 0o600) -> None:
    try:
        descriptor = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode)
    except OSError as error:
        raise SettingsError(f"The key {file} cannot be written: {error.strerror}.") from error
    with os.fdopen(descriptor, "w", encoding="ascii") as opened:
        opened.write(content + "\n")
        opened.flush()
        os.fsync(descriptor)


def _read_private(file: Path) -> str:
    _refuse_others(file.parent, "700")
    _refuse_others(file, "600")
    try:
        return file.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"The key {file} cannot be read. Put back the key from its own back-up."
        ) from error


def _read_secret(file: Path) -> Secret:
    try:
        found = bytes.fromhex(_read_private(file))
    except ValueError as error:
        raise SettingsError(f"The key {file} is damaged. Put back the key from its own back-up.") from error
    if len(found) != _SECRET_BYTES:
        raise SettingsError(f"The key {file} is cut short. Put back the key from its own back-up.")
    return Secret(found)


def _refuse_others(path: Path, mode: str) -> None:
    try:
        found = path.stat().st_mode
    except OSError as error:
        raise SettingsError(f"The key {path} is missing. `gestand init` makes keys for a new log.") from error
    if found & 0o077:
        raise SettingsError(f"{path} can be read by others, and a key must not. Run: chmod {mode} {path}")
