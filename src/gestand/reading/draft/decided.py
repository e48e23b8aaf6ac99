"""What a person did to an earlier draft: values marked `# decided`, parts left out on purpose, and comments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from gestand.core.errors import StatementError
from gestand.reading.draft.beside import Beside, beside
from gestand.reading.draft.tree import Entry
from gestand.statement.nodes import Node

_MARK = re.compile(r"(?:^|\s)#\s*decided\b(?P<why>.*)$", re.IGNORECASE)
_LEFT_OUT = re.compile(r"^\s*#\s*decided to leave out:\s*(?P<path>\S.*?)\s*$", re.IGNORECASE)
Path_ = tuple[str, ...]


@dataclass(frozen=True)
class Decided:
    """Values by their path in the file, with the words behind the mark; paths that stay out; and a person's comments.

    `unmarked` are all other values, as they stood in the file.
    """

    values: tuple[tuple[Path_, Entry], ...] = ()
    left_out: tuple[Path_, ...] = ()
    comments: Beside = ()
    unmarked: tuple[tuple[Path_, str], ...] = ()


def decided_in(file: Path) -> Decided:
    """The decisions in a draft. Raises StatementError when it cannot be read as YAML."""
    root = _root(file)
    text = file.read_text(encoding="utf-8-sig")
    lines = text.splitlines()
    marks = {number: match for number, line in enumerate(lines, 1) if (match := _MARK.search(line))}
    left_out = tuple(tuple(match["path"].split("/")) for line in lines if (match := _LEFT_OUT.match(line)))
    values = tuple(_values(root, (), marks))
    settled = {path for path, _ in values} | set(left_out)
    unmarked = ((path, told) for path, told in _plain(root, ()) if not _is_below(path, settled))
    return Decided(values, left_out, beside(text, root), tuple(unmarked))


def gone(earlier: Decided, text: str) -> tuple[str, ...]:
    """The paths of values that stood in an earlier draft, and that a new one has not or has otherwise."""
    now = dict(_plain(_root(text), ()))
    return tuple("/".join(path) for path, told in earlier.unmarked if now.get(path) != told)


def _root(draft: Path | str) -> Node:
    from gestand.statement.yaml import load_yaml  # slow to load, and most readings have no earlier draft

    return load_yaml(draft, "a statement", StatementError).root


def _plain(node: Node, path: Path_) -> Iterator[tuple[Path_, str]]:
    """Every value as text, by its path."""
    for entry in node.entries:
        here = (*path, entry.key)
        if entry.node.is_map:
            yield from _plain(entry.node, here)
        else:
            told = [item.value for item in entry.node.items] if entry.node.is_list else [entry.node.value]
            yield here, ", ".join(map(str, told))


def _is_below(path: Path_, settled: set[Path_]) -> bool:
    return any(path[:depth] in settled for depth in range(1, len(path) + 1))


def _values(node: Node, path: Path_, marks: dict[int, re.Match[str]]) -> Iterator[tuple[Path_, Entry]]:
    for entry in node.entries:
        here = (*path, entry.key)
        mark = marks.get(entry.place.line)
        if mark and (entry.node.is_map or _is_on_one_line(entry.node, entry.place.line)):
            yield here, replace(_entry(entry.key, entry.node), by_hand=mark["why"].rstrip())
        else:
            yield from _values(entry.node, here, marks)


def _is_on_one_line(node: Node, line: int) -> bool:
    return node.place.line in (line, line + 1)


def _entry(key: str, node: Node) -> Entry:
    if node.is_map:
        return Entry(key, tuple(_entry(one.key, one.node) for one in node.entries))
    if node.is_list:
        return Entry(key, tuple(str(item.value) for item in node.items))
    value = node.value
    return Entry(key, value if isinstance(value, bool | int) else str(value))


def overlaid(entries: tuple[Entry, ...], decided: Decided) -> tuple[Entry, ...]:
    """The draft with every decision in its place; one whose place is gone makes it anew."""
    for path in decided.left_out:
        entries = _without(entries, path)
    for path, entry in decided.values:
        entries = _with(entries, path, entry)
    told = tuple(f"decided to leave out: {'/'.join(path)}" for path in decided.left_out)
    first = replace(entries[0], comments=(*entries[0].comments, *told))
    return (first, *entries[1:])


def _without(entries: tuple[Entry, ...], path: Path_) -> tuple[Entry, ...]:
    kept = []
    for entry in entries:
        if entry.key != path[0]:
            kept.append(entry)
        elif len(path) > 1:
            below = _without(entry.below, path[1:])
            kept += [entry.with_below(below)] if below else []
    return tuple(kept)


def _with(entries: tuple[Entry, ...], path: Path_, new: Entry) -> tuple[Entry, ...]:
    if len(path) == 1:
        present = any(entry.key == path[0] for entry in entries)
        same = tuple(_evidenced(new, entry) if entry.key == path[0] else entry for entry in entries)
        return same if present else (*entries, new)
    found = next((entry for entry in entries if entry.key == path[0]), Entry(path[0], ()))
    changed = found.with_below(_with(found.below, path[1:], new))
    return _with(entries, path[:1], changed)


def _evidenced(new: Entry, read: Entry) -> Entry:
    """What a person decided, with the quotes that still stand beside the same values below it."""
    known = {entry.key: entry for entry in read.below}
    below = (
        replace(_evidenced(one, known[one.key]), note=known[one.key].note, more=known[one.key].more)
        if one.key in known and (one.below or one.value == known[one.key].value)
        else one
        for one in new.below
    )
    return new.with_below(below) if new.below else new
