"""A device storage disclosure as it comes in: read at the border, with limits, into plain values."""

import json
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from gestand.core.errors import ConfigurationError

LARGEST = 1_000_000
"""The most bytes that a disclosure may have."""

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
Site = Annotated[str, StringConstraints(pattern=r"^[^\s/:]+\.[^\s/:]+$", max_length=253)]
Number = Annotated[int, Field(ge=1, le=11)]
Seconds = Annotated[int, Field(ge=0, le=3_155_760_000)]
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
    refresh: bool = Field(False, alias="cookieRefresh")
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


class Disclosure(Given):
    """The whole file."""

    disclosures: tuple[Stored, ...] = Field(max_length=10_000)
    domains: tuple[Called, ...] = Field((), max_length=10_000)
    sdks: tuple[SoftwareKit, ...] = Field((), max_length=10_000)


@dataclass(frozen=True)
class Fault:
    """One thing wrong in the file: where, by names and numbers from nought, and what was expected."""

    where: str
    expected: str

    def __str__(self) -> str:
        return f"{self.where}: {self.expected}"


def read_disclosure(raw: bytes, name: str) -> Disclosure:
    """The disclosure in a file's bytes. Raises NoDisclosure with every fault and its place."""
    if len(raw) > LARGEST:
        raise NoDisclosure(f"{name} is larger than {LARGEST:,} bytes: no disclosure needs that.")
    try:
        return Disclosure.model_validate(json.loads(raw.decode("utf-8-sig")))
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
        faults = [
            Fault("/".join(str(step) for step in one["loc"]) or "the file", one["msg"])
            for one in problem.errors()
        ]
        told = "\n".join(f"  {fault}" for fault in faults[:20])
        raise NoDisclosure(f"{name} is no device storage disclosure:\n{told}") from None
