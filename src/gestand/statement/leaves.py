"""A statement taken apart into its single values, each at its path, so that two of them can be laid side by side."""

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from gestand.statement.absent import UNSTATED
from gestand.statement.model import Statement
from gestand.statement.purposes import NamedBasis
from gestand.statement.written import Bilingual, key_of

Path = tuple[str, ...]

THINGS = (
    "people", "moments", "conditions", "sources", "data", "purposes", "retention", "recipients", "disclosures",
    "anonymous data", "self-service", "marketing", "messages", "cookies", "linked networks", "security explained",
    "automated decisions", "subscriptions", "regimes", "agreements", "explained", "left out",
)  # fmt: skip
"""The sections that are maps of things with an identity."""


def leaves(statement: Statement) -> dict[Path, object]:
    """Every value that the statement states, by its path; what is unstated has no leaf."""
    return dict(_leaves(statement, ()))


def things(paths: Iterable[Path]) -> set[Path]:
    """The things with an identity among the paths: ("retention", "invoices"), one cookie apart."""
    return {path[:depth] for path in paths if (depth := _depth(path)) and len(path) >= depth}


def _depth(path: Path) -> int:
    if path[0] == "cookies":
        return 4 if len(path) >= 4 and path[2] == "items" else 2
    return 2 if path[0] in THINGS and len(path) >= 2 else 0


def _leaves(value: object, path: Path) -> Iterator[tuple[Path, object]]:
    if isinstance(value, Bilingual) and type(value) is Bilingual:
        yield path, value.text
    elif isinstance(value, BaseModel) and not isinstance(value, NamedBasis):
        yield from _fields(value, path)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*path, str(key)))
    elif path == ("authority",):
        yield (*path, "text"), value
    elif value is not UNSTATED:
        yield path, value


def _fields(value: BaseModel, path: Path) -> Iterator[tuple[Path, object]]:
    if isinstance(value, Bilingual):
        yield (*path, "text"), value.text
    for name, field in type(value).model_fields.items():
        if not (isinstance(value, Bilingual) and name in ("nl", "en")):
            inner = getattr(value, name)
            yield from _leaves(inner, (*path, field.alias or key_of(name)))
