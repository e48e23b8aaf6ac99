"""Keyed digests: the same frozen value gives the same 64 digits, and tells nothing without the key."""

import hmac
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from hashlib import sha256
from math import isfinite

from gestand.evidence.keys import Secret


def keyed_digest(key: Secret, value: object) -> str:
    """HMAC-SHA-256, in 64 hexadecimal digits, of the value as canonical JSON.

    Values are frozen dataclasses, enums, tuples, lists, sets, mappings with text keys, aware datetimes, dates,
    texts, numbers, truth and None; raises TypeError for anything else. Neither the order of a dataclass's
    fields nor that of a set or mapping matters; its name does, and so does the type of every value.
    """
    return hmac.new(key.bytes, _canonical(value).encode(), sha256).hexdigest()


def _canonical(value: object) -> str:
    return _CANONICAL.encode(_plain(value))


_CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)


_BARE = (str, int, bool, type(None))


@cache
def _fields_of(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _plain(value: object) -> object:
    """The value in what JSON has; whatever JSON has no word for stands in an object with its type's name."""
    if type(value) in _BARE:
        return value
    match value:
        case Enum():
            return {type(value).__name__: value.name}
        case None | bool() | int() | str():
            return value
        case float() if isfinite(value):
            return {"float": repr(value)}
        case Decimal() if value.is_finite():
            return {"decimal": str(value.normalize())}
        case datetime() if value.utcoffset() is not None:
            return {"datetime": value.astimezone(UTC).isoformat(timespec="microseconds")}
        case date() if not isinstance(value, datetime):
            return {"date": value.isoformat()}
        case bytes():
            return {"bytes": value.hex()}
    return _plain_container(value)


def _plain_container(value: object) -> object:
    match value:
        case tuple() | list():
            return [_plain(one) for one in value]
        case set() | frozenset():
            return {"set": sorted(_canonical(one) for one in value)}
        case Mapping() if all(isinstance(key, str) for key in value):
            return {"map": {key: _plain(one) for key, one in value.items()}}
    if is_dataclass(value) and not isinstance(value, type):
        told = {name: _plain(getattr(value, name)) for name in _fields_of(type(value))}
        return {type(value).__name__: told}
    raise TypeError(f"a keyed digest cannot be taken of a {type(value).__name__} as it stands")
