"""How names, routes and remarks are spelled, so that YAML reads them back whatever a database calls its things."""

import json
import re

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(?: [A-Za-z_][A-Za-z0-9_]*)*")
_TAKEN = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null", "none"))
_COMMENT_AT = 44
_LONGEST_KEY = 1_000
"""Of a plain key YAML reads at most 1,024 characters."""


def route_to(table: str, keys: tuple[str, ...]) -> str:
    """`TABLE via KEY, KEY`, quoted where YAML or the path syntax asks for it."""
    parts = [f'"{part}"' if re.search(r'[,"]| via ', part) else part for part in (table, *keys)]
    text = f"{parts[0]} via {', '.join(parts[1:])}"
    return text if _PLAIN.fullmatch(text) else _escaped(json.dumps(text, ensure_ascii=False))


def quoted(name: str) -> str:
    """A name as YAML reads it back: in quotes unless it is plainly a word."""
    plain = _PLAIN.fullmatch(name) and name.lower() not in _TAKEN and " " not in name
    return name if plain else _escaped(json.dumps(name, ensure_ascii=False))


def key(name: str, indent: int = 0) -> str:
    """A name with what makes it a key; YAML wants a sign before the longest ones."""
    spelled = quoted(name)
    return f"{spelled}:" if len(spelled) < _LONGEST_KEY else f"? {spelled}\n{' ' * indent}:"


def pair(name: str, value: object) -> str:
    """A name and what it is given, for between braces."""
    return key(name).replace("\n", " ") + f" {value}"


def _escaped(text: str) -> str:
    """With numbers for what YAML does not allow, or what nobody sees."""
    return "".join(letter if letter.isprintable() else f"\\U{ord(letter):08x}" for letter in text)


def line(code: str, remark: str) -> str:
    """A line with its comment, which never breaks out of it."""
    return f"{code:<{_COMMENT_AT}} # {comment(remark)}" if remark else code


def comment(text: str) -> str:
    """On one line, and of characters that YAML allows: a name in a database may hold any."""
    return "".join(letter if letter.isprintable() else " " for letter in " ".join(text.split()))
