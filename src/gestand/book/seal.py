"""AES-GCM seals: what is sealed can be read only with its key, and only in the row that it was sealed for."""

import json
import os
from collections.abc import Sequence

from gestand.core.errors import BookError

_NONCE_BYTES = 12


def seal(key: bytes, content: bytes, bound_to: Sequence[object]) -> bytes:
    """Seal content with a key of 32 bytes; `bound_to` names its row, in texts and numbers, and is not kept."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, _bytes_of(bound_to))


def unseal(key: bytes, sealed: bytes, bound_to: Sequence[object], what: str) -> bytes:
    """What was sealed. Raises BookError about `what` for another key or row, or when a byte was changed."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce, content = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
    try:
        return AESGCM(key).decrypt(nonce, content, _bytes_of(bound_to))
    except (InvalidTag, ValueError) as error:
        raise BookError(
            f"{what} cannot be read with this key: the key was replaced, or something was changed in the book by "
            "hand. Put back the keys that belong to this book, or the book from its back-up."
        ) from error


def _bytes_of(bound_to: Sequence[object]) -> bytes:
    return json.dumps(list(bound_to)).encode()
