"""Values that lie deep within each other work out their hash once, however often they are looked up."""

from typing import TypeVar

_Kind = TypeVar("_Kind")


def hashed_once(kind: type[_Kind]) -> type[_Kind]:
    """A frozen dataclass that remembers its hash."""
    work_out = kind.__hash__

    def remembered(self: _Kind) -> int:
        told: dict[str, int] = self.__dict__
        if "hashed" not in told:
            told["hashed"] = work_out(self)
        return told["hashed"]

    kind.__hash__ = remembered  # type: ignore[method-assign,assignment]
    return kind
