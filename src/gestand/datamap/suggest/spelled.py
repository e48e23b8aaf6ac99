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
    return text if _PLAIN.fullmatch(text) else _in_quotes(text)


def quoted(name: str) -> str:
    """A name as YAML reads it back: in quotes unless it is plainly a word."""
    plain = _PLAIN.fullmatch(name) and name.lower() not in _TAKEN and " " not in name
    return name if plain else _in_quotes(name)


def key(name: str, indent: int = 0) -> str:
    """A name with what makes it a key; YAML wants a sign before the longest ones."""
    spelled = quoted(name)
    return f"{spelled}:" if len(spelled) < _LONGEST_KEY else f"? {spelled}\n{' ' * indent}:"


def pair(name: str, value: object) -> str:
    """A name and what it is given, for between braces."""
    return key(name).replace("\n", " ") + f" {value}"


def _in_quotes(text: str) -> str:
    """With numbers for what YAML does not allow, or what nobody sees."""
    letters = json.dumps(text, ensure_ascii=False)
    return "".join(letter if letter.isprintable() else f"\\U{ord(letter):08x}" for letter in letters)


def laid(indent: int, code: str, remark: str, stands: bool = True) -> str:
    """A line with its remark, which never breaks out of it; all of it a comment where it does not stand."""
    if not code:
        return f"{' ' * indent}# {comment(remark)}" if remark else ""
    line = f"{' ' * indent}{'' if stands else '# '}{code}"
    return f"{line:<{_COMMENT_AT}} # {comment(remark)}" if remark else line


def comment(text: str) -> str:
    """On one line, and of characters that YAML allows: a name in a database may hold any."""
    return "".join(letter if letter.isprintable() else " " for letter in " ".join(text.split()))
