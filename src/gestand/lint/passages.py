"""Looks for words in a text, and in the texts of a statement."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pydantic import BaseModel

from gestand.core.fact import Quote
from gestand.lint.published import Published, quote_of, touch
from gestand.statement.model import Statement
from gestand.statement.written import Bilingual, key_of

DENIED = re.compile(
    r"\b(niets?|niemand|geen|nooit|not|nothing|nobody|cannot|never|no)\b",
    re.IGNORECASE,
)
"""Words by which a passage says that something is not done."""
HISTORY = re.compile(
    r"\bniet (meer|langer)\b|\bin plaats van\b|\bno longer\b|\binstead of\b|\b(voorheen|voormalig\w*"
    r"|vroeger|vroegere|destijds|vervallen|vervangt|vervangen|opgegaan|opvolger|ingetrokken|ongeldig\w*"
    r"|formerly|former|previously|replace[sd]?|repealed|superseded|successor|predecessor|invalid\w*"
    r"|until 2018|tot 25 mei 2018)\b",
    re.IGNORECASE,
)
"""Words by which a passage tells of something that ended, and does not rest on it."""


def seen(
    published: Published,
    pattern: re.Pattern[str],
    but_not: re.Pattern[str] | None = None,
    besides: tuple[Quote, ...] = (),
) -> list[Quote]:
    """The passages that fit the pattern and not `but_not`, apart from those that `besides` touches."""
    return [
        quote_of(segment)
        for segment, _ in published.matching(pattern)
        if not (but_not and but_not.search(segment.text))
        and not any(touch(segment, quote) for quote in besides)
    ]


def said_at(
    statement: Statement, pattern: re.Pattern[str], but_not: re.Pattern[str] | None = None
) -> Iterator[str]:
    """The paths of the texts in a statement that fit the pattern and not `but_not`."""
    for written in texts_of(statement):
        if pattern.search(written.text) and not (but_not and but_not.search(written.text)):
            yield written.path


class Written(NamedTuple):
    """A text in a statement, where it stands, in one language."""

    path: str
    text: str


def texts_of(statement: Statement) -> Iterator[Written]:
    """Every text that people read, in both languages, with its path."""
    yield from _texts(statement, ())


def _texts(value: object, path: tuple[str, ...]) -> Iterator[Written]:
    if isinstance(value, Bilingual):
        yield Written("/".join((*path, "nl")), value.nl)
        yield Written("/".join((*path, "en")), value.en)
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), (*path, key_of(name)))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _texts(one, (*path, str(key)))
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one, path)
