"""What one value can look like: a check for every kind, and how often a value of that shape would pass by chance."""

import ipaddress
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from gestand.core.errors import SettingsError

EXTRA = "gestand[read]"
_EMAIL = re.compile(r"[^@\s,;<>\"]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.)+[A-Za-z]{2,24}")
_IBAN = re.compile(r"[A-Za-z]{2}[0-9]{2}[A-Za-z0-9 ]{10,36}")
_NINE = re.compile(r"[0-9]{8,9}|[0-9]{4}[ .][0-9]{2}[ .][0-9]{3}")
_ELEVEN = re.compile(r"[0-9]{11}|[0-9]{2}\.[0-9]{2}\.[0-9]{2}-[0-9]{3}\.[0-9]{2}")
_POSTCODE = re.compile(r"[1-9][0-9]{3} ?[A-Za-z]{2}")
_BELGIAN = re.compile(r"(?:B-?)?[1-9][0-9]{3}")
_MAC = re.compile(r"[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}")
_ADDRESS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}")
_NETWORK = re.compile(r"/[0-9]{1,3}$")
"""What PostgreSQL writes behind an address."""
_ABROAD = re.compile(r"(?:\+|00)[1-9][0-9 ().\-]{6,22}")
_AT_HOME = re.compile(r"0[1-9][0-9 ().\-]{7,14}")
_VAT = re.compile(r"[A-Za-z]{2}[0-9A-Za-z. ]{8,16}")
_PLATE = re.compile(r"[A-Z0-9]{1,3}-[A-Z0-9]{1,3}-[A-Z0-9]{1,3}")
_SIDES = re.compile(
    r"[A-Z]{2}-\d\d-\d\d|\d\d-\d\d-[A-Z]{2}|\d\d-[A-Z]{2}-\d\d|[A-Z]{2}-\d\d-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-\d\d"
    r"|\d\d-[A-Z]{2}-[A-Z]{2}|\d\d-[A-Z]{3}-\d|\d-[A-Z]{3}-\d\d|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}"
    r"|[A-Z]{3}-\d\d-[A-Z]|[A-Z]-\d\d-[A-Z]{3}|\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d|\d-[A-Z]{3}-\d{3}"
)
"""The side codes of Dutch plates, and the Belgian form of 2010."""


@dataclass(frozen=True)
class Look:
    """One check. `chance`: how many values of that length and alphabet, of no such kind, would pass (1 is all).

    `most`: so many values are enough to tell, where a check takes long.
    """

    kind: str
    passes: Callable[[str], bool]
    chance: float
    most: int = 200


def looks() -> tuple[Look, ...]:
    """Every check. Raises SettingsError when the libraries that some need are not installed."""
    _library("phonenumbers")
    return _LOOKS


def _library(name: str) -> ModuleType:
    """A library of the extra `read`, imported when first needed."""
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError:
        raise SettingsError(
            f"To recognise data by their values takes {name.partition('.')[0]}. Install it (`pip install '{EXTRA}'`), "
            "or judge by names alone: `gestand map URL --names-only`."
        ) from None


@cache
def _number(module: str) -> Callable[[str], bool]:
    """The check of python-stdnum for one kind of number."""
    check: Callable[[str], bool] = _library(f"stdnum.{module}").is_valid
    return check


def _numbered(shape: re.Pattern[str], *modules: str) -> Callable[[str], bool]:
    return lambda text: bool(shape.fullmatch(text)) and any(_number(module)(text) for module in modules)


def _shaped(shape: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: shape.fullmatch(text) is not None


def _is_address(text: str) -> bool:
    text = _NETWORK.sub("", text)
    if not _ADDRESS.fullmatch(text):
        return False
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


def _is_phone_abroad(text: str) -> bool:
    return bool(_ABROAD.fullmatch(text)) and _possible("+" + text.removeprefix("00").removeprefix("+"), None)


def _is_phone_at_home(text: str) -> bool:
    if not _AT_HOME.fullmatch(text):
        return False
    return any(_possible(text, country, valid=True) for country in ("NL", "BE"))


def _possible(text: str, country: str | None, valid: bool = False) -> bool:
    numbers = _library("phonenumbers")
    try:
        number = numbers.parse(text, country)
    except numbers.NumberParseException:
        return False
    return bool(numbers.is_valid_number(number) if valid else numbers.is_possible_number(number))


_LOOKS = (
    Look("email", _shaped(_EMAIL), 0.0001),
    Look("iban", _numbered(_IBAN, "iban"), 1 / 97, most=40),
    Look("citizen-number", _numbered(_NINE, "nl.bsn"), 1 / 11, most=60),
    Look("citizen-number", _numbered(_ELEVEN, "be.nn"), 1 / 97, most=40),
    Look("tax-number", _numbered(_VAT, "eu.vat"), 0.05, most=40),
    Look("phone", _is_phone_abroad, 0.05, most=30),
    Look("phone", _is_phone_at_home, 0.5, most=30),
    Look("postcode", _shaped(_POSTCODE), 0.01),
    Look("postcode", _shaped(_BELGIAN), 1.0),
    Look("ip", _is_address, 0.02),
    Look("mac", _shaped(_MAC), 0.001),
    Look("licence-plate", lambda text: bool(_PLATE.fullmatch(text)) and bool(_SIDES.fullmatch(text)), 0.05),
)
