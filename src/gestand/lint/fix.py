"""Edits of a statement that cannot change what it means: a body that was only renamed gets its new name."""

import re
from dataclasses import dataclass

from gestand.core.text import Text
from gestand.lint.law.tables import repealed
from gestand.lint.remark import Remark

_RENAMES = {"College bescherming persoonsgegevens": "Autoriteit Persoonsgegevens", "OPTA": "ACM"}
_ARTICLES = {"het": "de ", "Het": "De "}
"""Het College and het CBP became de Autoriteit."""
_WHAT = Text("{old} heet nu {new}", "{old} is now called {new}")


@dataclass(frozen=True)
class Fixed:
    """A line that was changed, and how."""

    line: int
    what: Text


def fixed(source: str, remarks: tuple[Remark, ...]) -> tuple[str, tuple[Fixed, ...]]:
    """The YAML with every such edit made on the lines that remarks point at; anything else stays as it was."""
    lines = source.splitlines(keepends=True)
    done: list[Fixed] = []
    for number in sorted({one.place.line for one in remarks if one.rule.code == "LNG03" and not one.ignored}):
        if number > len(lines):
            continue
        changed = lines[number - 1]
        for body in repealed():
            new = _RENAMES.get(body.name)
            if body.is_renamed and new:
                changed, count = _renamed(changed, body.words, new)
                what = Text(*(_WHAT.said_in(one).format(old=body.name, new=new) for one in ("nl", "en")))
                done += [Fixed(number, what)] * bool(count)
        lines[number - 1] = changed
    return "".join(lines), tuple(done)


def _renamed(line: str, words: re.Pattern[str], new: str) -> tuple[str, int]:
    """A line with the new name; what stands behind `#` is a comment, and stays."""
    value, hash_, comment = line.partition(" #")
    old = re.compile(rf"(?:\b(?P<the>het) )?(?:{words.pattern})", words.flags)
    value, count = old.subn(lambda match: _ARTICLES.get(match["the"] or "", "") + new, value)
    return value + hash_ + comment, count
