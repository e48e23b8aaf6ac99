"""Signed notes and checkpoints as C2SP writes them (c2sp.org/signed-note, c2sp.org/tlog-checkpoint)."""

import base64
import binascii
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_ED25519 = b"\x01"
_MOST_BYTES = 1_000_000
_MOST_SIGNATURES = 100
_SIZE = re.compile(r"0|[1-9][0-9]{0,18}")
_NAME = re.compile(r"[^\s+\x00-\x1f\x7f]{1,200}")


class NoteError(ValueError):
    """A note, a checkpoint or a key is not written as it should be, or not signed by the key."""


@dataclass(frozen=True)
class Verifier:
    """A public key with its name: what one needs to check a note. Written `name+hash+base64`."""

    name: str
    public: bytes

    @property
    def hash(self) -> bytes:
        """The four bytes that stand before every signature by this key."""
        return sha256(self.name.encode() + b"\n" + _ED25519 + self.public).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.hash.hex()}+{base64.b64encode(_ED25519 + self.public).decode()}"

    def fits(self, text: str, signature: bytes) -> bool:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text.encode())
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True)
class Signer:
    """A private key with its name; `seed` is 32 secret bytes, which the repr hides."""

    name: str
    seed: bytes = field(repr=False)

    @cached_property
    def verifier(self) -> Verifier:
        return Verifier(self.name, self._private.public_key().public_bytes_raw())

    def sign(self, text: str) -> bytes:
        return self._private.sign(text.encode())

    @cached_property
    def _private(self) -> "Ed25519PrivateKey":
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.seed)

    def to_file(self) -> str:
        """The private key as text; keep it secret."""
        shown = base64.b64encode(_ED25519 + self.seed).decode()
        return f"PRIVATE+KEY+{self.name}+{self.verifier.hash.hex()}+{shown}"


@dataclass(frozen=True)
class Signature:
    """One signature line: the key's name, its four-byte hash, and the signature itself."""

    name: str
    hash: bytes
    signature: bytes


@dataclass(frozen=True)
class Note:
    """A text that ends in a newline, and the signatures under it."""

    text: str
    signatures: tuple[Signature, ...]


@dataclass(frozen=True)
class Checkpoint:
    """What a log commits to: its name, the number of entries, the root of the tree over them."""

    origin: str
    size: int
    root: bytes

    def to_text(self) -> str:
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


def check_name(name: str) -> str:
    """The name, if a key may have it; raises NoteError."""
    if not _NAME.fullmatch(name):
        raise NoteError(
            f"{name!r} cannot name a log: write it without spaces and plus signs, as example.org/log"
        )
    return name


def parse_verifier(vkey: str) -> Verifier:
    """Read `name+hash+base64`; raises NoteError."""
    name, shown_hash, public = _parse_key(vkey.strip(), "a public key", "name+hash+base64")
    verifier = Verifier(name, public)
    if verifier.hash.hex() != shown_hash:
        raise NoteError(f"The public key of {name!r} was not copied whole: its hash does not fit.")
    return verifier


def parse_signer(key: str) -> Signer:
    """Read `PRIVATE+KEY+name+hash+base64`; raises NoteError, which shows nothing of the key."""
    if not key.startswith("PRIVATE+KEY+"):
        raise NoteError("This is no signing key: it should begin with PRIVATE+KEY+.")
    name, shown_hash, seed = _parse_key(key.strip()[12:], "a signing key", "PRIVATE+KEY+name+hash+base64")
    signer = Signer(name, seed)
    if signer.verifier.hash.hex() != shown_hash:
        raise NoteError(f"The signing key of {name!r} is damaged: its hash does not fit.")
    return signer


def _parse_key(written: str, what: str, form: str) -> tuple[str, str, bytes]:
    parts = written.split("+", 2)
    if len(parts) != 3 or not _NAME.fullmatch(parts[0]):
        raise NoteError(f"This is not {what}: expected {form}.")
    found = _decode(parts[2], what)
    if len(found) != 33 or found[:1] != _ED25519:
        raise NoteError(f"This is not {what} that can be used here: expected Ed25519, 32 bytes.")
    return parts[0], parts[1], found[1:]


