"""A YAML tree whose every key and value remembers its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from gestand.core.place import Place

Scalar = str | int | float | bool | None


@dataclass(frozen=True)
class Node:
    """A scalar, a list or a map; `size` is how many nodes it is, aliases written out."""

    place: Place
    value: "Scalar | tuple[Node, ...] | tuple[Entry, ...]"
    is_map: bool = False
    size: int = 1

    @property
    def entries(self) -> "tuple[Entry, ...]":
        """The entries of a map; none for anything else."""
        return tuple(entry for entry in self._parts if isinstance(entry, Entry))

    @property
    def items(self) -> "tuple[Node, ...]":
        """The items of a list; none for anything else."""
        return tuple(item for item in self._parts if isinstance(item, Node))

    @property
    def is_list(self) -> bool:
        return isinstance(self.value, tuple) and not self.is_map

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(entry.key for entry in self.entries)

    @property
    def _parts(self) -> "tuple[Node | Entry, ...]":
        return self.value if isinstance(self.value, tuple) else ()

    def entry(self, key: object) -> "Entry | None":
        return next((entry for entry in self.entries if entry.key == key), None)

    def at(self, *path: str | int) -> "Node | None":
        """The node at the end of `path` (keys and indices), or None where the path breaks off."""
        node: Node | None = self
        for step in path:
            node = node.step(step) if node is not None else None
        return node

    def step(self, step: str | int) -> "Node | None":
        if isinstance(step, int) and self.is_list:
            return self.items[step] if step < len(self.items) else None
        entry = self.entry(step)
        return entry.node if entry else None

    def place_of(self, *path: str | int) -> Place:
        """Where `path` stands; where it breaks off, the place of the last part that is there."""
        node, place = self, self.place
        for step in path:
            entry, following = node.entry(step), node.step(step)
            if following is None:
                break
            node, place = following, entry.place if entry else following.place
        return place

    def plain(self) -> object:
        """The tree as plain Python: dict, list and scalars."""
        if self.is_map:
            return {entry.key: entry.node.plain() for entry in self.entries}
        return [item.plain() for item in self.items] if self.is_list else self.value

    def walk(self, pattern: tuple[str, ...], at: tuple[str | int, ...] = ()) -> "Iterator[Found]":
        """Every node that fits `pattern`, where `*` stands for any key or index."""
        if not pattern:
            yield Found(at, self, self.place)
            return
        for step, node, place in self._steps():
            if pattern[0] in ("*", step):
                for found in node.walk(pattern[1:], (*at, step)):
                    yield Found(found.path, found.node, place if len(pattern) == 1 else found.key_place)

    def _steps(self) -> "Iterator[tuple[str | int, Node, Place]]":
        yield from ((entry.key, entry.node, entry.place) for entry in self.entries)
        yield from ((index, item, item.place) for index, item in enumerate(self.items))


@dataclass(frozen=True)
class Entry:
    """A key of a map with its place, and what stands behind it."""

    key: str
    place: Place
    node: Node


@dataclass(frozen=True)
class Found:
    """A node that a pattern led to: its path, itself, and the place of its key."""

    path: tuple[str | int, ...]
    node: Node
    key_place: Place
