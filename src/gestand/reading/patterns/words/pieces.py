"""What a text must have for a regular expression to find anything in it: one of some pieces, letter for letter.

`\\b(?:besteld|gekocht)e? \\w+` finds nothing in a text without "besteld" and without "gekocht". Looking for those is
many times quicker than searching, and what a text cannot have need not be compiled.
"""

import re
from collections.abc import Iterator

_LETTER = r"[^\\()\[|?*+{.^$]"
_TOKEN = re.compile(
    rf"(?P<words>\(\?:{_LETTER}+(?:\|{_LETTER}+)*\))|(?P<letters>(?:\\\W|{_LETTER})+(?![?*+{{]))"
    r"|(?P<looks>\(\?<?[=!])|(?P<opens>\((?:\?:|\?P<\w+>|(?!\?)))|(?P<closes>\))|(?P<otherwise>\|)"
    r"|(?P<perhaps>[?*]|\{0*(?:,\d*)?\})"
    r"|(?P<some>\{[\d,]+\}|\[\^?\]?(?:\\.|[^]\\])*\]|\\(?:x..|u....|.)|[^(])",
    re.DOTALL,
)
_ANY = frozenset([""])
"""Every text has it: nothing is known."""


def pieces(expression: str) -> frozenset[str]:
    """The pieces of which any text that `expression` matches has at least one; `expression` is without flags."""
    return _of_group(_TOKEN.finditer(expression))


def _of_group(tokens: Iterator[re.Match[str]]) -> frozenset[str]:
    """The pieces of all alternatives up to the bracket that closes."""
    alternatives: list[list[frozenset[str]]] = [[]]
    for token in tokens:
        match token.lastgroup:
            case "letters":
                alternatives[-1].append(frozenset([re.sub(r"\\(\W)", r"\1", token[0])]))
            case "words":
                alternatives[-1].append(frozenset(token[0][3:-1].split("|")))
            case "opens":
                alternatives[-1].append(_of_group(tokens))
            case "closes":
                break
            case "otherwise":
                alternatives.append([])
            case "perhaps":
                alternatives[-1][-1] = _ANY
            case "looks":
                _of_group(tokens)
            case _:
                alternatives[-1].append(_ANY)
    return frozenset[str]().union(*map(_best, alternatives))


def _best(parts: list[frozenset[str]]) -> frozenset[str]:
    """Of the parts of one alternative, all of which a text must have, the one with the longest pieces."""
    return max(parts, key=lambda part: min(map(len, part)), default=_ANY)
