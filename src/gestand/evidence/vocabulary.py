"""The closed vocabulary of the log: what an entry may say, so that nothing about a person can get in."""

import re

from gestand.core.entry import COUNTS, WORDS
from gestand.core.errors import NotInTheVocabulary

_PROMISE = re.compile(r"[a-z]{1,20}/[a-z0-9]{1,40}(-[a-z0-9]{1,40}){0,10}").fullmatch
_DIGEST = re.compile(r"[0-9a-f]{64}").fullmatch
_YEAR = re.compile(r"year (19|2[0-9])[0-9]{2}").fullmatch
_MOST = 1 << 53  # JSON readers everywhere agree on whole numbers up to here (RFC 8259, 6)


def refuse_words(kind: str, promise: str, statement: str, word: str) -> None:
    """Raise NotInTheVocabulary unless these are a promise id, a digest and a known word, or empty.

    The message names the field, never what stood in it: that may be somebody's name.
    """
    if promise and not _PROMISE(promise):
        _refuse(kind, "promise", "a promise id such as retention/recipient-numbers")
    if statement and not _DIGEST(statement):
        _refuse(kind, "statement", "a SHA-256 in 64 hexadecimal digits")
    if word and word not in WORDS:
        _refuse(kind, "word", "one of the words in gestand/core/entry.py")


def refuse_action(kind: str, action: str) -> None:
    """Raise NotInTheVocabulary unless this is a digest."""
    if not _DIGEST(action):
        _refuse(kind, "action", "a keyed digest in 64 hexadecimal digits")


def refuse_counts(kind: str, counts: tuple[tuple[str, int], ...]) -> None:
    """Raise NotInTheVocabulary unless these are known names, each once, with whole numbers from zero."""
    for name, number in counts:
        if name not in COUNTS and not _YEAR(name):
            _refuse(kind, "counts", "names out of gestand/core/entry.py, or `year 2026`")
        if type(number) is not int or not 0 <= number < _MOST:
            _refuse(kind, "counts", "whole numbers from zero")
    if len(counts) > 1 and len(dict(counts)) != len(counts):
        _refuse(kind, "counts", "each name once")


def _refuse(kind: str, field: str, expected: str) -> None:
    raise NotInTheVocabulary(
        f"The log refuses an entry of kind {kind!r}: its field {field!r} takes {expected}, "
        "and nothing else, so that no personal data gets in. Nothing was written."
    )
