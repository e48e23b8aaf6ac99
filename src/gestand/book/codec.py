"""Requests, steps and letters as JSON, and back as they were: a closed list of classes, and nothing else."""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from gestand.core import letter, request, step
from gestand.core.errors import BookError
from gestand.core.schema import TableName

_CLASSES: dict[str, type[Any]] = {
    one.__name__: one
    for one in (
        *(request.Request, request.Asker, request.Known, request.Correction),
        *(step.Asked, step.Identified, step.Extended, step.Judged, step.Found, step.Decided, step.Seconded),
        *(step.Advised, step.Did, step.Answered, step.Wrote, step.Lifted, step.Closed),
        *(step.Root, step.Trail, step.Amount, step.Share, step.Decision, TableName),
        *(letter.Addressee, letter.Written),
    )
}
_ENUMS: dict[str, type[Enum]] = {
    one.__name__: one for one in (request.Right, request.Way, step.Proof, step.Result)
}
_SPELLED: dict[type, tuple[Callable[[Any], str], Callable[[str], object]]] = {
    datetime: (datetime.isoformat, datetime.fromisoformat),
    date: (date.isoformat, date.fromisoformat),
    time: (time.isoformat, time.fromisoformat),
    Decimal: (str, Decimal),
    UUID: (str, UUID),
    bytes: (lambda value: b64encode(value).decode(), lambda text: b64decode(text, validate=True)),
}
"""What JSON has no word for: how it is spelled, and read back."""
_JSON = json.JSONEncoder(separators=(",", ":"), allow_nan=False)
_NAMES = {kind.__name__: kind for kind in _SPELLED}


def encode(value: object) -> bytes:
    """A value as JSON in ASCII; raises TypeError for a class that is not on the list."""
    return _JSON.encode(_plain(value)).encode("ascii")


def decode(content: bytes) -> object:
    """The value that `encode` wrote, of the same types. Raises BookError for anything else."""
    try:
        return _value(json.loads(content))
    except (ValueError, TypeError, KeyError, AttributeError, ArithmeticError) as error:
        raise BookError(
            "Something in the book is not what this gestand writes: a newer one wrote it, or it is damaged. "
            "Install the newer gestand, or put the book back from its back-up."
        ) from error


def _plain(value: object) -> object:
    """The value in what JSON has; all the rest is an object of one key, which names its class."""
    kind = type(value)
    if _ENUMS.get(kind.__name__) is kind and isinstance(value, Enum):
        return {kind.__name__: value.name}
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if kind in _SPELLED:
        return {kind.__name__: _SPELLED[kind][0](value)}
    if _CLASSES.get(kind.__name__) is kind:
        return {kind.__name__: {one.name: _plain(getattr(value, one.name)) for one in fields(kind)}}
    raise TypeError(f"the book has no way to write a {kind.__name__}")


def _value(plain: object) -> object:
    if isinstance(plain, list):
        return tuple(_value(one) for one in plain)
    if not isinstance(plain, Mapping):
        return plain
    ((name, told),) = plain.items()
    if name in _NAMES:
        return _SPELLED[_NAMES[name]][1](told)
    if name in _ENUMS:
        return _ENUMS[name][told]
    return _CLASSES[name](**{key: _value(one) for key, one in told.items()})
