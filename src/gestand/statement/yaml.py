"""The border where YAML comes in: read as YAML 1.2, safely, with the place of every key and value kept."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gestand.core.errors import ConfigurationError
from gestand.core.place import Fault, Place
from gestand.statement.nodes import Node
from gestand.statement.tree import Tree

LARGEST = 1_000_000
"""Bytes. The longest real statement that we know is a fiftieth of this."""


@dataclass(frozen=True)
class Document:
    """A YAML file as read: its tree, and the SHA-256 (hex) of its exact bytes."""

    file: str
    digest: str
    root: Node


def load_yaml(
    source: Path | str, what: str, error: type[ConfigurationError], largest: int = LARGEST
) -> Document:
    """Read a file (`Path`) or a text (`str`) that holds `what`, "a statement" or "a data map", of `largest` bytes.

    Raises `error` with all faults when it cannot be read as one YAML mapping.
    """
    file, raw = _bytes_of(source, what, error, largest)
    faults = [*_unreadable(raw, file, what, largest)]
    if faults:
        raise error(f"{file} cannot be read as {what}:", tuple(faults[:20]))
    tree = Tree(file)
    root = tree.read(raw.decode("utf-8-sig"))
    if not tree.faults and (root is None or not root.is_map):
        tree.fault(Place(file, 1), f"{what} is a map of keys; this file holds none")
    if tree.faults or root is None:
        raise error(f"{file} cannot be read as {what}:", tuple(tree.faults))
    return Document(file, hashlib.sha256(raw).hexdigest(), root)


def _bytes_of(
    source: Path | str, what: str, error: type[ConfigurationError], largest: int
) -> tuple[str, bytes]:
    if isinstance(source, str):
        return "text", source.encode("utf-8", "surrogatepass")
    try:
        with source.open("rb") as stream:
            return str(source), stream.read(largest + 1)
    except OSError as problem:
        reason = problem.strerror or "unreadable"
        raise error(f"{source} cannot be opened: {reason}. Give the path of {what} in YAML.") from problem


def _unreadable(raw: bytes, file: str, what: str, largest: int) -> Iterator[Fault]:
    if not raw.strip():
        yield Fault(
            Place(file, 1), f"the file is empty; {what} was expected. `gestand init` writes a starter"
        )
    elif len(raw) > largest:
        yield Fault(Place(file, 1), f"the file is larger than {largest:,} bytes; {what} never is")
    elif raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield Fault(Place(file, 1), "the file is UTF-16; save it as UTF-8")
    elif b"\0" in raw:
        yield Fault(
            _place_at(raw, raw.index(b"\0"), file), "the file is binary; a YAML text in UTF-8 was expected"
        )
    else:
        yield from _undecodable(raw, file)
        yield from _tabs(raw, file)


def _undecodable(raw: bytes, file: str) -> Iterator[Fault]:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as problem:
        byte = f"0x{raw[problem.start]:02x}"
        message = f"byte {byte} at position {problem.start} is not UTF-8; save the file as UTF-8"
        yield Fault(_place_at(raw, problem.start, file), message, byte, "UTF-8")


def _tabs(raw: bytes, file: str) -> Iterator[Fault]:
    for number, line in enumerate(raw.split(b"\n"), start=1):
        indentation = line[: len(line) - len(line.lstrip())]
        if b"\t" in indentation and line.strip():
            place = Place(file, number, indentation.index(b"\t") + 1)
            yield Fault(place, "a tab in the indentation; YAML indents with spaces only", "tab", "spaces")


def _place_at(raw: bytes, position: int, file: str) -> Place:
    before = raw[:position]
    return Place(file, before.count(b"\n") + 1, position - (before.rfind(b"\n") + 1) + 1)