def sign(text: str, signers: Iterable[Signer]) -> str:
    """A signed note: the text, a blank line, a line for each signer."""
    _check_text(text)
    lines = [_signature_line(signer.verifier, signer.sign(text)) for signer in signers]
    return f"{text}\n{''.join(lines)}"


def _signature_line(verifier: Verifier, signature: bytes) -> str:
    return f"— {verifier.name} {base64.b64encode(verifier.hash + signature).decode()}\n"


def parse_note(written: str) -> Note:
    """Take a note apart without checking its signatures; raises NoteError."""
    if len(written) > _MOST_BYTES:
        raise NoteError(f"A note of {len(written):,} characters is too long.")
    text, gap, under = written.rpartition("\n\n")
    if not gap or not under.endswith("\n"):
        raise NoteError("This is no signed note: a blank line and a signature should follow the text.")
    text += "\n"
    _check_text(text)
    lines = under[:-1].split("\n")
    if len(lines) > _MOST_SIGNATURES:
        raise NoteError(f"A note with {len(lines)} signatures is refused.")
    return Note(text, tuple(_parse_signature(line) for line in lines))


def _check_text(text: str) -> None:
    if not text.endswith("\n") or any(character < " " and character != "\n" for character in text):
        raise NoteError("The text of a note ends in a newline and has no control characters.")


def _parse_signature(line: str) -> Signature:
    parts = line.split(" ")
    if len(parts) != 3 or parts[0] != "—" or not _NAME.fullmatch(parts[1]):
        raise NoteError("A signature line is malformed: expected a dash, a key's name and base64.")
    found = _decode(parts[2], "a signature")
    if len(found) < 5:
        raise NoteError(f"The signature by {parts[1]!r} is cut short.")
    return Signature(parts[1], found[:4], found[4:])


def _decode(written: str, what: str) -> bytes:
    """In the one spelling that the bytes have: others, with bits to spare at the end, were changed by somebody."""
    try:
        found = base64.b64decode(written, validate=True)
    except (binascii.Error, ValueError) as error:
        raise NoteError(f"This is not {what}: its base64 is damaged.") from error
    if base64.b64encode(found).decode() != written:
        raise NoteError(f"This is not {what}: its base64 was changed.")
    return found


def open_note(written: str, verifier: Verifier) -> str:
    """The text of a note that this key signed; raises NoteError when it did not, or the note is malformed.

    Signatures by keys that are not known here are left alone, as the format demands.
    """
    note = parse_note(written)
    ours = [one for one in note.signatures if (one.name, one.hash) == (verifier.name, verifier.hash)]
    if not ours:
        raise NoteError(f"The note is not signed by the key {verifier.name}+{verifier.hash.hex()}.")
    if not all(verifier.fits(note.text, one.signature) for one in ours):
        raise NoteError(f"The signature by {verifier.name} does not fit the text: one of them was changed.")
    return note.text


def parse_checkpoint(text: str) -> Checkpoint:
    """Read the three lines of a checkpoint; further lines are extensions, and ignored. Raises NoteError."""
    lines = text.split("\n")
    if len(lines) < 4 or not lines[0] or not _SIZE.fullmatch(lines[1]):
        raise NoteError("This is no checkpoint: expected the log's name, a number of entries and a root.")
    root = _decode(lines[2], "a root")
    if len(root) != 32:
        raise NoteError(
            f"The root in the checkpoint of {lines[0]!r} has {len(root)} bytes and should have 32."
        )
    return Checkpoint(lines[0], int(lines[1]), root)


def open_checkpoint(written: str, verifier: Verifier) -> Checkpoint:
    """The checkpoint that this key signed for the log of the same name; raises NoteError."""
    checkpoint = parse_checkpoint(open_note(written, verifier))
    if checkpoint.origin != verifier.name:
        raise NoteError(f"The checkpoint is of {checkpoint.origin!r}, the key of {verifier.name!r}.")
    return checkpoint
