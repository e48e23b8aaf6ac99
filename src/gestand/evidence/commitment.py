"""What the log says of a choice, so that whoever has its salt can show which choice it was, and nobody else can guess.

The verifier computes it too, from a bundle alone: so it needs the standard library and nothing else.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping

SALT_BYTES = 16
"""Always so many: HMAC fills a shorter key up with zeros, and two salts would open one commitment."""


def canonical(value: object) -> bytes:
    """The value as JSON in one spelling: keys in order, no spaces, UTF-8. Raises ValueError for half a character."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def public_digest(value: object) -> str:
    """The SHA-256 of something public, such as what was shown to everybody."""
    return hashlib.sha256(canonical(value)).hexdigest()


def commitment(salt: bytes, subject: Mapping[str, object], choice: Mapping[str, object]) -> str:
    """HMAC-SHA-256 of subject and choice, keyed with the salt of this one choice."""
    if len(salt) != SALT_BYTES:
        raise ValueError(f"a salt has {SALT_BYTES} bytes")
    return hmac.new(salt, canonical({"choice": choice, "subject": subject}), hashlib.sha256).hexdigest()


def word_of(decisions: Mapping[str, object]) -> str:
    """The word that the log has for decisions: all yes, all no, or some of both."""
    said = set(decisions.values())
    return "chosen" if len(said) > 1 else "granted" if True in said else "refused"
