"""The inner nodes of the tree at every eighth level, kept as the log grows: a proof reads some hundred rows of it.

Without them a proof would hash the whole log. They are the full tiles of an export, each as its one root.
"""

from collections.abc import Sequence

from sqlalchemy import BigInteger, Connection, bindparam, insert, select

from gestand.core.errors import Tampered
from gestand.evidence.tables import entries, inner_nodes
from gestand.evidence.tiles import HEIGHT, WIDTH
from gestand.evidence.tree import Frontier, RangeRoot, perfect_root

_BEGIN, _END = bindparam("begin", type_=BigInteger), bindparam("end", type_=BigInteger)
_LEAVES = (
    select(entries.c.leaf_hash)
    .where(entries.c.position >= _BEGIN, entries.c.position < _END)
    .order_by(entries.c.position)
)
_NODES = (
    select(inner_nodes.c.hash)
    .where(
        inner_nodes.c.level == bindparam("level"), inner_nodes.c.place >= _BEGIN, inner_nodes.c.place < _END
    )
    .order_by(inner_nodes.c.place)
)

Node = tuple[int, int, bytes]
"""The level, counted in tiles from the leaves at 0; the place in that level; the hash."""


def grow(tree: Frontier, leaves: Sequence[bytes]) -> tuple[Frontier, list[Node]]:
    """The tree with these leaf hashes, and the nodes that they complete."""
    found: list[Node] = []
    at = 0
    while at < len(leaves):
        before_last = at + WIDTH - 1 - tree.size % WIDTH
        tree = tree.append(leaves[at:before_last])
        if before_last < len(leaves):
            found += _completed(tree, leaves[before_last])
            tree = tree.append(leaves[before_last : before_last + 1])
        at = before_last + 1
    return tree, found


def _completed(tree: Frontier, last: bytes) -> list[Node]:
    """The nodes over full tiles of which this leaf is the last one."""
    found: list[Node] = []
    size, level = tree.size + 1, 1
    while size % (width := WIDTH**level) == 0:
        full = Frontier(width - 1, tree.hashes[-HEIGHT * level :]).append([last])
        found.append((level, size // width - 1, full.hashes[0]))
        level += 1
    return found


def keep(connection: Connection, nodes: Sequence[Node]) -> None:
    """Keep nodes that were completed."""
    if nodes:
        rows = [{"level": level, "place": place, "hash": node} for level, place, node in nodes]
        connection.execute(insert(inner_nodes), rows)


def range_roots(connection: Connection, tree: Frontier) -> RangeRoot:
    """The roots that proofs in this tree need, read a tile at a time; those along its edge, the tree has itself."""
    edge, begin = {}, 0
    for place, height in enumerate(
        bit for bit in range(tree.size.bit_length(), -1, -1) if tree.size >> bit & 1
    ):
        edge[begin] = (place, begin + (1 << height))
        begin += 1 << height
    tiles: dict[tuple[int, int], list[bytes]] = {}

    def root(begin: int, end: int) -> bytes:
        place, whole = edge.get(begin, (0, 0))
        if begin in edge and end in (whole, tree.size):
            return Frontier(
                0, tree.hashes[place:] if end == tree.size else tree.hashes[place : place + 1]
            ).root()
        level, rest = divmod((end - begin).bit_length() - 1, HEIGHT)
        first = begin >> HEIGHT * level
        tile = (level, first // WIDTH)
        if tile not in tiles:
            tiles[tile] = _tile(connection, *tile)
        hashes = tiles[tile][first % WIDTH : first % WIDTH + (1 << rest)]
        if len(hashes) != 1 << rest:
            raise Tampered("The log has lost a part of its tree. Restore the book from a back-up.")
        return perfect_root(hashes)

    return root


def _tile(connection: Connection, level: int, index: int) -> list[bytes]:
    told = {"begin": index * WIDTH, "end": (index + 1) * WIDTH}
    found = (
        connection.execute(_NODES, {**told, "level": level}) if level else connection.execute(_LEAVES, told)
    )
    return [bytes(one) for one in found.scalars()]
