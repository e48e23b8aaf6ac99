"""Tables of words that are read from the TOML files beside this one.

Every value has `words`, parted by blanks: `*` stands for any letters ("bestel*", "*dienst"), `_` for a blank within a
phrase ("op_maat") and `-` for a blank, a hyphen or nothing ("e-mail"). It may have `deeds`, something that is done to
something, in either order ("bestellingen ... bezorgen", "ship ... your order"), and expressions that say it `like` no
words can. `openings` count only at the beginning, `endings` may have anything glued in front. Any other name is a part
of its own, written as `words` are.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from gestand.reading.patterns.words.sought import Sought
from gestand.reading.patterns.words.table import Table

_STANDS_FOR = {"*": r"[\w'-]{0,40}", "_": " ", "-": "[ -]?"}
_SPELLED = str.maketrans({mark: re.escape(mark) for mark in ".+?()[]{}^$\\&#~"} | _STANDS_FOR)


@cache
def table(file: str, part: str = "") -> Table:
    """The values of `file`.toml; with a `part`, the words below that name, of the values that have it."""
    if part:
        return Table({value: [_words(entry[part])] for value, entry in _read(file).items() if part in entry})
    return Table({value: list(_ways(**entry)) for value, entry in _read(file).items()})


class Cues:
    """The expressions of `file`.toml, each compiled when first asked for."""

    def __init__(self, file: str, flags: int = 0) -> None:
        self._file, self._flags = file, flags
        self._compiled: dict[str, re.Pattern[str]] = {}

    def __getitem__(self, cue: str) -> re.Pattern[str]:
        if cue not in self._compiled:
            self._compiled[cue] = re.compile(self.expression(cue), self._flags)
        return self._compiled[cue]

    def __iter__(self) -> Iterator[str]:
        return iter(_read(self._file))

    def expression(self, cue: str) -> str:
        """The expression as text, to build another with."""
        return "|".join(way.expression for way in _ways(**_read(self._file)[cue]))


def spelled(words: str) -> str:
    """The expression that finds any of the words, each as a whole word."""
    return _words(words).expression


@cache
def _read(file: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads(files(__package__).joinpath(f"{file}.toml").read_text("utf-8"))


def _ways(
    words: str = "",
    openings: str = "",
    endings: str = "",
    like: Sequence[str] = (),
    deeds: Sequence[dict[str, str]] = (),
    **_: str,
) -> Iterator[Sought]:
    for before, kind in ((r"\b", words), ("^", openings), (r"\b[\w-]{0,40}", endings)):
        if kind:
            yield _words(kind, before)
    yield from map(Sought, like)
    for deed in deeds:
        yield _deed(**deed)


def _words(words: str, before: str = r"\b") -> Sought:
    """Any of the words, each as a whole word behind `before`."""
    any_of = "|".join(words.split()).translate(_SPELLED)
    return Sought(rf"{before}(?:{any_of})(?!\w)", frozenset(map(_longest_piece, words.split())))


def _deed(does: str, to: str) -> Sought:
    """Something that is done to something, in either order."""
    one, other = _words(does), _words(to)
    either = rf"{other.expression}[^.;:!?]{{0,60}}?{one.expression}|{one.expression}[^.;:!?]{{0,60}}?{other.expression}"
    return Sought(either, *one.needs, *other.needs)


def _longest_piece(word: str) -> str:
    return max(word.replace("*", "-").split("-"), key=len).replace("_", " ")
