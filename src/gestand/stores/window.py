"""A share of a table: what one batch looks at."""

from dataclasses import dataclass

from gestand.stores.element import Condition


@dataclass(frozen=True)
class Window:
    """The rows of one batch. `limit`: the share has no edges, take so many rows of it."""

    where: Condition
    limit: int = 0
