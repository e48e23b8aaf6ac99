"""What a pydantic model allows at a path: its keys and its fixed words."""

from collections.abc import Iterator
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

Path = tuple[str | int, ...]


def keys_at(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """The keys of every model that may stand at `path`, in the order of the model."""
    found = [kind for kind in _kinds_at(model, path) if _is_model(kind)]
    return tuple(dict.fromkeys(key for kind in found for key in _fields(kind)))


def words_at(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """The fixed words that may stand at `path`."""
    return tuple(dict.fromkeys(word for kind in _kinds_at(model, path) for word in _words(kind)))


def _kinds_at(model: type[BaseModel], path: Path) -> list[Any]:
    kinds: list[Any] = [model]
    for step in path:
        kinds = [inner for kind in kinds for outer in _below(kind, step) for inner in _members(outer)]
    return kinds


def _members(kind: Any) -> Iterator[Any]:
    """The kinds that a choice offers; anything else is its own only member."""
    origin = get_origin(kind)
    if origin is Annotated:
        yield from _members(get_args(kind)[0])
    elif origin in (Union, UnionType):
        for member in get_args(kind):
            yield from _members(member)
    else:
        yield kind


def _below(kind: Any, step: str | int) -> Iterator[Any]:
    origin, inside = get_origin(kind), get_args(kind)
    if _is_model(kind):
        field = _fields(kind).get(str(step))
        yield from [field] if field is not None else []
    elif origin is dict and isinstance(step, str):
        yield inside[1]
    elif origin in (tuple, list) and isinstance(step, int):
        yield inside[0]


def _fields(model: type[BaseModel]) -> dict[str, Any]:
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def _words(kind: Any) -> Iterator[str]:
    if get_origin(kind) is Literal:
        yield from map(str, get_args(kind))
    elif isinstance(kind, type) and issubclass(kind, Enum):
        yield from (str(member.value) for member in kind)


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and get_origin(kind) is None and issubclass(kind, BaseModel)
