"""What a person wrote beside the values of a draft: every comment that is not gestand's own."""

import re
from collections.abc import Iterator
from dataclasses import replace

from gestand.reading.draft.tree import Entry
from gestand.reading.draft.writing import OURS
from gestand.statement.nodes import Node

Path_ = tuple[str, ...]
Beside = tuple[tuple[Path_, str], ...]
"""Comments, each with the path of the key that it stands at; an empty path is the end of the file."""

_MARK_OF_OURS = re.compile(rf"^{OURS}.*?(?:\s(?=#)|$)")
_DECISION = re.compile(r"#\s*decided\b", re.IGNORECASE)


def beside(text: str, root: Node) -> Beside:
    """A person's comments; one on a line of its own belongs to the key below it."""
    lines = text.splitlines()
    keys = dict(_keys(root, ()))
    found = []
    for number, line in enumerate(lines, 1):
        begin = _comment_begin(line)
        own_line = not line[:begin].strip()
        comment = own_words(line[begin:], own_line) if begin is not None else ""
        if comment:
            found.append((_at(number, keys, own_line), comment))
    return tuple(found)


def own_words(comment: str, own_line: bool) -> str:
    """What a person wrote in a comment; nothing in a line of gestand's, a mark or a decision."""
    rest = _MARK_OF_OURS.sub("", "" if own_line and comment.startswith(OURS) else comment)
    return "" if _DECISION.match(rest) else rest.lstrip("#").strip()


def _keys(node: Node, path: Path_) -> Iterator[tuple[int, Path_]]:
    """The line of every key; of several on one line the outermost, which comes last."""
    for entry in node.entries:
        yield from _keys(entry.node, (*path, entry.key))
        yield entry.place.line, (*path, entry.key)
    for item in node.items:
        yield from _keys(item, path)


def _at(number: int, keys: dict[int, Path_], own_line: bool) -> Path_:
    """The key of this line; else the one below a line of its own, or above a line inside a value."""
    if number in keys:
        return keys[number]
    below = min((line for line in keys if line > number), default=0)
    above = max((line for line in keys if line < number), default=0)
    return keys.get(below if own_line else above, ())


def _comment_begin(line: str) -> int | None:
    """Where a comment begins: a # at the beginning or behind a blank, and inside no quotation marks."""
    inside = ""
    for at, letter in enumerate(line):
        before = line[at - 1] if at else " "
        if inside:
            inside = "" if letter == inside and not (inside == '"' and before == "\\") else inside
        elif letter in "\"'" and before in " [{,":
            inside = letter
        elif letter == "#" and before in " \t":
            return at
    return None


def with_comments(entries: tuple[Entry, ...], comments: Beside) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """The draft with each comment above its key again; and those whose key is gone."""
    homeless = []
    for path, comment in comments:
        placed = _placed(entries, path, comment)
        entries = placed or entries
        homeless += [] if placed else [comment]
    return entries, tuple(homeless)


def _placed(entries: tuple[Entry, ...], path: Path_, comment: str) -> tuple[Entry, ...]:
    """The entries with a comment at a path; none where the path leads nowhere."""
    for at, entry in enumerate(entries):
        if path and entry.key == path[0]:
            inner = _placed(entry.below, path[1:], comment) if len(path) > 1 else ()
            if len(path) > 1 and not inner:
                return ()
            new = entry.with_below(inner) if inner else replace(entry, comments=(*entry.comments, comment))
            return (*entries[:at], new, *entries[at + 1 :])
    return ()
