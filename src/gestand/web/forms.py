"""What a form brings: read once, as texts, before a page thinks about it."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, HTTPException, Request

_MOST_FIELDS = 300
_HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\ufeff\ufff9-\ufffb]")
"""Signs that turn the direction of a text: they make it read as what it is not."""
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([^\s;\"']*)", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_SPACES = re.compile(r"\s+")
_ENDS_OF_LINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True)
class Form:
    """The fields by name, each with all its values; what a browser did not send is empty."""

    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def line(self, name: str) -> str:
        """The value on one line."""
        return one_line(self._first(name))

    def text(self, name: str) -> str:
        """The value with its lines."""
        return plain(self._first(name))

    def raw(self, name: str) -> str:
        """To the letter, as it came: for a password, and for what is compared."""
        return self._first(name)

    def whole(self, name: str) -> int | None:
        """A number from nought up, of at most nine digits; None for anything else."""
        written = self._first(name).strip()
        return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else None

    def all_of(self, name: str) -> tuple[str, ...]:
        """Every value of boxes that share a name."""
        return self.fields.get(name, ())

    def _first(self, name: str) -> str:
        return next(iter(self.fields.get(name, ())), "")


async def read_form(request: Request) -> Form:
    """The form of a POST; files are refused, and so are more fields than any page has, and other encodings.

    Our pages are UTF-8, and so is what a browser sends of them; some other codecs of Python make texts that no
    text can be, or none at all.
    """
    if any(one.casefold() not in ("utf-8", "utf8") for one in _CHARSET.findall(_content_type(request))):
        raise HTTPException(415, "A form is written in UTF-8.")
    read = await request.form(max_files=0, max_fields=_MOST_FIELDS)
    found: dict[str, list[str]] = {}
    for name, value in read.multi_items():
        if isinstance(value, str):
            found.setdefault(name, []).append(value)
    return Form({name: tuple(values) for name, values in found.items()})


def _content_type(request: Request) -> str:
    return request.headers.get("content-type", "")


Filled = Annotated[Form, Depends(read_form)]
"""The parameter of a handler that reads a form."""


def one_line(text: str) -> str:
    """The text on one line: control signs and line breaks become spaces, signs that hide or turn text go."""
    return _SPACES.sub(" ", plain(text)).strip()


def plain(text: str) -> str:
    """The text without control signs, and without those that hide or turn it; its lines stay."""
    lines = _ENDS_OF_LINES.sub("\n", text)
    return unicodedata.normalize("NFC", _CONTROL.sub(" ", _HIDDEN.sub("", lines))).strip()
