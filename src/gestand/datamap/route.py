"""The one path syntax of a data map: `TABLE via KEY`, further away `TABLE via KEY, KEY`."""

import re
from dataclasses import dataclass

_NAME = r'(?:"[^"]+"|[^",]+?)'
_ROUTE = re.compile(rf"(?P<table>{_NAME})\s+via\s+(?P<keys>{_NAME}(?:\s*,\s*{_NAME})*)")
_KEY = re.compile(r'"([^"]+)"|([^",]+)')


@dataclass(frozen=True)
class Route:
    """To `table` (a key of the data map) along foreign keys, each named by one of its columns, nearest first."""

    table: str
    keys: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.table} via {', '.join(self.keys)}"


def parse_route(text: str) -> Route | None:
    """Read a path; None when the text is a plain name. Odd names may stand in double quotes."""
    found = _ROUTE.fullmatch(text.strip())
    if not found:
        return None
    keys = tuple((quoted or bare).strip() for quoted, bare in _KEY.findall(found["keys"]))
    return Route(found["table"].strip('"'), tuple(key for key in keys if key))
