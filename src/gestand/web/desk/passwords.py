"""What a password may be: long, without our names, and not what anybody would try first (NIST SP 800-63B, 3.1.1)."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from threading import BoundedSemaphore

from gestand.core.text import Text
from gestand.web.desk import words_access

LEAST, MOST = 12, 1_000
WEIGHED = BoundedSemaphore(2)
"""Passwords are weighed two at a time: each takes 19 MiB, and forms may come by the hundred."""

_LEAST_OWN, _LEAST_LISTED = 5, 4
"""So many letters of one's own, or so many words of the list, make it more than a variation on one of them."""
_LEAST_DIFFERENT, _LEAST_OF_A_NAME = 5, 4
_LEAST_IN_ROW, _LONGEST = 4, 24
_ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "azertyuiop",
    "qsdfghjklm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    "1q2w3e4r5t6y7u8i9o0p",
)
"""Signs that lie in a row, in the alphabet or under the fingers."""
_FOR_LETTERS = str.maketrans("013457@$!|8", "oieastasiib")
"""Signs that people write for letters."""


def fault_in(password: str, again: str, name: str, company: str) -> Text | None:
    """What is wrong with it; None if it will do."""
    if len(password) < LEAST:
        return words_access.TOO_SHORT.filled(least=LEAST)
    if len(password) > MOST:
        return words_access.TOO_LONG.filled(most=MOST)
    spellings = tuple(_spellings(password))
    if any(part in spelled for part in _parts(name, company) for spelled in spellings):
        return words_access.LIKE_NAME
    if len(set(password)) < _LEAST_DIFFERENT:
        return words_access.TOO_PLAIN
    if any(map(_is_common, spellings)):
        return words_access.TOO_COMMON
    return None if password == again else words_access.NOT_ALIKE


def _spellings(password: str) -> Iterator[str]:
    """As it is, and with its letters where signs stand for them; small, without accents and what parts words."""
    plain = _folded(password)
    yield re.sub(r"[\W_]", "", plain)
    yield re.sub(r"[\W_]", "", plain.translate(_FOR_LETTERS))


def _parts(*names: str) -> Iterator[str]:
    """Each name whole, and each word of it that is long enough to be no accident."""
    for name in map(_folded, names):
        words = re.findall(r"[^\W_]+", name)
        yield from (one for one in (*words, "".join(words)) if len(one) >= _LEAST_OF_A_NAME)


def _is_common(spelled: str) -> bool:
    """Little is left of it without the words of the list, and it takes few of these."""
    listed, own, at = set(), set(), 0
    while at < len(spelled):
        word = _listed_at(spelled, at)
        if word:
            listed.add(word)
        elif spelled[at].isalpha():
            own.add(spelled[at])
        at += len(word) or 1
    return len(own) < _LEAST_OWN and len(listed) < _LEAST_LISTED


def _listed_at(spelled: str, at: int) -> str:
    """The longest word of the list that begins here."""
    longest = min(_LONGEST, len(spelled) - at)
    lengths = range(longest, _LEAST_IN_ROW - 1, -1)
    return next((spelled[at : at + one] for one in lengths if spelled[at : at + one] in _listed()), "")


@cache
def _listed() -> frozenset[str]:
    """The commonest passwords, and pieces of every row."""
    text = files(__package__).joinpath("commonest.txt").read_text("ascii")
    return frozenset((*(line for line in text.splitlines() if not line.startswith("#")), *_in_rows()))


def _in_rows() -> Iterator[str]:
    for row in (*_ROWS, *(row[::-1] for row in _ROWS)):
        for begin in range(len(row)):
            yield from (row[begin:end] for end in range(begin + _LEAST_IN_ROW, len(row) + 1))


def _folded(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in bare if not unicodedata.combining(sign))
