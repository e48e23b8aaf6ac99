"""Builds the tree of a YAML text from parser events, refusing what could explode, loop or surprise."""

import re
from collections.abc import Iterator

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from gestand.core.place import Fault, Place
from gestand.statement.nodes import Entry, Node, Scalar

DEEPEST = 40
MOST_NODES = 50_000

_CONSTANTS: dict[str, Scalar] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")


class _Stop(Exception):
    """The rest of the file cannot be understood."""


class Tree:
    """Reads one text into nodes; `faults` fills up on the way."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self._anchors: dict[str, Node | None] = {}
        self._count = 0

    def fault(self, place: Place, message: str, value: str = "") -> None:
        self.faults.append(Fault(place, message, value))

    def read(self, text: str) -> Node | None:
        """The root node, or None when nothing could be made of the text; then `faults` says why."""
        try:
            return self._document(self._events(text))
        except MarkedYAMLError as problem:
            mark = problem.problem_mark or problem.context_mark
            place = Place(self.file, mark.line + 1, mark.column + 1) if mark else Place(self.file, 1)
            self.fault(place, f"this is not YAML: {problem.problem or problem.context}")
        except YAMLError as problem:
            self.fault(Place(self.file, 1), f"this is not YAML: {str(problem).splitlines()[0]}")
        except _Stop:
            pass
        return None

    def _events(self, text: str) -> Iterator[Event]:
        """Parser events; a directive such as %YAML 1.1 is refused, for it would change what words mean."""
        for event in YAML(typ="safe", pure=True).parse(text):
            if isinstance(event, DocumentStartEvent) and (event.version or event.tags):
                self._stop(event, "a directive (%...) at the top; leave it out, gestand reads YAML 1.2")
            yield event

    def _document(self, events: Iterator[Event]) -> Node | None:
        root: Node | None = None
        for event in events:
            if isinstance(event, DocumentStartEvent) and root is not None:
                self._stop(event, "a second document begins here (---); one file holds one document")
            if isinstance(event, (ScalarEvent, AliasEvent, MappingStartEvent, SequenceStartEvent)):
                root = self._node(event, events, 0)
        return root

    def _node(self, event: Event, events: Iterator[Event], depth: int) -> Node:
        self._count += 1
        if self._count > MOST_NODES:
            self._stop(event, f"more than {MOST_NODES:,} values; a file that people read has far fewer")
        if isinstance(event, AliasEvent):
            return self._alias(event)
        if isinstance(event, ScalarEvent):
            node = Node(self._place(event), self._scalar(event))
        else:
            node = self._collection(event, events, depth + 1)
        anchor = getattr(event, "anchor", None)
        if anchor:
            self._anchors[anchor] = node
        return node

    def _alias(self, event: AliasEvent) -> Node:
        node = self._anchors.get(event.anchor)
        if node is None:
            why = "stands inside what it names" if event.anchor in self._anchors else "names nothing above it"
            self._stop(event, f"*{event.anchor} {why}; write the value out")
            raise AssertionError
        return Node(self._place(event), node.value, node.is_map, node.size)

    def _collection(self, event: Event, events: Iterator[Event], depth: int) -> Node:
        if depth > DEEPEST:
            self._stop(event, f"nested more than {DEEPEST} deep")
        anchor = getattr(event, "anchor", None)
        if anchor:
            self._anchors[anchor] = None
        is_map = isinstance(event, MappingStartEvent)
        parts = self._entries(events, depth) if is_map else self._items(events, depth)
        size = 1 + sum(part.node.size if isinstance(part, Entry) else part.size for part in parts)
        if size > MOST_NODES:
            self._stop(
                event, f"aliases (*) write this out to more than {MOST_NODES:,} values; write it plainly"
            )
        return Node(self._place(event), parts, is_map, size)

    def _items(self, events: Iterator[Event], depth: int) -> tuple[Node, ...]:
        items: list[Node] = []
        for event in events:
            if isinstance(event, SequenceEndEvent):
                break
            items.append(self._node(event, events, depth))
        return tuple(items)

    def _entries(self, events: Iterator[Event], depth: int) -> tuple[Entry, ...]:
        entries: dict[str, Entry] = {}
        for event in events:
            if isinstance(event, MappingEndEvent):
                break
            key, place = self._key(event), self._place(event)
            node = self._node(next(events), events, depth)
            if key in entries:
                first = entries[key].place.line
                self.fault(place, f"`{key}` stands here a second time, first on line {first}; keep one", key)
            entries.setdefault(key, Entry(key, place, node))
        return tuple(entries.values())

    def _key(self, event: Event) -> str:
        if not isinstance(event, ScalarEvent):
            self._stop(event, "a key is one word or a few words, not a list, a map or an alias")
            raise AssertionError
        if event.value == "<<" and event.implicit[0]:
            self.fault(self._place(event), "`<<` merges are not read; write the keys out", "<<")
        return str(event.value)

    def _scalar(self, event: ScalarEvent) -> Scalar:
        if event.tag and str(event.tag) != "tag:yaml.org,2002:str":
            self.fault(self._place(event), f"the tag {event.tag} is not read; leave it out", str(event.tag))
        text = str(event.value)
        if not event.implicit[0]:
            return text
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if _INTEGER.fullmatch(text):
            return int(text)
        return float(text) if _NUMBER.fullmatch(text) else text

    def _stop(self, event: Event, message: str) -> None:
        self.fault(self._place(event), message)
        raise _Stop

    def _place(self, event: Event) -> Place:
        mark = event.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1)
