"""The statement: everything that a company tells people about their data, and promises."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, PrivateAttr
from pydantic_core import PydanticCustomError

from gestand.core.place import Place
from gestand.core.text import Language
from gestand.statement.absent import UNSTATED, OrAbsent
from gestand.statement.controller import Authority, Controller
from gestand.statement.data import Datum, SelfService
from gestand.statement.devices import DeviceGroup, Network, Signals
from gestand.statement.messages import Messages
from gestand.statement.nodes import Node
from gestand.statement.purposes import Purpose
from gestand.statement.recipients import AnonymousData, Disclosure, Recipient, Sold
from gestand.statement.retention import Retention
from gestand.statement.rights import AutomatedDecision, Minors, Rights
from gestand.statement.security import Breach
from gestand.statement.surroundings import Agreement, Changes, LeftOut, Regime, Subscription
from gestand.statement.vocabulary import MeasureTerm
from gestand.statement.written import Bilingual, Word, Written


def _day(value: object) -> object:
    if isinstance(value, date) or (isinstance(value, str) and len(value) == 10):
        return value
    raise PydanticCustomError("date", "a date such as `2026-12-01`", {"known": ()})


Day = Annotated[date, BeforeValidator(_day)]


class Statement(Written):
    """One version of a privacy statement. Sections left out are UNSTATED, which is no denial.

    `digest` is the SHA-256 (hex) of the exact file; `place_of("retention/invoices")` is where that stands.
    """

    gestand: Literal["statement/1"] = Field(description="The format of this file.")
    version: int = Field(ge=1, strict=True, description="Counts up with every change.")
    effective: OrAbsent[Day] = Field(
        UNSTATED, description="The day from which this version holds: `2026-12-01`."
    )
    language: Language = Field("nl", description="The language in which findings quote the promises.")
    controller: Controller = Field(description="Who speaks, and for which sites.")
    authority: Authority = Field("AP", description="Where people complain; `AP` is the Dutch authority.")

    people: dict[Word, Bilingual] = Field(min_length=1, description="The groups of people that it speaks of.")
    moments: dict[Word, Bilingual] = Field(
        default_factory=dict, description="What a term counts from, as a clause: `the message was sent`."
    )
    conditions: dict[Word, Bilingual] = Field(
        default_factory=dict, description="What a promise depends on, as a clause: `the number is foreign`."
    )
    sources: dict[Word, Bilingual] = Field(
        default_factory=dict, description="Third parties that data come from."
    )
    data: dict[Word, Datum] = Field(min_length=1, description="The personal data, by name.")
    purposes: dict[Word, Purpose] = Field(default_factory=dict, description="What the data are used for.")
    retention: dict[Word, Retention] = Field(default_factory=dict, description="How long they are kept.")

    recipients: OrAbsent[dict[Word, Recipient]] = Field(UNSTATED, description="Who else receives them.")
    sold: OrAbsent[Sold] = Field(UNSTATED, description="`none` denies selling, exchanging and giving away.")
    disclosures: OrAbsent[dict[Word, Disclosure]] = Field(
        UNSTATED, description="Situations in which a person may decide to hand data over."
    )
    anonymous_data: OrAbsent[dict[Word, AnonymousData]] = Field(
        UNSTATED, description="Figures that identify nobody and go to others."
    )

    rights: OrAbsent[Rights] = Field(UNSTATED, description="What people may ask, and how.")
    self_service: OrAbsent[dict[Word, SelfService]] = Field(
        UNSTATED, description="What people can see and change themselves."
    )
    anonymous_visit: OrAbsent[Bilingual] = Field(UNSTATED, description="What a visitor can do unknown.")
    marketing: OrAbsent[dict[Word, Messages]] = Field(
        UNSTATED, description="Advertising messages. The key is a word of `purposes`, or `purpose` names one."
    )
    messages: OrAbsent[dict[Word, Messages]] = Field(
        UNSTATED, description="Messages that belong to the service; they go on after an opt-out."
    )

    cookies: OrAbsent[dict[Word, DeviceGroup]] = Field(
        UNSTATED, description="All that is stored on, or read from, a device, in groups."
    )
    signals: OrAbsent[Signals] = Field(UNSTATED, description="Browser signals: GPC and DNT.")
    linked_networks: OrAbsent[dict[Word, Network]] = Field(
        UNSTATED, description="Social networks on the site."
    )
    outbound_links: OrAbsent[Literal["marked", "unmarked"]] = Field(
        UNSTATED, description="Whether links that leave this statement's reach are marked."
    )

    security: OrAbsent[tuple[MeasureTerm, ...]] = Field(UNSTATED, description="W3C DPV terms of measures.")
    security_explained: OrAbsent[dict[Word, Bilingual]] = Field(
        UNSTATED, description="Measures in words of their own, on a person's list."
    )
    breach: OrAbsent[Breach] = Field(UNSTATED, description="Who is told of a breach, and how soon.")

    minors: OrAbsent[Minors] = Field(UNSTATED, description="Children: age, and whose consent.")
    automated_decisions: OrAbsent[dict[Word, AutomatedDecision]] = Field(
        UNSTATED, description="Decisions without a person in them (GDPR 22)."
    )
    subscriptions: OrAbsent[dict[Word, Subscription]] = Field(UNSTATED, description="What is charged again.")
    regimes: OrAbsent[dict[Word, Regime]] = Field(UNSTATED, description="Other laws that it meets.")
    agreements: OrAbsent[dict[Word, Agreement]] = Field(
        UNSTATED, description="Other terms that data fall under: processing terms, warranty terms."
    )
    changes: OrAbsent[Changes] = Field(UNSTATED, description="How changes of this statement are told.")
    explained: OrAbsent[dict[Word, Bilingual]] = Field(
        UNSTATED, description="Terms explained to the reader: `personal-data`, `cookie`."
    )
    left_out: OrAbsent[dict[Word, LeftOut]] = Field(
        UNSTATED, description="What an older text said, and this one does not, with the reason."
    )

    _digest: str = PrivateAttr("")
    _root: Node | None = PrivateAttr(None)

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the exact bytes of the file; empty for a statement that was never in one."""
        return self._digest

    def read_from(self, root: Node, digest: str) -> Self:
        """This statement, knowing where each of its parts stands and what the file's bytes were."""
        self._root, self._digest = root, digest
        return self

    def place_of(self, path: str) -> Place:
        """Where `path` ("retention/invoices") stands, or the nearest part of it that is there."""
        if self._root is None:
            return Place("statement", 1)
        return self._root.place_of(*path.split("/"))
