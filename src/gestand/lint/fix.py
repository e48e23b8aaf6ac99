"""Edits of a statement that cannot change what it means: a body that was only renamed gets its new name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.events import ScalarEvent

from gestand.core.errors import StatementError
from gestand.core.text import Text
from gestand.lint.law.tables import Repealed, repealed
from gestand.lint.remark import Remark
from gestand.statement.yaml import load_yaml

Span = tuple[int, int]

_RENAMES = {"College bescherming persoonsgegevens": "Autoriteit Persoonsgegevens", "OPTA": "ACM"}
_ARTICLES = {"het": "de", "Het": "De"}
"""Het College and het CBP became de Autoriteit."""
_WHAT = Text("{old} heet nu {new}", "{old} is now called {new}")


@dataclass(frozen=True)
class Fixed:
    """A value that was changed: the line where it begins, and how."""

    line: int
    what: Text


def fixed(source: str, remarks: tuple[Remark, ...]) -> tuple[str, tuple[Fixed, ...]]:
    """The YAML with every such edit made in the values that remarks point at; anything else stays as it was."""
    changed, done = source, []
    for begin, end in sorted(_remarked(source, remarks), reverse=True):
        value, line = changed[begin:end], source.count("\n", 0, begin) + 1
        for body in repealed():
            new = _RENAMES.get(body.name) if body.is_renamed else None
            if new and (renamed := _renamed(value, body, new)) != value:
                value = renamed
                done.append(Fixed(line, _WHAT.filled(old=body.name, new=new)))
        changed = changed[:begin] + value + changed[end:]
    return changed, tuple(reversed(done))


def _remarked(source: str, remarks: tuple[Remark, ...]) -> set[Span]:
    """The spans of the values in which a repealed law was found, apart from what is passed over."""
    root, spans = load_yaml(source, "a statement", StatementError).root, dict(_spans(source))
    paths = {one.path for one in remarks if one.rule.code == "LNG03" and not one.ignored}
    places = (node.place for path in paths if (node := root.at(*path.split("/"))))
    return {spans[at] for place in places if (at := (place.line, place.column)) in spans}


def _spans(source: str) -> Iterator[tuple[tuple[int, int], Span]]:
    """The line and column where each value begins, and its span in characters, without the mark of a block."""
    for event in YAML(typ="safe", pure=True).parse(source):
        if isinstance(event, ScalarEvent):
            begin, end = event.start_mark.index, event.end_mark.index
            text = source.index("\n", begin) if event.style in ("|", ">") else begin
            yield (event.start_mark.line + 1, event.start_mark.column + 1), (text, end)


def _renamed(value: str, body: Repealed, new: str) -> str:
    """A value with the new name, once where the old one stood with its letters in brackets; no address changes."""
    old = re.compile(
        rf"(?:\b(?P<the>het)(?P<gap>\s+))?(?<![@./-])(?:{body.words.pattern})(?!-?[@/]|\.\w)",
        body.words.flags,
    )
    put = old.sub(lambda match: _article(match) + new, value)
    return put.replace(f"{new} ({new})", new) if put != value else value


def _article(match: re.Match[str]) -> str:
    return _ARTICLES.get(match["the"] or "", "") + (match["gap"] or "")
