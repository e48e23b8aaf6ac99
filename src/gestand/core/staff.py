"""Those who work with requests, and the links by which people come in without a password."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from gestand.core.text import Text


class Role(StrEnum):
    """What a member of the staff may do; `fg` reads everything and advises, and decides nothing (GDPR 38(3), 38(6))."""

    DECIDER = "decider"
    DESK = "desk"
    READER = "reader"
    OFFICER = "fg"


@dataclass(frozen=True)
class Member:
    """One of the staff; `number` names her where a name may not stand. `ready`: she has set a password."""

    number: int
    name: str = field(repr=False)
    role: Role
    ready: bool = False
    revoked: datetime | None = None


@dataclass(frozen=True)
class Session:
    """One member who is in, on one device: `id` names it and lets nobody in; `own` is the one that asks."""

    id: str = field(repr=False)
    began: datetime
    until: datetime
    own: bool = False


@dataclass(frozen=True)
class Event:
    """A line of the log about the staff; `member` is None where somebody tried a name that nobody bears."""

    at: datetime
    word: str
    member: Member | None = None


class LinkPurpose(StrEnum):
    """What a link is good for, and for nothing else. Those that change something work once.

    `account` lets somebody in, `visit` is what she then holds while she is in. `api` is held by another system, which
    sees what it handed in itself; `api, every request` by one that sees what all of them did. With `api, may` a system
    asks whether something may be done to somebody, and nothing else.
    `transfer` is where another organisation collects what she wants it to have (GDPR 20(2)).
    """

    CASE = "case page"
    IDENTITY = "identity"
    DOWNLOAD = "download"
    TRANSFER = "transfer"
    PASSWORD = "password"  # noqa: S105
    ACCOUNT = "account"
    VISIT = "visit"
    API = "api"
    API_ALL = "api, every request"
    MAY = "api, may"

    @property
    def once(self) -> bool:
        return self in (LinkPurpose.IDENTITY, LinkPurpose.PASSWORD, LinkPurpose.ACCOUNT, LinkPurpose.TRANSFER)

    @property
    def page(self) -> Text:
        """Where a link of this purpose leads, before its token; those that are no page have none."""
        return _PAGES[self]


_PAGES = {
    LinkPurpose.CASE: Text("/nl/zaak/", "/en/case/"),
    LinkPurpose.IDENTITY: Text("/nl/bevestigen/", "/en/confirm/"),
    LinkPurpose.DOWNLOAD: Text("/nl/ophalen/", "/en/collect/"),
    LinkPurpose.TRANSFER: Text("/nl/overdracht/", "/en/transfer/"),
    LinkPurpose.ACCOUNT: Text("/nl/mijn-gegevens/binnen/", "/en/my-data/enter/"),
}
