"""Turns what pydantic says of a written file into faults: place, value, what was expected, nearest word."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from gestand.core.place import Fault
from gestand.statement.absent import ABSENT_WORDS
from gestand.statement.nodes import Node
from gestand.statement.shape import keys_at, words_at

Path = tuple[str | int, ...]

_EXPECTED = {
    "string_type": "a text",
    "tuple_type": "a list: [one, two]",
    "list_type": "a list: [one, two]",
    "dict_type": "a map of keys",
    "model_type": "a map of keys",
    "model_attributes_type": "a map of keys",
    "literal_error": "one of the words below",
    "enum": "one of the words below",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "bool_type": "`true` or `false`",
    "bool_parsing": "`true` or `false`",
    "string_too_short": "a text of at least one character",
    "date_from_datetime_parsing": "a date such as `2026-12-01`",
    "date_parsing": "a date such as `2026-12-01`",
}
_RANK = dict.fromkeys(
    ["string_type", "tuple_type", "list_type", "dict_type", "model_type"], 0
) | dict.fromkeys(["literal_error", "enum", "too_short"], 1)
"""Of several kinds of value that may stand in one place, the complaint that came furthest tells most."""
_NAMED = 2
_SHOWN = 12


@dataclass(frozen=True)
class _Complaint:
    """What pydantic said, and the path in the file that it said it about."""

    path: Path
    kind: str
    details: ErrorDetails


def faults_of(
    error: ValidationError, model: type[BaseModel], root: Node, shapes: Mapping[str, str] | None = None
) -> tuple[Fault, ...]:
    """Every fault in `root`, once each, in the order of the file. `shapes` puts patterns into words."""
    complaints = [_complaint(details, root) for details in error.errors(include_url=False)]
    spoken = [complaint for complaint in complaints if not _covered(complaint, complaints)]
    misspelt = _misspelt(spoken, model)
    by_path = {complaint.path: complaint for complaint in reversed(spoken) if complaint.path not in misspelt}
    faults = [_fault(complaint, model, root, shapes or {}) for complaint in by_path.values()]
    return tuple(sorted(faults, key=lambda fault: (fault.place.line, fault.place.column)))


def nearest(word: object, known: Iterable[str]) -> str:
    """The known word that looks most like `word`; empty when none does."""
    words = {candidate.casefold(): candidate for candidate in known}
    close = get_close_matches(str(word).casefold(), words, n=1, cutoff=0.5)
    return words[close[0]] if close else ""


def unknown(node_value: object, expected: str, known: Iterable[str]) -> tuple[str, str]:
    """A message about a value that is none of the known words, and the nearest of them."""
    words = tuple(known)
    close = nearest(node_value, words)
    some = ", ".join(f"`{word}`" for word in words) if len(words) <= _SHOWN else ""
    joining = ", nor one of " if set(words) <= set(ABSENT_WORDS) else ": "
    listed = f"{joining}{some}" if some else ""
    hint = f"; nearest: `{close}`" if close else ""
    return f"{shown(node_value)} is not {expected}{listed}{hint}", close


def shown(value: object) -> str:
    """A value as a message shows it, never longer than a line."""
    if value is None:
        return "an empty value"
    if isinstance(value, (list, tuple)):
        return "a list"
    if isinstance(value, dict):
        return "a map"
    text = str(value).lower() if isinstance(value, bool) else " ".join(str(value).split())
    return f"`{text}`" if len(text) <= 60 else f"`{text[:57]}...`"


def _complaint(details: ErrorDetails, root: Node) -> _Complaint:
    """Follow pydantic's location through the file, past the marks that it leaves for unions."""
    node, loc = root, details["loc"]
    path: Path = ()
    for number, step in enumerate(loc):
        following = node.step(step)
        if following is not None:
            node, path = following, (*path, step)
        elif number == len(loc) - 1 and details["type"] == "missing":
            path = (*path, step)
    kind = "key" if "[key]" in loc else details["type"]
    return _Complaint(path, kind, details)


def _covered(complaint: _Complaint, complaints: list[_Complaint]) -> bool:
    """Of a choice between kinds of value, the wrong kind says nothing when another kind came further."""
    return any(_further(other, complaint) for other in complaints)


def _further(other: _Complaint, complaint: _Complaint) -> bool:
    rank = _RANK.get(complaint.kind, _NAMED)
    if other.path == complaint.path:
        return _RANK.get(other.kind, _NAMED) > rank
    return rank < _NAMED and other.path[: len(complaint.path)] == complaint.path


def _misspelt(complaints: list[_Complaint], model: type[BaseModel]) -> set[Path]:
    """The missing keys that stand there all the same, under a name that looks like theirs."""
    strays = [complaint.path for complaint in complaints if complaint.kind == "extra_forbidden"]
    return {(*path[:-1], nearest(path[-1], keys_at(model, path[:-1]))) for path in strays}


def _fault(complaint: _Complaint, model: type[BaseModel], root: Node, shapes: Mapping[str, str]) -> Fault:
    path, node = complaint.path, root.at(*complaint.path)
    if complaint.kind == "missing":
        where = f" in `{path[-2]}`" if len(path) > 1 else ""
        return Fault(root.place_of(*path[:-1]), f"`{path[-1]}` is missing{where}", "", str(path[-1]))
    if complaint.kind == "extra_forbidden":
        message, close = unknown(path[-1], "a key here", keys_at(model, path[:-1]))
        return Fault(root.place_of(*path), message, str(path[-1]), "a key", close)
    value = path[-1] if complaint.kind == "key" else node.plain() if node else None
    at_key = complaint.kind == "key" or node is None or value is None
    place = root.place_of(*path) if at_key or node is None else node.place
    whole = complaint.details.get("ctx", {}).get("whole")
    if whole is not None:  # a message that stands alone, of a value that may be a secret
        return Fault(place, str(whole))
    message, expected, close = _said(complaint, value, model, shapes)
    return Fault(place, message, "" if isinstance(value, (dict, list)) else str(value), expected, close)


def _said(
    complaint: _Complaint, value: object, model: type[BaseModel], shapes: Mapping[str, str]
) -> tuple[str, str, str]:
    """Message, what was expected, nearest valid word."""
    details = complaint.details
    context: dict[str, Any] = details.get("ctx", {})
    if value is None or details["type"] == "empty":
        way_out = "fill it in, write `none` to deny it or `unstated`, or leave the key out"
        return f"nothing stands here; {way_out}", "a value", ""
    if details["type"] == "too_short":
        return "nothing stands here; at least one is needed", "at least one", ""
    if "why" in context:
        why, expected = str(context["why"]), str(context.get("expected", ""))
        quoted = "" if "is no term" in why or "names no moment" in why else f"{shown(value)} is no term: "
        return quoted + why, expected, str(context.get("nearest", ""))
    known = tuple(context.get("known", ())) or words_at(model, complaint.path)
    expected = _expected(details, context, shapes)
    message, close = unknown(value, expected, known)
    if details["type"] == "string_type" and isinstance(value, (int, float)):
        message += "; put it between quotes"
    return message, expected, close


def _expected(details: ErrorDetails, context: Mapping[str, Any], shapes: Mapping[str, str]) -> str:
    if "pattern" in context:
        return shapes.get(str(context["pattern"]), f"a text that fits {context['pattern']}")
    if details["type"] in ("literal_error", "enum"):
        return "a word that may stand here"
    return _EXPECTED.get(details["type"], "") or str(details["msg"])
