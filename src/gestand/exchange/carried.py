"""What a format carries of a statement, and what it has no place for: told, never dropped in silence."""

from collections import Counter
from dataclasses import dataclass
from fnmatch import fnmatchcase

from gestand.core.errors import ConfigurationError
from gestand.core.text import Text
from gestand.statement.absent import Absent
from gestand.statement.leaves import leaves
from gestand.statement.model import Statement

KNOWN = ("gestand",)
"""Parts of the file that say nothing to a reader: the number of our own format."""


class NothingToExport(ConfigurationError):
    """The statement says nothing of what the format is about."""


@dataclass(frozen=True)
class Exported:
    """A statement in another format: its text, what it could not carry, and what it demands and nobody stated.

    `lost` has the parts of the statement without a place, each with the number of values in it; `filled` has
    the fields that were filled in because the format does not allow them to be left out.
    """

    text: str
    lost: tuple[tuple[str, int], ...] = ()
    filled: tuple[Text, ...] = ()


def lost(
    statement: Statement,
    carried: tuple[str, ...],
    about: tuple[str, ...] = (),
    denials: tuple[str, ...] = (),
) -> tuple[tuple[str, int], ...]:
    """The parts of the statement (`cookies`, `data/fields`) that no pattern of `carried` fits, with their size.

    A pattern is a path with `*` for any name: `data/*/kind`. It fits what lies below it too. A section that no
    pattern speaks of is one part, whole. A format that is about some sections alone names them in `about`.

    Few formats know a denial: `none` and `not applicable` are lost, but for what fits a pattern of `denials`.
    """
    sections = {pattern.partition("/")[0] for pattern in carried}
    without_place = Counter(
        _part(path) if path[0] in sections else path[0]
        for path, value in leaves(statement).items()
        if path[0] not in KNOWN and (not about or path[0] in about)
        if not fits(path, denials if isinstance(value, Absent) else carried)
    )
    return tuple(without_place.items())


def fits(path: tuple[str, ...], patterns: tuple[str, ...]) -> bool:
    """Whether the path, or something above it, fits one of the patterns."""
    return any(_fits(path, tuple(pattern.split("/"))) for pattern in patterns)


def _fits(path: tuple[str, ...], pattern: tuple[str, ...]) -> bool:
    return len(path) >= len(pattern) and all(
        fnmatchcase(step, wanted) for step, wanted in zip(path, pattern, strict=False)
    )


def _part(path: tuple[str, ...]) -> str:
    """The section, and below one with things in it the field: `data/fields`, `cookies/items/read by`."""
    if path[0] == "cookies" and len(path) > 4:
        return "/".join((path[0], path[2], path[4]))
    named = len(path) > 2 and path[0] not in ("controller", "rights", "breach", "signals", "changes")
    return "/".join((path[0], path[2]) if named else path[:2])
