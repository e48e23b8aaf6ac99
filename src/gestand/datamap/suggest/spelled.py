"""How names, routes and remarks are spelled, so that YAML reads them back whatever a database calls its things."""

import json
import re

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(?: [A-Za-z_][A-Za-z0-9_]*)*")
_TAKEN = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null", "none"))
_COMMENT_AT = 44


def route_to(table: str, keys: tuple[str, ...]) -> str:
    """`TABLE via KEY, KEY`, quoted where YAML or the path syntax asks for it."""
    parts = [f'"{part}"' if re.search(r'[,"]| via ', part) else part for part in (table, *keys)]
    text = f"{parts[0]} via {', '.join(parts[1:])}"
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def quoted(name: str) -> str:
    """A name as YAML reads it back: in quotes unless it is plainly a word."""
    plain = _PLAIN.fullmatch(name) and name.lower() not in _TAKEN and " " not in name
    return name if plain else json.dumps(name, ensure_ascii=not name.isprintable())


def line(code: str, remark: str) -> str:
    """A line with its comment, which never breaks out of it."""
    return f"{code:<{_COMMENT_AT}} # {comment(remark)}" if remark else code


def comment(text: str) -> str:
    """On one line, and of characters that YAML allows: a name in a database may hold any."""
    return "".join(letter if letter.isprintable() else " " for letter in " ".join(text.split()))
