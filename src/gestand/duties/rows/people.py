"""An identifier of a person in a column, however she or the company wrote it."""

import re

from gestand.core.predicate import Predicate, SameDigits, SameFolded
from gestand.datamap.identifiers import is_phone

HOME = "31"
"""The country code of a number that is written without one."""

_SIGNS = re.compile(r"[\s.\-/()]+")
_TRUNK = re.compile(r"\(0\)")
_NUMBER = re.compile(r"(?P<abroad>\+|00)?(?P<digits>[0-9]{6,15})").fullmatch


def is_known_as(column: str, kind: str, value: str, plus_addresses: bool = False) -> Predicate:
    """The column holds this identifier: of a phone number any spelling, of a text any case of its letters.

    With `plus_addresses` every address of one mailbox is the same, with a plus or without.
    """
    spellings = phone_spellings(value) if is_phone(kind) else ()
    if spellings:
        return SameDigits(column, spellings)
    bare = without_plus(value)
    return (
        SameFolded(column, bare, plus=True) if plus_addresses and bare else SameFolded(column, value.strip())
    )


def without_plus(value: str) -> str:
    """A mail address without what stands between + and @; empty for what is no mail address."""
    name, at, host = value.strip().rpartition("@")
    bare = name.split("+")[0]
    return bare + at + host if bare.strip() and host else ""


def phone_spellings(value: str, home: str = HOME) -> tuple[str, ...]:
    """The digits by which one number is known: `0612345678`, `31612345678`, `0031612345678`; none for no number."""
    found = _NUMBER(_SIGNS.sub("", _TRUNK.sub("", value)))
    if found is None:
        return ()
    digits = found["digits"]
    if found["abroad"]:
        whole = digits
    elif digits.startswith("0"):
        whole = home + digits[1:]
    else:
        return (
            digits,
            *(("0" + digits.removeprefix(home), "00" + digits) if digits.startswith(home) else ()),
        )
    national = ("0" + whole.removeprefix(home),) if whole.startswith(home) else ()
    return (whole, "00" + whole, *national)


def same_identifier(kind: str, one: str, other: str, plus_addresses: bool = False) -> bool:
    """Two spellings of one identifier."""
    if is_phone(kind) and (mine := phone_spellings(one)):
        return bool(set(mine) & set(phone_spellings(other)))
    if plus_addresses:
        one, other = without_plus(one) or one, without_plus(other) or other
    return one.strip().casefold() == other.strip().casefold()
