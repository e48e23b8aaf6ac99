"""The closed vocabulary of the log: what an entry may say, so that nothing about a person can get in."""

import re

from gestand.core.entry import COUNTS, WORDS, Entry
from gestand.core.errors import NotInTheVocabulary

_PROMISE = re.compile(r"[a-z]{1,20}/[a-z0-9]{1,40}(-[a-z0-9]{1,40}){0,10}").fullmatch
_DIGEST = re.compile(r"[0-9a-f]{64}").fullmatch
_YEAR = re.compile(r"year (19|20)[0-9]{2}").fullmatch
_MOST = 1 << 53  # JSON readers everywhere agree on whole numbers up to here (RFC 8259, 6)


def refuse_free_text(entry: Entry) -> None:
    """Raise NotInTheVocabulary unless every field of the entry is a word, a digest or a number the log knows.

    The message names the field, never what stood in it: that may be somebody's name.
    """
    if entry.promise and not _PROMISE(entry.promise):
        _refuse(entry, "promise", "a promise id such as retention/recipient-numbers")
    if entry.statement and not _DIGEST(entry.statement):
        _refuse(entry, "statement", "a SHA-256 in 64 hexadecimal digits")
    if entry.action and not _DIGEST(entry.action):
        _refuse(entry, "action", "a keyed digest in 64 hexadecimal digits")
    if entry.word and entry.word not in WORDS:
        _refuse(entry, "word", "one of the words in gestand/core/entry.py")
    if entry.counts:
        _refuse_counts(entry)


def _refuse_counts(entry: Entry) -> None:
    for name, number in entry.counts:
        if name not in COUNTS and not _YEAR(name):
            _refuse(entry, "counts", "names out of gestand/core/entry.py, or `year 2026`")
        if type(number) is not int or not 0 <= number < _MOST:
            _refuse(entry, "counts", "whole numbers from zero")
    if len(dict(entry.counts)) != len(entry.counts):
        _refuse(entry, "counts", "each name once")


def _refuse(entry: Entry, field: str, expected: str) -> None:
    raise NotInTheVocabulary(
        f"The log refuses an entry of kind {entry.kind.value!r}: its field {field!r} takes {expected}, "
        "and nothing else, so that no personal data gets in. Nothing was written."
    )
