"""The two cookies of consent: by the first a browser is known again, by the second a page sees what was chosen."""

import hmac
import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from starlette.requests import cookie_parser

from gestand.core.choice import Choice

VISITOR_COOKIE, CHOICE_COOKIE = "gestand_visitor", "gestand_choice"
AFTER_YES, AFTER_REFUSAL = timedelta(days=365), timedelta(days=184)
"""How long a choice is remembered before she is asked again: a yes for twelve months at most, a refusal of all for six
at least, however long these are. The law names no term for a yes, so twelve months is ours."""
_NUMBER_BYTES = 16
_SIGNED = 16
_YEAR = timedelta(days=365)
_EPOCH, _DAY = datetime(1970, 1, 1, tzinfo=UTC), timedelta(days=1)

Digest = Callable[[object], str]
"""The keyed digest of the company."""


def visitor_of(sent: str, digest: Digest) -> str:
    """What a browser is known by: what it sent, if we gave that out, or else something new.

    128 random bits, and a digest under the company's key: nobody makes up one of these.
    """
    known = cookie_parser(sent).get(VISITOR_COOKIE, "")
    number = known.partition(".")[0]
    ours = known.isascii() and len(number) == 2 * _NUMBER_BYTES
    if ours and hmac.compare_digest(known, _signed(number, digest)):
        return known
    return _signed(secrets.token_hex(_NUMBER_BYTES), digest)


def _signed(number: str, digest: Digest) -> str:
    return f"{number}.{digest(('visitor', number))[:_SIGNED]}"


def remembered(visitor: str, choice: Choice, secure: bool) -> tuple[str, str]:
    """Both cookies as headers. The second holds no secret, for a script reads it: what was answered, and when."""
    words = ",".join(f"{word}={granted:d}" for word, granted in choice.decisions)
    value = f"v1.{choice.offer[:8]}.{(choice.at - _EPOCH) // _DAY}.{words}"
    stays = AFTER_YES if any(granted for _, granted in choice.decisions) else AFTER_REFUSAL
    return (
        _cookie(VISITOR_COOKIE, visitor, _YEAR, secure) + "; HttpOnly",
        _cookie(CHOICE_COOKIE, value, stays, secure),
    )


def forgotten(secure: bool) -> str:
    """The header that takes the choice back from the browser, so that the banner asks again."""
    return _cookie(CHOICE_COOKIE, "", timedelta(), secure)


def _cookie(name: str, value: str, stays: timedelta, secure: bool) -> str:
    """Written by hand: Python would put a value with a comma in it between quotes."""
    said = f"{name}={value}; Max-Age={int(stays.total_seconds())}; Path=/; SameSite=Lax"
    return f"{said}; Secure" if secure else said
