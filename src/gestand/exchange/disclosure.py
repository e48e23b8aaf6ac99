"""A device storage disclosure as it comes in: read at the border, with limits, into plain values."""

import json
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from gestand.core.errors import ConfigurationError

LARGEST = 1_000_000
"""The most bytes that a disclosure may have."""

MOST = 2_000
"""The most things, addresses or software kits in one disclosure."""


def _on_a_line(text: str) -> str:
    """A text without signs that no person can see: they would break a line of the statement, or hide in it."""
    if not text.isprintable():
        raise ValueError("holds a sign that cannot be printed")
    return text


Name = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500), AfterValidator(_on_a_line)
]
Site = Annotated[
    str, StringConstraints(pattern=r"^[^\s/:]+\.[^\s/:]+$", max_length=253), AfterValidator(_on_a_line)
]
Number = Annotated[int, Field(ge=1, le=11, strict=True)]
Seconds = Annotated[int, Field(ge=0, le=3_155_760_000, strict=True)]
"""At most a hundred years."""


class NoDisclosure(ConfigurationError):
    """The file is no device storage disclosure."""


class Given(BaseModel):
    """A part of the file: what it does not know is kept aside, to be told."""

    model_config = ConfigDict(extra="allow", frozen=True)


class Stored(Given):
    """A thing kept on the device. `maxAgeSeconds` is nought for a session, null where no time is set."""

    identifier: Name
    type: Literal["cookie", "web", "app"]
    max_age: Seconds | None = Field(None, alias="maxAgeSeconds")
    refresh: bool = Field(False, strict=True, alias="cookieRefresh")
    domains: tuple[Site, ...] = ()
    purposes: tuple[Number, ...] = ()


class Called(Given):
    """An address that is called, and what for."""

    domain: Site
    use: str = ""


class SoftwareKit(Given):
    """A software kit in an app, and what for."""

    name: Name
    use: str = ""


class StorageDisclosure(Given):
    """The whole file."""

    disclosures: tuple[Stored, ...] = Field(max_length=MOST)
    domains: tuple[Called, ...] = Field((), max_length=MOST)
    sdks: tuple[SoftwareKit, ...] = Field((), max_length=MOST)


def read_disclosure(raw: bytes, name: str) -> StorageDisclosure:
    """The disclosure in a file's bytes. Raises NoDisclosure with every fault and its place."""
    if len(raw) > LARGEST:
        raise NoDisclosure(f"{name} is larger than {LARGEST:,} bytes: no disclosure needs that.")
    told = _json(raw, name)
    try:
        return StorageDisclosure.model_validate(told)
    except ValidationError as problem:
        faults = [f"  {_where(one['loc'])}: {one['msg']}" for one in problem.errors()[:20]]
        raise NoDisclosure("\n".join([f"{name} is no device storage disclosure:", *faults])) from None


def _json(raw: bytes, name: str) -> object:
    try:
        return json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_once)
    except _Twice as field:
        raise NoDisclosure(f"{name} has two fields `{field}` in one place. Keep one of them.") from None
    except UnicodeDecodeError:
        raise NoDisclosure(f"{name} is not in UTF-8. Save it as UTF-8, and try again.") from None
    except json.JSONDecodeError as problem:
        raise _no_json(f"{name}, line {problem.lineno}, column {problem.colno}") from None
    except (RecursionError, ValueError):
        # Brackets or digits without end: Python reads neither.
        raise _no_json(name) from None


def _no_json(where: str) -> NoDisclosure:
    return NoDisclosure(f'{where} is no JSON. A disclosure begins with `{{"disclosures": [`.')


class _Twice(Exception):
    """A field stands twice in one object: JSON would keep the last, and the first would be lost in silence."""


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    named = dict(pairs)
    if len(named) < len(pairs):
        names = [name for name, _ in pairs]
        raise _Twice(shown(next(name for name in names if names.count(name) > 1)))
    return named


def shown(name: str) -> str:
    """The name of a field as a screen can show it: a sign that would move the cursor stands as `\\x1b`."""
    return name if name.isprintable() else name.encode("unicode_escape").decode("ascii")


def _where(steps: tuple[int | str, ...]) -> str:
    """A place in the file by names and numbers from nought: `disclosures/0/purposes`."""
    return "/".join(str(step) for step in steps) or "the file"
