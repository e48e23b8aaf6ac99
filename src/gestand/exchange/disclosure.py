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
Site = Annotated[str, StringConstraints(pattern=r"^[^\s/:]+\.[^\s/:]+$", max_length=253)]
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
    try:
        told = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_once)
        return StorageDisclosure.model_validate(told)
    except _Twice as field:
        raise NoDisclosure(f"{name} has two fields `{field}` in one place. Keep one of them.") from None
    except UnicodeDecodeError:
        raise NoDisclosure(f"{name} is not in UTF-8. Save it as UTF-8, and try again.") from None
    except (json.JSONDecodeError, RecursionError) as problem:
        at = (
            f", line {problem.lineno}, column {problem.colno}"
            if isinstance(problem, json.JSONDecodeError)
            else ""
        )
        raise NoDisclosure(f'{name}{at} is no JSON. A disclosure begins with `{{"disclosures": [`.') from None
    except ValidationError as problem:
        faults = [f"  {_where(one['loc'])}: {one['msg']}" for one in problem.errors()[:20]]
        told = "\n".join(faults)
        raise NoDisclosure(f"{name} is no device storage disclosure:\n{told}") from None


class _Twice(Exception):
    """A field stands twice in one object: JSON would keep the last, and the first would be lost in silence."""


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    named = dict(pairs)
    if len(named) < len(pairs):
        names = [name for name, _ in pairs]
        raise _Twice(next(name for name in names if names.count(name) > 1))
    return named


def _where(steps: tuple[int | str, ...]) -> str:
    """A place in the file by names and numbers from nought: `disclosures/0/purposes`."""
    return "/".join(str(step) for step in steps) or "the file"
