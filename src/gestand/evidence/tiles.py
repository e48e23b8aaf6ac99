"""The log as files (c2sp.org/tlog-tiles): where each tile lies, and how tiles follow from leaf hashes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from gestand.evidence.tree import HASH_BYTES, Frontier, perfect_root

WIDTH = 256
HEIGHT = 8
CHECKPOINT = "checkpoint"
ENTRIES = "entries"


@dataclass(frozen=True)
class Tile:
    """`level` is a number, or "entries" for a bundle; `width` below 256 marks a partial tile."""

    level: str
    index: int
    width: int = WIDTH

    def path(self) -> str:
        """The file's name below the export's folder, such as tile/0/x001/x234/067.p/5."""
        groups = [f"{self.index % 1000:03}"]
        rest = self.index // 1000
        while rest:
            groups.append(f"x{rest % 1000:03}")
            rest //= 1000
        partial = "" if self.width == WIDTH else f".p/{self.width}"
        return f"tile/{self.level}/{'/'.join(reversed(groups))}{partial}"


def bundles(size: int, begin: int = 0) -> Iterator[Tile]:
    """The entry bundles of a log of this size, from the one that holds entry `begin` on."""
    for index in range(begin // WIDTH, -(-size // WIDTH)):
        yield Tile(ENTRIES, index, min(WIDTH, size - index * WIDTH))


def to_bundle(entries: Iterable[bytes]) -> bytes:
    """Entries one after another, each after its length in two bytes, most significant first."""
    return b"".join(len(entry).to_bytes(2) + entry for entry in entries)


def from_bundle(bundle: bytes) -> list[bytes]:
    """The entries of a bundle; raises ValueError when the last one is cut short."""
    entries, at, end = [], 0, len(bundle)
    while at < end:
        begin = at + 2
        at = begin + (bundle[begin - 2] << 8 | bundle[begin - 1] if begin <= end else WIDTH * WIDTH)
        entries.append(bundle[begin:at])
    if at != end:
        raise ValueError("the bundle is cut short")
    return entries


@dataclass
class Builder:
    """Builds every hash tile from leaf hashes; `write` is given each tile with its bytes.

    Holds at most 256 hashes a level. `frontier` is that of the tree so far.
    """

    write: Callable[[Tile, bytes], None]
    size: int = 0
    levels: list[list[bytes]] = field(default_factory=list)
    full: list[int] = field(default_factory=list)

    def add(self, leaves: Iterable[bytes]) -> None:
        """Add leaf hashes."""
        for leaf in leaves:
            self.size += 1
            self._add(0, leaf)

    def _add(self, level: int, node: bytes) -> None:
        if level == len(self.levels):
            self.levels.append([])
            self.full.append(0)
        hashes = self.levels[level]
        hashes.append(node)
        if len(hashes) == WIDTH:
            self.write(Tile(str(level), self.full[level]), b"".join(hashes))
            self.full[level] += 1
            self.levels[level] = []
            self._add(level + 1, perfect_root(hashes))

    def finish(self) -> None:
        """Write the partial tiles."""
        for level, hashes in enumerate(self.levels):
            if hashes:
                self.write(Tile(str(level), self.full[level], len(hashes)), b"".join(hashes))

    def frontier(self) -> Frontier:
        """The perfect subtrees so far: what is left in each level, split at its powers of two."""
        found: list[bytes] = []
        for hashes in reversed(self.levels):
            found.extend(Frontier().append(hashes).hashes)
        return Frontier(self.size, tuple(found))

    def root(self) -> bytes:
        return self.frontier().root()


def hashes_of(tile: bytes) -> list[bytes]:
    """The hashes of a tile."""
    return [tile[at : at + HASH_BYTES] for at in range(0, len(tile), HASH_BYTES)]
