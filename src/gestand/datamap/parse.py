"""Reads a data map from its file: every fault at once, each with its place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from gestand.core.errors import DataMapError
from gestand.core.place import Place
from gestand.datamap.model import ByHand, Database, DataMapWritten
from gestand.statement.faults import faults_of
from gestand.statement.nodes import Node
from gestand.statement.written import SHAPES
from gestand.statement.yaml import load_yaml

LARGEST = 10_000_000
"""Bytes. A draft of a thousand tables is an eighth of it."""


@dataclass(frozen=True)
class DataMap:
    """A data map as written, with the SHA-256 (hex) of its bytes and the place of every word in it."""

    file: str
    digest: str
    databases: Mapping[str, Database]
    by_hand: Mapping[str, ByHand]
    root: Node = field(repr=False)

    def place_of(self, *path: str | int) -> Place:
        """Where `path` stands in the file; where it breaks off, the last part that is there."""
        return self.root.place_of(*path)


def parse_data_map(source: Path | str) -> DataMap:
    """Read a file (`Path`) or a text (`str`). Raises DataMapError with all faults."""
    document = load_yaml(source, "a data map", DataMapError, LARGEST)
    try:
        written = DataMapWritten.model_validate(document.root.plain(), by_alias=True, by_name=False)
    except ValidationError as problem:
        faults = faults_of(problem, DataMapWritten, document.root, SHAPES)
        raise DataMapError(f"{document.file} cannot be used as a data map:", faults) from None
    stores = written.stores.items()
    return DataMap(
        document.file,
        document.digest,
        {name: store for name, store in stores if isinstance(store, Database)},
        {name: store for name, store in stores if isinstance(store, ByHand)},
        document.root,
    )
