"""Texts compared whatever the case of their letters: the same replacements, in the same order, in every engine.

Engines fold letters each in their own way (SQLite only a to z, PostgreSQL by its locale), so the letters beyond
a to z that the wanted text can hold are spelt out in every way, or replaced one by one.
"""

from dataclasses import dataclass

from gestand.datamap.lookup import BLANKS, SIGNS

Replacements = tuple[tuple[str, str], ...]
MOST_SPELLINGS = 256


def replacements(wanted: str) -> Replacements:
    """Every letter beyond a to z in any spelling of `wanted`, with its small letter; `ß` is `ss`."""
    letters = {*wanted, *wanted.lower(), *wanted.upper(), *wanted.casefold()}
    found = ((letter, letter.casefold()) for letter in sorted(letters) if not letter.isascii())
    return tuple((letter, small) for letter, small in found if letter != small)


def folded(text: str, first: Replacements) -> str:
    """The text without blanks around it, its letters small: those of `first`, and a to z."""
    for letter, small in first:
        text = text.replace(letter, small)
    return "".join(one.lower() if one.isascii() else one for one in text.strip("".join(BLANKS)))


def spellings(wanted: str) -> tuple[str, ...]:
    """Every text with small a to z that folds to what `wanted` folds to; none where they are more than 256."""
    first = replacements(wanted)
    text = folded(wanted, first)
    ways = [[""]]
    for end in range(1, len(text) + 1):
        as_it_is = [way + text[end - 1] for way in ways[-1]]
        others = ((letter, len(small)) for letter, small in first if text.endswith(small, 0, end))
        ways.append(as_it_is + [way + letter for letter, length in others for way in ways[end - length]])
        if len(ways[-1]) > MOST_SPELLINGS:
            return ()
    return tuple(ways[-1])


def beginning(text: str) -> str:
    """A pattern of LIKE for what begins so; `/` stands before a sign that LIKE would understand."""
    return _literally(text) + "%"


def _literally(text: str) -> str:
    for sign in ("/", "%", "_"):
        text = text.replace(sign, "/" + sign)
    return text


@dataclass(frozen=True)
class Mailbox:
    """The addresses of one mailbox that have something between + and @: all begin and end alike.

    In the order of bytes they lie from `first` to before `last`, so that an index leads to them.
    """

    first: str
    last: str
    end: str

    @property
    def pattern(self) -> str:
        """A pattern of LIKE, as `beginning` writes one."""
        return beginning(self.first) + _literally(self.end)

    def holds(self, text: str) -> bool:
        inside = text[len(self.first) : -len(self.end)]
        return text == self.first + inside + self.end


def mailbox(address: str) -> Mailbox:
    """Of an address without a plus."""
    name, at, host = address.rpartition("@")
    return Mailbox(name + "+", name + chr(ord("+") + 1), at + host)


def bare_digits(value: object) -> str:
    """What is left of a cell when the signs are taken out; a number is its digits, anything else nothing."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    left = str(value)
    for sign in SIGNS:
        left = left.replace(sign, "")
    return left
