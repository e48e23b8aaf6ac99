"""Gathers what is wrong with a data map, so that all of it is told at once."""

from collections.abc import Iterable

from gestand.core.place import Fault
from gestand.datamap.parse import DataMap
from gestand.statement.faults import nearest

Spot = tuple[str | int, ...]
"""Where something stands in the data map: keys and indices from the root."""


class Faults:
    """Fills up while a data map is tied; the same fault told twice counts once."""

    def __init__(self, data_map: DataMap) -> None:
        self._data_map = data_map
        self._found: dict[Fault, None] = {}

    @property
    def found(self) -> tuple[Fault, ...]:
        """All faults, in the order of the file."""
        return tuple(sorted(self._found, key=lambda fault: (fault.place.line, fault.place.column)))

    def add(self, spot: Spot, message: str, value: str = "", expected: str = "") -> None:
        self._found[Fault(self._data_map.place_of(*spot), message, value, expected)] = None

    def unknown(self, spot: Spot, message: str, value: str, known: Iterable[str]) -> None:
        """`value` is not among `known`: the nearest of them is offered."""
        options = tuple(known)
        close = nearest(value, options)
        way_out = f"did you mean `{close}`?" if close else _choice(options)
        place = self._data_map.place_of(*spot)
        self._found[Fault(place, f"{message}; {way_out}", value, ", ".join(options[:20]), close)] = None


def _choice(options: tuple[str, ...]) -> str:
    if not options:
        return "there is none at all"
    more = ", ..." if len(options) > 12 else ""
    return f"there is {', '.join(f'`{option}`' for option in options[:12])}{more}"
