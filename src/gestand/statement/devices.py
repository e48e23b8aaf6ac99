"""What is stored on, or read from, people's devices (Tw 11.7a), and the signals that browsers send."""

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from gestand.statement.absent import UNSTATED, OrAbsent
from gestand.statement.rights import Length
from gestand.statement.written import Address, Bilingual, Line, Link, Word, Written

FixedLifetime = Literal["session", "one operation", "until erased"]


def _lifetime(value: object) -> str:
    return "fixed" if value in ("session", "one operation", "until erased") else "length"


Lifetime = Annotated[
    Annotated[FixedLifetime, Tag("fixed")] | Annotated[Length, Tag("length")], Discriminator(_lifetime)
]
"""`session`, `one operation`, or a period: `13 months`."""


class Item(Written):
    """One cookie, pixel or other thing on the device; its key is the name as the browser shows it."""

    party: OrAbsent[Literal["own", "third"]] = Field(UNSTATED, description="Whose domain sets it.")
    lifetime: OrAbsent[Lifetime] = Field(
        UNSTATED, description="`session`, `one operation`, or a period: `13 months`."
    )
    technique: Literal["cookie", "local storage", "pixel", "tracking link", "fingerprint", "software kit"] = (
        Field("cookie", description="What it is.")
    )
    read_by: OrAbsent[Word] = Field(UNSTATED, description="A word of `recipients`.")
    domain: OrAbsent[Address] = Field(UNSTATED, description="The domain, when it is a third party's.")
    purpose: OrAbsent[Bilingual] = Field(UNSTATED, description="What this one does.")


class DeviceGroup(Written):
    """Cookies and the like that are asked for, or needed, together."""

    consent: OrAbsent[Literal["asked", "left to the browser"]] = Field(
        UNSTATED, description="`asked`, or `not applicable` when strictly necessary (Tw 11.7a(3))."
    )
    purpose: OrAbsent[Word | Bilingual] = Field(UNSTATED, description="A word of `purposes`, or a text.")
    kind: OrAbsent[Literal["necessary", "functional", "analytics", "social", "advertising"]] = Field(
        UNSTATED, description="The heading under which people know it."
    )
    refusing_costs: OrAbsent[Bilingual] = Field(UNSTATED, description="What does not work without it.")
    items: dict[Line, Item] = Field(min_length=1, description="By name, as the browser shows it.")


class Signals(Written):
    """What is done with a browser's own refusal."""

    gpc: OrAbsent[Literal["refuses all that is asked", "ignored"]] = Field(
        UNSTATED, alias="GPC", description="Global Privacy Control."
    )
    dnt: OrAbsent[Literal["refuses all that is asked", "ignored"]] = Field(
        UNSTATED, alias="DNT", description="Do Not Track."
    )


class Network(Bilingual):
    """A social network whose parts stand on the site."""

    statement: Link = Field(description="The network's own statement.")
    opt_out: OrAbsent[Link] = Field(UNSTATED, description="Its own way to refuse.")
    cookies: OrAbsent[Word] = Field(UNSTATED, description="The group of `cookies` that it belongs to.")
    only_for_members: OrAbsent[bool] = Field(UNSTATED, description="Only for people who are signed in there.")
    how_to_stay_unlinked: OrAbsent[Bilingual] = Field(UNSTATED, description="What members can do.")
